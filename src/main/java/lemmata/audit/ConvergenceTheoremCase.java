package lemmata.audit;

import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;
import lemmata.theorem.Region;

/// A problem of epoch II with a start, what is asked of it, and a step size.
///
/// @param problem teacher and noise
/// @param entry where the epoch begins
/// @param gamma relative squared error γ
/// @param delta failure probability δ
/// @param eta step size η
public record ConvergenceTheoremCase(Problem problem, Entry entry, double gamma, double delta, double eta) {

    /// Noise is drawn from few radii, as the oracle of its moments is slow and remembers.
    private static final double[] RADII = {0, 1e-6, 0.05, 0.5};

    private static final int[] LENGTHS = {2, 6};
    private static final int[] PATCHES = {1, 2, 3, 25};

    /// γ = 1 or 1/16, on both sides of 1/9, so that few angles come up.
    private static final int LEVELS = 2;

    /// From a draw: a* along 1, across 1 and between, ρ_a = 0 and E₀ = 0 among them.
    static ConvergenceTheoremCase of(Draw draw) {
        int k = PATCHES[pick(draw, 3401, PATCHES.length)];
        double norm = spread(draw, 3402, 0.1, 10);
        Target target = target(draw, k, norm);
        double rhoW = RADII[pick(draw, 3403, RADII.length)];
        double rhoA = draw.uniform(3404) < 0.25 ? 0 : norm * spread(draw, 3405, 0.001, 1);
        Problem problem = new Problem(target, LENGTHS[pick(draw, 3406, LENGTHS.length)], rhoW, rhoA);
        Reach reach = new Reach(
                norm * spread(draw, 3407, 0.01, 10),
                norm * spread(draw, 3408, 0.01, 10),
                norm * spread(draw, 3409, 0.01, 10));
        double adverse = draw.uniform(3410) < 0.25 ? 0 : spread(draw, 3411, 0.0001, 0.06);
        double gamma = Math.scalb(1.0, -4 * pick(draw, 3412, LEVELS));
        double delta = spread(draw, 3413, 1e-6, 0.999);
        double eta = spread(draw, 3414, 1e-10, 1);
        double angle = draw.uniform(3417) < 0.5 ? Region.ANGLE : 1.05 * Region.ANGLE * draw.uniform(3418);
        return new ConvergenceTheoremCase(problem, new Entry(reach, adverse, angle), gamma, delta, eta);
    }

    private static Target target(Draw draw, int k, double norm) {
        double sign = draw.uniform(3415) < 0.5 ? -1 : 1;
        double turn = k == 1 ? 0 : Math.clamp(Math.PI * (draw.uniform(3416) - 0.25), 0, Math.PI / 2);
        double across = turn == Math.PI / 2 ? 1 : Functions.sin(turn);
        double along = turn == Math.PI / 2 ? 0 : Functions.cos(turn);
        return new Target(k, sign * norm * along, norm * across);
    }

    /// The theorem put to it.
    Convergence theorem() {
        return new Convergence(problem, entry, gamma, delta);
    }

    /// The same at another step size.
    ConvergenceTheoremCase at(double step) {
        return new ConvergenceTheoremCase(problem, entry, gamma, delta, step);
    }

    private static int pick(Draw draw, int tag, int n) {
        return (int) (draw.uniform(tag) * n);
    }

    /// From `low` to `high`, evenly in the logarithm.
    static double spread(Draw draw, int tag, double low, double high) {
        return low * Functions.exp(draw.uniform(tag) * Functions.log(high / low));
    }
}
