package lemmata.dynamics;

import lemmata.simd.Engine;

/// The plain code of the lumped chain, trial by trial, step by step.
///
/// A state is (c, s, x, y, z, steps taken). **Source.** simd.VectorEngines.
public record PlainLumpedEngine(LumpedChain chain) implements Engine {

    /// Numbers per state.
    public static final int ROWS = 6;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void advance(double[] states, long firstTrial, int count, Leg leg) {
        Stage stage = new Stage(leg.rhoW(), leg.rhoA(), leg.eta(), leg.steps());
        for (int trial = 0; trial < count; trial++) {
            int at = trial * ROWS;
            LumpedState state = state(states, at);
            long t = leg.first();
            while (t < leg.first() + leg.steps()
                    && states[at + ROWS - 1] == t
                    && Divergence.allows(
                            Math.fma(state.x(), state.x(), Math.fma(state.y(), state.y(), state.z() * state.z())))) {
                state = chain.step(state, stage, firstTrial + trial, t);
                t++;
                states[at + ROWS - 1] = t;
            }
            put(state, states, at);
        }
    }

    /// The state at an index of states.
    public static LumpedState state(double[] states, int at) {
        return new LumpedState(states[at], states[at + 1], states[at + 2], states[at + 3], states[at + 4]);
    }

    /// Writes a state to an index of states.
    public static void put(LumpedState state, double[] states, int at) {
        states[at] = state.c();
        states[at + 1] = state.s();
        states[at + 2] = state.x();
        states[at + 3] = state.y();
        states[at + 4] = state.z();
    }
}
