package lemmata.theorem;

import lemmata.claim.Statement;

/// The angle of P-GD as heat sees it, where the noise on the output weights outweighs them: a picture of leading order,
/// measured and not proved.
///
/// φ rests with a density ∝ sin^{p−2}φ e^{K cos φ}, K = dκ/(πησ²), σ² = ρ_w²E(εᵀMε)²/(4π²(p+2))
///
/// Uniform on the sphere for K = 0; near w* for large K. **Source.** theorem.Fluctuation/S6.
public final class FluctuationAngle {

    /// Terms of the continued fraction: beyond K = 1000 at p = 2 it needs more.
    private static final int TERMS = 4000;

    private FluctuationAngle() {}

    /// K, from the mean alignment d and the pull κ.
    @Statement("theorem.Fluctuation/S6")
    public static double concentration(Problem problem, double eta, double d, double kappa) {
        return d * kappa / (Math.PI * eta * slope(problem));
    }

    /// σ², the variance of a tangent coordinate of the gradient in w at a = 0, exact at a = a* = 0.
    @Statement("theorem.Fluctuation/S6")
    public static double slope(Problem problem) {
        double coordinate = problem.rhoW() * problem.rhoW() / (problem.p() + 2.0);
        return coordinate * FluctuationOptimum.quartic(problem) / (4 * Math.PI * Math.PI);
    }

    /// E cos φ for the density ∝ sin^{p−2}φ e^{K cos φ}: K/(p + K²/(p+2 + K²/(p+4 + …))).
    ///
    /// 0 for K = 0, tends to 1 as 1 − (p−1)/2K. **Accuracy.** 2⁻⁴⁰ for K ≤ 1000.
    @Statement({"theorem.Fluctuation/S6", "theorem.Fluctuation/S7"})
    public static double meanCosine(int p, double concentration) {
        double below = p + 2.0 * TERMS;
        for (int i = TERMS - 1; i >= 0; i--) {
            below = p + 2.0 * i + concentration * concentration / below;
        }
        return concentration / below;
    }
}
