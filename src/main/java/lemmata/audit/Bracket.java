package lemmata.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A real number between two decimals; every operation rounds the lower one down and the upper one up.
///
/// The arithmetic of [CertificateChecker], which shares nothing with [Interval].
record Bracket(BigDecimal low, BigDecimal high) {

    private static final int DIGITS = 18;
    private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);

    /// After so many terms the next one of the sine of 4 is below 10⁻²⁴.
    private static final int TERMS = 20;

    static final Bracket ZERO = exact(BigDecimal.ZERO);
    static final Bracket ONE = of(1);
    static final Bracket PI =
            new Bracket(new BigDecimal("3.14159265358979323846"), new BigDecimal("3.14159265358979323847"));

    Bracket {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("empty: " + low + " > " + high);
        }
    }

    static Bracket exact(BigDecimal value) {
        return new Bracket(value, value);
    }

    /// A double is a decimal.
    static Bracket of(double value) {
        return exact(new BigDecimal(value));
    }

    static Bracket quotient(long numerator, long denominator) {
        return of(numerator).over(of(denominator));
    }

    /// What is at most this far from 0.
    static Bracket around(Bracket size) {
        return new Bracket(size.high.negate(), size.high);
    }

    /// The smaller of two numbers.
    Bracket minimum(Bracket other) {
        return new Bracket(low.min(other.low), high.min(other.high));
    }

    /// The larger of two numbers.
    Bracket maximum(Bracket other) {
        return new Bracket(low.max(other.low), high.max(other.high));
    }

    boolean isZero() {
        return low.signum() == 0 && high.signum() == 0;
    }

    Bracket plus(Bracket other) {
        return new Bracket(low.add(other.low, DOWN), high.add(other.high, UP));
    }

    Bracket minus(Bracket other) {
        return plus(other.negated());
    }

    Bracket negated() {
        return new Bracket(high.negate(), low.negate());
    }

    Bracket abs() {
        return low.signum() >= 0
                ? this
                : high.signum() <= 0 ? negated() : new Bracket(BigDecimal.ZERO, high.max(low.negate()));
    }

    Bracket times(Bracket other) {
        if (low.signum() >= 0 && other.low.signum() >= 0) {
            return new Bracket(low.multiply(other.low, DOWN), high.multiply(other.high, UP));
        }
        BigDecimal first = low.multiply(other.low);
        BigDecimal second = low.multiply(other.high);
        BigDecimal third = high.multiply(other.low);
        BigDecimal fourth = high.multiply(other.high);
        return new Bracket(
                first.min(second).min(third).min(fourth).round(DOWN),
                first.max(second).max(third).max(fourth).round(UP));
    }

    Bracket times(long factor) {
        return times(of(factor));
    }

    Bracket power(int exponent) {
        Bracket power = ONE;
        for (int k = 0; k < exponent; k++) {
            power = power.times(this);
        }
        return power;
    }

    /// Quotient by a number that is positive for sure.
    Bracket over(Bracket other) {
        if (other.low.signum() <= 0) {
            throw new IllegalArgumentException("divisor not positive: " + other);
        }
        boolean negative = low.signum() < 0;
        boolean positive = high.signum() > 0;
        return new Bracket(
                low.divide(negative ? other.low : other.high, DOWN),
                high.divide(positive ? other.low : other.high, UP));
    }

    /// sin x for an exact x in [0, 4].
    static Bracket sin(Bracket x) {
        return alternating(x, x, 1);
    }

    /// cos x for an exact x in [0, 4].
    static Bracket cos(Bracket x) {
        return alternating(x, ONE, 0);
    }

    /// The Taylor sum that begins with the given term of degree n; the rest is at most the next term.
    private static Bracket alternating(Bracket x, Bracket first, int n) {
        Bracket square = x.times(x);
        Bracket term = first;
        Bracket sum = first;
        for (int i = 1; i <= TERMS; i++) {
            int degree = n + 2 * i;
            term = term.times(square).over(of((degree - 1) * degree)).negated();
            sum = i < TERMS ? sum.plus(term) : sum.plus(around(term.abs()));
        }
        return sum;
    }
}
