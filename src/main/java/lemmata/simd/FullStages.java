package lemmata.simd;

import java.util.List;

/// Stages of a step of the full algorithms: see dynamics.Algorithm and rng.Ball.
interface FullStages {

    /// w̃ and ã from exponentials and circles.
    List<Stage> perturb(FullBlock block);

    /// The five numbers of the frame from w̃ and ã.
    List<Stage> sums(FullBlock block);

    /// The step along the exact gradient, from the coefficients of the frame.
    List<Stage> exactDescend(FullBlock block);

    /// The step along the slope that stands in place of w̃ and ã.
    List<Stage> descend(FullBlock block);
}
