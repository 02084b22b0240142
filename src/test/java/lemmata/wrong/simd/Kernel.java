package lemmata.wrong.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import lemmata.wrong.loss.Residual;

/// A kernel: free to use the vector module, not to use `loss` or vector functions whose last bit the platform chooses.
public final class Kernel {
    /// A field that is no constant, so that its user depends on this class.
    public static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    private Kernel() {}

    static final class UsesLoss {
        Residual residual = new Residual();
    }

    static final class UsesVectorSin {
        DoubleVector of(DoubleVector x) {
            return x.lanewise(VectorOperators.SIN);
        }
    }
}
