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
import lemmata.audit.MomentFormula;
import lemmata.audit.MomentMeans;
import lemmata.audit.NormalisedDirectionChecks;
import lemmata.audit.SmoothedKernelChecks;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.NormalisedDirection.
@DrawnCases
class NormalisedDirectionProperties {

    private static final int SAMPLES = 1 << 15;

    /// Cases for the oracle, which takes a tenth of a second for each.
    private static final List<Draw> FEW =
            IntStream.range(0, 24).mapToObj(i -> Draw.of(1543 + i, 9 * i)).toList();

    /// p = 3 … 6.
    private static final List<Draw> POINTS = IntStream.range(0, 8)
            .mapToObj(i -> new Draw(3 + i % 4, 1, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 810 + i))
            .toList();

    /// Tiny noise at a tiny angle.
    private static final List<Draw> QUIET = drawn(2809, 2817, 2828, 3022);

    /// Little noise at an angle next to π.
    private static final List<Draw> NEAR = drawn(2846, 3002, 3348, 4449);

    /// h_U.
    private static final MomentFormula KERNEL =
            (noise, angle) -> Bounded.within(1, Math.PI).minus(NormalisedDirection.deficit(noise, angle));

    private static final MomentFormula QUIET_DEFICIT =
            WrongMoments.like(NormalisedDirection::deficit, (noise, angle) -> AngleKernel.piMinusG(angle));
    private static final MomentFormula QUIET_DRIFT =
            WrongMoments.like(NormalisedDirection::drift, (noise, angle) -> angle.psi());
    private static final MomentFormula RADIAL =
            WrongMoments.instead(SmoothedKernel::deficit, NormalisedDirection::deficit);
    private static final MomentFormula NETWORK = WrongMoments.instead(Drift::network, NormalisedDirection::drift);
    private static final MomentFormula ANGLE = WrongMoments.instead(Drift::angle, NormalisedDirection::drift);
    private static final MomentFormula ON_SURFACE = WrongMoments.direction((noise, x, r) -> 1);
    private static final MomentFormula ENTRY_FORGOTTEN =
            WrongMoments.direction((noise, x, r) -> noise.rho() < 1 && x < -noise.rho() ? 0 : 1 + x / noise.rho());
    private static final MomentFormula TIMES_RHO = WrongMoments.direction((noise, x, r) -> 1 + x * noise.rho());

    @Example
    @Statement({
        "smoothing.NormalisedDirection/S1",
        "smoothing.NormalisedDirection/S2",
        "smoothing.NormalisedDirection/S4"
    })
    void agreesWithTheOracle() {
        holds(NormalisedDirectionChecks.deficitAccuracy(NormalisedDirection::deficit), FEW);
        holds(NormalisedDirectionChecks.driftAccuracy(NormalisedDirection::drift), FEW);
        holds(SmoothedKernelChecks.firstMoment(SmoothedKernel::m1Excess), FEW);
    }

