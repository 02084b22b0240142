package lemmata.loss;

import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// Gradient of the population loss in the output weights.
///
/// ∇_a L = r/2π · [ σ 1 + (π−1) δ + (π − g(φ)) a* ] = 1/2π · [ r²(11ᵀ + (π−1)I) a − r(11ᵀ + (g(φ)−1)I) a* ]
///
/// Zero at a = a*, w = w*, and at the spurious weights when w = −w*. The first form does not cancel near the optimum.
/// **Shapes.** Result: a new array of length k. **Accuracy.** Entry i is within entry i of [#error].
/// **Source.** loss.OutputGradient.
public final class OutputGradient {

    private OutputGradient() {}

    /// ∇_a L(w, a).
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement({"loss.OutputGradient/S1", "loss.OutputGradient/S3"})
    public static double @OutputSpace [] at(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        double excess = AngleKernel.piMinusG(Angle.between(student.w(), teacher.w()));
        double factor = residual.r() / (2 * Math.PI);
        return Vectors.map(
                (delta, target) -> factor * (residual.sigma() + (Math.PI - 1) * delta + excess * target),
                residual.delta(),
                teacher.a());
    }

    /// Bound on the error of each entry: u times the sizes of its three terms, and the double-double noise.
    @Statement("loss.OutputGradient/S2")
    public static double @OutputSpace [] error(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        double excess = AngleKernel.piMinusG(Angle.between(student.w(), teacher.w()));
        double factor = residual.r() / (2 * Math.PI);
        double noise = (Math.PI - 1 + Math.sqrt(residual.k())) * residual.noise();
        double sum = 7 * Math.abs(residual.sigma());
        return Vectors.map(
                (delta, target) ->
                        factor * (RoundOff.U * (sum + 18 * Math.abs(delta) + 68 * excess * Math.abs(target)) + noise)
                                + RoundOff.UNDERFLOW * (1 + residual.r() * (1 + Math.abs(target))),
                residual.delta(),
                teacher.a());
    }
}
