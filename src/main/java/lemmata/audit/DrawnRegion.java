package lemmata.audit;

import lemmata.dissipativity.Region;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// A drawn region of students, made round a drawn point so that it is not empty, with points of its own.
///
/// Every bound is infinite, a single value or an interval; at most one range is a single value. In some cases the strip
/// of 1ᵀa just meets the ball.
///
/// @param x coordinate along 1 of a point inside
/// @param y coordinate across
/// @param rest length of the part orthogonal to both
record DrawnRegion(Draw draw, Target target, Region region, double x, double y, double rest) {

    /// Steps of the search: (2/3)¹⁵⁰ < 10⁻²⁶.
    private static final int STEPS = 150;

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /// Which of the ranges is a single value, if any: of aᵀa*, ‖a‖, 1ᵀa.
    private enum Single {
        ALIGNMENT,
        NORM,
        SUM,
        NONE
    }

    static DrawnRegion of(Draw draw) {
        SmoothedCase drawn = new SmoothedCase(draw);
        Target target = drawn.target();
        double size = target.norm() == 0 ? 1 : target.norm();
        double kind = draw.uniform(132);
        Single single = kind < 0.4 ? Single.values()[(int) (7.5 * kind)] : Single.NONE;
        boolean touching = single == Single.SUM && draw.uniform(152) < 0.3;
        double[] gauss = draw.gaussians(130, 3);
        double stretch = size * Functions.exp(-3 + 5 * draw.uniform(131));
        boolean centre = draw.uniform(149) < 0.1;
        double x = centre ? 0 : stretch * gauss[0];
        double y = centre || touching || draw.k() == 1 ? 0 : stretch * gauss[1];
        double rest = centre || touching || draw.k() <= 2 ? 0 : stretch * Math.abs(gauss[2]);
        double d = x * target.along() + y * target.across();
        double[] alignment = range(draw, 133, d, size * stretch, single == Single.ALIGNMENT);
        double[] sum = range(draw, 137, x * Math.sqrt(draw.k()), stretch * Math.sqrt(draw.k()), single == Single.SUM);
        double length = Math.sqrt(x * x + y * y + rest * rest);
        double wide = draw.uniform(141) < 0.3 ? INFINITE : length + stretch * (1e-6 + draw.uniform(142));
        double norm = single == Single.NORM
                ? length
                : touching ? length * (1 + Functions.exp(-28 * draw.uniform(142))) : wide;
        Angle[] angles = angles(draw, drawn);
        Region region = new Region(angles[0], angles[1], alignment[0], alignment[1], norm, sum[0], sum[1]);
        return new DrawnRegion(draw, target, region, x, y, rest);
    }

    /// Both ends of the range of angles and one between.
    Angle[] angles() {
        double low = region.phiLow().phi();
        double share = draw.uniform(143);
        double between = Math.clamp(low + share * (region.phiHigh().phi() - low), 0, Math.PI);
        return new Angle[] {region.phiLow(), region.phiHigh(), NoiseDraw.at(between)};
    }

    /// inf aᵀa* by another route: the least of the convex function x a₁ − a₂√(R² − x²) on the strip, by halving thirds;
    /// not below d_lo.
    double leastAlignment() {
        double root = Math.sqrt(target.k());
        double low = Math.max(region.sumLow() / root, -region.norm());
        double high = Math.min(region.sumHigh() / root, region.norm());
        if (region.norm() == INFINITE) {
            double best = target.across() > 0 ? -INFINITE : Math.min(times(low), times(high));
            return Math.max(best, region.alignmentLow());
        }
        for (int step = 0; step < STEPS; step++) {
            double first = low + (high - low) / 3;
            double second = high - (high - low) / 3;
            boolean left = bottom(first) < bottom(second);
            low = left ? low : first;
            high = left ? second : high;
        }
        double best = Math.min(bottom(low), Math.min(bottom(high), bottom((low + high) / 2)));
        return Math.max(best, region.alignmentLow());
    }

    /// inf aᵀa* of the doubles of target and region in the oracle's arithmetic.
    Apfloat exactLeast() {
        Apfloat root = ApfloatMath.sqrt(Oracle.exact(target.k()));
        Apfloat along = Oracle.exact(target.along());
        Apfloat across = Oracle.exact(target.across());
        if (region.norm() == INFINITE) {
            boolean lowEnd = target.along() > 0;
            double end = lowEnd ? region.sumLow() : region.sumHigh();
            boolean free = target.across() > 0 || target.along() != 0 && Double.isInfinite(end);
            Apfloat best = target.along() == 0 || free
                    ? Oracle.exact(0)
                    : along.multiply(Oracle.exact(end)).divide(root);
            return free ? Oracle.exact(region.alignmentLow()) : larger(best, region.alignmentLow());
        }
        Apfloat radius = Oracle.exact(region.norm());
        Apfloat square = along.multiply(along).add(across.multiply(across));
        Apfloat at = square.signum() == 0
                ? square
                : radius.multiply(along).divide(ApfloatMath.sqrt(square)).negate();
        if (Double.isFinite(region.sumLow())) {
            at = larger(at, Oracle.exact(region.sumLow()).divide(root));
        }
        if (Double.isFinite(region.sumHigh())) {
            at = larger(at.negate(), Oracle.exact(region.sumHigh()).divide(root).negate())
                    .negate();
        }
        Apfloat height = radius.multiply(radius).subtract(at.multiply(at));
        Apfloat down = height.signum() <= 0 ? Oracle.exact(0) : ApfloatMath.sqrt(height);
        return larger(at.multiply(along).subtract(down.multiply(across)), region.alignmentLow());
    }

