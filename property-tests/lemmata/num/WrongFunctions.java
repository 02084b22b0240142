package lemmata.num;

import java.util.function.LongToDoubleFunction;
import lemmata.audit.LaneFunctionChecks.Circle;

/// Slips that the checks of num.LaneFunctions must find.
final class WrongFunctions {

    private WrongFunctions() {}

    /// What the last coefficient adds.
    static double lastTerm(Polynomial polynomial, double x) {
        double[] coefficients = polynomial.coefficients();
        double power = coefficients[coefficients.length - 1];
        for (int i = 1; i < coefficients.length; i++) {
            power *= x;
        }
        return power;
    }

    /// The argument of the logarithm's polynomial.
    static double mantissa(long word) {
        double number = (word & 0xFFFFFFFFL) + 0.5;
        return Math.scalb(number, -Math.getExponent(number)) - 1.5;
    }

    /// The word with bits 31 and 30 exchanged.
    static long signsExchanged(long word) {
        return word & 0x3FFFFFFFL | (word >>> 1 & 0x40000000L) | (word << 1 & 0x80000000L);
    }

    /// The point at n instead of n + ½.
    static double plain(long word, boolean cosine) {
        double theta = (word & 0x3FFFFFFFL) * (Math.PI * 0x1p-31);
        double magnitude = Math.sqrt(2) * (cosine ? Functions.cos(theta) : Functions.sin(theta));
        return (word >>> (cosine ? 31 : 30) & 1) == 0 ? magnitude : -magnitude;
    }

    /// Without the last coefficient of the cosine.
    static double shortened(long word, LongToDoubleFunction of, int sign) {
        double x = ((word & 0x3FFFFFFFL) + 0.5 - 0x1p29) * 0x1p-29;
        double lost = lastTerm(Polynomial.COSINE, x * x);
        return of.applyAsDouble(word) - ((word >>> sign & 1) == 0 ? lost : -lost);
    }

    /// With ln 2 in 32 bits.
    static double shortLn2(double x) {
        double n = Math.rint(x * LaneFunctions.LOG2_E);
        return Math.fma(
                Math.scalb(1, (int) n), Functions.expm1(x - n * LaneFunctions.LN2_HIGH), Math.scalb(1, (int) n) - 1);
    }

    /// Blind near 0 and π.
    static double byCosine(double y, double x) {
        return Math.acos(x / Math.hypot(x, y));
    }

    /// The arc tangent of up to 1 by a polynomial for up to tan(π/8).
    static double withoutMiddle(double y, double x) {
        double t = Math.min(y, Math.abs(x)) / Math.max(y, Math.abs(x));
        double small = Math.fma(t * (t * t), Polynomial.ATAN.at(t * t), t);
        double acute = y < Math.abs(x) ? small : Math.PI / 2 - small;
        return x < 0 ? Math.PI - acute : acute;
    }

    /// t³.
    static double cube(double t) {
        return t * t * t;
    }

    /// The cosine by Horner's rule with two roundings.
    static Circle unfused() {
        return new Circle(
                w -> {
                    double x = ((w & 0x3FFFFFFFL) + 0.5 - 0x1p29) * 0x1p-29;
                    double magnitude = horner(Polynomial.COSINE, x * x) - x * horner(Polynomial.SINE, x * x);
                    return (w & 0x80000000L) == 0 ? magnitude : -magnitude;
                },
                LaneFunctions::sine);
    }

    private static double horner(Polynomial polynomial, double x) {
        double[] coefficients = polynomial.coefficients();
        double value = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
