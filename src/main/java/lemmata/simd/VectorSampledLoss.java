package lemmata.simd;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import lemmata.claim.Statement;

/// The kernel of [SampledLoss] on the Vector API: one lane per sample, the operations of the plain twin in its order.
///
/// **Source.** simd.SampledLoss/S1.
final class VectorSampledLoss implements SampledLoss.Kernel {

    private static final VectorSpecies<Double> SPECIES = Species.of(MethodHandles.lookup());

    VectorSampledLoss() {}

    /// Lanes of the species this machine prefers.
    static int lanes() {
        return SPECIES.length();
    }

    @Override
    @Statement("simd.SampledLoss/S1")
    public void losses(double[] z, int batch, double[] w, double[] a, double[] wStar, double[] aStar, double[] out) {
        int bound = SPECIES.loopBound(batch);
        for (int sample = 0; sample < bound; sample += SPECIES.length()) {
            DoubleVector difference = DoubleVector.zero(SPECIES);
            for (int j = 0, at = sample; j < a.length; j++) {
                DoubleVector student = DoubleVector.zero(SPECIES);
                DoubleVector teacher = DoubleVector.zero(SPECIES);
                for (int i = 0; i < w.length; i++, at += batch) {
                    DoubleVector input = DoubleVector.fromArray(SPECIES, z, at);
                    student = input.fma(DoubleVector.broadcast(SPECIES, w[i]), student);
                    teacher = input.fma(DoubleVector.broadcast(SPECIES, wStar[i]), teacher);
                }
                difference = teacher.max(0).fma(DoubleVector.broadcast(SPECIES, aStar[j]), difference);
                difference = student.max(0).fma(DoubleVector.broadcast(SPECIES, -a[j]), difference);
            }
            difference.mul(0.5).mul(difference).intoArray(out, sample);
        }
        PlainSampledLoss.losses(z, batch, bound, w, a, wStar, aStar, out);
    }
}
