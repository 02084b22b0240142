package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.ToDoubleFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.OptimaChecks;
import lemmata.claim.Statement;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.GlobalOptimum.
@DrawnCases
class GlobalOptimumProperties {

    private static final double CURVATURE = GlobalOptimum.outputCurvature();

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S1")
    void lossIsZeroThereAndNowhereNegative(@ForAll Draw draw) {
        holds(OptimaChecks.zeroAtOptimum(GlobalOptimum::of), draw);
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
        rejects("π−1 for π−2", lowerBoundTimes((Math.PI - 1) / (Math.PI - 2)));
        rejects(
                "r forgotten",
                OptimaChecks.lowerBound(
                        (t, s) -> GlobalOptimum.lowerBound(t, new Student(SphereProjection.project(s.w()), s.a()))));
        rejects("square lost", OptimaChecks.lowerBound((t, s) -> Math.sqrt(GlobalOptimum.lowerBound(t, s))));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.GlobalOptimum/S4")
    void curvaturesAreThoseOfTheHessian(@ForAll Draw draw) {
        holds(curvature(GlobalOptimum::filterCurvature, CURVATURE), draw);
    }

    @Example
    @Statement("landscape.GlobalOptimum/S4")
    void otherCurvaturesAreRejected() {
        rejects("½ dropped", curvature(t -> 2 * GlobalOptimum.filterCurvature(t), CURVATURE));
        rejects("s*²/2 for ‖a*‖²/2", curvature(t -> t.q() * GlobalOptimum.filterCurvature(t), CURVATURE));
        rejects("‖a*‖²/2 in floats", curvature(t -> (float) GlobalOptimum.filterCurvature(t), CURVATURE));
        rejects("½ for (π−1)/2π", curvature(GlobalOptimum::filterCurvature, 0.5));
        rejects("(π−1)/π", curvature(GlobalOptimum::filterCurvature, 2 * CURVATURE));
        rejects("(π−1)/2π off by 10⁻¹²", curvature(GlobalOptimum::filterCurvature, CURVATURE * (1 + 1e-12)));
    }

    private static Check lowerBoundTimes(double factor) {
        return OptimaChecks.lowerBound((t, s) -> factor * GlobalOptimum.lowerBound(t, s));
    }

    private static Check curvature(ToDoubleFunction<Teacher> filterCurvature, double outputCurvature) {
        return OptimaChecks.curvature(filterCurvature, outputCurvature);
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
