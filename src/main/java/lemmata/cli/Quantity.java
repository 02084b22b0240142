package lemmata.cli;

import java.util.List;
import java.util.function.BiFunction;
import lemmata.audit.SmoothingReference;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedKernel;
import org.apfloat.Apfloat;

/// A function of noise and angle that `bench smoothing` measures.
///
/// @param key its name in JSON
/// @param name its name in text
/// @param at the lemma code
/// @param scale what an error is relative to
/// @param oracle the same to 20 digits at least, along other integrals
record Quantity(
        String key,
        String name,
        BiFunction<BallNoise, Angle, Bounded> at,
        BiFunction<BallNoise, Angle, Bounded> scale,
        BiFunction<BallNoise, Angle, Apfloat> oracle) {

    private static final int DIGITS = 50;

    /// All that are measured.
    static List<Quantity> all() {
        return List.of(
                kappa("kappaNetwork", Reading.Filter.NETWORK),
                kappa("kappaAngle", Reading.Filter.ANGLE),
                kappa("kappaNormalised", Reading.Filter.NORMALISED),
                h("hRadial", Reading.Output.RADIAL),
                h("hUnit", Reading.Output.UNIT),
                new Quantity(
                        "m1", "m₁ RADIAL", Quantity::m1, Quantity::m1, (noise, angle) -> SmoothingReference.m1(noise)));
    }

    private static Quantity kappa(String key, Reading.Filter reading) {
        BiFunction<BallNoise, Angle, Bounded> at = (noise, angle) -> NoiseMoments.kappa(reading, noise, angle);
        return new Quantity(
                key, "κ " + reading, at, at, (noise, angle) -> SmoothingReference.kappa(reading, noise, angle));
    }

    private static Quantity h(String key, Reading.Output reading) {
        return new Quantity(
                key,
                "h " + reading,
                switch (reading) {
                    case RADIAL -> SmoothedKernel::h;
                    case UNIT ->
                        (noise, angle) ->
                                NoiseMoments.ofOutput(reading, noise, angle).h();
                },
                switch (reading) {
                    case RADIAL -> Quantity::m1;
                    case UNIT -> (noise, angle) -> Bounded.exact(1);
                },
                (noise, angle) -> SmoothingReference.h(reading, noise, angle));
    }

    private static Bounded m1(BallNoise noise, Angle angle) {
        return SmoothedKernel.m1Excess(noise).plus(Bounded.exact(1));
    }

    /// How far a value of the lemma code is from the oracle.
    double distance(double value, BallNoise noise, Angle angle) {
        Apfloat exact = oracle.apply(noise, angle).precision(DIGITS);
        return Math.abs(exact.subtract(new Apfloat(value, DIGITS)).doubleValue());
    }
}
