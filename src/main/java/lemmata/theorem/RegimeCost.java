package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.model.Target;

/// What an epoch costs: a step size, and the steps until a theorem promises anything.
///
/// Both epochs together are the sum of their steps. **Source.** theorem.Regime/S5.
///
/// @param rhoW ρ_w
/// @param rhoA ρ_a
/// @param eta step size
/// @param steps burn-in
public record RegimeCost(double rhoW, double rhoA, double eta, double steps) {

    /// Epoch I as printed, all constants 1: ρ_w = kp², ρ_a = 1, the largest η, T₁.
    @Statement("theorem.Regime/S5")
    public static RegimeCost printedEscape(Target target, int p, double delta) {
        double rhoW = target.k() * (double) p * p;
        Configuration any = new Configuration(target, p, rhoW, 1, 1, 1, delta);
        double eta = new EscapeBox(any, EscapeBox.Scale.UNIT).largestStep();
        Configuration at = new Configuration(target, p, rhoW, 1, eta, 1, delta);
        return new RegimeCost(rhoW, 1, eta, new EscapeBox(at, EscapeBox.Scale.UNIT).burnIn());
    }

    /// Epoch II as printed, all constants 1: ρ_w = γ/(kp), ρ_a = 1, the largest η, T₂.
    @Statement("theorem.Regime/S5")
    public static RegimeCost printedConvergence(Target target, int p, double gamma, double delta) {
        double rhoW = gamma / (target.k() * (double) p);
        Configuration any = new Configuration(target, p, rhoW, 1, 1, gamma, delta);
        double eta = new ConvergenceBox(any, ConvergenceBox.Scale.UNIT).largestStep();
        Configuration at = new Configuration(target, p, rhoW, 1, eta, gamma, delta);
        return new RegimeCost(rhoW, 1, eta, new ConvergenceBox(at, ConvergenceBox.Scale.UNIT).burnIn());
    }

    /// Epoch I as proved, at a ρ_w above ρ_esc without noise on a, from all random starts but a share δ: the largest
    /// step found with T₁ ≤ η⁻²; ∞ if none is.
    @Statement("theorem.Regime/S5")
    public static RegimeCost provedEscape(Target target, int p, double rhoW, double delta) {
        Escape escape = new Escape(new Problem(target, p, rhoW, 0), Beginning.random(target, p, delta), delta);
        double eta = escape.largestPromising();
        return new RegimeCost(rhoW, 0, eta, eta > 0 ? escape.burnIn(eta) : Double.POSITIVE_INFINITY);
    }

    /// Epoch II as proved, from where epoch I with the noise `first` leads: the largest step found with T₂ ≤ η⁻²; ∞ if
    /// none is.
    @Statement("theorem.Regime/S5")
    public static RegimeCost provedConvergence(
            Target target, int p, double first, double rhoW, double gamma, double delta) {
        Entry entry = new Escape(new Problem(target, p, first, 0), Beginning.random(target, p, delta), delta).end();
        Convergence convergence = new Convergence(new Problem(target, p, rhoW, 0), entry, gamma, delta);
        double eta = convergence.largestPromising();
        return new RegimeCost(rhoW, 0, eta, eta > 0 ? convergence.burnIn(eta) : Double.POSITIVE_INFINITY);
    }
}
