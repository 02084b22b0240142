package lemmata.experiment;

import java.util.stream.LongStream;
import lemmata.num.Functions;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/// Fisher's exact test of whether two counts come from the same probability.
///
/// Given how many succeeded in all, the successes among the first n are hypergeometric; p is the probability of all
/// counts that are no more likely than the one seen. **Accuracy.** That of
/// commons-math3's `HypergeometricDistribution`; counts as likely as the one seen to within 10⁻⁷ are taken as equally
/// likely, so p errs upwards.
public final class FisherTest {

    private static final double TIE = 1e-7;

    private FisherTest() {}

    /// p of `one` successes among `n` and `other` among `m`.
    ///
    /// @throws ArithmeticException if there are 2³¹ trials or more
    public static double twoSided(long one, long n, long other, long m) {
        if (one + other == 0 || one + other == n + m) {
            return 1; // there is one such table only
        }
        HypergeometricDistribution law = new HypergeometricDistribution(
                null, Math.toIntExact(n + m), Math.toIntExact(one + other), Math.toIntExact(n));
        double seen = law.logProbability((int) one) + TIE;
        double sum = LongStream.rangeClosed(law.getSupportLowerBound(), law.getSupportUpperBound())
                .mapToDouble(count -> law.logProbability((int) count))
                .filter(term -> term <= seen)
                .map(Functions::exp)
                .sum();
        return Math.min(1, sum);
    }
}
