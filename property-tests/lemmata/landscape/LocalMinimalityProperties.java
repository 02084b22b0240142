package lemmata.landscape;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.Identity;
import lemmata.audit.MinimalityChecks;
import lemmata.audit.Oracle;
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

    @Example
    @Statement("landscape.LocalMinimality/S1")
    void otherThresholdsAreRejected() {
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
        rejects("twice", MinimalityChecks.neighbourhood(t -> 2 * LocalMinimality.radius(t)), twoPatches());
        rejects("three times", MinimalityChecks.neighbourhood(t -> 3 * LocalMinimality.radius(t)), twoPatches());
        rejects("‖a*‖ lost", MinimalityChecks.neighbourhood(t -> Math.abs(SpuriousOptimum.alignment(t))), twoPatches());
        rejects("‖a*‖", MinimalityChecks.neighbourhood(t -> Vectors.length(t.a())), twoPatches());
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

    @Example
    @Statement("landscape.LocalMinimality/S4")
    void signIsExactAtTheNeighboursOfTheBoundary() {
        holds(signsAreRight(LocalMinimality::alignmentSign), "the sign is exact within 20 ulps of the boundary");
        rejects("rounded instead of exact", signsAreRight(t -> Math.signum(SpuriousOptimum.alignment(t))));
        rejects(
                "q against the threshold in doubles",
                signsAreRight(t -> Math.signum(t.q() - LocalMinimality.threshold(t.k()))));
        rejects("zero within the error bound", signsAreRight(LocalMinimalityProperties::cautiousSign));
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
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("landscape.LocalMinimality/S6")
    void withOnePatchItNeverIsOne(@ForAll Draw draw) {
        holds(MinimalityChecks.onePatch(LocalMinimality::holds), draw);
    }

    @Example
    @Statement("landscape.LocalMinimality/S6")
    void otherRulesForOnePatchAreRejected() {
        rejects("≤ for <", MinimalityChecks.onePatch(t -> LocalMinimality.alignmentSign(t) <= 0));
        rejects("1 + k/π", MinimalityChecks.onePatch(t -> t.q() < 1 + t.k() / Math.PI));
        rejects("rounded sign", MinimalityChecks.onePatch(ROUNDED_SIGN), 1000);
    }

    /// Cases with p = k = 2 and a* ⟂ 1, large and at any angle, where a step of the radius often points along a*.
    private static List<Draw> twoPatches() {
        return IntStream.range(0, 2000)
                .mapToObj(i -> new Draw(2, 2, Draw.Filter.ANY, Draw.Target.SUM_ZERO, Draw.Weights.ANY, 0, 4, 2 * i + 1))
                .toList();
    }

    /// g āᵀa*/2π, what the change subtracts.
    private static double linear(Teacher t, Angle angle) {
        return AngleKernel.g(angle) * SpuriousOptimum.alignment(t) / (2 * Math.PI);
    }

    private static double cautiousSign(Teacher t) {
        double alignment = SpuriousOptimum.alignment(t);
        return Math.abs(alignment) <= SpuriousOptimum.alignmentError(t) ? 0 : Math.signum(alignment);
    }

    private static boolean signsAreRight(ToDoubleFunction<Teacher> sign) {
        boolean all = true;
        for (Teacher teacher : boundary()) {
            all &= sign.applyAsDouble(teacher)
                    == new Oracle(teacher, SpuriousOptimum.of(teacher))
                            .spuriousAlignment()
                            .signum();
        }
        return all;
    }

    /// a* = (1, x, …, x), k = 2 … 9, with x within 20 ulps of where āᵀa* changes its sign.
    private static List<Teacher> boundary() {
        List<Teacher> teachers = new ArrayList<>();
        for (int k = 2; k <= 9; k++) {
            double low = 0;
            double high = 1;
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                boolean below = SpuriousOptimum.alignment(teacher(k, middle)) < 0;
                low = below ? middle : low;
                high = below ? high : middle;
            }
            for (int ulps = -20; ulps <= 20; ulps++) {
                teachers.add(teacher(k, low + ulps * Math.ulp(low)));
            }
        }
        return teachers;
    }

    private static Teacher teacher(int k, double x) {
        double[] a = Vectors.map(entry -> x, new double[k]);
        a[0] = 1;
        return new Teacher(new double[] {1, 0}, a);
    }
}
