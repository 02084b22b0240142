package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracles of the chapter smoothing against themselves with twice the nodes, and against values known exactly.
class SmoothingOracleTest {

    private static final int DIGITS = 38;
    /// Of the reading ANGLE for p ≤ 3.
    private static final int ANGLE_DIGITS = 32;

    private static final int DIRECTION_DIGITS = 20;

    @ParameterizedTest
    @CsvSource({
        "2, 1e-8, 1e-9", "2, 1, 0.3", "2, 1.0001, 0", "2, 3, 1.5707963267948966",
        "3, 0.7, 0.7753974966107530", "4, 0.999999, 0", "5, 1e8, 0.01", "6, 0.1, 0.3",
        "25, 1.05, 1.3", "1000, 0.001, 0.01", "1000000, 0.01, 1e-9", "1000000, 3, 0.3"
    })
    void twiceTheNodesMoveNothing(int p, double rho, double acute) {
        Fold angle = Fold.of(NoiseDraw.fromOpposite(acute));
        SmoothingOracle once = SmoothingOracle.at(p, rho);
        SmoothingOracle twice = new SmoothingOracle(p, rho, 2);
        assertThat(digits(once.network(angle), twice.network(angle))).isGreaterThanOrEqualTo(DIGITS);
        assertThat(digits(once.angle(angle), twice.angle(angle))).isGreaterThanOrEqualTo(p > 3 ? DIGITS : ANGLE_DIGITS);
        assertThat(digits(once.m1Excess(), twice.m1Excess())).isGreaterThanOrEqualTo(DIGITS);
        assertThat(digits(once.shift(angle), twice.shift(angle))).isGreaterThanOrEqualTo(DIGITS);
        assertThat(digits(once.networkFall(angle), twice.networkFall(angle))).isGreaterThanOrEqualTo(DIGITS);
        assertThat(digits(once.isotropic(), twice.isotropic())).isGreaterThanOrEqualTo(DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1e-8, 1e-9",
        "2, 1.0001, 0.3",
        "3, 0.7, 0.7753974966107530",
        "3, 3, 1.3",
        "5, 1.0001, 0.3",
        "10, 0.7, 0.3",
        "11, 0.7, 0.3",
        "16, 1e8, 0.3",
        "1000000, 1, 1.5707963267948966"
    })
    void twiceTheNodesMoveNoDirection(int p, double rho, double acute) {
        Fold angle = Fold.of(NoiseDraw.fromOpposite(acute));
        DirectionOracle once = DirectionOracle.at(p, rho, angle);
        DirectionOracle twice = new DirectionOracle(p, rho, angle, 2);
        assertThat(digits(once.deficit(), twice.deficit())).isGreaterThanOrEqualTo(DIRECTION_DIGITS);
        assertThat(digits(once.drift(), twice.drift())).isGreaterThanOrEqualTo(DIRECTION_DIGITS);
    }

    /// κ(π; 1) = π/4 for every p.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 50, 12345, 1_000_000})
    void aQuarterOfPi(int p) {
        Apfloat quarter = Oracle.pi().divide(Oracle.exact(4));
        assertThat(digits(SmoothingOracle.at(p, 1).network(opposite()), quarter))
                .isGreaterThanOrEqualTo(DIGITS);
    }

