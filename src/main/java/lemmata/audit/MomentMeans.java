package lemmata.audit;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;

/// The moments of the perturbed filter by their definitions: means over drawn points of the ball, entry by entry.
public final class MomentMeans {

    /// The filter w and its noise.
    ///
    /// @param draw its seed and p ≥ 2
    /// @param w on the sphere
    /// @param wStar on the sphere
    /// @param rho radius of the noise
    public record Point(Draw draw, double[] w, double[] wStar, double rho) {

        /// The point of a draw: angle 0.2 … 2.9, noise 0.3 … 2.3.
        public static Point of(Draw draw) {
            double[] w = draw.fromOpposite(0.2 + 2.7 * draw.uniform(161));
            return new Point(draw, w, draw.teacher().w(), 0.3 + 2 * draw.uniform(162));
        }

        BallNoise noise() {
            return new BallNoise(w.length, rho);
        }

        Angle angle() {
            return Angle.between(w, wStar);
        }

        /// w + ξ.
        private double[] perturbed(long index) {
            return Vectors.map(Double::sum, w, NoiseSample.inBall(draw.seed(), 0, index, w.length, rho));
        }

        private double phi(double[] x) {
            return Angle.between(x, wStar).phi();
        }
    }

    private MomentMeans() {}

    /// Drift/S1, NETWORK: tᵀ[(π−φ̃)w* + sin φ̃ w̃/r̃] has mean κ sin φ, t the unit vector of P_w w*; it is at most π in
    /// size, because the bracket is.
    public static MeanTest network(MomentFormula kappa, Point at, int samples) {
        double[] across = Vectors.rejection(at.w, at.wStar);
        double sine = Vectors.length(across);
        return NoiseSample.test(
                i -> {
                    double[] x = at.perturbed(i);
                    double phi = at.phi(x);
                    double pull = Functions.sin(phi) / Vectors.length(x);
                    double direct = Vectors.dot(across, at.wStar).doubleValue();
                    double turned = Vectors.dot(across, x).doubleValue();
                    return ((Math.PI - phi) * direct + pull * turned) / sine;
                },
                samples,
                kappa.at(at.noise(), at.angle()).times(sine),
                Math.PI * Math.PI);
    }

    /// Drift/S1, ANGLE: π−φ̃ has mean κ; it is in [0, π].
    public static MeanTest angle(MomentFormula kappa, Point at, int samples) {
        return mean(at, samples, x -> Math.PI - at.phi(x), kappa, Math.PI * Math.PI / 4);
    }

    /// Drift/S3, NormalisedDirection/S2: for x = w + ρN, N uniform on the sphere of R^{p+2}, π − ∠(x, w*) has mean κ of
    /// NETWORK and (π − ∠(x, w*))/‖x‖ mean κ of NORMALISED, w and w* being vectors of R^{p+2} too.
    ///
    /// The second is at most π/‖x‖, and E‖x‖⁻² ≤ min(1, ρ⁻²): in R^n, n ≥ 4, ‖x‖⁻² is superharmonic, so its mean over a
    /// sphere is at most its value at the centre; and ‖w + ρN‖ is distributed as ‖ρw + N‖.
    public static MeanTest onSphere(MomentFormula kappa, boolean normalised, Point at, int samples) {
        int n = at.w.length + 2;
        double phi = at.angle().phi();
        double[] target = new double[n];
        target[0] = Functions.cos(phi);
        target[1] = Functions.sin(phi);
        double most = normalised ? Math.PI / Math.max(at.rho, 1) : Math.PI / 2;
        return NoiseSample.test(
                i -> {
                    double[] x = NoiseSample.onSphere(at.draw.seed(), i, n, at.rho);
                    x[0] += 1;
                    double psi = Math.PI - Angle.between(x, target).phi();
                    return normalised ? psi / Vectors.length(x) : psi;
                },
                samples,
                kappa.at(at.noise(), at.angle()),
                most * most);
    }

    /// SmoothedKernel/S1: r̃² has mean m₂; ‖r̃² − 1‖₂ ≤ 2ρ/√(p+2) + ρ².
    public static MeanTest square(Function<BallNoise, Bounded> m2Excess, Point at, int samples) {
        double deviation = 2 * at.rho / Math.sqrt(at.w.length + 2.0) + at.rho * at.rho;
        return mean(
                at,
                samples,
                x -> Vectors.dot(x, x).doubleValue() - 1,
                (noise, angle) -> m2Excess.apply(noise),
                deviation * deviation);
    }

    /// SmoothedKernel/S1: r̃ has mean m₁; |r̃ − 1| ≤ ‖ξ‖.
    public static MeanTest length(Function<BallNoise, Bounded> m1Excess, Point at, int samples) {
        return mean(at, samples, x -> Vectors.length(x) - 1, (noise, angle) -> m1Excess.apply(noise), at.rho * at.rho);
    }

    /// SmoothedKernel/S2: r̃g(φ̃) has mean h; it is within π‖ξ‖ of g(φ).
    public static MeanTest kernel(MomentFormula kernel, Point at, int samples) {
        return mean(at, samples, x -> Vectors.length(x) * g(at, x), kernel, Math.PI * Math.PI * at.rho * at.rho);
    }

    /// NormalisedDirection/S1, S2: π − g(φ̃) has mean π − h_U; it is in [0, π].
    public static MeanTest direction(MomentFormula deficit, Point at, int samples) {
        return mean(at, samples, x -> Math.PI - g(at, x), deficit, Math.PI * Math.PI / 4);
    }

    private static MeanTest mean(
            Point at, int samples, ToDoubleFunction<double[]> x, MomentFormula moment, double variance) {
        return NoiseSample.test(
                i -> x.applyAsDouble(at.perturbed(i)), samples, moment.at(at.noise(), at.angle()), variance);
    }

    private static double g(Point at, double[] x) {
        return AngleKernel.g(Angle.between(x, at.wStar));
    }
}
