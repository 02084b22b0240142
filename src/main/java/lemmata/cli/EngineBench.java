package lemmata.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;

/// Speed of the engines of P-GD: rounds in which each takes its turn, so that what disturbs one disturbs all.
final class EngineBench {

    private static final List<Integer> FULL = List.of(25, 100);
    private static final List<Integer> LUMPED = List.of(25, 100, 10_000, 1_000_000);

    /// A multiple of every engine's block.
    private static final int TRIALS = 256;

    /// Seconds in which the just-in-time compiler comes to an end.
    private static final double WARM_UP = 0.5;

    private static final double NANOS = 1e9;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final double seconds;
    private final List<Contestant> contestants = new ArrayList<>();

    /// What came of it.
    ///
    /// @param rates trial-steps per second and core, round by round
    /// @param speedUp of two threads over one by the clock on the wall, round by round; empty but for vectors
    record Result(Contestant contestant, double[] rates, double[] speedUp) {}

    /// @param quick whether the figures may be few and rough
    EngineBench(boolean quick) {
        rounds = quick ? 3 : 9;
        seconds = quick ? 0.02 : 0.1;
        int sizes = quick ? 1 : LUMPED.size();
        FULL.stream().limit(sizes).forEach(k -> add("full", k));
        LUMPED.stream().limit(sizes).forEach(k -> add("lumped", k));
    }

    /// A vector engine stands right before its plain twin.
    private void add(String name, int k) {
        Target target = Target.of(k, 1, 1);
        boolean full = name.equals("full");
        Teacher teacher = (full ? target : Target.of(1, 1, 1)).teacher(Contestant.P);
        int bits = VectorEngines.machineBits();
        for (Generator generator : Generator.values()) {
            Setup setup = new Setup(Method.PGD, Reading.POSTER, 1, Start.RANDOM, generator, Contestant.SEED);
            for (int width : bits == 0 ? List.of(0) : List.of(bits, 0)) {
                Representation chain = full ? setup.full(teacher, width) : setup.lumped(Contestant.P, target, width);
                String engine = width == 0 ? "plain" : "vector";
                contestants.add(new Contestant(name, engine, generator.toString(), k, chain, teacher));
            }
        }
        if (full) {
            Representation plain = contestants.getLast().runs();
            contestants.add(new Contestant(name, "textbook", "mt19937", k, plain, teacher));
        }
    }

    /// All that take part.
    List<Contestant> contestants() {
        return List.copyOf(contestants);
    }

    /// Whether one does what the plain code does.
    boolean isRight(Contestant one) {
        return one.isTextbook()
                ? EngineCheck.sameStep(
                        one, new TextbookLoop(one.teacher().w(), one.teacher().a(), Contestant.SEED))
                : !one.isVector() || EngineCheck.sameBits(one, contestants.get(contestants.indexOf(one) + 1));
    }

    /// The name of the first that does not; empty if there is none.
    String wrong() {
        return contestants.stream()
                .filter(one -> !isRight(one))
                .map(Contestant::name)
                .findFirst()
                .orElse("");
    }

    /// Measures all.
    List<Result> measure() {
        List<Timed> timed = new ArrayList<>();
        for (Contestant one : contestants) {
            Terminal.progress("bench: warming up " + one.name());
            timed.add(new Timed(one));
        }
        for (int round = 0; round < rounds; round++) {
            Terminal.progress("bench: round " + (round + 1) + " of " + rounds);
            for (Timed one : timed) {
                one.measure(round);
            }
        }
        Terminal.progress("");
        return timed.stream()
                .map(one -> new Result(one.contestant, one.rates, one.speedUp))
                .toList();
    }

    /// A contestant whose code is warm.
    private final class Timed {

        private final Contestant contestant;
        private final Engine engine;
        private final Engine second;
        private final double[] starts;
        private final long steps;
        private final double[] rates = new double[rounds];
        private final double[] speedUp;

        Timed(Contestant contestant) {
            this.contestant = contestant;
            engine = contestant.make();
            second = contestant.make();
            starts = contestant.starts(TRIALS);
            speedUp = new double[contestant.isVector() ? rounds : 0];
            long end = System.nanoTime() + (long) (WARM_UP * NANOS);
            long pace = 1;
            do {
                double rate = rate(engine, pace);
                pace = Math.max(1, (long) (seconds * rate / TRIALS));
            } while (System.nanoTime() < end);
            steps = pace;
        }

        private double rate(Engine engine, long steps) {
            double[] states = starts.clone();
            long begin = CLOCK.getCurrentThreadCpuTime();
            engine.advance(states, 0, TRIALS, contestant.leg(steps));
            return TRIALS * steps * NANOS / Math.max(1, CLOCK.getCurrentThreadCpuTime() - begin);
        }

        void measure(int round) {
            long begin = System.nanoTime();
            rates[round] = rate(engine, steps);
            if (speedUp.length > 0) {
                double one = System.nanoTime() - begin;
                speedUp[round] = 2 * one / both();
            }
        }

        /// Nanoseconds from the start of the first to the end of the last of two threads with as much work each.
        private double both() {
            CyclicBarrier start = new CyclicBarrier(2);
            List<FutureTask<long[]>> tasks = Stream.of(engine, second)
                    .map(own -> new FutureTask<>(() -> {
                        start.await();
                        long begin = System.nanoTime();
                        rate(own, steps);
                        return new long[] {begin, System.nanoTime()};
                    }))
                    .toList();
            tasks.forEach(Thread.ofPlatform()::start);
            try {
                long[] one = tasks.getFirst().get();
                long[] other = tasks.getLast().get();
                return Math.max(one[1], other[1]) - Math.min(one[0], other[0]);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
