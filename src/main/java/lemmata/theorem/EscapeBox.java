package lemmata.theorem;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Constant.Status;

/// Theorem 1 as the poster prints it, put to a configuration.
///
/// ρ_w = C_w kp² ≥ 1, ρ_a = C_a, η ≤ C_η / (k⁴p⁶ max{1, p log(1/δ)}): with probability 1 − δ, m_a ≤ a_tᵀa* ≤ M_a and
/// φ_t ≤ 5π/12 for all T₁ ≤ t ≤ C_h η⁻², T₁ = C_T (pk/η) log(1/η) log(1/δ) ‖a*‖²
///
/// **Source.** theorem.EscapeBox.
///
/// @param at the configuration
/// @param scale what stands for the constants that the poster hides
public record EscapeBox(Configuration at, Scale scale) implements Claim {

    /// Values for what O(·) and "some constants" hide.
    ///
    /// @param eta C_η
    /// @param burnIn C_T
    /// @param horizon C_h
    /// @param least m_a; the least positive double asks for m_a > 0 alone
    /// @param greatest M_a; ∞ asks for nothing
    public record Scale(double eta, double burnIn, double horizon, double least, double greatest) {
        /// All ones, some m_a > 0 and some M_a.
        public static final Scale UNIT = new Scale(1, 1, 1, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    }

    @Override
    public String id() {
        return "theorem.EscapeBox";
    }

    /// The same with another step size.
    public EscapeBox withStep(double eta) {
        return new EscapeBox(
                new Configuration(at.target(), at.p(), at.rhoW(), at.rhoA(), eta, at.gamma(), at.delta()), scale);
    }

    /// C_w = ρ_w/(kp²).
    @Statement("theorem.EscapeBox/S1")
    public double filterNoise() {
        double p = at.p();
        return at.rhoW() / (at.target().k() * p * p);
    }

    /// C_η / (k⁴p⁶ max{1, p log(1/δ)}).
    @Statement("theorem.EscapeBox/S1")
    public double largestStep() {
        double kp = at.target().k() * (double) at.p();
        double cost = kp * kp * kp * kp * at.p() * at.p();
        return scale.eta / (cost * Math.max(1, at.p() * Functions.log(1 / at.delta())));
    }

    /// T₁ = C_T (pk/η) log(1/η) log(1/δ) ‖a*‖².
    @Statement("theorem.EscapeBox/S1")
    public double burnIn() {
        double norm = at.target().norm();
        double logarithms = Functions.log(1 / at.eta()) * Functions.log(1 / at.delta());
        return scale.burnIn * (at.p() * (double) at.target().k() / at.eta()) * logarithms * (norm * norm);
    }

    @Override
    @Statement("theorem.EscapeBox/S1")
    public List<Hypothesis> hypotheses() {
        return List.of(
                Hypothesis.exact("1 ≤ ρ_w = C_w kp²", -at.rhoW(), -1),
                Hypothesis.exact("η ≤ C_η / (k⁴p⁶ max{1, p log(1/δ)})", at.eta(), largestStep()));
    }

    /// What the box does not suppose and needs: p ≥ 2, a* ≠ 0.
    @Statement("theorem.EscapeBox/S8")
    public List<Hypothesis> missing() {
        return List.of(
                Hypothesis.exact("2 ≤ p", -at.p(), -2),
                Hypothesis.exact("0 < ‖a*‖", -at.target().norm(), -Double.MIN_VALUE));
    }

    /// ρ_esc/(kp²): the C_w above which the smoothed landscape makes −w* no longer attract, a_∞ᵀa* > 0 at φ = π.
    @Statement("theorem.EscapeBox/S2")
    public Bounded threshold(Reading.Output output) {
        double p = at.p();
        return SmoothedEquilibrium.escapeNoise(at.target(), at.p(), output)
                .over(Bounded.within(2, at.target().k() * p * p));
    }

    /// √2‖a*‖²/ρ_w: no mean of aᵀa* is larger in the long run under RADIAL.
    @Statement("theorem.EscapeBox/S3")
    public double ceiling() {
        double norm = at.target().norm();
        return Math.sqrt(2) * norm * norm / at.rhoW();
    }

