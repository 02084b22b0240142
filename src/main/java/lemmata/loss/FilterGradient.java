package lemmata.loss;

import lemmata.claim.FilterSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// Gradient of the population loss in the filter, on the sphere or off it.
///
/// ∇_w L = 1/2π · [ (s σ + (π−1) aᵀδ + (π − g(φ)) d) ŵ − (π−φ) d t ], ŵ = w/r, t = w* − cos φ ŵ, d = aᵀa*
///
/// Zero at w = w*, a = a*; its part along w is wᵀ∇_w L = aᵀ∇_a L (Euler), its part across is the tangent gradient.
/// **Shapes.** Result: a new array of length p. **Accuracy.** Entry i is within entry i of [#error].
/// **Source.** loss.FilterGradient.
public final class FilterGradient {

    private FilterGradient() {}

    /// ∇_w L(w, a).
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement({"loss.FilterGradient/S1", "loss.FilterGradient/S3"})
    public static double @FilterSpace [] at(Teacher teacher, Student student) {
        double radial = radial(teacher, student) / Vectors.length(student.w());
        return Vectors.map((w, tangent) -> radial * w + tangent, student.w(), TangentGradient.at(teacher, student));
    }

    /// Bound on the error of each entry: that of the radial coefficient times |ŵᵢ|, and that of the tangent gradient.
    @Statement("loss.FilterGradient/S2")
    public static double @FilterSpace [] error(Teacher teacher, Student student) {
        double length = Vectors.length(student.w());
        double radial = Math.abs(radial(teacher, student));
        double radialError = radialError(teacher, student) + 6 * RoundOff.U * radial;
        double tangentError = TangentGradient.error(teacher, student);
        return Vectors.map(
                (w, tangent) -> (radialError * Math.abs(w)) / length
                        + tangentError
                        + RoundOff.U * Math.abs(tangent)
                        + RoundOff.UNDERFLOW * (1 + Math.abs(w)),
                student.w(),
                TangentGradient.at(teacher, student));
    }

    /// ŵᵀ∇_w L = (s σ + (π−1) aᵀδ + (π − g) d)/2π.
    private static double radial(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        double excess = AngleKernel.piMinusG(Angle.between(student.w(), teacher.w()));
        double product = Vectors.dot(student.a(), residual.delta()).doubleValue();
        return (residual.s() * residual.sigma() + (Math.PI - 1) * product + excess * residual.d()) / (2 * Math.PI);
    }

    private static double radialError(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        double excess = AngleKernel.piMinusG(Angle.between(student.w(), teacher.w()));
        double rounded = 8 * Math.abs(residual.s() * residual.sigma())
                + 20 * residual.sizeA() * residual.size()
                + 68 * excess * Math.abs(residual.d());
        double noise = (2 * residual.k() + 12) * residual.sizeA() * residual.noise();
        return (RoundOff.U * rounded + noise) / (2 * Math.PI)
                + RoundOff.UNDERFLOW * (1 + residual.sizeA() * residual.sizeAStar());
    }
}
