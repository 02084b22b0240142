package lemmata.smoothing;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.TanhSinh;

/// The factor κ of the smoothed tangent gradient, P_w E∇_w L = −(aᵀa*/2π) κ P_w w*, for the readings NETWORK and ANGLE.
///
/// κ(π−φ) = φ + (π/2) E[ P(|v| > c/ρ) · P(|y| ≤ tan θ/tan φ) ] and κ(φ) = π − κ(π−φ) for 0 ≤ φ ≤ π/2
///
/// Here c = sin θ is the modulus of the first coordinate on the sphere of R^n, y that on the sphere of R^{n−1}, v that
/// of the noise; n = p+2 for NETWORK, n = p for ANGLE. All terms are positive: κ keeps its relative accuracy where it
/// is small, near φ = π. Without noise κ = π−φ; κ(π/2) = π/2 for every noise; κ → π/2 as ρ → ∞.
/// **Units.** Radians. **Accuracy.** The bound comes with the value. **Source.** smoothing.Drift.
public final class Drift {

    private Drift() {}

    /// κ of the reading NETWORK.
    @Statement({
        "smoothing.Drift/S1",
        "smoothing.Drift/S2",
        "smoothing.Drift/S3",
        "smoothing.Drift/S4",
        "smoothing.Drift/S5",
        "smoothing.Drift/S6"
    })
    public static Bounded network(BallNoise noise, Angle angle) {
        return kappa(noise.p() + 2, noise, angle);
    }

    /// κ of the reading ANGLE: E[π−φ̃].
    @Statement({
        "smoothing.Drift/S1",
        "smoothing.Drift/S2",
        "smoothing.Drift/S4",
        "smoothing.Drift/S5",
        "smoothing.Drift/S6"
    })
    public static Bounded angle(BallNoise noise, Angle angle) {
        return kappa(noise.p(), noise, angle);
    }

    private static Bounded kappa(int n, BallNoise noise, Angle angle) {
        boolean obtuse = angle.phi() > angle.psi();
        Bounded own = Bounded.within(16, angle.psi());
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            return Bounded.within(1, Math.PI / 2);
        }
        Bounded gain = gain(n, noise, obtuse ? angle.psi() : angle.phi());
        return obtuse ? own.plus(gain) : own.minus(gain);
    }

    /// (π/2) E[ P(|v| > c/ρ) · P(|y| ≤ tan θ/tan φ) ] for an acute φ, in [0, π/2 − φ].
    private static Bounded gain(int n, BallNoise noise, double phi) {
        int p = noise.p();
        double rho = noise.rho();
        double end = arcsin(Math.min(rho * SphereCoordinate.reach(p + 2), SphereCoordinate.reach(n)));
        double slope = Functions.sin(phi) / Functions.cos(phi);
        double bend = Math.min(Functions.atan2(slope * SphereCoordinate.reach(n - 1), 1), end);
        TanhSinh.Integrand noiseWins = (from, to) -> {
            double theta = from;
            return SphereCoordinate.angleDensity(n, theta)
                    .times(SphereCoordinate.outside(p + 2, Functions.sin(theta) / rho, 4 * RoundOff.U));
        };
        Bounded beyond = TanhSinh.FINE.integrate((from, to) -> noiseWins.at(bend + from, to), bend, end);
        // For n = 2 the other coordinate is ±1, and tan θ < tan φ excludes it.
        Bounded before = n == 2
                ? Bounded.exact(0)
                : TanhSinh.FINE.integrate(
                        (from, to) -> noiseWins.at(from, to).times(withinWedge(n - 1, from, slope)), 0, bend);
        return before.plus(beyond).times(Bounded.within(1, Math.PI / 2)).widened(2 * RoundOff.U * beyond.value());
    }

    /// P(|y| ≤ tan θ/tan φ) on the sphere of R^n.
    private static Bounded withinWedge(int n, double theta, double slope) {
        double cosine = Functions.cos(theta);
        double relative = RoundOff.U * (12 + 4 / cosine);
        return SphereCoordinate.inside(n, Functions.sin(theta) / (cosine * slope), relative);
    }

    /// arcsin x for 0 ≤ x; π/2 beyond 1.
    static double arcsin(double x) {
        return x >= 1 ? Math.PI / 2 : Functions.atan2(x, Math.sqrt((1 - x) * (1 + x)));
    }
}
