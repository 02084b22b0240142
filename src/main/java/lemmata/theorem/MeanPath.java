package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.NoiseMoments;

/// The mean path of the output weights, and what it stays between along every path of the filter within an angle.
///
/// x̂⁺ = (1−ηλ₁)x̂ + ηλ₁c₁(φ)a₁, ŷ⁺ = (1−ηλ₂)ŷ + ηλ₂c₂(φ)a₂, d̂ = a₁x̂ + a₂ŷ
///
/// At the least rest point it stays there; from below it nears it by the factor 1−ηλ per step.
/// **Accuracy.** Steps within [#stepError]. The ends of the envelope are on the safe side of the exact ones, away from
/// them by the errors of the moments and a few u of their terms, (8Z + 24)u for Z = −t log(1−ηλ).
/// **Source.** theorem.OutputPath.
///
/// @param problem teacher and noise
/// @param path the filter's limits
/// @param eta step size, 0 < ηλ₁ ≤ 1
public record MeanPath(Problem problem, OutputPath path, double eta) {

    /// x̂ after a step at the angle of the moments.
    @Statement("theorem.OutputPath/S1")
    public double alongAfter(double x, NoiseMoments moments) {
        double share =
                SmoothedEquilibrium.shareAlong(problem.target().k(), moments).value();
        return after(problem.lambdaAlong(), x, share * problem.target().along());
    }

    /// ŷ after a step at the angle of the moments.
    @Statement("theorem.OutputPath/S1")
    public double acrossAfter(double y, NoiseMoments moments) {
        double share = SmoothedEquilibrium.shareAcross(moments).value();
        return after(problem.lambdaAcross(), y, share * problem.target().across());
    }

    private double after(Bounded lambda, double now, double rest) {
        double rate = eta * lambda.value();
        return (1 - rate) * now + rate * rest;
    }

    /// Bound on the error of a step from `now`, given the error of c₁a₁ or c₂a₂, for ηλ ≤ 1.
    @Statement({"theorem.OutputPath/S1", "theorem.OutputPath/S6"})
    public static double stepError(double now, Bounded rest) {
        return 24 * RoundOff.U * (Math.abs(now) + Math.abs(rest.value())) + rest.error() + RoundOff.UNDERFLOW;
    }

    /// Lower end of a₁x̂_t from a₁x̂_0 = `start`: a₁X(φ₁) − (1−ηλ₁)ᵗ(a₁X(φ₁) − a₁x̂_0)₊.
    @Statement("theorem.OutputPath/S2")
    public double leastAlong(double start, long t) {
        return low(path.leastAlong(), start, decay(problem.lambdaAlong(), t));
    }

    /// Upper end of a₁x̂_t: a₁X(0) + (1−ηλ₁)ᵗ(a₁x̂_0 − a₁X(0))₊.
    @Statement("theorem.OutputPath/S2")
    public double greatestAlong(double start, long t) {
        return high(path.greatestAlong(), start, decay(problem.lambdaAlong(), t));
    }

    /// Lower end of a₂ŷ_t.
    @Statement("theorem.OutputPath/S2")
    public double leastAcross(double start, long t) {
        return low(path.leastAcross(), start, decay(problem.lambdaAcross(), t));
    }

    /// Upper end of a₂ŷ_t.
    @Statement("theorem.OutputPath/S2")
    public double greatestAcross(double start, long t) {
        return high(path.greatestAcross(), start, decay(problem.lambdaAcross(), t));
    }

    /// Lower end of d̂_t: d_∞(φ₁) − (1−ηλ₂)ᵗE₀, E₀ = (a₁X(φ₁) − a₁x̂_0)₊ + (a₂Y(φ₁) − a₂ŷ_0)₊.
    @Statement({"theorem.OutputPath/S2", "theorem.OutputPath/S3"})
    public double least(double along, double across, long t) {
        double lacking = positive(path.leastAlong().high() - along)
                + positive(path.leastAcross().high() - across);
        return down(path.least().low(), decay(problem.lambdaAcross(), t) * lacking);
    }

    /// Upper end of d̂_t: d_∞(0) + (1−ηλ₂)ᵗF₀.
    @Statement({"theorem.OutputPath/S2", "theorem.OutputPath/S3"})
    public double greatest(double along, double across, long t) {
        double excess = positive(along - path.greatestAlong().low())
                + positive(across - path.greatestAcross().low());
        return -down(-path.greatest().high(), decay(problem.lambdaAcross(), t) * excess);
    }

    private static double low(Bounded rest, double start, double decay) {
        return down(rest.low(), decay * positive(rest.high() - start));
    }

    private static double high(Bounded rest, double start, double decay) {
        return -down(-rest.high(), decay * positive(start - rest.low()));
    }

    /// (1−ηλ)ᵗ, rounded up: with Z = −t log(1−ηλ), exp errs by (4Z+2)u.
    private double decay(Bounded lambda, long t) {
        double exponent = t == 0 ? 0 : t * Functions.log1p(-Math.min(1, eta * lambda.low() * (1 - 2 * RoundOff.U)));
        double power = Functions.exp(exponent) * (1 + (8 - 8 * Math.max(exponent, -800)) * RoundOff.U);
        return Math.clamp(power, RoundOff.UNDERFLOW, 1);
    }

    /// A difference of which the first term is x ≥ 0, or 0; the rounding is made up for in [#down].
    private static double positive(double x) {
        return Math.max(0, x);
    }

    /// from − fall, less what rounding can have added.
    private static double down(double from, double fall) {
        return from - fall - 8 * RoundOff.U * (Math.abs(from) + fall) - RoundOff.UNDERFLOW;
    }
}