    /// What rounding, 4u of the terms in each of 150 comparisons and in the ends of the strip, can do to the least
    /// aᵀa*.
    double alignmentError() {
        double radius = finite(region.norm());
        double terms = Math.max(radius, Math.abs(x)) * Math.abs(target.along()) + radius * target.across();
        return 1024 * RoundOff.U * (terms + Math.abs(finite(region.alignmentLow())))
                + endError(radius) * target.across();
    }

    /// How far rounding may put the returned weights outside of the region, in norm.
    double weightsError(Region.Weights weights) {
        double radius = finite(region.norm());
        double strip = Math.abs(finite(region.sumLow())) + Math.abs(finite(region.sumHigh()));
        return 64 * RoundOff.U * (radius + strip + Math.abs(weights.x()) + Math.abs(weights.y())) + endError(radius);
    }

    /// Further points (x, y) of the region, from the first one towards a drawn one: on the border or inside.
    double[] point(int tag) {
        double[] gauss = draw.gaussians(tag, 3);
        double reach = 1;
        double scale = 4 * (Math.abs(x) + Math.abs(y) + rest + target.norm());
        while (reach > 1e-9 && !contains(reach * scale * gauss[0], reach * scale * gauss[1], rest)) {
            reach *= 0.7;
        }
        return reach > 1e-9 ? moved(reach * scale * gauss[0], reach * scale * gauss[1]) : new double[] {x, y};
    }

    /// Whether weights and angle are in the region, up to the given error of the weights.
    boolean contains(Region.Weights weights, Angle angle, double error) {
        double phi = angle.phi();
        double slack = error * target.norm();
        double sum = weights.x() * Math.sqrt(target.k());
        double sumSlack = error * Math.sqrt(target.k());
        return region.phiLow().phi() <= phi
                && phi <= region.phiHigh().phi()
                && region.alignmentLow() - slack <= weights.d()
                && weights.d() <= region.alignmentHigh() + slack
                && Math.sqrt(weights.x() * weights.x() + weights.y() * weights.y()) <= region.norm() + error
                && region.sumLow() - sumSlack <= sum
                && sum <= region.sumHigh() + sumSlack;
    }

    private double[] moved(double dx, double dy) {
        return new double[] {x + dx, target.k() == 1 ? 0 : y + dy};
    }

    private boolean contains(double dx, double dy, double other) {
        double[] moved = moved(dx, dy);
        double d = moved[0] * target.along() + moved[1] * target.across();
        double sum = moved[0] * Math.sqrt(target.k());
        double length = Math.sqrt(moved[0] * moved[0] + moved[1] * moved[1] + other * other);
        return region.alignmentLow() <= d
                && d <= region.alignmentHigh()
                && length <= region.norm()
                && region.sumLow() <= sum
                && sum <= region.sumHigh();
    }

    /// What an error of 4u in the ends of the strip does to y = √(R² − x²) there: R/y times as much, at most √(2Rδ).
    private double endError(double radius) {
        double error = 0;
        for (double sum : new double[] {region.sumLow(), region.sumHigh()}) {
            double end = Math.abs(sum) / Math.sqrt(target.k());
            double delta = 8 * RoundOff.U * end;
            double height = Math.sqrt(Math.max((radius - end) * (radius + end), 0));
            boolean meets = end > 0 && end <= radius * (1 + 0x1p-40);
            error = Math.max(error, meets ? Math.min(Math.sqrt(2 * radius * delta), radius * delta / height) : 0);
        }
        return error;
    }

    private double bottom(double at) {
        double radius = region.norm();
        return at * target.along() - target.across() * Math.sqrt(Math.max((radius - at) * (radius + at), 0));
    }

    private double times(double end) {
        return target.along() == 0 ? 0 : end * target.along();
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static Apfloat larger(Apfloat x, Apfloat y) {
        return x.compareTo(y) >= 0 ? x : y;
    }

    private static Apfloat larger(Apfloat x, double bound) {
        return bound == -INFINITE ? x : larger(x, Oracle.exact(bound));
    }

    private static double[] range(Draw draw, int tag, double value, double size, boolean single) {
        double below = draw.uniform(tag) < 0.4 ? INFINITE : size * (1e-6 + draw.uniform(tag + 1));
        double above = draw.uniform(tag + 2) < 0.4 ? INFINITE : size * (1e-6 + draw.uniform(tag + 3));
        return single ? new double[] {value, value} : new double[] {value - below, value + above};
    }

    private static Angle[] angles(Draw draw, SmoothedCase drawn) {
        Angle first = drawn.angle(144);
        Angle second = draw.uniform(146) < 0.1 ? first : drawn.angle(147);
        return first.phi() <= second.phi() ? new Angle[] {first, second} : new Angle[] {second, first};
    }
}
