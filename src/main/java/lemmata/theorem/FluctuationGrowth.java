package lemmata.theorem;

import lemmata.claim.Statement;

/// How the stationary variance of d compares with the square of its mean when ρ_w, ρ_a and η are those that Theorem 1
/// prints, whatever the constants.
///
/// ρ_w = C_wkp², ρ_a = C_a, η = C_η/(k⁴p⁶max{1, pL}): V_ε/d² ≥ c p³/((p+4) max{1, pL}), c =
/// C_w⁴C_a²C_η(π−1+q)/(4π(k+2)B)
///
/// The right side grows without bound in p, at least as fast as p. **Source.** theorem.Fluctuation/S4.
///
/// @param k number of patches
/// @param q (1ᵀa*)²/B
/// @param square B = ‖a*‖²
/// @param logarithm L = log(1/δ) > 0
/// @param scale C_w⁴C_a²C_η
@Statement("theorem.Fluctuation/S4")
public record FluctuationGrowth(int k, double q, double square, double logarithm, double scale) {

    /// c.
    private double factor() {
        return scale * (Math.PI - 1 + q) / (4 * Math.PI * (k + 2) * square);
    }

    /// c p³/((p+4) max{1, pL}): V_ε/d_∞² is more, for every angle.
    @Statement("theorem.Fluctuation/S4")
    public double least(double p) {
        return factor() * p * p * p / ((p + 4) * Math.max(1, p * logarithm));
    }

    /// V_ε/d_∞² for large p at fixed k: C(π−1+q)p/(4π(k+2)BLb²), b = (1−q/Λ)/(2(π−1)p) + q/Λ; so p³ for q = 0, else p.
    @Statement("theorem.Fluctuation/S4")
    public double limit(double p) {
        double top = Math.PI - 1 + k;
        double tilt = (1 - q / top) / (2 * (Math.PI - 1) * p) + q / top;
        return factor() * p * p / Math.max(1, p * logarithm) / (tilt * tilt);
    }

    /// A length from which on the standard deviation of d is more than `multiple` times its mean: 4 or
    /// 2 multiple² max{1, L}/c, the larger.
    @Statement("theorem.Fluctuation/S4")
    public double length(double multiple) {
        return Math.max(4, 2 * multiple * multiple * Math.max(1, logarithm) / factor());
    }
}
