package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;

/// What the checks of the chapter smoothing share.
final class NoiseChecks {

    /// A promised bound that takes up more than this part of its scale is not worth having; κ and the moments of
    /// directions come to 2.5 · 10⁻¹³ of theirs.
    private static final double WORTH = 0x1p-41;

    /// How many times that m₁ − 1, δ and what is made of them may take up: over long filters with tiny noise they come
    /// to 3.2 · 10⁻¹¹ of themselves.
    private static final double EXCESS = 128;

    private NoiseChecks() {}

    /// |computed − exact| over its bound, or the bound over 2⁻⁴¹ of the exact value, if that is more.
    static double accuracy(Bounded computed, Apfloat exact) {
        return accuracy(computed, exact, Math.abs(exact.doubleValue()));
    }

    /// The same for m₁ − 1, δ and h.
    static double excessAccuracy(Bounded computed, Apfloat exact) {
        return accuracy(computed, exact, EXCESS * Math.abs(exact.doubleValue()));
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

    /// 0 if a claim holds, infinity if not.
    static double verdict(boolean holds) {
        return holds ? 0 : Double.POSITIVE_INFINITY;
    }
}
