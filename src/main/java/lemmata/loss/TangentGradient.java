package lemmata.loss;

import lemmata.claim.FilterSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// Tangential part of the filter gradient: the direction in which projected gradient descent moves w.
///
/// P_w ∇_w L = −((π−φ)/2π) · aᵀa* · P_w w*, P_w = I − ŵŵᵀ
///
/// Zero at φ = 0, at φ = π, and wherever aᵀa* = 0; it does not depend on ‖w‖. For p = 1 it is 0.
/// **Shapes.** Result: a new array of length p, orthogonal to w. **Accuracy.** Within [#error] in norm.
/// **Source.** loss.TangentGradient.
public final class TangentGradient {

    private TangentGradient() {}

    /// P_w ∇_w L(w, a).
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement({"loss.TangentGradient/S1", "loss.TangentGradient/S2"})
    public static double @FilterSpace [] at(Teacher teacher, Student student) {
        double factor = factor(teacher, student);
        return Vectors.map(entry -> 0 - factor * entry, Vectors.rejection(student.w(), teacher.w()));
    }

    /// Bound on the norm of the error: 32u of the result, and the double-double noise in aᵀa*.
    @Statement("loss.TangentGradient/S3")
    public static double error(Teacher teacher, Student student) {
        double across = Vectors.length(Vectors.rejection(student.w(), teacher.w()));
        double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
        return (32 * RoundOff.U * Math.abs(factor(teacher, student)) + RoundOff.doubleDouble(student.k() + 8) * product)
                        * across
                + RoundOff.UNDERFLOW * (1 + product);
    }

    /// (π−φ) aᵀa* / 2π, divided by ‖w*‖ because the teacher's doubles are unit only to rounding.
    private static double factor(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        double psi = Angle.between(student.w(), teacher.w()).psi();
        double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
        return psi * d / (2 * Math.PI * Vectors.length(teacher.w()));
    }
}
