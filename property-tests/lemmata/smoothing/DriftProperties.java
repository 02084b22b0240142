package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.DriftChecks;
import lemmata.audit.MeanTest;
import lemmata.audit.MomentFormula;
import lemmata.audit.MomentMeans;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.Drift.
@DrawnCases
class DriftProperties {

    private static final Reading.Filter NETWORK = Reading.Filter.NETWORK;
    private static final Reading.Filter ANGLE = Reading.Filter.ANGLE;

    private static final int SAMPLES = 1 << 15;

    /// Cases for the oracle, which takes some hundredths of a second for each.
    private static final List<Draw> FEW =
            IntStream.range(0, 60).mapToObj(i -> Draw.of(1969 + i, 4 * i)).toList();

    /// p = 3 … 6.
    private static final List<Draw> POINTS = IntStream.range(0, 8)
            .mapToObj(i -> new Draw(3 + i % 4, 1, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 610 + i))
            .toList();

    private static final MomentFormula EXCHANGED = WrongMoments.instead(Drift::angle, Drift::network);
    private static final MomentFormula EXCHANGED_BACK = WrongMoments.instead(Drift::network, Drift::angle);
    private static final MomentFormula QUIET = WrongMoments.like(Drift::network, (noise, angle) -> angle.psi());
    private static final MomentFormula LEVEL = WrongMoments.like(Drift::network, (noise, angle) -> Math.PI / 2);
    private static final MomentFormula SUPPLEMENT = WrongMoments.turned(Drift::network);
    private static final MomentFormula SQUARED = WrongMoments.networkAt(rho -> rho * rho);
    private static final MomentFormula INVERTED = WrongMoments.networkAt(rho -> 1 / rho);
    private static final MomentFormula FACTOR_LOST = WrongMoments.networkTimes(1);
    private static final MomentFormula ON_SPHERE = WrongMoments.networkWithNoise(p -> p);
    private static final MomentFormula HALF_MORE = WrongMoments.networkWithNoise(p -> p + 3);
    private static final MomentFormula FLOATS = WrongMoments.like(Drift::network, (noise, angle) ->
            (float) Drift.network(noise, angle).value());

    @Example
    @Statement({"smoothing.Drift/S1", "smoothing.Drift/S6"})
    void agreesWithTheOracle() {
        holds(DriftChecks.accuracy(NETWORK, Drift::network), FEW);
        holds(DriftChecks.accuracy(ANGLE, Drift::angle), FEW);
    }

    @Example
    @Statement({"smoothing.Drift/S1", "smoothing.Drift/S6"})
    void otherIntegralsAreRejected() {
        rejects("κ of ANGLE for NETWORK", DriftChecks.accuracy(NETWORK, EXCHANGED), FEW);
        rejects("κ of NETWORK for ANGLE", DriftChecks.accuracy(ANGLE, EXCHANGED_BACK), FEW);
        rejects("π/2 lost", DriftChecks.accuracy(NETWORK, FACTOR_LOST), FEW);
        rejects("ρ² for ρ", DriftChecks.accuracy(NETWORK, SQUARED), FEW);
        rejects("1/ρ for ρ", DriftChecks.accuracy(NETWORK, INVERTED), FEW);
        rejects("noise on the sphere of R^p", DriftChecks.accuracy(NETWORK, ON_SPHERE), FEW);
        rejects("lost −1 in (n−1)/2", DriftChecks.accuracy(NETWORK, HALF_MORE), FEW);
        rejects(
                "n = p+1 for n = p+2",
                DriftChecks.accuracy(
                        NETWORK, WrongMoments.drift(Drift::network, Math.PI / 2, p -> p + 1, p -> p + 2, p -> p)),
                FEW);
        rejects(
                "n for n−1 in the azimuth",
                DriftChecks.accuracy(
                        NETWORK, WrongMoments.drift(Drift::network, Math.PI / 2, p -> p + 2, p -> p + 2, p -> p + 2)),
                FEW);
        rejects("p+1 for p", DriftChecks.accuracy(NETWORK, WrongMoments.longer(Drift::network, 1)), FEW);
        rejects("φ for π−φ", DriftChecks.accuracy(NETWORK, SUPPLEMENT), FEW);
        rejects("no noise", DriftChecks.accuracy(NETWORK, QUIET), FEW);
        rejects("in floats", DriftChecks.accuracy(NETWORK, FLOATS), FEW);
        rejects("10⁻¹² too large", DriftChecks.accuracy(ANGLE, changed(Drift::angle, 1 + 1e-12)), FEW);
    }

