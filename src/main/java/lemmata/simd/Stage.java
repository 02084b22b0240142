package lemmata.simd;

/// A part of a step, a loop over small arrays in the first-level cache.
///
/// The just-in-time compiler keeps vectors in registers in a method of some fifty vector operations and boxes them in
/// longer ones, so a step is a list of stages. The list is called through this interface with many implementations:
/// that keeps the compiler from inlining the stages into one long method again.
@FunctionalInterface
interface Stage {

    /// @param step number of the step
    /// @param at where the step's noise begins in arrays that hold several steps
    void run(long step, int at);
}
