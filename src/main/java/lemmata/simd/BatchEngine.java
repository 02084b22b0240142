package lemmata.simd;

import java.util.ArrayList;
import java.util.List;
import lemmata.rng.Words;

/// SGD and perturbed SGD on vectors: the same bits as the plain code of dynamics, many trials at a time.
///
/// A state is (w, a, steps taken). **Source.** simd.VectorEngines.
final class BatchEngine implements Engine {

    private final FullBlock block;
    private final Lanes noise;
    private final Lanes inputs;
    private final int batch;
    private final List<Pass> perturb = new ArrayList<>();
    private final List<Pass> begin = new ArrayList<>();
    private final List<Pass> sample = new ArrayList<>();
    private final List<Pass> end = new ArrayList<>();

    /// @param bits width of the vectors
    /// @param batch inputs per mini-batch
    BatchEngine(int bits, double[] wStar, double[] aStar, int batch, Words inputWords, Words noiseWords) {
        this.batch = batch;
        block = new FullBlock(wStar, aStar);
        NoisePasses draw = Species.copy(VectorNoise.class, NoisePasses.class, bits);
        FullPasses full = Species.copy(VectorFull.class, FullPasses.class, bits);
        SlopePasses slope = Species.copy(VectorSlope.class, SlopePasses.class, bits);
        BatchPasses sums = Species.copy(VectorBatch.class, BatchPasses.class, bits);
        noise = FullEngine.noise(block, noiseWords);
        perturb.addAll(FullEngine.perturb(block, noise, draw, full));
        BatchBlock sum = new BatchBlock(block, batch);
        inputs = new Lanes(FullBlock.WIDTH, 1, sum.rows, inputWords);
        begin.add(slope.liveness(block.frame));
        begin.add(sums.clear(sum));
        sample.addAll(sample(sum, inputs, draw, sums));
        end.add(sums.finish(sum));
        end.add(full.filter(block));
        end.add(full.output(block));
    }

    /// The passes that draw a sample and add it to the sums.
    static List<Pass> sample(BatchBlock sum, Lanes inputs, NoisePasses draw, BatchPasses sums) {
        List<Pass> passes = new ArrayList<>();
        passes.add(draw.words(inputs));
        passes.add(draw.exponentials(inputs.words, 0, 0, sum.exponential, 0, sum.exponential.length));
        passes.add(draw.normals(inputs.words, 0, sum.exponential, sum.z, sum.rows, FullBlock.WIDTH));
        passes.addAll(sums.add(sum));
        return passes;
    }

    @Override
    public int rows() {
        return block.rows();
    }

    @Override
    public void advance(double[] states, long firstTrial, int count, Leg leg) {
        block.begin(leg);
        for (int from = 0; from < count; from += FullBlock.WIDTH) {
            int here = Math.min(FullBlock.WIDTH, count - from);
            block.read(states, from, here);
            noise.begin(firstTrial + from);
            inputs.begin(firstTrial + from);
            for (long step = leg.first(); step < leg.first() + leg.steps(); step++) {
                FullEngine.perturb(block, perturb, leg, step);
                FullEngine.run(begin, step);
                for (int n = 0; n < batch; n++) {
                    FullEngine.run(sample, step * batch + n);
                }
                FullEngine.run(end, step);
            }
            block.write(states, from, here);
        }
    }
}
