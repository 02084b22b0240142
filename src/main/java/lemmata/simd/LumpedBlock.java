package lemmata.simd;

/// States and noise of a block of lumped chains: see dynamics.LumpedState, dynamics.LumpedChain and rng.BallShadow.
final class LumpedBlock {

    /// Trials side by side.
    static final int WIDTH = 128;

    /// Steps whose noise is drawn at a time.
    static final int DEPTH = 2;

    static final int SIZE = WIDTH * DEPTH;

    final Frame frame = new Frame(WIDTH);
    final double[] c = new double[WIDTH];
    final double[] s = new double[WIDTH];
    final double[] x = new double[WIDTH];
    final double[] y = new double[WIDTH];
    final double[] z = new double[WIDTH];
    /// Perturbed coordinates of a.
    final double[] xTilde = new double[WIDTH];

    final double[] yTilde = new double[WIDTH];
    final double[] zTilde = new double[WIDTH];
    /// Powers: of ξ two, of ε three.
    final double[][] power = new double[5][SIZE];
    /// Circles: of ξ one, of ε two; afterwards the coordinates of the noise.
    final double[][] cosine = new double[3][SIZE];

    final double[][] sine = new double[3][SIZE];
    final double[] xiRest = new double[SIZE];
    final double[] epsilonRest = new double[SIZE];
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
