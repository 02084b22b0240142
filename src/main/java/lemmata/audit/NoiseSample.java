package lemmata.audit;

import java.util.function.LongToDoubleFunction;
import lemmata.model.Spaces;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Philox;

/// Uniform points of a ball, drawn by their definition: a uniform direction, and a length U^{1/n} that is at most t
/// with probability tⁿ.
final class NoiseSample {

    /// Trials below this one made the case itself.
    private static final long FIRST_TRIAL = 1L << 33;

    private static final int DOMAIN = 12;

    private NoiseSample() {}

    /// Point number `index` of the ball of this radius in R^n; the streams 0, 1, … of one seed are independent.
    static double[] inBall(long seed, int stream, long index, int n, double radius) {
        long trial = FIRST_TRIAL * (stream + 1) + index;
        double[] normals = new double[n];
        Gaussian.fill(normals, seed, trial, 0);
        double uniform = Philox.uniform(Philox.at(seed, DOMAIN, trial, 0).low());
        double scale = radius * Functions.exp(Functions.log(uniform) / n) / Vectors.length(normals);
        return Vectors.map(x -> scale * x, normals);
    }

    /// Point number `index` of the sphere of this radius in R^n.
    static double[] onSphere(long seed, long index, int n, double radius) {
        double[] normals = new double[n];
        Gaussian.fill(normals, seed, FIRST_TRIAL * 3 + index, 0);
        double scale = radius / Vectors.length(normals);
        return Vectors.map(x -> scale * x, normals);
    }

    /// A filter's noise.
    static double[] xi(Draw draw, long index, double rho) {
        return Spaces.filterDisplacement("xi", inBall(draw.seed(), 0, index, draw.p(), rho));
    }

    /// The output weights' noise.
    static double[] epsilon(Draw draw, long index, double rho) {
        return Spaces.output("epsilon", inBall(draw.seed(), 1, index, draw.k(), rho));
    }

    /// Tests E X(i) = mean, i the number of the sample.
    static MeanTest test(LongToDoubleFunction x, int samples, Bounded mean, double variance) {
        double[] sample = new double[samples];
        for (int i = 0; i < samples; i++) {
            sample[i] = x.applyAsDouble(i);
        }
        return MeanTest.of(sample, mean.value(), mean.error(), Math.max(variance, Double.MIN_NORMAL), Run.FALSE_ALARM);
    }
}
