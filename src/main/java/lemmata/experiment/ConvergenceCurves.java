package lemmata.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import lemmata.claim.Statement;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.num.Functions;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;

/// The poster's "Empirical Convergence": trials of a cell, looked at on their way. [Paths#curves] makes curves of them.
///
/// The trials 0, 1, … run as the lumped chain, and their bits are those of [Simulation].
/// **Source.** experiment.ConvergenceCurves.
///
/// @param bits width of the vectors that run, 0 for plain code
/// @param trials how many
public record ConvergenceCurves(int bits, int trials) {

    /// Most trials, whose states at some 300 times take less than half a gigabyte.
    public static final int MOST_TRIALS = 10_000;

    /// Times of a curve in geometric progression, about.
    public static final int POINTS = 200;

    /// Times in every stage, evenly; the last is its end.
    private static final int LOOKS = 10;

    /// When to look: 0, about `points` whole numbers of steps in geometric progression, every tenth of a stage.
    @Statement("experiment.ConvergenceCurves/S2")
    public static List<Long> times(Schedule schedule, int points) {
        TreeSet<Long> times = new TreeSet<>();
        times.add(0L);
        long border = 0;
        for (Stage stage : schedule.stages()) {
            for (int i = 1; i <= LOOKS; i++) {
                times.add(border + stage.steps() * i / LOOKS);
            }
            border += stage.steps();
        }
        double decades = Functions.log(Math.max(1, border));
        for (int i = 0; i < points; i++) {
            times.add(Math.min(border, Math.round(Functions.exp(decades * i / points))));
        }
        return List.copyOf(times);
    }

    /// v = (η/2π)² m₂² ρ_a² tr M²/(k+2): at least this is E‖a − a*‖² after a step of P-GD from any point, under RADIAL.
    ///
    /// 0 without noise on a; not 0 at the optimum, however long P-GD runs. **Accuracy.** 20u relative.
    @Statement("experiment.ConvergenceCurves/S5")
    public static double unrest(Stage stage, int p, int k) {
        double top = Math.PI - 1 + k;
        double squares = top * top + (k - 1) * (Math.PI - 1) * (Math.PI - 1);
        double m2 = 1 + stage.rhoW() * stage.rhoW() * (p / (p + 2.0));
        double size = stage.eta() / (2 * Math.PI) * m2 * stage.rhoA();
        return size * size * squares / (k + 2.0);
    }

    /// Runs the trials of a cell; empty if they were stopped.
    ///
    /// @param times when to look, ascending, at most all steps
    /// @param stop asked before every leg
    /// @throws InterruptedException if this thread is interrupted
    @Statement("experiment.ConvergenceCurves/S2")
    public Optional<Paths> run(Cell cell, List<Long> times, int threads, BooleanSupplier stop)
            throws InterruptedException {
        Representation chain = cell.setup().lumped(cell.p(), cell.target(), bits);
        Simulation.requireCountable(chain, cell.schedule(), trials);
        List<Callable<List<List<Result>>>> work = new ArrayList<>();
        for (int from = 0; from < trials; from += chain.abreast()) {
            Chunk chunk = new Chunk(chain, cell.schedule(), from, Math.min(chain.abreast(), trials - from));
            work.add(() -> chunk.run(times, stop));
        }
        List<List<Result>> all = new ArrayList<>();
        times.forEach(t -> all.add(new ArrayList<>()));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<List<List<Result>>> chunk : pool.invokeAll(work)) {
                List<List<Result>> part = chunk.get();
                if (part.size() < times.size()) {
                    return Optional.empty();
                }
                for (int i = 0; i < part.size(); i++) {
                    all.get(i).addAll(part.get(i));
                }
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
        return Optional.of(new Paths(cell, times, all));
    }

    /// Trials in a row, which one thread runs.
    private record Chunk(Representation chain, Schedule schedule, long first, int size) {

        /// What they have come to at the times, or at the first few of them if they were stopped.
        List<List<Result>> run(List<Long> times, BooleanSupplier stop) {
            Engine engine = chain.engine();
            double[] states = new double[size * chain.rows()];
            for (int i = 0; i < size; i++) {
                chain.start(first + i, states, i * chain.rows());
            }
            List<List<Result>> seen = new ArrayList<>();
            long t = 0;
            for (long until : times) {
                while (t < until) {
                    if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                        return seen;
                    }
                    Leg leg = Simulation.leg(schedule, chain.isPerturbed(), t, until - t);
                    engine.advance(states, first, size, leg);
                    t += leg.steps();
                }
                seen.add(results(states, t));
            }
            return seen;
        }

        private List<Result> results(double[] states, long t) {
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int at = i * chain.rows();
                results.add(new Result(first + i, t, chain.taken(states, at), chain.observe(states, at)));
            }
            return results;
        }
    }
}
