package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Predicate;

/// A claim that can be put to a case.
@FunctionalInterface
public interface Check {

    /// What was observed over what is allowed: at most 1 where the claim holds, NaN or more where it does not; empty if
    /// the case misses the hypothesis.
    OptionalDouble ratio(Draw draw);

    /// Whether the claim holds for a case, or says nothing about it.
    default boolean accepts(Draw draw) {
        OptionalDouble ratio = ratio(draw);
        return ratio.isEmpty() || ratio.getAsDouble() <= 1;
    }

    /// The same claim where `hypothesis` is met.
    default Check where(Predicate<Draw> hypothesis) {
        return draw -> hypothesis.test(draw) ? ratio(draw) : OptionalDouble.empty();
    }

    /// Both claims: the worse ratio.
    default Check and(Check other) {
        return draw -> {
            OptionalDouble first = ratio(draw);
            OptionalDouble second = other.ratio(draw);
            return first.isEmpty()
                    ? second
                    : second.isEmpty() ? first : OptionalDouble.of(Math.max(first.getAsDouble(), second.getAsDouble()));
        };
    }

    /// observed / allowed, both nonnegative; 0 where nothing was observed, however little is allowed.
    static double over(double observed, double allowed) {
        return observed == 0 ? 0 : observed / allowed;
    }

    /// How much of 2⁻⁴⁰ of its natural scale a promised bound takes up: a bound above that is not worth having, and
    /// would hide a wrong formula. For cases near 1 only; scaled ones carry an underflow term.
    static double worth(Draw draw, double bound, double scale) {
        boolean scaled = draw.filterScale() != 0 || draw.weightScale() != 0;
        return scaled || scale == 0 ? 0 : bound / (0x1p-40 * scale);
    }

    /// The result of an exact test: 0 if it holds, infinity if not.
    static OptionalDouble exactly(boolean holds) {
        return OptionalDouble.of(holds ? 0 : Double.POSITIVE_INFINITY);
    }
}
