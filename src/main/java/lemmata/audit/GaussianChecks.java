package lemmata.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What rng.Gaussian claims, as checks of any implementation.
///
/// The distribution test compares seven empirical distribution functions of n independent numbers each with N(0, 1), by
/// the inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant, P(sup |Fₙ − F| > ε) ≤ 2 exp(−2nε²) = δ.
public final class GaussianChecks {

    /// δ, the false-alarm probability of one law; there are seven.
    public static final double FALSE_ALARM = 1e-10;
    /// Twice the distance of the law (a sum of two draws), and what commons-math3's Φ may err.
    private static final double SLACK = 2 * Gaussian.LAW_ERROR + 0x1p-40;
    /// Error of a draw over u₀ r, by the numeric contract.
    private static final int ROUNDINGS = 14;

    private static final long PAIRS = 1L << 48;
    private static final int LONGEST = 33;

    /// Draws by number.
    @FunctionalInterface
    public interface Draws {

        /// One draw of a trial.
        double draw(long seed, long trial, long index);
    }

    /// Draws by blocks.
    @FunctionalInterface
    public interface Filling {

        /// Fills `out` with the draws from number `first` on.
        void fill(double[] out, long seed, long trial, long first);
    }

    private GaussianChecks() {}

    /// S1: both draws of a block are Box and Muller's formula at its words in domain 1, in 250 digits, within 14u₀ r; a
    /// number outside [0, 2⁴⁹) is refused.
    public static Check boxMuller(Draws draws) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 81);
            long trial = PhiloxChecks.word(draw, 82);
            long pair = PhiloxChecks.word(draw, 83) >>> 16;
            Philox.Block block = Philox.block(seed, PAIRS | pair, trial);
            Apfloat minusLog =
                    ApfloatMath.log(Oracle.exact(Philox.uniform(block.low()))).negate();
            Apfloat radius = ApfloatMath.sqrt(minusLog.multiply(Oracle.exact(2)));
            Apfloat[] direction = direction(Philox.uniform(block.high()));
            double bound = ROUNDINGS * RoundOff.U * radius.doubleValue();
            double even = Oracle.ratio(draws.draw(seed, trial, 2 * pair), radius.multiply(direction[0]), bound);
            double odd = Oracle.ratio(draws.draw(seed, trial, 2 * pair + 1), radius.multiply(direction[1]), bound);
            boolean refused = PhiloxChecks.refuses(() -> draws.draw(seed, trial, -1 - pair))
                    && PhiloxChecks.refuses(() -> draws.draw(seed, trial, 2 * PAIRS + pair));
            return OptionalDouble.of(refused ? Math.max(even, odd) : Double.POSITIVE_INFINITY);
        };
    }

    /// S1: one block, the same cut in two anywhere, and the draws one by one have the same bits; lengths 0 … 33 each.
    public static Check blocks(Filling filling, Draws draws) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 84);
            long trial = PhiloxChecks.word(draw, 85);
            int cut = (int) (draw.uniform(86) * (LONGEST + 1));
            int rest = (int) (draw.uniform(87) * (LONGEST + 1));
            long first = Math.min(PhiloxChecks.word(draw, 88) >>> 15, 2 * PAIRS - cut - rest);
            double[] whole = filled(filling, seed, trial, first, cut + rest);
            double[] single = LongStream.range(first, first + cut + rest)
                    .mapToDouble(index -> draws.draw(seed, trial, index))
                    .toArray();
            return Check.exactly(Arrays.equals(whole, single)
                    && Arrays.equals(Arrays.copyOf(whole, cut), filled(filling, seed, trial, first, cut))
                    && Arrays.equals(
                            Arrays.copyOfRange(whole, cut, cut + rest),
                            filled(filling, seed, trial, first + cut, rest)));
        };
    }

    /// S2: distances from N(0, 1) of seven laws, each from n numbers, that are N(0, 1) if single draws are and the
    /// pairs named are independent.
    public static Map<String, Double> distances(Draws z, long seed, int n) {
        double h = Math.sqrt(0.5);
        long even = seed & -2;
        Map<String, Double> distances = new LinkedHashMap<>();
        distances.put("even", distance(n, t -> z.draw(seed, t, 0)));
        distances.put("odd", distance(n, t -> z.draw(seed, t, 1)));
        distances.put("sum of a pair", distance(n, t -> h * (z.draw(seed, t, 0) + z.draw(seed, t, 1))));
        distances.put("difference", distance(n, t -> h * (z.draw(seed, t, 0) - z.draw(seed, t, 1))));
        distances.put("next block", distance(n, t -> h * (z.draw(seed, t, 0) + z.draw(seed, t, 2))));
        distances.put("next trial", distance(n, t -> h * (z.draw(seed, 2 * t, 0) + z.draw(seed, 2 * t + 1, 0))));
        distances.put("next seed", distance(n, t -> h * (z.draw(even, t, 0) + z.draw(even + 1, t, 0))));
        return distances;
    }

    /// S2: the largest distance that passes, ε and the slack.
    public static double allowed(int n) {
        return epsilon(n) + SLACK;
    }

    /// S2: a law at this distance or more is rejected with probability at least 1 − δ.
    public static double detectable(int n) {
        return 2 * epsilon(n) + SLACK;
    }

    private static double epsilon(int n) {
        return Math.sqrt(Functions.log(2 / FALSE_ALARM) / (2.0 * n));
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

    /// cos 2πv and sin 2πv; the second half of the turn is the first one mirrored.
    private static Apfloat[] direction(double v) {
        Apfloat turn = Oracle.pi().multiply(Oracle.exact(2 * Math.min(v, 1 - v)));
        Apfloat sine = HighPrecision.sin(turn);
        return new Apfloat[] {HighPrecision.cos(turn), v < 0.5 ? sine : sine.negate()};
    }

    private static double[] filled(Filling filling, long seed, long trial, long first, int length) {
        double[] out = new double[length];
        filling.fill(out, seed, trial, first);
        return out;
    }
}
