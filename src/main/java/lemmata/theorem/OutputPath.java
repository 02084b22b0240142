package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// The output weights of P-GD along any path of the filter that stays within an angle: their mean path, and how far
/// noise takes them from it.
///
/// x⁺ = x − (η/2π)[r̃²Λ(x+ε₁) − r̃(k−1+g̃)a₁], y⁺ = y − (η/2π)[r̃²(π−1)(y+ε₂) − r̃(g̃−1)a₂]
///
/// The mean path x̂, ŷ takes the mean of the bracket at the angle of the moment, so it lies between what the widest
/// angle and angle 0 give: [MeanPath]. x − x̂ and y − ŷ contract at the rates λ₁, λ₂ and are driven by noise of mean 0.
/// **Units.** Angles in radians. **Accuracy.** Variances, ranges and the spread are sums and products of nonnegative
/// numbers: within [#ROUNDING] of their formulas, relative, as long as nothing overflows: ρ_w, ρ_a and
/// coordinates up to 10⁴⁵. **Source.** theorem.OutputPath.
public final class OutputPath {

    /// Relative error of variances, ranges and the spread: 64u, and 2⁻¹⁰⁰⁰ absolute for underflow.
    public static final double ROUNDING = 64 * RoundOff.U;

    private static final Angle ZERO = Angle.ofRadians(Angle.radians(0));

    private final Problem problem;
    private final NoiseMoments widest;
    private final NoiseMoments straight;

