package lemmata.simd;

/// What dynamics.LumpedBatch needs beside a [FullBlock] with p = 2, whose filter is (c, s).
final class PlaneBlock {

    final FullBlock block;
    final BatchBlock sum;
    /// Length of the filter that is lumped, at least 2.
    final int p;
    /// Powers, then circle, then coordinates of ξ.
    final double[] total = new double[FullBlock.WIDTH];

    final double[] beyond = new double[FullBlock.WIDTH];
    final double[] cosine = new double[FullBlock.WIDTH];
    final double[] sine = new double[FullBlock.WIDTH];
    final double[] rest = new double[FullBlock.WIDTH];
    /// Angle of ṽ to v.
    final double[] cosChi = new double[FullBlock.WIDTH];

    final double[] sinChi = new double[FullBlock.WIDTH];
    /// Words and numbers of the rest of ∇_w.
    final int rows;

    final double[] exponential;
    final double[] normals;

    PlaneBlock(FullBlock block, BatchBlock sum, int p) {
        this.block = block;
        this.sum = sum;
        this.p = p;
        this.rows = p - 1 >> 1;
        this.exponential = new double[rows * FullBlock.WIDTH];
        this.normals = new double[2 * rows * FullBlock.WIDTH];
    }
}
