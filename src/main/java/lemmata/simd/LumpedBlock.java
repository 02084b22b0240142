package lemmata.simd;

/// States and noise of a block of lumped chains: see dynamics.LumpedState, dynamics.LumpedChain and rng.BallShadow.
///
/// Rows of one array: the compiler then addresses all of them by one register.
final class LumpedBlock {

    /// Trials side by side.
    static final int WIDTH = 128;

    /// Steps whose noise is drawn at a time.
    static final int DEPTH = 2;

    static final int SIZE = WIDTH * DEPTH;

    /// Rows of `noise`: powers, of ξ two, of ε three; circles, of ξ one, of ε two.
    static final int POWER = 0;

    static final int COSINE = 5 * SIZE;
    static final int SINE = 8 * SIZE;

    /// Rows of `state`: the state, the perturbed coordinates of a, the noise of the step.
    static final int C = 0;

    static final int S = WIDTH;
    static final int X = 2 * WIDTH;
    static final int Y = 3 * WIDTH;
    static final int Z = 4 * WIDTH;
    static final int X_TILDE = 5 * WIDTH;
    static final int Y_TILDE = 6 * WIDTH;
    static final int Z_TILDE = 7 * WIDTH;
    static final int XI_FIRST = 8 * WIDTH;
    static final int XI_SECOND = 9 * WIDTH;
    static final int XI_REST = 10 * WIDTH;
    static final int EPSILON_REST = 11 * WIDTH;

    final double[] noise = new double[11 * SIZE];
    final double[] state = new double[12 * WIDTH];
    final Frame frame = new Frame(WIDTH);
    final double along;
    final double across;
    final double root;
    double rhoW;
    double rhoA;

    LumpedBlock(int k, double along, double across) {
        this.along = along;
        this.across = across;
        this.root = Math.sqrt(k);
    }
}
