package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Fluctuation;
import lemmata.theorem.Fluctuation.Pole;
import lemmata.theorem.FluctuationAngle;
import lemmata.theorem.FluctuationOptimum;
import lemmata.theorem.Problem;

/// Runs of P-GD to stationarity, and whether their mean squares are those of theorem.Fluctuation.
public final class FluctuationRuns {

    private static final int DOMAIN = 37;

    /// Variance of (d − E d)² over V², if the kurtosis of d is at most 4; it is 3 at leading order.
    private static final double KURTOSIS = 3;

    private FluctuationRuns() {}

    /// Where runs begin.
    public enum From {
        /// (w*, a*).
        TARGET("0"),
        /// (−w*, ā).
        OPPOSITE("π"),
        /// A filter across w*, and a = 0.
        RIGHT("π/2");

        private final String angle;

        From(String angle) {
            this.angle = angle;
        }

        private LumpedState state(Target target) {
            return switch (this) {
                case TARGET -> LumpedState.optimum(target);
                case OPPOSITE -> LumpedState.spurious(target);
                case RIGHT -> new LumpedState(0, 1, 0, 0, 0);
            };
        }

        private Pole pole() {
            return this == OPPOSITE ? Pole.OPPOSITE : Pole.TARGET;
        }
    }

    /// Steps of P-GD with constant noise.
    ///
    /// @param reading of the gradient
    /// @param from where runs begin; under ANGLE ±w* stays
    /// @param problem teacher and noise
    /// @param eta step size
    /// @param steps how many
    public record Cell(Reading reading, From from, Problem problem, double eta, long steps) {

        /// The last states of the first trials.
        public List<LumpedState> ends(long seed, int trials) {
            LumpedState start = from.state(problem.target());
            Setup setup = new Setup(Method.PGD, reading, 1, Start.SPURIOUS, Generator.PHILOX, seed);
            Representation chain = setup.lumped(problem.p(), problem.target(), SuccessRates.fastBits());
            List<LumpedState> ends = new ArrayList<>();
            for (int first = 0; first < trials; first += chain.abreast()) {
                int count = Math.min(chain.abreast(), trials - first);
                double[] states = new double[count * chain.rows()];
                for (int i = 0; i < count; i++) {
                    put(start, states, i * chain.rows());
                }
                chain.engine().advance(states, first, count, new Leg(problem.rhoW(), problem.rhoA(), eta, 0, steps));
                for (int i = 0; i < count; i++) {
                    ends.add(chain.observe(states, i * chain.rows()));
                }
            }
            return ends;
        }

        private static void put(LumpedState state, double[] states, int at) {
            states[at] = state.c();
            states[at + 1] = state.s();
            states[at + 2] = state.x();
            states[at + 3] = state.y();
            states[at + 4] = state.z();
        }

        /// What is predicted of them.
        public Fluctuation fluctuation() {
            return new Fluctuation(problem, reading.a(), eta);
        }

        String words() {
            Target target = problem.target();
            return String.format(
                    Locale.ROOT,
                    "%s, from φ = %s, p = %d, k = %d, q = %.0f, ρ_w = %.4g, ρ_a = %.3g, η = %.3g, %d steps",
                    reading,
                    from.angle,
                    problem.p(),
                    target.k(),
                    target.q(),
                    problem.rhoW(),
                    problem.rhoA(),
                    eta,
                    steps);
        }
    }

    private static Cell cell(
            Reading.Filter filter, From from, int p, int k, double q, double[] noise, double eta, long steps) {
        Problem problem = new Problem(Target.of(k, q, 1), p, noise[0], noise[1]);
        return new Cell(new Reading(Reading.Output.RADIAL, filter), from, problem, eta, steps);
    }

    private static double[] noise(double rhoW, double rhoA) {
        return new double[] {rhoW, rhoA};
    }

    /// Cells of S5: under ANGLE the angle stands still and the formulas are exact; under NETWORK it hardly moves. The
    /// first is far from leading order, by a factor 1.4.
    public static final List<Cell> CELLS = List.of(
            cell(Reading.Filter.ANGLE, From.OPPOSITE, 6, 25, 25, noise(3, 1), 0.015, 400),
            cell(Reading.Filter.ANGLE, From.OPPOSITE, 6, 25, 1, noise(3, 0), 0.008, 700),
            cell(Reading.Filter.NETWORK, From.OPPOSITE, 6, 25, 0, noise(42, 0), 4e-5, 800),
            cell(Reading.Filter.NETWORK, From.OPPOSITE, 6, 25, 4, noise(42, 0.5), 4e-5, 800),
            cell(Reading.Filter.ANGLE, From.TARGET, 6, 25, 4, noise(3, 0), 0.008, 700),
            cell(Reading.Filter.NETWORK, From.OPPOSITE, 2, 4, 1, noise(16.8, 0), 1e-3, 400),
            new Cell(
                    new Reading(Reading.Output.UNIT, Reading.Filter.ANGLE),
                    From.OPPOSITE,
                    new Problem(Target.of(25, 1, 1), 6, 1, 1),
                    0.05,
                    900));

    /// Near the optimum.
    public static final List<Cell> OPTIMA = List.of(
            cell(Reading.Filter.NETWORK, From.TARGET, 6, 25, 1, noise(0.02, 0.5), 0.02, 1500),
            cell(Reading.Filter.NETWORK, From.TARGET, 6, 25, 16, noise(0.02, 0.5), 0.02, 1500),
            cell(Reading.Filter.NETWORK, From.TARGET, 6, 25, 0, noise(0.02, 1), 0.02, 1500));

