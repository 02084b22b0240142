package lemmata.smoothing;

import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;

/// The noise of P-GD on the filter: ξ uniform in the ball of radius ρ of R^p.
///
/// A coordinate of ξ/ρ is distributed as the first coordinate v of a uniform point of the unit sphere of R^{p+2}:
/// density ∝ (1−v²)^{(p−1)/2}, E v² = 1/(p+2), E‖ξ‖² = ρ² p/(p+2).
/// **Source.** smoothing.BallNoise.
///
/// @param p length of the filter, at least 2
/// @param rho radius ρ_w: 0, or from 10⁻⁷⁰ to 10⁷¹, or ∞, which stands for the limit
public record BallNoise(int p, double rho) {

    /// Largest length that is accepted; promises are made up to 10⁶.
    public static final int MAX_P = 1 << 24;

    /// Checks both.
    ///
    /// @throws InvalidField if p < 2 or too large, or ρ is none of 0, a number from 10⁻⁷⁰ to 10⁷¹, ∞
    public BallNoise {
        if (p < 2 || p > MAX_P) {
            throw new InvalidField("p", "is " + p + ", noise is treated for 2 to " + MAX_P + ": choose another length");
        }
        boolean limit = rho == 0 || rho == Double.POSITIVE_INFINITY;
        if (!limit && !(rho >= RoundOff.MIN_FILTER_NORM && rho <= RoundOff.MAX_ENTRY)) {
            throw new InvalidField(
                    "rhoW",
                    rho + " is no radius: give 0, or a number from " + RoundOff.MIN_FILTER_NORM + " to "
                            + RoundOff.MAX_ENTRY);
        }
    }

    /// P(|v| ≤ x) for a coordinate v of ξ/ρ and x ≥ 0.
    @Statement("smoothing.BallNoise/S1")
    public Bounded coordinateBelow(double x) {
        return SphereCoordinate.inside(p + 2, x, 0);
    }

    /// The ReLU smoothed by the noise: E σ(zᵀ(w+ξ)) = (x + |x|)/2 + ½ λ X(|x|/λ), λ = ρ‖z‖, X(y) = E(|v| − y)₊.
    ///
    /// At x = 0: ½ λ E|v|. The ReLU itself where |x| ≥ λ.
    ///
    /// @param along x = zᵀw
    /// @param length ‖z‖
    @Statement({"smoothing.BallNoise/S2", "smoothing.BallNoise/S3"})
    public Bounded smoothedRelu(double along, double length) {
        double rectified = Math.max(along, 0);
        double width = rho * length;
        if (!(Math.abs(along) < width)) {
            // Beyond the ball's reach but for the rounding of the width, where the gain has a zero of high order.
            return Bounded.within(1, rectified).widened(4 * RoundOff.U * RoundOff.U * width);
        }
        Bounded gain = SphereCoordinate.excess(p + 2, Math.abs(along) / width, 2 * RoundOff.U);
        return gain.times(width / 2).widened(RoundOff.U * width).plus(Bounded.exact(rectified));
    }
}
