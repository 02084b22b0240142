package lemmata.simd;

import java.math.BigDecimal;
import java.util.Arrays;
import lemmata.rng.Gaussian;
import lemmata.simd.SampledLoss.Kernel;

/// Networks drawn from a seed; every fourth seed has the student at the teacher up to a part in 10⁸.
record SampledLossCase(double[] w, double[] a, double[] wStar, double[] aStar) {

    /// What stands behind the last sample and must stay there.
    static final double UNTOUCHED = 42;

    SampledLossCase(long seed, int p, int k) {
        this(normals(seed, 0, p), normals(seed, 1, k), normals(seed, 2, p), normals(seed, 3, k));
        if (seed % 4 == 0) {
            Arrays.setAll(w, i -> wStar[i] * (1 + 1e-8 * w[i]));
            Arrays.setAll(a, j -> aStar[j] * (1 + 1e-8 * a[j]));
        }
    }

    double[] run(Kernel kernel, double[] z, int batch) {
        double[] out = new double[batch + 1];
        Arrays.fill(out, UNTOUCHED);
        kernel.losses(z, batch, w, a, wStar, aStar, out);
        return out;
    }

    /// The plain pass with its order as data.
    double[] slip(double[] z, int batch, int from, int step, boolean teacherFirst, boolean fused) {
        double[] out = new double[batch + 1];
        Arrays.fill(out, UNTOUCHED);
        for (int sample = 0; sample < batch; sample++) {
            double difference = 0;
            for (int j = from; j >= 0 && j < a.length; j += step) {
                double teacher = 0;
                double student = 0;
                for (int i = 0; i < w.length; i++) {
                    double input = z[(j * w.length + i) * batch + sample];
                    teacher = fused ? Math.fma(input, wStar[i], teacher) : input * wStar[i] + teacher;
                    student = fused ? Math.fma(input, w[i], student) : input * w[i] + student;
                }
                double first = teacherFirst ? Math.max(teacher, 0) : Math.max(student, 0);
                double second = teacherFirst ? Math.max(student, 0) : Math.max(teacher, 0);
                difference = Math.fma(first, teacherFirst ? aStar[j] : -a[j], difference);
                difference = Math.fma(second, teacherFirst ? -a[j] : aStar[j], difference);
            }
            out[sample] = 0.5 * difference * difference;
        }
        return out;
    }

    /// |loss − exact| over the bound, the input of the trial drawn one number at a time.
    double ratio(double loss, long seed, long trial) {
        int p = w.length;
        double[] z = new double[p * a.length];
        Arrays.setAll(z, i -> Gaussian.draw(seed, trial, i));
        BigDecimal difference = BigDecimal.ZERO;
        for (int j = 0; j < a.length; j++) {
            difference = difference.add(output(z, j * p, wStar, aStar[j])).subtract(output(z, j * p, w, a[j]));
        }
        BigDecimal exact = difference.multiply(difference).multiply(new BigDecimal("0.5"));
        double error = exact.subtract(new BigDecimal(loss)).abs().doubleValue();
        return error / SampledLoss.lossError(z, 1, 0, w, a, wStar, aStar);
    }

    private static BigDecimal output(double[] z, int from, double[] filter, double weight) {
        BigDecimal input = BigDecimal.ZERO;
        for (int i = 0; i < filter.length; i++) {
            input = input.add(new BigDecimal(z[from + i]).multiply(new BigDecimal(filter[i])));
        }
        return input.max(BigDecimal.ZERO).multiply(new BigDecimal(weight));
    }

    private static double[] normals(long seed, int trial, int length) {
        double[] out = new double[length];
        Gaussian.fill(out, ~seed, trial, 0);
        return out;
    }
}
