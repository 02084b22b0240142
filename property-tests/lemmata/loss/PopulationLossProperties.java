package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.Oracle;
import lemmata.audit.PopulationLossChecks;
import lemmata.audit.ScalarFormula;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute loss.PopulationLoss. S6, what the paper prints, is a reading and has no property.
///
/// **False alarms** of S1 and S5: each runs 12 mean tests of [#DELTA] = 8·10⁻¹¹, together below 10⁻⁹, whatever the law
/// of the samples. **Power**: the least relative error of the loss that is found with probability 1 − δ is printed.
@DrawnCases
class PopulationLossProperties {

    private static final double DELTA = 8e-11;
    private static final int SAMPLES = 1 << 18;
    private static final int MUTANT_SAMPLES = 1 << 16;

    @Example
    @Statement("loss.PopulationLoss/S1")
    void isHalfTheMeanSquaredDifference(Reporter reporter) {
        holds(sampled(PopulationLoss::at, 1, SAMPLES), smallShapes());
        reporter.publishValue(
                "relative error of L that is found, at most", String.format(Locale.ROOT, "%.2g", power()));
    }

    @Example
    @Statement("loss.PopulationLoss/S1")
    void wrongLossesAreRejectedBySampling() {
        rejects("½ dropped", sampled((t, s) -> 2 * PopulationLoss.at(t, s), 1, MUTANT_SAMPLES), smallShapes());
        rejects("lost −1", sampled(WrongLosses::lostOne, 1, MUTANT_SAMPLES), smallShapes());
        rejects("π cos φ for g", sampled(WrongLosses::cosine, 1, MUTANT_SAMPLES), smallShapes());
        rejects("π for π−1", sampled(WrongLosses::piForLess, 1, MUTANT_SAMPLES), smallShapes());
        rejects("angle ignored", sampled(WrongLosses::angleIgnored, 1, MUTANT_SAMPLES), smallShapes());
    }

