package lemmata.theorem;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.Drift;
import lemmata.theorem.Constant.Status;

/// Epoch II as it does hold: with small noise and small steps, from φ₀ ≤ 5π/12 and output weights whose parts do not
/// point far from a*, P-GD comes near the optimum and stays there, with probability 1−δ.
///
/// ‖w_t − w*‖² ≤ γ and ‖a_t − a*‖² ≤ γ‖a*‖² for all T₂ ≤ t ≤ η⁻²
///
/// Under the reading RADIAL,NETWORK. **Accuracy.** What is met is met by the exact numbers: [Hypothesis#ROOM].
/// **Source.** theorem.Convergence.
public final class Convergence {

    /// 1 − cos φ₁, φ₁ < π/2 the widest angle that a run reaches from φ₀ ≤ 5π/12.
    private static final double WIDEST = 0.95;

    /// 5π/12, raised for the rounding of φ₀: the proof asks for 1 − cos φ₀ ≤ 0.7412 only.
    private static final double ENTRY = Region.ANGLE + 0x1p-40;

    /// Less than 1 by more than the rounding of the level U.
    private static final double ROUNDED = 1 - 16 * RoundOff.U;

    private final Problem problem;
    private final Entry entry;
    private final double gamma;
    private final double delta;
    private final OutputPath path;
    private final OutputPath last;
    private final double least;
    private final double drift;
    private final double goal;
    private final double level;
    private final Reach reach;
    private final FilterStep step;

    /// To relative squared errors γ from an entry with failure probability δ.
    ///
    /// @throws InvalidField naming `gamma` or `delta`
    public Convergence(Problem problem, Entry entry, double gamma, double delta) {
        if (!(gamma > 0)) {
            throw new InvalidField("gamma", gamma + " is no squared error: give a positive number");
        }
        if (!(delta > 0 && delta < 1)) {
            throw new InvalidField("delta", delta + " is no failure probability: give a number in (0, 1)");
        }
        this.problem = problem;
        this.entry = entry;
        this.gamma = gamma;
        this.delta = delta;
        this.goal = Math.min(gamma / 2, Math.sqrt(gamma) / 6);
        Angle widest = angle(WIDEST);
        this.path = new OutputPath(problem, widest);
        this.last = new OutputPath(problem, angle(goal));
        this.least = path.least().low();
        this.drift = least * Drift.network(problem.noise(), widest).low() / (4 * Math.PI);
        double norm = problem.target().norm();
        double lambda = problem.lambdaAcross().low();
        double both = Math.abs(problem.target().along()) + problem.target().across();
        this.level = ROUNDED * Math.min(Math.sqrt(gamma) * norm / 8, Math.min(least / 4, lambda / 20) / both);
        this.reach = path.reach(entry.reach(), level, level);
        this.step = new FilterStep(problem, reach);
    }

    /// From where epoch I ends, to the same teacher's optimum.
    @Statement("theorem.Convergence/S7")
    public static Convergence after(Escape first, Problem problem, double gamma, double delta) {
        return new Convergence(problem, first.end(), gamma, delta);
    }

    /// The angle with 1 − cos φ = W < 1, rounded up by more than its error.
    private static Angle angle(double versine) {
        double phi = Functions.atan2(Math.sqrt(versine * (2 - versine)), 1 - versine);
        return Angle.ofRadians(Angle.radians(phi * (1 + 16 * RoundOff.U)));
    }

    /// μ = d₁κ(φ₁)/4π, the least rate at which 1 − cos φ falls in the mean once a has settled.
    @Statement("theorem.Convergence/S2")
    public double drift() {
        return drift;
    }

    /// d₁ = d_∞(φ₁): once a has settled, aᵀa* ≥ d₁/2.
    @Statement("theorem.Convergence/S2")
    public double settled() {
        return least;
    }

    /// ω = min{γ/2, √γ/6}: the level below which 1 − cos φ must fall.
    @Statement("theorem.Convergence/S2")
    public double goal() {
        return goal;
    }

    /// 0.45γ^{1/4}: with ρ_w up to here the condition on the bias is met, whatever p ≥ 2, k and a* ≠ 0; with ρ_w from
    /// 1.6γ^{1/4} to ½ it is not.
    @Statement("theorem.Convergence/S4")
    public static double toleratedNoise(double gamma) {
        return 0.45 * Math.sqrt(Math.sqrt(gamma));
    }

    /// (p + (p−1)/2(π−1))/(p+2), the limit of (1 − c₂)/ρ_w² at φ = 0 for ρ_w → 0; at most 1.24.
    @Statement("theorem.Convergence/S4")
    public static double biasAcross(int p) {
        return (p + (p - 1) / (2 * (Math.PI - 1))) / (p + 2);
    }

