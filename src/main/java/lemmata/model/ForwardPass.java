package lemmata.model;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;

/// Output of the two-layer non-overlapping convolutional network on one input.
///
/// f(Z) = Σⱼ aⱼ σ(Zⱼᵀw), σ(x) = max(x, 0)
///
/// Zero at Z = 0; equal to aⱼ‖w‖² if patch j is w and the others are 0.
/// **Shapes.** `z`: k rows (patches) of length p; `w`: p; `a`: k. **Source.** model.ForwardPass/S1.
public final class ForwardPass {

    private ForwardPass() {}

    /// f(Z), within [#error].
    ///
    /// @throws IllegalArgumentException if the shapes differ
    @Statement({"model.ForwardPass/S1", "model.ForwardPass/S2"})
    public static double at(double[][] z, double @FilterSpace [] w, double @OutputSpace [] a) {
        return Vectors.dot(a, activations(z, w)).doubleValue();
    }

    /// Bound on the error of [#at]: u per activation, u for the result, and double-double noise.
    @Statement("model.ForwardPass/S3")
    public static double error(double[][] z, double @FilterSpace [] w, double @OutputSpace [] a) {
        double[] active = activations(z, w);
        double[] sizes = Vectors.map(Math::abs, a);
        double products = Vectors.dot(sizes, active).doubleValue();
        double noise = 0;
        for (int j = 0; j < z.length && j < a.length; j++) {
            noise += Math.abs(a[j]) * Vectors.length(z[j]) * Vectors.length(w);
        }
        return 3 * RoundOff.U * products
                + RoundOff.doubleDouble(w.length + a.length + 4) * noise
                + RoundOff.UNDERFLOW * (1 + Vectors.sum(sizes).doubleValue());
    }

    private static double[] activations(double[][] z, double @FilterSpace [] w) {
        double[] result = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            DD input = Vectors.dot(z[j], w);
            result[j] = Math.max(input.doubleValue(), 0);
        }
        return result;
    }
}
