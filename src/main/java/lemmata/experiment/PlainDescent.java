package lemmata.experiment;

import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.Target;

/// The schedule of gradient descent: one step size, and steps enough for all but the slowest runs.
///
/// η = stiffness · 2π/(π−1+k + π‖a*‖²), steps = time/η, time = approach/‖a*‖² + 2 · 2π/(|āᵀa*| √τ), τ = 0.01
///
/// The denominator of η over 2π is λ₁ + ‖a*‖²/2, more than either second derivative of the loss at the optimum. A run
/// near the spurious point comes within τ of it after a time 2π/(|āᵀa*|√τ), since its angle to −w* falls like one over
/// the time; `approach` is for getting there. Where āᵀa* is next to 0 that takes for ever, and `most` is the limit.
///
/// @param stiffness η over the inverse of λ₁ + ‖a*‖²/2
/// @param approach a time of the gradient flow, for ‖a*‖ ≥ 1; 1/‖a*‖² times as long for less
/// @param most longest time, likewise
public record PlainDescent(double stiffness, double approach, double most) implements Recipe {

    /// For the table.
    public static final PlainDescent DEFAULT = new PlainDescent(1, 500, 20_000);

    private static final double ROOT_OF_TOLERANCE = 0.1;

    @Override
    public Schedule schedule(int p, Target target) {
        double eta = stiffness * unit(target);
        LumpedState spurious = LumpedState.spurious(target);
        double alignment = Math.abs(spurious.x() * target.along() + spurious.y() * target.across());
        double slowness = slowness(target);
        double settling = 4 * Math.PI / (ROOT_OF_TOLERANCE * alignment);
        return Schedule.of(new Stage(0, 0, eta, steps(Math.min(slowness * approach + settling, slowness * most), eta)));
    }

    /// 1/(λ₁ + ‖a*‖²/2): at a step size so large the stiffest direction of a settles in one step.
    static double unit(Target target) {
        return 2 * Math.PI / (target.top() + Math.PI * target.norm() * target.norm());
    }

    /// How much slower the filter turns for a short a*.
    static double slowness(Target target) {
        double square = target.norm() * target.norm();
        return square == 0 ? 1 : Math.max(1, 1 / square);
    }

    /// As many steps as take a time.
    static long steps(double time, double eta) {
        return Math.max(1, Math.round(time / eta));
    }
}
