package lemmata.audit;

/// A closed interval of reals with double ends, every operation rounded outwards by one unit in the last place.
record Interval(double low, double high) {

    Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("empty interval: " + low + " > " + high);
        }
    }

    static Interval point(double x) {
        return new Interval(x, x);
    }

    /// An enclosure of the quotient of two integers.
    static Interval quotient(long numerator, long denominator) {
        return point(numerator).over(point(denominator));
    }

    /// An enclosure of π.
    static Interval pi() {
        return new Interval(Math.PI, Math.nextUp(Math.PI));
    }

    Interval plus(Interval other) {
        return outward(low + other.low, high + other.high);
    }

    Interval minus(Interval other) {
        return outward(low - other.high, high - other.low);
    }

    Interval times(Interval other) {
        double first = low * other.low;
        double second = low * other.high;
        double third = high * other.low;
        double fourth = high * other.high;
        return outward(
                Math.min(Math.min(first, second), Math.min(third, fourth)),
                Math.max(Math.max(first, second), Math.max(third, fourth)));
    }

    /// Quotient by an interval of positive numbers.
    Interval over(Interval other) {
        if (other.low <= 0) {
            throw new IllegalArgumentException("divisor not positive: " + other);
        }
        return times(outward(1 / other.high, 1 / other.low));
    }

    private static Interval outward(double low, double high) {
        return new Interval(Math.nextDown(low), Math.nextUp(high));
    }
}