    /// p/(p+2) − (p−1)(k−1)/2(p+2)(π−1+k), the limit of (1 − c₁)/ρ_w².
    @Statement("theorem.Convergence/S4")
    public static double biasAlong(int p, int k) {
        return (p - (p - 1.0) * (k - 1.0) / (2 * (Math.PI - 1 + k))) / (p + 2.0);
    }

    /// T_a = (1/ηλ₂) log 4(1 + E₀/d₁): from then on d_t ≥ d₁/2.
    private double settle(double eta) {
        return Functions.log(4 * (1 + entry.adverse() / least))
                / (eta * problem.lambdaAcross().low());
    }

    /// T_w = (4/ημ) log(8/ω): so much later 1 − cos φ is below ω.
    private double turn(double eta) {
        return 4 / (eta * drift) * Functions.log(8 / goal);
    }

    /// T_b = (1/ηλ₂) log⁺(4‖(x̄ + |a₁|, ȳ + a₂)‖/√γ‖a*‖): so much later x and y are next to a*.
    private double approach(double eta) {
        double x = reach.x() + Math.abs(problem.target().along());
        double y = reach.y() + problem.target().across();
        double far = 4
                * Math.sqrt(x * x + y * y)
                / (Math.sqrt(gamma) * problem.target().norm());
        return Functions.log(Math.max(1, far)) / (eta * problem.lambdaAcross().low());
    }

    /// T_z = (2/b₋) log⁺(4z̄²/(γ‖a*‖²/64)): from then on the rest of a is small.
    private double rest(double eta) {
        return 2 / slowest(eta) * Functions.log(Math.max(1, 4 * reach.z() * reach.z() / restSquare()));
    }

    /// T₂ = max{⌈T_a⌉ + ⌈T_w⌉ + ⌈T_b⌉, ⌈T_z⌉}, at least; each is rounded up by more than its error.
    @Statement({"theorem.Convergence/S1", "theorem.Convergence/S6"})
    public double burnIn(double eta) {
        double both = above(settle(eta)) + above(turn(eta)) + above(approach(eta));
        return Math.max(both, above(rest(eta)));
    }

    private static double above(double time) {
        return Math.ceil(time * (1 + Hypothesis.ROOM));
    }

    /// Steps of both epochs, each as short as its theorem allows.
    @Statement("theorem.Convergence/S7")
    public double stepsFrom(Escape first, double firstEta, double eta) {
        return Math.ceil(first.burnIn(firstEta)) + burnIn(eta);
    }

    /// The least and the greatest factor ηβr̃² of a draw, β = (π−1)/2π.
    private double slowest(double eta) {
        double radius = 1 - problem.rhoW();
        return eta * (Math.PI - 1) / (2 * Math.PI) * radius * radius;
    }

    private double fastest(double eta) {
        double radius = 1 + problem.rhoW();
        return eta * (Math.PI - 1) / (2 * Math.PI) * radius * radius;
    }

    /// γ‖a*‖²/64, what z² may come to.
    private double restSquare() {
        return gamma * problem.square() / 64;
    }

    /// θ = log(8N/δ) max{4/3ω, 20}: the exponent with which W = 1 − cos φ is followed.
    @Statement("theorem.Convergence/S2")
    public double exponent(double eta) {
        return Functions.log(8 * Escape.horizon(eta) / delta) * Math.max(4 / (3 * goal), 20);
    }

    /// W + ηj/2 + η²(Γ₀² + D²/2 + 2θΣ²) ≥ (1/θ) log E e^{θW⁺} after a step from W ≤ 0.95 with aᵀa* ≥ −j.
    @Statement("theorem.Convergence/S2")
    public double whileSettling(double versine, double against, double eta) {
        double slope = step.noiseSlope();
        double pull = step.perturbedAlignment();
        double noise = 2 * exponent(eta) * step.spread() * step.spread();
        return versine + eta * against / 2 + eta * eta * (slope * slope + pull * pull / 2 + noise);
    }

    /// (1 − ημ/4)W + η²Γ₀² ≥ (1/θ) log E e^{θW⁺} after a step from W ≤ 0.95 with aᵀa* ≥ d₁/2.
    @Statement("theorem.Convergence/S2")
    public double whileTurning(double versine, double eta) {
        double slope = eta * step.noiseSlope();
        return (1 - eta * drift / 4) * versine + slope * slope;
    }

    /// θ_z = 2 log(8N/δ)/(γ‖a*‖²/64), the same for Z = z².
    @Statement("theorem.Convergence/S2")
    public double restExponent(double eta) {
        return 2 * Functions.log(8 * Escape.horizon(eta) / delta) / restSquare();
    }