    @Example
    @Statement({
        "smoothing.NormalisedDirection/S1",
        "smoothing.NormalisedDirection/S2",
        "smoothing.NormalisedDirection/S4"
    })
    void otherIntegralsAreRejected() {
        rejects("no noise, h", NormalisedDirectionChecks.deficitAccuracy(QUIET_DEFICIT), FEW);
        rejects("h of RADIAL", NormalisedDirectionChecks.deficitAccuracy(RADIAL), FEW);
        rejects("noise on the sphere of R^p", NormalisedDirectionChecks.deficitAccuracy(ON_SURFACE), FEW);
        rejects("entry point forgotten", NormalisedDirectionChecks.deficitAccuracy(ENTRY_FORGOTTEN), FEW);
        rejects("1 + ρ cos α for 1 + cos α/ρ", NormalisedDirectionChecks.deficitAccuracy(TIMES_RHO), FEW);
        rejects(
                "π − h as a difference",
                NormalisedDirectionChecks.deficitAccuracy(WrongMoments.like(
                        NormalisedDirection::deficit,
                        (noise, angle) -> Math.PI - KERNEL.at(noise, angle).value())),
                QUIET);
        rejects("p+1 for p, h", deficit(WrongMoments.longer(NormalisedDirection::deficit, 1)), FEW);
        rejects("φ for π−φ, h", deficit(WrongMoments.turned(NormalisedDirection::deficit)), FEW);
        rejects("no noise, κ", drift(QUIET_DRIFT), FEW);
        rejects("κ of NETWORK", drift(NETWORK), FEW);
        rejects("κ of ANGLE", drift(ANGLE), FEW);
        rejects(
                "p/(p−1) lost",
                drift(WrongMoments.like(
                        NormalisedDirection::drift,
                        (noise, angle) ->
                                NormalisedDirection.drift(noise, angle).value() * (noise.p() - 1) / noise.p())),
                FEW);
        rejects("p+1 for p, κ", drift(WrongMoments.longer(NormalisedDirection::drift, 1)), FEW);
        rejects("φ for π−φ, κ", drift(WrongMoments.turned(NormalisedDirection::drift)), FEW);
        rejects("ρ² for ρ, κ", drift(WrongMoments.at(NormalisedDirection::drift, rho -> rho * rho)), FEW);
        rejects(
                "π−φ rounded near π",
                drift(WrongMoments.like(
                        NormalisedDirection::drift,
                        (noise, angle) -> NormalisedDirection.drift(noise, Angle.ofRadians(angle.phi()))
                                .value())),
                NEAR);
    }

    /// False alarms: ≤ 16 · 10⁻¹⁰ in all, by [lemmata.audit.MeanTest]. Power: at 2¹⁵ samples a mean off by 0.08 of the
    /// bound of the deviation, π/2 or π/max(ρ, 1), is found.
    @Example
    @Statement({"smoothing.NormalisedDirection/S1", "smoothing.NormalisedDirection/S2"})
    void areMeansOverDrawnNoise() {
        holds(direction(NormalisedDirection::deficit), POINTS);
        holds(onSphere(NormalisedDirection::drift), POINTS);
    }

