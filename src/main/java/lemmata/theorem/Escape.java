package lemmata.theorem;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.Drift;
import lemmata.theorem.Constant.Status;

/// Epoch I as it does hold: with ρ_w above ρ_esc and small steps P-GD turns the filter to within 5π/12 of w*, aligns
/// the output weights with a*, and keeps both, with probability 1−δ.
///
/// d₋/4 ≤ a_tᵀa* ≤ d₊ + ¾d₋ and φ_t ≤ 5π/12 for all T₁ ≤ t ≤ η⁻², d₋ = d_∞(π), d₊ = d_∞(0)
///
/// Under the reading RADIAL,NETWORK. **Accuracy.** What is met is met by the exact numbers: [Hypothesis#ROOM].
/// **Source.** theorem.Escape.
public final class Escape {

    private static final Angle OPPOSITE = Angle.ofRadians(Angle.radians(0)).supplement();

    /// b: ℓ = log cot²(φ/2) = log(S/(2−S)), S = 1 + cos φ, is not below b one step after S ≥ 3/2.
    public static final double HIGH = 1.014;

    /// By how much b is above ℓ at 5π/12, at least.
    public static final double GAP = 0.48;

    /// Largest ηΓ.
    public static final double STRIDE = 1.0 / 32;

    /// Largest step: up to here ηθ and the bound of the exit grow with η where the latter is met.
    private static final double LARGEST = 0.5;

    /// Less than 1 by more than the rounding of the levels U₁, U₂.
    private static final double ROUNDED = 1 - 16 * RoundOff.U;

    private final Problem problem;
    private final Beginning start;
    private final double delta;
    private final OutputPath path;
    private final double least;
    private final double greatest;
    private final double pull;
    private final double along;
    private final double across;
    private final double below;
    private final double above;
    private final Reach reach;
    private final FilterStep step;