    /// p = 3, ρ ≤ 1: m₁ = 1 + ρ²/5, h(π) = πρ³/32, and E cos θ̃ = 1 − ρ²/5, which is the mean of the two κ_N over π/2.
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0.125, 0.5, 0.75, 1})
    void polynomialsInThreeDimensions(double rho) {
        SmoothingOracle oracle = SmoothingOracle.at(3, rho);
        Apfloat radius = Oracle.exact(rho);
        Apfloat fifth = radius.multiply(radius).divide(Oracle.exact(5));
        Apfloat cube = radius.multiply(radius).multiply(radius);
        assertThat(digits(oracle.m1Excess(), fifth)).isGreaterThanOrEqualTo(DIGITS);
        assertThat(digits(oracle.shift(opposite()), Oracle.pi().multiply(cube).divide(Oracle.exact(32))))
                .isGreaterThanOrEqualTo(DIGITS);
        Fold acute = Fold.of(NoiseDraw.at(0.4));
        Apfloat both = DirectionOracle.at(3, rho, acute)
                .drift()
                .add(DirectionOracle.at(3, rho, new Fold(acute.acute(), true)).drift());
        assertThat(digits(both, Oracle.pi().multiply(Oracle.exact(1).subtract(fifth))))
                .isGreaterThanOrEqualTo(DIRECTION_DIGITS);
    }

    /// The volume's mean in polar coordinates and the surface's are two formulas: both give E cos θ̃ = m₁ − ρ dm₁/dρ.
    @ParameterizedTest
    @ValueSource(ints = {4, 10, 11, 24})
    void theMeanDirectionIsTheGradientOfTheFirstMoment(int p) {
        double rho = 0.75;
        double step = 0x1p-30;
        Apfloat rise = SmoothingOracle.at(p, rho + step)
                .m1Excess()
                .subtract(SmoothingOracle.at(p, rho - step).m1Excess());
        Apfloat slope = rise.divide(Oracle.exact(2 * step));
        Apfloat mean =
                SmoothingOracle.at(p, rho).m1Excess().add(Oracle.exact(1)).subtract(slope.multiply(Oracle.exact(rho)));
        Apfloat both = DirectionOracle.at(p, rho, new Fold(opposite().acute(), false))
                .drift()
                .add(DirectionOracle.at(p, rho, opposite()).drift());
        assertThat(digits(both.divide(Oracle.pi()), mean)).isGreaterThanOrEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 1e-3, 0.7, 1.5, 3})
    void elementaryFunctionsAgreeWithTheLibrary(double x) {
        BigInteger fixed = FixedPoint.of(x);
        Apfloat exact = Oracle.exact(x).precision(90);
        Apfloat one = Oracle.exact(1).precision(90);
        assertThat(absolute(FixedPoint.exp(fixed), ApfloatMath.exp(exact))).isGreaterThan(66);
        assertThat(absolute(
                        FixedPoint.log(FixedPoint.of(1 + x)),
                        ApfloatMath.log(Oracle.exact(1 + x).precision(90))))
                .isGreaterThan(66);
        assertThat(absolute(FixedPoint.sine(fixed)[0], ApfloatMath.sin(exact))).isGreaterThan(66);
        assertThat(absolute(FixedPoint.sine(fixed)[1], one.subtract(ApfloatMath.cos(exact))))
                .isGreaterThan(66);
        assertThat(absolute(FixedPoint.arc(fixed, FixedPoint.ONE.negate()), ApfloatMath.atan2(exact, one.negate())))
                .isGreaterThan(66);
        assertThat(absolute(FixedPoint.arc(FixedPoint.ONE, fixed), ApfloatMath.atan2(one, exact)))
                .isGreaterThan(66);
        assertThat(absolute(FixedPoint.halfPower(fixed, 7), ApfloatMath.pow(ApfloatMath.sqrt(exact), 7)))
                .isGreaterThan(66);
    }

    @Test
    void theComparisonSeesALostDigit() {
        Apfloat off = Oracle.pi().multiply(Oracle.exact(1).add(new Apfloat("1e-30", Oracle.DIGITS)));
        assertThat(digits(off, Oracle.pi())).isBetween(29L, 31L);
        assertThat(digits(
                        SmoothingOracle.at(3, 0.5).angle(opposite()),
                        SmoothingOracle.at(3, 0.5).network(opposite())))
                .isLessThan(3);
    }

    private static Fold opposite() {
        return Fold.of(NoiseDraw.fromOpposite(0));
    }

    private static long absolute(BigInteger computed, Apfloat expected) {
        Apfloat error = FixedPoint.toApfloat(computed).subtract(expected);
        return error.signum() == 0 ? Long.MAX_VALUE : -error.scale();
    }

    /// Decimal digits to which the two agree, relative to the second.
    private static long digits(Apfloat computed, Apfloat expected) {
        Apfloat error = computed.subtract(expected);
        return error.signum() == 0 ? Long.MAX_VALUE : expected.scale() - error.scale();
    }
}
