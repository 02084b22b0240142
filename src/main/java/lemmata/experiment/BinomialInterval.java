package lemmata.experiment;

import lemmata.claim.Statement;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/// Clopper and Pearson's interval of a probability, from how often it came true.
///
/// The ends are the probabilities at which so many or more, and so many or fewer, have probability (1 − level)/2. It
/// contains the true one with probability `level` at least. 0 of n: [0, 1 − ((1−level)/2)^{1/n}]; 0 of 0: [0, 1].
/// **Accuracy.** [#ACCURACY], absolute. **Source.** experiment.SuccessRates/S2.
///
/// @param low lower end
/// @param high upper end
public record BinomialInterval(double low, double high) {

    /// Absolute error of an end, for n ≤ 10⁶ and 1 − level ≥ 10⁻¹².
    public static final double ACCURACY = 1e-12;

    private static final double STEP = 0x1p-4 * ACCURACY;
    private static final int MOST = 1000;

    /// Of `count` among `n`.
    @Statement("experiment.SuccessRates/S2")
    public static BinomialInterval of(long count, long n, double level) {
        double tail = (1 - level) / 2;
        return new BinomialInterval(low(count, n, tail), 1 - low(n - count, n, tail));
    }

    /// The x at which `count` or more of n have probability I_x(count, n − count + 1) = `tail`. Both ends are small
    /// tails: near 1 a tail would be lost in rounding.
    private static double low(long count, long n, double tail) {
        return count == 0
                ? 0
                : new BrentSolver(0, STEP, 0)
                        .solve(MOST, x -> Beta.regularizedBeta(x, count, n - count + 1.0) - tail, 0, 1);
    }
}
