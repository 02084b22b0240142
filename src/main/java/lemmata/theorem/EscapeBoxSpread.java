package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.SphereCoordinate;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What P-GD does to aᵀa* = ‖a*‖y and to cos φ for q = 0, where a₀ = 0, whatever the path of the filter: bounds that
/// need no law of it.
///
/// y = n + ỹ, n⁺ = (1−αR)n − αRε, ỹ⁺ = (1−αR)ỹ + e, α = η(π−1)/2π, R = r̃² (1 for UNIT)
///
/// The pairs (R, ε) of the steps are independent, so n is symmetric with known moments: E n² rises to N = αm₄σ²/(2m₂ −
/// αm₄), σ² = ρ_a²/(k+2), and E n⁴ ≤ Q. E ỹ² ≤ s² with s of [#path]. Without noise on the output weights n = 0.
/// **Source.** theorem.EscapeBox/S3, S4, S6.
///
/// @param at a configuration with q = 0, p ≥ 2
/// @param output reading of the gradient in the output weights
public record EscapeBoxSpread(Configuration at, Reading.Output output) {

    private static final Angle ZERO = Angle.ofRadians(Angle.radians(0));

    /// Levels τ that are tried.
    private static final int LEVELS = 200;

    /// Relaxation times after which E n² is as good as N: e⁻⁴⁰ is lost.
    private static final double SETTLED = 20;

    /// cos 5π/12 from below.
    private static final double COSINE = 0.2588;

    /// α = η(π−1)/2π.
    private double alpha() {
        return at.eta() * (Math.PI - 1) / (2 * Math.PI);
    }

    private boolean radial() {
        return output == Reading.Output.RADIAL;
    }

    /// E|ξ|^{2j} = ρ^{2j} p/(p+2j).
    private double noise(int j) {
        double square = at.rhoW() * at.rhoW();
        double power = 1;
        for (int i = 0; i < j; i++) {
            power *= square;
        }
        return power * at.p() / (at.p() + 2.0 * j);
    }

    /// m₂ = E R.
    private double m2() {
        return radial() ? 1 + noise(1) : 1;
    }

    /// m₄ = E R².
    private double m4() {
        return radial() ? 1 + (2 + 4.0 / at.p()) * noise(1) + noise(2) : 1;
    }

    /// m₆ = E R³.
    private double m6() {
        return radial() ? 1 + 3 * noise(1) + 3 * noise(2) + noise(3) + 12.0 / at.p() * (noise(1) + noise(2)) : 1;
    }

    /// m₈ = E R⁴.
    private double m8() {
        double p = at.p();
        double even = 1 + 4 * noise(1) + 6 * noise(2) + 4 * noise(3) + noise(4);
        double mixed = 24 / p * (noise(1) + 2 * noise(2) + noise(3)) + 48 / (p * (p + 2)) * noise(2);
        return radial() ? even + mixed : 1;
    }

    /// m₂, m₄, m₆, m₈.
    @Statement({"theorem.EscapeBox/S3", "theorem.EscapeBox/S4"})
    public double[] moments() {
        return new double[] {m2(), m4(), m6(), m8()};
    }

    private double sigmaSquare() {
        return at.rhoA() * at.rhoA() / (at.target().k() + 2);
    }

    /// N, the limit of E n².
    @Statement("theorem.EscapeBox/S4")
    public double square() {
        return square(alpha());
    }

    private double square(double a) {
        return a * m4() * sigmaSquare() / (2 * m2() - a * m4());
    }

    /// Q ≥ E n⁴ at all times.
    @Statement("theorem.EscapeBox/S4")
    public double fourth() {
        return fourth(alpha());
    }

    private double fourth(double a) {
        double k = at.target().k();
        double rhoA = at.rhoA();
        double one = 3 * rhoA * rhoA * rhoA * rhoA / ((k + 2) * (k + 4));
        double cross = 6 * a * a * (m4() - 2 * a * m6() + a * a * m8()) * sigmaSquare() * square(a);
        double rate = a * (4 * m2() - 6 * a * m4() + 4 * a * a * m6() - a * a * a * m8());
        return (cross + a * a * a * a * m8() * one) / rate;
    }

    /// Steps after which E n² ≥ N(1 − e⁻⁴⁰).
    @Statement("theorem.EscapeBox/S4")
    public double settled() {
        return 2 * SETTLED / (alpha() * (2 * m2() - alpha() * m4()));
    }

