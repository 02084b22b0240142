package lemmata.audit;

import java.util.function.Function;
import java.util.function.IntFunction;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import org.apfloat.Apfloat;

/// What the stem SmoothedKernel claims, as checks of any implementation of m₁ − 1, m₂ − 1, δ = h − g, h and g₀.
public final class SmoothedKernelChecks {

    private static final Angle OPPOSITE = NoiseDraw.fromOpposite(0);

    private SmoothedKernelChecks() {}

    /// S1: m₂ − 1 = ρ²p/(p+2), exactly up to its bound.
    public static Check secondMoment(Function<BallNoise, Bounded> m2Excess) {
        return NoiseChecks.finite(noise -> {
            Apfloat square = Oracle.exact(noise.rho()).multiply(Oracle.exact(noise.rho()));
            Apfloat exact = square.multiply(Oracle.exact(noise.p())).divide(Oracle.exact(noise.p() + 2.0));
            return NoiseChecks.accuracy(m2Excess.apply(noise.noise()), exact);
        });
    }

    /// S1, S5: m₁ − 1 is within its bound of the oracle, which integrates over the surface of the ball.
    public static Check firstMoment(Function<BallNoise, Bounded> m1Excess) {
        return NoiseChecks.finite(noise -> NoiseChecks.excessAccuracy(
                m1Excess.apply(noise.noise()),
                SmoothingOracle.at(noise.p(), noise.rho()).m1Excess()));
    }

    /// S2, S5: δ is within its bound of the oracle, which integrates κ along φ.
    public static Check shiftAccuracy(MomentFormula shift) {
        return NoiseChecks.finite(noise -> NoiseChecks.excessAccuracy(
                shift.at(noise.noise(), noise.angle()),
                SmoothingOracle.at(noise.p(), noise.rho()).shift(Fold.of(noise.angle()))));
    }

    /// S2, S5: π − h likewise; it is a difference of π − g and δ, and so is its scale, where δ counts 256 times.
    public static Check deficitAccuracy(MomentFormula deficit) {
        return NoiseChecks.finite(noise -> {
            SmoothingOracle oracle = SmoothingOracle.at(noise.p(), noise.rho());
            Apfloat exact = oracle.deficit(Fold.of(noise.angle()));
            double shift = oracle.shift(Fold.of(noise.angle())).doubleValue();
            return NoiseChecks.accuracy(
                    deficit.at(noise.noise(), noise.angle()), exact, Math.abs(exact.doubleValue()) + 256 * shift);
        });
    }

    /// S2, S5: h likewise.
    public static Check kernelAccuracy(MomentFormula kernel) {
        return NoiseChecks.finite(noise -> {
            Apfloat deficit = SmoothingOracle.at(noise.p(), noise.rho()).deficit(Fold.of(noise.angle()));
            return NoiseChecks.excessAccuracy(
                    kernel.at(noise.noise(), noise.angle()), Oracle.pi().subtract(deficit));
        });
    }

    /// S2: δ(π−φ) = δ(φ) ≥ 0; h(π) ≤ δ ≤ h(π) + (pρ²/(2(p+2))) sin φ; δ rises with ρ, and with φ up to π/2.
    public static Check shiftOrder(MomentFormula shift) {
        return draw -> NoiseChecks.finite(noise -> {
                    BallNoise ball = noise.noise();
                    Bounded here = shift.at(ball, noise.angle());
                    Bounded there = shift.at(ball, noise.angle().supplement());
                    Bounded least = shift.at(ball, OPPOSITE);
                    double acute = Math.min(noise.angle().phi(), noise.angle().psi());
                    double room = ball.p() / (2 * (ball.p() + 2.0)) * ball.rho() * ball.rho() * Functions.sin(acute);
                    Angle wider = NoiseDraw.at(acute + (Math.PI / 2 - acute) * draw.uniform(113));
                    Bounded beyond = shift.at(ball, wider);
                    Bounded louder = shift.at(
                            noise.withRho(noise.rho() * (1.25 + draw.uniform(114)))
                                    .noise(),
                            noise.angle());
                    boolean positive = here.low() > 0 && louder.minus(here).low() > 0;
                    return Math.max(
                            Math.max(
                                    NoiseChecks.between(0, here.minus(there), 0),
                                    NoiseChecks.between(0, here.minus(least), room * (1 + 0x1p-40))),
                            Math.max(
                                    Check.over(
                                            Math.max(here.value() - beyond.value(), 0), here.error() + beyond.error()),
                                    NoiseChecks.verdict(positive)));
                })
                .ratio(draw);
    }

    /// S3: h(φ) − h(π−φ) = π cos φ.
    public static Check reflection(MomentFormula kernel) {
        return NoiseChecks.finite(noise -> {
            Bounded fall = kernel.at(noise.noise(), noise.angle())
                    .minus(kernel.at(noise.noise(), noise.angle().supplement()));
            double exact = Math.PI * DriftChecks.cosine(noise.angle());
            return NoiseChecks.between(exact, fall, exact);
        });
    }

