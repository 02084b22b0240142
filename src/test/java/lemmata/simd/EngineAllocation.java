package lemmata.simd;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// Prints how many bytes the steps of an engine allocate once they are compiled, in a Java of its own: what the
/// compiler makes of a method depends on what else has run.
final class EngineAllocation {

    private static final int STEPS = 2_000;
    private static final int TRIALS = 32;

    private EngineAllocation() {}

    /// @param args `full`, `lumped`, `batch` or `lumpedBatch`, and how many legs may be run: the compiler works in the
    ///     background, so they are repeated until it is done
    public static void main(String[] args) {
        Engine engine = engine(args[0]);
        double[] states = starts(args[0], engine.rows());
        long least = Long.MAX_VALUE;
        for (int leg = Integer.parseInt(args[1]); leg > 0 && least > 0; leg--) {
            least = Math.min(least, allocated(engine, states.clone()));
        }
        System.out.println(least);
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
