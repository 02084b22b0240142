package lemmata.smoothing;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.BallNoiseChecks;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.MeanTest;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute smoothing.BallNoise.
@DrawnCases
class BallNoiseProperties {

    private static final int SAMPLES = 1 << 15;

    private static final List<Draw> POINTS =
            IntStream.range(0, 12).mapToObj(i -> Draw.of(5150 + i, 20)).toList();

    @Property(tries = 500, seed = Draws.SEED)
    @Statement({"smoothing.BallNoise/S1", "smoothing.BallNoise/S3"})
    void coordinateHasTheStatedLaw(@ForAll Draw draw) {
        holds(BallNoiseChecks.coordinateAccuracy(BallNoise::coordinateBelow), draw);
    }

    /// False alarms: ≤ 24 · 10⁻¹⁰ in all, by [MeanTest]. Power: at 2¹⁵ samples a probability off by 0.05 is found.
    @Example
    @Statement("smoothing.BallNoise/S1")
    void drawnPointsOfTheBallHaveIt() {
        holds(frequency(BallNoise::coordinateBelow), POINTS);
        holds(square(2), POINTS);
    }

    @Example
    @Statement({"smoothing.BallNoise/S1", "smoothing.BallNoise/S3"})
    void otherLawsAreRejected() {
        rejects("the sphere's own coordinate, n = p", frequency(onSphere(0)), POINTS);
        rejects("n = p+4 for n = p+2", frequency(onSphere(4)), POINTS);
        rejects("the tail for the body", frequency((noise, x) -> body(noise, x).complement()), POINTS);
        rejects("E v² = 1/p", square(0), POINTS);
        rejects("E v² = 1/(p+4)", square(4), POINTS);
        rejects("n = p, next to the oracle", BallNoiseChecks.coordinateAccuracy(onSphere(0)));
        rejects("lost −1 in (n−1)/2", BallNoiseChecks.coordinateAccuracy(onSphere(3)));
        rejects("normal law for large p", BallNoiseChecks.coordinateAccuracy(BallNoiseProperties::normal));
        rejects(
                "10⁻¹⁴ too large",
                BallNoiseChecks.coordinateAccuracy(
                        (noise, x) -> changed(body(noise, x), body(noise, x).value() + 1e-14)));
        rejects(
                "in floats",
                BallNoiseChecks.coordinateAccuracy((noise, x) ->
                        changed(body(noise, x), (float) body(noise, x).value())));
    }

    @Example
    @Statement("smoothing.BallNoise/S1")
    void noiseOutsideItsRangeIsRefused() {
        assertThat(refusedField(1, 1)).isEqualTo("p");
        assertThat(refusedField(BallNoise.MAX_P + 1, 1)).isEqualTo("p");
        assertThat(refusedField(2, -1e-300)).isEqualTo("rhoW");
        assertThat(refusedField(2, 1e-71)).isEqualTo("rhoW");
        assertThat(refusedField(2, Double.NaN)).isEqualTo("rhoW");
        assertThat(refusedField(2, 2 * RoundOff.MAX_ENTRY)).isEqualTo("rhoW");
        assertThat(new BallNoise(2, Double.POSITIVE_INFINITY).rho()).isInfinite();
        assertThat(new BallNoise(BallNoise.MAX_P, 0).p()).isEqualTo(BallNoise.MAX_P);
    }

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("smoothing.BallNoise/S2")
    void smoothedReluIsConvexWithTheStatedSlope(@ForAll Draw draw) {
        holds(BallNoiseChecks.reluShape(BallNoise::smoothedRelu), draw);
    }

