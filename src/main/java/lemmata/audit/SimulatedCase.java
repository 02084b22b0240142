package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import lemmata.dynamics.Method;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;

/// A drawn simulation, small: up to 70 trials of up to 12 steps in three stages, and the states that it must come to.
///
/// The kinds of a draw decide: its weights of all zeros about a start at the spurious point, a target with 1ᵀa* = 0
/// about random starts with a = ±0, its seed about algorithm, representation and width.
///
/// @param draw the case
record SimulatedCase(Draw draw) {

    private static final int LARGEST_P = 5;
    private static final int LARGEST_K = 6;
    private static final int TRIALS = 70;
    /// One case in this many runs on vectors: new engines are slow.
    private static final int VECTORS = 16;

    Method method() {
        return Method.values()[below(4, 31)];
    }

    long firstTrial() {
        return below(1000, 32);
    }

    int trials() {
        return 1 + below(TRIALS, 33);
    }

    int threads() {
        return 1 + below(3, 34);
    }

    /// Steps per leg, at most.
    long leg() {
        return 1 + below(5, 35);
    }

    /// The schedule; steps may be 0.
    Schedule schedule() {
        List<Stage> stages = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            stages.add(new Stage(1.0 / (1 + s), 0.5 / (1 + s), 0.1 / (1 + s), below(5, 36 + s)));
        }
        return new Schedule(stages);
    }

    /// In plain code, or on vectors of `bits`; of the full algorithm or lumped.
    Representation chain(int bits) {
        int p = Math.min(draw.p(), LARGEST_P);
        int k = Math.min(draw.k(), LARGEST_K);
        double q = draw.target() == Draw.Target.SUM_ZERO ? 0 : k * draw.uniform(39);
        Target target = Target.of(k, k == 1 ? 1 : q, 1);
        Setup setup = new Setup(
                method(),
                Reading.POSTER,
                2,
                draw.weights() == Draw.Weights.ZERO ? Start.SPURIOUS : Start.RANDOM,
                Generator.values()[below(2, 40)],
                draw.seed());
        return below(2, 41) == 0 ? setup.lumped(p, target, bits) : setup.full(target.teacher(p), bits);
    }

    /// The width of another engine: mostly 0, plain code.
    int otherBits() {
        List<Integer> widths = VectorEngines.widths();
        return widths.isEmpty() || below(VECTORS, 42) > 0 ? 0 : widths.get(below(widths.size(), 43));
    }

    /// The simulation, at its start.
    Simulation simulation(Representation chain) {
        return new Simulation(chain, schedule(), firstTrial(), trials());
    }

    /// The states by definition: trial after trial, step after step in the plain code.
    List<double[]> states() {
        Representation chain = chain(0);
        Engine engine = chain.engine();
        List<double[]> states = new ArrayList<>();
        for (long trial = firstTrial(); trial < firstTrial() + trials(); trial++) {
            double[] state = new double[chain.rows()];
            chain.start(trial, state, 0);
            long t = 0;
            for (Stage stage : schedule().stages()) {
                for (long end = t + stage.steps(); t < end; t++) {
                    double share = method().isPerturbed() ? 1 : 0;
                    engine.advance(
                            state,
                            trial,
                            1,
                            new Engine.Leg(share * stage.rhoW(), share * stage.rhoA(), stage.eta(), t, 1));
                }
            }
            states.add(state);
        }
        return states;
    }

    private int below(int bound, int tag) {
        return (int) (draw.uniform(tag) * bound);
    }
}
