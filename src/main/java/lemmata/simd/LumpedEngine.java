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
    private final List<Stage> noise = new ArrayList<>();
    private final List<Stage> chain = new ArrayList<>();

    /// @param bits width of the vectors
    /// @param p length of the filter
    /// @param k number of patches
    /// @param along a₁ of the teacher
    /// @param across a₂ of the teacher
    /// @param form reading of the gradient
    /// @param words of the noise
    LumpedEngine(
            int bits, int p, int k, double along, double across, Form form, Words words) {
        block = new LumpedBlock(k, along, across);
        lanes = new Lanes(LumpedBlock.WIDTH, LumpedBlock.DEPTH, 4, words);
        NoiseStages draw = Species.copy(VectorNoise.class, NoiseStages.class, bits);
        int n = LumpedBlock.SIZE;
        long[] from = lanes.words;
        noise.add(draw.words(lanes));
        double[][] power = block.power;
        noise.add(draw.powers(from, 0, 0, p, power[0]));
        noise.add(draw.powers(from, 0, 32, p - 2, power[1]));
        noise.add(draw.powers(from, n, 0, k, power[2]));
        noise.add(draw.powers(from, n, 32, k - 2, power[3]));
        noise.add(draw.powers(from, 2 * n, 0, k - 4, power[4]));
        noise.add(draw.circles(from, 2 * n, 32, block.cosine[0], block.sine[0], 0, n));
        noise.add(draw.circles(from, 3 * n, 0, block.cosine[1], block.sine[1], 0, n));
        noise.add(draw.circles(from, 3 * n, 32, block.cosine[2], block.sine[2], 0, n));
        LumpedStages step = Species.copy(VectorLumped.class, LumpedStages.class, bits);
        SlopeStages slope = Species.copy(VectorSlope.class, SlopeStages.class, bits);
        noise.add(draw.shadow(
                power[0], power[1], block.cosine[0], block.sine[0], block.xiRest, () -> block.rhoW));
        noise.add(draw.shadow(
                power[2], power[3], block.cosine[1], block.sine[1], block.epsilonRest, () -> block.rhoA));
        noise.add(step.third(block));
        chain.add(slope.liveness(block.frame));
        chain.add(step.perturb(block));
        chain.addAll(slope.coefficients(block.frame, form, block.root * along));
        chain.add(step.output(block));
        chain.add(step.filter(block));
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
            for (Stage stage : noise) {
                stage.run(step, 0);
            }
            int depth = (int) Math.min(LumpedBlock.DEPTH, end - step);
            for (int deep = 0; deep < depth; deep++) {
                for (Stage stage : chain) {
                    stage.run(step + deep, deep * LumpedBlock.WIDTH);
                }
            }
        }
    }

    private void read(double[] states, int from, int count) {
        for (int lane = 0; lane < LumpedBlock.WIDTH; lane++) {
            int at = (from + Math.min(lane, count - 1)) * ROWS;
            block.c[lane] = states[at];
            block.s[lane] = states[at + 1];
            double x = states[at + 2];
            double y = states[at + 3];
            double z = states[at + 4];
            block.x[lane] = x;
            block.y[lane] = y;
            block.z[lane] = z;
            block.frame.taken[lane] = states[at + 5];
            block.frame.size[lane] = Math.fma(x, x, Math.fma(y, y, z * z));
        }
    }

    private void write(double[] states, int from, int count) {
        for (int lane = 0; lane < count; lane++) {
            int at = (from + lane) * ROWS;
            states[at] = block.c[lane];
            states[at + 1] = block.s[lane];
            states[at + 2] = block.x[lane];
            states[at + 3] = block.y[lane];
            states[at + 4] = block.z[lane];
            states[at + 5] = block.frame.taken[lane];
        }
    }
}
