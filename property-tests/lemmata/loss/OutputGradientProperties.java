package lemmata.loss;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.GradientChecks;
import lemmata.audit.Identity;
import lemmata.audit.VectorFormula;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute loss.OutputGradient.
@DrawnCases
class OutputGradientProperties {

    private static final VectorFormula LOST_ONE = (t, s) -> textbook(t, s, 2, 1, Math.PI - 1, 0);
    private static final VectorFormula SUM_LOST = (t, s) -> textbook(t, s, 2, 0, Math.PI - 1, -1);
    private static final VectorFormula NORM_FORGOTTEN = (t, s) -> textbook(t, s, 0, 1, Math.PI - 1, -1);

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("loss.OutputGradient/S1")
    void isTheDifferenceQuotientOfTheLoss(@ForAll Draw draw) {
        holds(GradientChecks.outputDifferences(OutputGradient::at), draw);
    }

    @Example
    @Statement("loss.OutputGradient/S1")
    void otherDerivativesAreRejected() {
        rejects("sign", GradientChecks.outputDifferences((t, s) -> scaled(OutputGradient.at(t, s), -1)));
        rejects("½ dropped", GradientChecks.outputDifferences((t, s) -> scaled(OutputGradient.at(t, s), 2)));
        rejects("lost −1: g for g−1", GradientChecks.outputDifferences(LOST_ONE));
        rejects("M without 11ᵀ", GradientChecks.outputDifferences(SUM_LOST));
        rejects("r forgotten", GradientChecks.outputDifferences(NORM_FORGOTTEN));
        rejects("π for π−1", GradientChecks.outputDifferences((t, s) -> textbook(t, s, 2, 1, Math.PI, -1)));
        rejects(
                "10⁻¹² of it missing",
                GradientChecks.outputDifferences((t, s) -> scaled(OutputGradient.at(t, s), 1 - 1e-12)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("loss.OutputGradient/S2")
    void everyEntryIsAccurate(@ForAll Draw draw) {
        holds(GradientChecks.outputAccuracy(OutputGradient::at), draw);
    }

    @Example
    @Statement("loss.OutputGradient/S2")
    void inaccurateGradientsAreRejected() {
        rejects("r forgotten", GradientChecks.outputAccuracy(NORM_FORGOTTEN));
        rejects("lost −1: g for g−1", GradientChecks.outputAccuracy(LOST_ONE));
        rejects("r² read as r", GradientChecks.outputAccuracy((t, s) -> textbook(t, s, 1, 1, Math.PI - 1, -1)));
    }

    @Example
    @Statement("loss.OutputGradient/S2")
    void isAccurateNextToTheOptimumWhereOthersCancel() {
        VectorFormula textbook = (t, s) -> textbook(t, s, 2, 1, Math.PI - 1, -1);
        VectorFormula naive = OutputGradientProperties::naiveComplement;
        holds(GradientChecks.outputAccuracy(OutputGradient::at), Draws.nearOptimum());
        rejects("textbook form in doubles", GradientChecks.outputAccuracy(textbook), Draws.nearOptimum());
        rejects("naive π−g", GradientChecks.outputAccuracy(naive), Draws.nearOptimum());
    }

    @Example
    @Statement("loss.OutputGradient/S3")
    void residualFormIsTheTextbookForm() {
        holds(Identity.TEXTBOOK_GRADIENT.holds(), "r(Mδ + (π−g)a*) = r²Ma − r(11ᵀ + (g−1)I)a*");
        rejects("lost −1: g a*ᵢ for (g−1)a*ᵢ", Identity.TEXTBOOK_GRADIENT.holdsWith(1, 1, 0, 0, 0, 1));
        rejects("π aᵢ for (π−1)aᵢ", Identity.TEXTBOOK_GRADIENT.holdsWith(-1, 2, 0, 0, 1));
        rejects("11ᵀa lost", Identity.TEXTBOOK_GRADIENT.holdsWith(1, 2, 1));
        rejects("sign of 11ᵀa*", Identity.TEXTBOOK_GRADIENT.holdsWith(-2, 1, 0, 1));
    }

    /// (1/2π)[r²(11ᵀ + less I)a − r(11ᵀ + (g + shift)I)a*], with `power` for the 2 of r² and `ones` times 11ᵀ.
    private static double[] textbook(Teacher t, Student s, int power, double ones, double less, double shift) {
        Residual x = Residual.of(t, s);
        double g = AngleKernel.g(Angle.between(s.w(), t.w()));
        double linear = power == 0 ? 1 : x.r();
        double square = power == 2 ? x.r() * x.r() : linear;
        double sums = ones * (square * x.s() - linear * Vectors.sum(t.a()).doubleValue());
        return Vectors.map(
                (a, target) -> (sums + square * less * a - linear * (g + shift) * target) / (2 * Math.PI),
                s.a(),
                t.a());
    }

    private static double[] naiveComplement(Teacher t, Student s) {
        Residual x = Residual.of(t, s);
        double complement = Math.PI - AngleKernel.g(Angle.between(s.w(), t.w()));
        double factor = x.r() / (2 * Math.PI);
        return Vectors.map(
                (delta, target) -> factor * (x.sigma() + (Math.PI - 1) * delta + complement * target),
                x.delta(),
                t.a());
    }

    private static double[] scaled(double[] x, double factor) {
        return Vectors.map(entry -> factor * entry, x);
    }
}
