package lemmata.cli;

import lemmata.num.Functions;

/// Decimal logarithms, for axes and grids.
final class Logarithm {

    private static final double TEN = Functions.log(10);

    private static final double ROUNDING = 1e-12;

    private Logarithm() {}

    /// log₁₀ x; whole for powers of ten.
    static double of(double x) {
        double logarithm = Functions.log(x) / TEN;
        double whole = Math.rint(logarithm);
        return Math.abs(logarithm - whole) < ROUNDING ? whole : logarithm;
    }

    /// 10ˣ.
    static double inverse(double x) {
        return Functions.exp(x * TEN);
    }
}
