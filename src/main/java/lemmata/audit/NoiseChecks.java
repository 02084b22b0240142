package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;

/// What the checks of the chapter smoothing share.
final class NoiseChecks {

    /// A promised bound that takes up more than this part of its value is not worth having. The quadratures of δ over
    /// long filters with tiny noise come within 2⁻³⁵ of it, all others stay below 2⁻³⁸.
    private static final double WORTH = 0x1p-34;

    private NoiseChecks() {}

    /// |computed − exact| over its bound, or the bound over 2⁻³⁴ of the exact value, if that is more.
    static double accuracy(Bounded computed, Apfloat exact) {
        return accuracy(computed, exact, Math.abs(exact.doubleValue()));
    }

    /// The same for a natural scale of its own.
    static double accuracy(Bounded computed, Apfloat exact, double scale) {
        double worth = Check.over(computed.error(), WORTH * scale + RoundOff.UNDERFLOW);
        return Math.max(worth, Oracle.ratio(computed.value(), exact, computed.error()));
    }

    /// low ≤ computed ≤ high within its bound and a few roundings of the two.
    static double between(double low, Bounded computed, double high) {
        double slack = computed.error() + 0x1p-48 * Math.max(Math.abs(low), Math.abs(high));
        return Math.max(
                0, Math.max(Check.over(low - computed.value(), slack), Check.over(computed.value() - high, slack)));
    }

    /// A claim about the noise of a case.
    static Check of(Function<NoiseDraw, Double> ratio) {
        return draw -> OptionalDouble.of(ratio.apply(NoiseDraw.of(draw)));
    }

    /// A claim about noise with 0 < ρ < ∞.
    static Check finite(Function<NoiseDraw, Double> ratio) {
        return draw -> OptionalDouble.of(ratio.apply(NoiseDraw.finite(draw)));
    }

    /// A claim about such noise where a hypothesis is met.
    static Check finite(Predicate<NoiseDraw> hypothesis, Function<NoiseDraw, Double> ratio) {
        return draw -> {
            NoiseDraw noise = NoiseDraw.finite(draw);
            return hypothesis.test(noise) ? OptionalDouble.of(ratio.apply(noise)) : OptionalDouble.empty();
        };
    }

    /// One case in `n`, for claims that take long.
    static Predicate<Draw> oneIn(int n) {
        return draw -> Math.floorMod(draw.seed(), n) == 0;
    }

    static double verdict(boolean holds) {
        return holds ? 0 : Double.POSITIVE_INFINITY;
    }
}
