package lemmata.simd;

import java.util.ArrayList;
import java.util.List;
import lemmata.rng.Ball;
import lemmata.rng.Words;

/// GD and P-GD with the exact gradient, on vectors: the same bits as the plain code of dynamics, many trials at a time.
///
/// A state is (w, a, steps taken). **Source.** simd.VectorEngines.
final class FullEngine implements Engine {

    private final FullBlock block;
    private final Lanes lanes;
    private final List<Pass> perturb = new ArrayList<>();
    private final List<Pass> sums;
    private final List<Pass> descend = new ArrayList<>();

    /// @param bits width of the vectors
    /// @param form reading of the gradient
    /// @param words of the noise
    FullEngine(int bits, double[] wStar, double[] aStar, Form form, Words words) {
        block = new FullBlock(wStar, aStar);
        lanes = noise(block, words);
        NoisePasses draw = Species.copy(VectorNoise.class, NoisePasses.class, bits);
        FullPasses full = Species.copy(VectorFull.class, FullPasses.class, bits);
        SlopePasses slope = Species.copy(VectorSlope.class, SlopePasses.class, bits);
        perturb.addAll(perturb(block, lanes, draw, full));
        double sumStar = 0;
        for (double entry : aStar) {
            sumStar += entry;
        }
        descend.add(slope.liveness(block.frame));
        sums = full.sums(block);
        descend.add(full.square(block));
        descend.add(slope.coefficients(block.frame, form, sumStar));
        descend.addAll(full.exactDescend(block));
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
            lanes.begin(firstTrial + from);
            for (long step = leg.first(); step < leg.first() + leg.steps(); step++) {
                if (!perturb(block, perturb, leg, step)) {
                    run(sums, step);
                }
                run(descend, step);
            }
            block.write(states, from, here);
        }
    }

    /// The words of the noise: those of both balls, an even number.
    static Lanes noise(FullBlock block, Words words) {
        int rows = Ball.words(block.p) + Ball.words(block.k);
        return new Lanes(FullBlock.WIDTH, 1, rows + (rows & 1), words);
    }

    /// The passes that draw noise and add it.
    static List<Pass> perturb(FullBlock block, Lanes lanes, NoisePasses draw, FullPasses full) {
        int n = block.exponential.length;
        List<Pass> passes = new ArrayList<>();
        passes.add(draw.words(lanes));
        passes.add(draw.exponentials(lanes.words, 0, 0, block.exponential, 0, n));
        passes.addAll(full.perturbFilter(block, lanes.words, 0));
        passes.addAll(full.perturbOutput(block, lanes.words, block.outputNoise()));
        return passes;
    }

    /// The perturbed point; the point itself, and false, if there is no noise.
    static boolean perturb(FullBlock block, List<Pass> passes, Leg leg, long step) {
        if (leg.rhoW() != 0 || leg.rhoA() != 0) {
            run(passes, step);
            return true;
        }
        System.arraycopy(block.w, 0, block.wTilde, 0, block.w.length);
        System.arraycopy(block.a, 0, block.aTilde, 0, block.a.length);
        return false;
    }

    static void run(List<Pass> passes, long step) {
        for (Pass pass : passes) {
            pass.run(step, 0);
        }
    }
}
