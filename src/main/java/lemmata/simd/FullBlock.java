package lemmata.simd;

import lemmata.rng.Ball;

/// States of a block of trials, coordinate by coordinate: `w[i · WIDTH + lane]`.
final class FullBlock {

    /// Trials side by side.
    static final int WIDTH = 32;

    final int p;
    final int k;
    final double[] wStar;
    final double[] aStar;
    final Frame frame = new Frame(WIDTH);
    final double[] w;
    final double[] a;
    /// The perturbed point, then the slope.
    final double[] wTilde;

    final double[] aTilde;
    /// One row per word of noise.
    final double[] exponential;

    /// ρ²/2T.
    final double[] scale = new double[WIDTH];
    double rhoW;
    double rhoA;

    FullBlock(double[] wStar, double[] aStar) {
        this.wStar = wStar.clone();
        this.aStar = aStar.clone();
        p = wStar.length;
        k = aStar.length;
        w = new double[p * WIDTH];
        a = new double[k * WIDTH];
        wTilde = new double[p * WIDTH];
        aTilde = new double[k * WIDTH];
        int rows = Ball.words(p) + Ball.words(k);
        exponential = new double[rows * WIDTH];
    }

    /// Where the noise of the output weights begins in `exponential`.
    int outputNoise() {
        return Ball.words(p) * WIDTH;
    }

    /// Numbers per state: w, a and the number of steps taken.
    int rows() {
        return p + k + 1;
    }

    /// Turns to a leg.
    void begin(Engine.Leg leg) {
        frame.rate = leg.eta();
        rhoW = leg.rhoW();
        rhoA = leg.rhoA();
    }

    /// Copies `count` states in, the last one again into lanes that are left over.
    void read(double[] states, int from, int count) {
        for (int lane = 0; lane < WIDTH; lane++) {
            int at = (from + Math.min(lane, count - 1)) * rows();
            for (int i = 0; i < p; i++) {
                w[i * WIDTH + lane] = states[at + i];
            }
            double size = 0;
            for (int j = 0; j < k; j++) {
                double entry = states[at + p + j];
                a[j * WIDTH + lane] = entry;
                size = Math.fma(entry, entry, size);
            }
            frame.size[lane] = size;
            frame.taken[lane] = states[at + p + k];
        }
    }

    /// Copies `count` states out.
    void write(double[] states, int from, int count) {
        for (int lane = 0; lane < count; lane++) {
            int at = (from + lane) * rows();
            for (int i = 0; i < p; i++) {
                states[at + i] = w[i * WIDTH + lane];
            }
            for (int j = 0; j < k; j++) {
                states[at + p + j] = a[j * WIDTH + lane];
            }
            states[at + p + k] = frame.taken[lane];
        }
    }
}
