package lemmata.num;

import lemmata.claim.Statement;

/// Logarithm, sine and cosine, exponential and arc tangent by +, −, ×, ÷, √ and fused multiply-add alone, in a fixed
/// order: vector code that does the same has the same bits on every lane of every width.
///
/// Logarithm, sine and cosine take 32 random bits and serve random draws, where the grid of the bits is the larger
/// error, as the exponential does; the angle serves the gradients and is accurate to the last bits. The tables are
/// those of [Polynomial].
/// **Accuracy.** The constants `…_ERROR`. **Source.** num.LaneFunctions/S5.
@Statement("num.LaneFunctions/S5")
public final class LaneFunctions {

    /// Absolute error of [#exponential].
    public static final double EXPONENTIAL_ERROR = 0x1p-41;

    /// Absolute error of [#cosine] and [#sine].
    public static final double CIRCLE_ERROR = 0x1p-43;

    /// Bound of |c² + s² − 2| for c = [#cosine] and s = [#sine] of one word.
    public static final double RADIUS_ERROR = 0x1p-41;

    /// Relative error of [#expm1].
    public static final double EXPM1_ERROR = 0x1p-43;

    /// Relative error of [#angle], where the angle is 0 or at least 2⁻¹⁰²¹.
    public static final double ANGLE_ERROR = 4 * RoundOff.U;

    /// ln 2.
    public static final double LN2 = 0x1.62e42fefa39efp-1;

    /// ln 2 in two parts, the first of 32 bits.
    public static final double LN2_HIGH = 0x1.62e42feep-1;

    /// The second part of ln 2.
    public static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /// 1/ln 2.
    public static final double LOG2_E = 0x1.71547652b82fep0;

    /// Adding it rounds to an integer, which then stands in the last bits.
    public static final double ROUNDER = 0x1.8p52;

    /// tan(π/8).
    public static final double TAN_EIGHTH = 0x1.a827999fcef32p-2;

    private static final long LOW_HALF = 0xFFFFFFFFL;
    private static final long QUARTER = 0x3FFFFFFFL;
    private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
    private static final long ONE = 0x3FF0000000000000L;

    private LaneFunctions() {}

    /// −ln u for u = (n + ½)/2³², n the lower 32 bits of the word: a standard exponential draw.
    ///
    /// n = 2³²−1 gives about 2⁻³³, n = 0 gives 33 ln 2 = 22.87…; positive, and strictly decreasing in n.
    /// **Accuracy.** Within [#EXPONENTIAL_ERROR]. **Source.** num.LaneFunctions/S1.
    @Statement("num.LaneFunctions/S1")
    public static double exponential(long word) {
        long bits = Double.doubleToRawLongBits((word & LOW_HALF) + 0.5);
        double exponent = (bits >>> 52) - (1023 + 32.0);
        double t = Double.longBitsToDouble(bits & MANTISSA | ONE) - 1.5;
        return Math.fma(exponent, -LN2, -Polynomial.LOG.at(t));
    }

    /// √2 cos θ for the angle of [#sine].
    ///
    /// Bits 31 and 30 clear: n = 0 gives nearly √2, n = 2³⁰−1 nearly 0, and the value at n is [#sine] at 2³⁰−1−n.
    /// **Accuracy.** Within [#CIRCLE_ERROR]; never 0. **Source.** num.LaneFunctions/S2.
    @Statement("num.LaneFunctions/S2")
    public static double cosine(long word) {
        double x = quarter(word);
        double magnitude = Polynomial.COSINE.at(x * x) - x * Polynomial.SINE.at(x * x);
        return (word & 0x80000000L) == 0 ? magnitude : -magnitude;
    }

    /// √2 sin θ, where bits 31 and 30 of the word, when set, change the signs of cosine and sine, and the 30 bits n
    /// below give θ = (n + ½)π/2³¹ in the first quarter.
    ///
    /// Bits 31 and 30 clear: n = 0 gives nearly 0, n = 2³⁰−1 nearly √2; all other bits are ignored.
    /// **Accuracy.** Within [#CIRCLE_ERROR]; never 0. **Source.** num.LaneFunctions/S2.
    @Statement("num.LaneFunctions/S2")
    public static double sine(long word) {
        double x = quarter(word);
        double magnitude = Polynomial.COSINE.at(x * x) + x * Polynomial.SINE.at(x * x);
        return (word & 0x40000000L) == 0 ? magnitude : -magnitude;
    }

    /// eˣ − 1 for −700 ≤ x ≤ 0.
    ///
    /// 0 at 0, −1 at −700; in [−1, 0] always.
    /// **Accuracy.** Relative [#EXPM1_ERROR]. **Source.** num.LaneFunctions/S3.
    @Statement("num.LaneFunctions/S3")
    public static double expm1(double x) {
        double shifted = Math.fma(x, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        double power = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) + 1023 << 52);
        return Math.fma(power, r * Polynomial.EXPM1.at(r), power - 1);
    }

    /// The angle of the point (x, y), y ≥ 0, to the positive first axis, in [0, π]; NaN for (0, 0).
    ///
    /// Exactly 0, `Math.PI / 2`, `Math.PI` for y = 0 < x, x = 0, y = 0 > x.
    /// **Accuracy.** Relative [#ANGLE_ERROR] for 2⁻¹⁰²⁰ ≤ max(|x|, y) ≤ 2¹⁰²². **Source.** num.LaneFunctions/S4.
    @Statement("num.LaneFunctions/S4")
    public static double angle(double y, double x) {
        double width = Math.abs(x);
        double numerator = y - width;
        double denominator = y + width;
        double start = Math.PI / 4;
        if (y < TAN_EIGHTH * width) {
            numerator = y;
            denominator = width;
            start = 0;
        } else if (width < TAN_EIGHTH * y) {
            numerator = -width;
            denominator = y;
            start = Math.PI / 2;
        }
        double t = numerator / denominator;
        double square = t * t;
        double acute = start + Math.fma(t * square, Polynomial.ATAN.at(square), t);
        return x < 0 ? Math.PI - acute : acute;
    }

    /// 4θ/π − 1, the place of the angle in its quarter: an odd multiple of 2⁻³⁰ in (−1, 1).
    private static double quarter(long word) {
        return ((word & QUARTER) + 0.5 - 0x1p29) * 0x1p-29;
    }
}
