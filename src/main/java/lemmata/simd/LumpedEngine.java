package lemmata.simd;

import java.util.ArrayList;
import java.util.List;
import lemmata.rng.Words;

/// dynamics.LumpedChain on vectors: the same bits as its plain code, many trials at a time.
///
/// A state is (c, s, x, y, z, steps taken). For p ≥ 2 and k ≥ 4. **Source.** simd.VectorEngines.
final class LumpedEngine implements Engine {

    /// Numbers per state.
    static final int ROWS = 6;

    private final LumpedBlock block;
    private final Lanes lanes;
    private final List<Pass> noise = new ArrayList<>();
    private final List<Pass> chain = new ArrayList<>();

    /// @param bits width of the vectors
    /// @param p length of the filter
    /// @param k number of patches
    /// @param along a₁ of the teacher
    /// @param across a₂ of the teacher
    /// @param form reading of the gradient
    /// @param words of the noise
    LumpedEngine(int bits, int p, int k, double along, double across, Form form, Words words) {
        block = new LumpedBlock(k, along, across);
        lanes = new Lanes(LumpedBlock.WIDTH, LumpedBlock.DEPTH, 4, words);
        NoisePasses draw = Species.copy(VectorNoise.class, NoisePasses.class, bits);
        int n = LumpedBlock.SIZE;
        long[] from = lanes.words;
        noise.add(draw.words(lanes));
        int[] degrees = {p, p - 2, k, k - 2, k - 4};
        for (int i = 0; i < degrees.length; i++) {
            int half = 32 * (i & 1);
            noise.add(draw.powers(from, (i >> 1) * n, half, degrees[i], block.noise, LumpedBlock.POWER + i * n, n));
        }
        for (int i = 0; i < 3; i++) {
            int half = 32 * (i + 1 & 1);
            int row = (i + 5 >> 1) * n;
            noise.add(draw.circles(
                    from,
                    row,
                    half,
                    block.noise,
                    LumpedBlock.COSINE + i * n,
                    block.noise,
                    LumpedBlock.SINE + i * n,
                    n));
        }
        LumpedPasses step = Species.copy(VectorLumped.class, LumpedPasses.class, bits);
        SlopePasses slope = Species.copy(VectorSlope.class, SlopePasses.class, bits);
        chain.add(slope.liveness(block.frame));
        chain.add(step.perturb(block));
        chain.add(slope.coefficients(block.frame, form, block.root * along));
        chain.add(step.descend(block));
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void advance(double[] states, long firstTrial, int count, Leg leg) {
        block.frame.rate = leg.eta();
        block.rhoW = leg.rhoW();
        block.rhoA = leg.rhoA();
        for (int from = 0; from < count; from += LumpedBlock.WIDTH) {
            int here = Math.min(LumpedBlock.WIDTH, count - from);
            read(states, from, here);
            lanes.begin(firstTrial + from);
            advance(leg);
            write(states, from, here);
        }
    }

    private void advance(Leg leg) {
        long end = leg.first() + leg.steps();
        for (long step = leg.first(); step < end; step += LumpedBlock.DEPTH) {
            for (Pass pass : noise) {
                pass.run(step, 0);
            }
            int depth = (int) Math.min(LumpedBlock.DEPTH, end - step);
            for (int deep = 0; deep < depth; deep++) {
                for (Pass pass : chain) {
                    pass.run(step + deep, deep * LumpedBlock.WIDTH);
                }
            }
        }
    }

    private void read(double[] states, int from, int count) {
        for (int lane = 0; lane < LumpedBlock.WIDTH; lane++) {
            int at = (from + Math.min(lane, count - 1)) * ROWS;
            block.state[LumpedBlock.C + lane] = states[at];
            block.state[LumpedBlock.S + lane] = states[at + 1];
            double x = states[at + 2];
            double y = states[at + 3];
            double z = states[at + 4];
            block.state[LumpedBlock.X + lane] = x;
            block.state[LumpedBlock.Y + lane] = y;
            block.state[LumpedBlock.Z + lane] = z;
            block.frame.taken[lane] = states[at + 5];
            block.frame.size[lane] = Math.fma(x, x, Math.fma(y, y, z * z));
        }
    }

    private void write(double[] states, int from, int count) {
        for (int lane = 0; lane < count; lane++) {
            int at = (from + lane) * ROWS;
            states[at] = block.state[LumpedBlock.C + lane];
            states[at + 1] = block.state[LumpedBlock.S + lane];
            states[at + 2] = block.state[LumpedBlock.X + lane];
            states[at + 3] = block.state[LumpedBlock.Y + lane];
            states[at + 4] = block.state[LumpedBlock.Z + lane];
            states[at + 5] = block.frame.taken[lane];
        }
    }
}
