package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.GradientMeans;
import lemmata.audit.MeanTest;
import lemmata.audit.ReadingChecks;
import lemmata.audit.SmoothedGradientChecks;
import lemmata.audit.SmoothedKernelChecks;
import lemmata.audit.SmoothedLossChecks;
import lemmata.claim.Statement;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.SmoothedGradient.
@DrawnCases
class SmoothedGradientProperties {

    private static final int SAMPLES = 1 << 14;

    /// p = 3 … 6, k = 1 … 3, a = a* at every second one.
    private static final List<Draw> POINTS = IntStream.range(0, 6)
            .mapToObj(i -> new Draw(
                    3 + i % 4,
                    1 + i % 3,
                    Draw.Filter.ANY,
                    Draw.Target.ANY,
                    i % 2 == 0 ? Draw.Weights.TEACHERS : Draw.Weights.ANY,
                    0,
                    0,
                    910 + i))
            .toList();

    /// k = 3, a = 0: nothing but the teacher's part of the gradient is left.
    private static final List<Draw> SILENT = IntStream.range(0, 6)
            .mapToObj(i ->
                    new Draw(3 + i % 4, 3, Draw.Filter.ANY, Draw.Target.ALL_ONES, Draw.Weights.ZERO, 0, 0, 960 + i))
            .toList();

    /// A long loop costs a few hundred moments.
    private static final List<Draw> LOOPS =
            IntStream.range(0, 4).mapToObj(i -> Draw.of(2112 + i, i)).toList();

