package lemmata.dynamics;

import java.util.Locale;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Target;

/// How a run has ended, by its last state alone.
///
/// **Source.** dynamics.Outcome.
public enum Outcome {
    /// ‖w − w*‖² ≤ τ and ‖a − a*‖² ≤ τ‖a*‖².
    CONVERGED,
    /// ‖w + w*‖² ≤ τ and ‖a − ā‖² ≤ τ‖a*‖².
    TRAPPED,
    /// Neither.
    UNDECIDED,
    /// A step was not taken because ‖a‖² exceeded [Divergence#LIMIT].
    DIVERGED;

    /// The largest τ that is accepted: a filter that counts as near an end is within π/3 of it. No state is both
    /// converged and trapped for any τ < 2.
    public static final double MAX_TOLERANCE = 1;

    /// Of a state after `taken` of `steps` steps.
    ///
    /// @param tolerance τ, in (0, [#MAX_TOLERANCE]]
    /// @throws InvalidField naming `tolerance`
    @Statement("dynamics.Outcome/S1")
    public static Outcome of(Target target, LumpedState state, long taken, long steps, double tolerance) {
        if (!(tolerance > 0 && tolerance <= MAX_TOLERANCE)) {
            throw new InvalidField("tolerance", tolerance + " is not in (0, 1]: give τ");
        }
        if (taken < steps) {
            return DIVERGED;
        }
        double output = tolerance * target.norm() * target.norm();
        if (isNear(state, LumpedState.optimum(target), tolerance, output)) {
            return CONVERGED;
        }
        return isNear(state, LumpedState.spurious(target), tolerance, output) ? TRAPPED : UNDECIDED;
    }

    private static boolean isNear(LumpedState state, LumpedState point, double filter, double output) {
        return state.filterDistance(point) <= filter && state.outputDistance(point) <= output;
    }

    /// `converged`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
