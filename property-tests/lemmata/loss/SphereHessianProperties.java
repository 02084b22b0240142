package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.SphereChecks;
import lemmata.audit.SphereChecks.HessianFormula;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.SphereHessian.
@DrawnCases
class SphereHessianProperties {

    private static final HessianFormula BEND_LOST =
            (t, s, x) -> scaled(SphereHessian.across(t, s), Vectors.rejection(s.w(), x));
    private static final HessianFormula BEND_REVERSED =
            (t, s, x) -> minus(scaled(2, BEND_LOST.times(t, s, x)), SphereHessian.times(t, s, x));
    private static final HessianFormula DOUBLED = (t, s, x) -> scaled(2, SphereHessian.times(t, s, x));
    private static final HessianFormula UNPROJECTED = (t, s, x) -> scaled(SphereHessian.across(t, s), x);
    private static final HessianFormula ANGLE_LOST = (t, s, x) ->
            scaled(factor(t, s) * Math.PI * Functions.cos(angle(t, s).phi()), Vectors.rejection(s.w(), x));

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.SphereHessian/S1")
    void isTheSecondDerivativeAlongGreatCircles(@ForAll Draw draw) {
        holds(SphereChecks.greatCircle(SphereHessian::times), draw);
    }

    @Example
    @Statement("loss.SphereHessian/S1")
    void otherHessiansAreRejected() {
        rejects("sin φ uuᵀ lost", SphereChecks.greatCircle(BEND_LOST));
        rejects("sign of sin φ uuᵀ", SphereChecks.greatCircle(BEND_REVERSED));
        rejects("½ dropped", SphereChecks.greatCircle(DOUBLED));
        rejects("π for π−φ", SphereChecks.greatCircle(ANGLE_LOST));
        rejects(
                "d read as ‖a*‖²",
                SphereChecks.greatCircle((t, s, x) -> SphereHessian.times(t, new Student(s.w(), t.a()), x)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.SphereHessian/S2")
    void isHalfDAtTheTeacherAndZeroOpposite(@ForAll Draw draw) {
        holds(SphereChecks.ends(SphereHessian::times), draw);
    }

    @Example
    @Statement("loss.SphereHessian/S2")
    void otherEndsAreRejected() {
        rejects("½ dropped", SphereChecks.ends(DOUBLED));
        rejects("missing projection", SphereChecks.ends(UNPROJECTED));
        rejects("π for π−φ", SphereChecks.ends(ANGLE_LOST));
        rejects("10⁻¹⁴ too large", SphereChecks.ends((t, s, x) -> scaled(1 + 1e-14, SphereHessian.times(t, s, x))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.SphereHessian/S3")
    void eigenvaluesAreAccurate(@ForAll Draw draw) {
        holds(SphereChecks.eigenvalues(SphereHessian::along, SphereHessian::across), draw);
    }

    @Example
    @Statement("loss.SphereHessian/S3")
    void inaccurateEigenvaluesAreRejected() {
        rejects("exchanged", SphereChecks.eigenvalues(SphereHessian::across, SphereHessian::along));
        rejects("sin φ lost", SphereChecks.eigenvalues(SphereHessian::across, SphereHessian::across));
        rejects(
                "π−φ rounded near π",
                SphereChecks.eigenvalues(SphereHessian::along, SphereHessianProperties::acrossByDifference));
        rejects(
                "angle by acos",
                SphereChecks.eigenvalues(SphereHessian::along, SphereHessianProperties::acrossByCosine));
    }

    private static double[] scaled(double factor, double[] x) {
        return Vectors.map(entry -> factor * entry, x);
    }

    private static double[] minus(double[] x, double[] y) {
        return Vectors.map((first, second) -> first - second, x, y);
    }

    private static Angle angle(Teacher t, Student s) {
        return Angle.between(s.w(), t.w());
    }

    private static double factor(Teacher t, Student s) {
        return Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
    }

    private static double acrossByDifference(Teacher t, Student s) {
        double phi = angle(t, s).phi();
        return factor(t, s) * (Math.PI - phi) * Functions.cos(phi);
    }

    private static double acrossByCosine(Teacher t, Student s) {
        double cosine = Vectors.dot(SphereProjection.project(s.w()), t.w()).doubleValue();
        return factor(t, s) * (Math.PI - StrictMath.acos(Math.clamp(cosine, -1, 1))) * cosine;
    }
}
