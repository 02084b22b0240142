package lemmata.simd;

import java.util.ArrayList;
import java.util.List;
import lemmata.rng.Ball;
import lemmata.rng.Words;

/// dynamics.LumpedBatch on vectors: the same bits as its plain code, many trials at a time; p ≥ 2.
///
/// A state is (c, s, a, steps taken). **Source.** simd.VectorEngines.
final class PlaneEngine implements Engine {

    private final FullBlock block;
    private final Lanes noise;
    private final Lanes inputs;
    private final int batch;
    private final List<Pass> begin = new ArrayList<>();
    private final List<Pass> perturb = new ArrayList<>();
    private final List<Pass> sample = new ArrayList<>();
    private final List<Pass> end = new ArrayList<>();

    /// @param bits width of the vectors
    /// @param p length of the filter that is lumped
    /// @param batch inputs per mini-batch
    PlaneEngine(int bits, int p, double[] aStar, int batch, Words inputWords, Words noiseWords) {
        this.batch = batch;
        block = new FullBlock(new double[] {1, 0}, aStar);
        BatchBlock sum = new BatchBlock(block, batch);
        PlaneBlock plane = new PlaneBlock(block, sum, p);
        NoisePasses draw = Species.copy(VectorNoise.class, NoisePasses.class, bits);
        FullPasses full = Species.copy(VectorFull.class, FullPasses.class, bits);
        SlopePasses slope = Species.copy(VectorSlope.class, SlopePasses.class, bits);
        BatchPasses sums = Species.copy(VectorBatch.class, BatchPasses.class, bits);
        PlanePasses own = Species.copy(VectorPlane.class, PlanePasses.class, bits);
        int width = FullBlock.WIDTH;
        int rows = 2 + plane.rows + Ball.words(block.k);
        noise = new Lanes(width, 1, rows + (rows & 1), noiseWords);
        inputs = new Lanes(width, 1, sum.rows, inputWords);
        long[] words = noise.words;
        begin.add(slope.liveness(block.frame));
        begin.add(draw.words(noise));
        begin.add(draw.powers(words, 0, 0, p, plane.total, 0, width));
        begin.add(draw.powers(words, 0, 32, p - 2, plane.beyond, 0, width));
        begin.add(draw.circles(words, width, 0, plane.cosine, 0, plane.sine, 0, width));
        begin.add(draw.shadow(plane.total, plane.beyond, plane.cosine, plane.sine, plane.rest, () -> block.rhoW));
        begin.add(draw.exponentials(words, 2 * width, 0, plane.exponential, 0, plane.exponential.length));
        begin.add(draw.normals(words, 2 * width, plane.exponential, plane.normals, plane.rows, width));
        begin.add(own.perturb(plane));
        begin.add(sums.clear(sum));
        int from = (2 + plane.rows) * width;
        int to = block.outputNoise();
        int n = Ball.words(block.k) * width;
        perturb.add(draw.exponentials(words, from, 0, block.exponential, to, n));
        perturb.addAll(full.perturbOutput(block, words, from));
        sample.addAll(BatchEngine.sample(sum, inputs, draw, sums));
        end.add(sums.finish(sum));
        end.add(own.filter(plane));
        end.add(full.output(block));
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
                FullEngine.run(begin, step);
                if (leg.rhoA() != 0) {
                    FullEngine.run(perturb, step);
                } else {
                    System.arraycopy(block.a, 0, block.aTilde, 0, block.a.length);
                }
                for (int n = 0; n < batch; n++) {
                    FullEngine.run(sample, step * batch + n);
                }
                FullEngine.run(end, step);
            }
            block.write(states, from, here);
        }
    }
}
