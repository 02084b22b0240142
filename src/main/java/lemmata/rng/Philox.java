package lemmata.rng;

import lemmata.claim.Statement;

/// Philox4x32-10: 128 random bits as a pure function of a 64-bit key and a 128-bit counter.
///
/// (c₀, c₁, c₂, c₃) ← (⌊m₁c₂/2³²⌋ ⊕ c₁ ⊕ k₀, m₁c₂ mod 2³², ⌊m₀c₀/2³²⌋ ⊕ c₃ ⊕ k₁, m₀c₀ mod 2³²), ten times, the key
/// (k₀, k₁) growing by (w₀, w₁) modulo 2³² after each.
///
/// Key and counter 0 give 6627e8d5 e169c58d bc57ac4c 9b00dbd8; for a fixed key distinct counters give distinct blocks.
/// **Addresses.** The seed is the key; c₀, c₁ hold the index (48 bits) below the domain (16 bits), c₂, c₃ the trial.
/// **Source.** rng.Philox/S1; J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as
/// 1, 2, 3, SC 2011.
public final class Philox {

    /// Domain of the standard normal draws of [Gaussian]. Each use of randomness has a domain of its own.
    public static final int NORMALS = 1;

    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final long WORD = 0xFFFFFFFFL;

    private Philox() {}

    /// The 128 bits at one counter.
    ///
    /// @param low the words 0 (lower half) and 1
    /// @param high the words 2 (lower half) and 3
    public record Block(long low, long high) {}

    /// The block at a counter; words in the order of [Block], k₀ in the lower half of the key.
    @Statement("rng.Philox/S1")
    public static Block block(long key, long counterLow, long counterHigh) {
        int c0 = (int) counterLow;
        int c1 = (int) (counterLow >>> 32);
        int c2 = (int) counterHigh;
        int c3 = (int) (counterHigh >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = M0 * (c0 & WORD);
            long product1 = M1 * (c2 & WORD);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += W0;
            k1 += W1;
        }
        return new Block(pair(c0, c1), pair(c2, c3));
    }

    /// The block at an address: distinct (seed, domain, trial, index) have distinct (key, counter).
    ///
    /// @param domain what the bits are for, in [0, 2¹⁶)
    /// @param index number within the trial, in [0, 2⁴⁸)
    /// @throws IllegalArgumentException if `domain` or `index` is out of range
    @Statement("rng.Philox/S1")
    public static Block at(long seed, int domain, long trial, long index) {
        if (domain >>> 16 != 0 || index >>> 48 != 0) {
            throw new IllegalArgumentException(
                    "domain " + domain + " must lie in [0, 2^16) and index " + index + " in [0, 2^48)");
        }
        return block(seed, (long) domain << 48 | index, trial);
    }

    /// A number in the open unit interval from the upper 52 bits of a word: (⌊word/2¹²⌋ + ½) · 2⁻⁵².
    ///
    /// Word 0 gives 2⁻⁵³, word 2⁶⁴−1 gives 1 − 2⁻⁵³; never 0 or 1, and `~word` gives exactly 1 − `uniform(word)`.
    /// **Accuracy.** Exact: the result is an odd multiple of 2⁻⁵³.
    @Statement("rng.Philox/S1")
    public static double uniform(long word) {
        return ((word >>> 12) + 0.5) * 0x1p-52;
    }

    private static long pair(int low, int high) {
        return (long) high << 32 | low & WORD;
    }
}
