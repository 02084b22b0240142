package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Start;
import lemmata.experiment.Cell;
import lemmata.landscape.LocalMinimality;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// A drawn cell, and trials of it whose ends are made up, so that their outcomes are known.
///
/// The kinds of a draw decide: weights of all zeros about a start at the spurious point, the target about q: 0, k, up
/// to twice the threshold but not within 1 % of it, or any.
///
/// @param draw the case
record DrawnTrials(Draw draw) {

    /// Tag of the first uniform number.
    private static final int TAG = 5000;

    private static final int MOST = 40;

    int count() {
        return below(MOST + 1, 0);
    }

    long firstTrial() {
        return below(1 << 20, 1);
    }

    /// τ, in (10⁻⁶, 1).
    double tolerance() {
        return Functions.exp(-13.8 * uniform(2));
    }

    /// With the schedule of a small simulation.
    Cell cell(Method method, int p, int k) {
        Start start = draw.weights() == Draw.Weights.ZERO ? Start.SPURIOUS : Start.RANDOM;
        Generator generator = Generator.values()[below(2, 3)];
        Setup setup = new Setup(method, Reading.POSTER, 2, start, generator, draw.seed());
        double norm = Functions.exp(3 * uniform(4) - 2);
        return Cell.of(setup, p, k, q(k), norm, (length, target) -> new SimulatedCase(draw).schedule());
    }

    private double q(int k) {
        double threshold = LocalMinimality.threshold(k);
        double offset = (0.01 + 0.99 * uniform(5)) * (uniform(6) < 0.5 ? -1 : 1);
        return k == 1
                ? 1
                : switch (draw.target()) {
                    case SUM_ZERO -> 0;
                    case ALL_ONES -> k;
                    case ZERO, NEAR_THRESHOLD -> Math.min(threshold * (1 + offset), k);
                    case ANY -> Math.min(threshold * uniform(5) * 0.99, k);
                };
    }

    /// How trial i ends.
    Outcome end(int i) {
        return Outcome.values()[below(Outcome.values().length, 10 + 3 * i)];
    }

    /// How many end so.
    long ended(Outcome outcome) {
        return IntStream.range(0, count()).filter(i -> end(i) == outcome).count();
    }

    /// All trials, at their ends or stopped: next to an end, at one of the filters w ⟂ w*, or at any time.
    List<Result> results(Target target, long steps) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            long taken = end(i) == Outcome.DIVERGED ? Math.min(steps - 1, below((int) steps, 11 + 3 * i)) : steps;
            results.add(new Result(firstTrial() + i, steps, taken, state(target, i)));
        }
        return results;
    }

    /// Half of τ away in the square of the filter's distance; z is 0 or −0.
    private LumpedState state(Target target, int i) {
        boolean spurious = end(i) == Outcome.TRAPPED;
        LumpedState at = spurious ? LumpedState.spurious(target) : LumpedState.optimum(target);
        double zero = uniform(12 + 3 * i) < 0.5 ? -0.0 : 0.0;
        if (end(i) == Outcome.UNDECIDED) {
            return new LumpedState(zero, 1, at.x(), at.y(), zero);
        }
        double c = (1 - tolerance() / 4) * (spurious ? -1 : 1);
        return new LumpedState(c, Math.sqrt((1 - c) * (1 + c)), at.x(), at.y(), zero);
    }

    int below(int bound, int tag) {
        return (int) (uniform(tag) * bound);
    }

    private double uniform(int tag) {
        return draw.uniform(TAG + tag);
    }
}
