package lemmata.dissipativity;

import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedKernel;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// The output weights at which the smoothed a-step stands still, and the noise that turns them towards a*.
///
/// a_∞ = m₂⁻¹ M⁻¹ (m₁ 11ᵀ + (h−m₁) I) a*, a_∞ᵀa* = c₁ a₁² + c₂ a₂²
///
/// with c₁ = (m₁(k−1) + h)/(m₂(π−1+k)), c₂ = (h−m₁)/(m₂(π−1)) in the coordinates of [Target]. At φ = π without noise it
/// is ā, at φ = 0 it is a*. **Source.** dissipativity.SmoothedEquilibrium.
public final class SmoothedEquilibrium {

    private static final Angle OPPOSITE = Angle.ofRadians(Angle.radians(0)).supplement();

    /// Root search in log ρ, below its rounding.
    private static final double TOLERANCE = 1e-15;

    private SmoothedEquilibrium() {}

    /// a_∞; entry i is within [#weightsError].
    @Statement({"dissipativity.SmoothedEquilibrium/S1", "dissipativity.SmoothedEquilibrium/S6"})
    public static double @OutputSpace [] weights(Teacher teacher, NoiseMoments moments) {
        double mean = Vectors.sum(teacher.a()).doubleValue() / teacher.k();
        double along = shareAlong(teacher.k(), moments).value() * mean;
        double across = shareAcross(moments).value();
        return Vectors.map(entry -> along + across * (entry - mean), teacher.a());
    }

    /// Bound on the error of each entry of [#weights].
    @Statement("dissipativity.SmoothedEquilibrium/S6")
    public static double @OutputSpace [] weightsError(Teacher teacher, NoiseMoments moments) {
        double mean = Math.abs(Vectors.sum(teacher.a()).doubleValue() / teacher.k());
        double noise = RoundOff.doubleDouble(teacher.k() + 8) * Vectors.length(teacher.a());
        Bounded along = shareAlong(teacher.k(), moments);
        Bounded across = shareAcross(moments);
        double both = Math.abs(along.value()) + Math.abs(across.value());
        return Vectors.map(
                entry -> along.error() * mean
                        + across.error() * (Math.abs(entry) + mean)
                        + both * (8 * RoundOff.U * (Math.abs(entry) + mean) + 2 * noise)
                        + RoundOff.UNDERFLOW,
                teacher.a());
    }

    /// a_∞ᵀa*.
    @Statement({
        "dissipativity.SmoothedEquilibrium/S2",
        "dissipativity.SmoothedEquilibrium/S5",
        "dissipativity.SmoothedEquilibrium/S6"
    })
    public static Bounded alignment(Target target, NoiseMoments moments) {
        Bounded along = shareAlong(target.k(), moments).times(Bounded.within(10, target.along() * target.along()));
        return shareAcross(moments)
                .times(Bounded.within(10, target.across() * target.across()))
                .plus(along);
    }

    /// The rate dκ(π)/2π at which the mean step on the filter leaves −w* (positive) or returns to it, at aᵀa* = d: the
    /// curvature of the smoothed loss along the sphere there, with the opposite sign. Without noise it is 0.
    @Statement("dissipativity.SmoothedEquilibrium/S4")
    public static Bounded escapeRate(BallNoise noise, Reading.Filter reading, double d) {
        return NoiseMoments.kappa(reading, noise, OPPOSITE).times(Bounded.within(4, d / (2 * Math.PI)));
    }

    /// h/m₁ above which a_∞ᵀa* > 0: 1 − (π−1)q/(π−1+k−q), the level of g at GD's saddles; not positive where q is at or
    /// above 1 + (k−1)/π.
    @Statement("dissipativity.SmoothedEquilibrium/S2")
    public static Bounded level(Target target) {
        double along = target.along() / target.norm();
        double across = target.across() / target.norm();
        Bounded first = Bounded.within(16, across * across / (Math.PI - 1));
        Bounded share = Bounded.within(16, along * along / target.top());
        return first.minus(share.times(target.k() - 1.0)).over(first.plus(share));
    }

    /// ρ_esc, the smallest ρ_w above which a_∞ᵀa* > 0 at φ = π; 0 where that holds without noise.
    ///
    /// The root of h(π)/m₁ = [#level], found by Brent's method; the bound is from signs that are certain.
    ///
    /// @throws InvalidField if a* = 0
    @Statement({"dissipativity.SmoothedEquilibrium/S3", "dissipativity.SmoothedEquilibrium/S6"})
    public static Bounded escapeNoise(Target target, int p, Reading.Output reading) {
        if (target.norm() == 0) {
            throw new InvalidField("norm", "is 0: a* = 0 has no escape noise; give a positive norm");
        }
        Bounded level = level(target);
        if (level.value() <= level.error()) {
            // h(π) ≥ ρ³/64 for ρ ≤ 1, whatever p: at the threshold to rounding ρ_esc is small, not certainly 0.
            return new Bounded(0, level.high() > 0 ? 4 * Functions.cbrt(level.high()) : 0);
        }
        double low = 0;
        while (excess(low, p, reading, level).value() > 0) {
            low--;
        }
        double high = low + 1;
        while (excess(high, p, reading, level).value() < 0) {
            high++;
        }
        double root = new BrentSolver(TOLERANCE, TOLERANCE, 0)
                .solve(200, log -> excess(log, p, reading, level).value(), low, high);
        return new Bounded(Functions.exp(root), Functions.exp(root) * spread(root, p, reading, level));
    }

    /// A relative distance at which the signs of the excess on both sides are certain; ∞ if there is none.
    private static double spread(double root, int p, Reading.Output reading, Bounded level) {
        double spread = 0x1p-50;
        while (spread < 1
                && (excess(root - spread, p, reading, level).high() > 0
                        || excess(root + spread, p, reading, level).low() < 0)) {
            spread *= 2;
        }
        return spread < 1 ? 2 * spread : Double.POSITIVE_INFINITY;
    }

    /// h(π)/m₁ − level at ρ = e^log.
    private static Bounded excess(double log, int p, Reading.Output reading, Bounded level) {
        BallNoise noise = new BallNoise(p, Functions.exp(log));
        NoiseMoments moments = NoiseMoments.ofOutput(reading, noise, OPPOSITE);
        Bounded h = reading == Reading.Output.RADIAL ? SmoothedKernel.shift(noise, OPPOSITE) : moments.h();
        return h.over(moments.m1()).minus(level);
    }

    /// c₁ = (m₁(k−1) + h)/(m₂(π−1+k)); 0 in the limit ρ = ∞ of RADIAL.
    public static Bounded shareAlong(int k, NoiseMoments moments) {
        if (moments.m2Excess().value() == Double.POSITIVE_INFINITY) {
            return Bounded.exact(0);
        }
        return moments.m1()
                .times(k - 1.0)
                .plus(moments.h())
                .over(moments.m2().times(Bounded.within(2, Math.PI - 1 + k)));
    }

    /// c₂ = (h−m₁)/(m₂(π−1)); likewise.
    public static Bounded shareAcross(NoiseMoments moments) {
        if (moments.m2Excess().value() == Double.POSITIVE_INFINITY) {
            return Bounded.exact(0);
        }
        Bounded difference =
                Bounded.within(2, Math.PI - 1).minus(moments.hDeficit()).minus(moments.m1Excess());
        return difference.over(moments.m2().times(Bounded.within(2, Math.PI - 1)));
    }
}
