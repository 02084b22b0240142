package lemmata.num;

/// Constants of the error bounds: each bound in this project is built from these and from nothing else.
public final class RoundOff {

    /// Unit roundoff of `double`, u = 2⁻⁵³: one rounded operation errs by at most u relative to its result.
    public static final double U = 0x1p-53;

    /// Absolute error that any number of underflows in one formula may add, far above all their sizes together.
    public static final double UNDERFLOW = 0x1p-1000;

    /// Largest magnitude that is accepted; larger input is refused, not mangled. Promises are made for entries up to
    /// 10⁷⁰: weights derived from them, such as ā, may be a few times larger and still no formula overflows.
    public static final double MAX_ENTRY = 1e71;

    /// Smallest norm of a filter: below it products leave the range of `double`, so its direction is refused.
    public static final double MIN_FILTER_NORM = 1e-70;

    /// π − `Math.PI`, to within 3·10⁻³³.
    public static final double PI_LOW = 1.2246467991473532e-16;

    private RoundOff() {}

    /// Relative error of a double-double sum of n products, relative to the sum of their magnitudes: n · 2⁻¹⁰⁴.
    ///
    /// Each double-double operation errs by at most 4 · 2⁻¹⁰⁶ relative to its result (commons-numbers, class `DD`), and
    /// every partial sum is at most the sum of magnitudes. Callers count every operation into n.
    public static double doubleDouble(int n) {
        return n * 0x1p-104;
    }
}
