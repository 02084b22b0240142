package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/// The false-alarm and the miss probability of the test, computed rather than sampled: a law on two points makes both a
/// sum of binomial probabilities.
class MeanTestTest {

    private static final double DELTA = 0.05;

    @Test
    void falseAlarmsStayBelowDeltaForEveryTwoPointLaw() {
        for (int n : new int[] {1, 2, 5, 20, 100, 1000}) {
            for (double probability : new double[] {0.5, 0.1, 0.01, 0.001, 1e-4}) {
                double variance = probability * (1 - probability);
                assertThat(rejection(n, probability, probability, variance)).isLessThanOrEqualTo(DELTA);
            }
        }
    }

    /// The slip: the quantile of the normal law, as if n were infinite.
    @Test
    void theTextbookTestWouldCryWolf() {
        int n = 20;
        double probability = 0.007;
        double threshold = 1.959964 * Math.sqrt(probability * (1 - probability) / n);
        double alarms = 0;
        for (int ones = 0; ones <= n; ones++) {
            if (Math.abs((double) ones / n - probability) > threshold) {
                alarms += new BinomialDistribution(null, n, probability).probability(ones);
            }
        }
        assertThat(alarms).isGreaterThan(2 * DELTA);
    }

    @Test
    void aMeanAtTheDetectableDistanceIsFound() {
        int found = 0;
        for (int n : new int[] {100, 1000, 10000}) {
            for (double truth : new double[] {0.5, 0.1, 0.01}) {
                double variance = truth * (1 - truth);
                double distance =
                        MeanTest.of(new double[n], 0, 0, variance, DELTA).detectable();
                if (distance < 100) {
                    assertThat(rejection(n, truth, truth - distance, variance)).isGreaterThanOrEqualTo(1 - DELTA);
                    assertThat(rejection(n, truth, truth + 1.5 * distance, variance))
                            .isGreaterThanOrEqualTo(1 - DELTA);
                    found++;
                }
            }
        }
        assertThat(found).isEqualTo(9);
    }

    /// The power statement is not idle: at a tenth of the distance the test is mostly silent.
    @Test
    void aMeanFarWithinTheDetectableDistanceIsNotFound() {
        double distance = MeanTest.of(new double[1000], 0, 0, 0.25, DELTA).detectable();
        assertThat(rejection(1000, 0.5, 0.5 - distance / 10, 0.25)).isLessThan(0.5);
    }

    @Test
    void theStatisticIsTheOneOfThePublication() {
        MeanTest test = MeanTest.of(new double[] {3}, 1, 0, 2, 2 * Math.exp(-1));
        assertThat(test.scale()).isEqualTo(1);
        assertThat(test.statistic()).isEqualTo(Math.log(5));
        assertThat(test.threshold()).isBetween(2.0, 2 + 1e-13);
        assertThat(test.ratio()).isEqualTo(test.statistic() / test.threshold());
        assertThat(MeanTest.of(new double[] {-1}, 1, 0, 2, 2 * Math.exp(-1)).statistic())
                .isEqualTo(-Math.log(5));
    }

    @Test
    void theErrorOfTheClaimedMeanWidensTheThreshold() {
        double[] sample = {0.25, -0.25};
        double exact = MeanTest.of(sample, 0, 0, 1, DELTA).threshold();
        assertThat(MeanTest.of(sample, 0, 0.5, 1, DELTA).threshold()).isEqualTo(exact + 0.5);
    }

    @Test
    void aSampleTooSmallToSayDetectsNothing() {
        assertThat(MeanTest.of(new double[3], 0, 0, 1, DELTA).detectable()).isInfinite();
        MeanTest large = MeanTest.of(new double[100000], 0, 0, 1, DELTA);
        assertThat(large.detectable(4)).isGreaterThan(large.detectable()).isLessThan(2 * large.detectable());
    }

    @Test
    void whatIsNotANumberIsRejected() {
        assertThat(MeanTest.of(new double[] {Double.NaN}, 0, 0, 1, DELTA).rejects())
                .isTrue();
        assertThat(MeanTest.of(new double[] {Double.POSITIVE_INFINITY}, 0, 0, 1, DELTA)
                        .rejects())
                .isTrue();
        assertThat(MeanTest.of(new double[] {0}, 0, 0, 1, DELTA).rejects()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.of(new double[0], 0, 0, 1, DELTA));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.of(new double[1], 0, 0, 0, DELTA));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.of(new double[1], 0, -1, 1, DELTA));
        assertThatIllegalArgumentException().isThrownBy(() -> MeanTest.of(new double[1], 0, 0, 1, 1));
    }

    /// P(the mean is rejected) for n draws that are 1 with probability `truth` and else 0.
    private static double rejection(int n, double truth, double mean, double variance) {
        BinomialDistribution ones = new BinomialDistribution(null, n, truth);
        double probability = 0;
        for (int count = 0; count <= n; count++) {
            double weight = ones.probability(count);
            if (weight > 1e-12) {
                double[] sample = new double[n];
                Arrays.fill(sample, 0, count, 1);
                probability += MeanTest.of(sample, mean, 0, variance, DELTA).rejects() ? weight : 0;
            }
        }
        return probability;
    }
}
