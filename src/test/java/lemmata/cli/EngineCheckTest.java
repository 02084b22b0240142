package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import lemmata.dynamics.Method;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words.Generator;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;

/// What `bench` checks before it measures: that it accepts the loop and the engines, and refuses wrong ones.
class EngineCheckTest {

    private static final int K = 25;
    private static final Teacher TEACHER = Target.of(K, 1, 1).teacher(Contestant.P);

    @Test
    void theTextbookLoopTakesThePlainStep() {
        assertThat(EngineCheck.sameStep(plain(1), loop(1, 1))).isTrue();
    }

    @Test
    void aLoopThatSlipsIsRefused() {
        assertThat(EngineCheck.sameStep(plain(1), loop(1.2, 1)))
                .as("a larger ball")
                .isFalse();
        assertThat(EngineCheck.sameStep(plain(1), loop(1, 1 + 1e-9)))
                .as("a step longer by a billionth")
                .isFalse();
    }

    @Test
    void enginesAreHeldToTheBits() {
        assertThat(EngineCheck.sameBits(vector(), plain(1))).isTrue();
        assertThat(EngineCheck.sameBits(vector(), plain(2))).as("another seed").isFalse();
    }

    private static Contestant plain(long seed) {
        return contestant("plain", setup(seed).full(TEACHER, 0));
    }

    private static Contestant vector() {
        return contestant("vector", setup(1).full(TEACHER, VectorEngines.machineBits()));
    }

    private static Contestant contestant(String engine, Representation chain) {
        return new Contestant("full", engine, "splitmix", K, chain, TEACHER);
    }

    private static Setup setup(long seed) {
        return new Setup(Method.PGD, Reading.POSTER, 1, Start.RANDOM, Generator.SPLITMIX, seed);
    }

    /// A loop whose radii and steps are so many times as large.
    private static TextbookLoop loop(double radii, double steps) {
        return new TextbookLoop(TEACHER.w(), TEACHER.a(), 1) {
            @Override
            double[] ball(int d, double radius) {
                return super.ball(d, radii * radius);
            }

            @Override
            void step(double[] w, double[] a, double[] xi, double[] epsilon, double eta) {
                super.step(w, a, xi, epsilon, steps * eta);
            }
        };
    }
}
