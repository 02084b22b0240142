package lemmata.simd;

/// The inputs of one sample of a mini-batch for a block of trials, and what the batch sums up: see
/// dynamics.MiniBatchGradient.
final class BatchBlock {

    final FullBlock block;
    /// Words of a sample: two normal numbers each, an even number of words.
    final int rows;
    /// 1/batch.
    final double share;
    /// One row per word of input, then one per normal number.
    final double[] exponential;

    final double[] z;
    /// σ(zⱼᵀw̃), then R ãⱼ where it is positive and 0 elsewhere.
    final double[] hidden;

    final double[] residual = new double[FullBlock.WIDTH];
    final double[] slopeW;
    final double[] slopeA;
    /// Σ of the squares of the factors R ãⱼ.
    final double[] spread = new double[FullBlock.WIDTH];

    BatchBlock(FullBlock block, int batch) {
        this.block = block;
        this.rows = Math.addExact(Math.multiplyExact(block.p, block.k), 3) / 4 * 2;
        this.share = 1.0 / batch;
        exponential = new double[rows * FullBlock.WIDTH];
        z = new double[2 * rows * FullBlock.WIDTH];
        hidden = new double[block.k * FullBlock.WIDTH];
        slopeW = new double[block.p * FullBlock.WIDTH];
        slopeA = new double[block.k * FullBlock.WIDTH];
    }
}
