package lemmata.audit;

import java.util.Arrays;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.smoothing.Reading;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// Gradients of the readings, and steps along the sphere, in the oracle's arithmetic, from the textbook's formulas.
///
/// @param w of the filter
/// @param a of the output weights
record ExactSlope(Apfloat[] w, Apfloat[] a) {

    private static final Apfloat TURN = Oracle.exact(2).multiply(Oracle.pi());

    /// The gradient of a reading at a student off the sphere.
    static ExactSlope of(Reading reading, Teacher teacher, Student at) {
        Oracle oracle = new Oracle(teacher, at);
        return new ExactSlope(filter(reading.w(), oracle, teacher), output(reading.a(), oracle, teacher, at));
    }

    /// r²/2π · Ma − r/2π · (11ᵀ + (g−1)I)a*, or the same with r = 1.
    private static Apfloat[] output(Reading.Output reading, Oracle oracle, Teacher teacher, Student at) {
        if (reading == Reading.Output.RADIAL) {
            return oracle.outputGradient();
        }
        Apfloat[] a = Oracle.exact(at.a());
        Apfloat[] star = Oracle.exact(teacher.a());
        Apfloat k = Oracle.exact(a.length);
        Apfloat sums = ExactVectors.mean(a).subtract(ExactVectors.mean(star)).multiply(k);
        Apfloat less = Oracle.pi().subtract(Oracle.exact(1));
        Apfloat excess = Oracle.g(oracle.phi()).subtract(Oracle.exact(1));
        Apfloat[] result = a.clone();
        Arrays.setAll(
                result,
                j -> less.multiply(a[j])
                        .subtract(excess.multiply(star[j]))
                        .add(sums)
                        .divide(TURN));
        return result;
    }

    /// ∇_w L(w̃, ã); −((π−φ̃)/2π)d̃ w*; the gradient of L(w/‖w‖, a).
    private static Apfloat[] filter(Reading.Filter reading, Oracle oracle, Teacher teacher) {
        return switch (reading) {
            case NETWORK -> oracle.filterGradient();
            case ANGLE -> {
                Apfloat pull = Oracle.pi().subtract(oracle.phi()).multiply(oracle.alignment());
                yield ExactVectors.scaled(
                        ExactVectors.unit(teacher.w()), pull.divide(TURN).negate());
            }
            case NORMALISED ->
                ExactVectors.scaled(oracle.tangentGradient(), Oracle.exact(1).divide(oracle.r()));
        };
    }

    /// A step of size η from a student by this gradient: a − η∇_a, Π(v), and v itself, v = w − η(∇_w − (wᵀ∇_w)w).
    Step step(Student from, double eta) {
        Apfloat size = Oracle.exact(eta);
        Apfloat[] start = Oracle.exact(from.w());
        Apfloat[] along = ExactVectors.scaled(start, Oracle.dot(start, w));
        Apfloat[] moved = ExactVectors.minus(start, ExactVectors.scaled(ExactVectors.minus(w, along), size));
        Apfloat length = ApfloatMath.sqrt(Oracle.dot(moved, moved));
        return new Step(
                ExactVectors.scaled(moved, Oracle.exact(1).divide(length)),
                ExactVectors.minus(Oracle.exact(from.a()), ExactVectors.scaled(a, size)),
                length.doubleValue());
    }

    /// @param w where the filter goes
    /// @param a where the output weights go
    /// @param length ‖v‖, the filter's norm before Π
    record Step(Apfloat[] w, Apfloat[] a, double length) {}
}