    /// s with E ỹ² ≤ s² at all times: root of s² = ((1−λ)s + λY)² + (α sd(R) s + f)², λ = αm₂, Y the largest
    /// |c₂(φ)|‖a*‖, f = (η/2π)‖a*‖ sd(r̃(g̃−1)).
    @Statement({"theorem.EscapeBox/S3", "theorem.EscapeBox/S4"})
    public double path() {
        double lambda = alpha() * m2();
        double rest =
                Math.max(share(ZERO), share(ZERO.supplement())) * at.target().norm();
        double spread = alpha() * Math.sqrt(Math.max(0, m4() - m2() * m2()));
        double kernel = radial() ? new OutputPath(at.problem(), ZERO.supplement()).kernelSpread() : Math.PI / 2;
        double f = at.eta() / (2 * Math.PI) * at.target().norm() * kernel;
        double square = lambda * (2 - lambda) - spread * spread;
        double linear = 2 * (1 - lambda) * lambda * rest + 2 * spread * f;
        double constant = lambda * lambda * rest * rest + f * f;
        return (linear + Math.sqrt(linear * linear + 4 * square * constant)) / (2 * square);
    }

    private double share(Angle angle) {
        Bounded share = SmoothedEquilibrium.shareAcross(
                NoiseMoments.ofOutput(output, at.problem().noise(), angle));
        return Math.abs(share.value()) + share.error();
    }

    /// d_∞(0), the largest aᵀa* that a mean step rests at.
    @Statement("theorem.EscapeBox/S3")
    public Bounded greatest() {
        return SmoothedEquilibrium.alignment(
                at.target(), NoiseMoments.ofOutput(output, at.problem().noise(), ZERO));
    }

    /// Lower bound of P(aᵀa* ≤ 0) at every step from [#settled] on: the largest of ½(N−τ²)²/Q − s²/τ², 0 if none is
    /// positive.
    ///
    /// n ≤ −τ has half the probability of |n| ≥ τ, and ỹ > τ at most s²/τ².
    @Statement("theorem.EscapeBox/S4")
    public double negative() {
        double most = 0;
        double rest = path();
        for (int i = 1; i < LEVELS; i++) {
            double square = square() * i / LEVELS;
            double side = (square() * (1 - 0x1p-40) - square) * (square() * (1 - 0x1p-40) - square) / fourth() / 2;
            most = Math.max(most, side - rest * rest / square);
        }
        return most;
    }

    /// Bound on √E(aᵀa*)² at every step: ‖a*‖(√N + s).
    @Statement("theorem.EscapeBox/S3")
    public double size() {
        return at.target().norm() * (Math.sqrt(square()) + path());
    }

    /// Upper bound of P(aᵀa* ≥ level) at any one step, by Chebyshev.
    @Statement("theorem.EscapeBox/S3")
    public double above(double level) {
        return Math.min(1, size() * size() / (level * level));
    }

    /// Bound on E|cos φ_t − cos φ₀| for t ≤ `steps` under RADIAL,NETWORK: ηtD/2 + √(η²t)Γ₂ + η²tΓ₂²/2, D = [#size],
    /// Γ₂² ≥ E‖G‖².
    @Statement("theorem.EscapeBox/S6")
    public double turn(double steps) {
        double slope = slope();
        double time = at.eta() * steps;
        return time * size() / 2 + Math.sqrt(time * at.eta()) * slope + time * at.eta() * slope * slope / 2;
    }

    /// Γ₂: (Λρ_w A² + (π+1)‖a*‖A)/2π, A = ρ_a + Q₁^¼ + √(k−1) Q^¼ + 4‖a*‖m₄^¼/m₂ ≥ (E‖ã‖⁴)^¼, Q₁ that of the part
    /// along 1.
    private double slope() {
        double norm = at.target().norm();
        double along = fourth(at.eta() * at.target().top() / (2 * Math.PI));
        double rest = Math.sqrt(at.target().k() - 1) * root(fourth());
        double size = at.rhoA() + root(along) + rest + 4 * norm * root(m4()) / m2();
        return (at.target().top() * at.rhoW() * size * size + (Math.PI + 1) * norm * size) / (2 * Math.PI);
    }

    private static double root(double fourth) {
        return Math.sqrt(Math.sqrt(fourth));
    }

    /// Upper bound of P(φ_t ≤ 5π/12) at any one t ≤ `steps` from a uniform w₀, under RADIAL,NETWORK: the least of
    /// P(cos φ₀ ≥ cos 5π/12 − x) + [#turn]/x.
    @Statement("theorem.EscapeBox/S6")
    public double turned(double steps) {
        double turn = turn(steps);
        double least = 1;
        for (int i = 1; i < LEVELS; i++) {
            double x = COSINE * i / LEVELS;
            double start = SphereCoordinate.outside(at.p(), COSINE - x, 0).high() / 2;
            least = Math.min(least, start + turn / x);
        }
        return least;
    }
}
