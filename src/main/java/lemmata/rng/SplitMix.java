package lemmata.rng;

import lemmata.claim.Statement;

/// SplitMix64 addressed by number: word i of a stream that starts at a state s is mix(s + (i + 1)γ) modulo 2⁶⁴.
///
/// mix(z): z ← (z ⊕ z/2³⁰) · 0xBF58476D1CE4E5B9, z ← (z ⊕ z/2²⁷) · 0x94D049BB133111EB, z ⊕ z/2³¹; γ =
/// 0x9E3779B97F4A7C15
///
/// From state 1234567 come 6457827717110365317, 3203168211198807973, …; mix is a bijection, mix(0) = 0.
/// A fifth of Philox's cost. All streams lie on one cycle of 2⁶⁴ words, so two may overlap: rng.Words/S3 says how
/// likely.
/// **Source.** rng.Words/S1; G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA
/// 2014; S. Vigna, splitmix64.c, 2015.
public final class SplitMix {

    /// γ, the odd integer next to 2⁶⁴/golden ratio.
    public static final long GAMMA = 0x9E3779B97F4A7C15L;

    /// The multipliers of mix.
    public static final long FIRST = 0xBF58476D1CE4E5B9L;

    public static final long SECOND = 0x94D049BB133111EBL;

    private SplitMix() {}

    /// The state at which the stream of (seed, domain, trial) starts; distinct trials start at distinct states.
    @Statement("rng.Words/S2")
    public static long start(long seed, int domain, long trial) {
        return mix(mix(seed + domain * FIRST) + trial * GAMMA);
    }

    /// Word number `index` of the stream that starts at a state.
    @Statement("rng.Words/S1")
    public static long word(long start, long index) {
        return mix(start + (index + 1) * GAMMA);
    }

    private static long mix(long state) {
        long z = (state ^ state >>> 30) * FIRST;
        z = (z ^ z >>> 27) * SECOND;
        return z ^ z >>> 31;
    }
}
