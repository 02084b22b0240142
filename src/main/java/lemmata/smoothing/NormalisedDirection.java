package lemmata.smoothing;

import java.util.function.Function;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.GaussLegendre;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.SphereRule;
import lemmata.num.TanhSinh;

/// Moments of the direction of the perturbed filter: h of the reading UNIT and κ of the reading NORMALISED.
///
/// π − h = E[π − g(φ̃)], κ = E[(π − ∠(x, w*))/‖x‖], x = w + ρN with N uniform on the unit sphere of R^{p+2}; h′ = −κ
/// sin φ
///
/// The mean over the ball is one over its surface too: E F(w+ξ) = E[F(w+ρn)(1 + nᵀw/ρ)] for F of the direction alone, n
/// uniform on the unit sphere of R^p. For ρ < 1 the ray through a surface point enters the ball at another one, which
/// is folded onto it, so that all terms are positive.
/// Without noise h = g and κ = π−φ; as ρ → ∞ h → g₀(p) and κ → 0.
/// **Units.** Radians. **Accuracy.** The bound comes with the value. **Source.** smoothing.NormalisedDirection.
public final class NormalisedDirection {

    /// More than the rounded operations on the way to F, and to the weight of a node but for its entry point.
    private static final double NODE = 80;

    /// From this p on the kinks are of no account, and below the second one they need a rule for singular ends.
    private static final int SMOOTH = 16;

    private static final int ALMOST_SMOOTH = 8;

    private NormalisedDirection() {}

