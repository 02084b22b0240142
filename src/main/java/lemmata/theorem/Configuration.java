package lemmata.theorem;

import lemmata.model.InvalidField;
import lemmata.model.Target;

/// A problem with the noise and the step size of one epoch, and what is asked of it.
///
/// Unlike a [Problem] it may be one of which the repaired theorems say nothing: p = 1, a* = 0.
///
/// @param target the teacher's a*
/// @param p length of the filter
/// @param rhoW radius ρ_w of ξ
/// @param rhoA radius ρ_a of ε
/// @param eta step size η
/// @param gamma squared error γ that epoch II is to reach; not looked at in epoch I
/// @param delta failure probability δ
public record Configuration(Target target, int p, double rhoW, double rhoA, double eta, double gamma, double delta) {

    private static final double MAX = 1e6;

    /// Checks all; what a theorem excludes is its [Hypothesis], not an error.
    ///
    /// @throws InvalidField naming `p`, `rhoW`, `rhoA`, `eta`, `gamma` or `delta`
    public Configuration {
        require(p >= 1, "p", p + " is no length of a filter: give at least 1");
        require(rhoW >= 0 && rhoW <= MAX, "rhoW", rhoW + " is no radius: give a number from 0 to " + MAX);
        require(rhoA >= 0 && rhoA <= MAX, "rhoA", rhoA + " is no radius: give a number from 0 to " + MAX);
        require(eta > 0 && eta <= MAX, "eta", eta + " is no step size: give a positive number up to " + MAX);
        require(
                gamma > 0 && gamma <= MAX,
                "gamma",
                gamma + " is no squared error: give a positive number up to " + MAX);
        require(delta > 0 && delta < 1, "delta", delta + " is no failure probability: give a number in (0, 1)");
    }

    private static void require(boolean right, String field, String remedy) {
        if (!right) {
            throw new InvalidField(field, remedy);
        }
    }

    /// The same for the repaired theorems.
    ///
    /// @throws InvalidField if p = 1 or a* = 0
    public Problem problem() {
        return new Problem(target, p, rhoW, rhoA);
    }
}
