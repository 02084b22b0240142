package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
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
import lemmata.claim.Statement;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
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

    private static final SmoothedGradientChecks.Gradient NO_NOISE_OUTPUT = (t, s, m) -> OutputGradient.at(t, s);
    private static final SmoothedGradientChecks.Gradient NO_NOISE_FILTER = (t, s, m) -> TangentGradient.at(t, s);
    private static final SmoothedGradientChecks.Gradient LOST_M1 =
            output((m, one) -> new NoiseMoments(one, m.m2Excess(), m.hDeficit(), m.kappa()));
    private static final SmoothedGradientChecks.Gradient LOST_M2 =
            output((m, one) -> new NoiseMoments(m.m1Excess(), one, m.hDeficit(), m.kappa()));
    private static final SmoothedGradientChecks.Gradient M1_FOR_M2 =
            output((m, one) -> new NoiseMoments(m.m1Excess(), m.m1Excess(), m.hDeficit(), m.kappa()));
    /// h for h − m₁: the −1 of g − 1 lost.
    private static final SmoothedGradientChecks.Gradient LOST_ONE = output((m, one) ->
            new NoiseMoments(m.m1Excess(), m.m2Excess(), m.hDeficit().minus(m.m1()), m.kappa()));
    private static final SmoothedGradientChecks.Gradient H_FOR_DEFICIT =
            output((m, one) -> new NoiseMoments(m.m1Excess(), m.m2Excess(), m.h(), m.kappa()));

    private static final SmoothedGradientChecks.Gradient SIGN =
            (t, s, m) -> Vectors.map(x -> -x, SmoothedGradient.filter(t, s, m));
    private static final SmoothedGradientChecks.Gradient SUPPLEMENT = (t, s, m) -> SmoothedGradient.filter(
            t,
            s,
            new NoiseMoments(
                    m.m1Excess(),
                    m.m2Excess(),
                    m.hDeficit(),
                    Bounded.exact(Math.PI).minus(m.kappa())));
    private static final SmoothedGradientChecks.Gradient OWN_SIZE = (t, s, m) ->
            Vectors.map(x -> x * Vectors.length(s.a()) / Vectors.length(t.a()), SmoothedGradient.filter(t, s, m));
    private static final SmoothedGradientChecks.Gradient UNPROJECTED = (t, s, m) -> {
        double factor = -m.kappa().value() * Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
        return Vectors.map(x -> factor * x, t.w());
    };

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
        rejects("no noise", outputMeans(NO_NOISE_OUTPUT), POINTS);
        rejects("m₁ lost", strongNoise(LOST_M1), SILENT);
        rejects("m₂ lost", strongNoise(LOST_M2), POINTS);
        rejects("h for h − m₁", outputMeans(LOST_ONE), POINTS);
        rejects("h for π − h", outputMeans(H_FOR_DEFICIT), POINTS);
        rejects("sign", filterMeans(SIGN), POINTS);
        rejects("π − κ for κ", filterMeans(SUPPLEMENT), POINTS);
        rejects("κ doubled", filterMeans(times(2)), POINTS);
        rejects("κ halved", filterMeans(times(0.5)), POINTS);
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
        rejects("h for h − m₁", SmoothedGradientChecks.quiet(LOST_ONE, SmoothedGradient::filter));
        rejects("h for π − h", SmoothedGradientChecks.quiet(H_FOR_DEFICIT, SmoothedGradient::filter));
        rejects("sign", SmoothedGradientChecks.quiet(SmoothedGradient::output, SIGN));
        rejects("π − κ for κ", SmoothedGradientChecks.quiet(SmoothedGradient::output, SUPPLEMENT));
        rejects("P_w lost", SmoothedGradientChecks.quiet(SmoothedGradient::output, UNPROJECTED));
        rejects("‖a‖ for ‖a*‖", SmoothedGradientChecks.quiet(SmoothedGradient::output, OWN_SIZE));
        rejects("off the sphere too", SmoothedGradientChecks.refusals(NO_NOISE_FILTER));
        rejects("off the sphere too, output", SmoothedGradientChecks.refusals(NO_NOISE_OUTPUT));
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
        rejects("‖ã‖ for ‖a‖ in d", loud(SmoothedGradient::output, seeing(3)), POINTS);
        rejects("ρ_a added to a", loud(shifted(3), SmoothedGradient::filter), POINTS);
        rejects("‖a‖ for ‖a*‖", SmoothedGradientChecks.seesAlignmentOnly(OWN_SIZE));
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
        rejects("no noise", SmoothedGradientChecks.outputAccuracy(NO_NOISE_OUTPUT));
        rejects("m₁ lost", SmoothedGradientChecks.outputAccuracy(LOST_M1));
        rejects("m₂ lost", SmoothedGradientChecks.outputAccuracy(LOST_M2));
        rejects("m₁ for m₂", SmoothedGradientChecks.outputAccuracy(M1_FOR_M2));
        rejects("h for h − m₁", SmoothedGradientChecks.outputAccuracy(LOST_ONE));
        rejects(
                "textbook form in doubles",
                SmoothedGradientChecks.outputAccuracy(SmoothedGradientProperties::textbook),
                quietNearOptimum());
        rejects("sign", SmoothedGradientChecks.filterAccuracy(SIGN));
        rejects("P_w lost", SmoothedGradientChecks.filterAccuracy(UNPROJECTED));
        rejects("π − κ for κ", SmoothedGradientChecks.filterAccuracy(SUPPLEMENT));
        rejects("10⁻¹² of it missing", SmoothedGradientChecks.filterAccuracy(times(1 - 1e-12)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("smoothing.SmoothedGradient/S5")
    void descendsTheSmoothedLoss(@ForAll Draw draw) {
        holds(SmoothedGradientChecks.outputDifferences(SmoothedGradient::output), draw);
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
        rejects("no noise", SmoothedGradientChecks.outputDifferences(NO_NOISE_OUTPUT));
        rejects("m₁ lost", SmoothedGradientChecks.outputDifferences(LOST_M1));
        rejects("m₁ for m₂", SmoothedGradientChecks.outputDifferences(M1_FOR_M2));
        rejects("h for h − m₁", SmoothedGradientChecks.outputDifferences(LOST_ONE));
        rejects("κ of ANGLE", SmoothedKernelChecks.slope(SmoothedKernel::h, Drift::angle));
        rejects("κ of NORMALISED", SmoothedKernelChecks.slope(SmoothedKernel::h, NormalisedDirection::drift), 60);
        rejects("ρ_a forgotten in L̄", meanLoss(0), POINTS);
        rejects("ρ_a doubled in L̄", meanLoss(2), POINTS);
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S6")
    void twoReadingsAreGradients() {
        for (Reading reading : Reading.all()) {
            holds(SmoothedGradientChecks.loop(NoiseMoments::of, reading), LOOPS);
        }
    }

    @Example
    @Statement("smoothing.SmoothedGradient/S6")
    void otherFieldsAreRejected() {
        for (Reading reading : Reading.all()) {
            Reading crossed = new Reading(reading.a(), other(reading));
            rejects(reading + " with " + crossed.w(), SmoothedGradientChecks.loop(with(crossed), reading), LOOPS);
        }
        rejects("sign of κ", SmoothedGradientChecks.loop(kappa(Bounded::negate), Reading.POSTER), LOOPS);
        rejects("κ doubled", SmoothedGradientChecks.loop(kappa(x -> x.times(2)), Reading.POSTER), LOOPS);
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

    private static SmoothedGradientChecks.Gradient output(BiFunction<NoiseMoments, Bounded, NoiseMoments> change) {
        return (t, s, m) -> SmoothedGradient.output(t, s, change.apply(m, Bounded.exact(0)));
    }

    private static SmoothedGradientChecks.Gradient times(double factor) {
        return (t, s, m) -> Vectors.map(x -> factor * x, SmoothedGradient.filter(t, s, m));
    }

    /// As if ‖ã‖² = ‖a‖² + ρ_a² for ‖a‖².
    private static SmoothedGradientChecks.Gradient seeing(double rhoA) {
        return (t, s, m) -> {
            double size = Vectors.length(s.a());
            double factor = Math.sqrt(size * size + rhoA * rhoA) / size;
            return Vectors.map(x -> factor * x, SmoothedGradient.filter(t, s, m));
        };
    }

    private static SmoothedGradientChecks.Gradient shifted(double rhoA) {
        return (t, s, m) -> SmoothedGradient.output(t, new Student(s.w(), Vectors.map(x -> x + rhoA, s.a())), m);
    }

    /// 1/2π · [m₂Ma − (m₁11ᵀ + (h−m₁)I)a*] as it stands.
    private static double[] textbook(Teacher t, Student s, NoiseMoments m) {
        double m1 = m.m1().value();
        double m2 = m.m2().value();
        double sums =
                m2 * Vectors.sum(s.a()).doubleValue() - m1 * Vectors.sum(t.a()).doubleValue();
        return Vectors.map(
                (a, target) -> (sums + m2 * (Math.PI - 1) * a - (m.h().value() - m1) * target) / (2 * Math.PI),
                s.a(),
                t.a());
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
