package lemmata.rng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.NormalDistribution;

/// Tries to refute rng.Gaussian.
///
/// The distribution test compares seven empirical distribution functions of n independent numbers each with N(0, 1), by
/// the inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant, P(sup |Fₙ − F| > ε) ≤ 2 exp(−2nε²) = δ.
/// False alarms: ≤ 7δ < 1e-9 in all. Power: a law at distance 2ε + slack or more is rejected with
/// probability ≥ 1 − δ.
class GaussianProperties {

    private static final long SEED = 20261121;
    private static final double DELTA = 1e-10;
    /// Twice the distance of the law (a sum of two draws), and what commons-math3's Φ may err.
    private static final double SLACK = 2 * Gaussian.LAW_ERROR + 0x1p-40;

    private interface Draws {
        double draw(long seed, long trial, long index);
    }

    @Property
    @Statement("rng.Gaussian/S1")
    void anyBlockBoundariesGiveTheSameDraws(
            @ForAll long seed,
            @ForAll long trial,
            @ForAll @LongRange(max = (1L << 49) - 100) long first,
            @ForAll @IntRange(max = 33) int length,
            @ForAll @IntRange(max = 33) int cut) {
        double[] one = filled(seed, trial, first, length + cut);
        double[] parts = Stream.of(filled(seed, trial, first, cut), filled(seed, trial, first + cut, length))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] single = LongStream.range(first, first + one.length)
                .mapToDouble(index -> Gaussian.draw(seed, trial, index))
                .toArray();
        assertThat(one).isEqualTo(single).isEqualTo(parts);
    }

    /// The slip: pairs counted from where a block begins, so an odd first index swaps sine and cosine.
    @Property
    @Statement("rng.Gaussian/S1")
    void pairsCountedFromTheBlockWouldBeSeen(@ForAll long seed, @ForAll @LongRange(max = 1L << 40) long pair) {
        double[] right = filled(seed, 0, 2 * pair + 1, 2);
        assertThat(right).isNotEqualTo(filled(seed, 0, 2 * pair, 2));
        assertThat(right).isNotEqualTo(filled(seed, 0, 2 * pair + 2, 2));
    }

    @Property
    @Statement("rng.Gaussian/S1")
    void consumesTheDocumentedWords(
            @ForAll long seed, @ForAll long trial, @ForAll @LongRange(max = (1L << 48) - 1) long pair) {
        Philox.Block block = Philox.block(seed, 1L << 48 | pair, trial);
        double radius = Math.sqrt(-2 * Functions.log(Philox.uniform(block.low())));
        double angle = 2 * Math.PI * Philox.uniform(block.high());
        assertThat(Gaussian.draw(seed, trial, 2 * pair)).isEqualTo(radius * Functions.cos(angle));
        assertThat(Gaussian.draw(seed, trial, 2 * pair + 1)).isEqualTo(radius * Functions.sin(angle));
        assertThatIllegalArgumentException().isThrownBy(() -> Gaussian.draw(seed, trial, -1 - pair));
        assertThatIllegalArgumentException().isThrownBy(() -> Gaussian.draw(seed, trial, (1L << 49) + pair));
    }

    @Property(tries = 1)
    @Statement("rng.Gaussian/S2")
    void isStandardNormal(Reporter reporter) {
        int n = 1 << 20;
        Map<String, Double> distances = distances(Gaussian::draw, n);
        reporter.publishValue("seed", Long.toString(SEED));
        reporter.publishValue("n, false alarms, rejected from distance", n + ", 7e-10, " + (2 * epsilon(n) + SLACK));
        distances.forEach((what, distance) ->
                reporter.publishValue(what, "distance " + distance + ", ratio " + distance / (epsilon(n) + SLACK)));
        assertThat(distances.values()).allSatisfy(d -> assertThat(d).isLessThanOrEqualTo(epsilon(n) + SLACK));
    }

    /// Wrong generators; each is rejected by the same test on fewer draws.
    @Property(tries = 1)
    @Statement("rng.Gaussian/S2")
    void wrongGeneratorsAreRejected() {
        Draws z = Gaussian::draw;
        rejected("cosine lost: two sines", (s, t, i) -> z.draw(s, t, i | 1));
        rejected("cosine lost: radius", (s, t, i) -> Math.hypot(z.draw(s, t, i & -2), z.draw(s, t, i | 1)));
        rejected("factor 2 lost under the root", (s, t, i) -> Math.sqrt(0.5) * z.draw(s, t, i));
        rejected("half a turn", (s, t, i) -> i % 2 == 0 ? z.draw(s, t, i) : Math.abs(z.draw(s, t, i)));
        rejected("variance 1.15", (s, t, i) -> Math.sqrt(1.15) * z.draw(s, t, i));
        rejected("two trials share a stream", (s, t, i) -> z.draw(s, t / 2, i));
        rejected("two seeds share a stream", (s, t, i) -> z.draw(s / 2, t, i));
        rejected("two blocks share a counter", (s, t, i) -> z.draw(s, t, i & 1));
    }

    private static void rejected(String slip, Draws draws) {
        int n = 1 << 16;
        assertThat(distances(draws, n).values())
                .as(slip)
                .anySatisfy(d -> assertThat(d).isGreaterThan(epsilon(n) + SLACK));
    }

    private static double epsilon(int n) {
        return Math.sqrt(Functions.log(2 / DELTA) / (2.0 * n));
    }

    /// Distances of N(0, 1) from seven laws that are N(0, 1) if single draws are and the pairs named are independent.
    private static Map<String, Double> distances(Draws z, int n) {
        double h = Math.sqrt(0.5);
        Map<String, Double> distances = new LinkedHashMap<>();
        distances.put("even", distance(n, t -> z.draw(SEED, t, 0)));
        distances.put("odd", distance(n, t -> z.draw(SEED, t, 1)));
        distances.put("sum of a pair", distance(n, t -> h * (z.draw(SEED, t, 0) + z.draw(SEED, t, 1))));
        distances.put("difference", distance(n, t -> h * (z.draw(SEED, t, 0) - z.draw(SEED, t, 1))));
        distances.put("next block", distance(n, t -> h * (z.draw(SEED, t, 0) + z.draw(SEED, t, 2))));
        distances.put("next trial", distance(n, t -> h * (z.draw(SEED, 2 * t, 0) + z.draw(SEED, 2 * t + 1, 0))));
        long even = SEED - 1;
        distances.put("next seed", distance(n, t -> h * (z.draw(even, t, 0) + z.draw(even + 1, t, 0))));
        return distances;
    }

    /// sup |Fₙ − Φ| of n numbers, attained at one of them.
    private static double distance(int n, LongToDoubleFunction number) {
        double[] x =
                LongStream.range(0, n).parallel().mapToDouble(number).sorted().toArray();
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] phi =
                Arrays.stream(x).parallel().map(normal::cumulativeProbability).toArray();
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - phi[i], phi[i] - (double) i / n));
        }
        return distance;
    }

    private static double[] filled(long seed, long trial, long first, int length) {
        double[] out = new double[length];
        Gaussian.fill(out, seed, trial, first);
        return out;
    }
}
