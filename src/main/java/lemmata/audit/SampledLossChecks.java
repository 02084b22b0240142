package lemmata.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.simd.SampledLoss;
import lemmata.simd.SampledLoss.Kernel;

/// What simd.SampledLoss claims, as checks of any implementation of the samples.
///
/// Shapes are those of the case folded to p ≤ 8 and k ≤ 25, so that samples stay cheap; scales are kept.
public final class SampledLossChecks {

    /// Samples by number, as in [SampledLoss#losses].
    @FunctionalInterface
    public interface Samples {

        /// X of `count` trials from number `first` on.
        double[] losses(long seed, long first, int count, double[] w, double[] a, double[] wStar, double[] aStar);
    }

    private static final int LARGEST_P = 8;
    private static final int LARGEST_K = 25;
    private static final int LARGEST_BATCH = 35;
    private static final int LARGEST_COUNT = 60;
    /// More numbers than the code draws in one batch, and more samples.
    private static final int BEYOND_BATCH = 1 << 15;

    private static final int BEYOND_COUNT = 1 << 10;
    /// What stands behind the last sample and must stay there.
    private static final double UNTOUCHED = 42;

    private static final int BEHIND = 8;

    private SampledLossChecks() {}

    /// S1: every kernel gives the bits of the plain twin in a batch of 1 … 35 samples, and writes nothing behind it.
    public static Check sameBits(Collection<? extends Kernel> kernels) {
        Kernel plain = SampledLoss.kernels().values().iterator().next();
        return draw -> {
            Draw small = folded(draw);
            int batch = batch(draw);
            double[] z = SampledLoss.inputs(draw.seed(), 0, batch, small.p() * small.k());
            double[] expected = run(plain, small, z, batch);
            boolean untouched = Arrays.stream(expected, batch, expected.length).allMatch(entry -> entry == UNTOUCHED);
            return Check.exactly(untouched
                    && kernels.stream().allMatch(kernel -> Arrays.equals(expected, run(kernel, small, z, batch))));
        };
    }

    /// The size of the batch of a case: fewer samples than lanes, whole vectors and rests all come up.
    public static int batch(Draw draw) {
        return 1 + (int) (draw.uniform(91) * LARGEST_BATCH);
    }

    /// S1: a range of trials, the same cut in two, trial by trial, and on one or three threads: the same bits.
    ///
    /// One case in 32 has more samples than the code takes in one batch, the others up to 60.
    public static Check splits(Samples samples) {
        return draw -> {
            Draw small = folded(draw);
            long first = PhiloxChecks.word(draw, 92);
            int numbers = small.p() * small.k();
            int beyond = 1 + Math.min(BEYOND_COUNT, BEYOND_BATCH / numbers);
            int count = draw.uniform(93) < 1.0 / 32 ? beyond : (int) (draw.uniform(94) * (LARGEST_COUNT + 1));
            int cut = (int) (draw.uniform(95) * (count + 1));
            double[] whole = losses(samples, small, first, count);
            double[] parts = Arrays.copyOf(losses(samples, small, first, cut), count);
            System.arraycopy(losses(samples, small, first + cut, count - cut), 0, parts, cut, count - cut);
            double[] single = IntStream.range(0, count)
                    .mapToDouble(i -> losses(samples, small, first + i, 1)[0])
                    .toArray();
            return Check.exactly(Arrays.equals(whole, parts)
                    && Arrays.equals(whole, single)
                    && Arrays.equals(whole, onThreads(1, samples, small, first, count))
                    && Arrays.equals(whole, onThreads(3, samples, small, first, count)));
        };
    }

    /// S2: three samples are each within the bound of ½(f* − f)² in exact decimals, the input drawn number by number.
    public static Check accuracy(Samples samples) {
        return draw -> {
            Draw small = folded(draw);
            long first = PhiloxChecks.word(draw, 96);
            double[] computed = losses(samples, small, first, 3);
            return IntStream.range(0, computed.length)
                    .mapToDouble(i -> ratio(computed[i], small, first + i))
                    .max();
        };
    }

    private static double ratio(double computed, Draw draw, long trial) {
        Teacher teacher = draw.teacher();
        Student student = draw.student();
        double[] z = new double[draw.p() * draw.k()];
        Arrays.setAll(z, i -> Gaussian.draw(draw.seed(), trial, i));
        BigDecimal difference = output(z, teacher.w(), teacher.a()).subtract(output(z, student.w(), student.a()));
        BigDecimal exact = difference.multiply(difference).multiply(new BigDecimal("0.5"));
        double bound = SampledLoss.lossError(z, 1, 0, student.w(), student.a(), teacher.w(), teacher.a());
        if (!Double.isFinite(computed)) {
            return Double.NaN;
        }
        return Check.over(exact.subtract(new BigDecimal(computed)).abs().doubleValue(), bound);
    }

    /// Σⱼ aⱼ max(zⱼᵀw, 0) without rounding.
    private static BigDecimal output(double[] z, double[] w, double[] a) {
        BigDecimal output = BigDecimal.ZERO;
        for (int j = 0; j < a.length; j++) {
            BigDecimal input = BigDecimal.ZERO;
            for (int i = 0; i < w.length; i++) {
                input = input.add(new BigDecimal(z[j * w.length + i]).multiply(new BigDecimal(w[i])));
            }
            output = output.add(input.max(BigDecimal.ZERO).multiply(new BigDecimal(a[j])));
        }
        return output;
    }

    private static double[] run(Kernel kernel, Draw draw, double[] z, int batch) {
        Student student = draw.student();
        Teacher teacher = draw.teacher();
        double[] out = Vectors.map(entry -> UNTOUCHED, new double[batch + BEHIND]);
        kernel.losses(z, batch, student.w(), student.a(), teacher.w(), teacher.a(), out);
        return out;
    }

    private static double[] onThreads(int threads, Samples samples, Draw draw, long first, int count) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> losses(samples, draw, first, count)).join();
        }
    }

    private static double[] losses(Samples samples, Draw draw, long first, int count) {
        Student student = draw.student();
        Teacher teacher = draw.teacher();
        return samples.losses(draw.seed(), first, count, student.w(), student.a(), teacher.w(), teacher.a());
    }

    private static Draw folded(Draw draw) {
        return new Draw(
                1 + (draw.p() - 1) % LARGEST_P,
                1 + (draw.k() - 1) % LARGEST_K,
                draw.filter(),
                draw.target(),
                draw.weights(),
                draw.filterScale(),
                draw.weightScale(),
                draw.seed());
    }
}
