package lemmata.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import lemmata.num.Functions;

/// Test that independent numbers X₁ … X_n have the continuous distribution function F to within c in Kolmogorov's
/// distance, by the inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant.
///
/// P(sup |Fₙ − G| > ε) ≤ 2 exp(−2nε²) = δ for the empirical Fₙ of any law G; reject if sup |Fₙ − F| > ε + c.
/// False alarms: at most δ if sup |G − F| ≤ c. Power: a law G at distance 2ε + c or more is rejected with probability
/// at least 1 − δ.
///
/// @param law in words
/// @param n how many numbers
/// @param distance sup |Fₙ − F|; NaN if a number is
/// @param allowed ε + c
/// @param detectable 2ε + c
public record LawTest(String law, int n, double distance, double allowed, double detectable) {

    /// Tests the first numbers of n arrays against the first law, the second ones against the second, …
    ///
    /// @param laws distribution functions by name, in order
    /// @param slack c
    /// @param delta δ, for each law
    static List<LawTest> of(
            Map<String, DoubleUnaryOperator> laws, int n, LongFunction<double[]> numbers, double slack, double delta) {
        double[][] samples = LongStream.range(0, n).parallel().mapToObj(numbers).toArray(double[][]::new);
        double epsilon = Math.sqrt(Functions.log(2 / delta) / (2.0 * n));
        List<LawTest> tests = new ArrayList<>();
        laws.forEach((law, cumulative) -> {
            int entry = tests.size();
            double[] x = Arrays.stream(samples)
                    .parallel()
                    .mapToDouble(sample -> sample[entry])
                    .sorted()
                    .toArray();
            tests.add(new LawTest(law, n, distance(x, cumulative), epsilon + slack, 2 * epsilon + slack));
        });
        return tests;
    }

    /// distance/allowed, at most 1 unless the test rejects.
    public double ratio() {
        return distance / allowed;
    }

    /// Whether the law is not refuted; false if a number was not one.
    public boolean accepts() {
        return distance <= allowed;
    }

    /// The evidence of several tests, each with false-alarm probability at most δ.
    static Evidence evidence(String claim, Collection<LawTest> tests, double delta) {
        double worst = tests.stream().mapToDouble(LawTest::ratio).max().orElse(Double.NaN);
        double found = tests.stream().mapToDouble(LawTest::detectable).max().orElse(Double.NaN);
        boolean accepted = tests.stream().allMatch(LawTest::accepts);
        String power =
                String.format(Locale.ROOT, "false alarm ≤ %.0e, finds a distance of %.2g", tests.size() * delta, found);
        long numbers = tests.stream().mapToLong(LawTest::n).sum();
        Verdict verdict = accepted ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("distribution test", verdict, tests.size() + " laws: " + claim, numbers, worst, power);
    }

    /// sup |Fₙ − F|, attained at one of the numbers.
    private static double distance(double[] sorted, DoubleUnaryOperator cumulative) {
        double[] expected = Arrays.stream(sorted).parallel().map(cumulative).toArray();
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - expected[i], expected[i] - (double) i / n));
        }
        return distance;
    }
}