    /// Where the noise on a outweighs a; run from φ = π/2.
    public static final List<Cell> HEAT = List.of(
            cell(Reading.Filter.NETWORK, From.RIGHT, 6, 4, 4, noise(5, 1.9), 0.0026, 40_000),
            cell(Reading.Filter.NETWORK, From.RIGHT, 6, 4, 4, noise(5, 1.6), 0.0026, 40_000));

    static int trials(Budget budget) {
        return switch (budget) {
            case QUICK -> 4096;
            case STANDARD -> 16_384;
            case DEEP -> 1 << 18;
        };
    }

    /// The test that E(d − d_∞)² is what is predicted.
    public static MeanTest spread(Cell cell, ToDoubleFunction<Cell> predicted, long seed, int trials) {
        Target target = cell.problem.target();
        double mean = cell.fluctuation().mean(cell.from.pole());
        double[] squares = cell.ends(seed, trials).stream()
                .mapToDouble(state -> target.along() * state.x() + target.across() * state.y() - mean)
                .map(off -> off * off)
                .toArray();
        double variance = predicted.applyAsDouble(cell);
        return MeanTest.of(scaled(squares, variance), 1, 1e-6, KURTOSIS, Run.FALSE_ALARM);
    }

    /// V_ε + V_ξ.
    public static double predicted(Cell cell) {
        return cell.fluctuation().fromOutputNoise() + cell.fluctuation().fromFilterNoise(cell.from.pole());
    }

    private static double[] scaled(double[] sample, double by) {
        double[] result = sample.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= by;
        }
        return result;
    }

    /// The test that E‖w − w*‖² near the optimum is (p−1)ησ²/B, but for a part of order ρ_w: 2ρ_w is allowed. The
    /// square is about σ²χ² of p−1 degrees: twice its variance is allowed.
    public static MeanTest filter(Cell cell, ToDoubleFunction<FluctuationOptimum> predicted, long seed, int trials) {
        double expected = predicted.applyAsDouble(new FluctuationOptimum(cell.problem, cell.eta));
        double[] squares = cell.ends(seed, trials).stream()
                .mapToDouble(state -> 2 * state.s() * state.s() / (1 + state.c()))
                .toArray();
        double variance = 4.0 / (cell.problem.p() - 1);
        return MeanTest.of(scaled(squares, expected), 1, 2 * cell.problem.rhoW(), variance, Run.FALSE_ALARM);
    }

    /// The test that E‖a − a_∞‖² near the optimum is that of a filter at w*; its part along 1 outweighs the others and
    /// makes the variance at most 2, next to 2/3 for coordinates that are alike.
    public static MeanTest output(Cell cell, ToDoubleFunction<FluctuationOptimum> predicted, long seed, int trials) {
        Target target = cell.problem.target();
        NoiseMoments moments = NoiseMoments.ofOutput(cell.reading.a(), cell.problem.noise(), Pole.TARGET.angle());
        double x = SmoothedEquilibrium.shareAlong(target.k(), moments).value() * target.along();
        double y = SmoothedEquilibrium.shareAcross(moments).value() * target.across();
        LumpedState rest = new LumpedState(1, 0, x, y, 0);
        double expected = predicted.applyAsDouble(new FluctuationOptimum(cell.problem, cell.eta));
        double[] squares = cell.ends(seed, trials).stream()
                .mapToDouble(state -> state.outputDistance(rest))
                .toArray();
        return MeanTest.of(scaled(squares, expected), 1, 2 * cell.problem.rhoW(), 2, Run.FALSE_ALARM);
    }

    /// The test that the mean of cos φ is that of the density with K, from φ = π/2; twice the density's variance is
    /// allowed, and 0.02 for orders that are left out. d is half-way between its values at the poles, κ is π/2.
    public static MeanTest cosine(Cell cell, double factor, long seed, int trials) {
        int p = cell.problem.p();
        Fluctuation fluctuation = cell.fluctuation();
        double d = (fluctuation.mean(Pole.TARGET) + fluctuation.mean(Pole.OPPOSITE)) / 2;
        double k = factor * FluctuationAngle.concentration(cell.problem, cell.eta, d, Math.PI / 2);
        double expected = FluctuationAngle.meanCosine(p, k);
        double variance = 2 * (1 - expected * expected - (p - 1) * expected / k);

        double[] cosines =
                cell.ends(seed, trials).stream().mapToDouble(LumpedState::c).toArray();
        return MeanTest.of(cosines, expected, 0.02, variance, Run.FALSE_ALARM);
    }

    /// A seed for each cell.
    static long own(long seed, int cell) {
        return Philox.at(seed, DOMAIN, cell, 0).low();
    }

    /// Evidence of tests of some cells, in words.
    static Evidence evidence(String claim, List<Cell> cells, List<MeanTest> tests, int trials, String left) {
        boolean rejected = tests.stream().anyMatch(MeanTest::rejects);
        double worst = tests.stream().mapToDouble(MeanTest::ratio).max().orElse(Double.NaN);
        double found = tests.stream()
                .mapToDouble(test -> test.detectable() / test.mean())
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        StringBuilder detail = new StringBuilder();
        for (int i = 0; i < tests.size(); i++) {
            detail.append(String.format(
                    Locale.ROOT,
                    "%s: %.3f of the prediction; ",
                    cells.get(i % cells.size()).words(),
                    1 + tests.get(i).statistic() / tests.get(i).mean()));
        }
        detail.append(String.format(
                Locale.ROOT,
                "%d trials each, false alarm ≤ %.0e per test, finds a relative error of %.2g%s",
                trials,
                Run.FALSE_ALARM,
                found,
                left));
        Verdict held = found < 1 ? Verdict.SAMPLED : Verdict.ABSTAINED;
        return new Evidence(
                "runs",
                rejected ? Verdict.VIOLATED : held,
                claim,
                (long) trials * tests.size(),
                worst,
                detail.toString());
    }
}
