package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Contraction;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;

/// What dynamics.Contraction claims of the recursion, as checks of any implementation of its bound and of the burn-in.
public final class RecursionChecks {

    /// The bound on x_t.
    @FunctionalInterface
    public interface Bound {
        /// Its value from x₀, λ, β, t.
        double at(double x0, double lambda, double beta, long t);
    }

    /// A number of steps to a level.
    @FunctionalInterface
    public interface BurnIn {
        /// Its value from x₀, λ, β, the level.
        long steps(double x0, double lambda, double beta, double level);
    }

    /// How many steps are claimed to be enough, or too few, for a fall of the excess by the factor e.
    @FunctionalInterface
    public interface StepsPerUnit {
        /// Its value, from λ.
        Apfloat of(Apfloat lambda);
    }

    private static final int STEPS = 60;
    private static final Apfloat ONE = Oracle.exact(1);

    private RecursionChecks() {}

    /// 1/λ: so many steps are enough for a fall of the excess by the factor e.
    public static Apfloat enoughPerUnit(Apfloat lambda) {
        return ONE.divide(lambda);
    }

    /// (1−λ)/λ: fewer steps are not.
    public static Apfloat neededPerUnit(Apfloat lambda) {
        return ONE.subtract(lambda).divide(lambda);
    }

    /// S3: sixty steps of the recursion in exact arithmetic, each by a drawn share below its bound, stay below; those
    /// of equality are the bound.
    public static Check recursion(Bound bound) {
        return draw -> {
            DrawnRecursion n = DrawnRecursion.of(draw);
            Apfloat keep = ONE.subtract(Oracle.exact(n.lambda()));
            Apfloat most = Oracle.exact(n.x0());
            Apfloat less = most;
            double worst = 0;
            for (int t = 0; t <= STEPS; t++) {
                double claimed = bound.at(n.x0(), n.lambda(), n.beta(), t);
                double error = n.error(t);
                worst = Math.max(worst, Oracle.ratio(claimed, most, error));
                double above = less.subtract(Oracle.exact(claimed)).doubleValue();
                worst = Math.max(worst, Check.over(Math.max(above, 0), error));
                Apfloat share = Oracle.exact(draw.uniform(500 + t));
                most = keep.multiply(most).add(Oracle.exact(n.beta()));
                less = share.multiply(keep.multiply(less).add(Oracle.exact(n.beta())));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S4, S6: at the result the exact bound is not above the level, one step before it is above the level less twice
    /// its error.
    public static Check burnIn(BurnIn burnIn) {
        return draw -> {
            DrawnRecursion n = DrawnRecursion.of(draw);
            double level = n.level(draw);
            long steps = burnIn.steps(n.x0(), n.lambda(), n.beta(), level);
            Apfloat high = Oracle.exact(level);
            boolean reached = steps >= 0 && n.exact(steps).compareTo(high) <= 0;
            boolean before =
                    steps <= 0 || n.exact(steps - 1).compareTo(Oracle.exact(level - 2.5 * n.error(steps - 1))) > 0;
            return Check.exactly(reached && before);
        };
    }

    /// S4: from ln((x₀−β/λ)/(level−β/λ)) times so many steps on, the exact bound is not above the level.
    public static Check enough(StepsPerUnit perUnit) {
        return draw -> {
            DrawnRecursion n = DrawnRecursion.of(draw);
            double level = n.level(draw);
            if (!(n.x0() > level)) {
                return OptionalDouble.empty();
            }
            long steps = n.logarithm(level)
                    .multiply(perUnit.of(Oracle.exact(n.lambda())))
                    .ceil()
                    .longValueExact();
            return Check.exactly(n.exact(steps).compareTo(Oracle.exact(level)) <= 0);
        };
    }

    /// S4: with fewer steps than (1−λ)/λ times that logarithm, it is above the level.
    public static Check notEnough(StepsPerUnit perUnit) {
        return draw -> {
            DrawnRecursion n = DrawnRecursion.of(draw);
            double level = n.level(draw);
            if (!(n.x0() > level && n.lambda() < 1)) {
                return OptionalDouble.empty();
            }
            Apfloat steps = n.logarithm(level).multiply(perUnit.of(Oracle.exact(n.lambda())));
            long last = steps.ceil().longValueExact() - 1;
            return last < 0
                    ? OptionalDouble.empty()
                    : Check.exactly(n.exact(last).compareTo(Oracle.exact(level)) > 0);
        };
    }

    /// S5: y by its recursion; x with the rate λ where y is at or below its level and rate 0 elsewhere, both as large
    /// as allowed. From the burn-in of y on, y stays below its level and x below the bound that starts there.
    public static Check coupled(Bound bound, BurnIn burnIn) {
        return draw -> {
            DrawnRecursion y = DrawnRecursion.of(draw).quick(draw);
            DrawnRecursion x = y.other(draw);
            double level = y.level(draw);
            long first = burnIn.steps(y.x0(), y.lambda(), y.beta(), level);
            Apfloat high = Oracle.exact(level);
            Apfloat nowY = Oracle.exact(y.x0());
            Apfloat nowX = Oracle.exact(x.x0());
            Apfloat startX = nowX;
            double worst = 0;
            for (int t = 0; t <= first + STEPS; t++) {
                boolean low = nowY.compareTo(high) <= 0;
                if (t == first) {
                    startX = nowX;
                }
                if (t >= first) {
                    double start = ExactVectors.rounded(startX);
                    double claimed = bound.at(start, x.lambda(), x.beta(), t - first);
                    double error = Contraction.boundError(start, x.lambda(), x.beta(), t - first);
                    double above = nowX.subtract(Oracle.exact(claimed)).doubleValue();
                    worst = Math.max(worst, Check.over(Math.max(above, 0), error + 2 * RoundOff.U * start));
                    worst = Math.max(worst, low ? 0 : Double.POSITIVE_INFINITY);
                }
                nowX = step(nowX, low ? x.lambda() : 0, x.beta());
                nowY = step(nowY, y.lambda(), y.beta());
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S6: the bound is within its error of 250 digits, for any number of steps up to 2⁴⁰.
    public static Check accuracy(Bound bound) {
        return draw -> {
            DrawnRecursion n = DrawnRecursion.of(draw);
            long t = draw.uniform(413) < 0.1
                    ? 0
                    : Math.min(1L << 40, (long) (Functions.exp(20 * draw.uniform(414) - 15) / n.lambda()));
            Apfloat exact = n.exact(t);
            double ratio = Oracle.ratio(bound.at(n.x0(), n.lambda(), n.beta(), t), exact, n.error(t));
            double worth = exact.doubleValue() < 1e-200 ? 0 : n.error(t) / (0x1p-40 * exact.doubleValue());
            return OptionalDouble.of(Math.max(ratio, worth));
        };
    }

    private static Apfloat step(Apfloat now, double lambda, double beta) {
        Apfloat keep = ONE.subtract(Oracle.exact(lambda));
        return keep.multiply(now).add(Oracle.exact(beta)).precision(Oracle.DIGITS);
    }
}
