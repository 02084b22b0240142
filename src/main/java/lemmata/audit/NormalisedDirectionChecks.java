package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import org.apfloat.Apfloat;

/// What the stem NormalisedDirection claims, as checks of any implementation of π − h_U and κ_N.
public final class NormalisedDirectionChecks {

    private NormalisedDirectionChecks() {}

    /// S1, S2, S4: π − h_U is within its bound of the oracle, which takes E g(φ̃) in polar coordinates for p ≤ 10.
    public static Check deficitAccuracy(MomentFormula deficit) {
        return NoiseChecks.of(
                noise -> NoiseChecks.accuracy(deficit.at(noise.noise(), noise.angle()), exactDeficit(noise)));
    }

    /// S1, S2, S4: κ_N is within its bound of the oracle, which projects the gradient at w̃ as the definition says.
    public static Check driftAccuracy(MomentFormula drift) {
        return NoiseChecks.of(noise -> NoiseChecks.accuracy(drift.at(noise.noise(), noise.angle()), exactDrift(noise)));
    }

    /// S2: (h_U(φ) − h_U(π−φ))/(π cos φ) and (κ_N(φ) + κ_N(π−φ))/π are one number c̄ for all φ, and it is in
    /// [(1+ρ²)^{−1/2}, min(1, 1/ρ)] (S3).
    public static Check symmetry(MomentFormula deficit, MomentFormula drift) {
        return NoiseChecks.finite(noise -> {
            Angle other = noise.angle().supplement();
            Bounded fall = deficit.at(noise.noise(), other).minus(deficit.at(noise.noise(), noise.angle()));
            Bounded sum = drift.at(noise.noise(), noise.angle()).plus(drift.at(noise.noise(), other));
            double cosine = DriftChecks.cosine(noise.angle());
            Bounded expected = sum.times(cosine);
            double both = NoiseChecks.between(0, fall.minus(expected).widened(0x1p-50 * Math.abs(expected.value())), 0);
            Bounded mean = sum.times(1 / Math.PI).widened(0x1p-50 * sum.value());
            double rho = noise.rho();
            double least = 1 / Math.sqrt(1 + rho * rho);
            return Math.max(both, NoiseChecks.between(least, mean, Math.min(1, 1 / rho)));
        });
    }

    /// S3: κ_N > 0 beyond its bound; it falls between φ and a larger angle, beyond the bounds where the two are 1/10
    /// apart.
    public static Check falls(MomentFormula drift) {
        return draw -> NoiseChecks.finite(noise -> {
                    double first = Math.PI * draw.uniform(118);
                    double second = first + (Math.PI - first) * draw.uniform(119);
                    Bounded early = drift.at(noise.noise(), NoiseDraw.at(first));
                    Bounded late = drift.at(noise.noise(), NoiseDraw.at(second));
                    Bounded here = drift.at(noise.noise(), noise.angle());
                    Bounded fall = early.minus(late);
                    boolean apart = second - first >= 0.1 && noise.rho() <= 1e6;
                    double rise = Check.over(Math.max(-fall.value(), 0), fall.error());
                    return Math.max(rise, NoiseChecks.verdict(here.low() > 0 && (!apart || fall.low() > 0)));
                })
                .ratio(draw);
    }

