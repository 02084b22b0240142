package lemmata.rng;

import java.util.Locale;
import lemmata.claim.Statement;

/// Random 64-bit words by number: word i of a trial is a pure function of (generator, seed, domain, trial, i).
///
/// Any word can be had alone, in any order, on any thread, and twice. Both generators pass the same tests,
/// rng.Words/S4.
/// **Source.** rng.Words.
///
/// @param generator which function
/// @param seed the experiment
/// @param domain what the words are for, in [0, 2¹⁶); each use has its own
@Statement("rng.Words/S4")
public record Words(Generator generator, long seed, int domain) {

    /// Domain of initial points.
    public static final int STARTS = 2;

    /// Domain of the noise of a full step.
    public static final int NOISE = 3;

    /// Domain of the noise of a lumped step.
    public static final int LUMPED_NOISE = 4;

    /// Domain of the inputs of mini-batches.
    public static final int INPUTS = 5;

    /// Domain of the lumped inputs of mini-batches.
    public static final int LUMPED_INPUTS = 6;

    /// Words per trial: indices are below this.
    public static final long PER_TRIAL = 1L << 48;

    /// The functions.
    public enum Generator {
        /// Word 2b is the lower, word 2b+1 the upper half of block b of [Philox].
        PHILOX,
        /// Word i is word i of the stream of [SplitMix] that starts at [SplitMix#start].
        SPLITMIX;

        /// `philox`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Word number `index` of a trial.
    ///
    /// @param index in [0, [#PER_TRIAL])
    /// @throws IllegalArgumentException if `index` or the domain is out of range
    @Statement({"rng.Words/S1", "rng.Words/S2"})
    public long word(long trial, long index) {
        if (domain >>> 16 != 0 || index < 0 || index >= PER_TRIAL) {
            throw new IllegalArgumentException(
                    "domain " + domain + " must lie in [0, 2^16) and index " + index + " in [0, 2^48)");
        }
        return switch (generator) {
            case PHILOX -> half(Philox.at(seed, domain, trial, index >> 1), index);
            case SPLITMIX -> SplitMix.word(SplitMix.start(seed, domain, trial), index);
        };
    }

    /// Bound of the probability that any two of so many trials, of so many words each, share a word: 0 for Philox,
    /// `trials`² `words`/2⁶⁴ for SplitMix.
    ///
    /// A million trials of a million words: 0.054.
    @Statement("rng.Words/S3")
    public double overlap(double trials, double words) {
        return generator == Generator.PHILOX ? 0 : trials * trials * words * 0x1p-64;
    }

    private static long half(Philox.Block block, long index) {
        return (index & 1) == 0 ? block.low() : block.high();
    }
}
