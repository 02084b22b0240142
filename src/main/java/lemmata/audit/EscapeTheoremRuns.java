package lemmata.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Convergence;
import lemmata.theorem.Escape;
import lemmata.theorem.FilterStep;
import lemmata.theorem.Problem;
import lemmata.theorem.Promise;

/// Runs of P-GD of which theorem.Escape promises something, looked at on the way.
public final class EscapeTheoremRuns {

    /// Failure probability that is asked for, and the share of random starts that is left out.
    public static final double DELTA = 0.05;

    private static final int DOMAIN = 33;

    private static final long LEG = 1 << 12;

    /// What runs.
    ///
    /// @param problem the teacher and the noise
    /// @param eta the step size
    /// @param start where runs begin
    public record Cell(Problem problem, double eta, Start start) {

        /// From random starts.
        public static Cell of(int p, Target target, double rhoW, double rhoA, double eta) {
            return new Cell(new Problem(target, p, rhoW, rhoA), eta, Start.RANDOM);
        }

        public Escape theorem() {
            return theorem(problem);
        }

        private static Escape theorem(Problem problem) {
            return new Escape(problem, Beginning.random(problem.target(), problem.p(), DELTA), DELTA);
        }

        Representation chain(long seed) {
            Setup setup = new Setup(Method.PGD, Reading.POSTER, 1, start, Generator.PHILOX, seed);
            return setup.lumped(problem.p(), problem.target(), SuccessRates.fastBits());
        }

        /// Takes trials from one step to another, in legs short enough for the compiler to step in.
        private void advance(Engine engine, double[] states, long first, int count, long from, long until) {
            for (long t = from; t < until; t += LEG) {
                long steps = Math.min(LEG, until - t);
                engine.advance(states, first, count, new Engine.Leg(problem.rhoW(), problem.rhoA(), eta, t, steps));
            }
        }

        /// The command that runs the same.
        String command(long steps, int trials, long seed) {
            Target target = problem.target();
            return String.format(
                    Locale.ROOT,
                    "lemmata simulate --algorithm pgd --engine lumped --p %d --k %d --q %.0f --norm %s --start %s"
                            + " --rho-w %s --rho-a %s --eta %s --steps %d --trials %d --seed %d --generator philox",
                    problem.p(),
                    target.k(),
                    target.q(),
                    target.norm(),
                    start,
                    problem.rhoW(),
                    problem.rhoA(),
                    eta,
                    steps,
                    trials,
                    seed);
        }
    }

    /// q = k, no trap: the whole horizon is within reach.
    public static final Cell SMALL = Cell.of(1000, Target.of(4, 4, 0.3), 1, 0.03, 1.2e-3);

    /// The same with a larger ‖a*‖, for which epoch II is short, and its noise there.
    static final Cell JOINT = Cell.of(1000, Target.of(4, 4, 0.45), 1.3, 0.03, 4.9e-4);

    private static final Problem CALM = new Problem(JOINT.problem.target(), 1000, 0.05, 0.003);

    /// The poster's p and a trap, ρ_w four times ρ_esc; a large ‖a*‖ makes T₁ short.
    static final Cell POSTER = Cell.of(6, Target.of(25, 0, 1700), 90, 0, 1.4e-8);

    /// A trap with 1ᵀa* ≠ 0.
    static final Cell SKEW = Cell.of(100, Target.of(4, 1, 0.78), 5.8, 0, 7.1e-6);

    /// A trap in the plane. At ‖a*‖ = 1, ρ_w = 2ρ_esc, T₁ would be 1.4·10¹⁰, one step after the other: hours.
    static final Cell PLANE = Cell.of(2, Target.of(4, 0, 190), 140, 0, 2.8e-8);

    /// From the spurious point, with ρ_w twice ρ_esc and steps far above those of the theorem.
    public static final Cell HOT = new Cell(new Problem(Target.of(4, 0, 1), 2, 16.8, 0), 0.02, Start.SPURIOUS);

    private static final long HOT_STEPS = 1_000_000;

    private EscapeTheoremRuns() {}

    /// What the first trials of a cell look like at some moments, trial by trial.
    public static List<List<Observation>> watch(Cell cell, List<Long> moments, int trials, long seed) {
        Representation chain = cell.chain(seed);
        return IntStream.iterate(0, i -> i < trials, i -> i + chain.abreast())
                .parallel()
                .boxed()
                .flatMap(first -> watch(cell, chain, first, Math.min(chain.abreast(), trials - first), moments))
                .toList();
    }

