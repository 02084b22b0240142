package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.SphereChecks;
import lemmata.audit.SphereChecks.HessianFormula;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

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
        rejects("2·10⁻¹⁴ too large", SphereChecks.ends((t, s, x) -> scaled(1 + 2e-14, SphereHessian.times(t, s, x))));
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

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.SphereHessian/S3")
    void productsAreAccurate(@ForAll Draw draw) {
        holds(SphereChecks.products(SphereHessian::times), draw);
    }

    @Example
    @Statement("loss.SphereHessian/S3")
    void inaccurateProductsAreRejected() {
        rejects("missing projection", SphereChecks.products(UNPROJECTED));
        rejects("sin φ uuᵀ lost", SphereChecks.products(BEND_LOST));
        rejects("sign of sin φ uuᵀ", SphereChecks.products(BEND_REVERSED));
        rejects("10⁻¹³ too large", SphereChecks.products((t, s, x) -> scaled(1 + 1e-13, SphereHessian.times(t, s, x))));
    }

    @Example
    @Statement("loss.SphereHessian/S1")
    void vectorsAndStudentsOfAnotherShapeAreRefused() {
        Teacher teacher = new Teacher(new double[] {1, 0}, new double[] {1, 2, 3});
        Student student = new Student(new double[] {0, 1}, new double[] {1, 2, 3});
        for (double[] x : new double[][] {{1}, {1, 2, 3}}) {
            assertThat(refusal(() -> SphereHessian.times(teacher, student, x))).isEqualTo("x");
        }
        Student longer = new Student(new double[] {0, 1, 0}, student.a());
        Student fewer = new Student(student.w(), new double[] {1, 2});
        assertThat(refusal(() -> SphereHessian.along(teacher, longer))).isEqualTo("w");
        assertThat(refusal(() -> SphereHessian.along(teacher, fewer))).isEqualTo("a");
    }

    private static String refusal(ThrowingCallable attempt) {
        return catchThrowableOfType(InvalidField.class, attempt).field();
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
