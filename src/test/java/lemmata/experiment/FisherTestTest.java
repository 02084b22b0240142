package lemmata.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.LongStream;
import lemmata.num.RoundOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// p against exact binomials, and against a sum outwards from the count seen where those are too long.
class FisherTestTest {

    private static final MathContext DIGITS = new MathContext(40);

    /// Largest n and m with every table.
    private static final int SMALL = 9;

    @FunctionalInterface
    private interface TwoSided {
        double p(long one, long n, long other, long m);
    }

    /// Terms are exp of a sum of three logarithms, each at most N ln N, N = n + m. The library promises no accuracy;
    /// this
    /// allows each 64 roundings, which exp makes a relative error. The sum adds N u.
    private static double tolerance(long all) {
        return (3 * 64 * Math.log(all + 1.0) + 1) * all * RoundOff.U;
    }

    /// Ways to have `count` successes among n, if `sum` of n + m succeed.
    private static BigInteger ways(long count, long n, long m, long sum) {
        return binomial(n, count).multiply(binomial(m, sum - count));
    }

    private static BigInteger binomial(long n, long k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger product = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            product = product.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return product;
    }

    private static double exact(long one, long n, long other, long m) {
        BigInteger seen = ways(one, n, m, one + other);
        BigInteger sum = LongStream.rangeClosed(0, n)
                .mapToObj(count -> ways(count, n, m, one + other))
                .filter(each -> each.compareTo(seen) <= 0)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(sum)
                .divide(new BigDecimal(binomial(n + m, one + other)), DIGITS)
                .doubleValue();
    }

    /// Every table of up to [#SMALL] and [#SMALL] trials.
    private static void requireExact(TwoSided test) {
        for (long n = 1; n <= SMALL; n++) {
            for (long m = 1; m <= SMALL; m++) {
                for (long one = 0; one <= n; one++) {
                    for (long other = 0; other <= m; other++) {
                        double p = exact(one, n, other, m);
                        assertThat(test.p(one, n, other, m))
                                .as("%d of %d, %d of %d", one, n, other, m)
                                .isCloseTo(p, within(p * tolerance(n + m)));
                    }
                }
            }
        }
    }

    @Test
    void smallTablesAreExact() {
        requireExact(FisherTest::twoSided);
    }

    @Test
    void otherTestsAreRefused() {
        refuse((one, n, other, m) -> share(0, one, n, m, one + other));
        refuse((one, n, other, m) -> share(one, n, n, m, one + other));
        refuse((one, n, other, m) -> share(one, one, n, m, one + other));
        refuse((one, n, other, m) ->
                Math.min(1, 2 * Math.min(share(0, one, n, m, one + other), share(one, n, n, m, one + other))));
        refuse(
                (one, n, other, m) -> // counts as likely as the one seen, but for itself, left out
                exact(one, n, other, m)
                        - LongStream.rangeClosed(0, n)
                                .filter(count -> count != one)
                                .filter(count -> ways(count, n, m, one + other).equals(ways(one, n, m, one + other)))
                                .mapToDouble(count -> share(count, count, n, m, one + other))
                                .sum());
        refuse((one, n, other, m) -> exact(one, n, m - other, m));
    }

    private static void refuse(TwoSided mutant) {
        assertThatThrownBy(() -> requireExact(mutant)).isInstanceOf(AssertionError.class);
    }

    /// Probability of `first` to `last` successes among n: one side only.
    private static double share(long first, long last, long n, long m, long sum) {
        BigInteger some = LongStream.rangeClosed(first, last)
                .mapToObj(count -> ways(count, n, m, sum))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(some)
                .divide(new BigDecimal(binomial(n + m, sum)), DIGITS)
                .doubleValue();
    }

    /// Successes and failures, and the two samples, may change places.
    @ParameterizedTest
    @CsvSource({"3,10,40,1000", "0,7,3,11", "199,200,180,200", "1,1000000,9,1000000", "250,1000,240,900"})
    void theNamesDoNotMatter(long one, long n, long other, long m) {
        double p = FisherTest.twoSided(one, n, other, m);
        double allowed = 2 * p * tolerance(n + m);
        assertThat(p).isBetween(0.0, 1.0);
        assertThat(FisherTest.twoSided(other, m, one, n)).isCloseTo(p, within(allowed));
        assertThat(FisherTest.twoSided(n - one, n, m - other, m)).isCloseTo(p, within(allowed));
        assertThat(FisherTest.twoSided(m - other, m, n - one, n)).isCloseTo(p, within(allowed));
    }

