package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lemmata.dynamics.Simulation;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A simulation on its way: it says how far it is, and is saved at the beginning, now and then, and when it is stopped.
final class Session {

    private static final double NANOS = 1e9;
    /// Seconds between lines where there is no terminal, and between two savings; these also rest fifty times as long
    /// as one takes.
    private static final double LINE = 10;

    private static final double SAVING = 15;
    private static final double REST = 50;

    private final Simulation simulation;
    private final @Nullable Checkpoint checkpoint;
    private final PrintWriter err;
    private final double before;
    private final long begin = System.nanoTime();
    private final long stepsBefore;
    private double nextLine = LINE;
    private double nextSaving = SAVING;
    private volatile @Nullable IOException failure;

    /// @param checkpoint null if nothing is saved
    /// @param before seconds of earlier sessions
    Session(Simulation simulation, @Nullable Checkpoint checkpoint, PrintWriter err, double before) {
        this.simulation = simulation;
        this.checkpoint = checkpoint;
        this.err = err;
        this.before = before;
        this.stepsBefore = simulation.trialSteps();
    }

    /// Seconds of all sessions.
    double seconds() {
        return before + elapsed();
    }

    private double elapsed() {
        return (System.nanoTime() - begin) / NANOS;
    }

    /// Runs to the end, or until `stop` says so or the thread is interrupted; then it is saved.
    ///
    /// @throws IOException if it cannot be saved
    void run(int threads, BooleanSupplier stop) throws IOException {
        save();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
            simulation.run(threads, () -> failure != null || stop.getAsBoolean());
        } catch (InterruptedException e) {
            nextSaving = 0; // asked to stop: what follows is the same as if by a signal
        }
        Terminal.progress("");
        if (failure != null) {
            throw failure;
        }
        if (!simulation.isComplete()) {
            save();
        }
    }

    private void tick() {
        try {
            if (elapsed() >= nextSaving) {
                double start = elapsed();
                save();
                nextSaving = elapsed() + Math.max(SAVING, REST * (elapsed() - start));
            }
            Terminal.progress(line());
            if (elapsed() >= nextLine) {
                nextLine += LINE;
                if (!Terminal.isColoured()) {
                    err.println(line());
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new IOException(e);
        }
    }

    private void save() throws IOException {
        if (checkpoint != null) {
            checkpoint.write(simulation, seconds());
        }
    }

    private String line() {
        double done = simulation.trialSteps();
        double rate = (done - stepsBefore) / elapsed();
        double all = simulation.allTrialSteps();
        return String.format(
                Locale.ROOT,
                "lemmata simulate: %.1f %% of %.3g trial-steps, %.3g per second, %s left",
                100 * done / all,
                all,
                rate,
                rate > 0 ? span((all - done) / rate) : "?");
    }

    private static String span(double seconds) {
        long whole = Math.round(seconds);
        return whole < 100
                ? whole + " s"
                : whole < 6000 ? whole / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
