package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Step sums over a quarter circle: means of f(cos ω), as cos ω is a coordinate of a uniform point of a sphere or ball.
///
/// The cells are short, their weights exact up to rounding, and f is enclosed on each.
final class QuarterCircle {

    static final Interval ONE = Interval.point(1);

    /// A right angle.
    static final Interval RIGHT = Interval.pi().over(Interval.point(2));

    private static final int CELLS = 101;
    private static final double WIDTH = 1.0 / 64;
    private static final int TERMS = 20;

    private static final List<Interval> COSINES = cosines();

    private final List<Interval> weights;

    /// With a density of ω proportional to cosⁱω sinᵏω, i = 0 or 1.
    QuarterCircle(int i, int k) {
        weights = weights(i, k);
    }

    /// The mean of f(cos ω).
    Interval mean(UnaryOperator<Interval> f) {
        Interval sum = Interval.point(0);
        for (int cell = 0; cell < CELLS; cell++) {
            sum = sum.plus(weights.get(cell).times(f.apply(COSINES.get(cell))));
        }
        return sum;
    }

    /// sin x for x in [0, 4], by its Taylor sum; the last term bounds the rest.
    static Interval sin(double x) {
        return alternating(x, Interval.point(x), 1);
    }

    /// cos x for x in [0, 4].
    static Interval cos(double x) {
        return alternating(x, ONE, 0);
    }

    private static Interval alternating(double x, Interval first, int n) {
        Interval square = Interval.point(x).times(Interval.point(-x));
        Interval term = first;
        Interval sum = first;
        for (int degree = n + 2; degree < n + 2 * TERMS; degree += 2) {
            term = term.times(square).over(Interval.point(degree * (degree - 1)));
            sum = sum.plus(term);
        }
        return sum.plus(term.times(new Interval(-1, 1)));
    }

    /// What is positive of x, to the power halves/2; halves = −1 needs a positive x.
    static Interval power(Interval x, int halves) {
        if (halves < 0) {
            return ONE.over(power(x, -halves));
        }
        Interval base = new Interval(Math.max(0, x.low()), Math.max(0, x.high()));
        Interval power = halves % 2 == 0
                ? ONE
                : new Interval(Math.max(0, Math.nextDown(Math.sqrt(base.low()))), Math.nextUp(Math.sqrt(base.high())));
        for (int i = 0; i < halves / 2; i++) {
            power = power.times(base);
        }
        return power;
    }

    private static List<Interval> cosines() {
        List<Interval> cosines = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            double below = cell + 1 < CELLS ? cos((cell + 1) * WIDTH).low() : 0;
            cosines.add(new Interval(
                    Math.max(0, below), Math.min(1, cos(cell * WIDTH).high())));
        }
        return List.copyOf(cosines);
    }

    private static List<Interval> weights(int i, int k) {
        Interval all = whole(i, k);
        List<Interval> weights = new ArrayList<>();
        Interval before = Interval.point(0);
        for (int cell = 0; cell < CELLS; cell++) {
            Interval after = cell + 1 < CELLS ? primitive(i, k, (cell + 1) * WIDTH) : all;
            Interval weight = after.minus(before).over(all);
            weights.add(new Interval(Math.max(0, weight.low()), Math.max(0, weight.high())));
            before = after;
        }
        return List.copyOf(weights);
    }

    /// ∫ cosⁱ sinᵏ from 0 to x: sin^(k+1)x/(k+1) for i = 1; for i = 0 by k S_k = (k−1) S_{k−2} − sin^(k−1)x cos x.
    private static Interval primitive(int i, int k, double x) {
        if (i == 1) {
            return power(sin(x), 2 * k + 2).over(Interval.point(k + 1));
        }
        if (k == 0) {
            return Interval.point(x);
        }
        if (k == 1) {
            return ONE.minus(cos(x));
        }
        Interval product = power(sin(x), 2 * k - 2).times(cos(x));
        return Interval.point(k - 1)
                .times(primitive(0, k - 2, x))
                .minus(product)
                .over(Interval.point(k));
    }

    /// The same integral up to a right angle.
    static Interval whole(int i, int k) {
        if (i == 1) {
            return Interval.quotient(1, k + 1);
        }
        return k == 0 ? RIGHT : k == 1 ? ONE : whole(0, k - 2).times(Interval.quotient(k - 1, k));
    }
}