    @Example
    @Statement("smoothing.SmoothedGradient/S1")
    void outputIsTheMeanOfDrawnGradients() {
        holds(outputMeans(SmoothedGradient::output), POINTS);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S2")
    void filterIsTheMeanOfDrawnGradients() {
        holds(filterMeans(SmoothedGradient::filter), POINTS);
    }

    /// Power: at 2¹⁴ samples a mean off by 0.11 of the bound of the deviation is found.
    @Example
    @Statement({"smoothing.SmoothedGradient/S1", "smoothing.SmoothedGradient/S2"})
    void otherMeansAreRejected() {
        rejects("no noise", outputMeans(WrongGradients.NO_NOISE_OUTPUT), POINTS);
        rejects("m₁ lost", strongNoise(WrongGradients.LOST_M1), SILENT);
        rejects("m₂ lost", strongNoise(WrongGradients.LOST_M2), POINTS);
        rejects("h for h − m₁", outputMeans(WrongGradients.LOST_ONE), POINTS);
        rejects("h for π − h", outputMeans(WrongGradients.H_FOR_DEFICIT), POINTS);
        rejects("sign", filterMeans(WrongGradients.SIGN), POINTS);
        rejects("π − κ for κ", filterMeans(WrongGradients.SUPPLEMENT), POINTS);
        rejects("κ doubled", filterMeans(WrongGradients.times(2)), POINTS);
        rejects("κ halved", filterMeans(WrongGradients.times(0.5)), POINTS);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement({"smoothing.SmoothedGradient/S1", "smoothing.SmoothedGradient/S2"})
    void areTheGradientsOfTheLossWithoutNoise(@ForAll Draw draw) {
        holds(SmoothedGradientChecks.quiet(SmoothedGradient::output, SmoothedGradient::filter), draw);
        holds(SmoothedGradientChecks.refusals(SmoothedGradient::output), draw);
        holds(SmoothedGradientChecks.refusals(SmoothedGradient::filter), draw);
    }

    @Example
    @Statement({"smoothing.SmoothedGradient/S1", "smoothing.SmoothedGradient/S2"})
    void gradientsOfSomethingElseAreRejected() {
        rejects("h for h − m₁", SmoothedGradientChecks.quiet(WrongGradients.LOST_ONE, SmoothedGradient::filter));
        rejects("h for π − h", SmoothedGradientChecks.quiet(WrongGradients.H_FOR_DEFICIT, SmoothedGradient::filter));
        rejects("sign", SmoothedGradientChecks.quiet(SmoothedGradient::output, WrongGradients.SIGN));
        rejects("π − κ for κ", SmoothedGradientChecks.quiet(SmoothedGradient::output, WrongGradients.SUPPLEMENT));
        rejects("P_w lost", SmoothedGradientChecks.quiet(SmoothedGradient::output, WrongGradients.UNPROJECTED));
        rejects("‖a‖ for ‖a*‖", SmoothedGradientChecks.quiet(SmoothedGradient::output, WrongGradients.OWN_SIZE));
        rejects("off the sphere too", SmoothedGradientChecks.refusals(WrongGradients.NO_NOISE_FILTER));
        rejects("off the sphere too, output", SmoothedGradientChecks.refusals(WrongGradients.NO_NOISE_OUTPUT));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.SmoothedGradient/S3")
    void filterSeesTheAlignmentOnly(@ForAll Draw draw) {
        holds(SmoothedGradientChecks.seesAlignmentOnly(SmoothedGradient::filter), draw);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S3")
    void meansDoNotSeeTheNoiseOnTheWeights() {
        holds(loud(SmoothedGradient::output, SmoothedGradient::filter), POINTS);
        rejects("‖ã‖ for ‖a‖ in d", loud(SmoothedGradient::output, WrongGradients.seeing(3)), POINTS);
        rejects("ρ_a added to a", loud(WrongGradients.shifted(3), SmoothedGradient::filter), POINTS);
        rejects("‖a‖ for ‖a*‖", SmoothedGradientChecks.seesAlignmentOnly(WrongGradients.OWN_SIZE));
        rejects(
                "1ᵀa in the place of d",
                SmoothedGradientChecks.seesAlignmentOnly((t, s, m) ->
                        Vectors.map(x -> x * Vectors.sum(s.a()).doubleValue(), SmoothedGradient.filter(t, s, m))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("smoothing.SmoothedGradient/S4")
    void areAccurate(@ForAll Draw draw) {
        holds(SmoothedGradientChecks.outputAccuracy(SmoothedGradient::output), draw);
        holds(SmoothedGradientChecks.filterAccuracy(SmoothedGradient::filter), draw);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S4")
    void inaccurateGradientsAreRejected() {
        rejects("no noise", SmoothedGradientChecks.outputAccuracy(WrongGradients.NO_NOISE_OUTPUT));
        rejects("m₁ lost", SmoothedGradientChecks.outputAccuracy(WrongGradients.LOST_M1));
        rejects("m₂ lost", SmoothedGradientChecks.outputAccuracy(WrongGradients.LOST_M2));
        rejects("m₁ for m₂", SmoothedGradientChecks.outputAccuracy(WrongGradients.M1_FOR_M2));
        rejects("h for h − m₁", SmoothedGradientChecks.outputAccuracy(WrongGradients.LOST_ONE));
        rejects(
                "textbook form in doubles",
                SmoothedGradientChecks.outputAccuracy(WrongGradients::textbook),
                quietNearOptimum());
        rejects("sign", SmoothedGradientChecks.filterAccuracy(WrongGradients.SIGN));
        rejects("P_w lost", SmoothedGradientChecks.filterAccuracy(WrongGradients.UNPROJECTED));
        rejects("π − κ for κ", SmoothedGradientChecks.filterAccuracy(WrongGradients.SUPPLEMENT));
        rejects("10⁻¹² of it missing", SmoothedGradientChecks.filterAccuracy(WrongGradients.times(1 - 1e-12)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("smoothing.SmoothedGradient/S5")
    void descendsTheSmoothedLoss(@ForAll Draw draw) {
        holds(SmoothedLossChecks.outputDifferences(SmoothedGradient::output), draw);
        holds(SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::network), draw);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S5")
    void theSmoothedLossIsTheMeanOfDrawnLosses() {
        holds(draw -> ratio(GradientMeans.loss(GradientMeans.Point.of(draw), SAMPLES)), POINTS);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S5")
    void stepsThatDescendSomethingElseAreRejected() {
        rejects("no noise", SmoothedLossChecks.outputDifferences(WrongGradients.NO_NOISE_OUTPUT));
        rejects("m₁ lost", SmoothedLossChecks.outputDifferences(WrongGradients.LOST_M1));
        rejects("m₁ for m₂", SmoothedLossChecks.outputDifferences(WrongGradients.M1_FOR_M2));
        rejects("h for h − m₁", SmoothedLossChecks.outputDifferences(WrongGradients.LOST_ONE));
        rejects("κ of ANGLE", SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::angle));
        rejects("κ of NORMALISED", SmoothedKernelChecks.slope(SmoothedKernel::h, NormalisedDirection::drift), 60);
        rejects("ρ_a forgotten in L̄", meanLoss(0), POINTS);
        rejects("ρ_a doubled in L̄", meanLoss(2), POINTS);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S6")
    void twoReadingsAreGradients() {
        for (Reading reading : Reading.all()) {
            holds(SmoothedLossChecks.loop(NoiseMoments::of, reading), LOOPS);
        }
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S6")
    void otherFieldsAreRejected() {
        for (Reading reading : Reading.all()) {
            Reading crossed = new Reading(reading.a(), other(reading));
            rejects(reading + " with " + crossed.w(), SmoothedLossChecks.loop(with(crossed), reading), LOOPS);
        }
        rejects("sign of κ", SmoothedLossChecks.loop(kappa(Bounded::negate), Reading.POSTER), LOOPS);
        rejects("κ doubled", SmoothedLossChecks.loop(kappa(x -> x.times(2)), Reading.POSTER), LOOPS);
    }

    /// A reading's κ exchanged for one that makes of a gradient none, and of no gradient one.
    private static Reading.Filter other(Reading reading) {
        boolean radial = reading.a() == Reading.Output.RADIAL;
        Reading.Filter right = radial ? Reading.Filter.NETWORK : Reading.Filter.NORMALISED;
        return reading.isGradient() ? Reading.Filter.ANGLE : right;
    }

    private static ReadingChecks.Moments with(Reading reading) {
        return (ignored, noise, angle) -> NoiseMoments.of(reading, noise, angle);
    }

    private static ReadingChecks.Moments kappa(UnaryOperator<Bounded> change) {
        return (reading, noise, angle) -> {
            NoiseMoments right = NoiseMoments.of(reading, noise, angle);
            return new NoiseMoments(right.m1Excess(), right.m2Excess(), right.hDeficit(), change.apply(right.kappa()));
        };
    }

    private static List<Draw> quietNearOptimum() {
        return IntStream.range(0, 200)
                .mapToObj(i -> new Draw(
                        2 + i % 7, 3 + i % 9, Draw.Filter.SAME, Draw.Target.ANY, Draw.Weights.TEACHERS, 0, 0, 700 + i))
                .toList();
    }

    private static Check outputMeans(SmoothedGradientChecks.Gradient output) {
        return draw -> worst(GradientMeans.output(output, GradientMeans.Point.of(draw), SAMPLES));
    }

    /// ρ_w = 3, ρ_a = 0.
    private static Check strongNoise(SmoothedGradientChecks.Gradient output) {
        return draw -> worst(GradientMeans.output(
                output, GradientMeans.Point.of(draw).withRhoW(3).withRhoA(0), SAMPLES));
    }

    private static Check filterMeans(SmoothedGradientChecks.Gradient filter) {
        return draw -> worst(GradientMeans.filter(filter, GradientMeans.Point.of(draw), SAMPLES));
    }

    /// ρ_a = 3.
    private static Check loud(SmoothedGradientChecks.Gradient output, SmoothedGradientChecks.Gradient filter) {
        return draw -> {
            GradientMeans.Point at = GradientMeans.Point.of(draw).withRhoA(3);
            List<MeanTest> tests = new ArrayList<>(GradientMeans.output(output, at, SAMPLES));
            tests.addAll(GradientMeans.filter(filter, at, SAMPLES));
            return worst(tests);
        };
    }

    private static Check meanLoss(double factor) {
        return draw -> {
            GradientMeans.Point at = GradientMeans.Point.of(draw).withRhoA(4);
            return ratio(GradientMeans.loss(at, at.withRhoA(4 * factor), SAMPLES));
        };
    }

    private static OptionalDouble worst(Collection<MeanTest> tests) {
        return tests.stream().mapToDouble(MeanTest::ratio).max();
    }

    private static OptionalDouble ratio(MeanTest test) {
        return OptionalDouble.of(test.ratio());
    }
}
