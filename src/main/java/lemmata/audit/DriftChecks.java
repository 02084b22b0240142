package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import org.apfloat.Apfloat;

/// What the stem Drift claims, as checks of any implementation of κ for the readings NETWORK and ANGLE.
public final class DriftChecks {

    private static final Angle OPPOSITE = NoiseDraw.fromOpposite(0);
    private static final Angle SAME = NoiseDraw.at(0);

    private DriftChecks() {}

    /// S1, S6: κ is within its bound of the oracle, which integrates along φ and not along the sphere; π−φ without
    /// noise, π/2 for ρ = ∞.
    public static Check accuracy(Reading.Filter reading, MomentFormula kappa) {
        return NoiseChecks.of(noise -> {
            Bounded computed = kappa.at(noise.noise(), noise.angle());
            return NoiseChecks.accuracy(computed, exact(reading, noise));
        });
    }

    /// S2: κ(φ) + κ(π−φ) = π.
    public static Check symmetry(MomentFormula kappa) {
        return NoiseChecks.of(noise -> {
            Bounded here = kappa.at(noise.noise(), noise.angle());
            Bounded there = kappa.at(noise.noise(), noise.angle().supplement());
            return NoiseChecks.between(Math.PI, here.plus(there), Math.PI);
        });
    }

    /// S2: κ lies between π−φ and π/2, and beyond its bound in (0, π) if there is noise.
    public static Check range(MomentFormula kappa) {
        return NoiseChecks.of(noise -> {
            Bounded value = kappa.at(noise.noise(), noise.angle());
            double psi = noise.angle().psi();
            boolean inside = noise.rho() == 0 || value.low() > 0 && value.high() < Math.PI + RoundOff.PI_LOW;
            double between = NoiseChecks.between(Math.min(psi, Math.PI / 2), value, Math.max(psi, Math.PI / 2));
            return Math.max(between, NoiseChecks.verdict(inside));
        });
    }

    /// S2: κ′ = −F with F = E(1 − ρ²v²/sin²φ)₊ᵐ from the oracle. F increases up to π/2, so for acute φ₁ < φ₂ the fall
    /// of κ is between F(φ₁) and F(φ₂) times φ₂ − φ₁, and the same falls at π−φ₂ and π−φ₁: no limit is taken.
    public static Check fall(Reading.Filter reading, MomentFormula kappa) {
        return draw -> NoiseChecks.finite(noise -> {
                    double one = Math.min(noise.angle().phi(), noise.angle().psi());
                    double other = 1e-3 + (Math.PI / 2 - 1e-3) * draw.uniform(111);
                    Angle early = NoiseDraw.at(Math.min(one, other));
                    Angle late = NoiseDraw.at(Math.max(one, other));
                    double width = late.phi() - early.phi();
                    Bounded acute = kappa.at(noise.noise(), early).minus(kappa.at(noise.noise(), late));
                    Bounded obtuse = kappa.at(noise.noise(), late.supplement())
                            .minus(kappa.at(noise.noise(), early.supplement()));
                    double least = width * slope(reading, noise.withAngle(early));
                    double most = width * slope(reading, noise.withAngle(late));
                    return Math.max(NoiseChecks.between(least, acute, most), NoiseChecks.between(least, obtuse, most));
                })
                .ratio(draw);
    }

    /// S3, NETWORK: κ(π; ρ) + κ(π; 1/ρ) = π/2, where 1/ρ errs by u and κ by as much; κ(π; 1) = π/4, κ(0; 1) = 3π/4.
    public static Check duality(MomentFormula kappa) {
        return NoiseChecks.finite(noise -> {
            BallNoise one = noise.withRho(1).noise();
            Bounded both = kappa.at(noise.noise(), OPPOSITE)
                    .plus(kappa.at(noise.withRho(1 / noise.rho()).noise(), OPPOSITE));
            double dual = NoiseChecks.between(Math.PI / 2, both, Math.PI / 2);
            double quarter = NoiseChecks.between(Math.PI / 4, kappa.at(one, OPPOSITE), Math.PI / 4);
            double rest = NoiseChecks.between(3 * Math.PI / 4, kappa.at(one, SAME), 3 * Math.PI / 4);
            return Math.max(dual, Math.max(quarter, rest));
        });
    }

    /// S4, NETWORK: c₀ρ(1 − ρ²/3) ≤ κ(π; ρ) ≤ c₀ρ, the left for ρ ≤ 1; 0 ≤ κ(π−φ) − φ ≤ pρ²/(2(p+2)) cot φ for acute φ;
    /// c₀|cos φ|/ρ · (1 − 1/(2ρ²)) ≤ |κ − π/2| ≤ c₀|cos φ|/ρ, the left for ρ ≥ 1.
    public static Check networkLimits(MomentFormula kappa) {
        return NoiseChecks.finite(noise -> {
            int p = noise.p();
            double rho = noise.rho();
            double slope = limitSlope(p);
            Bounded opposite = kappa.at(noise.noise(), OPPOSITE);
            double least = rho <= 1 ? slope * rho * (1 - rho * rho / 3) : 0;
            double acute = Math.min(noise.angle().phi(), noise.angle().psi());
            double sine = Functions.sin(acute);
            double cosine = Functions.cos(acute);
            Bounded gain =
                    kappa.at(noise.noise(), NoiseDraw.fromOpposite(acute)).minus(Bounded.exact(acute));
            double most = sine == 0 ? Double.MAX_VALUE : p * rho * rho / (2 * (p + 2.0)) * (cosine / sine);
            return Math.max(
                    Math.max(
                            NoiseChecks.between(least, opposite, slope * rho),
                            Math.max(0, Check.over(-gain.value(), gain.error()))),
                    Math.max(
                            Check.over(Math.max(gain.value() - most, 0), gain.error() + 0x1p-48 * acute),
                            levelling(noise, kappa, slope)));
        });
    }

