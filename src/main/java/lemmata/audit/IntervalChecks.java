package lemmata.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import lemmata.experiment.BinomialInterval;
import lemmata.num.Functions;

/// What experiment.SuccessRates/S2 claims of the interval, against binomial sums in 60 digits.
public final class IntervalChecks {

    /// An interval of a probability: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Maker {
        /// From so many of n.
        BinomialInterval of(long count, long n, double level);
    }

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ACCURACY = new BigDecimal(BinomialInterval.ACCURACY);

    /// n for which ends are looked at, and for which all n + 1 intervals are.
    private static final int LARGEST = 400;

    private static final int LARGEST_COVERED = 24;

    private IntervalChecks() {}

    /// Each end is within the accuracy of the probability whose tail is (1 − level)/2, since tails are monotone.
    public static Check ends(Maker maker) {
        return draw -> {
            int n = 1 + below(draw, LARGEST, 5200);
            int count = below(draw, n + 1, 5201);
            double level = level(draw);
            BinomialInterval found = maker.of(count, n, level);
            BigDecimal tail = BigDecimal.ONE.subtract(new BigDecimal(level)).divide(BigDecimal.TWO);
            BigDecimal low = new BigDecimal(found.low());
            BigDecimal high = BigDecimal.ONE.subtract(new BigDecimal(found.high()));
            return Check.exactly(isRoot(n, count, low, tail) && isRoot(n, n - count, high, tail));
        };
    }

    /// For a true probability anywhere or just outside one of the intervals, the counts whose interval contains it have
    /// probability `level` at least: 1 − coverage over 1 − level. In every fourth case.
    public static Check covers(Maker maker) {
        return draw -> {
            if (draw.uniform(5203) > 0.25) {
                return OptionalDouble.empty();
            }
            int n = 1 + below(draw, LARGEST_COVERED, 5200);
            double level = level(draw);
            BinomialInterval[] all = new BinomialInterval[n + 1];
            for (int count = 0; count <= n; count++) {
                all[count] = maker.of(count, n, level);
            }
            BigDecimal truth = truth(draw, all[below(draw, n + 1, 5201)]);
            BigDecimal missed = BigDecimal.ZERO;
            for (int count = 0; count <= n; count++) {
                if (!contains(all[count], truth)) {
                    missed = missed.add(atLeast(n, count, truth).subtract(atLeast(n, count + 1, truth)));
                }
            }
            return OptionalDouble.of(missed.doubleValue() / (1 - level));
        };
    }

    private static BigDecimal truth(Draw draw, BinomialInterval interval) {
        BigDecimal step = ACCURACY.multiply(BigDecimal.TWO);
        BigDecimal below = new BigDecimal(interval.low()).subtract(step);
        BigDecimal above = new BigDecimal(interval.high()).add(step);
        if (draw.uniform(5205) < 0.4 && below.signum() > 0) {
            return below;
        }
        boolean inside = above.compareTo(BigDecimal.ONE) < 0;
        return inside && draw.uniform(5205) < 0.8 ? above : new BigDecimal(draw.uniform(5206));
    }

    /// To within the accuracy.
    private static boolean contains(BinomialInterval interval, BigDecimal truth) {
        return truth.compareTo(new BigDecimal(interval.low()).subtract(ACCURACY)) >= 0
                && truth.compareTo(new BigDecimal(interval.high()).add(ACCURACY)) <= 0;
    }

    /// Whether the x with P(X ≥ count) = tail is near; 0 for count = 0, where there is none.
    private static boolean isRoot(int n, int count, BigDecimal x, BigDecimal tail) {
        if (count == 0) {
            return x.signum() == 0;
        }
        return atLeast(n, count, x.subtract(ACCURACY)).compareTo(tail) <= 0
                && atLeast(n, count, x.add(ACCURACY)).compareTo(tail) >= 0;
    }

    /// P(X ≥ count) for n trials of probability x, term by term; for x outside (0, 1) that at the nearer end.
    static BigDecimal atLeast(int n, int count, BigDecimal x) {
        BigDecimal rest = BigDecimal.ONE.subtract(x);
        if (x.signum() <= 0 || rest.signum() <= 0) {
            return count == 0 || count <= n && x.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal odds = x.divide(rest, DIGITS);
        BigDecimal term = rest.pow(n, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int j = 0; j <= n; j++) {
            sum = j < count ? sum : sum.add(term, DIGITS);
            term = term.multiply(odds, DIGITS)
                    .multiply(BigDecimal.valueOf(n - j))
                    .divide(BigDecimal.valueOf(j + 1L), DIGITS);
        }
        return sum;
    }

    /// Between ½ and 1 − 10⁻¹⁰.
    private static double level(Draw draw) {
        return 1 - Functions.exp(-0.7 - 22.3 * draw.uniform(5204));
    }

    private static int below(Draw draw, int bound, int tag) {
        return (int) (draw.uniform(tag) * bound);
    }
}
