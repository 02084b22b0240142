package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.OptimaChecks;
import lemmata.claim.Statement;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.GlobalOptimum.
@DrawnCases
class GlobalOptimumProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S1")
    void lossIsZeroThereAndNowhereNegative(@ForAll Draw draw) {
        holds(OptimaChecks.zeroAtOptimum(GlobalOptimum::of), draw);
    }

    @Example
    @Statement("landscape.GlobalOptimum/S3")
    void studentsOfAnotherShapeAreRefused() {
        Teacher teacher = new Teacher(new double[] {1, 0}, new double[] {1, 2, 3});
        Student longer = new Student(new double[] {0, 1, 0}, teacher.a());
        Student fewer = new Student(teacher.w(), new double[] {1, 2});
        assertThat(catchThrowableOfType(InvalidField.class, () -> GlobalOptimum.lowerBound(teacher, longer))
                        .field())
                .isEqualTo("w");
        assertThat(catchThrowableOfType(InvalidField.class, () -> GlobalOptimum.lowerBound(teacher, fewer))
                        .field())
                .isEqualTo("a");
    }

    @Example
    @Statement("landscape.GlobalOptimum/S1")
    void otherPointsAreRejected() {
        rejects("−w*", OptimaChecks.zeroAtOptimum(t -> new Student(negative(t.w()), t.a())));
        rejects("−a*", OptimaChecks.zeroAtOptimum(t -> new Student(t.w(), negative(t.a()))));
        rejects(
                "ā over w*",
                OptimaChecks.zeroAtOptimum(
                        t -> new Student(t.w(), SpuriousOptimum.of(t).a())));
        rejects("a* off by 10⁻¹⁴", OptimaChecks.zeroAtOptimum(t -> new Student(t.w(), scaled(1 + 1e-14, t.a()))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S2")
    void hasNoOtherZero(@ForAll Draw draw) {
        holds(OptimaChecks.uniqueZero(PopulationLoss::at), draw);
    }

    @Example
    @Statement("landscape.GlobalOptimum/S2")
    void lossesWithOtherZerosAreRejected() {
        rejects("angle ignored", OptimaChecks.uniqueZero(GlobalOptimumProperties::overTeachersFilter));
        rejects("weights ignored", OptimaChecks.uniqueZero((t, s) -> PopulationLoss.at(t, new Student(s.w(), t.a()))));
        rejects(
                "r forgotten",
                OptimaChecks.uniqueZero(
                        (t, s) -> PopulationLoss.at(t, new Student(SphereProjection.project(s.w()), s.a()))));
        rejects("10⁻²⁵ too small", OptimaChecks.uniqueZero((t, s) -> PopulationLoss.at(t, s) - 1e-25));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S3")
    void lowerBoundHoldsAndIsMet(@ForAll Draw draw) {
        holds(OptimaChecks.lowerBound(GlobalOptimum::lowerBound), draw);
    }

    @Example
    @Statement("landscape.GlobalOptimum/S3")
    void otherLowerBoundsAreRejected() {
        rejects("(π−2)/8π · 1.001", lowerBoundTimes(1.001));
        rejects("(π−2)/8π · (1 + 10⁻¹³)", lowerBoundTimes(1 + 1e-13));
        rejects("(π−2)/8π · 0.999, not the best", lowerBoundTimes(0.999));
        rejects("k = 1: 1/8 · 0.999, not the best", lowerBoundTimesForOnePatch(0.999));
        rejects("k = 1: 1/8 · 1.001", lowerBoundTimesForOnePatch(1.001));
        rejects("π−1 for π−2", lowerBoundTimes((Math.PI - 1) / (Math.PI - 2)));
        rejects(
                "r forgotten",
                OptimaChecks.lowerBound(
                        (t, s) -> GlobalOptimum.lowerBound(t, new Student(SphereProjection.project(s.w()), s.a()))));
        rejects("square lost", OptimaChecks.lowerBound((t, s) -> Math.sqrt(GlobalOptimum.lowerBound(t, s))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S4")
    void curvaturesAreThoseOfTheHessian(@ForAll Draw draw) {
        holds(OptimaChecks.curvature(GlobalOptimum::filterCurvature, GlobalOptimum::outputCurvature), draw);
    }

    @Example
    @Statement("landscape.GlobalOptimum/S4")
    void otherCurvaturesAreRejected() {
        rejects("½ dropped", filterCurvature(t -> 2 * GlobalOptimum.filterCurvature(t)));
        rejects("s*²/2 for ‖a*‖²/2", filterCurvature(t -> t.q() * GlobalOptimum.filterCurvature(t)));
        rejects("‖a*‖²/2 in floats", filterCurvature(t -> (float) GlobalOptimum.filterCurvature(t)));
        rejects("½ for (π−1)/2π", outputCurvature(() -> 0.5));
        rejects("(π−1)/π", outputCurvature(() -> 2 * GlobalOptimum.outputCurvature()));
        rejects("(π−1)/2π off by 10⁻¹⁵", outputCurvature(() -> GlobalOptimum.outputCurvature() * (1 + 1e-15)));
    }

    private static Check lowerBoundTimes(double factor) {
        return OptimaChecks.lowerBound((t, s) -> factor * GlobalOptimum.lowerBound(t, s));
    }

    private static Check lowerBoundTimesForOnePatch(double factor) {
        return OptimaChecks.lowerBound((t, s) -> (t.k() == 1 ? factor : 1) * GlobalOptimum.lowerBound(t, s));
    }

    private static Check filterCurvature(ToDoubleFunction<Teacher> filterCurvature) {
        return OptimaChecks.curvature(filterCurvature, GlobalOptimum::outputCurvature);
    }

    private static Check outputCurvature(DoubleSupplier outputCurvature) {
        return OptimaChecks.curvature(GlobalOptimum::filterCurvature, outputCurvature);
    }

    private static double overTeachersFilter(Teacher t, Student s) {
        return PopulationLoss.at(t, new Student(scaled(Vectors.length(s.w()), t.w()), s.a()));
    }

    private static double[] negative(double[] x) {
        return scaled(-1, x);
    }

    private static double[] scaled(double factor, double[] x) {
        return Vectors.map(entry -> factor * entry, x);
    }
}