    @Example
    @Statement("loss.PopulationLoss/S2")
    void sumFormIsTheExpandedForm() {
        holds(Identity.EXPANDED_LOSS.holds(), "σ² + (π−1)‖δ‖² + 2r(π−g)d is the expanded quadratic form");
        rejects("lost −1: g d for (g−1)d", Identity.EXPANDED_LOSS.holdsWith(2, 1, 0, 0, 0, 0, 1));
        rejects("π A for (π−1)A", Identity.EXPANDED_LOSS.holdsWith(-1, 2, 0, 0, 1));
        rejects("2 forgotten before s s*", Identity.EXPANDED_LOSS.holdsWith(-1, 1, 1, 1));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.PopulationLoss/S3")
    void hasItsSymmetries(@ForAll Draw draw) {
        holds(PopulationLossChecks.symmetries(PopulationLoss::at), draw);
    }

    @Example
    @Statement("loss.PopulationLoss/S3")
    void lossesWithoutASymmetryAreRejected() {
        rejects("r forgotten", PopulationLossChecks.symmetries(WrongLosses::normForgotten));
        rejects("square lost", PopulationLossChecks.symmetries((t, s) -> Math.sqrt(PopulationLoss.at(t, s))));
        rejects("the first patch counts double", PopulationLossChecks.symmetries(WrongLosses.firstTimes(2)));
        rejects("the first counts 10⁻¹² more", PopulationLossChecks.symmetries(WrongLosses.firstTimes(1 + 1e-12)));
        rejects("the first coordinate of w ignored", PopulationLossChecks.symmetries(WrongLosses::firstIgnored));
        rejects("r taken for a power of two", PopulationLossChecks.symmetries(WrongLosses::powerForNorm));
        rejects("positive sums of a count 10⁻⁹ more", PopulationLossChecks.symmetries(WrongLosses::signSeen));
    }

    @Example
    @Statement("loss.PopulationLoss/S3")
    void studentsOfAnotherShapeAreRefused() {
        Teacher teacher = new Teacher(new double[] {1, 0}, new double[] {1, 2, 3});
        Student longer = new Student(new double[] {0, 1, 0}, teacher.a());
        Student fewer = new Student(teacher.w(), new double[] {1, 2});
        assertThat(catchThrowableOfType(InvalidField.class, () -> PopulationLoss.at(teacher, longer))
                        .field())
                .isEqualTo("w");
        assertThat(catchThrowableOfType(InvalidField.class, () -> PopulationLoss.at(teacher, fewer))
                        .field())
                .isEqualTo("a");
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("loss.PopulationLoss/S4")
    void isAccurate(@ForAll Draw draw) {
        holds(PopulationLossChecks.accuracy(PopulationLoss::at), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.PopulationLoss/S4")
    void promisesRelativeAccuracy(@ForAll Draw draw) {
        holds(PopulationLossChecks.boundIsRelative(), draw);
    }

    @Example
    @Statement("loss.PopulationLoss/S4")
    void nothingOverflowsAtTheLargestEntries() {
        double[] unit = new double[64];
        unit[0] = 1;
        Teacher teacher = new Teacher(unit, filled(200, RoundOff.MAX_ENTRY));
        Student student = new Student(filled(64, -RoundOff.MAX_ENTRY), filled(200, -RoundOff.MAX_ENTRY));
        double bound = PopulationLoss.error(teacher, student);
        assertThat(Oracle.ratio(PopulationLoss.at(teacher, student), new Oracle(teacher, student).loss(), bound))
                .isLessThanOrEqualTo(1);
    }

    @Example
    @Statement("loss.PopulationLoss/S4")
    void inaccurateLossesAreRejected() {
        rejects("½ dropped", PopulationLossChecks.accuracy((t, s) -> 2 * PopulationLoss.at(t, s)));
        rejects("r forgotten", PopulationLossChecks.accuracy(WrongLosses::normForgotten));
        rejects("1ᵀδ lost", PopulationLossChecks.accuracy(WrongLosses::sumLost));
    }

    @Example
    @Statement("loss.PopulationLoss/S4")
    void isAccurateNextToTheOptimumWhereOthersCancel() {
        holds(PopulationLossChecks.accuracy(PopulationLoss::at), Draws.nearOptimum());
        rejects("expanded form in doubles", PopulationLossChecks.accuracy(WrongLosses::expanded), Draws.nearOptimum());
        rejects("naive π−g", PopulationLossChecks.accuracy(WrongLosses::naiveComplement), Draws.nearOptimum());
        rejects("δ in plain doubles", PopulationLossChecks.accuracy(WrongLosses::plainResidual), Draws.nearOptimum());
    }

    @Example
    @Statement("loss.PopulationLoss/S5")
    void thePostersLossIsTwiceOurs() {
        holds(sampled(PopulationLoss::at, 2, SAMPLES), smallShapes());
        rejects("once ours", sampled((t, s) -> PopulationLoss.at(t, s) / 2, 2, MUTANT_SAMPLES), smallShapes());
        rejects("four times ours", sampled((t, s) -> 2 * PopulationLoss.at(t, s), 2, MUTANT_SAMPLES), smallShapes());
    }

    private static Check sampled(ScalarFormula loss, double factor, int samples) {
        return draw -> OptionalDouble.of(PopulationLossChecks.monteCarlo(loss, draw, samples, factor, DELTA)
                .ratio());
    }

    private static double power() {
        return smallShapes().stream()
                .mapToDouble(draw -> PopulationLossChecks.monteCarlo(PopulationLoss::at, draw, SAMPLES, 1, DELTA)
                                .detectable()
                        / PopulationLoss.at(draw.teacher(), draw.unitStudent()))
                .max()
                .orElseThrow();
    }

    /// Twelve cases with p ≤ 6 and k ≤ 8 whose loss is not zero.
    private static List<Draw> smallShapes() {
        Draw.Filter[] filters = {Draw.Filter.ANY, Draw.Filter.RIGHT, Draw.Filter.OPPOSITE, Draw.Filter.SAME};
        Draw.Weights[] weights = {Draw.Weights.ANY, Draw.Weights.SPURIOUS, Draw.Weights.ORTHOGONAL};
        return IntStream.range(0, 12)
                .mapToObj(i -> new Draw(
                        1 + i % 6, 1 + 5 * i % 8, filters[i % 4], Draw.Target.ANY, weights[i % 3], 0, 0, 500 + i))
                .toList();
    }

    private static double[] filled(int length, double entry) {
        double[] result = new double[length];
        Arrays.fill(result, entry);
        return result;
    }
}
