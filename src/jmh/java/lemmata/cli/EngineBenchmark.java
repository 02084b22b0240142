package lemmata.cli;

import java.util.concurrent.TimeUnit;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Trial-steps of P-GD per second: vector engines, their plain twins, a textbook loop, p = 6; one operation is a step
/// of a trial. Each is checked before it is measured.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {

    private static final int TRIALS = 256;
    private static final int STEPS = 100;

    /// Representation, k, engine and generator.
    @Param({
        "full 25 vector splitmix",
        "full 25 vector philox",
        "full 25 plain splitmix",
        "full 25 plain philox",
        "full 25 textbook mt19937",
        "full 100 vector splitmix",
        "full 100 vector philox",
        "full 100 plain splitmix",
        "full 100 plain philox",
        "full 100 textbook mt19937",
        "lumped 25 vector splitmix",
        "lumped 25 vector philox",
        "lumped 25 plain splitmix",
        "lumped 25 plain philox",
        "lumped 100 vector splitmix",
        "lumped 10000 vector splitmix",
        "lumped 1000000 vector splitmix",
        "lumped 1000000 vector philox",
    })
    public String contestant = "";

    private Contestant one;
    private Engine engine;
    private double[] starts;
    private double[] states;
    private Leg leg;

    /// @throws IllegalStateException if the engine does not do what the plain code does
    @Setup
    public void check() {
        EngineBench bench = new EngineBench(false);
        one = bench.contestants().stream()
                .filter(each -> each.name().equals(contestant))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + contestant));
        if (!bench.isRight(one)) {
            throw new IllegalStateException(contestant + " does not do what the plain code does");
        }
        engine = one.make();
        starts = one.starts(TRIALS);
        states = starts.clone();
        leg = one.leg(STEPS);
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS * STEPS)
    public double[] steps() {
        System.arraycopy(starts, 0, states, 0, starts.length);
        engine.advance(states, 0, TRIALS, leg);
        return states;
    }
}
