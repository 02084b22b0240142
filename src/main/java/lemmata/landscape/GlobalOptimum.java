package lemmata.landscape;

import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;

/// The global optimum of the population loss: the teacher itself, with loss 0.
///
/// L(w, a) ≥ ((π−2)/8π) ‖r a − a*‖² ≥ 0 = L(w*, a*)
///
/// On the sphere it is the only zero if a* ≠ 0; off it the zeros are (c w*, a*/c), c > 0.
/// **Source.** landscape.GlobalOptimum.
public final class GlobalOptimum {

    private GlobalOptimum() {}

    /// The student (w*, a*).
    @Statement({"landscape.GlobalOptimum/S1", "landscape.GlobalOptimum/S2"})
    public static Student of(Teacher teacher) {
        return new Student(teacher.w(), teacher.a());
    }

    /// ((π−2)/8π) ‖r a − a*‖², below L everywhere; within [#lowerBoundError].
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement("landscape.GlobalOptimum/S3")
    public static double lowerBound(Teacher teacher, Student student) {
        double distance = distance(teacher, student);
        return (Math.PI - 2) / (8 * Math.PI) * (distance * distance);
    }

    /// Bound on the error of [#lowerBound]: 14u relative, and the double-double noise of r a − a*.
    public static double lowerBoundError(Teacher teacher, Student student) {
        double spread = Vectors.length(student.w()) * Vectors.length(student.a()) + Vectors.length(teacher.a());
        double noise = RoundOff.doubleDouble(student.p() + 16) * spread;
        return 14 * RoundOff.U * lowerBound(teacher, student)
                + noise * (distance(teacher, student) + noise)
                + RoundOff.UNDERFLOW;
    }

    /// ‖a*‖²/2, the eigenvalue of the Hessian at the optimum on the tangent space of the sphere; within 6u relative.
    @Statement("landscape.GlobalOptimum/S4")
    public static double filterCurvature(Teacher teacher) {
        return Vectors.dot(teacher.a(), teacher.a()).doubleValue() / 2;
    }

    /// (π−1)/2π, the eigenvalue of the Hessian at the optimum on the complement of 1 in R^k; on 1 it is (π−1+k)/2π.
    @Statement("landscape.GlobalOptimum/S4")
    public static double outputCurvature() {
        return (Math.PI - 1) / (2 * Math.PI);
    }

    /// ‖r a − a*‖.
    private static double distance(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        DD r = Vectors.norm(student.w());
        return Vectors.length(Vectors.map(
                (weight, target) -> r.multiply(weight).subtract(target).doubleValue(), student.a(), teacher.a()));
    }
}
