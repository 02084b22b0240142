package lemmata.dissipativity;

import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;

/// Wrong ways of taking the constants of C1 over a region.
final class WrongRegions {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private WrongRegions() {}

    static Sharp anySum(Target target, BallNoise noise, Reading.Filter reading, Region region) {
        boolean bounded = Double.isFinite(region.norm()) || Double.isFinite(region.alignmentLow());
        Region wider = new Region(
                region.phiLow(),
                region.phiHigh(),
                region.alignmentLow(),
                region.alignmentHigh(),
                region.norm(),
                -INFINITE,
                INFINITE);
        return FilterDissipativity.rate(target, noise, reading, bounded ? wider : region);
    }

    static Sharp always(Target target, BallNoise noise, Reading.Filter reading, Region region) {
        try {
            return FilterDissipativity.rate(target, noise, reading, region);
        } catch (InvalidField unbounded) {
            return new Sharp(Bounded.exact(0), new Region.Weights(0, 0, 0), region.phiLow());
        }
    }

    static Sharp atEnds(Target target, BallNoise noise, Reading.Filter reading, Region region, double cw) {
        Sharp low =
                FilterDissipativity.slack(target, noise, reading, turned(region, region.phiLow(), region.phiLow()), cw);
        Sharp high = FilterDissipativity.slack(
                target, noise, reading, turned(region, region.phiHigh(), region.phiHigh()), cw);
        return low.value().value() > high.value().value() ? low : high;
    }

    static Region turned(Region region, Angle low, Angle high) {
        return new Region(
                low,
                high,
                region.alignmentLow(),
                region.alignmentHigh(),
                region.norm(),
                region.sumLow(),
                region.sumHigh());
    }

    /// The region with another radius, where its range of aᵀa* is not bounded: so that it cannot become empty.
    static Region inBall(Region region, double norm) {
        boolean free = Double.isInfinite(region.alignmentLow()) && Double.isInfinite(region.sumLow());
        return free && Double.isInfinite(region.sumHigh()) && Double.isInfinite(region.alignmentHigh())
                ? new Region(region.phiLow(), region.phiHigh(), -INFINITE, INFINITE, norm, -INFINITE, INFINITE)
                : region;
    }
}
