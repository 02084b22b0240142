package lemmata.simd;

import java.util.function.DoubleSupplier;

/// Passes that turn random words into exponentials, powers and points of the circle; n is a multiple of every width.
interface NoisePasses {

    /// Fills `lanes.words` for `depth` steps from the given one on.
    Pass words(Lanes lanes);

    /// out[to + i] ← the exponential of the 32 bits of words[from + i] above `shift`, for i < n.
    Pass exponentials(long[] words, int from, int shift, double[] out, int to, int n);

    /// out[to + i] ← U^{2/d} − 1, −ln U the exponential of the 32 bits of words[from + i] above `shift`; −1 for d = 0.
    Pass powers(long[] words, int from, int shift, int d, double[] out, int to, int n);

    /// cosine[to + i], sine[too + i] ← √2 cos θ, √2 sin θ of the 32 bits of words[from + i] above `shift`, for i < n.
    Pass circles(long[] words, int from, int shift, double[] cosine, int to, double[] sine, int too, int n);

    /// Rows 2r and 2r+1 of `out` ← √e times the circle of the upper halves of row r of `words` (counted from
    /// element `from` on), e row r of `exponential`: two normal numbers per word.
    Pass normals(long[] words, int from, double[] exponential, double[] out, int rows, int width);

    /// Two coordinates of a ball point, in place of the circle, and the squared norm of the rest: see rng.BallShadow.
    ///
    /// @param total U₀^{2/d} − 1
    /// @param beyond U₁^{2/(d−2)} − 1
    Pass shadow(double[] total, double[] beyond, double[] cosine, double[] sine, double[] rest, DoubleSupplier radius);
}
