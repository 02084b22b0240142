package lemmata.audit;

import java.util.function.Function;

/// An identity between rational functions, decided by exact evaluation on a complete grid.
///
/// A polynomial of degree at most dᵢ in its i-th variable that vanishes on a grid with dᵢ + 1 values of each is zero
/// (induction over the variables). For a rational function dᵢ bounds its numerator over the common denominator, and no
/// grid point may be a pole. Grid values are 2, 3, …, dᵢ + 2.
///
/// @param degrees degree bound of each variable
/// @param difference left side minus right side
record PolynomialIdentity(int[] degrees, Function<Rational[], Rational> difference) {

    private static final int FIRST = 2;

    /// Number of grid points.
    long points() {
        long points = 1;
        for (int degree : degrees) {
            points *= degree + 1;
        }
        return points;
    }

    /// Whether the identity holds, for all values of the variables.
    boolean holds() {
        for (long point = 0; point < points(); point++) {
            if (!difference.apply(values(point)).isZero()) {
                return false;
            }
        }
        return true;
    }

    private Rational[] values(long point) {
        Rational[] values = new Rational[degrees.length];
        long rest = point;
        for (int i = 0; i < degrees.length; i++) {
            values[i] = Rational.of(FIRST + (int) (rest % (degrees[i] + 1)));
            rest /= degrees[i] + 1;
        }
        return values;
    }
}