    /// Steps that the mean a and the mean step of w take from φ = π/2 to 5π/12, at least, once a has settled: 2π/(η
    /// d_∞(0) κ(5π/12)) · log cot(5π/24).
    ///
    /// Below d_∞(0) the mean of aᵀa* stays, and κ falls with φ; so no path is faster.
    @Statement("theorem.EscapeBox/S6")
    public double needed(Reading reading) {
        Angle zero = Angle.ofRadians(Angle.radians(0));
        Angle goal = Angle.ofRadians(Angle.radians(Region.ANGLE));
        NoiseMoments straight = NoiseMoments.ofOutput(reading.a(), at.problem().noise(), zero);
        double alignment = SmoothedEquilibrium.alignment(at.target(), straight).high();
        double pull =
                NoiseMoments.kappa(reading.w(), at.problem().noise(), goal).high();
        double half = Region.ANGLE / 2;
        double way = Functions.log(Functions.cos(half) / Functions.sin(half));
        return 2 * Math.PI * way / (at.eta() * alignment * pull);
    }

    /// The δ from which on T₁ ≤ 1, so that a single step must do: e^{−η/(C_T pk log(1/η)‖a*‖²)}.
    @Statement("theorem.EscapeBox/S7")
    public double instant() {
        double norm = at.target().norm();
        double rate = scale.burnIn * at.p() * at.target().k() * Functions.log(1 / at.eta()) * (norm * norm);
        return Functions.exp(-at.eta() / rate);
    }

    /// No aᵀa* after the first step is above this, nor below its negative, for q = 0, where a₀ = 0, under any reading:
    /// η‖a*‖((1+ρ_w)²ρ_a + (1+ρ_w)‖a*‖)(π−1)/2π.
    @Statement("theorem.EscapeBox/S7")
    public double firstAlignment() {
        double norm = at.target().norm();
        double size = 1 + at.rhoW();
        return at.eta() * norm * size * (size * at.rhoA() + norm) * (Math.PI - 1) / (2 * Math.PI);
    }

    /// Bound on the angle by which the first step turns the filter for q = 0, where a₀ = 0, unless the reading is
    /// NORMALISED: η(Λρ_wρ_a² + (π+1)‖a*‖ρ_a)/2π, as a step of length ℓ along the sphere turns by arctan ℓ.
    @Statement("theorem.EscapeBox/S7")
    public double stride() {
        double rhoA = at.rhoA();
        double slope = at.target().top() * at.rhoW() * rhoA * rhoA
                + (Math.PI + 1) * at.target().norm() * rhoA;
        return at.eta() * slope / (2 * Math.PI);
    }

    /// The ‖a*‖ below which T₁ ≤ 1.
    @Statement("theorem.EscapeBox/S5")
    public double smallNorm() {
        return at.target().norm() / Math.sqrt(burnIn());
    }

    /// No ‖a − a*‖ is smaller where aᵀa* ≤ d₊ + ¾d₋, as d₊ and d₋ are at most √2‖a*‖²/ρ_w: ‖a*‖(1 − 1.75√2/ρ_w).
    @Statement("theorem.EscapeBox/S11")
    public double distance() {
        double norm = at.target().norm();
        return norm - 1.75 * ceiling() / norm;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("C_w", filterNoise(), Status.CONFIGURATION),
                new Constant("C_a", at.rhoA(), Status.CONFIGURATION),
                new Constant("C_η", scale.eta, Status.OURS),
                new Constant("C_T", scale.burnIn, Status.OURS),
                new Constant("C_h", scale.horizon, Status.OURS),
                new Constant("angle", Region.ANGLE, Status.SOURCES),
                least(),
                greatest());
    }

    private Constant least() {
        boolean named = scale.least > Double.MIN_VALUE;
        return new Constant("m_a", named ? scale.least : Double.NaN, named ? Status.OURS : Status.EXISTS);
    }

    private Constant greatest() {
        boolean named = scale.greatest < Double.POSITIVE_INFINITY;
        return new Constant("M_a", named ? scale.greatest : Double.NaN, named ? Status.OURS : Status.EXISTS);
    }

    @Override
    @Statement({"theorem.EscapeBox/S1", "theorem.EscapeBox/S9"})
    public Promise promise() {
        double until = scale.horizon / (at.eta() * at.eta());
        return new Promise(burnIn(), until, 1 - at.delta(), Region.ofEscape(scale.least, scale.greatest));
    }
}
