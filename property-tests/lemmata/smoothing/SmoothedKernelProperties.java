package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.MeanTest;
import lemmata.audit.MomentFormula;
import lemmata.audit.MomentMeans;
import lemmata.audit.SmoothedKernelChecks;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.SphereCoordinate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.SmoothedKernel.
@DrawnCases
class SmoothedKernelProperties {

    private static final int SAMPLES = 1 << 15;

    /// Cases for the oracle, which takes some hundredths of a second for each.
    private static final List<Draw> FEW =
            IntStream.range(0, 60).mapToObj(i -> Draw.of(1871 + i, 4 * i)).toList();

    /// p = 3 … 6.
    private static final List<Draw> POINTS = IntStream.range(0, 8)
            .mapToObj(i -> new Draw(3 + i % 4, 1, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 710 + i))
            .toList();

    private static final MomentFormula QUIET =
            WrongMoments.like(SmoothedKernel::h, (noise, angle) -> AngleKernel.g(angle));
    private static final MomentFormula HALF_SHIFT = WrongMoments.like(
            SmoothedKernel::h,
            (noise, angle) ->
                    AngleKernel.g(angle) + SmoothedKernel.shift(noise, angle).value() / 2);
    private static final MomentFormula SHIFT_SUBTRACTED = WrongMoments.like(
            SmoothedKernel::h,
            (noise, angle) ->
                    AngleKernel.g(angle) - SmoothedKernel.shift(noise, angle).value());
    private static final MomentFormula UNIT = WrongMoments.like(
            SmoothedKernel::h,
            (noise, angle) ->
                    Math.PI - NormalisedDirection.deficit(noise, angle).value());

    private static final Angle OPPOSITE = Angle.ofRadians(Angle.radians(0)).supplement();

    private static final Function<BallNoise, Bounded> ROOT = noise -> new Bounded(
            Math.sqrt(1 + SmoothedKernel.m2Excess(noise).value()) - 1,
            SmoothedKernel.m1Excess(noise).error());

    private static final Function<BallNoise, Bounded> HALF_SECOND = noise -> new Bounded(
            SmoothedKernel.m2Excess(noise).value() / 2,
            SmoothedKernel.m1Excess(noise).error());

    @Property(tries = 500, seed = Draws.SEED)
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S5"})
    void secondMomentIsElementary(@ForAll Draw draw) {
        holds(SmoothedKernelChecks.secondMoment(SmoothedKernel::m2Excess), draw);
    }

    @Example
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S5"})
    void firstMomentAgreesWithTheOracle() {
        holds(SmoothedKernelChecks.firstMoment(SmoothedKernel::m1Excess), FEW);
    }

    @Example
    @Statement({"smoothing.SmoothedKernel/S2", "smoothing.SmoothedKernel/S5"})
    void shiftAgreesWithTheOracle() {
        holds(SmoothedKernelChecks.shiftAccuracy(SmoothedKernel::shift), FEW);
        holds(SmoothedKernelChecks.deficitAccuracy(SmoothedKernel::deficit), FEW);
        holds(SmoothedKernelChecks.kernelAccuracy(SmoothedKernel::h), FEW);
    }

    @Example
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S5"})
    void otherMomentsAreRejected() {
        rejects("ρ² for ρ²p/(p+2)", SmoothedKernelChecks.secondMoment(second(noise -> 1)));
        rejects("p+1 for p+2", SmoothedKernelChecks.secondMoment(second(p -> p / (p + 1))));
        rejects(
                "ρ for ρ²",
                SmoothedKernelChecks.secondMoment(scaled(SmoothedKernel::m2Excess, noise -> 1 / noise.rho())));
        rejects("√m₂ for m₁", SmoothedKernelChecks.firstMoment(ROOT), FEW);
        rejects("(m₂−1)/2 for m₁ − 1", SmoothedKernelChecks.firstMoment(HALF_SECOND), FEW);
        rejects(
                "1/μ lost",
                SmoothedKernelChecks.firstMoment(
                        scaled(SmoothedKernel::m1Excess, noise -> SphereCoordinate.mean(noise.p()))),
                FEW);
        rejects(
                "p+1 for p",
                SmoothedKernelChecks.firstMoment(noise -> new Bounded(
                        SmoothedKernel.m1Excess(new BallNoise(noise.p() + 1, noise.rho()))
                                .value(),
                        SmoothedKernel.m1Excess(noise).error())),
                FEW);
        rejects(
                "10⁻¹¹ too large",
                SmoothedKernelChecks.firstMoment(scaled(SmoothedKernel::m1Excess, n -> 1 + 1e-11)),
                FEW);
    }

