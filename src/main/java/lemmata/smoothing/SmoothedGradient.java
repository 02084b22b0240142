package lemmata.smoothing;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// The mean gradients of P-GD over its noise, at a student on the sphere.
///
/// E ∇_a L = 1/2π · [ m₂ M a − (m₁ 11ᵀ + (h−m₁) I) a* ], P_w E ∇_w L = −(aᵀa*/2π) κ P_w w*
///
/// Without noise the gradients of loss.OutputGradient and loss.TangentGradient. The noise on the output weights drops
/// out, and so do 1ᵀa and ‖a‖ of the filter's gradient.
/// **Shapes.** Results: new arrays of length k and p. **Accuracy.** [#outputError] entry by entry, [#filterError] in
/// norm. **Source.** smoothing.SmoothedGradient.
public final class SmoothedGradient {

    private static final double PI_LESS_ONE = Math.PI - 1;

    private SmoothedGradient() {}

    /// E ∇_a L, written as 1/2π · [ (σ + (m₂−1) s − (m₁−1) s*) 1 + (π−1)(δ + (m₂−1) a) + ((π−h) + (m₁−1)) a* ] with
    /// δ = a − a*, σ = 1ᵀδ, s = 1ᵀa, s* = 1ᵀa*: nothing cancels near the optimum for little noise.
    ///
    /// @throws InvalidField if the shapes differ or the student is off the sphere
    @Statement({"smoothing.SmoothedGradient/S1", "smoothing.SmoothedGradient/S3", "smoothing.SmoothedGradient/S5"})
    public static double @OutputSpace [] output(Teacher teacher, Student student, NoiseMoments moments) {
        requireOnSphere(teacher, student);
        double common = common(teacher, student, moments).value();
        double own = moments.m2Excess().value();
        double other = moments.hDeficit().plus(moments.m1Excess()).value();
        return Vectors.map(
                (a, target) -> (common + PI_LESS_ONE * ((a - target) + own * a) + other * target) / (2 * Math.PI),
                student.a(),
                teacher.a());
    }

    /// Bound on the error of each entry of [#output]: those of the moments, and 10u of every term.
    @Statement("smoothing.SmoothedGradient/S4")
    public static double @OutputSpace [] outputError(Teacher teacher, Student student, NoiseMoments moments) {
        double common = common(teacher, student, moments).error();
        double size = Math.abs(common(teacher, student, moments).value());
        Bounded own = moments.m2Excess();
        Bounded other = moments.hDeficit().plus(moments.m1Excess());
        return Vectors.map(
                (a, target) -> (common
                                        + PI_LESS_ONE * own.error() * Math.abs(a)
                                        + other.error() * Math.abs(target)
                                        + 10
                                                * RoundOff.U
                                                * (size
                                                        + PI_LESS_ONE
                                                                * (Math.abs(a - target) + own.value() * Math.abs(a))
                                                        + Math.abs(other.value() * target)))
                                / 6
                        + RoundOff.UNDERFLOW,
                student.a(),
                teacher.a());
    }

    /// P_w E ∇_w L.
    ///
    /// @throws InvalidField if the shapes differ or the student is off the sphere
    @Statement({"smoothing.SmoothedGradient/S2", "smoothing.SmoothedGradient/S3", "smoothing.SmoothedGradient/S5"})
    public static double @FilterSpace [] filter(Teacher teacher, Student student, NoiseMoments moments) {
        double factor = factor(teacher, student, moments).value();
        return Vectors.map(entry -> 0 - factor * entry, Vectors.rejection(student.w(), teacher.w()));
    }

    /// Bound on the norm of the error of [#filter].
    @Statement("smoothing.SmoothedGradient/S4")
    public static double filterError(Teacher teacher, Student student, NoiseMoments moments) {
        double across = Vectors.length(Vectors.rejection(student.w(), teacher.w()));
        Bounded factor = factor(teacher, student, moments);
        double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
        return (factor.error() + 16 * RoundOff.U * Math.abs(factor.value())) * across
                + RoundOff.UNDERFLOW * (1 + product);
    }

    /// σ + (m₂−1) s − (m₁−1) s*.
    private static Bounded common(Teacher teacher, Student student, NoiseMoments moments) {
        double @OutputSpace [] a = student.a();
        double @OutputSpace [] aStar = teacher.a();
        double size = Math.sqrt(a.length) * (Vectors.length(a) + Vectors.length(aStar));
        double noise = RoundOff.doubleDouble(a.length + 8) * size;
        double difference = Vectors.sum(a).subtract(Vectors.sum(aStar)).doubleValue();
        Bounded sum = Bounded.within(1, Vectors.sum(a).doubleValue()).widened(noise);
        Bounded target = Bounded.within(1, Vectors.sum(aStar).doubleValue()).widened(noise);
        return Bounded.within(1, difference)
                .widened(noise)
                .plus(sum.times(moments.m2Excess()))
                .minus(target.times(moments.m1Excess()));
    }

    /// κ aᵀa* / 2π, divided by ‖w*‖ because the teacher's doubles are unit only to rounding.
    private static Bounded factor(Teacher teacher, Student student, NoiseMoments moments) {
        requireOnSphere(teacher, student);
        double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
        Bounded d = Bounded.within(1, Vectors.dot(student.a(), teacher.a()).doubleValue())
                .widened(RoundOff.doubleDouble(student.k() + 8) * product);
        return d.times(moments.kappa()).times(Bounded.within(8, 1 / (2 * Math.PI * Vectors.length(teacher.w()))));
    }

    private static void requireOnSphere(Teacher teacher, Student student) {
        student.requireShapeOf(teacher);
        Spaces.unit("w", student.w());
    }
}
