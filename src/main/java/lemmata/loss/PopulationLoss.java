package lemmata.loss;

import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;

/// Population loss of the student against the teacher, with the factor ½.
///
/// L = ½ E(f* − f)² = 1/(4π) · [ σ² + (π−1)‖δ‖² + 2 r (π − g(φ)) aᵀa* ], δ = r a − a*, σ = 1ᵀδ
///
/// Zero at (w*, a*); at (−w*, 0) it is (s*² + (π−1)‖a*‖²)/4π. Every term vanishes on its own at the optimum, and the
/// last one, if negative, is at most 0.74 of the second: no cancellation anywhere.
/// **Shapes.** Teacher and student with the same p ≥ 1 and k ≥ 1; w ≠ 0 on the sphere or off it.
/// **Accuracy.** Within [#error], a bound relative to L. **Source.** loss.PopulationLoss.
public final class PopulationLoss {

    private PopulationLoss() {}

    /// L(w, a) against the teacher (w*, a*).
    ///
    /// @throws lemmata.model.InvalidField if the shapes differ
    @Statement({"loss.PopulationLoss/S1", "loss.PopulationLoss/S2", "loss.PopulationLoss/S3", "loss.PopulationLoss/S5"})
    public static double at(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        Angle angle = Angle.between(student.w(), teacher.w());
        return (weights(residual) + filter(residual, angle)) / (4 * Math.PI);
    }

    /// Bound on the error of [#at]: 12u of the first two terms, 68u of the third, and the double-double noise in δ and
    /// σ.
    @Statement("loss.PopulationLoss/S4")
    public static double error(Teacher teacher, Student student) {
        Residual residual = Residual.of(teacher, student);
        Angle angle = Angle.between(student.w(), teacher.w());
        double noise = residual.noise();
        double slope = (Math.PI - 1) * residual.size() + Math.sqrt(residual.k()) * Math.abs(residual.sigma());
        double product = residual.r() * residual.sizeA() * residual.sizeAStar();
        return (12 * RoundOff.U * weights(residual)
                                + 68 * RoundOff.U * Math.abs(filter(residual, angle))
                                + 2 * noise * slope
                                + (residual.k() + Math.PI) * noise * noise
                                + 2 * RoundOff.doubleDouble(residual.k() + 8) * AngleKernel.piMinusG(angle) * product)
                        / (4 * Math.PI)
                + RoundOff.UNDERFLOW * (1 + residual.r() + product);
    }

    /// σ² + (π−1)‖δ‖²: what the output weights cost when the filters agree.
    private static double weights(Residual residual) {
        double size = residual.size();
        return residual.sigma() * residual.sigma() + (Math.PI - 1) * (size * size);
    }

    /// 2 r (π − g(φ)) aᵀa*: what the angle costs.
    private static double filter(Residual residual, Angle angle) {
        return 2 * residual.r() * AngleKernel.piMinusG(angle) * residual.d();
    }
}
