package lemmata.loss;

import lemmata.claim.OutputSpace;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;

/// What every formula of the loss sees of the output weights: how far r·a is from a*, r = ‖w‖.
///
/// δ = r a − a*, σ = 1ᵀδ = r s − s*, and the scalars s = 1ᵀa, d = aᵀa*, r.
///
/// All sums run in double-double, so that δ and σ keep u relative accuracy down to differences of 2⁻⁴⁷ of the weights.
/// **Accuracy.** Each field errs by at most u relative to itself, plus `noise` (δ: per vector norm; σ: times √k).
///
/// @param r norm of the student's filter
/// @param delta δ, length k
/// @param sigma σ
/// @param s 1ᵀa
/// @param d aᵀa*
/// @param sizeA ‖a‖
/// @param sizeAStar ‖a*‖
/// @param noise double-double error of δ in norm: (k+p+16) 2⁻¹⁰⁴ (r‖a‖ + ‖a*‖)
record Residual(
        double r,
        double @OutputSpace [] delta,
        double sigma,
        double s,
        double d,
        double sizeA,
        double sizeAStar,
        double noise) {

    static Residual of(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        double[] a = student.a();
        double[] aStar = teacher.a();
        DD r = Vectors.norm(student.w());
        DD s = Vectors.sum(a);
        double spread = r.doubleValue() * Vectors.length(a) + Vectors.length(aStar);
        return new Residual(
                r.doubleValue(),
                Vectors.map(
                        (weight, target) -> r.multiply(weight).subtract(target).doubleValue(),
                        student.a(),
                        teacher.a()),
                r.multiply(s).subtract(Vectors.sum(aStar)).doubleValue(),
                s.doubleValue(),
                Vectors.dot(a, aStar).doubleValue(),
                Vectors.length(a),
                Vectors.length(aStar),
                RoundOff.doubleDouble(student.k() + student.p() + 16) * spread);
    }

    /// ‖δ‖, within 3u relative plus `noise`.
    double size() {
        return Vectors.length(delta);
    }

    /// k.
    int k() {
        return delta.length;
    }
}
