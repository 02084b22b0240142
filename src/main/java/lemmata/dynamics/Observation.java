package lemmata.dynamics;

import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.LaneFunctions;
import lemmata.num.Vectors;

/// What is recorded of a run: functions of the lumped state.
///
/// L = 1/4π · [ (1ᵀ(a−a*))² + (π−1)‖a−a*‖² + 2(π−g(φ)) aᵀa* ]
///
/// All zero but `alignment` and `t` at the optimum. **Source.** dynamics.LumpedChain/S3.
///
/// @param t number of steps taken
/// @param loss L
/// @param filterError ‖w − w*‖²
/// @param outputError ‖a − a*‖²
/// @param alignment aᵀa*
/// @param angle φ
public record Observation(
        long t,
        double loss,
        double filterError,
        double outputError,
        double alignment,
        @Radians double angle) {

    /// At a state.
    @Statement("dynamics.LumpedChain/S3")
    public static Observation of(Target target, LumpedState state, long t) {
        LumpedState optimum = LumpedState.optimum(target);
        Angle angle = new Angle(
                Angle.radians(LaneFunctions.angle(state.s(), state.c())),
                Angle.radians(LaneFunctions.angle(state.s(), -state.c())));
        double outputError = state.outputDistance(optimum);
        double sum = target.k() * (state.x() - target.along()) * (state.x() - target.along());
        double alignment = state.x() * target.along() + state.y() * target.across();
        double loss = (sum + (Math.PI - 1) * outputError + 2 * AngleKernel.piMinusG(angle) * alignment) / (4 * Math.PI);
        return new Observation(t, loss, state.filterDistance(optimum), outputError, alignment, angle.phi());
    }

    /// Bounds on the errors of [#of] at the lumped state of a student on the sphere, next to the exact functions of it.
    ///
    /// With e of [LumpingError#unit] and A = ‖a‖ + ‖a*‖: (k+8)eA², 8e(‖w−w*‖ + e), 8eA², 8eA², 4e.
    @Statement("dynamics.LumpedChain/S3")
    public static Observation error(Teacher teacher, Student student) {
        double unit = LumpingError.unit(teacher.p(), teacher.k());
        double size = Vectors.length(student.a()) + Vectors.length(teacher.a());
        double apart = Vectors.length(Vectors.map((entry, star) -> entry - star, student.w(), teacher.w()));
        return new Observation(
                0,
                (teacher.k() + 8) * unit * size * size,
                8 * unit * (apart + unit),
                8 * unit * size * size,
                8 * unit * size * size,
                Angle.radians(4 * unit));
    }
}