    /// S3, ρ → 0: with c̄ = (κ_N(0) + κ_N(π))/π, (π/2)(1−c̄) ≤ π − h_U(0) ≤ π(1−c̄); and for ρ ≤ 10⁻³ the limits, with
    /// remainders from 1−ρ ≤ ‖x‖ ≤ 1+ρ and ∠(x, w) ≤ (π/2)ρ for x = w+ξ or w+ρN.
    ///
    /// κ_N(π)/ρ and (1−c̄)/ρ² are c₀ and (p−1)/(2(p+2)) times factors between (1+ρ)⁻² and (1−ρ)⁻²/(1−ρ²/2), so within
    /// 3ρ. κ_N is within (π + π/2)ρ/(1−ρ) of π−φ, h_U within 2 (π/2)ρ of g as |g′| < 2.
    public static Check smallNoise(MomentFormula deficit, MomentFormula drift) {
        return draw -> NoiseChecks.finite(any -> {
                    double rho = 1e-3 * Functions.exp(-6 * draw.uniform(120));
                    NoiseDraw noise = any.withRho(rho);
                    Angle same = NoiseDraw.at(0);
                    Bounded start = drift.at(noise.noise(), same);
                    Bounded end = drift.at(noise.noise(), same.supplement());
                    double slope = DriftChecks.limitSlope(noise.p()) * rho;
                    double psi = noise.angle().psi();
                    Bounded least = deficit.at(noise.noise(), same);
                    Bounded spread = Bounded.within(1, Math.PI).minus(start).minus(end);
                    double bend = Math.PI * (noise.p() - 1.0) / (2 * (noise.p() + 2.0)) * rho * rho;
                    double level = AngleKernel.piMinusG(noise.angle());
                    return Math.max(
                            Math.max(
                                    NoiseChecks.between(slope * (1 - 3 * rho), end, slope * (1 + 3 * rho)),
                                    NoiseChecks.between(bend * (1 - 3 * rho), spread, bend * (1 + 3 * rho))),
                            Math.max(
                                    NoiseChecks.between(spread.low() / 2, least.widened(spread.error()), spread.high()),
                                    Math.max(
                                            NoiseChecks.between(
                                                    psi - 5 * rho,
                                                    drift.at(noise.noise(), noise.angle()),
                                                    psi + 5 * rho),
                                            NoiseChecks.between(
                                                    level - 5 * rho,
                                                    deficit.at(noise.noise(), noise.angle()),
                                                    level + 5 * rho))));
                })
                .ratio(draw);
    }

    /// S3, ρ → ∞: |h_U − g₀| ≤ π/ρ, κ_N ≤ π/ρ, and for ρ ≥ 10 ρκ_N is within π/(ρ−1) ≤ 4/ρ of π/2: with x = w+ρN, ‖x‖
    /// is within 1 of ρ and ∠(x, N) ≤ (π/2)/ρ.
    public static Check largeNoise(MomentFormula deficit, MomentFormula drift) {
        return NoiseChecks.finite(noise -> {
            double rho = noise.rho();
            double level = Math.PI - DriftChecks.isotropic(noise.p());
            Bounded kappa = drift.at(noise.noise(), noise.angle());
            double spread = rho < 10 ? Math.PI / 2 : 4 / rho;
            return Math.max(
                    NoiseChecks.between(Math.PI / 2 - spread, kappa.times(rho), Math.PI / 2 + spread),
                    NoiseChecks.between(
                            level - Math.PI / rho, deficit.at(noise.noise(), noise.angle()), level + Math.PI / rho));
        });
    }

    /// π − h_U of the oracle, or its limit.
    static Apfloat exactDeficit(NoiseDraw noise) {
        if (noise.rho() == 0) {
            return Oracle.pi().subtract(Oracle.g(Oracle.pi().subtract(DriftChecks.supplement(Fold.of(noise.angle())))));
        }
        return noise.hasOracle()
                ? oracle(noise).deficit()
                : Oracle.pi().subtract(SmoothingOracle.at(noise.p(), 1).isotropic());
    }

    /// κ_N of the oracle, or its limit.
    static Apfloat exactDrift(NoiseDraw noise) {
        if (noise.rho() == 0) {
            return DriftChecks.supplement(Fold.of(noise.angle()));
        }
        return noise.hasOracle() ? oracle(noise).drift() : Oracle.exact(0);
    }

    private static DirectionOracle oracle(NoiseDraw noise) {
        return DirectionOracle.at(noise.p(), noise.rho(), Fold.of(noise.angle()));
    }
}
