package lemmata.simd;

/// Stages of a step of dynamics.LumpedChain.
interface LumpedStages {

    /// ξ and ε from powers and circles, and the perturbed point: the five numbers of the frame.
    Stage perturb(LumpedBlock block);

    /// The step of the output weights and of the filter.
    Stage descend(LumpedBlock block);
}
