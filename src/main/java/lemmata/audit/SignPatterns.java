package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// Moments of the tangent gradient of one input at the spurious point, by enumeration of the 2ᵏ signs of zⱼᵀw*.
///
/// Given the signs, the residual is R = Σ cⱼ|xⱼ|, cⱼ = āⱼ where zⱼᵀw* < 0 and −a*ⱼ elsewhere, |xⱼ| half-normal with
/// cumulants √(2/π), 1 − 2/π, √(2/π)(4/π − 1), 8/π − 24/π²; and tᵀ∇_w is normal of variance R²S, S the sum of the ā²ⱼ
/// with zⱼᵀw* < 0.
///
/// @param second E R²S
/// @param fourth 3 E R⁴S²
public record SignPatterns(double second, double fourth) {

    private static final double MEAN = Math.sqrt(2 / Math.PI);
    private static final double[] CUMULANTS = {
        MEAN, 1 - 2 / Math.PI, MEAN * (4 / Math.PI - 1), 8 / Math.PI - 24 / (Math.PI * Math.PI)
    };
    private static final int LARGEST_K = 10;

    /// Of a teacher, k ≤ 20.
    public static SignPatterns of(Teacher teacher) {
        double[] a = SpuriousOptimum.of(teacher).a();
        double[] aStar = teacher.a();
        double second = 0;
        double fourth = 0;
        int patterns = 1 << a.length;
        for (int signs = 0; signs < patterns; signs++) {
            double[] sums = new double[CUMULANTS.length];
            double active = 0;
            for (int j = 0; j < a.length; j++) {
                boolean negative = (signs >> j & 1) == 1;
                active += negative ? a[j] * a[j] : 0;
                double power = 1;
                for (int n = 0; n < sums.length; n++) {
                    power *= negative ? a[j] : -aStar[j];
                    sums[n] += CUMULANTS[n] * power;
                }
            }
            double mean = sums[0];
            double square = sums[1] + mean * mean;
            second += active * square / patterns;
            double moment = sums[3] + 4 * sums[2] * mean + 3 * sums[1] * sums[1];
            moment += 6 * sums[1] * mean * mean + mean * mean * mean * mean;
            fourth += 3 * active * active * moment / patterns;
        }
        return new SignPatterns(second, fourth);
    }

    /// StepSizeAnnealing/S2: the variance that is claimed is E R²S/b, positive for a* ≠ 0, k ≥ 2; k ≤ 10, the batches
    /// drawn.
    public static Check variance(AnnealingMeans.Variance variance) {
        return any -> {
            Draw draw = any.unscaled();
            int b = 1 + (int) (20 * draw.uniform(531));
            if (draw.k() == 1 || draw.k() > LARGEST_K || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            double exact = of(draw.teacher()).second / b;
            double found = variance.of(draw.teacher(), b);
            return found > 0
                    ? OptionalDouble.of(Math.abs(found - exact) / (allowed(draw.teacher()) / b))
                    : Check.exactly(false);
        };
    }

    /// (8k + 64 + 2ᵏ)u of E R²S with every term in magnitude: the formula's own error, and that of 2ᵏ added patterns.
    private static double allowed(Teacher teacher) {
        double[] a = SpuriousOptimum.of(teacher).a();
        double size = 0;
        double total = 0;
        double square = Vectors.fusedDot(a, a);
        for (int j = 0; j < a.length; j++) {
            size += MEAN * (Math.abs(a[j]) + Math.abs(teacher.a()[j]));
            total += a[j] * a[j] + teacher.a()[j] * teacher.a()[j];
        }
        int k = a.length;
        return (8.0 * k + 64 + (1 << k)) * RoundOff.U * square * (total + size * size);
    }
}
