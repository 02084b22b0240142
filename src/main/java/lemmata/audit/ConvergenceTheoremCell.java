package lemmata.audit;

import lemmata.dynamics.LumpedState;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Problem;
import lemmata.theorem.Region;

/// A problem of epoch II whose runs can be afforded, with the worst start that the theorem allows.
///
/// @param p length of the filter
/// @param target a*
/// @param rhoW radius of ξ
/// @param rhoA radius of ε
/// @param eta step size
/// @param gamma relative squared error γ
/// @param delta failure probability δ
public record ConvergenceTheoremCell(
        int p, Target target, double rhoW, double rhoA, double eta, double gamma, double delta) {

    /// Share of the largest E₀ that is allowed.
    private static final double NEARLY = 0.999;

    /// Teacher and noise.
    public Problem problem() {
        return new Problem(target, p, rhoW, rhoA);
    }

    /// φ₀ = 5π/12, both parts of a₀ against a*, E₀ next to 0.15λ₂, a rest as long as a*.
    public LumpedState worstStart() {
        double adverse = NEARLY * 0.15 * problem().lambdaAcross().low();
        double share = target.along() == 0 ? 0 : target.across() == 0 ? 1 : 0.5;
        double x = share == 0 ? 0 : -share * adverse / target.along();
        double y = share == 1 ? 0 : -(1 - share) * adverse / target.across();
        return at(x, y, target.norm());
    }

    /// The state at φ₀ = 5π/12 with given output weights.
    public LumpedState at(double x, double y, double z) {
        double cosine = Functions.cos(Region.ANGLE) + 0x1p-50;
        return new LumpedState(cosine, Math.sqrt((1 - cosine) * (1 + cosine)), x, y, target.k() > 2 ? z : 0);
    }

    /// The theorem from a start.
    public Convergence theorem(LumpedState start) {
        return new Convergence(problem(), Entry.of(target, start), gamma, delta);
    }

    /// The same with other noise.
    public ConvergenceTheoremCell withNoise(double radiusW, double radiusA) {
        return new ConvergenceTheoremCell(p, target, radiusW, radiusA, eta, gamma, delta);
    }

    /// The same at another step size.
    public ConvergenceTheoremCell withStep(double step) {
        return new ConvergenceTheoremCell(p, target, rhoW, rhoA, step, gamma, delta);
    }
}
