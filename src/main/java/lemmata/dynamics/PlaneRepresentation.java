package lemmata.dynamics;

import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words;
import lemmata.simd.Engine;
import lemmata.simd.VectorEngines;

/// SGD and perturbed SGD as [LumpedBatch].
record PlaneRepresentation(Setup setup, int p, Teacher teacher, int bits) implements Representation {

    PlaneRepresentation(Setup setup, int p, Target target, int bits) {
        this(setup, p, LumpedBatch.plane(target.teacher(1).a()), p == 1 ? 0 : bits);
    }

    @Override
    public boolean isPerturbed() {
        return setup.method().isPerturbed();
    }

    @Override
    public int rows() {
        return teacher.k() + 3;
    }

    @Override
    public void start(long trial, double[] states, int at) {
        plain().put(setup.start().plane(p, teacher.a(), setup.generator(), setup.seed(), trial), states, at);
        states[at + rows() - 1] = 0;
    }

    @Override
    public Engine engine() {
        return bits == 0
                ? plain()
                : VectorEngines.lumpedBatch(
                        bits,
                        p,
                        teacher.a(),
                        setup.batch(),
                        setup.words(Words.LUMPED_INPUTS),
                        setup.words(Words.LUMPED_NOISE));
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
        return bits == 0 ? "lumped plain" : "lumped vector " + bits + " bit";
    }

    @Override
    public long words() {
        return Math.max(LumpedBatch.words(p, teacher.k()), inputWords());
    }

    @Override
    public int abreast() {
        return VectorEngines.FULL_WIDTH;
    }

    @Override
    public long effort() {
        return rows() + p + 2 * inputWords();
    }

    private long inputWords() {
        return setup.batch() * MiniBatchGradient.words(2, teacher.k());
    }

    private PlainEngine plain() {
        LumpedBatch batch = new LumpedBatch(p, teacher.a(), setup.batch(), setup.generator(), setup.seed());
        return new PlainEngine(batch, 2, teacher.k());
    }
}
