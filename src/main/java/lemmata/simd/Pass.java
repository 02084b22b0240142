package lemmata.simd;

/// A part of a step, a loop over small arrays in the first-level cache.
///
/// The just-in-time compiler keeps vectors in registers as long as it inlines every method that they cross, which it
/// ceases to do after some fifty vector operations; so a step is a list of passes. The list is called through this
/// interface with many implementations: that keeps the compiler from inlining the passes into one long method again.
@FunctionalInterface
interface Pass {

    /// @param step number of the step
    /// @param at where the step's noise begins in arrays that hold several steps
    void run(long step, int at);
}
