package lemmata.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import lemmata.num.Functions;

/// Test that two independent samples of n numbers each have one law, as a [LawTest].
///
/// For samples of the laws F and G each empirical law is within ε of its own but with probability 2 exp(−2nε²) = δ/2
/// (Dvoretzky, Kiefer, Wolfowitz, Massart; any law, atoms too). Reject if sup |Fₙ − Gₙ| > 2ε. False alarms: at most δ.
/// Power: laws at distance 4ε or more are told apart with probability at least 1 − δ.
///
/// Numbers are first rounded to multiples of [#GRID], so that 0 and what rounding makes of it are the same; one
/// function of both sides leaves equal laws equal.
final class TwoSamples {

    /// What is the same number.
    private static final double GRID = 0x1p-30;

    private TwoSamples() {}

    /// Tests the first numbers of n pairs of arrays against each other, the second ones, …
    ///
    /// @param names of the numbers, in order
    /// @param delta δ, for each
    static List<LawTest> of(
            List<String> names, int n, LongFunction<double[]> first, LongFunction<double[]> second, double delta) {
        double[][] left = LongStream.range(0, n).parallel().mapToObj(first).toArray(double[][]::new);
        double[][] right = LongStream.range(0, n).parallel().mapToObj(second).toArray(double[][]::new);
        double epsilon = Math.sqrt(Functions.log(4 / delta) / (2.0 * n));
        List<LawTest> tests = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double distance = distance(column(left, i), column(right, i));
            tests.add(new LawTest(names.get(i), n, distance, 2 * epsilon, 4 * epsilon));
        }
        return tests;
    }

    private static double[] column(double[][] rows, int at) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Math.rint(row[at] / GRID) * GRID + 0.0)
                .sorted()
                .toArray();
    }

    /// sup |Fₙ − Gₙ|; NaN if a number is, which sorting has put last.
    private static double distance(double[] x, double[] y) {
        int n = x.length;
        if (Double.isNaN(x[n - 1]) || Double.isNaN(y[n - 1])) {
            return Double.NaN;
        }
        double distance = 0;
        int j = 0;
        int i = 0;
        while (i < n && j < n) {
            double at = Math.min(x[i], y[j]);
            while (i < n && x[i] == at) {
                i++;
            }
            while (j < n && y[j] == at) {
                j++;
            }
            distance = Math.max(distance, Math.abs(i - j) / (double) n);
        }
        return distance;
    }
}
