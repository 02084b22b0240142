package lemmata.simd;

import java.util.List;

/// Stages of a step of the full algorithms: see dynamics.Algorithm and rng.Ball.
interface FullStages {

    /// w̃ from exponentials and the words from `from` on; c.
    List<Stage> perturbFilter(FullBlock block, long[] words, int from);

    /// ã from exponentials, whose rows follow those of w̃, and the words from `from` on; 1ᵀã, ãᵀa*, ‖ã‖².
    List<Stage> perturbOutput(FullBlock block, long[] words, int from);

    /// The same numbers of the frame from w̃ and ã as they are.
    List<Stage> sums(FullBlock block);

    /// ‖w̃ − c w*‖².
    Stage square(FullBlock block);

    /// The step along the exact gradient, from the coefficients of the frame.
    List<Stage> exactDescend(FullBlock block);

    /// The step of the filter along the slope that stands in place of w̃.
    Stage filter(FullBlock block);

    /// The step of the output weights along the slope that stands in place of ã.
    Stage output(FullBlock block);
}
