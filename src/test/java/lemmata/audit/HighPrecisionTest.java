package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle's own elementary functions against the general ones of the arithmetic library.
class HighPrecisionTest {

    private static final double[] TINY = {1e-30, 1e-70, 1e-150};

    @ParameterizedTest
    @ValueSource(doubles = {1e-30, 1e-8, 0.1, 1, 1.5707963267948966, 2, 3, 3.141592653589793})
    void sineAndCosineAgreeTo240Digits(double x) {
        Apfloat exact = Oracle.exact(x);
        assertThat(digits(HighPrecision.sin(exact), ApfloatMath.sin(exact))).isGreaterThan(220);
        assertThat(digits(HighPrecision.cos(exact), ApfloatMath.cos(exact))).isGreaterThan(220);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e30, -7, -1, -1e-20, 0, 1e-20, 0.3, 1, 12, 1e30})
    void arctangentAgreesTo240Digits(double x) {
        Apfloat one = Oracle.exact(1);
        Apfloat expected = ApfloatMath.atan2(one, Oracle.exact(x));
        assertThat(digits(HighPrecision.atan2(one, Oracle.exact(x)), expected)).isGreaterThan(240);
    }

    @Test
    void theAxisGivesZeroAndPi() {
        Apfloat zero = Oracle.exact(0);
        assertThat(HighPrecision.atan2(zero, Oracle.exact(1)).signum()).isZero();
        assertThat(HighPrecision.atan2(zero, Oracle.exact(-1))).isEqualTo(Oracle.pi());
    }

    @Test
    void tinyAnglesKeepTheirRelativeDigits() {
        for (double x : TINY) {
            Apfloat exact = Oracle.exact(x);
            Apfloat cube = exact.multiply(exact).multiply(exact);
            Apfloat series = exact.subtract(cube.divide(Oracle.exact(6)));
            int expected = (int) Math.min(230, -4 * Math.log10(x));
            assertThat(digits(HighPrecision.sin(exact), series)).isGreaterThanOrEqualTo(expected);
        }
    }

    /// A digit too few in Newton's start would show: the same comparison rejects an arctangent after one step less.
    @Test
    void theComparisonSeesALostDigit() {
        Apfloat off = Oracle.pi().multiply(new Apfloat("1.0e0", 250).add(new Apfloat("1e-200", 250)));
        assertThat(digits(off, Oracle.pi())).isBetween(195L, 205L);
    }

    /// Decimal digits to which the two agree, relative to the second.
    private static long digits(Apfloat computed, Apfloat expected) {
        Apfloat error = computed.subtract(expected);
        return error.signum() == 0 ? Long.MAX_VALUE : expected.scale() - error.scale();
    }
}
