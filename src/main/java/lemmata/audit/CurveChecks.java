package lemmata.audit;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.Band;
import lemmata.experiment.Cell;
import lemmata.experiment.ConvergenceCurves;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// What experiment.ConvergenceCurves promises of quantiles and of bits, against definitions.
public final class CurveChecks {

    private static final int LARGEST_P = 5;
    private static final int LARGEST_K = 6;
    private static final int POINTS = 4;

    private CurveChecks() {}

    /// S1: of each share, the least number of the sample that at least this share does not exceed; any order, ties.
    public static Check quantiles(Function<double[], Band> quantiles) {
        return draw -> {
            double unit = draw.uniform(51) < 0.5 ? 0 : 0.5;
            double[] sample =
                    Vectors.map(x -> unit == 0 ? x : unit * Math.rint(x / unit) + 0.0, draw.gaussians(50, draw.k()));
            Band band = quantiles.apply(sample.clone());
            return Check.exactly(band.q05() == defined(sample, 5)
                    && band.q25() == defined(sample, 25)
                    && band.median() == defined(sample, 50)
                    && band.q75() == defined(sample, 75)
                    && band.q95() == defined(sample, 95));
        };
    }

    private static double defined(double[] sample, int percent) {
        return Arrays.stream(sample)
                .filter(x -> 100 * Arrays.stream(sample).filter(y -> y <= x).count() >= (long) percent * sample.length)
                .min()
                .orElse(Double.NaN);
    }

    /// Results of a cell at some times.
    @FunctionalInterface
    public interface Recorder {
        /// Of the trials of `curves`.
        List<List<Result>> results(ConvergenceCurves curves, Cell cell, List<Long> times, int threads);
    }

    /// S2: at every time the results are those of a simulation of a schedule that ends there.
    public static Check sameBits(Recorder recorder) {
        return draw -> {
            SimulatedCase drawn = new SimulatedCase(draw);
            Cell cell = cell(drawn);
            List<Long> times = ConvergenceCurves.times(cell.schedule(), POINTS);
            ConvergenceCurves curves = new ConvergenceCurves(drawn.otherBits(), drawn.trials());
            List<List<Result>> found = recorder.results(curves, cell, times, drawn.threads());
            boolean same = found.size() == times.size();
            for (int i = 0; same && i < times.size(); i++) {
                same = found.get(i).equals(simulated(cell, times.get(i), drawn.trials()));
            }
            return Check.exactly(same);
        };
    }

    /// S2: 0, every tenth of a stage, and about as many whole numbers as asked for, the most of them early.
    public static Check times(BiFunction<Schedule, Integer, List<Long>> code) {
        return draw -> {
            Schedule schedule = new SimulatedCase(draw).schedule();
            Schedule longer = new Schedule(schedule.stages().stream()
                    .map(stage -> new Stage(0, 0, 1, stage.steps() * stage.steps() * draw.p() * draw.k()))
                    .toList());
            List<Long> times = code.apply(longer, draw.k());
            long end = longer.steps();
            TreeSet<Long> needed = new TreeSet<>(List.of(0L, end));
            long border = 0;
            for (Stage stage : longer.stages()) {
                for (int tenth = 1; tenth <= 10; tenth++) {
                    needed.add(border + stage.steps() * tenth / 10);
                }
                border += stage.steps();
            }
            long late = times.stream()
                    .filter(t -> 2 * t > end && !needed.contains(t))
                    .count();
            double share = Functions.log(2) / Functions.log(Math.max(2, end));
            boolean ascending = times.equals(List.copyOf(new TreeSet<>(times)));
            return Check.exactly(ascending
                    && times.containsAll(needed)
                    && times.getFirst() == 0
                    && times.getLast() == end
                    && times.size() <= draw.k() + needed.size()
                    && late <= 1 + draw.k() * share);
        };
    }

    /// The lemma code.
    public static List<List<Result>> recorded(ConvergenceCurves curves, Cell cell, List<Long> times, int threads) {
        try {
            return curves.run(cell, times, threads, () -> false).orElseThrow().results();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The same with another schedule or setup than asked for.
    public static Recorder of(Function<Cell, Cell> changed) {
        return (curves, cell, times, threads) -> recorded(curves, changed.apply(cell), times, threads);
    }

    /// The states of trial i mod `period` in place of those of trial i.
    public static Recorder repeating(int period) {
        return (curves, cell, times, threads) -> recorded(curves, cell, times, threads).stream()
                .map(now -> IntStream.range(0, now.size())
                        .mapToObj(i -> {
                            Result other = now.get(i % period);
                            return new Result(i, other.t(), other.taken(), other.state());
                        })
                        .toList())
                .toList();
    }

    private static Cell cell(SimulatedCase drawn) {
        Draw draw = drawn.draw();
        int k = Math.min(draw.k(), LARGEST_K);
        double q = k == 1 ? 1 : k * draw.uniform(39);
        Setup setup = new Setup(
                drawn.method(),
                Reading.POSTER,
                2,
                draw.weights() == Draw.Weights.ZERO ? Start.SPURIOUS : Start.RANDOM,
                draw.uniform(40) < 0.5 ? Generator.SPLITMIX : Generator.PHILOX,
                draw.seed());
        return new Cell(setup, Math.min(draw.p(), LARGEST_P), q, 1, Target.of(k, q, 1), drawn.schedule());
    }

    private static List<Result> simulated(Cell cell, long steps, int trials) {
        Schedule cut = until(cell.schedule(), steps);
        Simulation simulation =
                new Cell(cell.setup(), cell.p(), cell.q(), cell.norm(), cell.target(), cut).simulation(0, 0, trials);
        try {
            simulation.run(1, () -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return simulation.results();
    }

    private static Schedule until(Schedule schedule, long steps) {
        long[] left = {steps};
        return new Schedule(schedule.stages().stream()
                .map(stage -> {
                    long taken = Math.min(left[0], stage.steps());
                    left[0] -= taken;
                    return new Stage(stage.rhoW(), stage.rhoA(), stage.eta(), taken);
                })
                .toList());
    }
}
