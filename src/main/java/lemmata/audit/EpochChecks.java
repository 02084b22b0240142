package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.audit.PosterRemarkChecks.Holds;
import lemmata.claim.OutputSpace;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.Sharp;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;

/// What the stem PartialDissipativity claims about the poster's two epochs, as checks of any implementation.
public final class EpochChecks {

    /// γ_a at one noise and angle, for c_a half of its limit there.
    @FunctionalInterface
    public interface SlackAt {
        /// The constant.
        Bounded of(Target target, BallNoise noise, Reading.Output reading, Angle angle);
    }

    /// A region of an alignment and a largest angle.
    @FunctionalInterface
    public interface PhiRegion {
        /// The region.
        Region of(double d, Angle phi);
    }

    /// The angle that the poster's first theorem promises: the second epoch begins below it.
    private static final double SECOND_EPOCH = 5 * Math.PI / 12;

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private EpochChecks() {}

    /// PartialDissipativity/S6: C1 is not said to hold on the starts; with q > 0 it fails at the start a₀ =
    /// −(|1ᵀa*|/√k) a*/‖a*‖, w₀ ⟂ w*, whatever c_w > 0, and with q = 0 at a₀ = 0.
    public static Check aroundInitialization(Holds holds, Function<Target, Region> starts) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Teacher teacher = draw.teacher();
            Target target = drawn.target();
            double share = target.norm() == 0 ? 0 : Math.abs(target.along()) / target.norm();
            double @OutputSpace [] a = Vectors.map(entry -> -share * entry, teacher.a());
            Student start = new Student(draw.fromOpposite(Math.PI / 2), a);
            Angle angle = Angle.between(start.w(), teacher.w());
            double sign = PosterRemarkChecks.sign(teacher, start, drawn.filterReading(), drawn.noise(), angle);
            Region region = starts.apply(target);
            boolean inside = Vectors.length(a) <= region.norm() * (1 + 16 * RoundOff.U);
            boolean said = holds.on(target, drawn.noise(), drawn.filterReading(), region);
            return Check.exactly(inside && !said && (share == 0 || sign < 0 || Double.isNaN(sign)));
        };
    }

    /// PartialDissipativity/S7: where ‖a − a*‖ is below the stated error, C1 is said to hold for every w ≠ −w*; at a =
    /// 0, where it is reached, C1 does not hold.
    public static Check aligned(Holds holds, ToDoubleFunction<Target> error) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Teacher teacher = draw.teacher();
            Target target = drawn.target();
            double[] way = draw.uniform(227) < 0.5 ? teacher.a() : draw.gaussians(228, draw.k());
            double share = draw.uniform(229) < 0.5 ? 1 - 1e-6 : draw.uniform(229);
            double reach = -error.applyAsDouble(target) * share / Vectors.length(way);
            double d = Vectors.dot(PosterRemarkChecks.shifted(teacher.a(), reach, way), teacher.a())
                    .doubleValue();
            Angle angle = NoiseDraw.at(3.14 * draw.uniform(230));
            Region point = new Region(angle, angle, d, d, INFINITE, -INFINITE, INFINITE);
            Region zero = new Region(angle, angle, -INFINITE, INFINITE, 0, -INFINITE, INFINITE);
            boolean near = holds.on(target, drawn.noise(), drawn.filterReading(), point);
            boolean far = holds.on(target, drawn.noise(), drawn.filterReading(), zero);
            return Check.exactly(near && !far);
        };
    }

    /// PartialDissipativity/S8: on the students with aᵀa* ≥ d > 0 and an angle of at most φ < π, C1 is said to hold at
    /// the drawn noise, and C2 has a finite γ_a.
    public static Check jointly(Holds holds, Reading.Filter reading, PhiRegion region) {
        return draw -> {
            if (draw.p() == 1
                    || draw.target() == Draw.Target.ZERO
                    || skips(draw, reading == Reading.Filter.NORMALISED)) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Target target = drawn.target();
            Angle most = NoiseDraw.at(Math.PI * draw.uniform(231));
            double d = target.norm() * target.norm() * Functions.exp(4 - 14 * draw.uniform(232));
            Region aligned = region.of(d, most);
            double ca = OutputDissipativity.limit(target, drawn.noise(), Reading.Output.RADIAL)
                            .value()
                    / 2;
            Sharp slack = OutputDissipativity.slack(
                    target, drawn.noise(), Reading.Output.RADIAL, aligned.phiLow(), aligned.phiHigh(), ca);
            return Check.exactly(holds.on(target, drawn.noise(), reading, aligned)
                    && slack.value().high() < INFINITE
                    && ca > 0);
        };
    }

    /// PartialDissipativity/S9, RADIAL: at an angle of at most 5π/12, γ_a at the smaller of two radii is at most that
    /// at the larger one; without noise it is positive for φ > 0 and 0 for φ = 0. UNIT: the same up to π/3, but from
    /// π/2 on it rises as the noise falls, for radii of at most 1/10.
    public static Check falling(Reading.Output reading, SlackAt formula) {
        return draw -> {
            boolean unit = reading == Reading.Output.UNIT;
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO || skips(draw, unit)) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            boolean rises = unit && draw.uniform(234) < 0.5;
            double reach = draw.uniform(235);
            double angle = rises ? Math.PI * (1 + reach) / 2 : unit ? Math.PI / 3 * reach : SECOND_EPOCH * reach;
            double size = rises ? 0.1 : 1e3;
            double large = size * Functions.exp(-9 * draw.uniform(236));
            double small = large * draw.uniform(237);
            Angle at = NoiseDraw.at(draw.uniform(238) < 0.1 ? 0 : angle);
            boolean turned = rises && at.phi() > 0;
            Bounded less = formula.of(drawn.target(), new BallNoise(draw.p(), turned ? large : small), reading, at);
            Bounded more = formula.of(drawn.target(), new BallNoise(draw.p(), turned ? small : large), reading, at);
            double fall = Math.max(less.value() - more.value(), 0);
            Bounded none = formula.of(drawn.target(), new BallNoise(draw.p(), 0), reading, at);
            boolean limit = at.phi() == 0 ? none.value() == 0 : none.low() > 0 || at.phi() < 1e-3;
            return limit ? OptionalDouble.of(Check.over(fall, less.error() + more.error())) : Check.exactly(false);
        };
    }

    /// PartialDissipativity/S10: at φ = 0, γ_a/ρ⁴ is within 4ρ, ρ ≤ 0.1, of a limit that lies between 1/200 and 13/50
    /// times ‖a*‖²(1+q) for RADIAL, between (1−q/k)/200 and 1/10 times ‖a*‖² for UNIT, whatever k and p.
    public static Check exponents(Reading.Output reading, SlackAt formula, SmallNoiseChecks.Limit limit) {
        return draw -> {
            boolean radial = reading == Reading.Output.RADIAL;
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO || skips(draw, !radial)) {
                return OptionalDouble.empty();
            }
            Target target = Target.of(draw.teacher());
            double rho = Functions.exp(-9 + 6.69 * draw.uniform(239));
            Bounded slack = formula.of(target, new BallNoise(draw.p(), rho), reading, NoiseDraw.at(0));
            double stated = limit.of(target, draw.p(), reading, 0.5).value();
            double power = rho * rho * (rho * rho);
            double allowed = 4 * rho * stated + slack.error() / power;
            double square = target.norm() * target.norm();
            double low = radial ? (1 + target.q()) / 200 : (1 - target.q() / target.k()) / 200;
            double high = radial ? 0.26 * (1 + target.q()) : 0.1;
            boolean between = low * square <= stated * (1 + 1e-12) && stated <= high * square;
            double ratio = Check.over(Math.abs(slack.value() / power - stated), allowed);
            return between ? OptionalDouble.of(ratio) : Check.exactly(false);
        };
    }

    private static boolean skips(Draw draw, boolean costly) {
        return costly && draw.uniform(233) < 0.8;
    }
}
