package lemmata.rng;

import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.rng.Philox.Block;

/// Standard normal draws: draw i of a trial is a pure function of (seed, trial, i).
///
/// Draws 2b and 2b+1 are r cos 2πv and r sin 2πv with r = √(−2 ln u) (Box–Muller), where u and v are
/// [Philox#uniform(long)] of the lower and the upper 64 bits of block b of the trial, domain [Philox#NORMALS].
///
/// Word 0 gives the largest radius, √(106 ln 2) < 8.572, word 2⁶⁴−1 the smallest, √(2 · 2⁻⁵³) to within rounding.
/// **Accuracy.** With uniform independent words the law of each draw is within [#LAW_ERROR] of N(0, 1) in Kolmogorov's
/// distance. The same bits on every machine. **Source.** rng.Gaussian/S1, S2.
public final class Gaussian {

    /// Kolmogorov distance of the law of one draw, or of (x ± y)/√2 for the two draws of a block, from N(0, 1).
    public static final double LAW_ERROR = 0x1p-46;

    private Gaussian() {}

    /// Draw number `index` of a trial.
    ///
    /// @throws IllegalArgumentException if `index` is outside [0, 2⁴⁹)
    @Statement({"rng.Gaussian/S1", "rng.Gaussian/S2"})
    public static double draw(long seed, long trial, long index) {
        Block block = block(seed, trial, index);
        return (index & 1) == 0 ? even(block) : odd(block);
    }

    /// Fills `out` with the draws `firstIndex`, `firstIndex + 1`, …; the same bits as [#draw].
    ///
    /// @throws IllegalArgumentException if an index is outside [0, 2⁴⁹)
    @Statement("rng.Gaussian/S1")
    public static void fill(double[] out, long seed, long trial, long firstIndex) {
        int i = 0;
        if ((firstIndex & 1) == 1 && out.length > 0) {
            out[i++] = draw(seed, trial, firstIndex);
        }
        for (; i + 1 < out.length; i += 2) {
            Block block = block(seed, trial, firstIndex + i);
            out[i] = even(block);
            out[i + 1] = odd(block);
        }
        if (i < out.length) {
            out[i] = draw(seed, trial, firstIndex + i);
        }
    }

    private static Block block(long seed, long trial, long index) {
        return Philox.at(seed, Philox.NORMALS, trial, index >> 1);
    }

    private static double even(Block block) {
        return radius(block) * Functions.cos(angle(block));
    }

    private static double odd(Block block) {
        return radius(block) * Functions.sin(angle(block));
    }

    private static double radius(Block block) {
        return Math.sqrt(-2 * Functions.log(Philox.uniform(block.low())));
    }

    private static double angle(Block block) {
        return 2 * Math.PI * Philox.uniform(block.high());
    }
}
