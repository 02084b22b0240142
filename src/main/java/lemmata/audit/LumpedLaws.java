package lemmata.audit;

import java.util.List;
import java.util.function.LongFunction;
import lemmata.audit.LumpingChecks.Walk;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.LumpedBatch;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.PerturbedStochasticGradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// The laws of the lumped chains next to those of the full algorithms, after a few steps of n runs each, by
/// [TwoSamples].
public final class LumpedLaws {

    /// δ, the false-alarm probability of one number of one case.
    public static final double FALSE_ALARM = 1e-12;

    /// Runs that are compared.
    ///
    /// @param q (1ᵀa*)²/‖a*‖²
    /// @param stage noise and step size, and the number of steps
    /// @param spurious whether they begin at the spurious point instead of somewhere
    public record Case(int p, int k, double q, Reading reading, Stage stage, boolean spurious) {

        Target target() {
            return Target.of(k, q, 1);
        }

        /// Both generators take part.
        Generator generator() {
            return (p + k) % 2 == 0 ? Generator.SPLITMIX : Generator.PHILOX;
        }

        Student start(Teacher teacher) {
            if (spurious) {
                return SpuriousOptimum.of(teacher);
            }
            double[] w = new double[p];
            double[] a = new double[k];
            for (int i = 0; i < p; i++) {
                w[i] = i == 0 ? p == 1 ? -1 : -0.6 : 0.8 / Math.sqrt(p - 1.0);
            }
            for (int j = 0; j < k; j++) {
                a[j] = (3 - j % 4) / Math.sqrt(5.0 * k);
            }
            return new Student(Spaces.filter("w", w), Spaces.output("a", a));
        }
    }

    /// Runs of SGD that are compared.
    public record BatchCase(int p, int k, int batch, Stage stage) {

        Case full() {
            return new Case(p, k, k == 1 ? 1 : k / 3.0, Reading.POSTER, stage, false);
        }
    }

    /// Makes the lumped algorithm.
    @FunctionalInterface
    public interface Lumped {
        /// For patches of length p.
        Algorithm of(int p, double[] aStar, int batch, Generator generator, long seed);
    }

    /// P-GD in the readings and in all degenerate shapes.
    public static final List<Case> CASES = List.of(
            chain(1, 1, 1, "RADIAL,NETWORK", 0.8, 0.9, 0.8, false),
            chain(2, 1, 1, "UNIT,NORMALISED", 1.5, 1, 0.9, false),
            chain(2, 2, 2, "RADIAL,NETWORK", 1, 1, 0.6, false),
            chain(3, 2, 0.5, "RADIAL,ANGLE", 0.7, 1, 0.6, false),
            chain(3, 3, 3, "UNIT,NETWORK", 1, 1.5, 0.6, false),
            chain(6, 25, 4, "RADIAL,NETWORK", 1.5, 2, 0.1, true),
            chain(6, 3, 0.2, "UNIT,NORMALISED", 2, 1, 0.7, true),
            chain(4, 4, 1, "RADIAL,NORMALISED", 0.5, 2, 0.4, false),
            chain(20, 8, 2, "UNIT,ANGLE", 3, 1, 0.4, false));

    /// SGD with and without noise.
    public static final List<BatchCase> BATCHES = List.of(
            batch(1, 1, 16, 0.9, 1.5, 0.8),
            batch(1, 3, 1, 0.5, 0.5, 0.5),
            batch(2, 1, 1, 0, 0, 0.6),
            batch(2, 3, 4, 0.8, 0.7, 0.5),
            batch(3, 3, 1, 0, 0, 0.5),
            batch(3, 3, 1, 1, 0.5, 0.4),
            batch(6, 3, 4, 1.5, 0.7, 0.3),
            batch(6, 25, 4, 0, 0, 0.05),
            batch(6, 25, 1, 1, 1, 0.03));

