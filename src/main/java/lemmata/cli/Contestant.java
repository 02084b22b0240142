package lemmata.cli;

import lemmata.dynamics.Representation;
import lemmata.dynamics.Stage;
import lemmata.model.Teacher;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.Reading;

/// What `bench engines` measures: an engine of P-GD and its size.
///
/// @param chain `full` or `lumped`
/// @param engine `vector`, `plain` or `textbook`
/// @param generator of its noise
/// @param k number of patches
/// @param runs where its runs start; for the textbook loop those of the plain code
/// @param teacher of the full chain; one patch for the lumped one, which has none
record Contestant(String chain, String engine, String generator, int k, Representation runs, Teacher teacher) {

    /// Length of the filter.
    static final int P = 6;

    static final double RHO_W = 2;
    static final double RHO_A = 1;
    static final long SEED = 20_261_121;
    /// η m₂(π−1+k)/2π; the mean step is stable below 2.
    private static final double STIFFNESS = 0.5;

    /// `full 25 vector splitmix`.
    String name() {
        return String.join(" ", chain, Integer.toString(k), engine, generator);
    }

    boolean isVector() {
        return engine.equals("vector");
    }

    boolean isTextbook() {
        return engine.equals("textbook");
    }

    /// A new engine.
    Engine make() {
        return isTextbook() ? new TextbookLoop(teacher.w(), teacher.a(), SEED) : runs.engine();
    }

    /// Where the first trials start.
    double[] starts(int trials) {
        double[] states = new double[trials * runs.rows()];
        for (int i = 0; i < trials; i++) {
            runs.start(i, states, i * runs.rows());
        }
        return states;
    }

    /// The first steps.
    Leg leg(long steps) {
        return new Leg(RHO_W, RHO_A, eta(), 0, steps);
    }

    double eta() {
        return STIFFNESS / new Stage(RHO_W, RHO_A, 1, 0).stiffness(Reading.POSTER, P, k);
    }
}
