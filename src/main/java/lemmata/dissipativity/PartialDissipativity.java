package lemmata.dissipativity;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the poster remarks about C1 and C2, as decisions about regions.
///
/// "C1 holds on U" is read as: with γ_w = 0 and some c_w > 0. "C2 holds on U" is read as: with some c_a > 0 and a
/// finite γ_a. It is the reading under which the poster's second epoch makes sense ("γ_w = 0 and γ_a decreases").
/// Neither condition depends on the noise ε of the output weights. **Source.** dissipativity.PartialDissipativity.
@Statement({"dissipativity.PartialDissipativity/S4", "dissipativity.PartialDissipativity/S5"})
public final class PartialDissipativity {

    private PartialDissipativity() {}

    /// Whether C1 holds on a region: the sharp rate is positive beyond its error.
    ///
    /// @throws InvalidField if the region is empty or aᵀa* has no lower bound on it
    @Statement({
        "dissipativity.PartialDissipativity/S2",
        "dissipativity.PartialDissipativity/S3",
        "dissipativity.PartialDissipativity/S6",
        "dissipativity.PartialDissipativity/S8"
    })
    public static boolean filterHolds(Target target, BallNoise noise, Reading.Filter reading, Region region) {
        return FilterDissipativity.rate(target, noise, reading, region).value().low() > 0;
    }

    /// The γ_a with which C2 holds for every w and every a, c_a being half of its limit at φ = 0, where m₂ is that of
    /// every angle: finite for every finite noise, so that C2 holds globally.
    @Statement({"dissipativity.PartialDissipativity/S1", "dissipativity.PartialDissipativity/S2"})
    public static Sharp globalSlack(Target target, BallNoise noise, Reading.Output reading) {
        return OutputDissipativity.slack(
                target,
                noise,
                reading,
                Region.ALL.phiLow(),
                Region.ALL.phiHigh(),
                OutputDissipativity.limit(target, noise, reading).value() / 2);
    }

    /// The poster's starts: any w, ‖a₀‖ ≤ |1ᵀa*|/√k.
    @Statement("dissipativity.PartialDissipativity/S6")
    public static Region starts(Target target) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Region(
                Region.ALL.phiLow(),
                Region.ALL.phiHigh(),
                -infinity,
                infinity,
                Math.abs(target.along()),
                -infinity,
                infinity);
    }

    /// Students with aᵀa* at least d and w at most φ away from w*: where the second epoch takes place.
    ///
    /// @throws InvalidField if d is not a number
    @Statement("dissipativity.PartialDissipativity/S8")
    public static Region aligned(double d, Angle phi) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Region(Region.ALL.phiLow(), phi, d, infinity, infinity, -infinity, infinity);
    }

    /// The error ‖a − a*‖ below which aᵀa* > 0, so that C1 holds at every w ≠ −w*: ‖a*‖; it is sharp, at a = 0.
    @Statement("dissipativity.PartialDissipativity/S7")
    public static double aligningError(Target target) {
        return target.norm();
    }

    /// γ_a at one angle for c_a half of its limit at that noise: RADIAL, it decreases with the noise at every angle, to
    /// a positive limit unless φ = 0. For a c_a that is held fixed, up to half its noise-free limit, it does so for
    /// angles up to 5π/12.
    @Statement("dissipativity.PartialDissipativity/S9")
    public static Bounded slackAt(Target target, BallNoise noise, Reading.Output reading, Angle angle) {
        OutputDissipativity condition = new OutputDissipativity(target, NoiseMoments.ofOutput(reading, noise, angle));
        return condition.slack(condition.limit().value() / 2);
    }
}