    /// False alarms: ≤ 24 · 10⁻¹⁰ in all, by [MeanTest]. Power: at 2¹⁵ samples a mean off by 0.08 of the bound of the
    /// deviation, π or π/2, is found.
    @Example
    @Statement({"smoothing.Drift/S1", "smoothing.Drift/S3"})
    void isTheMeanOfDrawnGradients() {
        holds(mean(MomentMeans::network, Drift::network), POINTS);
        holds(mean(MomentMeans::angle, Drift::angle), POINTS);
        holds(onSphere(Drift::network), POINTS);
    }

    @Example
    @Statement({"smoothing.Drift/S1", "smoothing.Drift/S3"})
    void otherMeansAreRejected() {
        rejects("no noise", mean(MomentMeans::network, QUIET), POINTS);
        rejects("φ for π−φ", mean(MomentMeans::network, SUPPLEMENT), POINTS);
        rejects("κ halved", mean(MomentMeans::network, changed(Drift::network, 0.5)), POINTS);
        rejects("π/2", mean(MomentMeans::angle, LEVEL), POINTS);
        rejects("no noise, ANGLE", mean(MomentMeans::angle, QUIET), POINTS);
        rejects("φ for π−φ, ANGLE", mean(MomentMeans::angle, WrongMoments.turned(Drift::angle)), POINTS);
        rejects("φ for π−φ, on the sphere of R^{p+2}", onSphere(SUPPLEMENT), POINTS);
        rejects("no noise, on the sphere of R^{p+2}", onSphere(QUIET), POINTS);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.Drift/S2")
    void isSymmetricAndInItsRange(@ForAll Draw draw) {
        holds(DriftChecks.symmetry(Drift::network).and(DriftChecks.range(Drift::network)), draw);
        holds(DriftChecks.symmetry(Drift::angle).and(DriftChecks.range(Drift::angle)), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("smoothing.Drift/S2")
    void fallsAsFastAsStated(@ForAll Draw draw) {
        holds(DriftChecks.fall(NETWORK, Drift::network), draw);
        holds(DriftChecks.fall(ANGLE, Drift::angle), draw);
    }

    @Example
    @Statement("smoothing.Drift/S2")
    void otherShapesAreRejected() {
        rejects("10⁻¹² too large, symmetry", DriftChecks.symmetry(changed(Drift::network, 1 + 1e-12)));
        rejects("φ for π−φ on the obtuse side", DriftChecks.symmetry(obtuseOnly(SUPPLEMENT)));
        rejects("noise on the obtuse side only", DriftChecks.symmetry(acuteOnly(QUIET)));
        rejects("no noise, range", DriftChecks.range(QUIET));
        rejects("φ for π−φ, range", DriftChecks.range(SUPPLEMENT));
        rejects("factor π for π/2, range", DriftChecks.range(WrongMoments.networkTimes(Math.PI)));
        rejects("no noise, fall", DriftChecks.fall(NETWORK, QUIET), FEW);
        rejects("rising", DriftChecks.fall(NETWORK, SUPPLEMENT), FEW);
        rejects("π/2", DriftChecks.fall(NETWORK, LEVEL), FEW);
        rejects("κ of ANGLE for NETWORK, fall", DriftChecks.fall(NETWORK, EXCHANGED), FEW);
        rejects("κ of NETWORK for ANGLE, fall", DriftChecks.fall(ANGLE, EXCHANGED_BACK), FEW);
        rejects("ρ² for ρ, fall", DriftChecks.fall(NETWORK, SQUARED), FEW);
        rejects("lost −1, fall", DriftChecks.fall(NETWORK, HALF_MORE), FEW);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.Drift/S3")
    void isDualInTheRadius(@ForAll Draw draw) {
        holds(DriftChecks.duality(Drift::network), draw);
    }

    @Example
    @Statement("smoothing.Drift/S3")
    void formulasWithoutTheDualityAreRejected() {
        rejects("κ of ANGLE", DriftChecks.duality(EXCHANGED));
        rejects("noise on the sphere of R^p", DriftChecks.duality(ON_SPHERE));
        rejects("lost −1", DriftChecks.duality(HALF_MORE));
        rejects("π/2 lost", DriftChecks.duality(FACTOR_LOST));
        rejects("2ρ for ρ", DriftChecks.duality(WrongMoments.networkAt(rho -> 2 * rho)));
        rejects("1/ρ for ρ, φ for π−φ", DriftChecks.duality(WrongMoments.turned(INVERTED)));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.Drift/S4")
    void staysWithinItsLimits(@ForAll Draw draw) {
        holds(DriftChecks.networkLimits(Drift::network), draw);
        holds(DriftChecks.angleLimits(Drift::angle), draw);
    }

    @Example
    @Statement("smoothing.Drift/S4")
    void otherLimitsAreRejected() {
        rejects("κ of ANGLE for NETWORK", DriftChecks.networkLimits(EXCHANGED));
        rejects("κ of NETWORK for ANGLE", DriftChecks.angleLimits(EXCHANGED_BACK));
        rejects("no noise", DriftChecks.networkLimits(QUIET));
        rejects("ρ² for ρ", DriftChecks.networkLimits(SQUARED));
        rejects("noise on the sphere of R^p", DriftChecks.networkLimits(ON_SPHERE));
        rejects("π/2 lost", DriftChecks.networkLimits(FACTOR_LOST));
        rejects("p+1 for p", DriftChecks.networkLimits(WrongMoments.longer(Drift::network, 1)));
        rejects("p+1 for p, ANGLE", DriftChecks.angleLimits(WrongMoments.longer(Drift::angle, 1)));
        rejects("10⁻¹¹ too large, ANGLE", DriftChecks.angleLimits(changed(Drift::angle, 1 + 1e-11)));
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.Drift/S5")
    void noiseMovesItTowardsTheMiddle(@ForAll Draw draw) {
        holds(DriftChecks.monotone(NETWORK, Drift::network), draw);
        holds(DriftChecks.monotone(ANGLE, Drift::angle), draw);
    }

    @Example
    @Statement("smoothing.Drift/S5")
    void formulasThatDoNotMoveSoAreRejected() {
        rejects("no noise", DriftChecks.monotone(NETWORK, QUIET));
        rejects("1/ρ for ρ", DriftChecks.monotone(NETWORK, INVERTED));
        rejects("φ for π−φ", DriftChecks.monotone(NETWORK, SUPPLEMENT));
        rejects("π/2", DriftChecks.monotone(NETWORK, LEVEL));
        rejects("ρ at most 1", DriftChecks.monotone(NETWORK, WrongMoments.networkAt(rho -> Math.min(rho, 1))));
    }

    private static Check mean(Mean test, MomentFormula kappa) {
        return draw -> OptionalDouble.of(
                test.at(kappa, MomentMeans.Point.of(draw), SAMPLES).ratio());
    }

    private static Check onSphere(MomentFormula kappa) {
        return draw -> OptionalDouble.of(MomentMeans.onSphere(kappa, false, MomentMeans.Point.of(draw), SAMPLES)
                .ratio());
    }

    private static MomentFormula changed(MomentFormula formula, double factor) {
        return formula.mapped(value -> factor * value);
    }

    private static MomentFormula obtuseOnly(MomentFormula wrong) {
        return (noise, angle) -> angle.psi() < angle.phi() ? wrong.at(noise, angle) : Drift.network(noise, angle);
    }

    private static MomentFormula acuteOnly(MomentFormula wrong) {
        return (noise, angle) -> angle.psi() > angle.phi() ? wrong.at(noise, angle) : Drift.network(noise, angle);
    }

    /// A mean test of κ at a point.
    @FunctionalInterface
    private interface Mean {
        MeanTest at(MomentFormula kappa, MomentMeans.Point point, int samples);
    }
}
