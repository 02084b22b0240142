package lemmata.loss;

import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.RoundOff;

/// The arc-cosine kernel of degree 1 as a function of the angle.
///
/// g(φ) = (π−φ) cos φ + sin φ = v(π−φ), v(x) = sin x − x cos x = ∫₀ˣ u sin u du
///
/// g(0) = π, g(π/2) = 1, g(π) = 0. For unit u, u′ at angle φ and z ~ N(0, I): E σ(zᵀu) σ(zᵀu′) = g(φ)/2π.
/// The textbook form cancels at both ends: g near π, π − g near 0. The forms below do not.
/// **Units.** Radians. **Source.** loss.AngleKernel.
public final class AngleKernel {

    /// Taylor coefficients of v(x)/x³ in x², (−1)ⁿ⁺¹ 2n/(2n+1)! for n = 1 … 10; the next one is below 10⁻²⁰.
    private static final double[] SERIES = {
        1.0 / 3,
        -1.0 / 30,
        1.0 / 840,
        -1.0 / 45360,
        1.0 / 3991680,
        -1.0 / 518918400,
        1.0 / 93405312000.0,
        -1.0 / 22230464256000.0,
        1.0 / 6758061133824000.0,
        -1.0 / 2554547108585472000.0,
    };

    private AngleKernel() {}

    /// g(φ) for an angle given in radians, within [#gError(double)].
    ///
    /// @throws IllegalArgumentException if φ is not in [0, `Math.PI`]
    @Statement({"loss.AngleKernel/S1", "loss.AngleKernel/S3", "loss.AngleKernel/S6", "loss.AngleKernel/S7"})
    public static double g(@Radians double phi) {
        return g(Angle.ofRadians(phi));
    }

    /// g(φ) for an angle that knows its supplement, within [#gError(Angle)].
    public static double g(Angle angle) {
        return v(angle.psi());
    }

    /// π − g(φ) for an angle given in radians, within [#piMinusGError(double)].
    ///
    /// @throws IllegalArgumentException if φ is not in [0, `Math.PI`]
    @Statement("loss.AngleKernel/S6")
    public static double piMinusG(@Radians double phi) {
        return piMinusG(Angle.ofRadians(phi));
    }

    /// π − g(φ) = 2π sin²(φ/2) − v(φ), within [#piMinusGError(Angle)]; the subtrahend is at most half the minuend.
    public static double piMinusG(Angle angle) {
        double half = Functions.sin(angle.phi() / 2);
        return 2 * Math.PI * (half * half) - v(angle.phi());
    }

    /// g′(φ) = −(π−φ) sin φ, within 10u relative.
    ///
    /// @throws IllegalArgumentException if φ is not in [0, `Math.PI`]
    @Statement("loss.AngleKernel/S2")
    public static double derivative(@Radians double phi) {
        Angle angle = Angle.ofRadians(phi);
        return -angle.psi() * Functions.sin(Math.min(angle.phi(), angle.psi()));
    }

    /// Bound on the error of [#derivative]: 3u of ψ, 5u of the sine, u of the product.
    public static double derivativeError(@Radians double phi) {
        return 10 * RoundOff.U * Math.abs(derivative(phi)) + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#g(double)]: ψ errs by 3u, v multiplies that by at most 3 and adds 12u.
    @Statement("loss.AngleKernel/S4")
    public static double gError(@Radians double phi) {
        return 22 * RoundOff.U * g(phi) + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#g(Angle)] when the angle comes from [Angle#between]: ψ errs by 16u.
    public static double gError(Angle angle) {
        return 61 * RoundOff.U * g(angle) + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#piMinusG(double)]: (6.5 + 12/2)u of the minuend, at most twice the result.
    @Statement("loss.AngleKernel/S5")
    public static double piMinusGError(@Radians double phi) {
        return 27 * RoundOff.U * piMinusG(phi) + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#piMinusG(Angle)] when φ errs by 16u, which counts at most twice.
    public static double piMinusGError(Angle angle) {
        return 60 * RoundOff.U * piMinusG(angle) + RoundOff.UNDERFLOW;
    }

    /// v(x) = sin x − x cos x on [0, π]: the Taylor series below 1, where the difference would cancel.
    ///
    /// Within 12u relative for an exact argument: at worst at x = 1, where 2 sin x + 3x cos x is 11 v(x).
    public static double v(double x) {
        if (x >= 1) {
            return Functions.sin(x) - x * Functions.cos(x);
        }
        double square = x * x;
        double sum = 0;
        for (int n = SERIES.length - 1; n >= 0; n--) {
            sum = sum * square + SERIES[n];
        }
        return square * x * sum;
    }
}
