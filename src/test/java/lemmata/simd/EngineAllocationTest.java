package lemmata.simd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Once compiled, a step of the engines allocates nothing: no vector is boxed.
class EngineAllocationTest {

    private static final int STEPS = 2_000;
    private static final int TRIALS = 32;

    /// Less than one boxed vector per fifty steps.
    private static final long MOST_BYTES = 2_048;

    /// Warm-up: the compiler works in the background, so legs are repeated until it is done.
    private static final int MOST_LEGS = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {"full", "lumped", "batch", "lumpedBatch"})
    void stepsAllocateNothing(String kind) {
        assertThat(VectorEngines.isFast())
                .as("registers of 256 bits or more and an optimising compiler: without them vectors are not used")
                .isTrue();
        Engine engine = engine(kind);
        double[] states = starts(kind, engine.rows());
        long least = Long.MAX_VALUE;
        for (int leg = 0; leg < MOST_LEGS && least > MOST_BYTES; leg++) {
            least = Math.min(least, allocated(engine, states.clone()));
        }
        assertThat(least).as("bytes in %d steps of %d trials", STEPS, TRIALS).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static long allocated(Engine engine, double[] states) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Engine.Leg leg = new Engine.Leg(2, 1, 1e-3, 0, STEPS);
        long before = threads.getCurrentThreadAllocatedBytes();
        engine.advance(states, 0, TRIALS, leg);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Engine engine(String kind) {
        int bits = VectorEngines.machineBits();
        Form form = new Form(true, Form.Filter.NETWORK);
        Words noise = new Words(Generator.SPLITMIX, 1, Words.NOISE);
        Words inputs = new Words(Generator.PHILOX, 1, Words.INPUTS);
        double[] wStar = {0.6, 0.8, 0};
        double[] aStar = {0.5, -0.5, 0.5, 0.1, 0.3};
        return switch (kind) {
            case "full" -> VectorEngines.full(bits, wStar, aStar, form, noise);
            case "lumped" -> VectorEngines.lumped(bits, 6, 25, 0.2, 0.9, form, noise);
            case "batch" -> VectorEngines.batch(bits, wStar, aStar, 2, inputs, noise);
            default -> VectorEngines.lumpedBatch(bits, 6, aStar, 2, inputs, noise);
        };
    }

    /// Filters on the sphere, weights anywhere.
    private static double[] starts(String kind, int rows) {
        int p = List.of("full", "batch").contains(kind) ? 3 : 2;
        double[] states = new double[TRIALS * rows];
        for (int i = 0; i < TRIALS; i++) {
            states[i * rows] = 0.8;
            states[i * rows + 1] = 0.6;
            for (int j = p; j < rows - 1; j++) {
                states[i * rows + j] = 0.1 * j;
            }
        }
        return states;
    }
}
