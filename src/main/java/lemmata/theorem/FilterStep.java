package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.num.Functions;
import lemmata.num.RoundOff;

/// One step of the filter of P-GD: its gradient G on the sphere, and how much that, and the noise in it, can be.
///
/// 2πG = (H̃ − b̃/r̃) P_wξ − d̃(π−φ̃) P_w w*, H̃ = ãᵀMã, b̃ = s̃s* − d̃(1 − sin φ̃)
///
/// wᵀw* grows by at least −ηGᵀw* − η²‖G‖²/2 in a step, E[−Gᵀw*] = (dκ/2π) sin²φ. Under the reading RADIAL,NETWORK.
/// Without noise Γ₀ = Σ = R = 0; as the noise grows Γ₀ grows with H̄ρ. **Shapes.** Numbers. **Units.** Angles in
/// radians. **Accuracy.** [#RELATIVE], [#leastCosineError], [#leastTurnError]. **Source.** theorem.FilterStep.
public final class FilterStep {

    /// Relative error of each of the bounds, from [#alignment] to [#range].
    public static final double RELATIVE = 24 * RoundOff.U;

    private final Problem problem;
    private final double stiffness;
    private final double pull;
    private final double alignment;

    /// Of runs whose output weights stay within a reach.
    public FilterStep(Problem problem, Reach reach) {
        this.problem = problem;
        int k = problem.target().k();
        double rhoA = problem.rhoA();
        double along = Math.abs(problem.target().along());
        double x = reach.x() + rhoA;
        double length = reach.norm() + rhoA;
        this.stiffness = k * x * x + (Math.PI - 1) * length * length;
        this.alignment = along * reach.x() + problem.target().across() * reach.y();
        this.pull = k * along * x + alignment() + problem.target().norm() * rhoA;
    }

    /// H̃ − b̃/r̃, by how much the gradient goes along the noise: H̃ = s² + (π−1)‖a‖², b̃ = s s* − d(1 − sin φ).
    ///
    /// All of the perturbed point (w̃, ã). Within 24u of (s² + (π−1)‖a‖² + (|s s*| + |d|)/r).
    ///
    /// @param s 1ᵀã
    /// @param square ‖ã‖²
    /// @param d ãᵀa*
    /// @param sumStar 1ᵀa*
    /// @param r ‖w̃‖
    /// @param angle ∠(w̃, w*)
    @Statement("theorem.FilterStep/S1")
    public static double noiseFactor(double s, double square, double d, double sumStar, double r, Angle angle) {
        double stiffness = s * s + (Math.PI - 1) * square;
        return stiffness - (s * sumStar - d * (1 - Functions.sin(Math.min(angle.phi(), angle.psi())))) / r;
    }

    /// d̃(π−φ̃), by how much it goes against P_w w*.
    @Statement("theorem.FilterStep/S1")
    public static double turnFactor(double d, Angle angle) {
        return d * angle.psi();
    }

    /// (dκ/2π) sin²φ, the mean of −Gᵀw*.
    ///
    /// @param d aᵀa*
    /// @param kappa κ(φ), see [lemmata.smoothing.Drift#network]
    /// @param sine sin φ
    @Statement("theorem.FilterStep/S1")
    public static double meanAscent(double d, double kappa, double sine) {
        return d * kappa / (2 * Math.PI) * (sine * sine);
    }

    /// cos φ − ηGᵀw* − η²‖G‖²/2: cos φ is at least this after a step. **Accuracy.** Within [#leastCosineError].
    ///
    /// @param cosine cos φ before
    /// @param inner Gᵀw*
    /// @param square ‖G‖²
    /// @param eta η
    @Statement("theorem.FilterStep/S2")
    public static double leastCosine(double cosine, double inner, double square, double eta) {
        return cosine - eta * inner - eta * eta * square / 2;
    }

    /// Bound on the error of [#leastCosine]: 5u of the sizes of its terms.
    @Statement("theorem.FilterStep/S6")
    public static double leastCosineError(double cosine, double inner, double square, double eta) {
        double size = Math.abs(cosine) + eta * Math.abs(inner) + eta * eta * square / 2;
        return 5 * RoundOff.U * size + RoundOff.UNDERFLOW;
    }

