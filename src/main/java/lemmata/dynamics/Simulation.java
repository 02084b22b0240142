package lemmata.dynamics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.rng.Words;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;

/// Many trials of an algorithm through a schedule: the same bits on any number of threads and after any interruption.
///
/// The trials are cut into chunks, the steps of a chunk into legs; a chunk is with one thread at a time, and what it
/// has come to is published whole after every leg. So everything can be asked for while it runs.
/// **Source.** dynamics.Simulation.
public final class Simulation {

    /// Numbers that a leg touches, about: some milliseconds of work on vectors, a tenth of a second in plain code.
    private static final long LEG = 1L << 20;

    private static final double MOST = 0x1p62;

    private final Representation chain;
    private final Schedule schedule;
    private final int trials;
    private final List<Chunk> chunks = new ArrayList<>();

    /// Trials in a row, and what they have come to.
    private static final class Chunk {
        private final long firstTrial;
        private final int size;
        private volatile Moment now;

        Chunk(long firstTrial, int size, Moment now) {
            this.firstTrial = firstTrial;
            this.size = size;
            this.now = now;
        }
    }

    /// States after t steps; never written to.
    private record Moment(long t, double[] states) {}

    /// @param chain what runs
    /// @param schedule of the noise and the step size; the noise is not looked at unless the chain is perturbed
    /// @param firstTrial number of the first trial
    /// @param trials how many
    /// @throws InvalidField naming `steps` if there are not as many random words, or counts of trials times steps
    public Simulation(Representation chain, Schedule schedule, long firstTrial, int trials) {
        this.chain = chain;
        this.schedule = schedule;
        this.trials = trials;
        requireCountable(chain, schedule, trials);
        for (int from = 0; from < trials; from += chain.abreast()) {
            int size = Math.min(chain.abreast(), trials - from);
            double[] starts = new double[Math.multiplyExact(size, chain.rows())];
            for (int i = 0; i < size; i++) {
                chain.start(firstTrial + from + i, starts, i * chain.rows());
            }
            chunks.add(new Chunk(firstTrial + from, size, new Moment(0, starts)));
        }
    }

    /// Checks that there are random words for all steps, and counts for so many trials of them.
    ///
    /// @throws InvalidField naming `steps`
    public static void requireCountable(Representation chain, Schedule schedule, int trials) {
        double steps = 0;
        for (Stage stage : schedule.stages()) {
            steps += stage.steps();
        }
        if (steps * chain.words() > Words.PER_TRIAL || steps * trials > MOST) {
            throw new InvalidField("steps", "are more than there are random words or counts for: give fewer");
        }
    }

    /// Runs until all steps are taken, `stop` says so, or this thread is interrupted; may be called again.
    ///
    /// @param threads how many work at a time
    /// @param stop asked before every leg
    /// @throws InterruptedException if this thread is interrupted; then no thread is at work any more
    @Statement("dynamics.Simulation/S1")
    public void run(int threads, BooleanSupplier stop) throws InterruptedException {
        run(threads, Long.MAX_VALUE, stop);
    }

    /// The same with at most `most` steps in a leg, at least 1.
    @Statement("dynamics.Simulation/S1")
    public void run(int threads, long most, BooleanSupplier stop) throws InterruptedException {
        advance(schedule.steps(), threads, most, stop);
    }

    /// The same up to step `until` and no further, so that the states there can be looked at; what is beyond it already
    /// stays where it is.
    @Statement("dynamics.Simulation/S1")
    public void runUntil(long until, int threads, BooleanSupplier stop) throws InterruptedException {
        advance(Math.min(until, schedule.steps()), threads, Long.MAX_VALUE, stop);
    }

    private void advance(long until, int threads, long most, BooleanSupplier stop) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            Engine engine = chain.engine();
            for (int i = next.getAndIncrement(); i < chunks.size(); i = next.getAndIncrement()) {
                Chunk chunk = chunks.get(i);
                while (chunk.now.t < until
                        && !stop.getAsBoolean()
                        && !Thread.currentThread().isInterrupted()) {
                    chunk.now = afterLeg(engine, chunk, Math.min(most, until - chunk.now.t));
                }
            }
            return true;
        };
        int workers = Math.max(1, Math.min(threads, chunks.size()));
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (Future<Boolean> worker : pool.invokeAll(Collections.nCopies(workers, work))) {
                worker.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Moment afterLeg(Engine engine, Chunk chunk, long most) {
        long worth = Math.max(1, LEG / (chunk.size * chain.effort()));
        Leg leg = leg(schedule, chain.isPerturbed(), chunk.now.t, Math.min(most, worth));
        double[] states = chunk.now.states.clone();
        engine.advance(states, chunk.firstTrial, chunk.size, leg);
        return new Moment(leg.first() + leg.steps(), states);
    }

    /// The steps from `first` on: as many as lie in one stage, at most `most`.
    public static Leg leg(Schedule schedule, boolean perturbed, long first, long most) {
        long begin = 0;
        for (Stage stage : schedule.stages()) {
            long end = begin + stage.steps();
            if (first < end) {
                double rhoW = perturbed ? stage.rhoW() : 0;
                double rhoA = perturbed ? stage.rhoA() : 0;
                return new Leg(rhoW, rhoA, stage.eta(), first, Math.min(most, end - first));
            }
            begin = end;
        }
        return new Leg(0, 0, 1, first, 0);
    }

    /// Trials times steps that have been taken.
    public long trialSteps() {
        return chunks.stream().mapToLong(chunk -> chunk.now.t * chunk.size).sum();
    }

    /// Trials times steps of the whole run.
    public long allTrialSteps() {
        return schedule.steps() * trials;
    }

    /// Whether all steps are taken.
    public boolean isComplete() {
        return trialSteps() == allTrialSteps();
    }

    /// What a trial has come to.
    ///
    /// @param trial its number
    /// @param t steps of its chunk so far
    /// @param taken steps that it has taken; fewer than t if it has diverged
    /// @param state what decides about it
    public record Result(long trial, long t, long taken, LumpedState state) {}

    /// What all trials have come to, in their order.
    public List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Chunk chunk : chunks) {
            Moment now = chunk.now;
            for (int i = 0; i < chunk.size; i++) {
                int at = i * chain.rows();
                results.add(new Result(
                        chunk.firstTrial + i, now.t, chain.taken(now.states, at), chain.observe(now.states, at)));
            }
        }
        return results;
    }

    /// SHA-256 of all numbers of all states in the order of the trials, as big-endian doubles, −0 as 0, in hexadecimal.
    @Statement("dynamics.Simulation/S2")
    public String digest() {
        MessageDigest digest = sha256();
        for (Chunk chunk : chunks) {
            double[] states = chunk.now.states;
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(states.length, Double.BYTES));
            for (double number : states) {
                bytes.putDouble(number + 0.0);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Writes all states, so that [#restore] can go on from here.
    @Statement("dynamics.Simulation/S3")
    public void save(DataOutput out) throws IOException {
        for (Chunk chunk : chunks) {
            Moment now = chunk.now;
            out.writeLong(now.t);
            for (double number : now.states) {
                out.writeDouble(number);
            }
        }
    }

    /// Reads what [#save] of a simulation with the same chain, schedule and trials has written; not while it runs.
    @Statement("dynamics.Simulation/S3")
    public void restore(DataInput in) throws IOException {
        for (Chunk chunk : chunks) {
            long t = in.readLong();
            double[] states = new double[chunk.now.states.length];
            for (int i = 0; i < states.length; i++) {
                states[i] = in.readDouble();
            }
            chunk.now = new Moment(t, states);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has it
        }
    }
}
