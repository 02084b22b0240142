package lemmata.loss;

import lemmata.claim.FilterSpace;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// Riemannian Hessian of the population loss in the filter, at the point ŵ of the unit sphere and fixed weights a.
///
/// Hess = (d/2π) · [ (π−φ) cos φ P_w − sin φ uuᵀ ], u = t/‖t‖, d = aᵀa*
///
/// (d/2) P_w at φ = 0, zero at φ = π. Its eigenvalues are [#along] on the direction to w* and [#across], p − 2 times.
/// **Shapes.** Tangent vectors of length p. **Accuracy.** [#error] for both eigenvalues, [#timesError] for products.
/// **Source.** loss.SphereHessian.
public final class SphereHessian {

    private SphereHessian() {}

    /// Eigenvalue on the great circle through w and w*: (d/2π)[(π−φ) cos φ − sin φ].
    @Statement("loss.SphereHessian/S1")
    public static double along(Teacher teacher, Student student) {
        Angle angle = angle(teacher, student);
        return factor(teacher, student) * (angle.psi() * Functions.cos(angle.phi()) - sine(angle));
    }

    /// Eigenvalue on the p − 2 directions orthogonal to that circle: (d/2π)(π−φ) cos φ.
    @Statement("loss.SphereHessian/S1")
    public static double across(Teacher teacher, Student student) {
        Angle angle = angle(teacher, student);
        return factor(teacher, student) * angle.psi() * Functions.cos(angle.phi());
    }

    /// Hess · x for a displacement x of length p, within [#timesError]; its part along w is projected away first.
    ///
    /// @throws InvalidField if the shapes differ
    @Statement({"loss.SphereHessian/S1", "loss.SphereHessian/S2"})
    public static double @FilterSpace [] times(Teacher teacher, Student student, double @FilterSpace [] x) {
        if (x.length != student.p()) {
            throw new InvalidField("x", "has length " + x.length + ", the filter has " + student.p());
        }
        double across = across(teacher, student);
        double @FilterSpace [] toTeacher = directionToTeacher(teacher, student);
        double bend = factor(teacher, student)
                * sine(angle(teacher, student))
                * Vectors.dot(toTeacher, x).doubleValue();
        return Vectors.map(
                (tangent, direction) -> across * tangent - bend * direction,
                Vectors.rejection(student.w(), x),
                toTeacher);
    }

    /// Bound on the error of both eigenvalues: 56u of |d|/2π (ψ + sin φ), and the double-double noise in d.
    @Statement("loss.SphereHessian/S3")
    public static double error(Teacher teacher, Student student) {
        Angle angle = angle(teacher, student);
        double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
        double d = RoundOff.U * Math.abs(factor(teacher, student)) * 56;
        return (d + RoundOff.doubleDouble(student.k() + 8) * product) * (angle.psi() + sine(angle))
                + RoundOff.UNDERFLOW * (1 + product);
    }

    /// Bound on the norm of the error of [#times]: ‖x‖ times [#error] and 32u of |d|/2π (ψ + sin φ), for the
    /// directions.
    @Statement("loss.SphereHessian/S3")
    public static double timesError(Teacher teacher, Student student, double @FilterSpace [] x) {
        Angle angle = angle(teacher, student);
        double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
        double size = Math.abs(factor(teacher, student)) * (angle.psi() + sine(angle));
        return Vectors.length(x) * (error(teacher, student) + 32 * RoundOff.U * size)
                + RoundOff.UNDERFLOW * (1 + product);
    }

    /// aᵀa*/2π.
    private static double factor(Teacher teacher, Student student) {
        return Vectors.dot(student.a(), teacher.a()).doubleValue() / (2 * Math.PI);
    }

    /// u, the unit tangent vector at ŵ that points to w*; zero at φ = 0 and φ = π, where there is none.
    private static double @FilterSpace [] directionToTeacher(Teacher teacher, Student student) {
        double @FilterSpace [] tangent = Vectors.rejection(student.w(), teacher.w());
        double length = Vectors.length(tangent);
        return length == 0 ? tangent : Vectors.map(entry -> entry / length, tangent);
    }

    private static Angle angle(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        return Angle.between(student.w(), teacher.w());
    }

    /// sin φ from the smaller of φ and π − φ, accurate relative to its size.
    private static double sine(Angle angle) {
        return Functions.sin(Math.min(angle.phi(), angle.psi()));
    }
}
