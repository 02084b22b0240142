package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/// The checker's decimal arithmetic and its power series.
class BracketTest {

    @Test
    void decimalsRoundOutwards() {
        Bracket one = Bracket.quotient(1, 3).times(3);
        assertThat(one.low()).isLessThan(BigDecimal.ONE);
        assertThat(one.high()).isGreaterThanOrEqualTo(BigDecimal.ONE);
        Bracket little = Bracket.exact(new BigDecimal("1e-30"));
        for (Bracket sum : List.of(Bracket.ONE.plus(little), Bracket.ONE.minus(little))) {
            assertThat(sum.low()).isLessThanOrEqualTo(BigDecimal.ONE);
            assertThat(sum.high()).isGreaterThanOrEqualTo(BigDecimal.ONE);
            assertThat(sum.low()).isLessThan(sum.high());
        }
        Apfloat pi = ApfloatMath.pi(40);
        assertThat(new Apfloat(Bracket.PI.low()).precision(40)).isLessThan(pi);
        assertThat(new Apfloat(Bracket.PI.high()).precision(40)).isGreaterThan(pi);
        assertThatIllegalArgumentException().isThrownBy(() -> Bracket.ONE.over(Bracket.around(Bracket.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bracket(BigDecimal.ONE, BigDecimal.ZERO));
    }

    /// Against the extremes over the four corners.
    @Test
    void decimalsMultiplyAndDivideWithEverySign() {
        int[] ends = {-3, -1, 0, 2, 5};
        for (Bracket one : pairs(ends)) {
            for (Bracket other : pairs(ends)) {
                Bracket product = one.times(other);
                assertThat(product.low())
                        .isEqualByComparingTo(extreme(one, other).getFirst());
                assertThat(product.high())
                        .isEqualByComparingTo(extreme(one, other).getLast());
            }
            Bracket quotient = one.over(new Bracket(new BigDecimal("0.5"), new BigDecimal(2)));
            Bracket product = one.times(new Bracket(new BigDecimal("0.5"), new BigDecimal(2)));
            assertThat(quotient)
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(product);
        }
    }

    private static List<Bracket> pairs(int... ends) {
        return Arrays.stream(ends)
                .boxed()
                .flatMap(low -> Arrays.stream(ends)
                        .filter(high -> low <= high)
                        .mapToObj(high -> new Bracket(new BigDecimal(low), new BigDecimal(high))))
                .toList();
    }

    private static List<BigDecimal> extreme(Bracket one, Bracket other) {
        return Stream.of(one.low(), one.high())
                .flatMap(left -> Stream.of(other.low(), other.high()).map(left::multiply))
                .sorted()
                .toList();
    }

    /// a = ½, b = 1: 1 − s²/4 up to 1, and (8/3π)(1/s)(1 − O(s⁻²)) beyond, O(s⁻²) < 10⁻¹⁷ at 2³⁰; a = 1, b = −½ at 1 is
    /// a Beta integral. The enclosures are also asked to be narrow: an ulp or so where the series ends, 1/50 where it
    /// is cut after twelve terms of order k^(−5/2).
    @Test
    void seriesMeetKnownValues() {
        ScaledMoment moment = new ScaledMoment(0, 1, 2);
        assertEncloses(moment.at(Bracket.of(0.5)), 0.9375, 1e-15);
        assertEncloses(moment.at(Bracket.ONE), 0.75, 1e-15);
        assertEncloses(moment.at(Bracket.of(0x1p30)).times(1L << 30), 8 / (3 * Math.PI), 1e-12);
        assertEncloses(new MomentSeries(0, 2, -1).at(Bracket.ONE), 3 * Math.PI / 8, 0.02);
        assertThatIllegalArgumentException().isThrownBy(() -> new MomentSeries(0, -1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MomentSeries(0, 0, 32));
    }

    private static void assertEncloses(Bracket bracket, double value, double width) {
        assertThat(bracket.low().doubleValue()).isBetween(value - width, Math.nextUp(value));
        assertThat(bracket.high().doubleValue()).isBetween(Math.nextDown(value), value + width);
    }
}
