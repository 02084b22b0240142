package lemmata.audit;

import org.apache.commons.math3.fraction.BigFraction;

/// An exact rational number, with names that read like the formula.
record Rational(BigFraction value) {

    static Rational of(int value) {
        return new Rational(new BigFraction(value));
    }

    Rational plus(Rational other) {
        return new Rational(value.add(other.value));
    }

    Rational minus(Rational other) {
        return new Rational(value.subtract(other.value));
    }

    Rational times(Rational other) {
        return new Rational(value.multiply(other.value));
    }

    Rational times(int factor) {
        return new Rational(value.multiply(factor));
    }

    Rational over(Rational other) {
        return new Rational(value.divide(other.value));
    }

    boolean isZero() {
        return value.equals(BigFraction.ZERO);
    }
}
