package lemmata.rng;

import lemmata.claim.Statement;
import lemmata.num.LaneFunctions;
import lemmata.rng.Words.Generator;

/// Standard normal draws: draw i of a trial is a pure function of (seed, trial, i).
///
/// A 64-bit word gives two: √(2E) cos θ and √(2E) sin θ (Box–Muller), with the exponential E of its lower 32 bits and
/// the angle θ of its upper 32. Draws 2i and 2i+1 come from word i of the trial, [Generator#PHILOX], domain
/// [Philox#NORMALS].
///
/// Word 0 gives the largest radius, √(66 ln 2) < 6.764; the radius is never 0, nor is a draw.
/// **Accuracy.** With uniform independent words the law of each draw is within [#LAW_ERROR] of N(0, 1) in Kolmogorov's
/// distance. The same bits on every machine. **Source.** rng.Gaussian.
public final class Gaussian {

    /// Kolmogorov distance of the law of one draw, or of (x ± y)/√2 for the two draws of a word, from N(0, 1).
    public static final double LAW_ERROR = 0x1p-30;

    private Gaussian() {}

    /// Draw number `index` of a trial.
    ///
    /// @throws IllegalArgumentException if `index` is outside [0, 2⁴⁹)
    @Statement({"rng.Gaussian/S1", "rng.Gaussian/S2"})
    public static double draw(long seed, long trial, long index) {
        return draw(new Words(Generator.PHILOX, seed, Philox.NORMALS), trial, index);
    }

    /// Draw number `index` of a trial from words of one's own.
    ///
    /// @throws IllegalArgumentException if `index` is outside [0, 2⁴⁹)
    @Statement({"rng.Gaussian/S1", "rng.Gaussian/S2"})
    public static double draw(Words words, long trial, long index) {
        long word = words.word(trial, index >> 1);
        return (index & 1) == 0 ? even(word) : odd(word);
    }

    /// Fills `out` with the draws `firstIndex`, `firstIndex + 1`, …; the same bits as [#draw].
    ///
    /// @throws IllegalArgumentException if an index is outside [0, 2⁴⁹)
    @Statement("rng.Gaussian/S1")
    public static void fill(double[] out, long seed, long trial, long firstIndex) {
        fill(out, new Words(Generator.PHILOX, seed, Philox.NORMALS), trial, firstIndex);
    }

    /// The same from words of one's own.
    @Statement("rng.Gaussian/S1")
    public static void fill(double[] out, Words words, long trial, long firstIndex) {
        for (int i = 0; i < out.length; ) {
            long word = words.word(trial, firstIndex + i >> 1);
            if ((firstIndex + i & 1) == 0) {
                out[i++] = even(word);
            }
            if (i < out.length) {
                out[i++] = odd(word);
            }
        }
    }

    /// √(2E) cos θ.
    static double even(long word) {
        return Math.sqrt(LaneFunctions.exponential(word)) * LaneFunctions.cosine(word >>> 32);
    }

    /// √(2E) sin θ.
    static double odd(long word) {
        return Math.sqrt(LaneFunctions.exponential(word)) * LaneFunctions.sine(word >>> 32);
    }
}
