package lemmata.smoothing;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import lemmata.audit.MomentFormula;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.SphereRule;
import lemmata.num.TanhSinh;

/// The integrals of the lemma pages with places for slips, for the properties to reject. Values that are meant to be
/// wrong carry the bounds of the right ones.
final class WrongMoments {

    private static final IntUnaryOperator TWO_MORE = p -> p + 2;

    private WrongMoments() {}

    /// κ(π−φ) = φ + factor · E[P(|v| > c/ρ) P(|y| ≤ tan θ/tan φ)], c on the sphere of R^n, v on that of R^m, y on that
    /// of R^{l}: n, m and l as functions of p.
    static MomentFormula drift(
            MomentFormula right, double factor, IntUnaryOperator n, IntUnaryOperator m, IntUnaryOperator l) {
        return like(right, (noise, angle) -> {
            double acute = Math.min(angle.phi(), angle.psi());
            double gain = factor * gain(noise, acute, n.applyAsInt(noise.p()), m, l.applyAsInt(noise.p()));
            return angle.psi() < angle.phi() ? acute + gain : Math.PI - acute - gain;
        });
    }

    /// NETWORK with a coordinate of another sphere for that of the ball.
    static MomentFormula networkWithNoise(IntUnaryOperator m) {
        return drift(Drift::network, Math.PI / 2, TWO_MORE, m, p -> p + 1);
    }

    /// NETWORK with another factor for π/2.
    static MomentFormula networkTimes(double factor) {
        return drift(Drift::network, factor, TWO_MORE, TWO_MORE, p -> p + 1);
    }

    /// NETWORK with another radius.
    static MomentFormula networkAt(DoubleUnaryOperator radius) {
        return at(Drift::network, radius);
    }

    /// A formula at another radius, with the bound at the right one.
    static MomentFormula at(MomentFormula formula, DoubleUnaryOperator radius) {
        return like(
                formula,
                (noise, angle) -> formula.at(new BallNoise(noise.p(), radius.applyAsDouble(noise.rho())), angle)
                        .value());
    }

    /// A formula for another length of the filter.
    static MomentFormula longer(MomentFormula formula, int more) {
        return like(
                formula,
                (noise, angle) -> formula.at(new BallNoise(noise.p() + more, noise.rho()), angle)
                        .value());
    }

    /// A formula at the supplement.
    static MomentFormula turned(MomentFormula formula) {
        return like(
                formula, (noise, angle) -> formula.at(noise, angle.supplement()).value());
    }

    /// The value of one formula with the bound of another.
    static MomentFormula instead(MomentFormula wrong, MomentFormula right) {
        return like(right, (noise, angle) -> wrong.at(noise, angle).value());
    }

    /// A number for each noise and angle.
    @FunctionalInterface
    interface Plain {
        double at(BallNoise noise, Angle angle);
    }

    /// A plain formula with the bound of the right one.
    static MomentFormula like(MomentFormula right, Plain wrong) {
        return (noise, angle) ->
                new Bounded(wrong.at(noise, angle), right.at(noise, angle).error());
    }

    /// δ = factor · ρ E[X_m(c/ρ) b], with b = E|A + By| or, without y, A.
    static MomentFormula shift(DoubleUnaryOperator factor, IntUnaryOperator m, boolean azimuth) {
        return like(SmoothedKernel::shift, (noise, angle) -> {
            int p = noise.p();
            double phi = Math.min(angle.phi(), angle.psi());
            double end = arcsin(noise.rho());
            double bend = Math.min(phi, end);
            TanhSinh.Integrand gain = (from, to) -> gain(noise, m, from, phi, azimuth);
            Bounded before = TanhSinh.FINE.integrate(gain, 0, bend);
            Bounded beyond = TanhSinh.FINE.integrate((from, to) -> gain.at(bend + from, to), bend, end);
            return factor.applyAsDouble(p) * noise.rho() * (before.value() + beyond.value());
        });
    }

    /// The mean over the surface of g(φ̃) or of (π−φ̃)/r̃-like terms, one `weight` for each point.
    @FunctionalInterface
    interface Surface {
        /// The weight of the surface point at cos α = x, r₊ its distance from 0.
        double at(BallNoise noise, double x, double r);
    }

    /// π − E[weight · g(φ̃)].
    static MomentFormula direction(Surface weight) {
        return like(NormalisedDirection::deficit, (noise, angle) -> {
            if (noise.rho() == 0 || noise.rho() == Double.POSITIVE_INFINITY) {
                return NormalisedDirection.deficit(noise, angle).value();
            }
            SphereRule outer = new SphereRule(noise.p());
            SphereRule circle = new SphereRule(noise.p() - 1);
            double mean = outer.mean((below, above) -> {
                        double x = 1 - below;
                        double along = 1 + noise.rho() * x;
                        double across = noise.rho() * Math.sqrt(below * above);
                        double r = Math.sqrt(along * along + across * across) + Double.MIN_NORMAL;
                        double plain = weight.at(noise, x, r);
                        return circle.mean((near, far) -> {
                            double cosine = (along * Functions.cos(angle.phi())
                                            + across * (1 - near) * Functions.sin(angle.phi()))
                                    / r;
                            double turned = Functions.atan2(Math.sqrt(Math.max(0, 1 - cosine * cosine)), cosine);
                            return Bounded.exact(plain * AngleKernel.g(Angle.radians(turned)));
                        });
                    })
                    .value();
            return Math.PI - mean;
        });
    }

    private static Bounded gain(BallNoise noise, IntUnaryOperator m, double theta, double phi, boolean azimuth) {
        int p = noise.p();
        double along = Functions.sin(theta) * Functions.cos(phi);
        double across = Functions.cos(theta) * Functions.sin(phi);
        double spread = azimuth && across > 0
                ? along
                        + across
                                * SphereCoordinate.excess(p - 1, along / across, RoundOff.U)
                                        .value()
                : along;
        return SphereCoordinate.angleDensity(p, theta)
                .times(SphereCoordinate.excess(m.applyAsInt(p), Functions.sin(theta) / noise.rho(), RoundOff.U))
                .times(spread);
    }

    private static double gain(BallNoise noise, double phi, int n, IntUnaryOperator m, int l) {
        double end = arcsin(noise.rho());
        double bend = Math.min(phi, end);
        double slope = Functions.sin(phi) / Functions.cos(phi);
        TanhSinh.Integrand wins = (from, to) -> SphereCoordinate.angleDensity(n, from)
                .times(SphereCoordinate.outside(
                        m.applyAsInt(noise.p()), Functions.sin(from) / noise.rho(), RoundOff.U));
        TanhSinh.Integrand wedge = (from, to) -> wins.at(from, to)
                .times(SphereCoordinate.inside(
                        l, Math.min(1, Functions.sin(from) / Functions.cos(from) / slope), RoundOff.U));
        Bounded before = TanhSinh.FINE.integrate(l == 1 ? (from, to) -> Bounded.exact(0) : wedge, 0, bend);
        Bounded beyond = TanhSinh.FINE.integrate((from, to) -> wins.at(bend + from, to), bend, end);
        return before.value() + beyond.value();
    }

    private static double arcsin(double x) {
        return x >= 1 ? Math.PI / 2 : Functions.atan2(x, Math.sqrt((1 - x) * (1 + x)));
    }
}
