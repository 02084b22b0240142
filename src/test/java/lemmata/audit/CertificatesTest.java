package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Exact identities and interval certificates: right claims pass, wrong ones are refused, undecidable ones abstain.
class CertificatesTest {

    private static final Interval UNIT = new Interval(0, 1);

    @Test
    void identitiesHoldAndAChangedCoefficientIsSeen() {
        UnaryOperator<Rational[]> same = x -> x;
        assertThat(square(2, same).holds()).isTrue();
        assertThat(square(3, same).holds()).isFalse();
        assertThat(square(2, same).points()).isEqualTo(9);
    }

    @Test
    void aGridTooSmallWouldPassAWrongIdentity() {
        PolynomialIdentity product = new PolynomialIdentity(
                new int[] {1}, x -> x[0].minus(Rational.of(2)).times(x[0].minus(Rational.of(3))));
        assertThat(product.holds()).as("degree 2 declared as 1").isTrue();
        assertThat(new PolynomialIdentity(new int[] {2}, product.difference()).holds())
                .isFalse();
    }

    @Test
    void theKernelBoundsAreCertifiedEndsIncluded() {
        assertThat(KernelCertificates.cubicAbove().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(KernelCertificates.cubicBelow().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(KernelCertificates.complementFalls().verdict()).isEqualTo(Verdict.CERTIFIED);
    }

    @Test
    void aFalseClaimIsRefutedAndATouchingOneAbstains() {
        Evidence negative = KernelCertificates.positive("x > ½", UNIT, x -> x.minus(Interval.point(0.5)));
        assertThat(negative.verdict()).isEqualTo(Verdict.VIOLATED);
        Evidence touching = KernelCertificates.positive("x > 0", UNIT, x -> x);
        assertThat(touching.verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(touching.detail()).contains("budget");
    }

    @Test
    void subdivisionDecidesWhatOneBoxCannot() {
        UnaryOperator<Interval> parabola = x -> x.times(x).minus(x).plus(Interval.quotient(26, 100));
        Evidence evidence = KernelCertificates.positive("x² − x + 0.26 > 0", UNIT, parabola);
        assertThat(evidence.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(evidence.cases()).isGreaterThan(10);
        UnaryOperator<Interval> lower = x -> parabola.apply(x).minus(Interval.quotient(2, 100));
        assertThat(KernelCertificates.positive("x² − x + 0.24 > 0", UNIT, lower).verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void intervalsEncloseWhatRoundingLoses() {
        Interval third = Interval.quotient(1, 3);
        Interval one = third.plus(third).plus(third);
        assertThat(one.low()).isLessThan(1);
        assertThat(one.high()).isGreaterThan(1);
        assertThat(new Interval(-2, 3).times(new Interval(-5, 4)).low()).isLessThanOrEqualTo(-15);
        assertThat(new Interval(-2, 3).times(new Interval(-5, 4)).high()).isGreaterThanOrEqualTo(12);
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> UNIT.over(UNIT));
    }

    /// (x + y)² = x² + c·xy + y², true for c = 2.
    private static PolynomialIdentity square(int c, UnaryOperator<Rational[]> variables) {
        return new PolynomialIdentity(new int[] {2, 2}, point -> {
            Rational[] x = variables.apply(point);
            Rational sum = x[0].plus(x[1]);
            return sum.times(sum)
                    .minus(x[0].times(x[0]))
                    .minus(x[0].times(x[1]).times(c))
                    .minus(x[1].times(x[1]));
        });
    }
}
