package lemmata.simd;

import java.io.InputStream;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import lemmata.claim.Statement;

/// The kernel of [SampledLoss] on the Vector API: one lane per sample, the operations of the plain twin in its order.
///
/// The compiler keeps vectors in registers only while the species is a constant, so each species has a class of its
/// own: [#on] loads a copy of this one (a hidden class) that carries the species as its class data.
/// **Source.** simd.SampledLoss/S1.
final class VectorSampledLoss implements SampledLoss.Kernel {

    private static final VectorSpecies<Double> SPECIES = species();

    VectorSampledLoss() {}

    /// Lanes of the species this machine prefers.
    static int lanes() {
        return SPECIES.length();
    }

    /// The kernel on vectors of 64, 128, 256 or 512 bits; where the machine has none so wide, correct but slow.
    static SampledLoss.Kernel on(int bits) {
        VectorSpecies<Double> species = VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
        try (InputStream code = VectorSampledLoss.class.getResourceAsStream("VectorSampledLoss.class")) {
            MethodHandles.Lookup copy =
                    MethodHandles.lookup().defineHiddenClassWithClassData(code.readAllBytes(), species, true);
            return (SampledLoss.Kernel) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable failure) {
            throw new IllegalStateException("no kernel on " + bits + " bits", failure);
        }
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

    /// The class data of a copy; the preferred species in the class itself.
    @SuppressWarnings("unchecked") // only `on` makes class data, and it is a species of doubles
    private static VectorSpecies<Double> species() {
        try {
            VectorSpecies<Double> data =
                    MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, VectorSpecies.class);
            return data == null ? DoubleVector.SPECIES_PREFERRED : data;
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException("no class data", failure);
        }
    }
}
