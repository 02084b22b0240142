package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// How far a full step, lumped, and the lumped step with the same noise may be apart by rounding.
///
/// With e = 8(p+k+16)u, R = 2 + r̃ ≥ 1 + ‖ξ‖ and θ = eR/r̃: c and s agree to within 64θ(1 + ηG), G bounding ∇_w, and x,
/// y, z to within 16κθ(2‖a‖ + ‖ã‖ + ηQ), Q/2 bounding ∇_a.
///
/// Nothing is promised (∞) for θ > 2⁻¹⁰. **Source.** dynamics.LumpedChain/S1.
///
/// @param filter for c and s
/// @param output for x, y and z
public record LumpingError(double filter, double output) {

    private static final double MOST = 0x1p-10;

    /// The unit of the bounds: 8(p+k+16)u.
    public static double unit(int p, int k) {
        return 8.0 * (p + k + 16) * RoundOff.U;
    }

    /// Of a step of a student on the sphere with the gradient at a perturbed point.
    @Statement("dynamics.LumpedChain/S1")
    public static LumpingError of(Teacher teacher, Student student, Student perturbed, Reading reading, double eta) {
        int k = teacher.k();
        double @FilterSpace [] tilde = perturbed.w();
        double @OutputSpace [] output = perturbed.a();
        double r = Vectors.length(tilde);
        double a = Vectors.length(output);
        double star = Vectors.length(teacher.a());
        double theta = unit(teacher.p(), k) * (2 + r) / r;
        if (theta > MOST) {
            return new LumpingError(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double alpha = switch (reading.w()) {
            case NETWORK -> (k + 1) * (a * a + a * star / r);
            case ANGLE -> 0;
            case NORMALISED -> a * star / (r * r);
        };
        double slope = alpha * (2 + r) + a * star * Math.max(1, 1 / r);
        double one = reading.a() == Reading.Output.RADIAL ? r : 1;
        double size = (k + 3) * (one * one * a + one * star);
        double from = 2 * Vectors.length(student.a()) + a;
        return new LumpingError(64 * theta * (1 + eta * slope), 16 * frame(teacher) * theta * (from + eta * size));
    }

    /// κ = 1 + ‖a*‖/‖a* − mean‖, 1 if a* ∝ 1: how much less certain than a* the direction n is.
    private static double frame(Teacher teacher) {
        double mean = PopulationGradient.sum(teacher.a()) / teacher.k();
        double across = Vectors.length(Vectors.map(entry -> entry - mean, teacher.a()));
        return across == 0 ? 1 : 1 + Vectors.length(teacher.a()) / across;
    }
}
