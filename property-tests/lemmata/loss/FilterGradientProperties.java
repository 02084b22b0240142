package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.GradientChecks;
import lemmata.audit.VectorFormula;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.FilterGradient.
@DrawnCases
class FilterGradientProperties {

    private static final VectorFormula TANGENT_REVERSED = (t, s) ->
            Vectors.map((all, tangent) -> all - 2 * tangent, FilterGradient.at(t, s), TangentGradient.at(t, s));
    private static final VectorFormula TANGENT_LOST =
            (t, s) -> Vectors.map((all, tangent) -> all - tangent, FilterGradient.at(t, s), TangentGradient.at(t, s));
    private static final VectorFormula NORM_FORGOTTEN =
            (t, s) -> FilterGradient.at(t, new Student(SphereProjection.project(s.w()), s.a()));
    private static final VectorFormula LARGER =
            (t, s) -> Vectors.map(entry -> (1 + 1e-13) * entry, FilterGradient.at(t, s));
    private static final VectorFormula ANGLE_LOST = (t, s) -> withRadial(t, s, -angleTerm(t, s));

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.FilterGradient/S1")
    void isTheDerivativeInEveryDirection(@ForAll Draw draw) {
        holds(GradientChecks.filterDifferences(FilterGradient::at), draw);
    }

    @Example
    @Statement("loss.FilterGradient/S1")
    void otherDerivativesAreRejected() {
        rejects("sign of the tangent part", GradientChecks.filterDifferences(TANGENT_REVERSED));
        rejects("tangent part lost", GradientChecks.filterDifferences(TANGENT_LOST));
        rejects("r forgotten", GradientChecks.filterDifferences(NORM_FORGOTTEN));
        rejects("σ from a for r a", GradientChecks.filterDifferences((t, s) -> withRadial(t, s, sumOffSphere(t, s))));
        rejects("(π−g)d lost", GradientChecks.filterDifferences(ANGLE_LOST));
        rejects("w for ŵ", GradientChecks.filterDifferences((t, s) -> withRadial(t, s, radialTimes(t, s))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.FilterGradient/S2")
    void everyEntryIsAccurate(@ForAll Draw draw) {
        holds(GradientChecks.filterAccuracy(FilterGradient::at), draw);
    }

    @Example
    @Statement("loss.FilterGradient/S2")
    void inaccurateGradientsAreRejected() {
        rejects(
                "φ for π−φ",
                GradientChecks.filterAccuracy(
                        (t, s) -> textbook(t, s, angle(t, s).phi())));
        rejects("r forgotten", GradientChecks.filterAccuracy(NORM_FORGOTTEN));
        rejects("10⁻¹³ too large", GradientChecks.filterAccuracy(LARGER));
    }

    @Example
    @Statement("loss.FilterGradient/S2")
    void isAccurateNextToTheOptimumWhereOthersCancel() {
        VectorFormula textbook = (t, s) -> textbook(t, s, angle(t, s).psi());
        holds(GradientChecks.filterAccuracy(FilterGradient::at), Draws.nearOptimum());
        rejects("textbook form in doubles", GradientChecks.filterAccuracy(textbook), Draws.nearOptimum());
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.FilterGradient/S3")
    void satisfiesEulersRelation(@ForAll Draw draw) {
        holds(GradientChecks.euler(FilterGradient::at), draw);
    }

    @Example
    @Statement("loss.FilterGradient/S3")
    void gradientsWithoutEulersRelationAreRejected() {
        rejects("(π−g)d lost", GradientChecks.euler(ANGLE_LOST));
        rejects("r forgotten", GradientChecks.euler(NORM_FORGOTTEN));
        rejects("only the tangent part", GradientChecks.euler(TangentGradient::at));
        rejects("10⁻¹³ too large", GradientChecks.euler(LARGER));
    }

    private static Angle angle(Teacher t, Student s) {
        return Angle.between(s.w(), t.w());
    }

    /// The gradient with 2π times its part along ŵ changed by `extra`.
    private static double[] withRadial(Teacher t, Student s, double extra) {
        double[] unit = SphereProjection.project(s.w());
        return Vectors.map((entry, w) -> entry + extra / (2 * Math.PI) * w, FilterGradient.at(t, s), unit);
    }

    private static double angleTerm(Teacher t, Student s) {
        return AngleKernel.piMinusG(angle(t, s)) * Residual.of(t, s).d();
    }

    /// What s(s − s*) has over s(r s − s*).
    private static double sumOffSphere(Teacher t, Student s) {
        Residual x = Residual.of(t, s);
        return x.s() * x.s() * (1 - x.r());
    }

    /// What r times the radial coefficient has over the coefficient.
    private static double radialTimes(Teacher t, Student s) {
        double[] unit = SphereProjection.project(s.w());
        double radial = Vectors.dot(unit, FilterGradient.at(t, s)).doubleValue();
        return 2 * Math.PI * radial * (Vectors.length(s.w()) - 1);
    }

    /// (1/2π)[(s² + (π−1)A) w − (s s* + (g−1)d) ŵ − psi · d · t].
    private static double[] textbook(Teacher t, Student s, double psi) {
        Residual x = Residual.of(t, s);
        double own = x.s() * x.s() + (Math.PI - 1) * (x.sizeA() * x.sizeA());
        double mixed = x.s() * Vectors.sum(t.a()).doubleValue() + (AngleKernel.g(angle(t, s)) - 1) * x.d();
        double[] radial = Vectors.map(w -> (own - mixed / x.r()) * w, s.w());
        double[] tangent = Vectors.rejection(s.w(), t.w());
        return Vectors.map((along, across) -> (along - psi * x.d() * across) / (2 * Math.PI), radial, tangent);
    }
}