    /// S3, and NormalisedDirection/S2: h′ = −κ sin φ. As κ falls, h(φ₁) − h(φ₂) is between κ(φ₂) and κ(φ₁) times
    /// cos φ₁ − cos φ₂ for φ₁ < φ₂: no limit is taken. The two are apart by 10⁻⁶ … 1.
    public static Check slope(MomentFormula kernel, MomentFormula kappa) {
        return draw -> NoiseChecks.finite(noise -> {
                    double width = Functions.exp(-14 * draw.uniform(115));
                    double first = (Math.PI - width) * draw.uniform(116);
                    Angle early = NoiseDraw.at(first);
                    Angle late = NoiseDraw.at(first + width);
                    double middle = (early.phi() + late.phi()) / 2;
                    double half = (late.phi() - early.phi()) / 2;
                    double run = 2 * Functions.sin(middle) * Functions.sin(half);
                    Bounded fall = kernel.at(noise.noise(), early).minus(kernel.at(noise.noise(), late));
                    double least = kappa.at(noise.noise(), late).low() * run;
                    double most = kappa.at(noise.noise(), early).high() * run;
                    return NoiseChecks.between(least, fall, most);
                })
                .ratio(draw);
    }

    /// S4: with C₁ = (p−1)/(2(p+2)), C₃ = (p−1)c₀/(3(p+3)): for ρ ≤ 1 |m₁ − 1 − C₁ρ²| ≤ C₁ρ⁴/4 and |h(π) − C₃ρ³| ≤
    /// (3/5)C₃ρ⁵.
    public static Check smallNoise(Function<BallNoise, Bounded> m1Excess, MomentFormula shift) {
        return NoiseChecks.finite(noise -> noise.rho() <= 1, noise -> {
            double p = noise.p();
            double square = noise.rho() * noise.rho();
            double first = (p - 1) / (2 * (p + 2)) * square;
            double third = (p - 1) / (3 * (p + 3)) * DriftChecks.limitSlope(noise.p()) * square * noise.rho();
            double excess = NoiseChecks.between(
                    first * (1 - square / 4), m1Excess.apply(noise.noise()), first * (1 + square / 4));
            double opposite = NoiseChecks.between(
                    third * (1 - 0.6 * square), shift.at(noise.noise(), OPPOSITE), third * (1 + 0.6 * square));
            return Math.max(excess, opposite);
        });
    }

    /// S4: 0 ≤ m₁ − pρ/(p+1) ≤ p/(2(p−1)ρ) and 0 ≤ h − c₀ρ − (π/2) cos φ ≤ c₀/ρ. So h/m₁ tends to c₀(p+1)/p = g₀.
    public static Check largeNoise(Function<BallNoise, Bounded> m1Excess, MomentFormula kernel) {
        return NoiseChecks.finite(noise -> {
            double p = noise.p();
            double rho = noise.rho();
            double slope = DriftChecks.limitSlope(noise.p());
            double base = p / (p + 1) * rho - 1;
            double level = slope * rho + Math.PI / 2 * DriftChecks.cosine(noise.angle());
            Bounded m1 = m1Excess.apply(noise.noise());
            Bounded h = kernel.at(noise.noise(), noise.angle());
            return Math.max(
                    NoiseChecks.between(base, m1.widened(0x1p-50 * (rho + 1)), base + p / (2 * (p - 1) * rho)),
                    NoiseChecks.between(level, h.widened(0x1p-50 * (slope * rho + 2)), level + slope / rho));
        });
    }

    /// S4: g₀ is within its bound, and h(π)/m₁ rises with ρ beyond both bounds, to below g₀.
    public static Check level(
            IntFunction<Bounded> isotropic, Function<BallNoise, Bounded> m1Excess, MomentFormula kernel) {
        return draw -> NoiseChecks.finite(noise -> {
                    Bounded limit = isotropic.apply(noise.p());
                    double accuracy = NoiseChecks.accuracy(
                            limit, SmoothingOracle.at(noise.p(), 1).isotropic());
                    NoiseDraw more = noise.withRho(noise.rho() * (1.25 + draw.uniform(117)));
                    Bounded level = level(noise.noise(), m1Excess, kernel);
                    Bounded higher = level(more.noise(), m1Excess, kernel);
                    boolean rises = noise.rho() > 1e3 || higher.minus(level).low() > 0;
                    boolean below = limit.minus(level).value() > -limit.error() - level.error();
                    return Math.max(accuracy, NoiseChecks.verdict(rises && below));
                })
                .ratio(draw);
    }

    private static Bounded level(BallNoise noise, Function<BallNoise, Bounded> m1Excess, MomentFormula kernel) {
        return kernel.at(noise, OPPOSITE).over(m1Excess.apply(noise).plus(Bounded.exact(1)));
    }
}
