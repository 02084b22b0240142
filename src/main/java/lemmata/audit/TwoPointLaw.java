package lemmata.audit;

import java.util.List;
import lemmata.num.Functions;

/// A centred law on two points: `high` > 0 with probability −low/(high − low), `low` < 0 otherwise.
///
/// Of all centred laws on (−∞, C] with variance V, the one on −V/C and C has the largest E e^{θX} for every θ ≥ 0.
///
/// @param low the negative point
/// @param high the positive point
record TwoPointLaw(double low, double high) {

    /// Terms of the series of eˣ − 1 − x for |x| ≤ 1.
    private static final int TERMS = 20;

    /// The extremal law to the right: −V/C and C.
    static TwoPointLaw right(double variance, double range) {
        return new TwoPointLaw(-variance / range, range);
    }

    /// What an opponent may choose from at each step: both extremal laws, ±√V, and the extremal ones of V/2.
    static List<TwoPointLaw> choices(double variance, double range) {
        TwoPointLaw all = right(variance, range);
        TwoPointLaw half = right(variance / 2, range);
        double deviation = Math.sqrt(variance);
        return List.of(all, all.mirrored(), new TwoPointLaw(-deviation, deviation), half, half.mirrored());
    }

    /// The law of −X.
    TwoPointLaw mirrored() {
        return new TwoPointLaw(-high, -low);
    }

    /// Probability of `high`.
    double share() {
        return -low / (high - low);
    }

    /// Probability of `low`.
    double rest() {
        return high / (high - low);
    }

    /// log E e^{θX} = log(1 + E(e^{θX} − 1 − θX)), a sum without cancellation: within 64u relative.
    double logMoment(double theta) {
        return Functions.log1p(share() * excess(theta * high) + rest() * excess(theta * low));
    }

    /// eˣ − 1 − x ≥ 0 within 32u relative.
    static double excess(double x) {
        if (Math.abs(x) > 1) {
            return Functions.expm1(x) - x;
        }
        double sum = 0;
        for (int n = TERMS; n >= 2; n--) {
            sum = (1 + sum) * x / n;
        }
        return sum * x;
    }
}