    /// (1 − b₋/2)Z + b₊²ρ_a² ≥ (1/θ_z) log E e^{θ_z Z⁺} after a step from Z.
    @Statement("theorem.Convergence/S2")
    public double whileResting(double square, double eta) {
        double noise = fastest(eta) * problem.rhoA();
        return (1 - slowest(eta) / 2) * square + noise * noise;
    }

    /// The conditions for a step size; all met, the promise holds with probability 1−δ.
    @Statement({"theorem.Convergence/S1", "theorem.Convergence/S3", "theorem.Convergence/S6"})
    public List<Hypothesis> hypotheses(double eta) {
        double rho = problem.rhoW();
        double theta = exponent(eta);
        double slope = step.noiseSlope();
        double square = step.perturbedAlignment() * step.perturbedAlignment();
        double spread = step.spread() * step.spread();
        double growth = (settle(eta) + 1) * whileSettling(0, 0, eta);
        return List.of(
                Hypothesis.exact("φ₀ ≤ 5π/12", entry.angle(), ENTRY),
                Hypothesis.exact("γ ≤ 1", gamma, 1),
                Hypothesis.exact("ρ_w ≤ ½", rho, 0.5),
                Hypothesis.below(
                        "E₀ ≤ 0.15 λ₂",
                        entry.adverse(),
                        0.15 * problem.lambdaAcross().low()),
                Hypothesis.below(
                        "bias: ‖a_∞ − a*‖ ≤ ½√γ‖a*‖ for 1 − cos φ ≤ ω",
                        last.bias(),
                        Math.sqrt(gamma) * problem.target().norm() / 2),
                Hypothesis.below(
                        "each draw contracts a: η(π−1+k)(1+ρ_w)²/2π ≤ ⅓",
                        eta * problem.target().top() * (1 + rho) * (1 + rho) / (2 * Math.PI),
                        1.0 / 3),
                Hypothesis.below("noise of a: 2N exp(−U²/2(v+cU)), along 1 and across, ≤ δ/2", exit(eta), delta / 2),
                Hypothesis.below(
                        "noise of the rest of a: 8b₊ρ_a² max{log(8N/δ), b₊/b₋} ≤ γ‖a*‖²/64",
                        restNoise(eta),
                        restSquare()),
                Hypothesis.below("range of w: 2θηR ≤ 3", 2 * theta * eta * step.range(), 3),
                Hypothesis.below("noise of w while a settles: η²(T_a+1)(Γ₀² + D²/2 + 2θΣ²) ≤ 0.03", growth, 0.03),
                Hypothesis.below("step of w: 2ηD² ≤ μ", 2 * eta * square, drift),
                Hypothesis.below("noise of w: 4θηΣ² ≤ μ", 4 * theta * eta * spread, drift),
                Hypothesis.below("floor of w: 32ηΓ₀² ≤ μω", 32 * eta * slope * slope, drift * goal));
    }

    /// The larger of 8 log(8N/δ) ηβ(1+ρ)²ρ_a² and 8(ηβ(1+ρ)²ρ_a)²/(ηβ(1−ρ)²).
    private double restNoise(double eta) {
        double fast = fastest(eta) * problem.rhoA() * problem.rhoA();
        double logarithm = Functions.log(8 * Escape.horizon(eta) / delta);
        return 8 * fast * Math.max(logarithm, fastest(eta) / slowest(eta));
    }

    /// Bound on the probability that x or y leaves its mean path by U within the horizon.
    @Statement("theorem.Convergence/S2")
    public double exit(double eta) {
        return path.exit(reach, level, level, eta, Escape.horizon(eta));
    }

    /// This theorem at a step size.
    public Claim at(double eta) {
        return new Repaired(
                "theorem.Convergence",
                hypotheses(eta),
                List.of(
                        new Constant("d_∞(φ₁)", least, Status.OURS),
                        new Constant("μ", drift, Status.OURS),
                        new Constant("ω", goal, Status.OURS)),
                new Promise(
                        burnIn(eta),
                        Escape.horizon(eta),
                        1 - delta,
                        Region.ofConvergence(gamma, gamma * problem.square())));
    }

    /// The largest step size found, by bisection, for which all is met; 0 if none is.
    @Statement("theorem.Convergence/S3")
    public double largestStep() {
        return StepSearch.largest(eta -> hypotheses(eta).stream().allMatch(Hypothesis::met));
    }

    /// The largest step size found, by bisection, for which all is met and T₂ ≤ N; 0 if none is.
    @Statement("theorem.Convergence/S3")
    public double largestPromising() {
        return StepSearch.largest(eta -> at(eta).applies() && !at(eta).promise().isVacuous());
    }
}
