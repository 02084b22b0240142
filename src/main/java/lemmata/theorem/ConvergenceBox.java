package lemmata.theorem;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Constant.Status;

/// Theorem 2 as the poster prints it, put to a configuration.
///
/// ρ_w ≤ C_w γ/(kp) < 1, ρ_a ≤ C_a, η ≤ C_η / (max{k⁴p⁶, k²p/γ} max{1, p log(1/γ) log(1/δ)}): with probability 1 − δ,
/// ‖w_t − w*‖² ≤ γ and ‖a_t − a*‖² ≤ γ for all T₂ ≤ t ≤ C_h η⁻², T₂ = C_T (p/η) log(1/γ) log(1/δ) ‖a*‖²
///
/// It names no start; box "Noise Annealing" has it begin where epoch I ends. **Source.** theorem.ConvergenceBox.
///
/// @param at the configuration
/// @param scale what stands for the constants that the poster hides
public record ConvergenceBox(Configuration at, Scale scale) implements Claim {

    /// Values for what O(·) and "some constants" hide.
    ///
    /// @param rhoW C_w
    /// @param rhoA C_a
    /// @param eta C_η
    /// @param burnIn C_T
    /// @param horizon C_h
    public record Scale(double rhoW, double rhoA, double eta, double burnIn, double horizon) {
        /// All ones.
        public static final Scale UNIT = new Scale(1, 1, 1, 1, 1);
    }

    private static final Angle STRAIGHT = Angle.ofRadians(Angle.radians(0));

    /// What is left of a relative bound after the roundings of a short formula.
    private static final double SAFE = 1 - 0x1p-40;

    @Override
    public String id() {
        return "theorem.ConvergenceBox";
    }

    /// C_w γ/(kp).
    @Statement("theorem.ConvergenceBox/S1")
    public double largestFilterNoise() {
        return scale.rhoW * at.gamma() / (at.target().k() * (double) at.p());
    }

    /// C_η / (max{k⁴p⁶, k²p/γ} max{1, p log(1/γ) log(1/δ)}).
    @Statement("theorem.ConvergenceBox/S1")
    public double largestStep() {
        double k = at.target().k();
        double p = at.p();
        double kp = k * p;
        double cost = Math.max(kp * kp * kp * kp * p * p, k * k * p / at.gamma());
        return scale.eta / (cost * Math.max(1, p * logarithms()));
    }

    /// T₂ = C_T (p/η) log(1/γ) log(1/δ) ‖a*‖².
    @Statement({"theorem.ConvergenceBox/S1", "theorem.ConvergenceBox/S5", "theorem.ConvergenceBox/S8"})
    public double burnIn() {
        double norm = at.target().norm();
        return scale.burnIn * (at.p() / at.eta()) * logarithms() * (norm * norm);
    }

    /// log(1/γ) log(1/δ); negative for γ > 1.
    private double logarithms() {
        return Functions.log(at.gamma()) * Functions.log(at.delta());
    }

