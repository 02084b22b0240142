package lemmata.audit;

import java.util.List;
import lemmata.dynamics.Method;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;

/// A drawn run of an algorithm that every engine can repeat: two stages of a few steps. A quarter of the runs start
/// next to the limit of divergence with steps that carry them beyond it.
///
/// @param setup algorithm, reading, batch, start and random words
/// @param p length of the filter, at most 9
/// @param target a*, k at most 33
/// @param schedule a noisy stage and a quieter one
/// @param first number of the first trial
/// @param begin number of the first step
/// @param trials below, at and above every number of lanes and one block of the engine
/// @param wild whether the runs diverge
/// @param lumped which representation
record EngineCase(
        Setup setup,
        int p,
        Target target,
        Schedule schedule,
        long first,
        long begin,
        int trials,
        boolean wild,
        boolean lumped) {

    private static final int LARGEST_P = 9;
    private static final int LARGEST_K = 33;
    private static final int MOST_BEYOND = 9;
    private static final int LARGEST_BATCH = 3;
    private static final int MOST_STEPS = 5;
    private static final double LATEST = 0x1p40;

    static EngineCase of(Draw draw) {
        Method method = Method.values()[below(draw, 60, Method.values().length)];
        List<Reading> readings = method.isSampled() ? List.of(Reading.POSTER) : Reading.all();
        int k = 1 + below(draw, 61, LARGEST_K);
        double q = k == 1 ? 1 : draw.uniform(62) * k;
        Setup setup = new Setup(
                method,
                readings.get(below(draw, 63, readings.size())),
                1 + below(draw, 64, LARGEST_BATCH),
                Start.values()[below(draw, 65, Start.values().length)],
                Generator.values()[below(draw, 66, Generator.values().length)],
                Philox.at(draw.seed(), 0, 67, 0).low());
        double rhoW = method.isPerturbed() ? 3 * draw.uniform(68) : 0;
        double rhoA = method.isPerturbed() ? 2 * draw.uniform(69) : 0;
        boolean wild = draw.uniform(79) < 0.25;
        boolean lumped = draw.uniform(77) < 0.5;
        double eta = (wild ? 1000 : 1) * draw.uniform(70) / (rhoW * rhoW + k);
        int block = lumped && !method.isSampled() ? VectorEngines.LUMPED_WIDTH : VectorEngines.FULL_WIDTH;
        Stage loud = new Stage(rhoW, rhoA, eta, 1 + below(draw, 71, MOST_STEPS));
        Stage quiet = new Stage(rhoW / 3, rhoA / 2, eta / 2, below(draw, 72, MOST_STEPS));
        return new EngineCase(
                setup,
                1 + below(draw, 73, LARGEST_P),
                Target.of(k, q, 2 * draw.uniform(74)),
                new Schedule(List.of(loud, quiet)),
                Philox.at(draw.seed(), 0, 75, 0).low(),
                draw.uniform(80) < 0.5 ? 0 : (long) (draw.uniform(81) * LATEST),
                1 + below(draw, 76, block + MOST_BEYOND),
                wild,
                lumped);
    }

    /// The runs on vectors of so many bits, in plain code for 0.
    Representation chain(int bits) {
        return lumped ? setup.lumped(p, target, bits) : setup.full(target.teacher(p), bits);
    }

    /// All states at their start.
    double[] starts() {
        Representation chain = chain(0);
        double[] states = new double[trials * chain.rows()];
        for (int i = 0; i < trials; i++) {
            chain.start(first + i, states, i * chain.rows());
            if (wild) {
                // ‖a‖ about 10²⁹ … 10³¹; the filter's coordinates come first, the count of steps last
                for (int row = lumped ? 2 : p; row < chain.rows() - 1; row++) {
                    states[i * chain.rows() + row] = 1e30 * Math.scalb(states[i * chain.rows() + row] + 0.1, i % 7 - 3);
                }
            }
            states[(i + 1) * chain.rows() - 1] = begin;
        }
        return states;
    }

    private static int below(Draw draw, int tag, int n) {
        return (int) (draw.uniform(tag) * n);
    }
}
