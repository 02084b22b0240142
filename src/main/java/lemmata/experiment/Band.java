package lemmata.experiment;

import java.util.Arrays;
import lemmata.claim.Statement;

/// Five quantiles of a sample: a line and two bands about it.
///
/// The quantile of a share is the ⌈n · share⌉-th smallest of n numbers: the least one that at least this share of the
/// sample does not exceed. So every quantile is a number of the sample; nothing is interpolated.
/// One number: all five are it. 1 … 20: 1, 5, 10, 15, 19. **Accuracy.** Exact.
/// **Source.** experiment.ConvergenceCurves/S1.
///
/// @param q05 of 5 %
/// @param q25 of 25 %
/// @param median of 50 %
/// @param q75 of 75 %
/// @param q95 of 95 %
public record Band(double q05, double q25, double median, double q75, double q95) {

    private static final int ALL = 100;

    /// Of a sample in any order.
    ///
    /// @throws IllegalArgumentException if it is empty
    @Statement("experiment.ConvergenceCurves/S1")
    public static Band of(double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("no sample, no quantiles");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Band(at(sorted, 5), at(sorted, 25), at(sorted, 50), at(sorted, 75), at(sorted, 95));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[(int) Math.ceilDiv((long) percent * sorted.length, ALL) - 1];
    }
}