    @Example
    @Statement({"smoothing.SmoothedKernel/S2", "smoothing.SmoothedKernel/S5"})
    void otherKernelsAreRejected() {
        DoubleUnaryOperator right = p -> Math.PI * p / 2;
        rejects("π lost", shiftAccuracy(WrongMoments.shift(p -> p / 2, p -> p + 2, true)), FEW);
        rejects("p lost", shiftAccuracy(WrongMoments.shift(p -> Math.PI / 2, p -> p + 2, true)), FEW);
        rejects("X_p for X_{p+2}", shiftAccuracy(WrongMoments.shift(right, p -> p, true)), FEW);
        rejects("lost −1", shiftAccuracy(WrongMoments.shift(right, p -> p + 3, true)), FEW);
        rejects("azimuth forgotten", shiftAccuracy(WrongMoments.shift(right, p -> p + 2, false)), FEW);
        rejects("ρ² for ρ", shiftAccuracy(WrongMoments.at(SmoothedKernel::shift, rho -> rho * rho)), FEW);
        rejects(
                "h(π) everywhere",
                shiftAccuracy(WrongMoments.like(
                        SmoothedKernel::shift,
                        (noise, angle) -> SmoothedKernel.shift(noise, OPPOSITE).value())),
                FEW);
        rejects("h without δ", SmoothedKernelChecks.kernelAccuracy(QUIET), FEW);
        rejects("δ halved", SmoothedKernelChecks.kernelAccuracy(HALF_SHIFT), FEW);
        rejects("δ subtracted", SmoothedKernelChecks.kernelAccuracy(SHIFT_SUBTRACTED), FEW);
        rejects("h of UNIT", SmoothedKernelChecks.kernelAccuracy(UNIT), FEW);
        rejects(
                "π − h as a difference",
                SmoothedKernelChecks.deficitAccuracy(WrongMoments.like(
                        SmoothedKernel::deficit,
                        (noise, angle) ->
                                Math.PI - SmoothedKernel.h(noise, angle).value())),
                FEW);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.SmoothedKernel/S2")
    void shiftRisesWithTheNoiseAndTowardsTheMiddle(@ForAll Draw draw) {
        holds(SmoothedKernelChecks.shiftOrder(SmoothedKernel::shift), draw);
    }

    @Example
    @Statement("smoothing.SmoothedKernel/S2")
    void otherOrdersAreRejected() {
        rejects("h for δ", SmoothedKernelChecks.shiftOrder(SmoothedKernel::h));
        rejects("π − h for δ", SmoothedKernelChecks.shiftOrder(SmoothedKernel::deficit));
        rejects("1/ρ for ρ", SmoothedKernelChecks.shiftOrder(WrongMoments.at(SmoothedKernel::shift, rho -> 1 / rho)));
        rejects(
                "azimuth forgotten",
                SmoothedKernelChecks.shiftOrder(WrongMoments.shift(p -> Math.PI * p / 2, p -> p + 2, false)));
        rejects(
                "doubled",
                SmoothedKernelChecks.shiftOrder(WrongMoments.like(
                        SmoothedKernel::shift,
                        (noise, angle) -> SmoothedKernel.shift(noise, angle).value() * (angle.psi() == 0 ? 1 : 2))));
    }

    /// False alarms: ≤ 24 · 10⁻¹⁰ in all, by [MeanTest]. Power: at 2¹⁵ samples a mean off by 0.08 of the bound of the
    /// deviation is found: 2ρ/√(p+2) + ρ² for r̃², ρ for r̃, πρ for r̃g(φ̃).
    @Example
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S2"})
    void areMeansOverDrawnNoise() {
        holds(square(SmoothedKernel::m2Excess), POINTS);
        holds(length(SmoothedKernel::m1Excess), POINTS);
        holds(kernel(SmoothedKernel::h), POINTS);
    }

    @Example
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S2"})
    void otherMeansAreRejected() {
        rejects("no noise in r̃²", square(noise -> Bounded.exact(0)), POINTS);
        rejects("ρ² for ρ²p/(p+2)", square(second(p -> 1)), POINTS);
        rejects("no noise in r̃", length(noise -> Bounded.exact(0)), POINTS);
        rejects("m₂ − 1 for m₁ − 1", length(SmoothedKernel::m2Excess), POINTS);
        rejects("h without δ", kernel(QUIET), POINTS);
        rejects("h of UNIT", kernel(UNIT), POINTS);
        rejects("φ for π−φ", kernel(WrongMoments.turned(SmoothedKernel::h)), POINTS);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.SmoothedKernel/S3")
    void reflectsAndFallsAsTheDriftSays(@ForAll Draw draw) {
        holds(SmoothedKernelChecks.reflection(SmoothedKernel::h), draw);
        holds(SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::network), draw);
    }

    @Example
    @Statement("smoothing.SmoothedKernel/S3")
    void kernelsWithoutTheseAreRejected() {
        rejects("π − h", SmoothedKernelChecks.reflection(SmoothedKernel::deficit));
        rejects("δ", SmoothedKernelChecks.reflection(SmoothedKernel::shift));
        rejects("h of UNIT", SmoothedKernelChecks.reflection(UNIT));
        rejects(
                "10⁻¹² too large",
                SmoothedKernelChecks.reflection(((MomentFormula) SmoothedKernel::h).mapped(h -> h * (1 + 1e-12))));
        rejects("h without δ", SmoothedKernelChecks.slope(QUIET, Drift::network));
        rejects("κ of ANGLE", SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::angle));
        rejects(
                "κ without noise",
                SmoothedKernelChecks.slope(
                        SmoothedKernel::h, WrongMoments.like(Drift::network, (noise, angle) -> angle.psi())));
        rejects("sign of h′", SmoothedKernelChecks.slope(SmoothedKernel::deficit, Drift::network));
        rejects("φ for π−φ in κ", SmoothedKernelChecks.slope(SmoothedKernel::h, WrongMoments.turned(Drift::network)));
        rejects("h of UNIT with κ of NETWORK", SmoothedKernelChecks.slope(UNIT, Drift::network));
        rejects(
                "cot for tan: κ cos φ",
                SmoothedKernelChecks.slope(
                        SmoothedKernel::h,
                        WrongMoments.like(
                                Drift::network,
                                (noise, angle) -> Drift.network(noise, angle).value() * Functions.cos(angle.phi()))));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.SmoothedKernel/S4")
    void staysWithinItsLimits(@ForAll Draw draw) {
        holds(SmoothedKernelChecks.smallNoise(SmoothedKernel::m1Excess, SmoothedKernel::shift), draw);
        holds(SmoothedKernelChecks.largeNoise(SmoothedKernel::m1Excess, SmoothedKernel::h), draw);
        holds(SmoothedKernelChecks.level(SmoothedKernel::isotropic, SmoothedKernel::m1Excess, SmoothedKernel::h), draw);
    }

    @Example
    @Statement("smoothing.SmoothedKernel/S4")
    void otherLimitsAreRejected() {
        rejects("(m₂−1)/2 for m₁ − 1", SmoothedKernelChecks.smallNoise(HALF_SECOND, SmoothedKernel::shift));
        rejects(
                "X_p for X_{p+2}",
                SmoothedKernelChecks.smallNoise(
                        SmoothedKernel::m1Excess, WrongMoments.shift(p -> Math.PI * p / 2, p -> p, true)));
        rejects(
                "ρ² for ρ",
                SmoothedKernelChecks.smallNoise(
                        SmoothedKernel::m1Excess, WrongMoments.at(SmoothedKernel::shift, rho -> rho * rho)));
        rejects("√m₂ for m₁", SmoothedKernelChecks.largeNoise(ROOT, SmoothedKernel::h));
        rejects("h without δ", SmoothedKernelChecks.largeNoise(SmoothedKernel::m1Excess, QUIET));
        rejects(
                "φ for π−φ",
                SmoothedKernelChecks.largeNoise(SmoothedKernel::m1Excess, WrongMoments.turned(SmoothedKernel::h)));
        rejects("p+1 for p in g₀", level(p -> SmoothedKernel.isotropic(p + 1).value()));
        rejects("1 + 1/2p for g₀", level(p -> 1 + 1 / (2.0 * p)));
        rejects("π/2 for g₀", level(p -> Math.PI / 2));
        rejects(
                "m₂ for m₁",
                SmoothedKernelChecks.level(SmoothedKernel::isotropic, SmoothedKernel::m2Excess, SmoothedKernel::h));
    }

    private static Check shiftAccuracy(MomentFormula shift) {
        return SmoothedKernelChecks.shiftAccuracy(shift);
    }

    private static Check level(IntToDoubleFunction isotropic) {
        return SmoothedKernelChecks.level(
                p -> new Bounded(
                        isotropic.applyAsDouble(p), SmoothedKernel.isotropic(p).error()),
                SmoothedKernel::m1Excess,
                SmoothedKernel::h);
    }

    private static Function<BallNoise, Bounded> second(DoubleUnaryOperator factor) {
        return noise -> new Bounded(
                noise.rho() * noise.rho() * factor.applyAsDouble(noise.p()),
                SmoothedKernel.m2Excess(noise).error());
    }

    private static Function<BallNoise, Bounded> scaled(
            Function<BallNoise, Bounded> right, Function<BallNoise, Double> factor) {
        return noise -> new Bounded(
                right.apply(noise).value() * factor.apply(noise),
                right.apply(noise).error());
    }

    private static Check square(Function<BallNoise, Bounded> m2Excess) {
        return draw -> ratio(MomentMeans.square(m2Excess, MomentMeans.Point.of(draw), SAMPLES));
    }

    private static Check length(Function<BallNoise, Bounded> m1Excess) {
        return draw -> ratio(MomentMeans.length(m1Excess, MomentMeans.Point.of(draw), SAMPLES));
    }

    private static Check kernel(MomentFormula kernel) {
        return draw -> ratio(MomentMeans.kernel(kernel, MomentMeans.Point.of(draw), SAMPLES));
    }

    private static OptionalDouble ratio(MeanTest test) {
        return OptionalDouble.of(test.ratio());
    }
}