    private static final List<String> NUMBERS = List.of("c", "x", "y", "z", "loss");
    private static final List<String> BATCH_NUMBERS = List.of("c", "first weight", "last weight", "aᵀa*", "loss");

    private LumpedLaws() {}

    /// dynamics.LumpedChain/S2: c, x, y (the norm across 1, if a* ∝ 1), z and the loss.
    public static List<LawTest> chain(Walk walk, Case of, long seed, int n) {
        Teacher teacher = of.target().teacher(of.p());
        Student start = of.start(teacher);
        Algorithm full =
                new PerturbedGradientDescent(new PopulationGradient(teacher, of.reading()), of.generator(), seed);
        LumpedChain chain = new LumpedChain(of.p(), of.target(), of.reading(), of.generator(), seed);
        return named(
                of,
                TwoSamples.of(
                        NUMBERS,
                        n,
                        trial -> numbers(of, LumpedState.of(teacher, run(full, start, of.stage(), trial))),
                        trial -> {
                            LumpedState state = LumpedState.of(teacher, start);
                            for (int t = 0; t < of.stage().steps(); t++) {
                                state = walk.at(chain, state, of.stage(), trial, t);
                            }
                            return numbers(of, state);
                        },
                        FALSE_ALARM));
    }

    /// dynamics.LumpedBatch/S2: c, two output weights, aᵀa* and the loss.
    public static List<LawTest> batch(Lumped lumped, BatchCase of, long seed, int n) {
        Teacher teacher = of.full().target().teacher(of.p());
        Student start = of.full().start(teacher);
        Algorithm full = new PerturbedStochasticGradientDescent(
                new MiniBatchGradient(teacher, of.batch(), of.full().generator(), seed));
        Algorithm plane = lumped.of(of.p(), teacher.a(), of.batch(), of.full().generator(), seed);
        Teacher inPlane = LumpedBatch.plane(teacher.a());
        LumpedState at = LumpedState.of(teacher, start);
        Student planeStart = new Student(Spaces.filter("w", at.c(), at.s()), start.a());
        LongFunction<double[]> first = trial -> numbers(teacher, run(full, start, of.stage(), trial));
        LongFunction<double[]> second = trial -> numbers(inPlane, run(plane, planeStart, of.stage(), trial));
        return named(of, TwoSamples.of(BATCH_NUMBERS, n, first, second, FALSE_ALARM));
    }

    private static Student run(Algorithm algorithm, Student start, Stage stage, long trial) {
        Student student = start;
        for (int t = 0; t < stage.steps(); t++) {
            student = algorithm.step(student, stage, trial, t);
        }
        return student;
    }

    private static double[] numbers(Case of, LumpedState state) {
        double loss = Observation.of(of.target(), state, 0).loss();
        boolean free = of.target().across() == 0;
        double across = Math.sqrt(state.y() * state.y() + state.z() * state.z());
        return new double[] {state.c(), state.x(), free ? across : state.y(), free ? 0 : state.z(), loss};
    }

    private static double[] numbers(Teacher teacher, Student student) {
        double[] a = student.a();
        Observation seen = Observation.of(Target.of(teacher), LumpedState.of(teacher, student), 0);
        double c = Vectors.fusedDot(student.w(), teacher.w());
        return new double[] {c, a[0], a[a.length - 1], seen.alignment(), seen.loss()};
    }

    private static List<LawTest> named(Object of, List<LawTest> tests) {
        return tests.stream()
                .map(test -> new LawTest(
                        of + ": " + test.law(), test.n(), test.distance(), test.allowed(), test.detectable()))
                .toList();
    }

    private static Case chain(
            int p, int k, double q, String reading, double rhoW, double rhoA, double eta, boolean spurious) {
        return new Case(p, k, q, Reading.of(reading), new Stage(rhoW, rhoA, eta, 3), spurious);
    }

    private static BatchCase batch(int p, int k, int batch, double rhoW, double rhoA, double eta) {
        return new BatchCase(p, k, batch, new Stage(rhoW, rhoA, eta, 3));
    }
}
