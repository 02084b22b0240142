package lemmata.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import lemmata.num.LaneFunctions;
import lemmata.num.RoundOff;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What rng.Gaussian claims, as checks of any implementation.
public final class GaussianChecks {

    /// δ, the false-alarm probability of one law; there are seven.
    public static final double FALSE_ALARM = 1e-10;

    /// Twice the distance of the law (a sum of two draws), and what commons-math3's Φ may err.
    private static final double SLACK = 2 * Gaussian.LAW_ERROR + 0x1p-40;

    /// Words of a trial.
    private static final long WORDS = 1L << 48;

    /// What [Philox#at] adds to the number of a block in domain 1.
    private static final long DOMAIN = 1L << 48;

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

    /// S1: both draws of a word are Box and Muller's formula at its halves, in 250 digits, within [#error]; a number
    /// outside [0, 2⁴⁹) is refused.
    public static Check boxMuller(Draws draws) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 81);
            long trial = PhiloxChecks.word(draw, 82);
            long pair = PhiloxChecks.word(draw, 83) >>> 16;
            Philox.Block block = Philox.block(seed, DOMAIN | pair >> 1, trial);
            long word = (pair & 1) == 0 ? block.low() : block.high();
            Apfloat u = Oracle.exact(((word & 0xFFFFFFFFL) + 0.5) * 0x1p-32);
            Apfloat radius = ApfloatMath.sqrt(ApfloatMath.log(u).negate().multiply(Oracle.exact(2)));
            Apfloat theta = Oracle.pi().multiply(Oracle.exact(((word >>> 32 & 0x3FFFFFFFL) + 0.5) * 0x1p-31));
            Apfloat cosine = HighPrecision.cos(theta).multiply(Oracle.exact(word < 0 ? -1 : 1));
            Apfloat sine = HighPrecision.sin(theta).multiply(Oracle.exact(word << 1 < 0 ? -1 : 1));
            double bound = error(radius.doubleValue());
            double even = Oracle.ratio(draws.draw(seed, trial, 2 * pair), radius.multiply(cosine), bound);
            double odd = Oracle.ratio(draws.draw(seed, trial, 2 * pair + 1), radius.multiply(sine), bound);
            boolean refused = PhiloxChecks.refuses(() -> draws.draw(seed, trial, -1 - pair))
                    && PhiloxChecks.refuses(() -> draws.draw(seed, trial, 2 * WORDS + pair));
            return OptionalDouble.of(refused ? Math.max(even, odd) : Double.POSITIVE_INFINITY);
        };
    }

    /// Error of a draw of this radius, by the numeric contract.
    private static double error(double radius) {
        return 1.02 * LaneFunctions.EXPONENTIAL_ERROR / radius + (LaneFunctions.CIRCLE_ERROR + 4 * RoundOff.U) * radius;
    }

    /// S1: one run of draws, the same cut in two anywhere, and the draws one by one have the same bits; lengths 0 … 33
    /// each.
    public static Check blocks(Filling filling, Draws draws) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 84);
            long trial = PhiloxChecks.word(draw, 85);
            int cut = (int) (draw.uniform(86) * (LONGEST + 1));
            int rest = (int) (draw.uniform(87) * (LONGEST + 1));
            long first = Math.min(PhiloxChecks.word(draw, 88) >>> 15, 2 * WORDS - cut - rest);
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

    /// S2: seven laws, each of n numbers that are N(0, 1) if single draws are and the pairs named are independent.
    public static List<LawTest> laws(Draws z, long seed, int n) {
        double h = Math.sqrt(0.5);
        long even = seed & -2;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        Map<String, DoubleUnaryOperator> laws = new LinkedHashMap<>();
        for (String law :
                List.of("even", "odd", "sum of a pair", "difference", "next word", "next trial", "next seed")) {
            laws.put(law, normal::cumulativeProbability);
        }
        return LawTest.of(
                laws,
                n,
                t -> {
                    double x = z.draw(seed, t, 0);
                    double y = z.draw(seed, t, 1);
                    return new double[] {
                        x,
                        y,
                        h * (x + y),
                        h * (x - y),
                        h * (x + z.draw(seed, t, 2)),
                        h * (z.draw(seed, 2 * t, 0) + z.draw(seed, 2 * t + 1, 0)),
                        h * (z.draw(even, t, 0) + z.draw(even + 1, t, 0))
                    };
                },
                SLACK,
                FALSE_ALARM);
    }

    private static double[] filled(Filling filling, long seed, long trial, long first, int length) {
        double[] out = new double[length];
        filling.fill(out, seed, trial, first);
        return out;
    }
}
