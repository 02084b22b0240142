package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the stem OutputDissipativity claims about small noise, as checks of any implementation.
public final class SmallNoiseChecks {

    /// lim γ_a/ρ⁴ at φ = 0.
    @FunctionalInterface
    public interface Limit {
        /// Its value for c_a a share of the limit.
        Bounded of(Target target, int p, Reading.Output reading, double share);
    }

    private SmallNoiseChecks() {}

    /// OutputDissipativity/S4: at φ = 0 and for ρ ≤ 0.1, |γ_a/(ρ⁴ limit) − 1| ≤ 3ρ. The remainder: β is ρ²b/2π with a
    /// relative error of at most ρ (E|ξ_⟂|³ and fourth powers), m₂ between 1 and 1 + ρ².
    public static Check smallNoise(Limit limit) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            double rho = Functions.exp(-12 + 9.69 * draw.uniform(172));
            double share = Math.min(drawn.share(), 0.9);
            NoiseMoments moments =
                    NoiseMoments.ofOutput(drawn.outputReading(), new BallNoise(draw.p(), rho), NoiseDraw.at(0));
            OutputDissipativity condition = new OutputDissipativity(drawn.target(), moments);
            Bounded slack = condition.slack(share * condition.limit().value());
            double stated = limit.of(drawn.target(), draw.p(), drawn.outputReading(), share)
                    .value();
            double power = rho * rho * (rho * rho);
            double allowed = 3 * rho * stated + (slack.error() + 1e-12 * slack.value()) / power;
            return OptionalDouble.of(Check.over(Math.abs(slack.value() / power - stated), allowed));
        };
    }

    /// OutputDissipativity/S4: at φ > 0 and for ρ ≤ 0.1, γ_a is between the values for the least and the largest β and
    /// λ with m₂ − 1 ≤ ρ², m₁ − 1 ≤ ρ²/2, |h − g| ≤ πρ: its limit is that without noise, which is positive.
    public static Check persists(ToDoubleFunction<Angle> deficit) {
        return draw -> {
            Angle angle = NoiseDraw.at(0.01 + (Math.PI - 0.01) * draw.uniform(173));
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            double rho = Functions.exp(-12 + 9.69 * draw.uniform(172));
            Target target = drawn.target();
            BallNoise noise = new BallNoise(draw.p(), rho);
            double ca = Math.min(drawn.share(), 0.9)
                    * OutputDissipativity.limit(target, new BallNoise(draw.p(), 0), drawn.outputReading())
                            .value();
            Bounded slack = new OutputDissipativity(target, NoiseMoments.ofOutput(drawn.outputReading(), noise, angle))
                    .slack(ca);
            double grow = 1 + rho * rho;
            double own = deficit.applyAsDouble(angle);
            double shift = Math.PI * rho + 2 * rho * rho;
            double high = bound(target, own, rho * rho * target.top() + shift, shift, 1, ca);
            double low = bound(target, own, -rho * rho * target.k() - shift, -shift, grow, ca);
            boolean inside = slack.low() <= high * (1 + 1e-12) && slack.high() >= low * (1 - 1e-12);
            return Check.exactly(inside && bound(target, own, 0, 0, 1, ca) > 0);
        };
    }

    /// ¼[β₁²/(λ₁−c) + β₂²/(λ₂−c)] with 2πβ = (deficit + shift)₊ a and λ `grow` times that without noise.
    private static double bound(Target target, double deficit, double along, double across, double grow, double ca) {
        double first = Math.max(deficit + along, 0) * target.along() / (2 * Math.PI);
        double second = Math.max(deficit + across, 0) * target.across() / (2 * Math.PI);
        double top = grow * target.top() / (2 * Math.PI) - ca;
        double rest = grow * (Math.PI - 1) / (2 * Math.PI) - ca;
        return (first * first / top + (target.k() == 1 ? 0 : second * second / rest)) / 4;
    }
}
