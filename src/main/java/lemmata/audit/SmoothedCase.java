package lemmata.audit;

import java.util.function.Supplier;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the chapter dissipativity adds to a draw with p ≥ 2: noise, readings, a second angle, a share of a limit.
///
/// The radius is that of [NoiseDraw], with finite noise for ρ = ∞. The readings NORMALISED and UNIT, whose moments cost
/// a hundred times as much, come up in every tenth case.
record SmoothedCase(Draw draw) {

    private static final double LEAST_LOG = -14;

    private static final double LOG_RANGE = 23;

    BallNoise noise() {
        NoiseDraw any = NoiseDraw.of(draw);
        double rho = any.rho() == 0 ? 0 : NoiseDraw.finite(draw).rho();
        return new BallNoise(draw.p(), rho);
    }

    /// Noise of another radius, between 10⁻⁶ and 10⁴.
    BallNoise noise(int tag) {
        return new BallNoise(draw.p(), Functions.exp(LEAST_LOG + LOG_RANGE * draw.uniform(tag)));
    }

    Reading.Filter filterReading() {
        double kind = draw.uniform(122);
        return kind < 0.1 ? Reading.Filter.NORMALISED : kind < 0.55 ? Reading.Filter.ANGLE : Reading.Filter.NETWORK;
    }

    Reading.Output outputReading() {
        return draw.uniform(123) < 0.1 ? Reading.Output.UNIT : Reading.Output.RADIAL;
    }

    Target target() {
        return Target.of(draw.teacher());
    }

    /// The angle of the student's filter and w*.
    Angle angle() {
        return Angle.between(draw.unitStudent().w(), draw.teacher().w());
    }

    /// An angle of its own: 0, π, tiny, nearly π or any.
    Angle angle(int tag) {
        double kind = draw.uniform(tag);
        double any = Math.PI * draw.uniform(tag + 1);
        double tiny = Functions.exp(-30 * draw.uniform(tag + 1));
        return kind < 0.1
                ? NoiseDraw.at(0)
                : kind < 0.2
                        ? NoiseDraw.fromOpposite(0)
                        : kind < 0.3
                                ? NoiseDraw.at(tiny)
                                : kind < 0.4 ? NoiseDraw.fromOpposite(tiny) : NoiseDraw.at(any);
    }

    /// The moments of the output part at [#angle()].
    NoiseMoments moments() {
        return NoiseMoments.ofOutput(outputReading(), noise(), angle());
    }

    /// A share of a limit that must not be reached: below 1 by 10⁻⁹ … 1, negative in a fifth of the cases.
    double share() {
        double gap = Functions.exp(-20.7 * draw.uniform(124));
        return draw.uniform(125) < 0.2 ? -3 * draw.uniform(126) : 1 - gap;
    }

    /// Whether a call is refused as invalid input.
    static boolean refuses(Supplier<?> call) {
        try {
            call.get();
            return false;
        } catch (InvalidField refused) {
            return true;
        }
    }
}
