package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;

/// How the sharp γ_a of the reading RADIAL moves with the noise and with the angle, as checks of any implementation.
public final class SlackTrendChecks {

    /// The smallest γ_a at one noise, angle and c_a.
    @FunctionalInterface
    public interface Slack {
        /// The constant.
        Bounded of(Target target, BallNoise noise, Angle angle, double ca);
    }

    /// Where the poster's first theorem leaves w.
    private static final double SECOND_EPOCH = 5 * Math.PI / 12;

    private static final double LARGEST_SHARE = 0.9;

    /// That of the lemma code.
    public static final Slack SHARP = (target, noise, angle, ca) -> OutputDissipativity.slack(
                    target, noise, Reading.Output.RADIAL, angle, angle, ca)
            .value();

    private SlackTrendChecks() {}

    /// PartialDissipativity/S9: γ_a is less at the smaller of two radii, at every φ for c_a = θλ, 0 ≤ θ ≤ 0.9.
    public static Check fallsInProportion(Slack slack) {
        return draw -> {
            double share = LARGEST_SHARE * draw.uniform(251);
            Angle angle = NoiseDraw.at(Math.PI * draw.uniform(252));
            return radii(draw, (target, noise) -> slack.of(target, noise, angle, share * limit(target, noise)));
        };
    }

    /// PartialDissipativity/S9: the same for a fixed c_a up to half its noise-free limit, at φ up to 5π/12.
    public static Check fallsAtFixedRate(Slack slack) {
        return draw -> {
            double share = draw.uniform(251) / 2;
            Angle angle = NoiseDraw.at(SECOND_EPOCH * draw.uniform(252));
            return radii(draw, (target, noise) -> {
                double ca = share * limit(target, new BallNoise(noise.p(), 0));
                return slack.of(target, noise, angle, ca);
            });
        };
    }

    /// PartialDissipativity/S9: at one noise γ_a is less at the smaller of two angles, 1/20 of it apart at least.
    public static Check fallsWithTheAngle(Slack slack) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Target target = Target.of(draw.teacher());
            BallNoise noise = new BallNoise(draw.p(), 100 * Functions.exp(-10 * draw.uniform(253)));
            double ca = LARGEST_SHARE * draw.uniform(251) * limit(target, noise);
            double large = Math.PI * (0.1 + 0.9 * draw.uniform(252));
            Angle less = NoiseDraw.at(0.95 * large * draw.uniform(254));
            return ordered(slack.of(target, noise, less, ca), slack.of(target, noise, NoiseDraw.at(large), ca));
        };
    }

    private interface AtNoise {
        Bounded of(Target target, BallNoise noise);
    }

    /// Two radii between 1/100 and 100, the smaller at most 0.9 times the larger: there the fall exceeds every error.
    private static OptionalDouble radii(Draw draw, AtNoise slack) {
        if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
            return OptionalDouble.empty();
        }
        Target target = Target.of(draw.teacher());
        double large = 100 * Functions.exp(-9 * draw.uniform(253));
        double small = 0.9 * large * draw.uniform(254);
        return ordered(
                slack.of(target, new BallNoise(draw.p(), small)), slack.of(target, new BallNoise(draw.p(), large)));
    }

    private static OptionalDouble ordered(Bounded less, Bounded more) {
        return Check.exactly(less.high() < more.low());
    }

    private static double limit(Target target, BallNoise noise) {
        return OutputDissipativity.limit(target, noise, Reading.Output.RADIAL).value();
    }
}
