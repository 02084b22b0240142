package lemmata.simd;

import java.util.List;

/// Passes of a step of the full algorithms: see dynamics.Algorithm and rng.Ball.
interface FullPasses {

    /// w̃ from exponentials and the words from `from` on; c.
    List<Pass> perturbFilter(FullBlock block, long[] words, int from);

    /// ã from exponentials, whose rows follow those of w̃, and the words from `from` on; 1ᵀã, ãᵀa*, ‖ã‖².
    List<Pass> perturbOutput(FullBlock block, long[] words, int from);

    /// The same numbers of the frame from w̃ and ã as they are.
    List<Pass> sums(FullBlock block);

    /// ‖w̃ − c w*‖².
    Pass square(FullBlock block);

    /// The step along the exact gradient, from the coefficients of the frame.
    List<Pass> exactDescend(FullBlock block);

    /// The step of the filter along the slope that stands in place of w̃.
    Pass filter(FullBlock block);

    /// The step of the output weights along the slope that stands in place of ã.
    Pass output(FullBlock block);
}
