package lemmata.theorem;

import lemmata.num.RoundOff;

/// One condition that a theorem puts on a configuration: `value` must be at most `limit`.
///
/// @param name in words, with the symbols of the spec page
/// @param value left side
/// @param limit right side
/// @param margin relative distance by which `value` must stay below `limit`, for the rounding of both; 0 if both are
/// exact
public record Hypothesis(String name, double value, double limit, double margin) {

    /// Room for the rounding of a long formula: 2⁻³⁰ of the larger side, against at most 2⁻⁴⁰ by its derivation.
    public static final double ROOM = 0x1p-30;

    /// A condition between computed numbers.
    static Hypothesis below(String name, double value, double limit) {
        return new Hypothesis(name, value, limit, ROOM);
    }

    /// A condition between numbers that are what they say.
    static Hypothesis exact(String name, double value, double limit) {
        return new Hypothesis(name, value, limit, 0);
    }

    /// Whether it is met for certain; never if a side is not a number.
    public boolean met() {
        return value + margin * Math.max(Math.abs(value), Math.abs(limit)) + (margin > 0 ? RoundOff.UNDERFLOW : 0)
                <= limit;
    }
}