    @Example
    @Statement({"smoothing.NormalisedDirection/S1", "smoothing.NormalisedDirection/S2"})
    void otherMeansAreRejected() {
        rejects("no noise, h", direction(QUIET_DEFICIT), POINTS);
        rejects("h of RADIAL", direction(RADIAL), POINTS);
        rejects("φ for π−φ, h", direction(WrongMoments.turned(NormalisedDirection::deficit)), POINTS);
        rejects("no noise, κ", onSphere(QUIET_DRIFT), POINTS);
        rejects("κ of NETWORK", onSphere(NETWORK), POINTS);
        rejects("φ for π−φ, κ", onSphere(WrongMoments.turned(NormalisedDirection::drift)), POINTS);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"smoothing.NormalisedDirection/S2", "smoothing.NormalisedDirection/S3"})
    void theTwoBelongTogether(@ForAll Draw draw) {
        holds(NormalisedDirectionChecks.symmetry(NormalisedDirection::deficit, NormalisedDirection::drift), draw);
        holds(SmoothedKernelChecks.slope(KERNEL, NormalisedDirection::drift), draw);
    }

    @Example
    @Statement({"smoothing.NormalisedDirection/S2", "smoothing.NormalisedDirection/S3"})
    void otherPairsAreRejected() {
        rejects("κ of NETWORK", SmoothedKernelChecks.slope(KERNEL, NETWORK), 60);
        rejects("κ of ANGLE", SmoothedKernelChecks.slope(KERNEL, ANGLE), 60);
        rejects("h of RADIAL", SmoothedKernelChecks.slope(SmoothedKernel::h, NormalisedDirection::drift), 60);
        rejects("sign of h′", SmoothedKernelChecks.slope(NormalisedDirection::deficit, NormalisedDirection::drift), 60);
        rejects("no noise", SmoothedKernelChecks.slope(KERNEL, QUIET_DRIFT), 60);
        rejects("κ of NETWORK, c̄", NormalisedDirectionChecks.symmetry(NormalisedDirection::deficit, NETWORK), 60);
        rejects("h of RADIAL, c̄", NormalisedDirectionChecks.symmetry(RADIAL, NormalisedDirection::drift), 60);
        rejects("both without noise", NormalisedDirectionChecks.symmetry(QUIET_DEFICIT, QUIET_DRIFT), 60);
        rejects("both of RADIAL × NETWORK", NormalisedDirectionChecks.symmetry(RADIAL, NETWORK), 60);
        rejects(
                "noise on the sphere of R^p",
                NormalisedDirectionChecks.symmetry(ON_SURFACE, NormalisedDirection::drift),
                20);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("smoothing.NormalisedDirection/S3")
    void isPositiveFallsAndStaysWithinItsLimits(@ForAll Draw draw) {
        holds(NormalisedDirectionChecks.falls(NormalisedDirection::drift), draw);
        holds(NormalisedDirectionChecks.smallNoise(NormalisedDirection::deficit, NormalisedDirection::drift), draw);
        holds(NormalisedDirectionChecks.largeNoise(NormalisedDirection::deficit, NormalisedDirection::drift), draw);
    }

    @Example
    @Statement("smoothing.NormalisedDirection/S3")
    void otherLimitsAreRejected() {
        MomentFormula right = NormalisedDirection::drift;
        rejects("rising", NormalisedDirectionChecks.falls(WrongMoments.turned(right)), 60);
        rejects("π/2", NormalisedDirectionChecks.falls(WrongMoments.like(right, (noise, angle) -> 1.5)), 60);
        rejects("negative", NormalisedDirectionChecks.falls(right.mapped(value -> value - 1)), 60);
        rejects("no noise, ρ → 0", NormalisedDirectionChecks.smallNoise(NormalisedDirection::deficit, QUIET_DRIFT), 60);
        rejects("κ of NETWORK, ρ → 0", NormalisedDirectionChecks.smallNoise(NormalisedDirection::deficit, NETWORK), 60);
        rejects("κ of ANGLE, ρ → 0", NormalisedDirectionChecks.smallNoise(NormalisedDirection::deficit, ANGLE), 60);
        rejects("no noise in h, ρ → 0", NormalisedDirectionChecks.smallNoise(QUIET_DEFICIT, right), 60);
        rejects("h of RADIAL, ρ → 0", NormalisedDirectionChecks.smallNoise(RADIAL, right), 60);
        rejects("κ of NETWORK, ρ → ∞", NormalisedDirectionChecks.largeNoise(NormalisedDirection::deficit, NETWORK), 60);
        rejects("h of RADIAL, ρ → ∞", NormalisedDirectionChecks.largeNoise(RADIAL, right), 60);
        rejects("no noise, ρ → ∞", NormalisedDirectionChecks.largeNoise(QUIET_DEFICIT, right), 60);
    }

    private static Check deficit(MomentFormula formula) {
        return NormalisedDirectionChecks.deficitAccuracy(formula);
    }

    private static Check drift(MomentFormula formula) {
        return NormalisedDirectionChecks.driftAccuracy(formula);
    }

    private static Check direction(MomentFormula deficit) {
        return draw -> OptionalDouble.of(MomentMeans.direction(deficit, MomentMeans.Point.of(draw), SAMPLES)
                .ratio());
    }

    private static Check onSphere(MomentFormula drift) {
        return draw -> OptionalDouble.of(MomentMeans.onSphere(drift, true, MomentMeans.Point.of(draw), SAMPLES)
                .ratio());
    }

    private static List<Draw> drawn(int... seeds) {
        return IntStream.of(seeds)
                .mapToObj(seed -> new Draw(5, 1, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, seed))
                .toList();
    }
}
