package lemmata.simd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import lemmata.claim.Statement;
import lemmata.num.RoundOff;
import lemmata.rng.Gaussian;

/// Squared differences of teacher and student on sampled inputs: the summands of a Monte Carlo estimate of the loss.
///
/// X = ½ (Σⱼ a*ⱼ σ(zⱼ·w*) − Σⱼ aⱼ σ(zⱼ·w))², coordinate i of patch zⱼ of sample n being normal draw jp + i of trial n
///
/// Zero, to within the bound, where the networks agree; ½ f*² without a student. Sums run in the order of the formula,
/// a fused
/// multiply-add per term, so every [Kernel] gives the same bits, however the samples are split.
/// **Shapes.** `w`, `wStar`: p; `a`, `aStar`: k; `z`: kp rows of `batch` samples, row jp + i first to last.
/// **Accuracy.** Sample n is within [#lossError] of the formula at the drawn input.
/// **Source.** simd.SampledLoss/S1, S2.
public final class SampledLoss {

    /// Doubles of input per batch: 256 KiB, inside the second-level cache.
    private static final int CACHE = 1 << 15;

    private static final String PLAIN = "plain";
    private static final boolean VECTOR =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    private static final Kernel IN_USE =
            VECTOR && VectorSampledLoss.lanes() >= 4 ? new VectorSampledLoss() : new PlainSampledLoss();

    private SampledLoss() {}

    /// One batch of samples; `out[n]` is X of column n of `z`. Inputs finite, lengths as in [SampledLoss].
    @FunctionalInterface
    public interface Kernel {
        /// Computes the first `batch` entries of `out`.
        void losses(double[] z, int batch, double[] w, double[] a, double[] wStar, double[] aStar, double[] out);
    }

    /// {@return the kernel in use: `vector 512 bit`, `vector 256 bit`, or `plain` without the module or wide registers}
    public static String engine() {
        return IN_USE instanceof VectorSampledLoss ? name(64 * VectorSampledLoss.lanes()) : PLAIN;
    }

    /// {@return every kernel this machine can run, by name: the plain twin first, then the widths 64 … 512 bits}
    @Statement("simd.SampledLoss/S1")
    public static Map<String, Kernel> kernels() {
        Map<String, Kernel> kernels = new LinkedHashMap<>();
        kernels.put(PLAIN, new PlainSampledLoss());
        for (int bits = 64; VECTOR && bits <= 512; bits *= 2) {
            kernels.put(name(bits), Species.copy(VectorSampledLoss.class, Kernel.class, bits));
        }
        return kernels;
    }

    /// X of the samples `firstTrial` … `firstTrial + count − 1`, on all processors; entry n depends on its trial alone.
    ///
    /// @throws IllegalArgumentException if the lengths of `w` and `wStar`, or of `a` and `aStar`, differ or are 0, or
    ///     `count` is negative
    @Statement({"simd.SampledLoss/S1", "simd.SampledLoss/S2"})
    public static double[] losses(
            long seed, long firstTrial, int count, double[] w, double[] a, double[] wStar, double[] aStar) {
        int fitting = CACHE / (w.length * a.length + 1);
        int batch = Math.clamp(fitting - fitting % 8, 8, 1024);
        return losses(IN_USE, batch, seed, firstTrial, count, w, a, wStar, aStar);
    }

    static double[] losses(
            Kernel kernel,
            int batch,
            long seed,
            long firstTrial,
            int count,
            double[] w,
            double[] a,
            double[] wStar,
            double[] aStar) {
        requireShapes(count, w, a, wStar, aStar);
        double[] losses = new double[count];
        IntStream.range(0, Math.ceilDiv(count, batch)).parallel().forEach(number -> {
            int from = number * batch;
            double[] out = new double[Math.min(batch, count - from)];
            double[] z = inputs(seed, firstTrial + from, out.length, w.length * a.length);
            kernel.losses(z, out.length, w, a, wStar, aStar, out);
            System.arraycopy(out, 0, losses, from, out.length);
        });
        return losses;
    }

    /// The inputs of `batch` trials in the layout of [Kernel], `rows` draws each.
    public static double[] inputs(long seed, long firstTrial, int batch, int rows) {
        return IN_USE instanceof VectorSampledLoss
                ? VectorInputs.of(seed, firstTrial, batch, rows)
                : plainInputs(seed, firstTrial, batch, rows);
    }

    /// The plain twin of [VectorInputs].
    static double[] plainInputs(long seed, long firstTrial, int batch, int rows) {
        double[] z = new double[rows * batch];
        double[] column = new double[rows];
        for (int sample = 0; sample < batch; sample++) {
            Gaussian.fill(column, seed, firstTrial + sample, 0);
            for (int row = 0; row < rows; row++) {
                z[row * batch + sample] = column[row];
            }
        }
        return z;
    }

    /// Bound on the error of X of one column of `z`, by the numeric contract of the specification page.
    @Statement("simd.SampledLoss/S2")
    public static double lossError(
            double[] z, int batch, int sample, double[] w, double[] a, double[] wStar, double[] aStar) {
        double magnitude = 0;
        double weights = 0;
        for (int j = 0; j < a.length; j++) {
            for (int i = 0; i < w.length; i++) {
                double input = Math.abs(z[(j * w.length + i) * batch + sample]);
                magnitude += input * (Math.abs(a[j] * w[i]) + Math.abs(aStar[j] * wStar[i]));
            }
            weights += Math.abs(a[j]) + Math.abs(aStar[j]);
        }
        int roundings = w.length + 2 * a.length;
        double error = roundings * RoundOff.U * magnitude + 4 * roundings * Double.MIN_VALUE * (1 + weights);
        double difference = Math.abs(PlainSampledLoss.difference(z, batch, sample, w, a, wStar, aStar));
        double square = error * (difference + error / 2) + RoundOff.U / 2 * difference * difference;
        return (1 + 0x1p-18) * square + 2 * Double.MIN_VALUE;
    }

    private static String name(int bits) {
        return "vector " + bits + " bit";
    }

    private static void requireShapes(int count, double[] w, double[] a, double[] wStar, double[] aStar) {
        if (count < 0 || w.length == 0 || a.length == 0 || w.length != wStar.length || a.length != aStar.length) {
            throw new IllegalArgumentException("count " + count + ", lengths w " + w.length + ", a " + a.length
                    + ", w* " + wStar.length + ", a* " + aStar.length);
        }
    }
}
