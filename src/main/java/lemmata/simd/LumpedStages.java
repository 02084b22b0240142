package lemmata.simd;

import java.util.List;

/// Stages of a step of dynamics.LumpedChain.
interface LumpedStages {

    /// Coordinates of the noise of `depth` steps from powers and circles.
    List<Stage> noise(LumpedBlock block);

    /// The perturbed point: the five numbers of the frame.
    Stage perturb(LumpedBlock block);

    /// The step of the output weights.
    Stage output(LumpedBlock block);

    /// The step of the filter.
    Stage filter(LumpedBlock block);
}
