package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Stage;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;
import lemmata.theorem.Region;

/// One step of P-GD from a state next to what theorem.Convergence/S2 allows, many times: E e^{θ(W⁺ − bound)} ≤ 1.
///
/// The step size is larger than the theorem's, as all conditions but that on x and y are met: so the noise is seen.
public final class ConvergenceTheoremSteps {

    /// Domain of the seeds of points.
    private static final int DOMAIN = 34;

    /// Place of the condition on the noise of x and y among the others.
    private static final int EXIT = 6;

    /// 2θηR ≤ 3 leaves W⁺ at most 3/2θ above the bound: X ≤ e^{3/2}, E X ≤ 1, so Var X ≤ e^{3/2}.
    private static final double SPREAD = 4.5;

    private static final double GAMMA = 0.25;

    private static final int[] PATCHES = {1, 2, 4, 25};

    private ConvergenceTheoremSteps() {}

    /// The three bounds of S2: the lemma code, or a mutant.
    public interface Bounds {
        /// While a settles: W, −aᵀa*, η.
        default double whileSettling(Convergence theorem, double versine, double against, double eta) {
            return theorem.whileSettling(versine, against, eta);
        }

        /// While the filter turns: W, η.
        default double whileTurning(Convergence theorem, double versine, double eta) {
            return theorem.whileTurning(versine, eta);
        }

        /// Of the rest: z², η.
        default double whileResting(Convergence theorem, double square, double eta) {
            return theorem.whileResting(square, eta);
        }
    }

    /// A problem with the step size at which it is looked at.
    private record Point(Problem problem, Convergence theorem, double eta, long seed) {

        static Point of(long seed, int i) {
            long own = Philox.at(seed, DOMAIN, i, 1).low();
            int k = PATCHES[i % PATCHES.length];
            Target target = Target.of(k, k == 1 ? 1 : i % 3 == 0 ? k / 2.0 : 1, i % 2 == 0 ? 1 : 0.5);
            Problem problem = new Problem(target, 2 + 4 * (i % 2), i % 3 == 0 ? 0.02 : 0.1, i % 4 == 3 ? 0 : 0.1);
            Entry entry = new Entry(new Reach(target.norm(), target.norm(), target.norm()), 0.05, Region.ANGLE);
            Convergence theorem = new Convergence(problem, entry, GAMMA, 0.1);
            double eta = 0.5;
            while (!met(theorem.hypotheses(eta))) {
                eta *= 0.9;
            }
            return new Point(problem, theorem, eta, own);
        }

        private static boolean met(List<Hypothesis> conditions) {
            for (int i = 0; i < conditions.size(); i++) {
                if (i != EXIT && !conditions.get(i).met()) {
                    return false;
                }
            }
            return true;
        }

        /// The state with the least share of a_∞(φ₁) that a settled a may have, or the most adverse one.
        LumpedState state(double versine, double alignment, double z) {
            double share = alignment / problem.square();
            return new LumpedState(
                    1 - versine,
                    Math.sqrt(versine * (2 - versine)),
                    share * problem.target().along(),
                    share * problem.target().across(),
                    problem.target().k() > 2 ? z : 0);
        }

        MeanTest test(int n, LumpedState from, ToDoubleFunction<LumpedState> exponent, double spread) {
            LumpedChain chain = new LumpedChain(problem.p(), problem.target(), Reading.POSTER, Generator.PHILOX, seed);
            Stage stage = new Stage(problem.rhoW(), problem.rhoA(), eta, 1);
            double[] sample = new double[n];
            for (int i = 0; i < n; i++) {
                sample[i] = Functions.exp(exponent.applyAsDouble(chain.step(from, stage, i, 0)));
            }
            return MeanTest.of(sample, 1, 0, spread, Run.FALSE_ALARM);
        }

        /// W = 0.95 and W = ω while a settles and later, and z² = γ‖a*‖²/64, where Z⁺ is at most 2b₊zρ_a above its
        /// bound.
        List<MeanTest> tests(Bounds bounds, int n) {
            double theta = theorem.exponent(eta);
            List<MeanTest> tests = new ArrayList<>();
            for (double versine : new double[] {0.95, theorem.goal()}) {
                double against = bounds.whileSettling(theorem, versine, 0.05, eta);
                tests.add(test(n, state(versine, -0.05, 0), s -> theta * (1 - s.c() - against), SPREAD));
                double turned = bounds.whileTurning(theorem, versine, eta);
                LumpedState settled = state(versine, theorem.settled() / 2, 0);
                tests.add(test(n, settled, s -> theta * (1 - s.c() - turned), SPREAD));
            }
            double thetaZ = theorem.restExponent(eta);
            double square = GAMMA * problem.square() / 64;
            double rested = bounds.whileResting(theorem, square, eta);
            LumpedState from = state(0.5, theorem.settled(), Math.sqrt(square));
            double fastest = eta * (Math.PI - 1) * (1 + problem.rhoW()) * (1 + problem.rhoW()) / (2 * Math.PI);
            double spread = Functions.exp(2 * thetaZ * fastest * Math.sqrt(square) * problem.rhoA());
            tests.add(test(n, from, s -> thetaZ * (s.z() * s.z() - rested), spread));
            return tests;
        }
    }

    /// S2: the three bounds at a number of points.
    static Evidence bounds(Run run, Bounds bounds) {
        List<MeanTest> tests = new ArrayList<>();
        int n = run.budget().samples() / 16;
        for (int i = 0; i < run.budget().points(); i++) {
            tests.addAll(Point.of(run.seed(), i).tests(bounds, n));
        }
        double worst =
                tests.stream().mapToDouble(ConvergenceTheoremSteps::ratio).max().orElse(Double.NaN);
        return new Evidence(
                "mean test",
                worst <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED,
                "one step: E e^{θ(W⁺ − bound)} ≤ 1, and the same of z²",
                (long) tests.size() * n,
                worst,
                String.format(
                        Locale.ROOT,
                        "%d points, %d tests, all conditions met but that on x and y; false alarm ≤ %.0e, finds a mean of 1 + %.2g",
                        run.budget().points(),
                        tests.size(),
                        tests.size() * Run.FALSE_ALARM,
                        tests.stream().mapToDouble(MeanTest::detectable).max().orElse(Double.NaN)));
    }

    /// Whether bounds stand at the first points, for properties.
    public static boolean stands(Bounds bounds, long seed) {
        for (int i = 0; i < 4; i++) {
            for (MeanTest test : Point.of(seed, i).tests(bounds, 1 << 14)) {
                if (!(ratio(test) <= 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How far the mean is above 1, over what chance allows; 0 below.
    private static double ratio(MeanTest test) {
        double ratio = test.statistic() / test.threshold();
        return ratio < 0 ? 0 : ratio;
    }
}
