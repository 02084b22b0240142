package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.model.InvalidField;
import lemmata.model.Target;

/// Where epoch II begins: bounds on the output weights, how far their parts point against a*, and on the angle.
///
/// E₀ ≥ (−a₁x₀)₊ + (−a₂y₀)₊
///
/// Sanity points: at a₀ = a* E₀ is 0; at a₀ = −a* it is ‖a*‖². **Source.** theorem.Convergence.
///
/// @param reach bounds on |x|, |y| and z
/// @param adverse E₀
/// @param angle bound on φ₀
public record Entry(Reach reach, double adverse, double angle) {

    /// Checks all; an angle that is too wide is a [Hypothesis] that is not met.
    ///
    /// @throws InvalidField naming `reach`, `adverse` or `angle`
    public Entry {
        if (!(Math.min(Math.min(reach.x(), reach.y()), reach.z()) >= 0)) {
            throw new InvalidField("reach", reach + " is no set of bounds: give numbers from 0 on");
        }
        if (!(adverse >= 0)) {
            throw new InvalidField("adverse", adverse + " is no bound on a positive part: give a number from 0 on");
        }
        if (!(angle >= 0)) {
            throw new InvalidField("angle", angle + " is no angle: give radians from 0 on");
        }
    }

    /// That of one state.
    @Statement("theorem.Convergence/S5")
    public static Entry of(Target target, LumpedState state) {
        double along = Math.max(0, -target.along() * state.x());
        double across = Math.max(0, -target.across() * state.y());
        Reach reach = new Reach(Math.abs(state.x()), Math.abs(state.y()), state.z());
        return new Entry(reach, along + across, Observation.of(target, state, 0).angle());
    }

    /// Whether φ ≤ π/2 and aᵀa* ≥ 0 hold here and last without noise: they, and 1ᵀa·1ᵀa* ≤ (1ᵀa*)².
    @Statement("theorem.Convergence/S5")
    public static boolean isLasting(Target target, LumpedState state) {
        double along = target.along() * state.x();
        return state.c() >= 0 && along + target.across() * state.y() >= 0 && along <= target.along() * target.along();
    }
}
