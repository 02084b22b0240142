package lemmata.theorem;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import lemmata.claim.Statement;
import lemmata.num.Functions;

/// The powers of p, k, ‖a*‖ and γ in the constants of both theorems: what the poster states, and what is true.
///
/// Under RADIAL,NETWORK, with q = 0 unless said. A row says |f(x)/(A xᵉ) − 1| ≤ K/xˢ from some x on, with derived A, e,
/// K, s (s = 0: for all x alike): so the local slope log₂(f(2x)/f(x)) nears e, within a distance that the row knows.
/// **Source.** theorem.Exponents.
public final class Exponents {

    /// Rounding and quadrature of a value, relative.
    public static final double NOISE = 1e-9;

    private Exponents() {}

    /// A quantity as a power of one variable.
    ///
    /// @param statement the number of its statement
    /// @param quantity in the symbols of the page
    /// @param variable x
    /// @param fixed the scaling of ρ_w, and what else is held
    /// @param stated the poster's exponent; NaN if it states none
    /// @param exact e
    /// @param law the quantity, and how near it is to its power
    public record Row(
            int statement, String quantity, String variable, String fixed, double stated, double exact, Law law) {

        /// Bound on |log₂(f(2x)/f(x)) − e|.
        @Statement("theorem.Exponents/S6")
        public double allowed(double x) {
            return (law.logarithm(x) + law.logarithm(2 * x)) / Functions.log(2);
        }
    }

    /// |f(x)/(A xᵉ) − 1| ≤ K/xˢ.
    ///
    /// @param coefficient A
    /// @param room K
    /// @param order s
    /// @param from the least x
    /// @param to the largest x that is looked at, and twice it
    /// @param value f
    public record Law(
            double coefficient, double room, double order, double from, double to, DoubleUnaryOperator value) {

        /// K/xˢ, and what rounding adds.
        @Statement("theorem.Exponents/S6")
        public double distance(double x) {
            return room * power(x, -order) + NOISE;
        }

        private double logarithm(double x) {
            return -Functions.log1p(-distance(x));
        }
    }

    /// log₂(f(2x)/f(x)).
    @Statement("theorem.Exponents/S6")
    public static double slope(DoubleUnaryOperator f, double x) {
        return Functions.log(f.applyAsDouble(2 * x) / f.applyAsDouble(x)) / Functions.log(2);
    }

    /// xᵉ.
    public static double power(double x, double exponent) {
        return Functions.exp(exponent * Functions.log(x));
    }

    /// All rows.
    @Statement({
        "theorem.Exponents/S1",
        "theorem.Exponents/S2",
        "theorem.Exponents/S3",
        "theorem.Exponents/S4",
        "theorem.Exponents/S5"
    })
    public static List<Row> rows() {
        return Stream.of(
                        ExponentTable.alignment(),
                        ExponentTable.noise(),
                        ExponentTable.escape(),
                        ExponentTable.convergence(),
                        ExponentTable.smallNoise(),
                        ExponentTable.steps())
                .flatMap(List::stream)
                .toList();
    }
}
