package lemmata.dynamics;

import lemmata.model.Target;
import lemmata.rng.Words;
import lemmata.simd.Engine;
import lemmata.simd.VectorEngines;

/// GD and P-GD as the lumped chain.
record LumpedRepresentation(Setup setup, int p, Target target, int bits) implements Representation {

    /// Fewer patches than this run in the plain code.
    private static final int LEAST_K = 4;

    @Override
    public boolean isPerturbed() {
        return setup.method().isPerturbed();
    }

    @Override
    public int rows() {
        return PlainLumpedEngine.ROWS;
    }

    @Override
    public void start(long trial, double[] states, int at) {
        LumpedState state = setup.start().lumped(p, target, setup.generator(), setup.seed(), trial);
        PlainLumpedEngine.put(state, states, at);
        states[at + rows() - 1] = 0;
    }

    @Override
    public Engine engine() {
        return isPlain()
                ? new PlainLumpedEngine(new LumpedChain(p, target, setup.reading(), setup.generator(), setup.seed()))
                : VectorEngines.lumped(
                        bits,
                        p,
                        target.k(),
                        target.along(),
                        target.across(),
                        setup.form(),
                        setup.words(Words.LUMPED_NOISE));
    }

    @Override
    public int bits() {
        return isPlain() ? 0 : bits;
    }

    @Override
    public long words() {
        return LumpedChain.WORDS;
    }

    @Override
    public int abreast() {
        return VectorEngines.LUMPED_WIDTH;
    }

    private boolean isPlain() {
        return bits == 0 || p == 1 || target.k() < LEAST_K;
    }

    @Override
    public LumpedState observe(double[] states, int at) {
        return PlainLumpedEngine.state(states, at);
    }

    @Override
    public String engineName() {
        return isPlain() ? "lumped plain" : "lumped vector " + bits + " bit";
    }
}
