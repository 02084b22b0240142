package lemmata.simd;

/// Takes many trials through steps of an algorithm; one trial's result depends on nothing but its number and its state.
///
/// A state is a row of numbers, the last of which counts the steps taken: it stays behind the step number for good once
/// the run has diverged. One engine serves one thread.
public interface Engine {

    /// The largest ‖a‖² from which a step is taken; a run beyond it stays where it is.
    double LARGEST = 1e60;

    /// Numbers per state.
    int rows();

    /// Takes `count` trials through a leg.
    ///
    /// @param states trial after trial, [#rows] numbers each; changed in place
    /// @param firstTrial number of the first
    void advance(double[] states, long firstTrial, int count, Leg leg);

    /// A run of steps with the same noise and step size.
    ///
    /// @param rhoW radius of the noise on the filter
    /// @param rhoA radius of the noise on the output weights
    /// @param eta step size
    /// @param first number of the first step
    /// @param steps how many
    record Leg(double rhoW, double rhoA, double eta, long first, long steps) {}
}
