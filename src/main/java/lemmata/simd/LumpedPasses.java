package lemmata.simd;

/// Passes of a step of dynamics.LumpedChain.
interface LumpedPasses {

    /// ξ and ε from powers and circles, and the perturbed point: the five numbers of the frame.
    Pass perturb(LumpedBlock block);

    /// The step of the output weights and of the filter.
    Pass descend(LumpedBlock block);
}
