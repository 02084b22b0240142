package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import lemmata.num.Functions;
import lemmata.rng.Philox;
import lemmata.theorem.ExitBound;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What theorem.ExitBound claims, as checks of any implementation: against laws for which the number that it bounds is
/// known.
public final class ExitBoundChecks {

    /// A bound of log E e^{θX}.
    @FunctionalInterface
    public interface Moment {
        /// Its value from θ, V, C.
        double at(double theta, double variance, double range);
    }

    /// The variance in the limit of many steps.
    @FunctionalInterface
    public interface Limit {
        /// Its value from η, λ, V.
        double of(double eta, double lambda, double variance);
    }

    /// A bound of the probability of an exit.
    @FunctionalInterface
    public interface Exit {
        /// Its value from U, v, c, N.
        double probability(double level, double v, double c, double steps);
    }

    /// Relative room for the rounding of sums of up to 2¹¹ positive terms, each within 2⁻⁴⁶.
    private static final double SLACK = 0x1p-40;

    /// Steps of a tree with two branches at each node.
    private static final int DEPTH = 10;

    private static final int STEPS = 40;
    private static final int DIGITS = 60;
    private static final Apfloat ONE = Oracle.exact(1);

    private ExitBoundChecks() {}

    /// S1: E e^{θX} of the laws on two points with this V and C, the extremal ones among them.
    public static Check moment(Moment moment) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double claimed = moment.at(here.theta(), here.variance(), here.range());
            double most = TwoPointLaw.choices(here.variance(), here.range()).stream()
                    .mapToDouble(law -> law.logMoment(here.theta()))
                    .max()
                    .orElse(Double.NaN);
            return OptionalDouble.of(most / (claimed * (1 + SLACK)));
        };
    }

    /// S1: nothing smaller will do. As θC → 0 the extremal law comes as near as 1 − (θC)²/18 to the bound, if V is
    /// small next to C²: both ½ and ⅓ are needed.
    public static Check sharp(Moment moment) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double y = 0.25 * draw.uniform(1201);
            double range = here.range();
            double variance = range * range * Functions.exp(-16);
            double least = TwoPointLaw.right(variance, range).logMoment(y / range);
            double claimed = moment.at(y / range, variance, range);
            double lost = y * y / 18 + 2 * variance / (range * range);
            return OptionalDouble.of(claimed * (1 - lost) / (least * (1 + SLACK)));
        };
    }

    /// S2: with the extremal law at each of 200 steps E e^{θu} is a product, and log of it at most the bound of S1 with
    /// v and ηC for V and C.
    public static Check independent(Moment moment, Limit limit) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            TwoPointLaw law = TwoPointLaw.right(here.variance(), here.range());
            double exact = 0;
            double theta = here.theta();
            for (int j = 0; j < 200; j++) {
                exact += law.logMoment(theta);
                theta *= 1 - here.rate();
            }
            return OptionalDouble.of(exact / (bound(here, moment, limit) * (1 + SLACK)));
        };
    }

    /// S2: with a law at each step that depends on the whole past, by enumeration of all pasts of ten steps.
    public static Check adapted(Moment moment, Limit limit) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double exact = Functions.log1p(tree(here, draw.seed(), here.theta() / here.eta(), 0, 1));
            return OptionalDouble.of(exact / (bound(here, moment, limit) * (1 + SLACK)));
        };
    }

    private static double bound(ExitCase here, Moment moment, Limit limit) {
        double eta = here.eta();
        double v = limit.of(eta, here.rate() / eta, here.variance());
        return moment.at(here.theta() / eta, v, eta * here.range());
    }

    /// E(e^{θu} − 1 − θu) below a node, whose number is its past in binary; u there.
    private static double tree(ExitCase here, long seed, double theta, double u, int node) {
        if (node >> DEPTH > 0) {
            return TwoPointLaw.excess(theta * u);
        }
        List<TwoPointLaw> choices = TwoPointLaw.choices(here.variance(), here.range());
        TwoPointLaw law = choices.get((int)
                (5 * Philox.uniform(Philox.at(seed, ExitCase.DOMAIN, node, 0).low())));
        double kept = (1 - here.rate()) * u;
        return law.share() * tree(here, seed, theta, kept + here.eta() * law.high(), 2 * node)
                + law.rest() * tree(here, seed, theta, kept + here.eta() * law.low(), 2 * node + 1);
    }

    /// S2: if each step has variance V, that of u_t is v(1 − (1−ηλ)^{2t}), in exact arithmetic.
    public static Check variance(Limit limit) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double lambda = here.rate() / here.eta();
            Apfloat keep = ONE.subtract(Oracle.exact(here.eta()).multiply(Oracle.exact(lambda)));
            Apfloat square = keep.multiply(keep);
            Apfloat step =
                    Oracle.exact(here.eta()).multiply(Oracle.exact(here.eta())).multiply(Oracle.exact(here.variance()));
            Apfloat now = Oracle.exact(0);
            Apfloat power = ONE;
            for (int t = 0; t < STEPS; t++) {
                now = square.multiply(now).add(step).precision(Oracle.DIGITS);
                power = power.multiply(square).precision(Oracle.DIGITS);
            }
            double claimed = limit.of(here.eta(), lambda, here.variance());
            if (!(claimed < Double.POSITIVE_INFINITY)) {
                return OptionalDouble.of(Double.NaN);
            }
            Apfloat share = Oracle.exact(claimed).multiply(ONE.subtract(power));
            double off = ApfloatMath.abs(share.subtract(now)).doubleValue();
            return OptionalDouble.of(Check.over(off, ExitBound.RELATIVE * claimed));
        };
    }

    /// S3: no opponent that chooses the law of each step by what has happened brings about an exit more often than
    /// claimed.
    public static Check exit(Exit exit) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double v = ExitBound.variance(here.eta(), here.rate() / here.eta(), here.variance());
            double level = here.level(v);
            int steps = here.steps();
            double claimed = exit.probability(level, v, here.eta() * here.range() / 3, steps);
            double known = steps == 1 ? here.once(level) : here.opponent(level, steps);
            return OptionalDouble.of(Check.over(known, claimed * (1 + SLACK)));
        };
    }

    /// S3: θU − θ²v/2(1−cθ) is the exponent at θ = U/(v + cU). There its slope is −cU²/2v · (1 + cU/v), which makes so
    /// much of the error of θ.
    public static Check tilt(Limit tilt, Limit exponent) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double v = here.eta() * here.variance();
            double level = here.level(v);
            double c = here.eta() * here.range() / 3;
            double claimed = exponent.of(level, v, c);
            double allowed = 2 * ExitBound.RELATIVE * claimed * (1 + c * level / v);
            return OptionalDouble.of(Oracle.ratio(claimed, gain(tilt.of(level, v, c), level, v, c), allowed));
        };
    }

    private static Apfloat gain(double theta, double level, double v, double c) {
        Apfloat by = Oracle.exact(theta);
        Apfloat less = ONE.subtract(by.multiply(Oracle.exact(c))).multiply(Oracle.exact(2));
        return by.multiply(Oracle.exact(level))
                .subtract(by.multiply(by).multiply(Oracle.exact(v)).divide(less));
    }

    /// S4: the bound of S1 in 250 digits.
    public static Check momentAccuracy(Moment moment) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double theta = here.theta();
            Apfloat three = Oracle.exact(3);
            Apfloat less = three.subtract(Oracle.exact(theta).multiply(Oracle.exact(here.range())));
            Apfloat square = Oracle.exact(theta).multiply(Oracle.exact(theta)).multiply(Oracle.exact(here.variance()));
            Apfloat exact = three.multiply(square).divide(Oracle.exact(2).multiply(less));
            double error = ExitBound.logMomentError(theta, here.variance(), here.range());
            double worth = error / (0x1p-40 * exact.doubleValue());
            double claimed = moment.at(theta, here.variance(), here.range());
            return OptionalDouble.of(Math.max(worth, Oracle.ratio(claimed, exact, error)));
        };
    }

    /// S4: the bound of S3 in 60 digits.
    public static Check exitAccuracy(Exit exit) {
        return draw -> {
            ExitCase here = ExitCase.of(draw);
            double v = here.eta() * here.variance();
            double c = here.eta() * here.range() / 3;
            double level = draw.uniform(1212) < 0.05 ? 0 : here.level(v);
            double steps = Functions.exp(60 * draw.uniform(1213));
            Apfloat below = Oracle.exact(v).add(Oracle.exact(c).multiply(Oracle.exact(level)));
            Apfloat square = Oracle.exact(level).multiply(Oracle.exact(level));
            Apfloat exponent = square.divide(below.multiply(Oracle.exact(2))).precision(DIGITS);
            Apfloat exact = ApfloatMath.exp(exponent.negate()).multiply(Oracle.exact(2 * steps));
            double error = ExitBound.probabilityError(level, v, c, steps);
            double worth = exact.doubleValue() < 1e-200 ? 0 : error / (0x1p-40 * exact.doubleValue());
            return OptionalDouble.of(Math.max(worth, Oracle.ratio(exit.probability(level, v, c, steps), exact, error)));
        };
    }
}
