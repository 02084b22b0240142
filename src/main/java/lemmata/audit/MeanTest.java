package lemmata.audit;

import lemmata.num.Functions;
import lemmata.num.RoundOff;

/// Test that independent equally distributed draws X₁ … X_n have mean μ, given a bound v of their variance.
///
/// ρ = (1/nα) Σ ψ(α(Xᵢ − μ)), ψ(x) = sign(x) ln(1 + |x| + x²/2), α = √(2ℓ/(nv)), ℓ = ln(2/δ);
/// reject if |ρ| > T = √(2vℓ/n).
///
/// **False alarms.** At most δ, for every n and every law with E X = μ and Var X ≤ v; nothing else is assumed.
/// As (1 + x²/2)² − x² = 1 + x⁴/4 ≥ 1, ψ(x) ≤ ln(1 + x + x²/2) for all x. With x = α(X − μ) therefore
/// E exp Σψ ≤ (1 + E x + E x²/2)ⁿ ≤ exp(nα²v/2), and by Markov Σψ > nα²v/2 + ℓ with probability at most e⁻ˡ = δ/2.
/// For this α the right side is nαT. ψ is odd, which gives the other tail.
///
/// **Power.** If E X = μ + Δ, Δ > 0, and Var X ≤ v′, then likewise E exp(−Σψ) ≤ exp(−n(αΔ − α²(v′ + Δ²)/2)), so
/// with probability ≥ 1 − δ/2 ρ ≥ Δ − αΔ²/2 − αv′/2 − ℓ/(nα), where αv = 2ℓ/(nα) = T.
/// This exceeds T if Δ − αΔ²/2 > K = T(3 + v′/v)/2, which first holds beyond Δ₀ = 2K/(1 + √(1 − 2αK)), if 2αK ≤ 1.
/// ψ increases, so what is found at Δ₀ is found at every Δ ≥ Δ₀ (compare X with X − Δ + Δ₀). For Δ < 0 take −X.
///
/// **Law of the draws.** A bias b of E X, as the grid of rng.Gaussian's draws brings it about (2⁻²⁸ for a frequency,
/// about 2⁻³⁰ relative for means of squares), multiplies the false alarms by at most exp(b√(2ℓn/v)): below 1.01 for all
/// tests here.
///
/// **Rounding** is paid for: T grows by the error of μ and by a bound of the rounding error of ρ.
/// **Source.** O. Catoni, Challenging the empirical mean and empirical variance: a deviation study, 2012.
///
/// @param statistic ρ, an estimate of E X − μ
/// @param threshold T with what rounding adds
/// @param scale α
/// @param variance v
/// @param mean μ
public record MeanTest(double statistic, double threshold, double scale, double variance, double mean) {

    /// Tests `sample` against the mean μ known to within `meanError`, with false-alarm probability at most `delta`.
    ///
    /// @throws IllegalArgumentException if the sample is empty, `variance` is not positive or `delta` not in (0, 1)
    public static MeanTest of(double[] sample, double mean, double meanError, double variance, double delta) {
        int n = sample.length;
        if (n == 0 || !(variance > 0) || !(delta > 0 && delta < 1) || !(meanError >= 0)) {
            throw new IllegalArgumentException(
                    "n = " + n + ", variance " + variance + ", delta " + delta + ", error of the mean " + meanError);
        }
        double tail = Functions.log(2 / delta);
        double scale = Math.sqrt(2 * tail / (n * variance));
        double sum = 0;
        double magnitude = 0;
        for (double x : sample) {
            double influence = influence(scale * (x - mean));
            sum += influence;
            magnitude += Math.abs(influence);
        }
        double rounding = 2 * RoundOff.U * (8 + (n + 8) * (magnitude / n)) / scale;
        double threshold = Math.sqrt(2 * variance * tail / n) * (1 + 16 * RoundOff.U) + rounding + meanError;
        return new MeanTest(sum / (n * scale), threshold, scale, variance, mean);
    }

    /// |ρ|/T, at most 1 unless the test rejects.
    public double ratio() {
        return Math.abs(statistic) / threshold;
    }

    /// Whether the mean is refuted; also if the sample held a number that is not finite.
    public boolean rejects() {
        return !(ratio() <= 1);
    }

    /// [#detectable(double)] for a law of the same variance bound: the draws are right and the claimed mean is wrong.
    public double detectable() {
        return detectable(variance);
    }

    /// Δ₀: a true mean at least so far from μ is rejected with probability ≥ 1 − δ; infinite if n is too small to say.
    ///
    /// @param variance a bound v′ of the true variance
    public double detectable(double variance) {
        double need = threshold * (3 + variance / this.variance) / 2;
        double root = 1 - 2 * scale * need;
        return root < 0 ? Double.POSITIVE_INFINITY : 2 * need / (1 + Math.sqrt(root));
    }

    /// ψ: the identity near 0, the logarithm far out.
    private static double influence(double x) {
        double size = Math.abs(x);
        return Math.copySign(Functions.log(1 + size + size * size / 2), x);
    }
}
