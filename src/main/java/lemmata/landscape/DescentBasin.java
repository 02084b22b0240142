package lemmata.landscape;

import java.util.Optional;
import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.Vectors;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Which starts gradient descent without noise carries to the global optimum: those below the stable manifold of the
/// saddles, here by its tangent.
///
/// success ⇔ φ₀ − φ_c < (σ/2π) [ u₁/(μ+λ₁) + u₂/(μ+λ₂) ], σ = ψ_c sin ψ_c, λ₁ = (π−1+k)/2π, λ₂ = (π−1)/2π
///
/// u₁ and u₂ are the parts of (a₀ − a_c)ᵀa* along 1 and across, and μ > 0, the rate at which GD leaves the saddle,
/// solves μ = (σ/2π)² [ a₁²/(μ+λ₁) + a₂²/(μ+λ₂) ], a₁² = s*²/k, a₂² = ‖a*‖² − a₁². As ‖a*‖ → 0 the right side vanishes.
/// **Source.** landscape.DescentBasin.
///
/// @param saddle φ_c
/// @param slope σ/2π
/// @param rate μ
/// @param teacher the teacher
public record DescentBasin(Angle saddle, double slope, double rate, Teacher teacher) {

    /// λ₂.
    private static final double ACROSS_STIFFNESS = (Math.PI - 1) / (2 * Math.PI);

    /// The basin of a teacher, if there are saddles.
    @Statement("landscape.DescentBasin/S2")
    public static Optional<DescentBasin> of(Teacher teacher) {
        return CriticalPoints.saddleAngle(teacher).map(saddle -> {
            double slope = saddle.psi() * Functions.sin(saddle.psi()) / (2 * Math.PI);
            return new DescentBasin(saddle, slope, rate(slope, teacher), teacher);
        });
    }

    /// The limit, as ‖a*‖ → 0 with q fixed, of the probability that GD from a uniform w₀ ends at the spurious point:
    /// ½ P(|u₁| > cos ψ_c) with u₁ the first coordinate on the sphere of R^p; 0 without saddles, ½ for p = 1.
    @Statement({"landscape.DescentBasin/S1", "landscape.DescentBasin/S4"})
    public static Bounded trapLimit(Teacher teacher) {
        if (teacher.p() == 1) {
            return Bounded.exact(0.5);
        }
        return CriticalPoints.saddleAngle(teacher)
                .map(saddle -> {
                    double cosine = Functions.cos(saddle.psi());
                    double relative = (24 * RoundOff.U * saddle.psi() + RoundOff.U * cosine) / cosine;
                    return SphereCoordinate.outside(teacher.p(), cosine, relative)
                            .times(0.5);
                })
                .orElse(Bounded.exact(0));
    }

    /// How far below the tangent of the stable manifold a start lies, in radians of φ: success is predicted where it is
    /// positive.
    @Statement({"landscape.DescentBasin/S2", "landscape.DescentBasin/S3", "landscape.DescentBasin/S4"})
    public Bounded margin(Student start) {
        start.requireShapeOf(teacher);
        double k = teacher.k();
        double sum = Vectors.sum(teacher.a()).doubleValue();
        double along = sum * Vectors.sum(start.a()).doubleValue() / k;
        double all = Vectors.dot(start.a(), teacher.a()).doubleValue();
        // At the saddle aᵀa* = 0, so its parts along 1 and across are opposite.
        double saddleAlong = sum * sum / k * (AngleKernel.g(saddle) + k - 1) / OutputSystem.top(teacher.k());
        double first = (along - saddleAlong) / (rate + alongStiffness(teacher.k()));
        double second = (all - along + saddleAlong) / (rate + ACROSS_STIFFNESS);
        Angle angle = Angle.between(start.w(), teacher.w());
        double size = (Math.abs(along) + Math.abs(all) + saddleAlong) / ACROSS_STIFFNESS;
        return new Bounded(
                saddle.phi() - angle.phi() + slope * (first + second), 256 * RoundOff.U * (1 + slope * size));
    }

    /// μ, between the roots of μ(μ+λ) = (σ/2π)²‖a*‖² for λ = λ₁ and λ = λ₂.
    private static double rate(double slope, Teacher teacher) {
        double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
        double sum = Vectors.sum(teacher.a()).doubleValue();
        double along = slope * slope * sum * sum / teacher.k();
        double across = slope * slope * square - along;
        double top = alongStiffness(teacher.k());
        double low = positiveRoot(top, along + across) * (1 - 0x1p-40);
        double high = positiveRoot(ACROSS_STIFFNESS, along + across) * (1 + 0x1p-40);
        return new BrentSolver(0x1p-50, low * 0x1p-50, 0)
                .solve(200, mu -> mu - along / (mu + top) - across / (mu + ACROSS_STIFFNESS), low, high);
    }

    /// The positive root of μ(μ+λ) = c.
    private static double positiveRoot(double lambda, double c) {
        return 2 * c / (lambda + Math.sqrt(lambda * lambda + 4 * c));
    }

    /// λ₁.
    private static double alongStiffness(int k) {
        return OutputSystem.top(k) / (2 * Math.PI);
    }
}