    /// From a start, or any of a set of them, with failure probability δ.
    ///
    /// @throws InvalidField naming `delta`
    public Escape(Problem problem, Beginning start, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new InvalidField("delta", delta + " is no failure probability: give a number in (0, 1)");
        }
        this.problem = problem;
        this.start = start;
        this.delta = delta;
        this.path = new OutputPath(problem, OPPOSITE);
        this.least = path.least().low();
        this.greatest = path.greatest().high();
        this.pull = Drift.network(problem.noise(), OPPOSITE).low();
        double a1 = problem.target().along();
        double a2 = problem.target().across();
        double top = Math.sqrt(problem.target().top());
        double rest = Math.sqrt(Math.PI - 1);
        double unit = ROUNDED * Math.max(0, least) / (2 * (Math.abs(a1) * top + a2 * rest));
        this.along = unit * top;
        this.across = unit * rest;
        this.below = lacking(path.leastAlong(), start.along()) + lacking(path.leastAcross(), start.across());
        this.above = exceeding(path.greatestAlong(), start.along()) + exceeding(path.greatestAcross(), start.across());
        this.reach = path.reach(start.reach(), along, across);
        this.step = new FilterStep(problem, reach);
    }

    private static double lacking(Bounded rest, Beginning.Range now) {
        return Math.max(0, rest.high() - now.low());
    }

    private static double exceeding(Bounded rest, Beginning.Range now) {
        return Math.max(0, now.high() - rest.low());
    }

    /// m_a = d₋/4.
    @Statement("theorem.Escape/S1")
    public double lower() {
        return least / 4;
    }

    /// M_a = d₊ + ¾d₋.
    @Statement("theorem.Escape/S1")
    public double upper() {
        return (greatest + 0.75 * path.least().high()) / ROUNDED;
    }

    /// μ = d₋κ(π)/4π, the least rate at which log tan(φ/2) falls in the mean once a has settled.
    @Statement("theorem.Escape/S2")
    public double drift() {
        return least * pull / (4 * Math.PI);
    }

    /// How long the run must stay: N = η⁻².
    public static double horizon(double eta) {
        return 1 / (eta * eta);
    }

    /// T₁ = T_d + T_w: a settles in (1/ηλ₂) log max{1, E₀/μ, 4F₀/d₋} steps, the filter turns in (1/ημ)(1.014 + E₀/λ₂ −
    /// ℓ₀)₊ more, ℓ₀ = log cot²(φ₀/2); rounded up by more than its error.
    @Statement("theorem.Escape/S1")
    public double burnIn(double eta) {
        double lambda = problem.lambdaAcross().low();
        double settle = Functions.log(Math.max(1, Math.max(below / drift(), 4 * above / least))) / (eta * lambda);
        double way = HIGH + below / lambda - Math.min(HIGH, start.cotangent());
        return (settle + way / (eta * drift())) * (1 + Hypothesis.ROOM);
    }

    /// ζ: below it 1 + cos φ falls with probability δ/4 at most; 0 from φ₀ = π.
    @Statement("theorem.Escape/S2")
    public double floor() {
        double low = Math.min(HIGH, start.cotangent())
                - below / problem.lambdaAcross().low()
                - GAP;
        double odds = Functions.exp(low);
        return Math.min(0.75, 2 * odds / (1 + odds));
    }

    /// θ = log(8N²/δ)/0.48: e^(−θℓ) is what the proof follows.
    @Statement("theorem.Escape/S2")
    public double exponent(double eta) {
        return (Functions.log(8 / delta) - 4 * Functions.log(eta)) / GAP;
    }

    /// The conditions for a step size; all met, the promise holds with probability 1−δ.
    @Statement({"theorem.Escape/S1", "theorem.Escape/S3", "theorem.Escape/S6"})
    public List<Hypothesis> hypotheses(double eta) {
        double rho = problem.rhoW();
        double theta = exponent(eta);
        double zeta = floor();
        double slope = step.slope();
        double spread = step.spread();
        double mu = drift();
        return List.of(
                Hypothesis.exact("0 < d₋ for certain (then ρ_w > ρ_esc)", -least, -Double.MIN_VALUE),
                Hypothesis.exact("w₀ ≠ −w*, so that 0 < ζ", -zeta, -Double.MIN_VALUE),
                Hypothesis.exact("η ≤ ½", eta, LARGEST),
                Hypothesis.below(
                        "each draw contracts a: η(π−1+k)(1+ρ_w)²/2π ≤ 1",
                        eta * problem.target().top() * (1 + rho) * (1 + rho) / (2 * Math.PI),
                        1),
                Hypothesis.below("noise of a: 2N exp(−U²/2(v+cU)), along 1 and across, ≤ δ/2", exit(eta), delta / 2),
                Hypothesis.below(
                        "stride of w: ηΓ ≤ 1/32 · min{1, 8√ζ}", eta * slope, STRIDE * Math.min(1, 8 * Math.sqrt(zeta))),
                Hypothesis.below("bend of the sphere: 6.74 ηΓ² ≤ μζ", 6.74 * eta * slope * slope, mu * zeta),
                Hypothesis.below("noise of w: 8θηΣ² ≤ μζ", 8 * theta * eta * spread * spread, mu * zeta),
                Hypothesis.below("range of w: 4θηR ≤ 3√ζ", 4 * theta * eta * step.range(), 3 * Math.sqrt(zeta)));
    }

    /// Bound on the probability that x or y leaves its mean path by U₁, U₂ within the horizon.
    @Statement("theorem.Escape/S2")
    public double exit(double eta) {
        return path.exit(reach, along, across, eta, horizon(eta));
    }

    /// This theorem at a step size.
    public Claim at(double eta) {
        return new Repaired(
                "theorem.Escape",
                hypotheses(eta),
                List.of(
                        new Constant("m_a", lower(), Status.OURS),
                        new Constant("M_a", upper(), Status.OURS),
                        new Constant("d_∞(π)", least, Status.OURS),
                        new Constant("μ", drift(), Status.OURS),
                        new Constant("ζ", floor(), Status.OURS)),
                new Promise(burnIn(eta), horizon(eta), 1 - delta, Region.ofEscape(lower(), upper())));
    }

    /// φ ≤ 5π/12 alone: what is reached and kept, by measurement, at far larger steps than the conditions allow.
    @Statement("theorem.Escape/S7")
    public static Region angleAlone() {
        double any = Double.POSITIVE_INFINITY;
        return new Region(-any, any, Region.ANGLE, any, any);
    }

    /// The largest step size found, by bisection, for which all is met; 0 if none is.
    @Statement("theorem.Escape/S3")
    public double largestStep() {
        return StepSearch.largest(eta -> hypotheses(eta).stream().allMatch(Hypothesis::met));
    }

    /// The largest step size found, by bisection, for which all is met and T₁ ≤ N; 0 if none is.
    @Statement("theorem.Escape/S3")
    public double largestPromising() {
        return StepSearch.largest(eta -> at(eta).applies() && !at(eta).promise().isVacuous());
    }

    /// Where the promise leads, the region in which [Convergence] takes over: E₀ is (|a₁|U₁ − c₁(π)a₁²)₊ + (a₂U₂ −
    /// c₂(π)a₂²)₊ and a transient of μ.
    @Statement("theorem.Escape/S4")
    public Entry end() {
        Target target = problem.target();
        double x = Math.nextUp(Math.abs(target.along()) * along)
                - path.leastAlong().low();
        double y = Math.nextUp(target.across() * across) - path.leastAcross().low();
        double adverse = (Math.max(0, x) + Math.max(0, y) + Math.max(0, drift())) * (1 + Hypothesis.ROOM);
        return new Entry(reach, adverse, Region.ANGLE);
    }
}
