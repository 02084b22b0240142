package lemmata.num;

/// A computed number with a bound of its error: the exact one lies within `error` of `value`.
///
/// Every operation adds its own rounding to the bounds that it passes on; an error that is not finite says that
/// nothing is known.
///
/// @param value the computed number
/// @param error a bound of |value − exact|, nonnegative
public record Bounded(double value, double error) {

    /// Roundings of the bound itself, a few operations on nonnegative numbers.
    private static final double SLACK = 1 + 8 * RoundOff.U;

    /// A number that is what it says.
    public static Bounded exact(double value) {
        return new Bounded(value, 0);
    }

    /// A number whose relative error is at most `ulps` times u.
    public static Bounded within(double ulps, double value) {
        return new Bounded(value, ulps * RoundOff.U * Math.abs(value));
    }

    /// The sum.
    public Bounded plus(Bounded other) {
        return rounded(value + other.value, error + other.error);
    }

    /// The difference.
    public Bounded minus(Bounded other) {
        return rounded(value - other.value, error + other.error);
    }

    /// The product.
    public Bounded times(Bounded other) {
        return rounded(
                value * other.value,
                Math.abs(value) * other.error + error * Math.abs(other.value) + error * other.error);
    }

    /// The product with an exact factor.
    public Bounded times(double factor) {
        return rounded(value * factor, error * Math.abs(factor));
    }

    /// The quotient; of infinite error unless the divisor is bounded away from zero.
    public Bounded over(Bounded other) {
        double least = Math.abs(other.value) - other.error;
        double quotient = value / other.value;
        return least > 0
                ? rounded(quotient, (error + Math.abs(quotient) * SLACK * other.error) / least)
                : new Bounded(quotient, Double.POSITIVE_INFINITY);
    }

    /// 1 minus the number.
    public Bounded complement() {
        return rounded(1 - value, error);
    }

    /// The same number, less well known.
    public Bounded widened(double more) {
        return new Bounded(value, SLACK * (error + more));
    }

    /// The negative.
    public Bounded negate() {
        return new Bounded(-value, error);
    }

    /// A number not above the exact one.
    public double low() {
        return Math.nextDown(value - error);
    }

    /// A number not below the exact one.
    public double high() {
        return Math.nextUp(value + error);
    }

    private static Bounded rounded(double value, double error) {
        return new Bounded(value, SLACK * (error + RoundOff.U * Math.abs(value)) + Double.MIN_VALUE);
    }
}
