package lemmata.simd;

/// Stages of a step of dynamics.LumpedChain.
interface LumpedStages {

    /// The third coordinate of ε, and the squared norm of what is beyond it.
    Stage third(LumpedBlock block);

    /// The perturbed point: the five numbers of the frame.
    Stage perturb(LumpedBlock block);

    /// The step of the output weights.
    Stage output(LumpedBlock block);

    /// The step of the filter.
    Stage filter(LumpedBlock block);
}
