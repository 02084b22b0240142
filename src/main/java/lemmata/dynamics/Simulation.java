package lemmata.dynamics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import lemmata.claim.Statement;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;

/// Many trials of an algorithm through a schedule: the same bits on any number of threads and after any interruption.
///
/// The trials are cut into chunks, a chunk's steps into legs; a chunk at a time belongs to one thread.
/// **Source.** dynamics.Simulation.
public final class Simulation {

    /// Trials per chunk: a multiple of every engine's block.
    public static final int CHUNK = 256;

    /// Numbers that a leg touches, about: some hundredths of a second of work.
    private static final long LEG = 1L << 23;

    private final Chain chain;
    private final Schedule schedule;
    private final boolean perturbed;
    private final long firstTrial;
    private final int trials;
    private final List<double[]> states = new ArrayList<>();
    private final long[] done;
    private final AtomicLong trialSteps = new AtomicLong();

    /// @param chain what runs
    /// @param schedule of the noise and the step size; the noise is not looked at unless `perturbed`
    /// @param firstTrial number of the first trial
    /// @param trials how many
    public Simulation(Chain chain, Schedule schedule, boolean perturbed, long firstTrial, int trials) {
        this.chain = chain;
        this.schedule = schedule;
        this.perturbed = perturbed;
        this.firstTrial = firstTrial;
        this.trials = trials;
        this.done = new long[Math.ceilDiv(trials, CHUNK)];
        for (int chunk = 0; chunk < done.length; chunk++) {
            double[] starts = new double[size(chunk) * chain.rows()];
            for (int i = 0; i < size(chunk); i++) {
                chain.start(trial(chunk, i), starts, i * chain.rows());
            }
            states.add(starts);
        }
    }

    /// Runs until all steps are taken or `stop` says so, asked several times a second; may be called again.
    ///
    /// @param threads how many work at a time
    @Statement("dynamics.Simulation/S1")
    public void run(int threads, BooleanSupplier stop) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            Engine engine = chain.engine();
            for (int chunk = next.getAndIncrement(); chunk < done.length; chunk = next.getAndIncrement()) {
                while (done[chunk] < schedule.steps() && !stop.getAsBoolean()) {
                    leg(engine, chunk);
                }
            }
            return true;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Boolean> worker : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
                worker.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    /// The next steps of a chunk, inside one stage.
    private void leg(Engine engine, int chunk) {
        long first = done[chunk];
        long begin = 0;
        for (Stage stage : schedule.stages()) {
            if (first < begin + stage.steps()) {
                long limit = Math.max(1, LEG / ((long) size(chunk) * chain.rows()));
                long steps = Math.min(limit, begin + stage.steps() - first);
                double rhoW = perturbed ? stage.rhoW() : 0;
                double rhoA = perturbed ? stage.rhoA() : 0;
                engine.advance(
                        states.get(chunk),
                        trial(chunk, 0),
                        size(chunk),
                        new Leg(rhoW, rhoA, stage.eta(), first, steps));
                done[chunk] = first + steps;
                trialSteps.addAndGet(steps * size(chunk));
                return;
            }
            begin += stage.steps();
        }
    }

    /// Trials times steps that have been taken.
    public long trialSteps() {
        return trialSteps.get();
    }

    /// Trials times steps of the whole run.
    public long allTrialSteps() {
        return Math.multiplyExact(schedule.steps(), (long) trials);
    }

    /// Whether all steps are taken.
    public boolean isComplete() {
        return trialSteps.get() == allTrialSteps();
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
        for (int chunk = 0; chunk < done.length; chunk++) {
            for (int i = 0; i < size(chunk); i++) {
                int at = i * chain.rows();
                double[] block = states.get(chunk);
                results.add(new Result(
                        trial(chunk, i), done[chunk], chain.taken(block, at), chain.observe(block, at)));
            }
        }
        return results;
    }

    /// SHA-256 of all numbers of all states in the order of the trials, as big-endian doubles, −0 as 0, in hexadecimal.
    @Statement("dynamics.Simulation/S2")
    public String digest() {
        MessageDigest digest = sha256();
        for (double[] block : states) {
            ByteBuffer bytes = ByteBuffer.allocate(block.length * Double.BYTES);
            for (double number : block) {
                bytes.putDouble(number + 0.0);
            }
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Writes all states, so that [#restore] can go on from here.
    @Statement("dynamics.Simulation/S3")
    public void save(DataOutput out) throws IOException {
        for (int chunk = 0; chunk < done.length; chunk++) {
            out.writeLong(done[chunk]);
            for (double number : states.get(chunk)) {
                out.writeDouble(number);
            }
        }
    }

    /// Reads what [#save] of a simulation with the same chain, schedule and trials has written.
    @Statement("dynamics.Simulation/S3")
    public void restore(DataInput in) throws IOException {
        long steps = 0;
        for (int chunk = 0; chunk < done.length; chunk++) {
            done[chunk] = in.readLong();
            double[] block = states.get(chunk);
            for (int i = 0; i < block.length; i++) {
                block[i] = in.readDouble();
            }
            steps += done[chunk] * size(chunk);
        }
        trialSteps.set(steps);
    }

    private long trial(int chunk, int i) {
        return firstTrial + (long) chunk * CHUNK + i;
    }

    private int size(int chunk) {
        return Math.min(CHUNK, trials - chunk * CHUNK);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has it
        }
    }
}
