package lemmata.audit;

import static lemmata.audit.NoiseEvidence.gradients;
import static lemmata.audit.NoiseEvidence.means;
import static lemmata.audit.NoiseEvidence.moments;
import static lemmata.audit.NoiseEvidence.some;
import static lemmata.audit.Procedure.all;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.NormalisedDirection;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import lemmata.smoothing.SmoothedKernel;

/// The procedures of the chapter smoothing.
final class SmoothingProcedures {

    private static final Reading.Filter NETWORK = Reading.Filter.NETWORK;
    private static final Reading.Filter ANGLE = Reading.Filter.ANGLE;
    /// h_U.
    private static final MomentFormula DIRECTION =
            (noise, angle) -> Bounded.within(1, Math.PI).minus(NormalisedDirection.deficit(noise, angle));

    private SmoothingProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addNoise(procedures);
        addDrift(procedures);
        addKernel(procedures);
        addDirection(procedures);
        addGradient(procedures);
    }

    private static void addNoise(Map<String, Procedure> to) {
        to.put(
                "smoothing.BallNoise/S1",
                all(
                        some(2, "quadrature", BallNoiseChecks.coordinateAccuracy(BallNoise::coordinateBelow)),
                        means(
                                1,
                                "frequency of |v| ≤ x",
                                (draw, n) -> List.of(BallNoiseChecks.frequency(BallNoise::coordinateBelow, draw, n))),
                        means(2, "E v² = 1/(p+2)", (draw, n) -> List.of(BallNoiseChecks.square(draw, n, 2)))));
        to.put(
                "smoothing.BallNoise/S2",
                all(
                        some(1, "bounds, slope, symmetry", BallNoiseChecks.reluShape(BallNoise::smoothedRelu)),
                        means(
                                3,
                                "mean of σ(zᵀ(w+ξ))",
                                (draw, n) -> List.of(BallNoiseChecks.reluMean(BallNoise::smoothedRelu, draw, n)))));
        to.put(
                "smoothing.BallNoise/S3",
                all(
                        some(2, "P(|v| ≤ x)", BallNoiseChecks.coordinateAccuracy(BallNoise::coordinateBelow)),
                        some(2, "smoothed ReLU", BallNoiseChecks.reluAccuracy(BallNoise::smoothedRelu))));
        to.put(
                "smoothing.Reading/S1",
                run -> List.of(Evidence.notRead(
                        "which extension of L off the sphere is differentiated",
                        "the sources take ∇L at w̃, ‖w̃‖ ≠ 1, and do not say; all six readings are computed")));
        to.put(
                "smoothing.Reading/S2",
                all(
                        some(1, "moments of all six", ReadingChecks.quietMoments(NoiseMoments::of)),
                        some(1, "steps of all six", ReadingChecks.quietSteps(ReadingStep::filter))));
        to.put(
                "smoothing.Reading/S3",
                all(
                        some(1, "steps over −w*", ReadingChecks.atOpposite(ReadingStep::filter)),
                        some(1, "mean 0 over −w*", ReadingChecks.reflected(ReadingStep::filter))));
    }

    private static void addDrift(Map<String, Procedure> to) {
        Procedure accuracy = all(
                some(16, "NETWORK against the oracle", DriftChecks.accuracy(NETWORK, Drift::network)),
                some(16, "ANGLE against the oracle", DriftChecks.accuracy(ANGLE, Drift::angle)));
        to.put(
                "smoothing.Drift/S1",
                all(
                        accuracy,
                        moments(
                                4,
                                "NETWORK's pull along P_w w*",
                                (at, n) -> MomentMeans.network(Drift::network, at, n)),
                        moments(5, "ANGLE, π−φ̃", (at, n) -> MomentMeans.angle(Drift::angle, at, n))));
        to.put(
                "smoothing.Drift/S2",
                all(
                        some(4, "NETWORK: fall between two angles", DriftChecks.fall(NETWORK, Drift::network)),
                        some(4, "ANGLE: fall between two angles", DriftChecks.fall(ANGLE, Drift::angle)),
                        some(2, "NETWORK: symmetry", DriftChecks.symmetry(Drift::network)),
                        some(2, "ANGLE: symmetry", DriftChecks.symmetry(Drift::angle)),
                        some(2, "NETWORK: range", DriftChecks.range(Drift::network)),
                        some(2, "ANGLE: range", DriftChecks.range(Drift::angle))));
        to.put(
                "smoothing.Drift/S3",
                all(
                        some(2, "ρ and 1/ρ, ρ = 1", DriftChecks.duality(Drift::network)),
                        moments(
                                6,
                                "E[π − ∠(w + ρN, w*)]",
                                (at, n) -> MomentMeans.onSphere(Drift::network, false, at, n))));
        to.put(
                "smoothing.Drift/S4",
                all(
                        some(4, "NETWORK: both sides", DriftChecks.networkLimits(Drift::network)),
                        some(4, "ANGLE: both sides", DriftChecks.angleLimits(Drift::angle))));
        to.put(
                "smoothing.Drift/S5",
                all(
                        some(2, "NETWORK: two radii", DriftChecks.monotone(NETWORK, Drift::network)),
                        some(2, "ANGLE: two radii", DriftChecks.monotone(ANGLE, Drift::angle))));
        to.put("smoothing.Drift/S6", accuracy);
    }

    private static void addKernel(Map<String, Procedure> to) {
        to.put(
                "smoothing.SmoothedKernel/S1",
                all(
                        some(1, "m₂", SmoothedKernelChecks.secondMoment(SmoothedKernel::m2Excess)),
                        some(8, "m₁ over the surface", SmoothedKernelChecks.firstMoment(SmoothedKernel::m1Excess)),
                        moments(7, "E r̃²", (at, n) -> MomentMeans.square(SmoothedKernel::m2Excess, at, n)),
                        moments(8, "E r̃", (at, n) -> MomentMeans.length(SmoothedKernel::m1Excess, at, n))));
        to.put(
                "smoothing.SmoothedKernel/S2",
                all(
                        some(16, "δ against the oracle", SmoothedKernelChecks.shiftAccuracy(SmoothedKernel::shift)),
                        some(4, "order of δ", SmoothedKernelChecks.shiftOrder(SmoothedKernel::shift)),
                        moments(9, "E r̃g(φ̃)", (at, n) -> MomentMeans.kernel(SmoothedKernel::h, at, n))));
        to.put(
                "smoothing.SmoothedKernel/S3",
                all(
                        some(2, "h(φ) − h(π−φ)", SmoothedKernelChecks.reflection(SmoothedKernel::h)),
                        some(2, "fall between κ's", SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::network))));
        to.put(
                "smoothing.SmoothedKernel/S4",
                all(
                        some(
                                4,
                                "ρ ≤ 1",
                                SmoothedKernelChecks.smallNoise(SmoothedKernel::m1Excess, SmoothedKernel::shift)),
                        some(
                                4,
                                "every ρ",
                                SmoothedKernelChecks.largeNoise(SmoothedKernel::m1Excess, SmoothedKernel::h)),
                        some(
                                4,
                                "g₀ and h(π)/m₁",
                                SmoothedKernelChecks.level(
                                        SmoothedKernel::isotropic, SmoothedKernel::m1Excess, SmoothedKernel::h))));
        to.put(
                "smoothing.SmoothedKernel/S5",
                all(
                        some(8, "m₁ − 1", SmoothedKernelChecks.firstMoment(SmoothedKernel::m1Excess)),
                        some(16, "δ", SmoothedKernelChecks.shiftAccuracy(SmoothedKernel::shift)),
                        some(16, "π − h", SmoothedKernelChecks.deficitAccuracy(SmoothedKernel::deficit)),
                        some(16, "h", SmoothedKernelChecks.kernelAccuracy(SmoothedKernel::h))));
    }

    private static void addDirection(Map<String, Procedure> to) {
        Procedure deficit = some(
                32,
                "π − h_U against the oracle",
                NormalisedDirectionChecks.deficitAccuracy(NormalisedDirection::deficit));
        Procedure drift =
                some(32, "κ_N against the oracle", NormalisedDirectionChecks.driftAccuracy(NormalisedDirection::drift));
        to.put(
                "smoothing.NormalisedDirection/S1",
                all(
                        deficit,
                        some(
                                8,
                                "j = 1: m₁ over the surface",
                                SmoothedKernelChecks.firstMoment(SmoothedKernel::m1Excess)),
                        moments(
                                10,
                                "j = 0: E g(φ̃)",
                                (at, n) -> MomentMeans.direction(NormalisedDirection::deficit, at, n))));
        to.put(
                "smoothing.NormalisedDirection/S2",
                all(
                        drift,
                        some(8, "fall between κ's", SmoothedKernelChecks.slope(DIRECTION, NormalisedDirection::drift)),
                        some(
                                8,
                                "one c̄",
                                NormalisedDirectionChecks.symmetry(
                                        NormalisedDirection::deficit, NormalisedDirection::drift)),
                        moments(
                                11,
                                "E (π − ∠(w + ρN, w*))/‖w + ρN‖",
                                (at, n) -> MomentMeans.onSphere(NormalisedDirection::drift, true, at, n))));
        to.put(
                "smoothing.NormalisedDirection/S3",
                all(
                        some(8, "κ_N positive, falling", NormalisedDirectionChecks.falls(NormalisedDirection::drift)),
                        some(
                                8,
                                "ρ → 0",
                                NormalisedDirectionChecks.smallNoise(
                                        NormalisedDirection::deficit, NormalisedDirection::drift)),
                        some(
                                8,
                                "ρ → ∞",
                                NormalisedDirectionChecks.largeNoise(
                                        NormalisedDirection::deficit, NormalisedDirection::drift))));
        to.put("smoothing.NormalisedDirection/S4", all(deficit, drift));
    }

    private static void addGradient(Map<String, Procedure> to) {
        to.put(
                "smoothing.SmoothedGradient/S1",
                all(
                        some(
                                4,
                                "without noise",
                                SmoothedGradientChecks.quiet(SmoothedGradient::output, SmoothedGradient::filter)),
                        gradients(
                                12,
                                "E cᵀ∇_a L, both readings",
                                (at, n) -> GradientMeans.output(SmoothedGradient::output, at, n))));
        to.put(
                "smoothing.SmoothedGradient/S2",
                gradients(
                        13,
                        "E tᵀP_w∇_w L, three readings",
                        (at, n) -> GradientMeans.filter(SmoothedGradient::filter, at, n)));
        to.put(
                "smoothing.SmoothedGradient/S3",
                all(
                        some(2, "weights of one d", SmoothedGradientChecks.seesAlignmentOnly(SmoothedGradient::filter)),
                        gradients(14, "ρ_a = 3, both gradients", SmoothingProcedures::loudWeights)));
        to.put(
                "smoothing.SmoothedGradient/S4",
                all(
                        some(4, "output", SmoothedGradientChecks.outputAccuracy(SmoothedGradient::output)),
                        some(4, "filter", SmoothedGradientChecks.filterAccuracy(SmoothedGradient::filter))));
        to.put(
                "smoothing.SmoothedGradient/S5",
                all(
                        some(
                                4,
                                "in a: differences of L̄",
                                SmoothedLossChecks.outputDifferences(SmoothedGradient::output)),
                        some(4, "in w: h′ = −κ sin φ", SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::network)),
                        gradients(15, "E L(w̃, ã) = L̄", (at, n) -> List.of(GradientMeans.loss(at, n)))));
        to.put(
                "smoothing.SmoothedGradient/S6",
                run -> Reading.all().stream().map(reading -> loop(run, reading)).toList());
    }

    /// Work on drawn loops, for one reading.
    private static Evidence loop(Run run, Reading reading) {
        String claim = reading + (reading.isGradient() ? ": no work on loops" : ": work on every loop drawn");
        return NoiseEvidence.sample(run, 100, claim, SmoothedLossChecks.loop(NoiseMoments::of, reading));
    }

    private static List<MeanTest> loudWeights(GradientMeans.Point at, int samples) {
        GradientMeans.Point loud = at.withRhoA(3);
        List<MeanTest> tests = new ArrayList<>(GradientMeans.output(SmoothedGradient::output, loud, samples));
        tests.addAll(GradientMeans.filter(SmoothedGradient::filter, loud, samples));
        return tests;
    }
}
