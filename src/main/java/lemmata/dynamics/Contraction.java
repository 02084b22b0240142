package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.num.Functions;
import lemmata.num.RoundOff;

/// What partial dissipativity does to a squared error, in one step and in many.
///
/// x⁺ ≤ (1 − 2ηc)x + 2ηγ + η²B, and x_{t+1} ≤ (1−λ)x_t + β gives x_t ≤ (1−λ)ᵗx₀ + (1 − (1−λ)ᵗ)β/λ
///
/// x is ‖a−a*‖² or ‖w−w*‖², c and γ those of C1 or C2, B a bound on the squared gradient; λ = 2ηc, β = 2ηγ + η²B.
/// The bound is x₀ at t = 0 and tends to β/λ, from above or from below.
/// **Shapes.** Numbers. **Units.** None. **Source.** dynamics.Contraction.
public final class Contraction {

    /// Largest x₀ and largest β/λ.
    public static final double MAX = 0x1p60;

    /// Smallest λ.
    public static final double MIN_RATE = 1e-300;

    /// Largest number of steps that [#burnIn] returns.
    public static final long MAX_STEPS = 1L << 62;

    private Contraction() {}

    /// (1 − 2ηc)x + 2ηγ + η²B: no squared error is larger after a step from x.
    ///
    /// x for η = 0; 0 for γ = B = 0 and 2ηc = 1. **Accuracy.** Within [#afterError].
    ///
    /// @param square x, the squared error before the step
    /// @param eta step size η ≥ 0
    /// @param c rate of the condition
    /// @param gamma slack γ of the condition
    /// @param slope B, a bound on the squared gradient, or on its mean
    @Statement({"dynamics.Contraction/S1", "dynamics.Contraction/S2"})
    public static double after(double square, double eta, double c, double gamma, double slope) {
        return (1 - 2 * eta * c) * square + 2 * eta * gamma + eta * eta * slope;
    }

    /// Bound on the error of [#after]: 5u of the first term, with its factor taken as 1 + 2η|c|, at most 4u of the
    /// others.
    @Statement("dynamics.Contraction/S6")
    public static double afterError(double square, double eta, double c, double gamma, double slope) {
        double size = (1 + 2 * eta * Math.abs(c)) * square + 2 * eta * Math.abs(gamma) + eta * eta * slope;
        return 6 * RoundOff.U * size + RoundOff.UNDERFLOW;
    }

    /// (1−λ)ᵗx₀ + (1 − (1−λ)ᵗ)β/λ: no x_t of the recursion is larger, and one is as large.
    ///
    /// x₀ for t = 0; β for λ = 1 and t ≥ 1. **Accuracy.** Within [#boundError].
    ///
    /// @throws InvalidField naming `x0`, `lambda`, `beta` or `t` if x₀ or β/λ is not in [0, 2⁶⁰], λ not in [10⁻³⁰⁰, 1],
    ///     or t negative
    @Statement({"dynamics.Contraction/S3", "dynamics.Contraction/S5"})
    public static double bound(double x0, double lambda, double beta, long t) {
        requireInRange(x0, lambda, beta, t);
        if (t == 0) {
            return x0;
        }
        return start(x0, lambda, t) + limit(lambda, beta, t);
    }

    /// Bound on the error of [#bound]: with Z = −t ln(1−λ), (4Z+6)u of the first term and 11u of the second; none for
    /// t = 0, nor for λ = 1.
    @Statement("dynamics.Contraction/S6")
    public static double boundError(double x0, double lambda, double beta, long t) {
        requireInRange(x0, lambda, beta, t);
        if (t == 0 || lambda == 1) {
            return 0;
        }
        double first = (6 - 4 * exponent(lambda, t)) * start(x0, lambda, t);
        return RoundOff.U * (first + 11 * limit(lambda, beta, t)) + RoundOff.UNDERFLOW;
    }

    /// A number of steps after which x_t stays at or below a level, for every sequence of the recursion.
    ///
    /// 0 if x₀ is not above the level. Found by halving: the bound and its error are not above the level at the result,
    /// and are one step before. **Accuracy.** The exact bound is not above the level from the result on; one step
    /// before it is above the level less 2.5 times [#boundError].
    ///
    /// @throws InvalidField as [#bound]; and naming `level` if it is not above β/λ beyond rounding, or is not reached
    ///     within 2⁶² steps
    @Statement({"dynamics.Contraction/S4", "dynamics.Contraction/S5", "dynamics.Contraction/S6"})
    public static long burnIn(double x0, double lambda, double beta, double level) {
        if (!(isBelow(x0, lambda, beta, MAX_STEPS, level) && Math.nextUp(beta / lambda) <= level)) {
            throw new InvalidField(
                    "level", level + " is not reached: choose one above the limit " + beta / lambda + ", or more λ");
        }
        long above = -1;
        long below = MAX_STEPS;
        while (below - above > 1) {
            long middle = above + (below - above) / 2;
            if (isBelow(x0, lambda, beta, middle, level)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static boolean isBelow(double x0, double lambda, double beta, long t, double level) {
        return bound(x0, lambda, beta, t) + boundError(x0, lambda, beta, t) <= level;
    }

    /// (1−λ)ᵗx₀ for t ≥ 1.
    private static double start(double x0, double lambda, long t) {
        return Functions.exp(exponent(lambda, t)) * x0;
    }

    /// (1 − (1−λ)ᵗ)β/λ for t ≥ 1, which does not cancel for small λ.
    private static double limit(double lambda, double beta, long t) {
        return -Functions.expm1(exponent(lambda, t)) * (beta / lambda);
    }

    /// t ln(1−λ), within 4u relative; −∞ for λ = 1.
    private static double exponent(double lambda, long t) {
        return t * Functions.log1p(-lambda);
    }

    private static void requireInRange(double x0, double lambda, double beta, long t) {
        if (!(x0 >= 0 && x0 <= MAX)) {
            throw new InvalidField("x0", x0 + " is no squared error: give a number from 0 to 2⁶⁰");
        }
        if (!(lambda >= MIN_RATE && lambda <= 1)) {
            throw new InvalidField("lambda", lambda + " is no rate: give a number from 10⁻³⁰⁰ to 1");
        }
        if (!(beta >= 0 && beta / lambda <= MAX)) {
            throw new InvalidField("beta", beta + " is out of range: give a number from 0 to 2⁶⁰λ");
        }
        if (t < 0) {
            throw new InvalidField("t", t + " is negative: give a number of steps");
        }
    }
}
