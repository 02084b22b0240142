package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.BatchChecks;
import lemmata.audit.BatchChecks.Slopes;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.claim.Statement;
import lemmata.dynamics.Gradient.Slope;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.MiniBatchGradient.
@DrawnCases
class MiniBatchGradientProperties {

    private static final int INPUTS = 1 << 18;

    private static final Slopes CODE = (teacher, b, generator, seed, student, trial, step) ->
            new MiniBatchGradient(teacher, b, generator, seed).at(student, trial, step);

    private static final List<Draw> POINTS =
            IntStream.range(0, 12).mapToObj(BatchChecks::point).toList();

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.MiniBatchGradient/S1")
    void isTheDerivativeOfTheLossOfTheBatch(@ForAll Draw draw) {
        holds(BatchChecks.derivative(CODE), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.MiniBatchGradient/S1")
    void vanishesAtTheTeacher(@ForAll Draw draw) {
        holds(BatchChecks.zeroAtTeacher(CODE), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.MiniBatchGradient/S1")
    void isAPureFunctionOfItsAddress(@ForAll Draw draw) {
        holds(BatchChecks.pure(CODE), draw);
    }

    @Example
    @Statement("dynamics.MiniBatchGradient/S1")
    void otherGradientsAreRejected() {
        refuse("f* − f for f − f*", variant(-1, false, 0));
        refuse("active patches of the teacher", variant(1, true, 0));
        refuse("no ½ in the loss", variant(2, false, 0));
        refuse("words of the next input", variant(1, false, 1));
        refuse(
                "sum for mean",
                (teacher, b, generator, seed, student, trial, step) ->
                        scaled(CODE.at(teacher, b, generator, seed, student, trial, step), b));
        refuse(
                "in floats",
                (teacher, b, generator, seed, student, trial, step) ->
                        floats(CODE.at(teacher, b, generator, seed, student, trial, step)));
        refuse(
                "projected",
                (teacher, b, generator, seed, student, trial, step) ->
                        projected(CODE.at(teacher, b, generator, seed, student, trial, step), student));
        rejects(
                "one batch for all steps",
                BatchChecks.pure((teacher, b, generator, seed, student, trial, step) ->
                        CODE.at(teacher, b, generator, seed, student, trial, 0)));
        rejects(
                "a* halved",
                BatchChecks.zeroAtTeacher((teacher, b, generator, seed, student, trial, step) ->
                        CODE.at(halved(teacher), b, generator, seed, student, trial, step)));
    }

    @Example
    @Statement("dynamics.MiniBatchGradient/S1")
    void batchesOutsideTheRangeAreRefused() {
        Teacher teacher = new Teacher(Spaces.unit("w", 1), Spaces.output("a", 1));
        for (int b : new int[] {0, -1, MiniBatchGradient.MAX_BATCH + 1}) {
            assertThat(catchThrowableOfType(
                                    InvalidField.class, () -> new MiniBatchGradient(teacher, b, Generator.PHILOX, 1))
                            .field())
                    .isEqualTo("batch");
        }
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.MiniBatchGradient/S2")
    void isTheMeanOfGradientsOfSingleInputs(@ForAll Draw draw) {
        holds(BatchChecks.mean(CODE), draw);
    }

    /// False alarms: ≤ 36 · 10⁻¹², by [lemmata.audit.MeanTest].
    @Example
    @Statement("dynamics.MiniBatchGradient/S2")
    void hasTheMeanOfThePopulationGradient() {
        for (int b : new int[] {1, 4, 64}) {
            holds(unbiased(CODE, b), POINTS);
        }
    }

    @Example
    @Statement("dynamics.MiniBatchGradient/S2")
    void otherMeansAreRejected() {
        rejects("f* − f for f − f*", unbiased(variant(-1, false, 0), 1), POINTS);
        rejects("active patches of the teacher", unbiased(variant(1, true, 0), 1), POINTS);
        rejects("no ½ in the loss", unbiased(variant(2, false, 0), 1), POINTS);
        rejects(
                "sum for mean",
                unbiased(
                        (teacher, b, generator, seed, student, trial, step) ->
                                scaled(CODE.at(teacher, b, generator, seed, student, trial, step), b),
                        4),
                POINTS);
        rejects(
                "mean of a batch of one",
                BatchChecks.mean((teacher, b, generator, seed, student, trial, step) ->
                        CODE.at(teacher, 1, generator, seed, student, trial, step)));
        rejects(
                "steps that share inputs",
                BatchChecks.mean((teacher, b, generator, seed, student, trial, step) ->
                        CODE.at(teacher, b, generator, seed, student, trial, step / 2)));
    }

    private static void refuse(String slip, Slopes mutant) {
        rejects(slip, BatchChecks.derivative(mutant));
    }

    private static Check unbiased(Slopes slopes, int b) {
        return draw -> OptionalDouble.of(
                BatchChecks.unbiased(slopes, draw, b, INPUTS / b).ratio());
    }

    /// `factor` times the gradient written anew, patches active by the student or the teacher, words of input n +
    /// shift.
    private static Slopes variant(double factor, boolean teachers, int shift) {
        return (teacher, b, generator, seed, student, trial, step) -> {
            int p = student.p();
            int k = student.k();
            Words words = new Words(generator, seed, Words.INPUTS);
            double[] w = new double[p];
            double[] a = new double[k];
            for (int n = 0; n < b; n++) {
                double[] z = new double[p * k];
                Gaussian.fill(z, words, trial, 2 * MiniBatchGradient.words(p, k) * (step * b + n + shift));
                double residual = 0;
                for (int j = 0; j < k; j++) {
                    residual += student.a()[j] * Math.max(inner(z, j, student.w()), 0);
                    residual -= teacher.a()[j] * Math.max(inner(z, j, teacher.w()), 0);
                }
                double share = factor * residual / b;
                for (int j = 0; j < k; j++) {
                    a[j] += share * Math.max(inner(z, j, student.w()), 0);
                    boolean active = inner(z, j, teachers ? teacher.w() : student.w()) > 0;
                    for (int i = 0; active && i < p; i++) {
                        w[i] += share * student.a()[j] * z[j * p + i];
                    }
                }
            }
            return new Slope(Spaces.filterDisplacement("w", w), Spaces.output("a", a));
        };
    }

    private static double inner(double[] z, int j, double[] w) {
        return Vectors.fusedDot(Arrays.copyOfRange(z, j * w.length, (j + 1) * w.length), w);
    }

    private static Slope scaled(Slope slope, double factor) {
        return new Slope(Vectors.map(x -> factor * x, slope.w()), Vectors.map(x -> factor * x, slope.a()));
    }

    private static Slope floats(Slope slope) {
        return new Slope(Vectors.map(x -> (float) x, slope.w()), Vectors.map(x -> (float) x, slope.a()));
    }

    private static Slope projected(Slope slope, Student student) {
        double along = Vectors.fusedDot(slope.w(), student.w());
        return new Slope(Vectors.map((x, w) -> x - along * w, slope.w(), student.w()), slope.a());
    }

    private static Teacher halved(Teacher teacher) {
        return new Teacher(teacher.w(), Vectors.map(x -> x / 2, teacher.a()));
    }
}