    private static Stream<List<Observation>> watch(
            Cell cell, Representation chain, int first, int count, List<Long> moments) {
        Engine engine = chain.engine();
        double[] states = starts(chain, first, count);
        Observation[][] seen = new Observation[count][moments.size()];
        long t = 0;
        for (int j = 0; j < moments.size(); j++) {
            long moment = moments.get(j);
            cell.advance(engine, states, first, count, t, moment);
            t = moment;
            for (int i = 0; i < count; i++) {
                seen[i][j] = observe(chain, states, i, t);
            }
        }
        return Stream.of(seen).map(List::of);
    }

    private static double[] starts(Representation chain, int first, int count) {
        double[] states = new double[count * chain.rows()];
        IntStream.range(0, count).forEach(i -> chain.start(first + i, states, i * chain.rows()));
        return states;
    }

    private static Observation observe(Representation chain, double[] states, int i, long t) {
        return Observation.of(chain.target(), chain.observe(states, i * chain.rows()), t);
    }

    /// So many moments from one to another, both included.
    public static List<Long> moments(double from, double until, int count) {
        double first = Math.ceil(from);
        return LongStream.range(0, count)
                .mapToObj(i -> (long) (first + (Math.floor(until) - first) * i / (count - 1)))
                .toList();
    }

    /// How many trials are outside of a region at one of the moments or more.
    public static int failures(List<List<Observation>> seen, Predicate<Observation> region) {
        return (int)
                seen.stream().filter(trial -> !trial.stream().allMatch(region)).count();
    }

    /// Whether so many failures are compatible with the δ of the theorem and the share δ of starts left out.
    public static boolean compatible(int failures, int trials) {
        return !SuccessChecks.refutes(failures, trials, 2 * DELTA, Run.FALSE_ALARM);
    }

