package lemmata.landscape;

import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;

/// The spurious stationary point of the population loss.
///
/// w̄ = −w*, ā = (11ᵀ + (π−1)I)⁻¹ (11ᵀ − I) a* = (1/(π−1)) [ (π s*/(π−1+k)) 1 − a* ]
///
/// For a* = 1 every āᵢ is (k−1)/(π−1+k); for s* = 0 it is −a*/(π−1).
/// Whether it is a local minimum is [LocalMinimality]. **Source.** landscape.SpuriousOptimum.
public final class SpuriousOptimum {

    private SpuriousOptimum() {}

    /// The student (−w*, ā); entry i of ā is within entry i of [#weightsError].
    @Statement({"landscape.SpuriousOptimum/S1", "landscape.SpuriousOptimum/S2", "landscape.SpuriousOptimum/S6"})
    public static Student of(Teacher teacher) {
        double mean = Math.PI * sum(teacher) / OutputSystem.top(teacher.k());
        return new Student(
                Vectors.map(entry -> -entry, teacher.w()),
                Vectors.map(entry -> (mean - entry) / (Math.PI - 1), teacher.a()));
    }

    /// L(w̄, ā) = [(π−2)‖a*‖² + π s*²/(π−1+k)] / (4(π−1)), within [#lossError].
    @Statement("landscape.SpuriousOptimum/S3")
    public static double loss(Teacher teacher) {
        return ((Math.PI - 2) * square(teacher) + meanPart(teacher)) / (4 * (Math.PI - 1));
    }

    /// āᵀa* = [π s*²/(π−1+k) − ‖a*‖²] / (π−1), within [#alignmentError]. Its exact sign is in [LocalMinimality].
    @Statement("landscape.SpuriousOptimum/S4")
    public static double alignment(Teacher teacher) {
        return (meanPart(teacher) - square(teacher)) / (Math.PI - 1);
    }

    /// Bound on the error of each entry of ā: 9u of its two terms, and the double-double noise of s*.
    @Statement("landscape.SpuriousOptimum/S5")
    public static double @OutputSpace [] weightsError(Teacher teacher) {
        double mean = Math.abs(Math.PI * sum(teacher) / OutputSystem.top(teacher.k()));
        double noise = RoundOff.doubleDouble(teacher.k() + 8) * Math.sqrt(teacher.k()) * Vectors.length(teacher.a());
        return Vectors.map(
                entry -> (9 * RoundOff.U * (mean + Math.abs(entry)) + 4 * noise) / (Math.PI - 1) + RoundOff.UNDERFLOW,
                teacher.a());
    }

    /// Bound on the error of [#loss]: every term is positive, 14u relative, and the double-double noise of s*².
    @Statement("landscape.SpuriousOptimum/S5")
    public static double lossError(Teacher teacher) {
        return 14 * RoundOff.U * loss(teacher) + noise(teacher) + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#alignment]: 14u of its two terms, and the double-double noise of s*².
    @Statement("landscape.SpuriousOptimum/S5")
    public static double alignmentError(Teacher teacher) {
        double terms = (meanPart(teacher) + square(teacher)) / (Math.PI - 1);
        return 14 * RoundOff.U * terms + 4 * noise(teacher) + RoundOff.UNDERFLOW;
    }

    /// π s*²/(π−1+k).
    private static double meanPart(Teacher teacher) {
        double sum = sum(teacher);
        return Math.PI * (sum * sum) / OutputSystem.top(teacher.k());
    }

    /// ‖a*‖².
    private static double square(Teacher teacher) {
        return Vectors.dot(teacher.a(), teacher.a()).doubleValue();
    }

    /// s* = 1ᵀa*.
    private static double sum(Teacher teacher) {
        DD sum = Vectors.sum(teacher.a());
        return sum.doubleValue();
    }

    /// What a double-double error in s* does to π s*²/(4(π−1)(π−1+k)): s*² ≤ k‖a*‖².
    private static double noise(Teacher teacher) {
        return RoundOff.doubleDouble(2 * teacher.k() + 8) * square(teacher);
    }
}
