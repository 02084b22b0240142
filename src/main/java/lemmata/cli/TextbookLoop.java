package lemmata.cli;

import lemmata.num.Functions;
import lemmata.simd.Engine;
import org.apache.commons.math3.random.MersenneTwister;

/// P-GD as one would write it from a textbook: trial by trial, a Mersenne twister, arrays and loops.
///
/// ã and w̃ by a normal vector over its norm times ρU^{1/d}; φ = arccos; the poster's formulas; the sphere by a
/// division. It is what `bench` compares the engines with, and nothing else uses it. States are those of the full
/// engines.
class TextbookLoop implements Engine {

    private final double[] wStar;
    private final double[] aStar;
    private final MersenneTwister random;

    /// @param seed of the generator, which all trials share
    TextbookLoop(double[] wStar, double[] aStar, long seed) {
        this.wStar = wStar.clone();
        this.aStar = aStar.clone();
        this.random = new MersenneTwister(seed);
    }

    @Override
    public int rows() {
        return wStar.length + aStar.length + 1;
    }

    @Override
    public void advance(double[] states, long firstTrial, int count, Leg leg) {
        int p = wStar.length;
        int k = aStar.length;
        double[] w = new double[p];
        double[] a = new double[k];
        for (int trial = 0; trial < count; trial++) {
            System.arraycopy(states, trial * rows(), w, 0, p);
            System.arraycopy(states, trial * rows() + p, a, 0, k);
            for (long t = 0; t < leg.steps(); t++) {
                step(w, a, ball(p, leg.rhoW()), ball(k, leg.rhoA()), leg.eta());
            }
            System.arraycopy(w, 0, states, trial * rows(), p);
            System.arraycopy(a, 0, states, trial * rows() + p, k);
            states[(trial + 1) * rows() - 1] += leg.steps();
        }
    }

    /// A uniform point of the ball of R^d.
    double[] ball(int d, double radius) {
        double[] point = new double[d];
        double square = 0;
        for (int i = 0; i < d; i++) {
            point[i] = random.nextGaussian();
            square += point[i] * point[i];
        }
        double scale = radius * Functions.exp(Functions.log(1 - random.nextDouble()) / d) / Math.sqrt(square);
        for (int i = 0; i < d; i++) {
            point[i] *= scale;
        }
        return point;
    }

    /// One step with given noise, in place.
    void step(double[] w, double[] a, double[] xi, double[] epsilon, double eta) {
        int p = w.length;
        int k = a.length;
        double[] wTilde = new double[p];
        double[] aTilde = new double[k];
        double square = 0;
        double along = 0;
        for (int i = 0; i < p; i++) {
            wTilde[i] = w[i] + xi[i];
            square += wTilde[i] * wTilde[i];
            along += wTilde[i] * wStar[i];
        }
        double sum = 0;
        double sumStar = 0;
        double dot = 0;
        double norm = 0;
        for (int j = 0; j < k; j++) {
            aTilde[j] = a[j] + epsilon[j];
            sum += aTilde[j];
            sumStar += aStar[j];
            dot += aTilde[j] * aStar[j];
            norm += aTilde[j] * aTilde[j];
        }
        double r = Math.sqrt(square);
        double cos = Math.clamp(along / r, -1, 1);
        double sin = Math.sqrt((1 - cos) * (1 + cos));
        double phi = Functions.atan2(sin, cos);
        double g = (Math.PI - phi) * cos + sin;
        for (int j = 0; j < k; j++) {
            double student = square * (sum + (Math.PI - 1) * aTilde[j]);
            double teacher = r * (sumStar + (g - 1) * aStar[j]);
            a[j] -= eta * (student - teacher) / (2 * Math.PI);
        }
        double own = sum * sum + (Math.PI - 1) * norm - (sum * sumStar + (sin - 1) * dot) / r;
        double[] slope = new double[p];
        double radial = 0;
        for (int i = 0; i < p; i++) {
            slope[i] = (own * wTilde[i] - (Math.PI - phi) * dot * wStar[i]) / (2 * Math.PI);
            radial += slope[i] * w[i];
        }
        double length = 0;
        for (int i = 0; i < p; i++) {
            w[i] -= eta * (slope[i] - radial * w[i]);
            length += w[i] * w[i];
        }
        for (int i = 0; i < p; i++) {
            w[i] /= Math.sqrt(length);
        }
    }
}
