package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.Sharp;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import org.apfloat.Apfloat;

/// What the stem FilterDissipativity claims about regions, as checks of any implementation.
public final class FilterRegionChecks {

    /// The largest c_w of a region.
    @FunctionalInterface
    public interface Rate {
        /// The constant and where it is attained.
        Sharp of(Target target, BallNoise noise, Reading.Filter reading, Region region);
    }

    /// The smallest γ_w of a region.
    @FunctionalInterface
    public interface Slack {
        /// The constant and where it is attained.
        Sharp of(Target target, BallNoise noise, Reading.Filter reading, Region region, double cw);
    }

    /// Roundings of the plain formulas below: of trigonometric factors, of an angle, of products.
    private static final double PLAIN = 64 * RoundOff.U;

    private static final int ANGLES = 12;

    private FilterRegionChecks() {}

    /// FilterDissipativity/S2: on a drawn region the constant is attained at the returned student, who is in the
    /// region; no drawn student of the region and no end of the ranges has a smaller quotient, and aᵀa* has none below;
    /// it is refused exactly where aᵀa* has no lower bound.
    public static Check rate(Rate formula) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            DrawnRegion region = DrawnRegion.of(draw);
            BallNoise noise = drawn.noise();
            Reading.Filter reading = drawn.filterReading();
            double least = region.leastAlignment();
            if (least == Double.NEGATIVE_INFINITY) {
                return Check.exactly(
                        SmoothedCase.refuses(() -> formula.of(region.target(), noise, reading, region.region())));
            }
            Sharp sharp = formula.of(region.target(), noise, reading, region.region());
            Bounded there = quotient(
                    NoiseMoments.kappa(reading, noise, sharp.angle()),
                    sharp.weights().d(),
                    sharp.angle());
            double ratio = attained(region, sharp, there);
            for (Angle angle : region.angles()) {
                Bounded kappa = NoiseMoments.kappa(reading, noise, angle);
                for (double d : alignments(region, least)) {
                    Bounded other = quotient(kappa, d, angle).widened(region.alignmentError());
                    double excess = sharp.value().value() - other.value();
                    ratio = Math.max(
                            ratio, Check.over(Math.max(excess, 0), sharp.value().error() + other.error()));
                }
            }
            return OptionalDouble.of(ratio);
        };
    }

    /// FilterDissipativity/S3: the same for γ_w at a c_w between −1 and 3 times the natural rate |d|/4, over twelve
    /// equal steps of the range of angles and two small ones from the returned angle. In two fifths of the cases.
    public static Check slack(Slack formula) {
        return draw -> {
            SmoothedCase drawn = new SmoothedCase(draw);
            Reading.Filter reading = drawn.filterReading();
            // The search for an inner maximum takes a hundred values of κ.
            if (draw.p() == 1 || draw.uniform(150) < (reading == Reading.Filter.NORMALISED ? 0.8 : 0.6)) {
                return OptionalDouble.empty();
            }
            DrawnRegion region = DrawnRegion.of(draw);
            double least = region.leastAlignment();
            double natural = Double.isFinite(least) && least != 0 ? Math.abs(least) / 4 : 1;
            double cw = natural * (4 * draw.uniform(151) - 1);
            if (Math.abs(cw) > RoundOff.MAX_ENTRY) {
                return OptionalDouble.empty();
            }
            if (least == Double.NEGATIVE_INFINITY) {
                return Check.exactly(SmoothedCase.refuses(
                        () -> formula.of(region.target(), drawn.noise(), reading, region.region(), cw)));
            }
            Sharp sharp = formula.of(region.target(), drawn.noise(), reading, region.region(), cw);
            double ratio = sharp.value().value() == 0
                    ? 0
                    : attained(
                            region,
                            sharp,
                            excess(drawn.noise(), reading, sharp.weights().d(), sharp.angle(), cw));
            for (Angle angle : steps(region.region(), sharp.angle())) {
                Bounded other = excess(drawn.noise(), reading, least, angle, cw).widened(region.alignmentError());
                double more = Math.max(other.value() - sharp.value().value(), 0);
                ratio = Math.max(ratio, Check.over(more, sharp.value().error() + other.error()));
            }
            return OptionalDouble.of(sharp.value().value() >= 0 ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// FilterDissipativity/S4: the two constants are within their bounds of those of the least aᵀa* in the oracle's
    /// arithmetic, at the returned angle; without noise, where κ hides no other error.
    public static Check regionAccuracy(Rate rate, Slack slack) {
        return draw -> {
            DrawnRegion region = DrawnRegion.of(draw);
            if (draw.p() == 1 || region.leastAlignment() == Double.NEGATIVE_INFINITY) {
                return OptionalDouble.empty();
            }
            BallNoise noise = new BallNoise(draw.p(), 0);
            Reading.Filter reading = Reading.Filter.NETWORK;
            Apfloat d = region.exactLeast();
            Sharp best = rate.of(region.target(), noise, reading, region.region());
            Bounded kappa = NoiseMoments.kappa(reading, noise, best.angle());
            Apfloat quotient = exactQuotient(kappa, d, best.angle());
            double ratio =
                    Oracle.ratio(best.value().value(), quotient, best.value().error());
            double cw = Math.abs(best.value().value()) + Math.abs(d.doubleValue()) / 8;
            if (cw > RoundOff.MAX_ENTRY) {
                return OptionalDouble.of(ratio);
            }
            Sharp least = slack.of(region.target(), noise, reading, region.region(), cw);
            Bounded other = NoiseMoments.kappa(reading, noise, least.angle());
            Apfloat versine = Oracle.exact(1)
                    .subtract(HighPrecision.cos(Oracle.exact(least.angle().phi())));
            Apfloat excess = Oracle.exact(cw)
                    .subtract(exactQuotient(other, d, least.angle()))
                    .multiply(versine)
                    .multiply(Oracle.exact(2));
            double worst = Math.max(
                    ratio,
                    Oracle.ratio(least.value().value(), excess, least.value().error()));
            return OptionalDouble.of(least.value().value() == 0 ? ratio : worst);
        };
    }

    /// d κ (1+cos φ)/4π with φ and κ as they stand.
    private static Apfloat exactQuotient(Bounded kappa, Apfloat d, Angle angle) {
        // 1 + cos φ = 1 − cos ψ of the smaller one of the two, which is exact to 3u.
        Apfloat versine = angle.phi() <= angle.psi()
                ? HighPrecision.cos(Oracle.exact(angle.phi())).add(Oracle.exact(1))
                : Oracle.exact(1).subtract(HighPrecision.cos(Oracle.exact(angle.psi())));
        return d.multiply(Oracle.exact(kappa.value()))
                .multiply(versine)
                .divide(Oracle.pi().multiply(Oracle.exact(4)));
    }

    /// Whether the constant is the value at the returned student, and that student one of the region.
    private static double attained(DrawnRegion region, Sharp sharp, Bounded there) {
        Region.Weights weights = sharp.weights();
        Target target = region.target();
        double error = region.weightsError(weights);
        double d = weights.x() * target.along() + weights.y() * target.across();
        boolean inside =
                region.contains(weights, sharp.angle(), error) && Math.abs(d - weights.d()) <= error * target.norm();
        double allowed = sharp.value().error() + there.error();
        double ratio = Check.over(Math.abs(sharp.value().value() - there.value()), allowed);
        return inside ? ratio : Double.POSITIVE_INFINITY;
    }

    /// The least aᵀa* and those of three drawn points.
    private static double[] alignments(DrawnRegion region, double least) {
        double[] result = {least, 0, 0, 0};
        for (int i = 1; i < result.length; i++) {
            double[] point = region.point(160 + i);
            result[i] = point[0] * region.target().along()
                    + point[1] * region.target().across();
        }
        return result;
    }

    private static Angle[] steps(Region region, Angle at) {
        double low = region.phiLow().phi();
        double high = region.phiHigh().phi();
        Angle[] result = new Angle[ANGLES + 3];
        for (int i = 1; i <= ANGLES; i++) {
            result[i] = NoiseDraw.at(Math.min(low + i * ((high - low) / ANGLES), high));
        }
        result[0] = region.phiHigh();
        result[ANGLES + 1] = NoiseDraw.at(Math.max(at.phi() - 1e-3, low));
        result[ANGLES + 2] = NoiseDraw.at(Math.min(at.phi() + 1e-3, high));
        return result;
    }

    /// d κ (1+cos φ)/4π = d κ sin²(ψ/2)/2π.
    private static Bounded quotient(Bounded kappa, double d, Angle angle) {
        double half = Functions.sin(angle.psi() / 2);
        double factor = d * half * half / (2 * Math.PI);
        double value = kappa.value() * factor;
        return new Bounded(value, PLAIN * Math.abs(value) + kappa.error() * Math.abs(factor));
    }

    /// 2c_w(1−cos φ) − d κ sin²φ/2π.
    private static Bounded excess(BallNoise noise, Reading.Filter reading, double d, Angle angle, double cw) {
        Bounded quotient = quotient(NoiseMoments.kappa(reading, noise, angle), d, angle);
        double half = Functions.sin(angle.phi() / 2);
        double square = 4 * half * half;
        double value = square * (cw - quotient.value());
        double rounding = PLAIN * square * (Math.abs(cw) + Math.abs(quotient.value()));
        return new Bounded(value, square * quotient.error() + rounding);
    }
}