    /// π − h(φ), which keeps its digits for small φ and little noise.
    @Statement({
        "smoothing.NormalisedDirection/S1",
        "smoothing.NormalisedDirection/S2",
        "smoothing.NormalisedDirection/S3",
        "smoothing.NormalisedDirection/S4"
    })
    public static Bounded deficit(BallNoise noise, Angle angle) {
        if (noise.rho() == 0) {
            return new Bounded(AngleKernel.piMinusG(angle), AngleKernel.piMinusGError(angle));
        }
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            return Bounded.within(1, Math.PI).minus(SmoothedKernel.isotropic(noise.p()));
        }
        return mean(
                noise,
                noise.p(),
                angle,
                (outward, square, entry) -> -outward * Functions.expm1(entry),
                Turned::deficit);
    }

    /// κ(φ) of the reading NORMALISED.
    @Statement({
        "smoothing.NormalisedDirection/S1",
        "smoothing.NormalisedDirection/S2",
        "smoothing.NormalisedDirection/S3",
        "smoothing.NormalisedDirection/S4"
    })
    public static Bounded drift(BallNoise noise, Angle angle) {
        if (noise.rho() == 0) {
            return Bounded.within(16, angle.psi());
        }
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            return Bounded.exact(0);
        }
        return mean(
                noise,
                noise.p() + 2,
                angle,
                (outward, square, entry) -> (1 + Functions.exp(entry)) / Math.sqrt(square),
                Turned::supplement);
    }

    /// The weight of a ray by its exit point w+ρn: of 1 + nᵀw/ρ, ‖w+ρn‖², and p log(r₋/r₊), −∞ where it does not enter.
    @FunctionalInterface
    private interface Weight {
        double at(double outward, double square, double entry);
    }

    /// The mean over the sphere of R^n: where the direction can meet ±w* the mean over a circle has a kink of order
    /// p+1, which matters for short filters only.
    private static Bounded mean(BallNoise noise, int n, Angle angle, Weight weight, Function<Turned, Bounded> f) {
        int p = noise.p();
        double rho = noise.rho();
        double reach = Drift.arcsin(SphereCoordinate.reach(n - 1));
        double last = Math.min(reach, Drift.arcsin(Math.min(rho, 1)));
        double near = p < SMOOTH ? cut(rho, Math.min(angle.phi(), angle.psi())) : 0;
        double far = p < SMOOTH ? cut(rho, Math.max(angle.phi(), angle.psi())) : 0;
        double[] cuts = {-reach, near, far, last};
        SphereRule circle = new SphereRule(n - 1);
        Bounded total = Bounded.exact(0);
        for (int i = 0; i + 1 < cuts.length; i++) {
            double from = Math.clamp(cuts[i], -reach, last);
            double to = Math.clamp(cuts[i + 1], -reach, last);
            TanhSinh.Integrand ray = (left, right) -> {
                double beta = left < right ? from + left : to - right;
                double theta = Functions.atan2(rho * Functions.cos(beta), 1 - rho * Functions.sin(beta));
                return SphereCoordinate.angleDensity(n, Math.abs(beta))
                        .times(weight(noise, beta, weight))
                        .times(circle.mean((below, above) -> f.apply(Turned.of(theta, angle, below, above))));
            };
            total = total.plus(
                    p < ALMOST_SMOOTH
                            ? (p == 2 && n == 2 ? TanhSinh.FINE : TanhSinh.COARSE).integrate(ray, from, to)
                            : GaussLegendre.integrate(ray, from, to));
        }
        return total;
    }

    /// Half the weight of the ray through ρn = ρ(−sin β, cos β): each angle stands for both sides of its axis.
    private static Bounded weight(BallNoise noise, double beta, Weight weight) {
        double rho = noise.rho();
        double across = rho * Functions.cos(beta);
        double along = 1 - rho * Functions.sin(beta);
        double square = along * along + across * across;
        double outward = Math.max(1 - Functions.sin(beta) / rho, 0);
        double left = -2 * rho * rho * outward / square;
        double entry = rho < 1 ? noise.p() * Functions.log1p(Math.max(left, -1)) : Double.NEGATIVE_INFINITY;
        double spread = rho < 1 ? 16 * Math.min(-entry, 64) : 0;
        return Bounded.within(NODE + spread, weight.at(outward, square, entry) / 2);
    }

    /// β = α − π/2 of the surface point whose direction is at angle θ to w: α = θ + arcsin(sin θ/ρ).
    private static double cut(double rho, double theta) {
        double sine = Functions.sin(theta) / rho;
        return sine >= 1 ? Math.PI / 2 : theta + Drift.arcsin(sine) - Math.PI / 2;
    }

    /// The angle φ̃ through the sine and cosine of its half.
    ///
    /// @param near θ + φ, to which the error of the sine is proportional
    /// @param far θ + ψ, to which that of the cosine is
    private record Turned(double sine, double cosine, double near, double far) {

        /// sin²(φ̃/2) = sin²((θ−φ)/2) + ½(1−y) sin θ sin φ, cos²(φ̃/2) = sin²((ψ−θ)/2) + ½(1+y) sin θ sin φ: sums of
        /// positive terms.
        static Turned of(double theta, Angle angle, double below, double above) {
            double both = Functions.sin(theta) * Functions.sin(Math.min(angle.phi(), angle.psi())) / 2;
            double toStar = Functions.sin((theta - angle.phi()) / 2);
            double toOpposite = Functions.sin((angle.psi() - theta) / 2);
            return new Turned(
                    Math.sqrt(toStar * toStar + both * below),
                    Math.sqrt(toOpposite * toOpposite + both * above),
                    theta + angle.phi(),
                    theta + angle.psi());
        }

        /// π − g(φ̃) = 2π sin²(φ̃/2) − v(φ̃), the subtrahend at most half of the minuend.
        Bounded deficit() {
            double angle = 2 * Functions.atan2(sine, cosine);
            double versine = 2 * Math.PI * sine * sine;
            double v = angle < 1 ? AngleKernel.v(angle) : 2 * sine * cosine - angle * (cosine * cosine - sine * sine);
            return new Bounded(versine - v, NODE * RoundOff.U * (versine + sine * near));
        }

        /// π − φ̃.
        Bounded supplement() {
            double value = 2 * Functions.atan2(cosine, sine);
            return new Bounded(value, NODE * RoundOff.U * (value + far));
        }
    }
}
