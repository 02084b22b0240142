package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.RoundOff;

/// How likely noise is to push a contracting sequence over a level within many steps.
///
/// u_{t+1} = (1−ηλ)u_t + ηX_t, u_0 = 0, E[X_t | past] = 0, Var[X_t | past] ≤ V, |X_t| ≤ C as long as |u| ≤ U: then
///
/// P(|u_t| > U for some t ≤ N) ≤ 2N exp(−U² / 2(v + cU)), v = ηV/(λ(2−ηλ)), c = ηC/3
///
/// 2N at U = 0; 0 without noise. **Shapes.** Numbers. **Accuracy.** [#RELATIVE], [#logMomentError],
/// [#probabilityError]. **Source.** theorem.ExitBound.
public final class ExitBound {

    /// Relative error of [#variance], [#exponent] and [#tilt].
    public static final double RELATIVE = 6 * RoundOff.U;

    private ExitBound() {}

    /// θ²V / 2(1 − θC/3), a bound of log E e^{θX} where E X = 0, Var X ≤ V and |X| ≤ C.
    ///
    /// 0 for θ = 0; θ²V/2 for C = 0, which a normal X has. The sum u_t obeys it too, with v for V and ηC for C.
    /// **Accuracy.** Within [#logMomentError].
    ///
    /// @param theta 0 ≤ θ < 3/C
    /// @param variance V
    /// @param range C
    @Statement({"theorem.ExitBound/S1", "theorem.ExitBound/S2"})
    public static double logMoment(double theta, double variance, double range) {
        return 3 * (theta * theta * variance) / (2 * (3 - theta * range));
    }

    /// Bound on the error of [#logMoment]: (7 + 2θC/(3−θC))u of it, for θC ≤ 2.999.
    @Statement("theorem.ExitBound/S4")
    public static double logMomentError(double theta, double variance, double range) {
        double cancelled = theta * range / (3 - theta * range);
        return RoundOff.U * (7 + 2 * cancelled) * logMoment(theta, variance, range) + RoundOff.UNDERFLOW;
    }

    /// v = ηV/(λ(2−ηλ)), the variance in the limit of many steps if each has V.
    ///
    /// η²V for ηλ = 1, one step's; about ηV/2λ for small steps. **Accuracy.** [#RELATIVE].
    ///
    /// @param eta step size η > 0
    /// @param lambda rate λ, 0 < ηλ ≤ 1
    /// @param variance V
    @Statement({"theorem.ExitBound/S2", "theorem.ExitBound/S3"})
    public static double variance(double eta, double lambda, double variance) {
        return eta * variance / (lambda * (2 - eta * lambda));
    }

    /// 2N exp(−U² / 2(v + cU)), which may exceed 1. **Accuracy.** Within [#probabilityError].
    ///
    /// @param level U ≥ 0
    /// @param v see [#variance]
    /// @param c ηC/3
    /// @param steps N
    @Statement("theorem.ExitBound/S3")
    public static double probability(double level, double v, double c, double steps) {
        return 2 * steps * Functions.exp(-exponent(level, v, c));
    }

    /// Bound on the error of [#probability]: (5E + 4)u of it, E the exponent.
    @Statement("theorem.ExitBound/S4")
    public static double probabilityError(double level, double v, double c, double steps) {
        double exponent = exponent(level, v, c);
        double known = exponent < Double.POSITIVE_INFINITY ? exponent : 0;
        return RoundOff.U * (5 * known + 4) * probability(level, v, c, steps) + steps * RoundOff.UNDERFLOW;
    }

    /// U² / 2(v + cU); 0 for U = 0, ∞ for U > 0 without noise. **Accuracy.** [#RELATIVE].
    @Statement("theorem.ExitBound/S3")
    public static double exponent(double level, double v, double c) {
        return level == 0 ? 0 : level * level / (2 * (v + c * level));
    }

    /// θ = U/(v + cU), the θ at which Markov's bound gives [#exponent]: θU − θ²v/2(1−cθ) = U²/2(v + cU).
    ///
    /// 0 for U = 0; below 1/c. **Accuracy.** [#RELATIVE].
    @Statement("theorem.ExitBound/S3")
    public static double tilt(double level, double v, double c) {
        return level == 0 ? 0 : level / (v + c * level);
    }
}
