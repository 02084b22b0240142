package lemmata.dissipativity;

import java.util.function.Function;
import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/// C1, partial dissipativity in the filter, with its sharp constants.
///
/// ⟨−P_w E∇_w L, w*−w⟩ = d κ(φ) sin²φ/2π = (d κ(φ)(1+cos φ)/4π) ‖w−w*‖², d = aᵀa*
///
/// C1 asks that this be at least c_w ‖w−w*‖² − γ_w. It depends on φ and d alone; κ(1+cos φ) decreases in φ.
/// **Source.** dissipativity.FilterDissipativity.
public final class FilterDissipativity {

    /// Roundings of the trigonometric factors and of the angle in them.
    private static final double ROUNDINGS = 48;

    private static final int PIECES = 64;

    /// Beyond it products could overflow.
    private static final double MAX_RATE = 1e200;

    private FilterDissipativity() {}

    /// The inner product ⟨−P_w E∇_w L, w*−w⟩ = d κ sin²φ/2π.
    @Statement({"dissipativity.FilterDissipativity/S1", "dissipativity.FilterDissipativity/S4"})
    public static Bounded inner(Bounded kappa, double d, Angle angle) {
        double sine = Functions.sin(Math.min(angle.phi(), angle.psi()));
        return kappa.times(Bounded.within(ROUNDINGS, d * (sine * sine) / (2 * Math.PI)))
                .widened(RoundOff.UNDERFLOW * (1 + Math.abs(d)));
    }

    /// Its quotient by ‖w−w*‖²: d κ (1+cos φ)/4π.
    @Statement({"dissipativity.FilterDissipativity/S1", "dissipativity.FilterDissipativity/S4"})
    public static Bounded coefficient(Bounded kappa, double d, Angle angle) {
        double half = Functions.sin(angle.psi() / 2);
        return kappa.times(Bounded.within(ROUNDINGS, d * (half * half) / (2 * Math.PI)))
                .widened(RoundOff.UNDERFLOW * (1 + Math.abs(d)));
    }

    /// The largest c_w for which C1 holds on the region with γ_w = 0; not positive where it holds for none.
    ///
    /// It is that of the least aᵀa*, at φ_hi if that is positive, at φ_lo if it is negative.
    ///
    /// @throws InvalidField if the region is empty or aᵀa* has no lower bound on it
    @Statement("dissipativity.FilterDissipativity/S2")
    public static Sharp rate(Target target, BallNoise noise, Reading.Filter reading, Region region) {
        Region.Weights least = region.lowest(target);
        Angle angle = least.d() >= 0 ? region.phiHigh() : region.phiLow();
        Bounded kappa = NoiseMoments.kappa(reading, noise, angle);
        return new Sharp(coefficient(kappa, 1, angle).times(alignment(target, least)), least, angle);
    }

    /// The smallest γ_w ≥ 0 for which C1 holds on the region with the given c_w.
    ///
    /// The largest excess (1−cos φ)[2c_w − dκ(1+cos φ)/2π]: at φ_hi for d ≥ 0, at φ_hi or the one inner maximum for d <
    /// 0.
    ///
    /// @throws InvalidField if the region is empty or aᵀa* has no lower bound on it, or c_w is not finite
    @Statement("dissipativity.FilterDissipativity/S3")
    public static Sharp slack(Target target, BallNoise noise, Reading.Filter reading, Region region, double cw) {
        if (!(Math.abs(cw) <= MAX_RATE)) {
            throw new InvalidField("cw", cw + " is no rate: give a finite number");
        }
        Region.Weights least = region.lowest(target);
        Function<Angle, Sharp> excess = angle -> at(noise, reading, least, cw, angle, target);
        double low = region.phiLow().phi();
        double high = region.phiHigh().phi();
        Sharp best = new Sharp(Bounded.exact(0), least, region.phiLow()).larger(excess.apply(region.phiHigh()));
        if (least.d() < 0 && low < high) {
            best = best.larger(excess.apply(region.phiLow()));
            best = best.larger(excess.apply(angle(innerMaximum(excess, low, high))));
        }
        return best;
    }

    /// The excess of c_w ‖w−w*‖² over the inner product at one angle.
    private static Sharp at(
            BallNoise noise, Reading.Filter reading, Region.Weights least, double cw, Angle angle, Target target) {
        double half = Functions.sin(angle.phi() / 2);
        Bounded demanded = Bounded.within(ROUNDINGS, 4 * cw * (half * half));
        Bounded inner =
                inner(NoiseMoments.kappa(reading, noise, angle), 1, angle).times(alignment(target, least));
        return new Sharp(demanded.minus(inner), least, angle);
    }

    /// The first maximum: the excess rises, falls and rises again, so it lies before the first of 64 equal steps that
    /// goes down, or in the last one; refined there by Brent's method.
    private static double innerMaximum(Function<Angle, Sharp> excess, double low, double high) {
        UnivariateFunction value = phi -> excess.apply(angle(phi)).value().value();
        double step = (high - low) / PIECES;
        double last = value.value(low);
        int top = 0;
        while (top < PIECES - 1) {
            double next = value.value(low + (top + 1) * step);
            if (next < last) {
                break;
            }
            last = next;
            top++;
        }
        double from = Math.max(low, low + (top - 1) * step);
        double to = Math.min(high, low + (top + 1) * step);
        return new BrentOptimizer(1e-9, 1e-12)
                .optimize(
                        new MaxEval(200),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(value),
                        new SearchInterval(from, to))
                .getPoint();
    }

    /// The least aᵀa* with what the rounding of its two terms may do, 16u of each.
    private static Bounded alignment(Target target, Region.Weights least) {
        double size = Math.abs(least.x() * target.along()) + Math.abs(least.y() * target.across());
        return new Bounded(least.d(), 16 * RoundOff.U * size);
    }

    private static Angle angle(double phi) {
        @Radians double radians = Angle.radians(Math.clamp(phi, 0.0, Math.PI));
        return Angle.ofRadians(radians);
    }
}
