package lemmata.simd;

import lemmata.rng.Philox;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// Normal draws on vectors: the bits of rng.Gaussian, a trial per lane.
///
/// **Source.** simd.SampledLoss/S1.
final class VectorInputs {

    private static final NoisePasses PASSES = new VectorNoise();
    private static final int LANES = 32;

    private VectorInputs() {}

    /// Draws 0 … rows − 1 of `batch` trials, row by row.
    static double[] of(long seed, long firstTrial, int batch, int rows) {
        int width = Math.ceilDiv(batch, LANES) * LANES;
        int words = Math.ceilDiv(rows, 4) * 2;
        Lanes lanes = new Lanes(width, 1, words, new Words(Generator.PHILOX, seed, Philox.NORMALS));
        lanes.begin(firstTrial);
        double[] exponential = new double[words * width];
        double[] normals = new double[2 * words * width];
        PASSES.words(lanes).run(0, 0);
        PASSES.exponentials(lanes.words, 0, 0, exponential, 0, exponential.length)
                .run(0, 0);
        PASSES.normals(lanes.words, 0, exponential, normals, words, width).run(0, 0);
        double[] z = new double[rows * batch];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(normals, row * width, z, row * batch, batch);
        }
        return z;
    }
}
