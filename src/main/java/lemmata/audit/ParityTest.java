package lemmata.audit;

import java.util.function.LongFunction;
import lemmata.num.Functions;

/// Test that n pairs of 64-bit words are independent and uniform, by the frequencies of parities of their bits.
///
/// For ideal words each parity below is 1 with probability ½, independently from pair to pair, so its frequency is off
/// ½ by more than ε with probability at most 2 exp(−2nε²) = δ (Hoeffding); reject if one is.
/// Parities: x_b ⊕ y_c for all bits b and c; those of all 255 sets of bits of each byte of x, and of each of x ⊕ y.
/// Single bits are among them, and the bytes' χ² statistic is n times the sum of the squares of 255 of them.
/// Power: a parity that is 1 with a probability off ½ by 2ε or more is found with probability at least 1 − δ.
///
/// @param relation what makes the pairs, in words
/// @param n how many pairs, a multiple of 64
/// @param deviation the largest |frequency − ½|
public record ParityTest(String relation, int n, double deviation) {

    /// δ, the false-alarm probability of one parity.
    private static final double DELTA = 1e-16;

    /// Parities of each test.
    public static final int PARITIES = 64 * 64 + 2 * 8 * 255;

    /// False-alarm probability of one test, all parities together.
    public static final double FALSE_ALARM = PARITIES * DELTA;

    private static final int BITS = 64;
    private static final int SETS = 256;

    /// Tests the pairs 0 … n − 1.
    static ParityTest of(String relation, int n, LongFunction<long[]> pairs) {
        int[] across = new int[BITS * BITS];
        int[] first = new int[8 * SETS];
        int[] both = new int[8 * SETS];
        long[] x = new long[BITS];
        long[] y = new long[BITS];
        for (long m = 0; m < n; ) {
            for (int i = 0; i < BITS; i++, m++) {
                long[] pair = pairs.apply(m);
                x[i] = pair[0];
                y[i] = pair[1];
            }
            transpose(x);
            transpose(y);
            for (int b = 0; b < BITS; b++) {
                for (int c = 0; c < BITS; c++) {
                    across[BITS * b + c] += Long.bitCount(x[b] ^ y[c]);
                }
                y[b] ^= x[b];
            }
            countSets(x, first);
            countSets(y, both);
        }
        return new ParityTest(relation, n, Math.max(largest(across, n), Math.max(largest(first, n), largest(both, n))));
    }

    /// 2ε: a parity that is 1 with a probability off ½ by so much is found.
    static double detectable(int n) {
        return 2 * Math.sqrt(Functions.log(2 / DELTA) / (2.0 * n));
    }

    /// ε, the largest deviation that passes.
    public double allowed() {
        return detectable(n) / 2;
    }

    /// deviation/allowed, at most 1 unless the test rejects.
    public double ratio() {
        return deviation / allowed();
    }

    /// Whether the words are not refuted.
    public boolean accepts() {
        return deviation <= allowed();
    }

    /// Word i of the result holds bit i of each word, bit j of which is that of word j: halves of blocks of 64, 32, … 2
    /// rows are exchanged.
    static void transpose(long[] rows) {
        long mask = 0xFFFFFFFFL;
        for (int half = BITS / 2; half > 0; half >>= 1, mask ^= mask << half) {
            for (int row = 0; row < BITS; row = (row | half) + 1 & ~half) {
                long exchanged = (rows[row] >>> half ^ rows[row + half]) & mask;
                rows[row] ^= exchanged << half;
                rows[row + half] ^= exchanged;
            }
        }
    }

    /// Adds to the count of each nonempty set of bits of each byte how often its parity is 1.
    private static void countSets(long[] planes, int[] counts) {
        long[] parity = new long[SETS];
        for (int b = 0; b < 8; b++) {
            for (int set = 1; set < SETS; set++) {
                parity[set] = parity[set & set - 1] ^ planes[8 * b + Integer.numberOfTrailingZeros(set)];
                counts[SETS * b + set] += Long.bitCount(parity[set]);
            }
        }
    }

    /// The count of the empty set is 0 and no parity.
    private static double largest(int[] counts, int n) {
        double largest = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts.length == BITS * BITS || i % SETS != 0) {
                largest = Math.max(largest, Math.abs((double) counts[i] / n - 0.5));
            }
        }
        return largest;
    }
}
