package lemmata.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.stream.LongStream;
import lemmata.audit.CurveRuns;
import lemmata.dynamics.Method;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;

/// Wrong quantiles, schedules and runs, which the checks of experiment.ConvergenceCurves must reject.
final class CurveMutants {

    private CurveMutants() {}

    static BiFunction<Method, Start, Curve> exchanged(Method method, Method other) {
        return (asked, start) -> ConvergenceCurvesProperties.RUNS.apply(asked == method ? other : asked, start);
    }

    /// P-GD without its last stage.
    static BiFunction<Method, Start, Curve> hot() {
        return with(Method.PGD, (p, target) -> {
            List<Stage> stages = NoiseAnnealing.DEFAULT.schedule(p, target).stages();
            return new Schedule(stages.subList(0, stages.size() - 1));
        });
    }

    /// SGD with a fiftieth of its step sizes, and as many steps.
    static BiFunction<Method, Start, Curve> slow() {
        return with(Method.SGD, new StepSizeAnnealing(1, 0.02, 20, 2, 0));
    }

    static BiFunction<Method, Start, Curve> with(Method method, Recipe recipe) {
        CurveRuns changed = new CurveRuns(
                ConvergenceCurvesProperties.RUNS.seed(),
                ConvergenceCurvesProperties.RUNS.trials(),
                ConvergenceCurvesProperties.RUNS.k(),
                ConvergenceCurvesProperties.RUNS.q(),
                any -> recipe);
        return (asked, start) -> (asked == method ? changed : ConvergenceCurvesProperties.RUNS).apply(asked, start);
    }

    static int rank(int n, int percent) {
        return Math.ceilDiv(n * percent, 100);
    }

    static Function<double[], Band> ranked(IntBinaryOperator rank) {
        return sample -> {
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            return ranked(sorted, rank);
        };
    }

    static Band ranked(double[] sorted, IntBinaryOperator rank) {
        double[] at = Arrays.stream(new int[] {5, 25, 50, 75, 95})
                .mapToDouble(percent -> sorted[Math.min(sorted.length, rank.applyAsInt(sorted.length, percent)) - 1])
                .toArray();
        return new Band(at[0], at[1], at[2], at[3], at[4]);
    }

    static Band interpolated(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double[] at = Arrays.stream(new int[] {5, 25, 50, 75, 95})
                .mapToDouble(percent -> {
                    double place = (sorted.length - 1) * percent / 100.0;
                    int below = (int) place;
                    double above = sorted[Math.min(below + 1, sorted.length - 1)];
                    return sorted[below] + (place - below) * (above - sorted[below]);
                })
                .toArray();
        return new Band(at[0], at[1], at[2], at[3], at[4]);
    }

    static Cell with(Cell cell, Schedule schedule) {
        return new Cell(cell.setup(), cell.p(), cell.q(), cell.norm(), cell.target(), schedule);
    }

    static Schedule silent(Schedule schedule) {
        return new Schedule(schedule.stages().stream()
                .map(stage -> new Stage(0, 0, stage.eta(), stage.steps()))
                .toList());
    }

    /// A step of the first stage given to the second.
    static Schedule shifted(Schedule schedule) {
        List<Stage> stages = schedule.stages();
        Stage first = stages.getFirst();
        Stage second = stages.get(1);
        return first.steps() == 0
                ? schedule
                : Schedule.of(
                        new Stage(first.rhoW(), first.rhoA(), first.eta(), first.steps() - 1),
                        new Stage(second.rhoW(), second.rhoA(), second.eta(), second.steps() + 1),
                        stages.getLast());
    }

    static Cell reseeded(Cell cell) {
        Setup setup = cell.setup();
        Setup other = new Setup(
                setup.method(), setup.reading(), setup.batch(), setup.start(), setup.generator(), setup.seed() + 1);
        return new Cell(other, cell.p(), cell.q(), cell.norm(), cell.target(), cell.schedule());
    }

    static List<Long> equidistant(Schedule schedule, int points) {
        TreeSet<Long> times = new TreeSet<>(ConvergenceCurves.times(schedule, 1));
        LongStream.range(0, points).forEach(i -> times.add(schedule.steps() * i / points));
        return List.copyOf(times);
    }

    /// The ends of stages.
    static List<Long> ends(Schedule schedule) {
        List<Long> ends = new ArrayList<>();
        long end = 0;
        for (Stage stage : schedule.stages()) {
            end += stage.steps();
            ends.add(end);
        }
        return ends;
    }
}