    @Override
    @Statement("theorem.ConvergenceBox/S1")
    public List<Hypothesis> hypotheses() {
        return List.of(
                Hypothesis.exact("ρ_w ≤ C_w γ/(kp)", at.rhoW(), largestFilterNoise()),
                Hypothesis.exact("C_w γ/(kp) < 1", largestFilterNoise(), Math.nextDown(1.0)),
                Hypothesis.exact("ρ_a ≤ C_a", at.rhoA(), scale.rhoA),
                Hypothesis.exact("η ≤ C_η / (max{k⁴p⁶, k²p/γ} max{1, p log(1/γ) log(1/δ)})", at.eta(), largestStep()));
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("C_w", scale.rhoW, Status.OURS),
                new Constant("C_a", scale.rhoA, Status.OURS),
                new Constant("C_η", scale.eta, Status.OURS),
                new Constant("C_T", scale.burnIn, Status.OURS),
                new Constant("C_h", scale.horizon, Status.OURS));
    }

    @Override
    @Statement("theorem.ConvergenceBox/S1")
    public Promise promise() {
        double until = scale.horizon / (at.eta() * at.eta());
        return new Promise(burnIn(), until, 1 - at.delta(), Region.ofConvergence(at.gamma(), at.gamma()));
    }

    /// Whether a run contradicts what is promised of all runs but a share δ: it is outside the region at a time from T₂
    /// to C_h η⁻². Where it started does not matter.
    @Statement({
        "theorem.ConvergenceBox/S3",
        "theorem.ConvergenceBox/S4",
        "theorem.ConvergenceBox/S7",
        "theorem.ConvergenceBox/S8"
    })
    public boolean contradicts(Observation seen) {
        Promise promise = promise();
        return seen.t() >= promise.from()
                && seen.t() <= promise.until()
                && !promise.region().contains(seen);
    }

    /// From below: ‖a_∞ − a*‖ at w = w*, whose square is to be at most γ.
    ///
    /// √((1−c₁)²a₁² + (1−c₂)²a₂²) with c₁, c₂ of [SmoothedEquilibrium]; 0 without noise, in proportion to ‖a*‖.
    /// **Accuracy.** Not above the exact number, and 2⁻³⁹ of it below, or the errors of c₁ and c₂ times ‖a*‖.
    ///
    /// @param reading of the gradient in the output weights
    /// @throws lemmata.model.InvalidField if p = 1
    @Statement("theorem.ConvergenceBox/S2")
    public double leastBias(Reading.Output reading) {
        NoiseMoments moments = NoiseMoments.ofOutput(reading, new BallNoise(at.p(), at.rhoW()), STRAIGHT);
        double x = off(SmoothedEquilibrium.shareAlong(at.target().k(), moments))
                * at.target().along();
        double y = off(SmoothedEquilibrium.shareAcross(moments)) * at.target().across();
        return SAFE * Math.sqrt(x * x + y * y);
    }

    private static double off(Bounded share) {
        Bounded off = share.complement();
        return Math.max(0, Math.abs(off.value()) - off.error());
    }

    /// Whether (−w*, 0), where nothing has been learnt, is in the region: γ ≥ 4 and γ ≥ ‖a*‖².
    @Statement("theorem.ConvergenceBox/S3")
    public boolean isMetByNothing() {
        return promise().region().contains(Observation.of(at.target(), new LumpedState(-1, 0, 0, 0, 0), 0));
    }

    /// A number of steps that gradient descent needs to ‖w − w*‖² ≤ γ, from φ₀ ≤ π/2: (‖w₀ − w*‖² − γ)/ηD.
    ///
    /// D = |a₁| max{|x₀|, |a₁|} + a₂ max{|y₀|, a₂} ≥ |aᵀa*| at all times, and a step lowers ‖w − w*‖² by ηD at most.
    /// Not positive if w₀ is near enough. For η(π−1+k) ≤ 2π. **Accuracy.** Not above the exact number.
    @Statement("theorem.ConvergenceBox/S5")
    public double leastTime(LumpedState start) {
        double along = Math.abs(at.target().along());
        double across = at.target().across();
        double alignment =
                along * Math.max(Math.abs(start.x()), along) + across * Math.max(Math.abs(start.y()), across);
        double apart = start.filterDistance(LumpedState.optimum(at.target()));
        return SAFE * (SAFE * apart - at.gamma()) / (at.eta() * alignment);
    }

    /// 1 − η‖a*‖²/2: φ times this, to first order, is φ one step of gradient descent later, with a = a*. Below −1 the
    /// optimum repels.
    @Statement("theorem.ConvergenceBox/S6")
    public double multiplier() {
        double norm = at.target().norm();
        return 1 - at.eta() * norm * norm / 2;
    }

    /// The same with ρ_w = ρ_a = 0, which the poster's "≤" admits: gradient descent, under every reading.
    @Statement({"theorem.ConvergenceBox/S4", "theorem.ConvergenceBox/S10"})
    public ConvergenceBox withoutNoise() {
        Configuration quiet = new Configuration(at.target(), at.p(), 0, 0, at.eta(), at.gamma(), at.delta());
        return new ConvergenceBox(quiet, scale);
    }
}
