package lemmata.simd;

/// The numbers that decide about a step, one per lane, and what the step makes of them: see
/// dynamics.PopulationGradient.
final class Frame {

    /// c = w̃ᵀw*.
    final double[] cosine;
    /// ‖w̃ − c w*‖².
    final double[] square;
    /// 1ᵀã.
    final double[] s;
    /// ãᵀa*.
    final double[] d;
    /// ‖ã‖².
    final double[] norm;
    /// The five coefficients.
    final double[] own;

    final double[] other;
    final double[] common;
    final double[] alpha;
    final double[] beta;
    /// ‖a‖² at the start of the step, number of steps taken, and the step size or 0.
    final double[] size;

    final double[] taken;
    final double[] eta;

    /// The step size of the leg.
    double rate;

    Frame(int width) {
        cosine = new double[width];
        square = new double[width];
        s = new double[width];
        d = new double[width];
        norm = new double[width];
        own = new double[width];
        other = new double[width];
        common = new double[width];
        alpha = new double[width];
        beta = new double[width];
        size = new double[width];
        taken = new double[width];
        eta = new double[width];
    }
}
