package lemmata.landscape;

import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.claim.UnitSphere;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.PiLinear;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// When the spurious point (w̄, ā) is a local minimum of the loss on the sphere.
///
/// p ≥ 2, a* ≠ 0: local minimum ⇔ āᵀa* < 0 ⇔ q < 1 + (k−1)/π, q = (1ᵀa*)²/‖a*‖²
///
/// a* ⟂ 1 always is one, a* = 1 never is (k ≥ 1). For p = 1 the sphere is {−1, 1} and it is one for every a* ≠ 0.
/// **Source.** landscape.LocalMinimality.
public final class LocalMinimality {

    private LocalMinimality() {}

    /// Whether (w̄, ā) is a local minimum that is not global: exact for every teacher given in doubles.
    ///
    /// False for a* = 0, where (w̄, 0) is a global minimum.
    @Statement({
        "landscape.LocalMinimality/S1",
        "landscape.LocalMinimality/S4",
        "landscape.LocalMinimality/S5",
        "landscape.LocalMinimality/S6"
    })
    public static boolean holds(Teacher teacher) {
        if (Vectors.length(teacher.a()) == 0) {
            return false;
        }
        return teacher.p() == 1 || alignmentSign(teacher) < 0;
    }

    /// The threshold 1 + (k−1)/π that q must stay below; within 3u relative.
    public static double threshold(int k) {
        return 1 + (k - 1) / Math.PI;
    }

    /// The exact sign of āᵀa*, that of π(s*² − ‖a*‖²) − (k−1)‖a*‖²; zero only for k = 1 or a* = 0.
    ///
    /// The rounded value decides where it exceeds its error bound, rational arithmetic with enough digits of π
    /// elsewhere.
    @Statement("landscape.LocalMinimality/S4")
    public static int alignmentSign(Teacher teacher) {
        double alignment = SpuriousOptimum.alignment(teacher);
        if (Math.abs(alignment) > SpuriousOptimum.alignmentError(teacher)) {
            return (int) Math.signum(alignment);
        }
        ExactMoments exact = ExactMoments.of(teacher);
        return PiLinear.of(
                        exact.sumSquared().subtract(exact.square()),
                        exact.others().negate())
                .signum();
    }

    /// Radius |āᵀa*|/‖a*‖: if āᵀa* < 0, L ≥ L(w̄, ā) wherever ‖a − ā‖ ≤ radius, for any w on the sphere.
    @Statement("landscape.LocalMinimality/S2")
    public static double radius(Teacher teacher) {
        return Math.abs(SpuriousOptimum.alignment(teacher)) / Vectors.length(teacher.a());
    }

    /// Bound on the error of [#radius].
    public static double radiusError(Teacher teacher) {
        return SpuriousOptimum.alignmentError(teacher) / Vectors.length(teacher.a()) + 4 * RoundOff.U * radius(teacher);
    }

    /// The lowest student above filter w: (w, ā + g(φ) M⁻¹a*), which for āᵀa* ≥ 0 lies below the spurious point; its
    /// weights are within [#descentError].
    @Statement("landscape.LocalMinimality/S3")
    public static Student descent(Teacher teacher, double @UnitSphere [] w) {
        double g = AngleKernel.g(Angle.between(w, teacher.w()));
        double @OutputSpace [] step = OutputSystem.solve(teacher.a());
        return new Student(
                w,
                Vectors.map(
                        (weight, entry) -> weight + g * entry,
                        SpuriousOptimum.of(teacher).a(),
                        step));
    }

    /// Bound on the norm of the error of the weights of [#descent] at angle φ: that of ā, 36u of g‖a*‖, 2u of ‖a*‖.
    @Statement("landscape.LocalMinimality/S3")
    public static double descentError(Teacher teacher, Angle angle) {
        double step = 36 * AngleKernel.g(angle) + 2;
        return Vectors.length(SpuriousOptimum.weightsError(teacher))
                + step * RoundOff.U * Vectors.length(teacher.a())
                + RoundOff.UNDERFLOW;
    }

    /// L(descent) − L(w̄, ā) = −(g²/4π) a*ᵀM⁻¹a* − (g/2π) āᵀa* at angle φ, within [#descentChangeError].
    @Statement("landscape.LocalMinimality/S3")
    public static double descentChange(Teacher teacher, Angle angle) {
        double g = AngleKernel.g(angle);
        return -g / (2 * Math.PI) * (g / 2 * inverseSquare(teacher) + SpuriousOptimum.alignment(teacher));
    }

    /// Bound on the error of [#descentChange].
    public static double descentChangeError(Teacher teacher, Angle angle) {
        double g = AngleKernel.g(angle);
        double terms = g / 2 * inverseSquare(teacher) + Math.abs(SpuriousOptimum.alignment(teacher));
        return g / (2 * Math.PI) * (160 * RoundOff.U * terms + SpuriousOptimum.alignmentError(teacher))
                + RoundOff.UNDERFLOW * (1 + inverseSquare(teacher) + Math.abs(SpuriousOptimum.alignment(teacher)));
    }

    /// a*ᵀM⁻¹a* = (‖a*‖² − s*²/(π−1+k))/(π−1); the subtrahend is below k/(π−1+k) of the minuend.
    private static double inverseSquare(Teacher teacher) {
        return Vectors.dot(teacher.a(), OutputSystem.solve(teacher.a())).doubleValue();
    }
}
