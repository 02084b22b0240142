package lemmata.num;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The value of π x + y for rational x and y, to 40 digits of itself, however much the two terms cancel.
///
/// Since π is irrational it is zero only for x = y = 0; otherwise enough digits of π settle the leading ones.
public final class PiLinear {

    /// Significant digits of the result; its relative error is below 2 · 10⁻⁴⁰ < 2⁻¹³⁰.
    private static final MathContext DIGITS = new MathContext(40);

    private static final int FIRST_DIGITS = 50;

    private PiLinear() {}

    /// π x + y; its sign is exact.
    public static BigDecimal of(BigDecimal x, BigDecimal y) {
        if (x.signum() == 0) {
            return y.round(DIGITS);
        }
        for (int digits = FIRST_DIGITS; ; digits *= 2) {
            BigDecimal below = piRoundedDown(digits);
            BigDecimal value = below.multiply(x).add(y);
            BigDecimal width = below.ulp().multiply(x).abs();
            if (width.scaleByPowerOfTen(DIGITS.getPrecision()).compareTo(value.abs()) < 0) {
                return value.round(DIGITS);
            }
        }
    }

    /// π cut after `digits` digits: π lies between the result and the result plus its last unit.
    private static BigDecimal piRoundedDown(int digits) {
        Apfloat pi = ApfloatMath.pi(digits + 10L);
        return new BigDecimal(pi.toString(true)).round(new MathContext(digits, RoundingMode.DOWN));
    }
}
