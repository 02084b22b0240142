package lemmata.landscape;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// The spurious point is the minimum of the loss over a whole half-space, not only near by.
///
/// āᵀa* ≤ 0 ⇒ L(w, a) ≥ L(w̄, ā) for all w on the sphere and all a with aᵀa* ≤ 0
///
/// because L(w, a) = L(−r w*, a) − r g(φ) aᵀa*/2π. **Source.** landscape.HalfSpaceMinimum.
public final class HalfSpaceMinimum {

    private HalfSpaceMinimum() {}

    /// Whether (w̄, ā) itself lies in the half-space {aᵀa* ≤ 0} and so is its minimum; exact. Also true for a* = 0, k =
    /// 1.
    @Statement("landscape.HalfSpaceMinimum/S2")
    public static boolean containsSpurious(Teacher teacher) {
        return LocalMinimality.alignmentSign(teacher) <= 0;
    }

    /// L(w, a) − L(−r w*, a) = −r g(φ) aᵀa*/2π: not negative on the half-space; within [#rotationGainError].
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement("landscape.HalfSpaceMinimum/S1")
    public static double rotationGain(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        double g = AngleKernel.g(Angle.between(student.w(), teacher.w()));
        double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
        return -Vectors.length(student.w()) * g * d / (2 * Math.PI);
    }

    /// Bound on the error of [#rotationGain]: 70u relative, and the double-double noise of aᵀa*.
    public static double rotationGainError(Teacher teacher, Student student) {
        double g = AngleKernel.g(Angle.between(student.w(), teacher.w()));
        double product = Vectors.length(student.w()) * Vectors.length(student.a()) * Vectors.length(teacher.a());
        return 70 * RoundOff.U * Math.abs(rotationGain(teacher, student))
                + RoundOff.doubleDouble(student.k() + 8) * g * product
                + RoundOff.UNDERFLOW * (1 + Vectors.length(student.w()) + product);
    }
}
