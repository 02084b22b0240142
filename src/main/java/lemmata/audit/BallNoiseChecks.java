package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import org.apfloat.Apfloat;

/// What the stem BallNoise claims, as checks of any implementation of P(|v| ≤ x) and of the smoothed ReLU.
public final class BallNoiseChecks {

    /// P(|v| ≤ x) of a noise.
    @FunctionalInterface
    public interface Coordinate {
        /// Its value with a bound.
        Bounded at(BallNoise noise, double x);
    }

    /// E σ(zᵀ(w+ξ)) of a noise.
    @FunctionalInterface
    public interface Relu {
        /// Its value with a bound, from zᵀw and ‖z‖.
        Bounded at(BallNoise noise, double along, double length);
    }

    /// Lengths up to which points of the ball are drawn entry by entry.
    private static final int SHORT = 12;

    private BallNoiseChecks() {}

    /// S1: the frequency of |v| ≤ x among drawn points of the ball; a variable in {0, 1} has variance at most ¼.
    public static MeanTest frequency(Coordinate below, Draw draw, int samples) {
        int p = shortLength(draw);
        double x = 1.5 * draw.uniform(121) / Math.sqrt(p + 2.0);
        return NoiseSample.test(
                i -> Math.abs(NoiseSample.inBall(draw.seed(), 0, i, p, 1)[0]) <= x ? 1 : 0,
                samples,
                below.at(new BallNoise(p, 1), x),
                0.25);
    }

    /// S1: E v² = 1/(p+2) among them; v² is in [0, 1] and E v⁴ = 3/((p+2)(p+4)).
    public static MeanTest square(Draw draw, int samples, int dimensions) {
        int p = shortLength(draw);
        return NoiseSample.test(
                i -> {
                    double v = NoiseSample.inBall(draw.seed(), 0, i, p, 1)[0];
                    return v * v;
                },
                samples,
                Bounded.within(2, 1.0 / (p + dimensions)),
                3.0 / ((p + 2.0) * (p + 4.0)));
    }

    /// S1, S3: P(|v| ≤ x) is within its bound of the oracle's quadrature of (1−v²)^{(p−1)/2}; it is 0 at 0, 1 at 1.
    public static Check coordinateAccuracy(Coordinate below) {
        return draw -> {
            BallNoise noise = NoiseDraw.finite(draw).noise();
            double x = Math.min(1, 4 * draw.uniform(122) / Math.sqrt(noise.p()));
            Apfloat exact = SmoothingOracle.at(noise.p(), 1).coordinateBelow(x);
            double ratio = NoiseChecks.accuracy(below.at(noise, x), exact, 1);
            boolean ends = below.at(noise, 0).low() <= 0 && below.at(noise, 1).high() >= 1;
            return OptionalDouble.of(Math.max(ratio, NoiseChecks.verdict(ends)));
        };
    }

    /// S2: the mean of σ(zᵀ(w+ξ)) over drawn points of the ball: it is within λ|v| of σ(zᵀw), so of variance at most
    /// λ²/(p+2).
    public static MeanTest reluMean(Relu relu, Draw draw, int samples) {
        int p = shortLength(draw);
        double[] z = new double[p];
        System.arraycopy(draw.gaussians(123, p), 0, z, 0, p);
        double rho = 0.5 + 2 * draw.uniform(124);
        double length = Vectors.length(z);
        double along = (2.4 * draw.uniform(125) - 1.2) * rho * length / Math.sqrt(p + 2.0);
        double width = rho * length;
        return NoiseSample.test(
                i -> Math.max(
                        0,
                        along
                                + Vectors.dot(z, NoiseSample.inBall(draw.seed(), 0, i, p, rho))
                                        .doubleValue()),
                samples,
                relu.at(new BallNoise(p, rho), along, length),
                width * width / (p + 2));
    }

    /// S2: σ(x) ≤ f(x) ≤ σ(x) + (λ/2)μ, met at x = 0; f = σ for |x| ≥ λ; f(x) − f(−x) = x; and, f being convex with
    /// f′(x) = P(x + λv > 0), f(y) − f(x) is between f′(x) and f′(y) times y − x for x < y.
    public static Check reluShape(Relu relu) {
        return draw -> {
            BallNoise noise = NoiseDraw.finite(draw).noise();
            double length = 0.5 + draw.uniform(126);
            double width = noise.rho() * length;
            double scale = width / Math.sqrt(noise.p());
            double one = (4 * draw.uniform(127) - 2) * scale;
            double other = one + (4 * draw.uniform(128) - 2) * scale;
            double x = Math.min(one, other);
            double y = Math.max(one, other);
            Bounded low = relu.at(noise, x, length);
            Bounded high = relu.at(noise, y, length);
            double room = width / 2 * SphereCoordinate.mean(noise.p() + 2) * (1 + 16 * RoundOff.U);
            double steps = NoiseChecks.between(
                    (y - x) * slope(noise, x / width),
                    high.minus(low).widened(RoundOff.U * (width + Math.abs(x))),
                    (y - x) * slope(noise, y / width));
            double range = NoiseChecks.between(Math.max(x, 0), low, Math.max(x, 0) + room);
            Bounded middle = relu.at(noise, 0, length);
            double peak = NoiseChecks.between(room * (1 - 32 * RoundOff.U), middle, room);
            Bounded odd = low.minus(relu.at(noise, -x, length));
            boolean outside = relu.at(noise, 1.5 * width, length).value() == 1.5 * width
                    && relu.at(noise, -1.5 * width, length).value() == 0;
            return OptionalDouble.of(Math.max(
                    Math.max(steps, range),
                    Math.max(Math.max(peak, NoiseChecks.between(x, odd, x)), NoiseChecks.verdict(outside))));
        };
    }

    /// S3: the smoothed ReLU is within its bound of the oracle's quadrature, next to |x| = λ too; the scale is λ + |x|.
    public static Check reluAccuracy(Relu relu) {
        return draw -> {
            BallNoise noise = NoiseDraw.finite(draw).noise();
            double length = 0.5 + draw.uniform(126);
            double width = noise.rho() * length;
            double near = draw.uniform(129) < 0.25
                    ? 1 - Functions.exp(-30 * draw.uniform(130))
                    : 3 * draw.uniform(130) / Math.sqrt(noise.p());
            double x = (draw.uniform(131) < 0.5 ? -width : width) * Math.min(near, 1);
            SmoothingOracle oracle = SmoothingOracle.at(noise.p(), 1);
            Apfloat scale = Oracle.exact(noise.rho()).multiply(Oracle.exact(length));
            Apfloat ratio = Oracle.exact(Math.abs(x)).divide(scale);
            Apfloat exact = Oracle.exact(Math.max(x, 0));
            if (ratio.compareTo(Oracle.exact(1)) < 0) {
                Apfloat gain = oracle.coordinateExcess(FixedPoint.of(ratio));
                exact = exact.add(gain.multiply(scale).divide(Oracle.exact(2)));
            }
            return OptionalDouble.of(NoiseChecks.accuracy(relu.at(noise, x, length), exact, width + Math.abs(x)));
        };
    }

    /// P(x + v > 0) for x in units of λ.
    private static double slope(BallNoise noise, double x) {
        double inside = noise.coordinateBelow(Math.min(Math.abs(x), 1)).value();
        return x < 0 ? (1 - inside) / 2 : (1 + inside) / 2;
    }

    private static int shortLength(Draw draw) {
        return 2 + Math.floorMod(draw.p() - 2, SHORT - 1);
    }
}