    /// S1, S5: from random starts, all conditions met, the region of the promise is kept from T₁ to the end of the
    /// horizon, or to `longer` times T₁ where that is less.
    static Evidence promise(Cell cell, double longer, int trials, int looks, long seed) {
        Escape theorem = cell.theorem();
        Promise promise = theorem.at(cell.eta).promise();
        boolean applies = theorem.at(cell.eta).applies() && !promise.isVacuous();
        double until = Math.min(longer * promise.from(), promise.until());
        List<List<Observation>> seen = watch(cell, moments(promise.from(), until, looks), trials, seed);
        int failures = failures(seen, promise.region()::contains);
        double high = SuccessChecks.interval(failures, trials).high();
        Verdict verdict = !applies
                ? Verdict.HYPOTHESIS_NOT_MET
                : compatible(failures, trials) ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence(
                "runs",
                verdict,
                "P(failure) ≤ δ + δ′ = 0.1 from random starts",
                trials,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "%d of %d fail, looked at %d times from T₁ = %.3g to %.3g, %.2g of the horizon %.3g; P(failure)"
                                + " ≤ %.2g, false alarm ≤ %.0e; %s",
                        failures,
                        trials,
                        looks,
                        promise.from(),
                        until,
                        until / promise.until(),
                        promise.until(),
                        high,
                        Run.FALSE_ALARM,
                        cell.command((long) until, trials, seed)));
    }

    /// S4: epoch I from random starts for T₁ steps, then epoch II for T₂: near the optimum.
    static Evidence both(double gamma, int trials, long seed) {
        Convergence then = new Convergence(CALM, JOINT.theorem().end(), gamma, DELTA);
        double eta = Math.min(then.largestStep(), 1 / (1.2 * then.burnIn(1)));
        Promise promise = then.at(eta).promise();
        boolean applies = then.at(eta).applies() && !promise.isVacuous();
        long first = (long) Math.ceil(JOINT.theorem().burnIn(JOINT.eta));
        long last = first + (long) Math.ceil(promise.from());
        Representation chain = JOINT.chain(seed);
        double[] states = starts(chain, 0, trials);
        Engine engine = chain.engine();
        JOINT.advance(engine, states, 0, trials, 0, first);
        new Cell(CALM, eta, Start.RANDOM).advance(engine, states, 0, trials, first, last);
        int failures = (int) IntStream.range(0, trials)
                .mapToObj(i -> observe(chain, states, i, last))
                .filter(at -> !promise.region().contains(at))
                .count();
        boolean refuted = SuccessChecks.refutes(failures, trials, 3 * DELTA, Run.FALSE_ALARM);
        return new Evidence(
                "runs",
                !applies ? Verdict.HYPOTHESIS_NOT_MET : refuted ? Verdict.VIOLATED : Verdict.SAMPLED,
                "both epochs from random starts, γ = " + gamma + ": P(failure) ≤ 0.15",
                trials,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "%d of %d fail after T₁ = %d steps and T₂ = %d, η = %.3g in epoch II; P(failure) ≤ %.2g, false"
                                + " alarm ≤ %.0e",
                        failures,
                        trials,
                        first,
                        last - first,
                        eta,
                        SuccessChecks.interval(failures, trials).high(),
                        Run.FALSE_ALARM));
    }

    /// S7: far above the largest step of the theorem the angle is kept all the same, while aᵀa* changes sign.
    static Evidence angleAlone(int trials, int looks, long seed) {
        List<List<Observation>> seen = watch(HOT, moments(0.6 * HOT_STEPS, HOT_STEPS, looks), trials, seed);
        int lost = failures(seen, Escape.angleAlone()::contains);
        int against = failures(seen, at -> at.alignment() > 0);
        double proved = Cell.theorem(HOT.problem).largestStep();
        return new Evidence(
                "runs",
                turnsWithoutAlignment(seen) ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "φ ≤ 5π/12 is kept while aᵀa* < 0 at times; measured, not proved",
                trials,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "from (−w*, ā), from where S1 allows no step; %.0f times the largest step %.3g that it allows"
                                + " from random starts, δ = δ′ = 0.05: in %d of %d trials φ ≤ 5π/12 at all of %d moments from"
                                + " 6·10⁵ to 10⁶ steps, in %d aᵀa* ≤ 0 at one or more; P(lost) ≤ %.2g,"
                                + " false alarm ≤ %.0e; %s",
                        HOT.eta / proved,
                        proved,
                        trials - lost,
                        trials,
                        looks,
                        against,
                        SuccessChecks.interval(lost, trials).high(),
                        Run.FALSE_ALARM,
                        HOT.command(HOT_STEPS, trials, seed)));
    }

    /// Whether all trials have φ ≤ 5π/12 at all moments, and in some aᵀa* ≤ 0 at one or more.
    public static boolean turnsWithoutAlignment(List<List<Observation>> seen) {
        return failures(seen, Escape.angleAlone()::contains) == 0 && failures(seen, at -> at.alignment() > 0) > 0;
    }

    /// S2: one step from d = d₋/2, with θ and η at the limits of the conditions and ζ = ¾: E e^(−θΔℓ) ≤ e^(−θημ).
    public static Evidence oneStep(Run run, ToDoubleFunction<Escape> drift) {
        Target target = Target.of(4, 4, 0.2);
        Problem problem = new Problem(target, 1000, 4.5, 0);
        LumpedState start = new LumpedState(0.8, 0.6, 0, 0, 0);
        Escape theorem = new Escape(problem, Beginning.of(target, start), DELTA);
        FilterStep step = new FilterStep(problem, theorem.end().reach());
        double mu = theorem.drift();
        double zeta = theorem.floor();
        double eta = Math.min(mu * zeta / (6.74 * step.slope() * step.slope()), Escape.STRIDE / step.slope());
        double noise = mu * zeta / (8 * eta * step.spread() * step.spread());
        double theta = Math.min(noise, 0.75 * Math.sqrt(zeta) / (eta * step.range()));
        double c = zeta - 1;
        LumpedState at = new LumpedState(c, Math.sqrt(1 - c * c), 2 * theorem.lower() / target.along(), 0, 0);
        LumpedChain chain = new LumpedChain(1000, target, Reading.POSTER, Generator.PHILOX, own(run, 9));
        Stage stage = new Stage(problem.rhoW(), 0, eta, 1);
        double[] grown = IntStream.range(0, run.budget().samples())
                .mapToDouble(i -> Functions.exp(theta * (odds(at) - odds(chain.step(at, stage, i, 0)))))
                .toArray();
        double claimed = Functions.exp(-theta * eta * drift.applyAsDouble(theorem));
        double mean = Arrays.stream(grown).average().orElseThrow();
        double square = Arrays.stream(grown).map(x -> (x - mean) * (x - mean)).sum() / (grown.length - 1);
        double tail = Functions.log(2 / Run.FALSE_ALARM);
        // Maurer and Pontil's bound; −θΔℓ ≤ 1.5 + ½θημ < 1.6, so each number is in [0, 5].
        double room = Math.sqrt(2 * square * tail / grown.length) + 35 * tail / (3 * (grown.length - 1.0));
        return new Evidence(
                "mean test",
                mean - room <= claimed ? Verdict.SAMPLED : Verdict.VIOLATED,
                "one step from S = ζ = ¾, d = d₋/2: E e^(−θΔℓ) ≤ e^(−θημ)",
                grown.length,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "p = 1000, k = q = 4, ‖a*‖ = 0.2, ρ_w = 4.5: mean 1 − %.4g ± %.2g, claimed at most 1 − %.4g;"
                                + " false alarm ≤ %.0e",
                        1 - mean,
                        room,
                        1 - claimed,
                        Run.FALSE_ALARM));
    }

    private static double odds(LumpedState state) {
        return Functions.log((1 + state.c()) / (1 - state.c()));
    }

    /// The seed of a cell of a run.
    static long own(Run run, int cell) {
        return Philox.at(run.seed(), DOMAIN, cell, 0).low();
    }
}
