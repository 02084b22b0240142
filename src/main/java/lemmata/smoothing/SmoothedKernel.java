package lemmata.smoothing;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.TanhSinh;

/// The moments of the perturbed filter w̃ that the gradient in the output weights needs, reading RADIAL.
///
/// m₂ = E r̃² = 1 + ρ² p/(p+2), m₁ = E r̃, h(φ) = E[r̃ g(φ̃)] = g(φ) + δ(φ)
///
/// m₁ − 1 = (ρ/E|u₁|) E X(c/ρ) and δ = (πp/2) ρ E[X(c/ρ) E_y|A + By|] with X(x) = E(|v| − x)₊, c = sin θ the modulus of
/// the first coordinate on the sphere of R^p, y that on the sphere of R^{p−1}, A = sin θ |cos φ|, B = cos θ sin φ.
/// Both excesses are positive integrals, so they keep their digits for small noise; δ(π−φ) = δ(φ).
/// Without noise m₁ = m₂ = 1, h = g; h/m₁ → g₀(p) as ρ → ∞. At ρ = ∞ the excesses are infinite.
/// **Accuracy.** The bound comes with the value. **Source.** smoothing.SmoothedKernel.
public final class SmoothedKernel {

    private SmoothedKernel() {}

    /// m₂ − 1 = ρ² p/(p+2).
    @Statement("smoothing.SmoothedKernel/S1")
    public static Bounded m2Excess(BallNoise noise) {
        return Bounded.within(4, noise.rho() * noise.rho() * (noise.p() / (noise.p() + 2.0)));
    }

    /// m₁ − 1.
    @Statement({"smoothing.SmoothedKernel/S1", "smoothing.SmoothedKernel/S4", "smoothing.SmoothedKernel/S5"})
    public static Bounded m1Excess(BallNoise noise) {
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            return Bounded.exact(Double.POSITIVE_INFINITY);
        }
        Bounded integral = TanhSinh.FINE.integrate((from, to) -> gainDensity(noise, from), 0, end(noise));
        return integral.times(Bounded.within(8, noise.rho() / SphereCoordinate.mean(noise.p())));
    }

    /// δ = h − g.
    @Statement({"smoothing.SmoothedKernel/S2", "smoothing.SmoothedKernel/S5"})
    public static Bounded shift(BallNoise noise, Angle angle) {
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            return Bounded.exact(Double.POSITIVE_INFINITY);
        }
        int p = noise.p();
        double phi = Math.min(angle.phi(), angle.psi());
        double sine = Functions.sin(phi);
        double cosine = Functions.cos(phi);
        double end = end(noise);
        double bend = Math.min(Functions.atan2(sine * SphereCoordinate.reach(p - 1), cosine), end);
        Bounded before = TanhSinh.FINE.integrate(
                (from, to) -> gainDensity(noise, from).times(spread(p - 1, from, cosine, sine)), 0, bend);
        Bounded beyond = TanhSinh.FINE.integrate(
                (from, to) ->
                        gainDensity(noise, bend + from).times(Bounded.within(8, Functions.sin(bend + from) * cosine)),
                bend,
                end);
        // The factor sin φ or cos φ of an angle within 16u of φ: absolute near the ends, where δ is not small.
        return before.plus(beyond)
                .times(Bounded.within(4, Math.PI * p / 2 * noise.rho()))
                .widened(36 * RoundOff.U * Math.PI * p / 2 * noise.rho() * (before.value() + beyond.value()));
    }

    /// h(φ).
    @Statement({"smoothing.SmoothedKernel/S2", "smoothing.SmoothedKernel/S3", "smoothing.SmoothedKernel/S5"})
    public static Bounded h(BallNoise noise, Angle angle) {
        return new Bounded(AngleKernel.g(angle), AngleKernel.gError(angle)).plus(shift(noise, angle));
    }

    /// π − h(φ), which keeps its digits for small φ and little noise.
    @Statement({"smoothing.SmoothedKernel/S2", "smoothing.SmoothedKernel/S5"})
    public static Bounded deficit(BallNoise noise, Angle angle) {
        return new Bounded(AngleKernel.piMinusG(angle), AngleKernel.piMinusGError(angle)).minus(shift(noise, angle));
    }

    /// g₀(p) = E g(angle of a uniform direction) = (p/2)(Γ(p/2)/Γ((p+1)/2))² = (πp/2)(E|u₁|)², the limit of h/m₁.
    @Statement("smoothing.SmoothedKernel/S4")
    public static Bounded isotropic(int p) {
        double ratio = SphereCoordinate.mean(p) * Math.sqrt(Math.PI / 2 * p);
        return Bounded.within(20, ratio * ratio);
    }

    /// D cosᵖ⁻²θ X(sin θ/ρ).
    private static Bounded gainDensity(BallNoise noise, double theta) {
        return SphereCoordinate.angleDensity(noise.p(), theta)
                .times(SphereCoordinate.excess(noise.p() + 2, Functions.sin(theta) / noise.rho(), 4 * RoundOff.U));
    }

    /// E|A + By| = A + B X(A/B) on the sphere of R^n.
    private static Bounded spread(int n, double theta, double cosine, double sine) {
        double along = Functions.sin(theta) * cosine;
        double across = Functions.cos(theta) * sine;
        return SphereCoordinate.excess(n, along / across, 12 * RoundOff.U)
                .times(Bounded.within(8, across))
                .plus(Bounded.within(8, along));
    }

    private static double end(BallNoise noise) {
        int p = noise.p();
        return Drift.arcsin(Math.min(noise.rho() * SphereCoordinate.reach(p + 2), SphereCoordinate.reach(p)));
    }
}
