package lemmata.theorem;

/// What a theorem promises of a run: that it is in a region at all times of an interval, with some probability.
///
/// @param from first step, T₁ or T₂
/// @param until last step, of the order of η⁻²
/// @param probability 1 − δ
/// @param region where
public record Promise(double from, double until, double probability, Region region) {

    /// Whether no step lies in the interval, or no probability is promised: nothing is said.
    public boolean isVacuous() {
        return !(Math.ceil(from) <= until) || !(probability > 0);
    }
}
