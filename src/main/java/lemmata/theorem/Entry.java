package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.model.Target;

/// Where epoch II may begin: φ ≤ 5π/12, bounds on the output weights, and how far their parts point against a*.
///
/// @param reach bounds on |x|, |y| and z
/// @param adverse E₀ ≥ (−a₁x)₊ + (−a₂y)₊
public record Entry(Reach reach, double adverse) {

    /// That of one state.
    @Statement("theorem.Convergence/S5")
    public static Entry of(Target target, LumpedState state) {
        double along = Math.max(0, -target.along() * state.x());
        double across = Math.max(0, -target.across() * state.y());
        return new Entry(new Reach(Math.abs(state.x()), Math.abs(state.y()), state.z()), along + across);
    }

    /// Whether φ ≤ π/2 and aᵀa* ≥ 0 hold here and last without noise: they, and 1ᵀa·1ᵀa* ≤ (1ᵀa*)².
    @Statement("theorem.Convergence/S5")
    public static boolean isLasting(Target target, LumpedState state) {
        double along = target.along() * state.x();
        return state.c() >= 0 && along + target.across() * state.y() >= 0 && along <= target.along() * target.along();
    }
}
