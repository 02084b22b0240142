package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.SphereRule;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedKernel;

/// How much the output weights of P-GD go on shaking once their mean has settled.
///
/// Var d = V_ε + V_ξ, V_ε = ηρ_a²B(π−1+q)m₄/(4πm₂(k+2)) and V_ξ free of ρ_a, both to leading order in η
///
/// V_ε is 0 for ρ_a = 0, V_ξ for ρ_w = 0. The exact ones solve the recursions of second moments: V_ε on every path of
/// the filter, V_ξ at a filter that stands still at ±w*. **Shapes.** Numbers. **Source.** theorem.Fluctuation.
///
/// @param problem teacher and noise
/// @param reading of the gradient in a; with UNIT r̃ is 1
/// @param eta step size η > 0
public record Fluctuation(Problem problem, Reading.Output reading, double eta) {

    /// Bound on the relative error of the closed forms, in units of 2⁻⁵³.
    public static final double ULPS = 64;

    /// The angles at which V_ξ is computed: w = w*, w = −w*.
    public enum Pole {
        /// φ = 0.
        TARGET,
        /// φ = π.
        OPPOSITE;

        /// The angle.
        public Angle angle() {
            Angle zero = Angle.ofRadians(Angle.radians(0));
            return this == TARGET ? zero : zero.supplement();
        }

        /// Its cosine.
        double cosine() {
            return this == TARGET ? 1 : -1;
        }
    }

    /// m₂ = E r̃².
    double m2() {
        return reading == Reading.Output.RADIAL ? problem.m2().value() : 1;
    }

    /// m₄ = E r̃⁴.
    double m4() {
        return reading == Reading.Output.RADIAL ? problem.m4() : 1;
    }

    /// α = η/2π times an eigenvalue of M: Λ = π−1+k along 1, π−1 across.
    private double alpha(double eigenvalue) {
        return eta * eigenvalue / (2 * Math.PI);
    }

    private double along() {
        return problem.target().top();
    }

    private static double across() {
        return Math.PI - 1;
    }

    /// Whether variances stay bounded: αm₄ < 2m₂ for the larger α, along 1.
    @Statement("theorem.Fluctuation/S1")
    public boolean isStable() {
        return alpha(along()) * m4() < 2 * m2();
    }

    /// v after a step from variance v of a coordinate with eigenvalue μ, from ε alone:
    /// (1 − 2αm₂ + α²m₄)v + α²m₄ρ_a²/(k+2).
    @Statement("theorem.Fluctuation/S1")
    public double next(double eigenvalue, double v) {
        double alpha = alpha(eigenvalue);
        return v - alpha * (2 * m2() - alpha * m4()) * v + alpha * alpha * m4() * drawn();
    }

    /// αm₄ρ_a²/((k+2)(2m₂ − αm₄)): the variance at which [#next] stands still.
    @Statement("theorem.Fluctuation/S1")
    public double coordinate(double eigenvalue) {
        double alpha = alpha(eigenvalue);
        return alpha * m4() * drawn() / (2 * m2() - alpha * m4());
    }

    /// ρ_a²/(k+2), the variance of a coordinate of ε.
    private double drawn() {
        return problem.rhoA() * problem.rhoA() / (problem.target().k() + 2.0);
    }

    /// V_ε, exact: a₁² times that along 1 plus a₂² times that across.
    @Statement({"theorem.Fluctuation/S1", "theorem.Fluctuation/S5"})
    public double fromOutputNoise() {
        double first = problem.target().along() * problem.target().along();
        double second = problem.target().across() * problem.target().across();
        return first * coordinate(along()) + second * coordinate(across());
    }

    /// V_ε to leading order: ηρ_a²B(π−1+q)m₄/(4πm₂(k+2)), less than the exact one.
    @Statement({"theorem.Fluctuation/S1", "theorem.Fluctuation/S4"})
    public double leading() {
        double first = problem.target().along() * problem.target().along();
        double size = across() * problem.square() + problem.target().k() * first;
        return eta * drawn() * size * m4() / (4 * Math.PI * m2());
    }

    /// V_ξ for a filter that stays at a pole, exact:
    /// (η/2π)[a₁⁴E₁/(Λ(2m₂−α₁m₄)) + a₂⁴E₂/((π−1)(2m₂−α₂m₄)) + 2a₁²a₂²E₁₂/((Λ+π−1)m₂ − (η/2π)Λ(π−1)m₄)].
    @Statement({"theorem.Fluctuation/S2", "theorem.Fluctuation/S5"})
    public double fromFilterNoise(Pole pole) {
        FluctuationMoments moments = FluctuationMoments.of(this, pole);
        double first = problem.target().along() * problem.target().along();
        double second = problem.target().across() * problem.target().across();
        double cross = (along() + across()) * m2() - alpha(along()) * across() * m4();
        return first * variance(along(), first * moments.along().value())
                + second * variance(across(), second * moments.across().value())
                + eta / Math.PI * first * second * moments.cross().value() / cross;
    }

    /// (η/2π)E/(μ(2m₂ − αm₄)): variance of a coordinate that is driven by noise of second moment (η/2π)²E.
    double variance(double eigenvalue, double moment) {
        return eta / (2 * Math.PI) * moment / (eigenvalue * (2 * m2() - alpha(eigenvalue) * m4()));
    }

    /// V_ξ to leading order in η as ρ_w → ∞, RADIAL, q = 0, at every angle:
    /// (ηB²/4π(π−1))[Var g + (g₀−1)²(1 − 2(p+2)²/(p+1)(p+3) + (p+2)³/(p+1)²(p+4))], about 0.0917ηB²/p.
    @Statement("theorem.Fluctuation/S2")
    public double largeNoise() {
        double p = problem.p();
        double excess = SmoothedKernel.isotropic(problem.p()).value() - 1;
        double third = (p + 2) * (p + 2) / ((p + 1) * (p + 3));
        double fourth = (p + 2) * (p + 2) * (p + 2) / ((p + 1) * (p + 1) * (p + 4));
        double spread = kernelVariance(problem.p()) + excess * excess * (1 - 2 * third + fourth);
        return eta * problem.square() * problem.square() * spread / (4 * Math.PI * across());
    }

    /// Var g(φ) over a uniform direction in R^p.
    @Statement("theorem.Fluctuation/S2")
    public static double kernelVariance(int p) {
        double mean = SmoothedKernel.isotropic(p).value();
        return new SphereRule(p)
                .mean((below, above) -> {
                    double cosine = (above - below) / 2;
                    double sine = Math.sqrt(below * above);
                    double off = (Math.PI - Functions.atan2(sine, cosine)) * cosine + sine - mean;
                    return Bounded.within(16, off * off);
                })
                .value();
    }

    /// The mean of d at a pole.
    @Statement({"theorem.Fluctuation/S4", "theorem.Fluctuation/S5"})
    public double mean(Pole pole) {
        NoiseMoments moments = NoiseMoments.ofOutput(reading, problem.noise(), pole.angle());
        return SmoothedEquilibrium.alignment(problem.target(), moments).value();
    }
}
