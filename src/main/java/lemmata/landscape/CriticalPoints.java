package lemmata.landscape;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.claim.UnitSphere;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.PiLinear;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// All critical points of the loss on the sphere: the optimum, the spurious point, and a sphere of saddles between
/// them.
///
/// Saddles exist iff p ≥ 2 and q < 1 + (k−1)/π, at φ_c with g(φ_c) = 1 − (π−1)q/(π−1+k−q), a_c = M⁻¹(11ᵀ + (g−1)I)a*
///
/// For q = 0, φ_c = π/2 and a_c = 0; as q rises to the threshold φ_c rises to π. On them aᵀa* = 0.
/// **Source.** landscape.CriticalPoints.
public final class CriticalPoints {

    private static final int NEWTON_STEPS = 8;

    private CriticalPoints() {}

    /// φ_c, if there are saddles; ψ_c = π − φ_c is within [#saddleAngleError].
    @Statement({"landscape.CriticalPoints/S1", "landscape.CriticalPoints/S3"})
    public static Optional<Angle> saddleAngle(Teacher teacher) {
        if (teacher.p() == 1 || !LocalMinimality.holds(teacher)) {
            return Optional.empty();
        }
        double level = level(teacher);
        double psi = Functions.cbrt(3 * level);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            @Radians double iterate = Angle.radians(Math.min(psi, Math.PI / 2));
            psi = iterate
                    - (AngleKernel.g(Angle.ofRadians(iterate).supplement()) - level)
                            / (iterate * Functions.sin(iterate));
        }
        return Optional.of(
                Angle.ofRadians(Angle.radians(Math.min(psi, Math.PI / 2))).supplement());
    }

    /// Bound on the error of ψ_c: 20u relative, for the level's 2u, those of v, and Newton's last step.
    @Statement("landscape.CriticalPoints/S3")
    public static double saddleAngleError(Angle saddle) {
        return 20 * RoundOff.U * saddle.psi();
    }

    /// The saddle (w, a_c) for a unit filter w at angle φ_c to w*; a_cᵀa* = 0; within [#saddleError].
    @Statement({"landscape.CriticalPoints/S1", "landscape.CriticalPoints/S2"})
    public static Student saddle(Teacher teacher, double @UnitSphere [] w) {
        double g = AngleKernel.g(Angle.between(w, teacher.w()));
        double sum = Vectors.sum(teacher.a()).doubleValue();
        return new Student(w, OutputSystem.solve(Vectors.map(entry -> sum + (g - 1) * entry, teacher.a())));
    }

    /// Bound on the norm of the error of a_c in [#saddle].
    @Statement("landscape.CriticalPoints/S3")
    public static double saddleError(Teacher teacher) {
        double alignment = Math.sqrt(teacher.q() * teacher.k());
        return (44 + 8 * alignment) * RoundOff.U * Vectors.length(teacher.a()) + RoundOff.UNDERFLOW;
    }

    /// g(φ_c) = [π(‖a*‖² − s*²) + (k−1)‖a*‖²] / [π‖a*‖² + (k−1)‖a*‖² − s*²] in (0, 1], within 2u relative: both are
    /// evaluated exactly but for the digits of π, because the first cancels at the threshold.
    private static double level(Teacher teacher) {
        ExactMoments exact = ExactMoments.of(teacher);
        BigDecimal excess = PiLinear.of(exact.square().subtract(exact.sumSquared()), exact.others());
        BigDecimal range = PiLinear.of(exact.square(), exact.others().subtract(exact.sumSquared()));
        return excess.divide(range, MathContext.DECIMAL128).doubleValue();
    }
}
