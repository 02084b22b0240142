package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// The quantities of both theorems whose exponents [Exponents] lists, for one problem.
///
/// **Units.** Steps are given times η. **Accuracy.** 10⁻⁹ relative, for p up to 4096 and ρ_w up to 10⁸, as far as the
/// quadrature's estimates hold; it stands beside the moments that are used. **Source.** theorem.Exponents.
///
/// @param problem teacher and noise
public record Scaling(Problem problem) {

    /// C_w of the radius ρ_w = C_w kp² that the rows take.
    public static final double FACTOR = 2;

    private static final Angle STRAIGHT = Angle.ofRadians(Angle.radians(0));
    private static final Angle OPPOSITE = STRAIGHT.supplement();

    /// 5π/12, at which epoch II begins.
    private static final Angle HANDOVER = Angle.ofRadians(Angle.radians(Region.ANGLE));

    private static final int BISECTIONS = 60;

    /// At any radius, with ρ_a = 1.
    public static Scaling of(int p, int k, double q, double norm, double rhoW) {
        return new Scaling(new Problem(Target.of(k, q, norm), p, rhoW, 1));
    }

    /// At the radius ρ_w = 2kp² of the poster's form.
    public static Scaling poster(int p, int k, double q, double norm) {
        return of(p, k, q, norm, FACTOR * k * (double) p * p);
    }

    /// At twice ρ_esc, near where the alignment at −w* is largest.
    public static Scaling escape(int p, int k, double q, double norm) {
        return of(p, k, q, norm, 2 * escapeNoise(p, k, q));
    }

    /// ρ_esc.
    @Statement("theorem.Exponents/S2")
    public static double escapeNoise(int p, int k, double q) {
        return SmoothedEquilibrium.escapeNoise(Target.of(k, q, 1), p, Reading.Output.RADIAL)
                .value();
    }

    private NoiseMoments moments(Angle angle) {
        return NoiseMoments.ofOutput(Reading.Output.RADIAL, problem.noise(), angle);
    }

    /// d_∞(φ).
    public double alignment(Angle angle) {
        return SmoothedEquilibrium.alignment(problem.target(), moments(angle)).value();
    }

    /// d_∞(π), the least of E a_tᵀa* in the long run.
    @Statement("theorem.Exponents/S1")
    public double least() {
        return alignment(OPPOSITE);
    }

    /// 2π/(d_∞κ): η times the steps in which the mean flow, with a = a_∞(φ), changes tan(φ/2) by a factor e.
    public double fold(Angle angle) {
        return 2
                * Math.PI
                / (alignment(angle) * Drift.network(problem.noise(), angle).value());
    }

    /// The same at −w*: the unit of T₁.
    @Statement("theorem.Exponents/S3")
    public double escapeTime() {
        return fold(OPPOSITE);
    }

    /// The same at 5π/12: the unit of T₂.
    @Statement("theorem.Exponents/S4")
    public double convergenceTime() {
        return fold(HANDOVER);
    }

    /// ‖a_∞ − a*‖² at w = w*.
    @Statement("theorem.Exponents/S4")
    public double bias() {
        Bounded first = SmoothedEquilibrium.shareAlong(problem.target().k(), moments(STRAIGHT))
                .complement();
        Bounded second = SmoothedEquilibrium.shareAcross(moments(STRAIGHT)).complement();
        double along = first.value() * problem.target().along();
        double across = second.value() * problem.target().across();
        return along * along + across * across;
    }

    /// The ρ_w ≤ 1 at which the bias is γ/4, by bisection in log ρ_w; it grows with ρ_w.
    @Statement("theorem.Exponents/S4")
    public static double radius(int p, int k, double q, double norm, double gamma) {
        double low = -40;
        double high = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            boolean small = of(p, k, q, norm, Functions.exp(middle)).bias() <= gamma / 4;
            low = small ? middle : low;
            high = small ? high : middle;
        }
        return Functions.exp(low);
    }

    /// 4π/m₂(π−1+k): above it the mean a-step along 1 grows.
    @Statement("theorem.Exponents/S5")
    public double stableStep() {
        return 2 / problem.lambdaAlong().value();
    }

    /// The step at which the standard deviation that ε alone keeps up in aᵀa*, q = 0, is d_∞(π):
    /// 2m₂d²/(βm₄(Bσ² + d²)), β = (π−1)/2π, σ² = ρ_a²/(k+2).
    @Statement("theorem.Exponents/S5")
    public double quietStep() {
        double d = least();
        double square = problem.square()
                * problem.rhoA()
                * problem.rhoA()
                / (problem.target().k() + 2);
        double beta = (Math.PI - 1) / (2 * Math.PI);
        return 2 * problem.m2().value() * d * d / (beta * problem.m4() * (square + d * d));
    }
}
