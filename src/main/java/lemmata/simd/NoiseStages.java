package lemmata.simd;

/// Stages that turn random words into exponentials, powers and points of the circle; n is a multiple of every width.
interface NoiseStages {

    /// Fills `lanes.words` for `depth` steps from the given one on.
    Stage words(Lanes lanes);

    /// out[to + i] ← the exponential of the 32 bits of words[from + i] above `shift`, for i < n.
    Stage exponentials(long[] words, int from, int shift, double[] out, int to, int n);

    /// The same, then out ← exp(exponent · out) − 1; exponent ≤ 0.
    Stage powers(long[] words, int from, int shift, double exponent, double[] out, int to, int n);

    /// cosine[to + i], sine[to + i] ← √2 cos θ, √2 sin θ of the 32 bits of words[from + i] above `shift`, for i < n.
    Stage circles(long[] words, int from, int shift, double[] cosine, double[] sine, int to, int n);

    /// Rows 2r and 2r+1 of `out` ← √e times the circle of the upper halves of row r of `words`, e row r of `exponential`:
    /// two normal numbers per word.
    Stage normals(long[] words, double[] exponential, double[] out, int rows, int width);
}
