package lemmata.dynamics;

import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Target;
import lemmata.num.LaneFunctions;

/// What is recorded of a run: functions of the lumped state.
///
/// L = 1/4π · [ (1ᵀ(a−a*))² + (π−1)‖a−a*‖² + 2(π−g(φ)) aᵀa* ]
///
/// All zero but `alignment` and `t` at the optimum. **Source.** dynamics.LumpedChain/S1.
///
/// @param t number of steps taken
/// @param loss L
/// @param filterError ‖w − w*‖²
/// @param outputError ‖a − a*‖²
/// @param alignment aᵀa*
/// @param angle φ
public record Observation(
        long t, double loss, double filterError, double outputError, double alignment, @Radians double angle) {

    /// At a state.
    @Statement("dynamics.LumpedChain/S1")
    public static Observation of(Target target, LumpedState state, long t) {
        LumpedState optimum = LumpedState.optimum(target);
        Angle angle = new Angle(
                Angle.radians(LaneFunctions.angle(state.s(), state.c())),
                Angle.radians(LaneFunctions.angle(state.s(), -state.c())));
        double outputError = state.outputDistance(optimum);
        double sum = target.k() * (state.x() - target.along()) * (state.x() - target.along());
        double alignment = state.x() * target.along() + state.y() * target.across();
        double loss = (sum + (Math.PI - 1) * outputError + 2 * AngleKernel.piMinusG(angle) * alignment)
                / (4 * Math.PI);
        return new Observation(t, loss, state.filterDistance(optimum), outputError, alignment, angle.phi());
    }
}
