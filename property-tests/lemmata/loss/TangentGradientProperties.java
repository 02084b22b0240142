package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.GradientChecks;
import lemmata.audit.VectorFormula;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.TangentGradient.
@DrawnCases
class TangentGradientProperties {

    private static final VectorFormula SIGN = (t, s) -> Vectors.map(entry -> -entry, TangentGradient.at(t, s));
    private static final VectorFormula UNPROJECTED =
            (t, s) -> times(t, s, angle(t, s).psi(), t.w());
    private static final VectorFormula ONTO_TEACHER =
            (t, s) -> times(t, s, angle(t, s).psi(), Vectors.rejection(t.w(), s.w()));
    private static final VectorFormula NAIVE_PROJECTION =
            (t, s) -> times(t, s, angle(t, s).psi(), naiveRejection(t, s));
    private static final VectorFormula SUPPLEMENT =
            (t, s) -> times(t, s, angle(t, s).phi(), Vectors.rejection(s.w(), t.w()));

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.TangentGradient/S1")
    void isTheTangentPartOfTheFilterGradient(@ForAll Draw draw) {
        holds(GradientChecks.tangentPart(TangentGradient::at), draw);
    }

    @Example
    @Statement("loss.TangentGradient/S1")
    void otherVectorsAreRejected() {
        rejects("sign", GradientChecks.tangentPart(SIGN));
        rejects("missing projection", GradientChecks.tangentPart(UNPROJECTED));
        rejects("φ for π−φ", GradientChecks.tangentPart(SUPPLEMENT));
        rejects("P of w* for P of w", GradientChecks.tangentPart(ONTO_TEACHER));
        rejects("the whole filter gradient", GradientChecks.tangentPart(FilterGradient::at));
        rejects(
                "10⁻¹³ of it missing",
                GradientChecks.tangentPart(
                        (t, s) -> Vectors.map(entry -> entry * (1 - 1e-13), TangentGradient.at(t, s))));
    }

    @Example
    @Statement("loss.TangentGradient/S1")
    void studentsOfAnotherShapeAreRefused() {
        Teacher teacher = new Teacher(new double[] {1, 0}, new double[] {1, 2, 3});
        Student longer = new Student(new double[] {0, 1, 0}, teacher.a());
        Student fewer = new Student(teacher.w(), new double[] {1, 2});
        assertThat(catchThrowableOfType(InvalidField.class, () -> TangentGradient.at(teacher, longer))
                        .field())
                .isEqualTo("w");
        assertThat(catchThrowableOfType(InvalidField.class, () -> TangentGradient.at(teacher, fewer))
                        .field())
                .isEqualTo("a");
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.TangentGradient/S2")
    void isOrthogonalToTheFilter(@ForAll Draw draw) {
        holds(GradientChecks.orthogonal(TangentGradient::at), draw);
    }

    @Example
    @Statement("loss.TangentGradient/S2")
    void vectorsThatAreNotOrthogonalAreRejected() {
        rejects("missing projection", GradientChecks.orthogonal(UNPROJECTED));
        rejects("P of w* for P of w", GradientChecks.orthogonal(ONTO_TEACHER));
        rejects("w* − cos φ ŵ in doubles", GradientChecks.orthogonal(NAIVE_PROJECTION));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.TangentGradient/S3")
    void isAccurateInNorm(@ForAll Draw draw) {
        holds(GradientChecks.tangentAccuracy(TangentGradient::at), draw);
    }

    @Example
    @Statement("loss.TangentGradient/S3")
    void inaccurateVectorsAreRejected() {
        rejects(
                "½ doubled",
                GradientChecks.tangentAccuracy((t, s) -> times(t, s, angle(t, s).psi() / 2, tangent(t, s))));
        rejects("w* − cos φ ŵ in doubles", GradientChecks.tangentAccuracy(NAIVE_PROJECTION));
        rejects(
                "π−φ rounded near π",
                GradientChecks.tangentAccuracy(
                        (t, s) -> times(t, s, Math.PI - angle(t, s).phi(), tangent(t, s))));
        rejects(
                "π−φ in floats",
                GradientChecks.tangentAccuracy(
                        (t, s) -> times(t, s, (float) angle(t, s).psi(), tangent(t, s))));
    }

    private static Angle angle(Teacher t, Student s) {
        return Angle.between(s.w(), t.w());
    }

    private static double[] tangent(Teacher t, Student s) {
        return Vectors.rejection(s.w(), t.w());
    }

    /// −(psi/2π) d x.
    private static double[] times(Teacher t, Student s, double psi, double[] x) {
        double factor = -psi * Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
        return Vectors.map(entry -> factor * entry, x);
    }

    private static double[] naiveRejection(Teacher t, Student s) {
        double cosine = Functions.cos(angle(t, s).phi());
        return Vectors.map((target, w) -> target - cosine * w, t.w(), SphereProjection.project(s.w()));
    }
}
