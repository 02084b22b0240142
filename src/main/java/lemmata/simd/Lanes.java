package lemmata.simd;

import lemmata.rng.SplitMix;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// Where the random words of a block of trials come from and go to, [#WIDTH] trials side by side.
///
/// Word `row` of step t is word t·rows + row of each trial; `words[(row·depth + (t − first)) · WIDTH + lane]`.
final class Lanes {

    final int width;
    final int depth;
    final int rows;
    final Words source;
    final long[] words;
    /// States of SplitMix before the words of step 0, word by word.
    final long[] states;
    /// Round keys of Philox.
    final long[] keys = new long[2 * PHILOX_ROUNDS];

    static final int PHILOX_ROUNDS = 10;
    long firstTrial;

    Lanes(int width, int depth, int rows, Words source) {
        this.width = width;
        this.depth = depth;
        this.rows = rows;
        this.source = source;
        this.words = new long[rows * depth * width];
        this.states = source.generator() == Generator.SPLITMIX ? new long[words.length] : new long[0];
        int low = (int) source.seed();
        int high = (int) (source.seed() >>> 32);
        for (int i = 0; i < keys.length; i += 2) {
            keys[i] = Integer.toUnsignedLong(low);
            keys[i + 1] = Integer.toUnsignedLong(high);
            low += 0x9E3779B9;
            high += 0xBB67AE85;
        }
    }

    /// Turns to the trials from `trial` on.
    void begin(long trial) {
        firstTrial = trial;
        for (int lane = 0; lane < width && states.length > 0; lane++) {
            long start = SplitMix.start(source.seed(), source.domain(), trial + lane);
            for (int word = 0; word < rows * depth; word++) {
                long index = (long) (word % depth) * rows + word / depth;
                states[word * width + lane] = start + (index + 1) * SplitMix.GAMMA;
            }
        }
    }
}
