package lemmata.simd;

import lemmata.claim.Statement;

/// The plain twin of [VectorSampledLoss]: the same operations in the same order, one sample at a time.
///
/// **Source.** simd.SampledLoss/S1.
final class PlainSampledLoss implements SampledLoss.Kernel {

    PlainSampledLoss() {}

    @Override
    @Statement({"simd.SampledLoss/S1", "simd.SampledLoss/S2"})
    public void losses(double[] z, int batch, double[] w, double[] a, double[] wStar, double[] aStar, double[] out) {
        losses(z, batch, 0, w, a, wStar, aStar, out);
    }

    /// The columns `first` … `batch − 1` alone: what whole vectors leave over.
    static void losses(
            double[] z, int batch, int first, double[] w, double[] a, double[] wStar, double[] aStar, double[] out) {
        for (int sample = first; sample < batch; sample++) {
            double difference = difference(z, batch, sample, w, a, wStar, aStar);
            out[sample] = 0.5 * difference * difference;
        }
    }

    /// f* − f of one column: patch by patch the teacher's term, then the student's.
    static double difference(
            double[] z, int batch, int sample, double[] w, double[] a, double[] wStar, double[] aStar) {
        double difference = 0;
        for (int j = 0, at = sample; j < a.length; j++) {
            double student = 0;
            double teacher = 0;
            for (int i = 0; i < w.length; i++, at += batch) {
                student = Math.fma(z[at], w[i], student);
                teacher = Math.fma(z[at], wStar[i], teacher);
            }
            difference = Math.fma(Math.max(teacher, 0), aStar[j], difference);
            difference = Math.fma(Math.max(student, 0), -a[j], difference);
        }
        return difference;
    }
}
