package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.MinimalityChecks;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute landscape.LocalMinimality.
@DrawnCases
class LocalMinimalityProperties {

    private static final Predicate<Teacher> ROUNDED_SIGN = t -> t.p() == 1 || SpuriousOptimum.alignment(t) < 0;

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S1")
    void holdsExactlyWhereNothingNearbyIsLower(@ForAll Draw draw) {
        holds(MinimalityChecks.localMinimality(LocalMinimality::holds), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S1")
    void holdsExactlyBelowTheThreshold(@ForAll Draw draw) {
        holds(MinimalityChecks.threshold(LocalMinimality::holds), draw);
        holds(MinimalityChecks.thresholdAccuracy(LocalMinimality::threshold), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S1")
    void otherThresholdsAreRejected() {
        holds(Identity.SIGN_OF_ALIGNMENT.holds(), "(π−1)(π−1+k)āᵀa* = π‖a*‖²(q − 1 − (k−1)/π)");
        rejects("k for k−1", Identity.SIGN_OF_ALIGNMENT.holdsWith(1, 0, 0, 0, 1));
        rejects("1% over the threshold", MinimalityChecks.threshold(t -> t.p() == 1 || t.q() < 1.01 * threshold(t)));
        rejects("q in doubles", MinimalityChecks.threshold(t -> t.p() == 1 || t.q() < threshold(t)));
        rejects("rounded sign", MinimalityChecks.threshold(ROUNDED_SIGN));
        rejects("1 + k/π, as a number", MinimalityChecks.thresholdAccuracy(k -> 1 + k / Math.PI));
        rejects("1 + (k−1)π", MinimalityChecks.thresholdAccuracy(k -> 1 + (k - 1) * Math.PI));
        rejects("1 + k/π", MinimalityChecks.localMinimality(t -> t.q() < 1 + t.k() / Math.PI));
        rejects("(k−1)/π", MinimalityChecks.localMinimality(t -> t.q() < (t.k() - 1) / Math.PI));
        rejects(
                "1% more",
                MinimalityChecks.localMinimality(t -> t.q() < 1.01 * LocalMinimality.threshold(t.k())), 1000);
        rejects("always", MinimalityChecks.localMinimality(t -> true));
        rejects("never", MinimalityChecks.localMinimality(t -> false));
        rejects("> for <", MinimalityChecks.localMinimality(t -> !LocalMinimality.holds(t)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S2")
    void nothingIsLowerWithinTheRadius(@ForAll Draw draw) {
        holds(MinimalityChecks.neighbourhood(LocalMinimality::radius), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S2")
    void largerRadiiAreRejected() {
        rejects("twice", unscaledNeighbourhood(t -> 2 * LocalMinimality.radius(t)));
        rejects("three times", unscaledNeighbourhood(t -> 3 * LocalMinimality.radius(t)));
        rejects("‖a*‖", unscaledNeighbourhood(t -> Vectors.length(t.a())));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S2")
    void radiusIsAccurate(@ForAll Draw draw) {
        holds(MinimalityChecks.radius(LocalMinimality::radius), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S2")
    void otherRadiiAreRejected() {
        rejects("twice", MinimalityChecks.radius(t -> 2 * LocalMinimality.radius(t)));
        rejects("āᵀa* for |āᵀa*|", MinimalityChecks.radius(t -> SpuriousOptimum.alignment(t) / Vectors.length(t.a())));
        rejects("off by 10⁻¹⁴", MinimalityChecks.radius(t -> (1 + 1e-14) * LocalMinimality.radius(t)));
        rejects("‖a*‖ lost", MinimalityChecks.radius(t -> Math.abs(SpuriousOptimum.alignment(t))));
    }

    private static Check unscaledNeighbourhood(ToDoubleFunction<Teacher> radius) {
        return MinimalityChecks.neighbourhood(radius).where(draw -> draw.weightScale() == 0);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S3")
    void lossFallsAlongTheCurveByTheStatedAmount(@ForAll Draw draw) {
        holds(MinimalityChecks.descent(LocalMinimality::descentChange), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S3")
    void otherAmountsAreRejected() {
        holds(Identity.DESCENT_VALUE.holds(), "4π times the change is −g² a*ᵀM⁻¹a* − 2g āᵀa*");
        rejects("½ dropped: −g āᵀa*/π", Identity.DESCENT_VALUE.holdsWith(2, 0, 0, 0, 0, 1, 1));
        rejects("sign", MinimalityChecks.descent((t, angle) -> -LocalMinimality.descentChange(t, angle)));
        rejects(
                "āᵀa* lost",
                MinimalityChecks.descent((t, angle) -> LocalMinimality.descentChange(t, angle) + linear(t, angle)));
        rejects(
                "sign of āᵀa*",
                MinimalityChecks.descent((t, angle) -> LocalMinimality.descentChange(t, angle) + 2 * linear(t, angle)));
        rejects("in floats", MinimalityChecks.descent((t, angle) -> (float) LocalMinimality.descentChange(t, angle)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S4")
    void signIsExact(@ForAll Draw draw) {
        holds(MinimalityChecks.exactSign(LocalMinimality::alignmentSign), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S4")
    void signIsExactAtTheThreshold(@ForAll Draw draw) {
        holds(MinimalityChecks.exactSignAtThreshold(LocalMinimality::alignmentSign), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S4")
    void roundedSignsAreRejected() {
        rejects(
                "rounded instead of exact",
                MinimalityChecks.exactSignAtThreshold(t -> Math.signum(SpuriousOptimum.alignment(t))));
        rejects(
                "q against the threshold in doubles",
                MinimalityChecks.exactSignAtThreshold(t -> Math.signum(t.q() - threshold(t))));
        rejects(
                "zero within the error bound",
                MinimalityChecks.exactSignAtThreshold(LocalMinimalityProperties::cautiousSign));
        rejects("rounded, at k = 1", MinimalityChecks.exactSign(t -> Math.signum(SpuriousOptimum.alignment(t))));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S5")
    void onTheLineItAlwaysIsOne(@ForAll Draw draw) {
        holds(MinimalityChecks.onTheLine(LocalMinimality::holds), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S5")
    void otherRulesOnTheLineAreRejected() {
        rejects("the rule of p ≥ 2", MinimalityChecks.onTheLine(t -> LocalMinimality.alignmentSign(t) < 0));
        rejects("never", MinimalityChecks.onTheLine(t -> false));
        rejects("also for a* = 0", MinimalityChecks.onTheLine(t -> t.p() == 1 || LocalMinimality.alignmentSign(t) < 0));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S6")
    void withOnePatchItNeverIsOne(@ForAll Draw draw) {
        holds(onePatch(LocalMinimality::holds), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S6")
    void otherRulesForOnePatchAreRejected() {
        rejects("≤ for <", onePatch(t -> LocalMinimality.alignmentSign(t) <= 0));
        rejects("1 + k/π", onePatch(t -> t.q() < 1 + t.k() / Math.PI));
        rejects("rounded sign", onePatch(ROUNDED_SIGN), 1000);
        rejects("q off by 10⁻¹⁵", MinimalityChecks.onePatch(LocalMinimality::holds, t -> t.q() * (1 + 1e-15)));
    }

    private static Check onePatch(Predicate<Teacher> holds) {
        return MinimalityChecks.onePatch(holds, Teacher::q);
    }

    private static double threshold(Teacher t) {
        return LocalMinimality.threshold(t.k());
    }

    /// g āᵀa*/2π, what the change subtracts.
    private static double linear(Teacher t, Angle angle) {
        return AngleKernel.g(angle) * SpuriousOptimum.alignment(t) / (2 * Math.PI);
    }

    private static double cautiousSign(Teacher t) {
        double alignment = SpuriousOptimum.alignment(t);
        return Math.abs(alignment) <= SpuriousOptimum.alignmentError(t) ? 0 : Math.signum(alignment);
    }
}
