package lemmata.dynamics;

import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words;
import lemmata.simd.Engine;
import lemmata.simd.VectorEngines;

/// The full algorithms.
record FullRepresentation(Setup setup, Teacher teacher, int bits) implements Representation {

    @Override
    public boolean isPerturbed() {
        return setup.method().isPerturbed();
    }

    @Override
    public int rows() {
        return teacher.p() + teacher.k() + 1;
    }

    @Override
    public void start(long trial, double[] states, int at) {
        plain().put(setup.start().of(teacher, setup.generator(), setup.seed(), trial), states, at);
        states[at + rows() - 1] = 0;
    }

    @Override
    public Engine engine() {
        if (bits == 0) {
            return plain();
        }
        return setup.method().isSampled()
                ? VectorEngines.batch(
                        bits,
                        teacher.w(),
                        teacher.a(),
                        setup.batch(),
                        setup.words(Words.INPUTS),
                        setup.words(Words.NOISE))
                : VectorEngines.full(bits, teacher.w(), teacher.a(), setup.form(), setup.words(Words.NOISE));
    }

    @Override
    public LumpedState observe(double[] states, int at) {
        return LumpedState.of(teacher, plain().student(states, at));
    }

    @Override
    public Target target() {
        return Target.of(teacher);
    }

    @Override
    public String engineName() {
        return bits == 0 ? "plain" : "vector " + bits + " bit";
    }

    @Override
    public long words() {
        return Math.max(PerturbedGradientDescent.words(teacher.p(), teacher.k()), inputWords());
    }

    @Override
    public int abreast() {
        return VectorEngines.FULL_WIDTH;
    }

    @Override
    public long effort() {
        return rows() + 2 * inputWords();
    }

    private long inputWords() {
        return setup.method().isSampled() ? setup.batch() * MiniBatchGradient.words(teacher.p(), teacher.k()) : 0;
    }

    private PlainEngine plain() {
        return new PlainEngine(algorithm(), teacher.p(), teacher.k());
    }

    private Algorithm algorithm() {
        Gradient exact = new PopulationGradient(teacher, setup.reading());
        MiniBatchGradient sampled = new MiniBatchGradient(teacher, setup.batch(), setup.generator(), setup.seed());
        return switch (setup.method()) {
            case GD -> new GradientDescent(exact);
            case PGD -> new PerturbedGradientDescent(exact, setup.generator(), setup.seed());
            case SGD -> new StochasticGradientDescent(sampled);
            case PSGD -> new PerturbedStochasticGradientDescent(sampled);
        };
    }
}