    /// 2g/sin²φ − (g/(1 + cos φ))²: log((1 + cos φ)/(1 − cos φ)) = log cot²(φ/2) grows by at least this, if cos φ grows
    /// by at least g. **Accuracy.** Within [#leastTurnError].
    ///
    /// @param cosine cos φ before, in (−1, 1)
    /// @param gain g ≥ −(1 + cos φ)/2
    @Statement("theorem.FilterStep/S5")
    public static double leastTurn(double cosine, double gain) {
        double share = gain / (1 + cosine);
        return 2 * gain / ((1 - cosine) * (1 + cosine)) - share * share;
    }

    /// Bound on the error of [#leastTurn]: 7u of the sizes of its terms.
    @Statement("theorem.FilterStep/S6")
    public static double leastTurnError(double cosine, double gain) {
        double share = gain / (1 + cosine);
        return 7 * RoundOff.U * (2 * Math.abs(gain) / ((1 - cosine) * (1 + cosine)) + share * share)
                + RoundOff.UNDERFLOW;
    }

    /// Bound on |d| = |aᵀa*|.
    @Statement("theorem.FilterStep/S3")
    public double alignment() {
        return alignment;
    }

    /// D ≥ |d̃|, ‖a*‖ρ_a more than |d|.
    @Statement("theorem.FilterStep/S3")
    public double perturbedAlignment() {
        return alignment + problem.target().norm() * problem.rhoA();
    }

    /// Γ₀ ≥ ‖G + d̃(π−φ̃)P_w w*/2π‖: (H̄ρ + T min{1, ρ/(1−ρ)})/2π, the part of the gradient that is noise alone.
    @Statement("theorem.FilterStep/S3")
    public double noiseSlope() {
        return (stiffness * problem.rhoW() + pull * ratio()) / (2 * Math.PI);
    }

    /// Γ = Γ₀ + D/2 ≥ ‖G‖.
    @Statement("theorem.FilterStep/S3")
    public double slope() {
        return noiseSlope() + perturbedAlignment() / 2;
    }

    /// Σ with sd(Gᵀw*) ≤ Σ sin φ:
    /// 2πΣ = H̄ρ/√(p+2) + T min{1/√(p−1), ρ/((1−ρ)√(p+2))} + π‖a*‖ρ_a/√(k+2) + |d|(π/2)min{1, ρ}.
    @Statement("theorem.FilterStep/S4")
    public double spread() {
        double rho = problem.rhoW();
        double coordinate = Math.sqrt(problem.p() + 2);
        double direction = Math.min(1 / Math.sqrt(problem.p() - 1), near() / coordinate);
        double output = Math.PI
                * problem.target().norm()
                * problem.rhoA()
                / Math.sqrt(problem.target().k() + 2);
        double angle = alignment * (Math.PI / 2) * Math.min(1, rho);
        return (stiffness * rho / coordinate + pull * direction + output + angle) / (2 * Math.PI);
    }

    /// R with |Gᵀw* − E Gᵀw*| ≤ R sin φ: 2πR = 2H̄ρ + 2T min{1, ρ/(1−ρ)} + π‖a*‖ρ_a + π|d| min{1, ρ}.
    @Statement("theorem.FilterStep/S4")
    public double range() {
        double rho = problem.rhoW();
        double output = Math.PI * problem.target().norm() * problem.rhoA();
        return 2 * noiseSlope() + (output + Math.PI * alignment * Math.min(1, rho)) / (2 * Math.PI);
    }

    /// min{1, ρ/(1−ρ)} ≥ ‖P_wξ‖/r̃.
    private double ratio() {
        return Math.min(1, near());
    }

    /// ρ/(1−ρ); ∞ from ρ = 1 on.
    private double near() {
        double rho = problem.rhoW();
        return rho < 1 ? rho / (1 - rho) : Double.POSITIVE_INFINITY;
    }
}
