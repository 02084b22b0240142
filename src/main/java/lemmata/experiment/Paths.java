package lemmata.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lemmata.claim.Statement;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;

/// What trials of a cell have come to at some times. **Source.** experiment.ConvergenceCurves/S2.
///
/// @param cell what ran
/// @param times steps taken, ascending
/// @param results for each time, of all trials in their order
public record Paths(Cell cell, List<Long> times, List<List<Result>> results) {

    /// How the trials ended.
    public Tally tally(double tolerance) {
        return Tally.of(cell.target(), results.getLast(), cell.schedule().steps(), tolerance);
    }

    /// The curve of all trials; for gradient descent also one for each outcome that came up.
    ///
    /// @param tolerance τ of the outcomes
    public List<Curve> curves(double tolerance) {
        List<Curve> curves = new ArrayList<>();
        curves.add(all());
        if (cell.setup().method() == Method.GD) {
            List<Outcome> ends = results.getLast().stream()
                    .map(end -> Outcome.of(
                            cell.target(),
                            end.state(),
                            end.taken(),
                            cell.schedule().steps(),
                            tolerance))
                    .toList();
            for (Outcome outcome : Outcome.values()) {
                if (ends.contains(outcome)) {
                    curves.add(curve(outcome.toString(), i -> ends.get(i) == outcome));
                }
            }
        }
        return curves;
    }

    /// The curve of all trials.
    @Statement({"experiment.ConvergenceCurves/S3", "experiment.ConvergenceCurves/S4", "experiment.ConvergenceCurves/S5"
    })
    public Curve all() {
        return curve(Curve.ALL, i -> true);
    }

    private Curve curve(String group, IntPredicate chosen) {
        List<Curve.Moment> moments = new ArrayList<>();
        int[] trials =
                IntStream.range(0, results.getFirst().size()).filter(chosen).toArray();
        for (int m = 0; m < times.size(); m++) {
            List<Result> now = results.get(m);
            Observation[] seen = Arrays.stream(trials)
                    .mapToObj(i -> Observation.of(
                            cell.target(), now.get(i).state(), now.get(i).taken()))
                    .toArray(Observation[]::new);
            List<Band> bands = Arrays.stream(Observable.values())
                    .map(what ->
                            Band.of(Arrays.stream(seen).mapToDouble(what::of).toArray()))
                    .toList();
            moments.add(new Curve.Moment(times.get(m), time(cell.schedule(), times.get(m)), bands));
        }
        return new Curve(group, cell, trials.length, moments);
    }

    /// Sum of the step sizes of the first steps.
    private static double time(Schedule schedule, long steps) {
        double time = 0;
        long left = steps;
        for (Stage stage : schedule.stages()) {
            long taken = Math.min(left, stage.steps());
            time = Math.fma(stage.eta(), taken, time);
            left -= taken;
        }
        return time;
    }
}
