package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.audit.ConvergenceTheoremOracle.Sides;
import lemmata.num.RoundOff;
import lemmata.theorem.Beginning;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Problem;
import org.apfloat.Apfloat;

/// What theorem.Convergence claims of its conditions and times, as checks of any implementation; its runs are in
/// [ConvergenceTheoremRuns], single steps in [ConvergenceTheoremSteps].
public final class ConvergenceTheoremChecks {

    /// How many of the conditions, the first ones, are free of η.
    private static final int FREE = 5;

    /// Half of the room that a condition has for its rounding.
    private static final double ROUNDING = Hypothesis.ROOM / 2;

    private static final double SHRINK = 0x1p-20;

    private static final int KEPT = 200;

    private static final Memo<ConvergenceTheoremCase, List<Sides>> EXACT =
            new Memo<>(KEPT, at -> new ConvergenceTheoremOracle(at).conditions());

    private ConvergenceTheoremChecks() {}

    /// The lemma code.
    public static List<Hypothesis> conditions(ConvergenceTheoremCase at) {
        return at.theorem().hypotheses(at.eta());
    }

    /// S1, S6: each condition has the sides of the page up to half of its room, and is called met only if it is.
    ///
    /// Half of the cases are at the largest step size, where a condition is next to its limit.
    public static Check sides(Function<ConvergenceTheoremCase, List<Hypothesis>> conditions) {
        return draw -> {
            ConvergenceTheoremCase drawn = ConvergenceTheoremCase.of(draw);
            double edge = draw.uniform(3420) < 0.5 ? drawn.theorem().largestStep() : 0;
            ConvergenceTheoremCase at = edge > 0 ? drawn.at(edge) : drawn;
            List<Hypothesis> claimed = conditions.apply(at);
            List<Sides> exact = EXACT.at(at);
            double worst = claimed.size() == exact.size() ? 0 : Double.POSITIVE_INFINITY;
            for (int i = 0; i < Math.min(claimed.size(), exact.size()); i++) {
                worst = Math.max(worst, ratio(claimed.get(i), exact.get(i)));
            }
            return OptionalDouble.of(worst);
        };
    }

    private static double ratio(Hypothesis claimed, Sides exact) {
        double size = Math.max(Math.abs(claimed.value()), Math.abs(claimed.limit()));
        double allowed = ROUNDING * size + RoundOff.UNDERFLOW;
        if (claimed.met() && exact.value().compareTo(exact.limit()) > 0 || Double.isInfinite(claimed.value())) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(
                Oracle.ratio(claimed.value(), exact.value(), allowed),
                Oracle.ratio(claimed.limit(), exact.limit(), allowed));
    }

    /// S1, S6: T₂ is a whole number, not below the formula, and at most 3 and a 2⁻²⁹ of it above.
    public static Check burnIn(ToDoubleFunction<ConvergenceTheoremCase> burnIn) {
        return draw -> {
            ConvergenceTheoremCase at = ConvergenceTheoremCase.of(draw);
            double claimed = burnIn.applyAsDouble(at);
            Apfloat[] times = new ConvergenceTheoremOracle(at).times();
            Apfloat eta = Oracle.exact(at.eta());
            Apfloat sum = Oracle.exact(0);
            for (int i = 0; i < 3; i++) {
                sum = sum.add(times[i].divide(eta).ceil());
            }
            Apfloat rest = times[3].divide(eta).ceil();
            Apfloat exact = sum.compareTo(rest) > 0 ? sum : rest;
            double above = Oracle.exact(claimed).subtract(exact).doubleValue();
            boolean enough = claimed == Math.rint(claimed) && above >= 0;
            return OptionalDouble.of(enough ? above / (3 + 2 * Hypothesis.ROOM * claimed) : Double.POSITIVE_INFINITY);
        };
    }

    /// S2: μ and ω.
    public static Check quantities(ToDoubleFunction<Convergence> drift, ToDoubleFunction<Convergence> goal) {
        return draw -> {
            ConvergenceTheoremCase at = ConvergenceTheoremCase.of(draw);
            ConvergenceTheoremOracle exact = new ConvergenceTheoremOracle(at);
            double first = drift.applyAsDouble(at.theorem());
            double second = goal.applyAsDouble(at.theorem());
            return OptionalDouble.of(Math.max(
                    Oracle.ratio(first, exact.drift(), 0x1p-40 * first),
                    Oracle.ratio(second, exact.goal(), 0x1p-40 * second)));
        };
    }

    /// S3: where the conditions free of η are met, a step size is found; all conditions are met at any smaller one, and
    /// for small ones the interval from T₂ to η⁻² is not empty.
    public static Check smallerSteps(Function<ConvergenceTheoremCase, List<Hypothesis>> conditions) {
        return draw -> {
            ConvergenceTheoremCase at = ConvergenceTheoremCase.of(draw);
            if (!allMet(conditions.apply(at).subList(0, FREE))) {
                return OptionalDouble.empty();
            }
            double edge = at.theorem().largestStep();
            double shrink = draw.uniform(3421) < 0.5 ? draw.uniform(3422) : 1 - SHRINK * draw.uniform(3422);
            boolean smaller = edge > 0 && allMet(conditions.apply(at.at(edge * shrink)));
            double tiny = Math.min(edge, 1 / (edge * at.theorem().burnIn(edge) + 4));
            double useful = at.theorem().largestPromising();
            boolean time = edge > 0
                    && !at.theorem().at(tiny).promise().isVacuous()
                    && useful >= tiny * (1 - SHRINK)
                    && useful <= edge
                    && !at.theorem().at(useful).promise().isVacuous();
            return Check.exactly(smaller && time);
        };
    }

    private static boolean allMet(List<Hypothesis> conditions) {
        return conditions.stream().allMatch(Hypothesis::met);
    }

    /// S7: epoch I leaves E₀ ≤ `factor` ‖a*‖²/√m₂ of its noise, so the condition on E₀ is met if that noise is large.
    public static Check handOver(Function<Escape, Entry> end, double factor) {
        return draw -> {
            ConvergenceTheoremCase drawn = ConvergenceTheoremCase.of(draw);
            Problem after = drawn.problem();
            double rho = ConvergenceTheoremCase.spread(draw, 3423, 1, 10_000);
            Problem before = new Problem(after.target(), after.p(), rho, after.rhoA());
            Escape escape = new Escape(before, Beginning.random(before.target(), before.p(), 0.1), 0.1);
            if (!(escape.lower() > 0)) {
                return OptionalDouble.empty();
            }
            double bound = factor * before.square() / Math.sqrt(before.m2().value());
            return OptionalDouble.of(end.apply(escape).adverse() / bound);
        };
    }
}
