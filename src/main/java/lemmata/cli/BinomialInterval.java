package lemmata.cli;

import org.apache.commons.math3.distribution.BetaDistribution;

/// Clopper and Pearson's interval of a probability, from how often it came true.
///
/// The ends are the probabilities at which so many or more, and so many or fewer, have probability (1 − level)/2. It
/// contains the true one with probability `level` at least. 0 of n: [0, 1 − ((1−level)/2)^{1/n}].
/// **Accuracy.** [#ACCURACY], absolute.
///
/// @param low lower end
/// @param high upper end
record BinomialInterval(double low, double high) {

    /// Absolute error of an end: what is asked of the solver of commons-math3.
    static final double ACCURACY = 1e-12;

    /// Of `count` among `n`.
    static BinomialInterval of(long count, long n, double level) {
        double tail = (1 - level) / 2;
        return new BinomialInterval(
                count == 0 ? 0 : quantile(count, n - count + 1, tail),
                count == n ? 1 : quantile(count + 1, n - count, 1 - tail));
    }

    private static double quantile(long alpha, long beta, double probability) {
        return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
    }
}