    @Example
    @Statement("smoothing.BallNoise/S2")
    void isTheMeanOverDrawnPointsOfTheBall() {
        holds(reluMean(BallNoise::smoothedRelu), POINTS);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("smoothing.BallNoise/S3")
    void smoothedReluIsAccurate(@ForAll Draw draw) {
        holds(BallNoiseChecks.reluAccuracy(BallNoise::smoothedRelu), draw);
    }

    @Example
    @Statement({"smoothing.BallNoise/S2", "smoothing.BallNoise/S3"})
    void otherSmoothingsAreRejected() {
        BallNoiseChecks.Relu sharp = (noise, along, length) -> relu(noise, along, length, 0, 2);
        BallNoiseChecks.Relu doubled = (noise, along, length) -> relu(noise, along, length, 1, 2);
        BallNoiseChecks.Relu onSphere = (noise, along, length) -> relu(noise, along, length, 0.5, 0);
        BallNoiseChecks.Relu unscaled = (noise, along, length) -> noise.smoothedRelu(along, 1);
        BallNoiseChecks.Relu kinkShifted = (noise, along, length) -> changed(
                noise.smoothedRelu(along, length),
                noise.smoothedRelu(-along, length).value());
        rejects("the ReLU itself", BallNoiseChecks.reluShape(sharp));
        rejects("½ dropped", BallNoiseChecks.reluShape(doubled));
        rejects("n = p for n = p+2", BallNoiseChecks.reluShape(onSphere));
        rejects("‖z‖ forgotten", BallNoiseChecks.reluShape(unscaled));
        rejects("sign of x", BallNoiseChecks.reluShape(kinkShifted));
        rejects("the ReLU itself, mean", reluMean(sharp), POINTS);
        rejects("½ dropped, mean", reluMean(doubled), POINTS);
        rejects("sign of x, mean", reluMean(kinkShifted), POINTS);
        rejects("n = p for n = p+2, next to the oracle", BallNoiseChecks.reluAccuracy(onSphere));
        rejects("‖z‖ forgotten, next to the oracle", BallNoiseChecks.reluAccuracy(unscaled));
        rejects("½ dropped, next to the oracle", BallNoiseChecks.reluAccuracy(doubled));
    }

    private static Check frequency(BallNoiseChecks.Coordinate below) {
        return draw -> ratio(BallNoiseChecks.frequency(below, draw, SAMPLES));
    }

    private static Check square(int dimensions) {
        return draw -> ratio(BallNoiseChecks.square(draw, SAMPLES, dimensions));
    }

    private static Check reluMean(BallNoiseChecks.Relu relu) {
        return draw -> ratio(BallNoiseChecks.reluMean(relu, draw, SAMPLES));
    }

    private static OptionalDouble ratio(MeanTest test) {
        return OptionalDouble.of(test.ratio());
    }

    private static BallNoiseChecks.Coordinate onSphere(int more) {
        return (noise, x) -> changed(
                body(noise, x), SphereCoordinate.inside(noise.p() + more, x, 0).value());
    }

    /// erf(x √(n/2)) by Simpson's rule, n = p+2.
    private static Bounded normal(BallNoise noise, double x) {
        double last = x * Math.sqrt(noise.p() + 2.0);
        double sum = 0;
        for (int i = 0; i <= 200; i++) {
            double t = last * i / 200;
            sum += (i % 200 == 0 ? 1 : i % 2 == 1 ? 4 : 2) * Functions.exp(-t * t / 2);
        }
        return changed(body(noise, x), sum * last / 600 * Math.sqrt(2 / Math.PI));
    }

    private static Bounded body(BallNoise noise, double x) {
        return noise.coordinateBelow(x);
    }

    private static Bounded relu(BallNoise noise, double along, double length, double factor, int more) {
        double width = noise.rho() * length;
        Bounded right = noise.smoothedRelu(along, length);
        double gain = SphereCoordinate.excess(noise.p() + more, Math.abs(along) / width, RoundOff.U)
                .value();
        return Math.abs(along) < width ? changed(right, Math.max(along, 0) + factor * width * gain) : right;
    }

    private static Bounded changed(Bounded right, double value) {
        return new Bounded(value, right.error());
    }

    private static String refusedField(int p, double rho) {
        return catchThrowableOfType(InvalidField.class, () -> new BallNoise(p, rho))
                .field();
    }
}
