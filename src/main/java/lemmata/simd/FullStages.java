package lemmata.simd;

import java.util.List;

/// Stages of a step of the full algorithms: see dynamics.Algorithm and rng.Ball.
interface FullStages {

    /// w̃ from exponentials and circles.
    List<Stage> perturbFilter(FullBlock block);

    /// ã from exponentials and circles, whose rows follow those of w̃.
    List<Stage> perturbOutput(FullBlock block);

    /// The five numbers of the frame from w̃ and ã.
    List<Stage> sums(FullBlock block);

    /// The step along the exact gradient, from the coefficients of the frame.
    List<Stage> exactDescend(FullBlock block);

    /// The step of the filter along the slope that stands in place of w̃.
    Stage filter(FullBlock block);

    /// The step of the output weights along the slope that stands in place of ã.
    Stage output(FullBlock block);
}
