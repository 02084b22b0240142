package lemmata.proof;

import java.util.Arrays;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.proof.ClosedForms.Rounded;
import lemmata.smoothing.NoiseMoments;

/// What the printed forms take, with bounds of its error, from what the lemma code takes.
///
/// Errors are counted in u to first order: of n roundings the rest is below n²u², that is below 2⁻⁴⁰ of nu.
final class FormInputs {

    /// 1, and what is not of first order.
    static final double SECOND_ORDER = 1 + 0x1p-40;

    private FormInputs() {}

    static Rounded m1(NoiseMoments moments) {
        return within(1, 1 + moments.m1Excess().value());
    }

    static Rounded m2(NoiseMoments moments) {
        return within(1, 1 + moments.m2Excess().value());
    }

    /// `Math.PI` is within 1.2u of π, and the difference, below 4, is rounded by at most 2u.
    static Rounded h(NoiseMoments moments) {
        double deficit = moments.hDeficit().value();
        return new Rounded(Math.PI - deficit, 4 * RoundOff.U);
    }

    /// ‖w‖, a double-double rounded once.
    static Rounded length(Student student) {
        return within(2, Vectors.norm(student.w()).doubleValue());
    }

    static Rounded phi(Teacher teacher, Student student) {
        Angle angle = Angle.between(student.w(), teacher.w());
        return new Rounded(angle.phi(), angle.phiError());
    }

    /// A number that is known to so many u of it, to first order.
    static Rounded within(double ulps, double value) {
        return new Rounded(value, ulps * RoundOff.U * Math.abs(value) * SECOND_ORDER);
    }

    static Rounded[] exactly(double[] x) {
        return Arrays.stream(x).mapToObj(ClosedForms::exact).toArray(Rounded[]::new);
    }

    /// The exact unit vector in the direction of a unit vector in doubles, whose norm is within 8u of 1.
    static Rounded[] unit(double[] w) {
        return Arrays.stream(w).mapToObj(entry -> within(8, entry)).toArray(Rounded[]::new);
    }
}