    /// Along paths with φ ≤ `widest`.
    public OutputPath(Problem problem, Angle widest) {
        this.problem = problem;
        this.widest = NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), widest);
        this.straight = NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), ZERO);
    }

    /// The least d_∞ on the way, that at the widest angle.
    @Statement({"theorem.OutputPath/S2", "theorem.OutputPath/S3"})
    public Bounded least() {
        return SmoothedEquilibrium.alignment(problem.target(), widest);
    }

    /// The greatest d_∞ on the way, that at angle 0.
    @Statement({"theorem.OutputPath/S2", "theorem.OutputPath/S3"})
    public Bounded greatest() {
        return SmoothedEquilibrium.alignment(problem.target(), straight);
    }

    /// (m₁/m₂)‖a*‖² ≤ ‖a*‖²/√m₂: no d_∞ is larger, at whatever angle.
    @Statement("theorem.OutputPath/S3")
    public Bounded ceiling() {
        return straight.m1().over(straight.m2()).times(Bounded.within(8, problem.square()));
    }

    /// The ρ_w from which on no d_∞ exceeds a level > 0, at whatever angle: √((p+2)/p · ((‖a*‖²/level)² − 1)₊).
    @Statement("theorem.OutputPath/S3")
    public static double noiseAgainst(Target target, int p, double level) {
        double share = target.norm() * (target.norm() / level);
        return Math.sqrt((p + 2.0) / p * Math.max(0, (share - 1) * (share + 1)));
    }

    /// a₁X(φ) = c₁a₁² at the widest angle: the part of the least d_∞ along 1.
    @Statement("theorem.OutputPath/S2")
    public Bounded leastAlong() {
        return along(widest);
    }

    /// a₂Y(φ) = c₂a₂² at the widest angle; may be negative.
    @Statement("theorem.OutputPath/S2")
    public Bounded leastAcross() {
        return across(widest);
    }

    /// a₁X(0).
    @Statement("theorem.OutputPath/S2")
    public Bounded greatestAlong() {
        return along(straight);
    }

    /// a₂Y(0).
    @Statement("theorem.OutputPath/S2")
    public Bounded greatestAcross() {
        return across(straight);
    }

    private Bounded along(NoiseMoments moments) {
        double along = problem.target().along();
        return SmoothedEquilibrium.shareAlong(problem.target().k(), moments).times(Bounded.within(2, along * along));
    }

    private Bounded across(NoiseMoments moments) {
        double across = problem.target().across();
        return SmoothedEquilibrium.shareAcross(moments).times(Bounded.within(2, across * across));
    }

    /// Bounds on a run from (x₀, y₀, z₀) whose x and y stay within `along` and `across` of the mean path.
    ///
    /// max(|x₀|, c₁(0)|a₁|) + U₁, max(|y₀|, |c₂|a₂) + U₂ and max(z₀, ρ_a), the last as each draw contracts.
    @Statement({"theorem.OutputPath/S2", "theorem.OutputPath/S5"})
    public Reach reach(Reach start, double along, double across) {
        double rest = Math.max(Math.abs(shareAcross(widest)), Math.abs(shareAcross(straight)));
        double share =
                SmoothedEquilibrium.shareAlong(problem.target().k(), straight).high();
        return new Reach(
                Math.max(start.x(), share * Math.abs(problem.target().along())) + along,
                Math.max(start.y(), rest * problem.target().across()) + across,
                Math.max(start.z(), problem.rhoA()));
    }

    /// c₂ at its end that is farther from 0.
    private static double shareAcross(NoiseMoments moments) {
        Bounded share = SmoothedEquilibrium.shareAcross(moments);
        return Math.abs(share.value()) + share.error();
    }

    /// Bound on the distance of (X(φ), Y(φ)) from (a₁, a₂), on the way.
    @Statement("theorem.OutputPath/S2")
    public double bias() {
        double x = Math.max(offAlong(widest), offAlong(straight))
                * Math.abs(problem.target().along());
        double y = Math.max(offAcross(widest), offAcross(straight))
                * problem.target().across();
        return Math.sqrt(x * x + y * y);
    }

    private double offAlong(NoiseMoments moments) {
        Bounded off =
                SmoothedEquilibrium.shareAlong(problem.target().k(), moments).complement();
        return Math.abs(off.value()) + off.error();
    }

    private static double offAcross(NoiseMoments moments) {
        Bounded off = SmoothedEquilibrium.shareAcross(moments).complement();
        return Math.abs(off.value()) + off.error();
    }

    /// Bound on the variance of one step's noise in x, over η², where |x| ≤ `x`:
    /// (Λ/2π)² m₄ρ_a²/(k+2) + ((Λ/2π) sd(r̃²) x + (k sd(r̃) + S_g)|a₁|/2π)².
    @Statement({"theorem.OutputPath/S4", "theorem.OutputPath/S6"})
    public double varianceAlong(double x) {
        double rate = problem.target().top() / (2 * Math.PI);
        double drive = problem.target().k() * radiusSpread() + kernelSpread();
        return variance(rate, x, drive * Math.abs(problem.target().along()) / (2 * Math.PI));
    }

    /// The same for y: ((π−1)/2π)² m₄ρ_a²/(k+2) + ((π−1)/2π · sd(r̃²) y + S_g a₂/2π)².
    @Statement({"theorem.OutputPath/S4", "theorem.OutputPath/S6"})
    public double varianceAcross(double y) {
        double rate = (Math.PI - 1) / (2 * Math.PI);
        return variance(rate, y, kernelSpread() * problem.target().across() / (2 * Math.PI));
    }

    private double variance(double rate, double coordinate, double drive) {
        double rhoA = problem.rhoA();
        double output =
                rate * rate * problem.m4() * rhoA * rhoA / (problem.target().k() + 2);
        double filter = rate * problem.squareSpread() * coordinate + drive;
        return output + filter * filter;
    }

    /// Bound on one step's noise in x, over η, where |x| ≤ `x`.
    @Statement({"theorem.OutputPath/S4", "theorem.OutputPath/S6"})
    public double rangeAlong(double x) {
        double rho = problem.rhoW();
        double rate = problem.target().top() / (2 * Math.PI);
        double drive = problem.target().k() * Math.min(2 * rho, 1 + rho) + Math.PI * Math.min(2 * rho, 1 + rho);
        return range(rate, x) + drive * Math.abs(problem.target().along()) / (2 * Math.PI);
    }

    /// The same for y.
    @Statement({"theorem.OutputPath/S4", "theorem.OutputPath/S6"})
    public double rangeAcross(double y) {
        double rho = problem.rhoW();
        double rate = (Math.PI - 1) / (2 * Math.PI);
        return range(rate, y) + Math.min(2 * rho, 1 + rho) * problem.target().across() / 2;
    }

    /// Of −rate((r̃² − m₂)·coordinate + r̃²ε), |r̃² − m₂| ≤ max{(1+ρ)² − m₂, m₂ − (1−ρ)₊²}, written without
    /// differences: of these 2ρ + 2ρ²/(p+2) is the larger for ρ ≤ 1.
    private double range(double rate, double coordinate) {
        double rho = problem.rhoW();
        double above = 2 * rho + 2 * rho * rho / (problem.p() + 2);
        double below = rho > 1 ? 1 + rho * rho * problem.p() / (problem.p() + 2) : 0;
        return rate * (Math.max(above, below) * coordinate + (1 + rho) * (1 + rho) * problem.rhoA());
    }

    /// sd(r̃) ≤ sd(r̃²)/√m₂.
    private double radiusSpread() {
        return problem.squareSpread() / Math.sqrt(problem.m2().value());
    }

    /// S_g ≥ sd(r̃(g̃−1)): min{πρ√(p/(p+2)), (π/2)ρ/√(p+2) + (π/2−1)√(1+ρ²/(p+2))}.
    @Statement({"theorem.OutputPath/S4", "theorem.OutputPath/S6"})
    public double kernelSpread() {
        double rho = problem.rhoW();
        double size = problem.p() + 2;
        double steep = Math.PI * rho * Math.sqrt(problem.p() / size);
        double even = (Math.PI / 2 - 1) * Math.sqrt(1 + rho * rho / size);
        return Math.min(steep, Math.PI / 2 * rho / Math.sqrt(size) + even);
    }

    /// Bound on the probability that within so many steps, stopped where a leaves the reach, x or y is farther from its
    /// mean path than `along` or `across`.
    ///
    /// @param reach bounds of |x| and |y| on which the noise is bounded
    /// @param eta step size η
    /// @param steps how many
    double exit(Reach reach, double along, double across, double eta, double steps) {
        double first = ExitBound.variance(eta, problem.lambdaAlong().low(), varianceAlong(reach.x()));
        double second = ExitBound.variance(eta, problem.lambdaAcross().low(), varianceAcross(reach.y()));
        return ExitBound.probability(along, first, eta * rangeAlong(reach.x()) / 3, steps)
                + ExitBound.probability(across, second, eta * rangeAcross(reach.y()) / 3, steps);
    }
}
