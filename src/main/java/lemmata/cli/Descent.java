package lemmata.cli;

import java.util.Optional;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.DescentBasin;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What gradient descent without noise meets: the angle of its saddles, and how often it is trapped.
///
/// The lemma code takes a teacher, so one is made with the wanted k, q and ‖a*‖; as its entries are rounded, the bounds
/// also cover the teachers with the next smaller and larger q.
///
/// @param saddleAngle φ_c; null without saddles
/// @param trapLimit the limit, as ‖a*‖ → 0, of the probability that a start at random is trapped
record Descent(@Nullable Bounded saddleAngle, Bounded trapLimit) {

    /// Largest k: the teacher has as many entries.
    private static final int MAX_K = 1_000_000;

    /// Of a teacher with these numbers.
    ///
    /// @throws InvalidField if k is too large
    static Descent of(int p, int k, double q, double norm) {
        if (k > MAX_K) {
            throw new InvalidField("k", "is " + k + ", here at most " + MAX_K + ": choose fewer patches");
        }
        double margin = 16 * RoundOff.U * (q + Math.sqrt(q * k));
        double[] nearby = {q, Math.max(0, q - margin), Math.min(k, q + margin)};
        Bounded[] angles = new Bounded[nearby.length];
        Bounded[] limits = new Bounded[nearby.length];
        boolean saddles = false;
        for (int i = 0; i < nearby.length; i++) {
            Teacher teacher = teacher(p, k, nearby[i], norm);
            Optional<Angle> saddle = CriticalPoints.saddleAngle(teacher);
            saddles = i == 0 ? saddle.isPresent() : saddles;
            angles[i] = saddle.map(Descent::bounded).orElse(Bounded.within(1, Math.PI));
            limits[i] = DescentBasin.trapLimit(teacher);
        }
        return new Descent(saddles ? hull(angles) : null, hull(limits));
    }

    /// φ_c with the error of π − φ_c and of the subtraction.
    private static Bounded bounded(Angle saddle) {
        return Bounded.within(4, saddle.phi()).widened(CriticalPoints.saddleAngleError(saddle));
    }

    /// The first value, so widened that it covers all.
    private static Bounded hull(Bounded... values) {
        double error = 0;
        for (Bounded each : values) {
            error = Math.max(error, Math.abs(each.value() - values[0].value()) + each.error());
        }
        return new Bounded(values[0].value(), error);
    }

    /// A teacher with (1ᵀa*)² = q‖a*‖² to rounding: w* the first coordinate direction, a* a level plus ± a step, and
    /// for odd k no step in the last entry.
    static Teacher teacher(int p, int k, double q, double norm) {
        double[] w = new double[p];
        w[0] = 1;
        double[] a = new double[k];
        int pairs = k / 2;
        double level = norm * Math.sqrt(q) / k;
        double step = pairs == 0 ? 0 : norm * Math.sqrt((k - q) / k / (2.0 * pairs));
        for (int i = 0; i < k; i++) {
            a[i] = i == 2 * pairs ? level : level + (i % 2 == 0 ? step : -step);
        }
        return new Teacher(w, a);
    }
}
