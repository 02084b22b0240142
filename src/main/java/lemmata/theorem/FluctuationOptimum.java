package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.Fluctuation.Pole;

/// How much P-GD shakes near the optimum, to leading order in η and in ρ_w.
///
/// E‖a − a_∞‖² = ηρ_a²πk/(4π(k+2)) + ηρ_w²B(π−1+q)/(4π(p+2)), E‖w − w*‖² = (p−1)ησ²/B
///
/// Both 0 without noise. σ² is the variance of a tangent coordinate of the gradient in w at (w*, a*).
/// **Source.** theorem.Fluctuation/S3.
///
/// @param problem teacher and noise
/// @param eta step size η
public record FluctuationOptimum(Problem problem, double eta) {

    /// E‖a − a_∞‖², leading order.
    @Statement({"theorem.Fluctuation/S3", "theorem.Fluctuation/S5"})
    public double output() {
        Target target = problem.target();
        double first = target.along() * target.along();
        double filter = ((Math.PI - 1) * problem.square() + target.k() * first) * coordinate();
        return eta / (4 * Math.PI) * (Math.PI * target.k() * drawn() + filter);
    }

    /// The same for a filter that stays at w*, exact: V_x + V_y of ξ, and V of ε along 1 and in the other k−1
    /// directions.
    @Statement("theorem.Fluctuation/S3")
    public double outputAtTarget() {
        Target target = problem.target();
        Fluctuation fluctuation = new Fluctuation(problem, Reading.Output.RADIAL, eta);
        FluctuationMoments moments = FluctuationMoments.of(fluctuation, Pole.TARGET);
        double first = target.along() * target.along();
        double second = target.across() * target.across();
        return fluctuation.coordinate(target.top())
                + (target.k() - 1) * fluctuation.coordinate(Math.PI - 1)
                + fluctuation.variance(target.top(), first * moments.along().value())
                + fluctuation.variance(Math.PI - 1, second * moments.across().value());
    }

    /// E‖w − w*‖² = (p−1)ησ²/B, leading order.
    @Statement({"theorem.Fluctuation/S3", "theorem.Fluctuation/S5"})
    public double filter() {
        return (problem.p() - 1) * eta * slope() / problem.square();
    }

    /// σ² = ρ_w²/(4π²(p+2)) · E(πB + s*s_ε + s_ε² + (2π−1)d_ε + (π−1)‖ε‖²)², with E(·)² = (πB)² + 2πB E Q + E L² + E
    /// Q²: Q = εᵀMε, L the part that is linear in ε.
    @Statement("theorem.Fluctuation/S3")
    public double slope() {
        double norm = Math.PI * problem.square();
        double k = problem.target().k();
        double slope = 2 * Math.PI - 1;
        double first = k * problem.target().along() * problem.target().along();
        double linear = drawn() * (first * (k + 2 * slope) + slope * slope * problem.square());
        double square = norm * norm + 2 * norm * Math.PI * k * drawn() + linear + quartic(problem);
        return coordinate() / (4 * Math.PI * Math.PI) * square;
    }

    /// E(εᵀMε)² = ρ_a⁴((tr M)² + 2 tr M²)/((k+2)(k+4)), tr M = πk, tr M² = Λ² + (k−1)(π−1)².
    @Statement("theorem.Fluctuation/S6")
    static double quartic(Problem problem) {
        double k = problem.target().k();
        double top = problem.target().top();
        double rest = Math.PI - 1;
        double squares = top * top + (k - 1) * rest * rest;
        double rhoA = problem.rhoA() * problem.rhoA();
        return rhoA * rhoA * (Math.PI * k * Math.PI * k + 2 * squares) / ((k + 2) * (k + 4));
    }

    /// ρ_a²/(k+2).
    private double drawn() {
        return problem.rhoA() * problem.rhoA() / (problem.target().k() + 2.0);
    }

    /// ρ_w²/(p+2).
    private double coordinate() {
        return problem.rhoW() * problem.rhoW() / (problem.p() + 2.0);
    }
}
