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
final class FormInputs {

    private FormInputs() {}

    static Rounded m1(NoiseMoments moments) {
        return within(1, 1 + moments.m1Excess().value());
    }

    static Rounded m2(NoiseMoments moments) {
        return within(1, 1 + moments.m2Excess().value());
    }

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

    static Rounded within(double ulps, double value) {
        return new Rounded(value, ulps * RoundOff.U * Math.abs(value));
    }

    static Rounded[] exactly(double[] x) {
        return Arrays.stream(x).mapToObj(ClosedForms::exact).toArray(Rounded[]::new);
    }

    /// The exact unit vector in the direction of a unit vector in doubles, whose norm is within 8u of 1.
    static Rounded[] unit(double[] w) {
        return Arrays.stream(w).mapToObj(entry -> within(9, entry)).toArray(Rounded[]::new);
    }
}