    /// The mirror image of a count is as likely as it: p is twice one side.
    @Test
    void tiesCount() {
        double side = share(0, 3, 10, 10, 10);
        assertThat(FisherTest.twoSided(3, 10, 7, 10)).isCloseTo(2 * side, within(2 * side * tolerance(20)));
        assertThat(FisherTest.twoSided(5, 10, 5, 10)).isCloseTo(1, within(tolerance(20)));
        // The middle two of five counts are the likeliest, and equally so.
        assertThat(FisherTest.twoSided(1, 3, 2, 3)).isCloseTo(1, within(tolerance(6)));
    }

    /// Nothing or everything succeeds in both: there is one table only.
    @ParameterizedTest
    @CsvSource({"1,1", "10,10", "1000,10", "10,1000", "1,99", "1000000,1000000", "1,1000000", "1000000,1"})
    void samplesThatAgreeEntirelyDoNotDiffer(long n, long m) {
        assertThat(FisherTest.twoSided(0, n, 0, m)).isCloseTo(1, within(tolerance(n + m)));
        assertThat(FisherTest.twoSided(n, n, m, m)).isCloseTo(1, within(tolerance(n + m)));
    }

    /// All of one, none of the other: the two of C(n + m, n) tables that are least likely, or the only one.
    @ParameterizedTest
    @CsvSource({"1,1", "30,30", "30,29", "7,100", "400,400"})
    void samplesThatDisagreeEntirely(long n, long m) {
        BigDecimal tables = new BigDecimal(binomial(n + m, n));
        double p = BigDecimal.valueOf(n == m ? 2 : 1).divide(tables, DIGITS).doubleValue();
        assertThat(FisherTest.twoSided(n, n, 0, m)).isCloseTo(p, within(p * tolerance(n + m)));
        assertThat(FisherTest.twoSided(0, n, m, m)).isCloseTo(p, within(p * tolerance(n + m)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,1000000,5,1000000",
        "0,1000000,1,1",
        "0,1000000,1,1000000",
        "999990,1000000,1000000,1000000",
        "500000,1000000,500000,1000000",
        "500000,1000000,502000,1000000",
        "300000,1000000,3100,10000",
        "1,10,900000,1000000",
        "16384,16384,16370,16384"
    })
    void aMillionTrials(long one, long n, long other, long m) {
        double p = outwards(one, n, other, m);
        double slack = p * tolerance(n + m);
        assertThat(FisherTest.twoSided(one, n, other, m)).isCloseTo(p, within(slack));
    }

    /// 2/C(2·10⁶, 10⁶), less than 10⁻⁶⁰²⁰⁵⁶ and than any double: 0, not NaN.
    @Test
    void theSmallestPIsZero() {
        assertThat(FisherTest.twoSided(1_000_000, 1_000_000, 0, 1_000_000)).isZero();
    }

    @Test
    void tooManyTrialsAreRefused() {
        assertThatThrownBy(() -> FisherTest.twoSided(0, 1L << 30, 1, 1L << 30)).isInstanceOf(ArithmeticException.class);
    }

    /// With all weights over that of the count seen, up to where the rest is below 10⁻⁴⁰ of it.
    private static double outwards(long one, long n, long other, long m) {
        long sum = one + other;
        BigDecimal[] total = {BigDecimal.ONE, BigDecimal.ONE}; // of all, and of those no likelier
        BigDecimal weight = BigDecimal.ONE;
        for (long i = one; i < Math.min(n, sum) && !isOver(weight, total); i++) {
            weight = weight.multiply(ratio(i, n, m, sum), DIGITS);
            add(total, weight);
        }
        weight = BigDecimal.ONE;
        for (long i = one; i > Math.max(0, sum - m) && !isOver(weight, total); i--) {
            weight = weight.divide(ratio(i - 1, n, m, sum), DIGITS);
            add(total, weight);
        }
        return total[1].divide(total[0], DIGITS).doubleValue();
    }

    /// How much likelier i + 1 successes among n are than i.
    private static BigDecimal ratio(long i, long n, long m, long sum) {
        BigDecimal more = BigDecimal.valueOf(n - i).multiply(BigDecimal.valueOf(sum - i));
        BigDecimal less = BigDecimal.valueOf(i + 1).multiply(BigDecimal.valueOf(m - sum + i + 1));
        return more.divide(less, DIGITS);
    }

    /// Equal weights may differ in the last of 40 digits.
    private static void add(BigDecimal[] total, BigDecimal weight) {
        total[0] = total[0].add(weight, DIGITS);
        if (weight.compareTo(new BigDecimal("1.00000000000000000001")) <= 0) {
            total[1] = total[1].add(weight, DIGITS);
        }
    }

    private static boolean isOver(BigDecimal weight, BigDecimal[] total) {
        return weight.compareTo(total[0].movePointLeft(40)) < 0;
    }
}