    /// S4, ANGLE: with c = (p−1)g₀/(p+1), κ(π; ρ) is between cρ(1 − 2nρ²/(3(p+3))), n = max((p−3)/2, 1), and cρ for p ≥
    /// 3 and ρ ≤ 1, between cρ and cρ/√(1−ρ²) for p = 2 and ρ < 1: the density of |u₁| is within such factors of that
    /// at 0.
    /// |κ − π/2| ≤ g₀|cos φ|/ρ.
    public static Check angleLimits(MomentFormula kappa) {
        return NoiseChecks.finite(noise -> {
            int p = noise.p();
            double rho = noise.rho();
            double isotropic = isotropic(p);
            double slope = (p - 1.0) / (p + 1) * isotropic;
            double curve = 2 * Math.max((p - 3) / 2.0, 1) / (3 * (p + 3.0));
            double least = rho > 1 ? 0 : slope * rho * (p == 2 ? 1 : 1 - curve * rho * rho);
            double most = p > 2 ? slope * rho : rho < 1 ? slope * rho / Math.sqrt((1 - rho) * (1 + rho)) : Math.PI;
            Bounded opposite = kappa.at(noise.noise(), OPPOSITE);
            Bounded distance = kappa.at(noise.noise(), noise.angle()).minus(Bounded.exact(Math.PI / 2));
            double bound = isotropic * Math.abs(cosine(noise.angle())) / rho;
            return Math.max(NoiseChecks.between(least, opposite, most), NoiseChecks.between(-bound, distance, bound));
        });
    }

    /// S5: |κ − π/2| does not rise with ρ; where it must fall by more than the bounds can hide, it falls. Those are
    /// cases with 1/20 ≤ ρ ≤ 20, a second ρ at least a quarter larger, p ≤ 64 and |cos φ| ≥ ¼.
    public static Check monotone(Reading.Filter reading, MomentFormula kappa) {
        return draw -> NoiseChecks.finite(noise -> {
                    double more = noise.rho() * (1.25 + 3 * draw.uniform(112));
                    Bounded near = kappa.at(noise.noise(), noise.angle());
                    Bounded far = kappa.at(noise.withRho(more).noise(), noise.angle());
                    boolean acute = noise.angle().phi() < noise.angle().psi();
                    Bounded fall = acute ? near.minus(far) : far.minus(near);
                    boolean still = reading == Reading.Filter.ANGLE
                            && noise.p() == 2
                            && more <= 1.1 * Functions.sin(noise.angle().phi());
                    boolean clear = !still
                            && noise.rho() >= 0.05
                            && noise.rho() <= 20
                            && noise.p() <= 64
                            && Math.abs(cosine(noise.angle())) >= 0.25;
                    double rise = Check.over(Math.max(-fall.value(), 0), fall.error());
                    return clear ? Math.max(rise, NoiseChecks.verdict(fall.low() > 0)) : rise;
                })
                .ratio(draw);
    }

    /// κ of the oracle, or its limit.
    static Apfloat exact(Reading.Filter reading, NoiseDraw noise) {
        Fold angle = Fold.of(noise.angle());
        if (noise.rho() == 0) {
            return supplement(angle);
        }
        if (!noise.hasOracle()) {
            return Oracle.pi().divide(Oracle.exact(2));
        }
        SmoothingOracle oracle = SmoothingOracle.at(noise.p(), noise.rho());
        return reading == Reading.Filter.NETWORK ? oracle.network(angle) : oracle.angle(angle);
    }

    /// π−φ.
    static Apfloat supplement(Fold angle) {
        Apfloat acute = FixedPoint.toApfloat(angle.acute());
        return angle.obtuse() ? acute : Oracle.pi().subtract(acute);
    }

    /// g₀ = (p/2)(Γ(p/2)/Γ((p+1)/2))² of the oracle.
    static double isotropic(int p) {
        return SmoothingOracle.at(p, 1).isotropic().doubleValue();
    }

    /// c₀ = p g₀/(p+1).
    static double limitSlope(int p) {
        return p / (p + 1.0) * isotropic(p);
    }

    /// cos φ, exact to its size also next to π/2 of the angle that is a drawn double.
    static double cosine(Angle angle) {
        return angle.phi() < angle.psi() ? Functions.cos(angle.phi()) : -Functions.cos(angle.psi());
    }

    private static double slope(Reading.Filter reading, NoiseDraw noise) {
        SmoothingOracle oracle = SmoothingOracle.at(noise.p(), noise.rho());
        Fold angle = Fold.of(noise.angle());
        return (reading == Reading.Filter.NETWORK ? oracle.networkFall(angle) : oracle.angleFall(angle)).doubleValue();
    }

    private static double levelling(NoiseDraw noise, MomentFormula kappa, double slope) {
        Bounded distance = kappa.at(noise.noise(), noise.angle()).minus(Bounded.exact(Math.PI / 2));
        double most = slope * cosine(noise.angle()) / noise.rho();
        double least = noise.rho() < 1 ? 0 : most * (1 - 1 / (2 * noise.rho() * noise.rho()));
        return NoiseChecks.between(Math.min(least, most), distance, Math.max(least, most));
    }
}
