package lemmata.smoothing;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.num.Bounded;

/// The four numbers of (φ, ρ_w, p) on which the smoothed gradients of a reading depend, as their excesses over the
/// noise-free ones where those are fixed.
///
/// m₁ − 1, m₂ − 1, π − h and κ; without noise 0, 0, π − g(φ) and π − φ.
/// **Source.** smoothing.Reading, smoothing.SmoothedKernel, smoothing.Drift, smoothing.NormalisedDirection.
///
/// @param m1Excess m₁ − 1; 0 for the reading UNIT
/// @param m2Excess m₂ − 1; 0 for the reading UNIT
/// @param hDeficit π − h
/// @param kappa κ
public record NoiseMoments(Bounded m1Excess, Bounded m2Excess, Bounded hDeficit, Bounded kappa) {

    /// The moments of a reading at an angle.
    @Statement("smoothing.Reading/S2")
    public static NoiseMoments of(Reading reading, BallNoise noise, Angle angle) {
        return ofOutput(reading.a(), noise, angle).withKappa(kappa(reading.w(), noise, angle));
    }

    /// Those of the output part alone, with κ unknown.
    public static NoiseMoments ofOutput(Reading.Output reading, BallNoise noise, Angle angle) {
        Bounded unknown = new Bounded(0, Double.POSITIVE_INFINITY);
        return switch (reading) {
            case RADIAL ->
                new NoiseMoments(
                        SmoothedKernel.m1Excess(noise),
                        SmoothedKernel.m2Excess(noise),
                        SmoothedKernel.deficit(noise, angle),
                        unknown);
            case UNIT ->
                new NoiseMoments(
                        Bounded.exact(0), Bounded.exact(0), NormalisedDirection.deficit(noise, angle), unknown);
        };
    }

    /// κ of a reading.
    public static Bounded kappa(Reading.Filter reading, BallNoise noise, Angle angle) {
        return switch (reading) {
            case NETWORK -> Drift.network(noise, angle);
            case ANGLE -> Drift.angle(noise, angle);
            case NORMALISED -> NormalisedDirection.drift(noise, angle);
        };
    }

    /// m₁ = E r̃, or 1.
    public Bounded m1() {
        return m1Excess.plus(Bounded.exact(1));
    }

    /// m₂ = E r̃², or 1.
    public Bounded m2() {
        return m2Excess.plus(Bounded.exact(1));
    }

    /// h = E[r̃ g(φ̃)], or E g(φ̃).
    public Bounded h() {
        return Bounded.within(1, Math.PI).minus(hDeficit);
    }

    private NoiseMoments withKappa(Bounded value) {
        return new NoiseMoments(m1Excess, m2Excess, hDeficit, value);
    }
}
