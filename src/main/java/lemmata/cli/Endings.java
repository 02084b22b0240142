package lemmata.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.model.Target;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How the trials of a simulation have ended, as far as they have.
final class Endings {

    private final Target target;
    private final long steps;
    private final double tolerance;
    private final List<Result> finished;
    private final int trials;

    /// @param steps of the whole schedule
    /// @param tolerance τ of the outcomes
    Endings(Simulation simulation, Target target, long steps, double tolerance) {
        this.target = target;
        this.steps = steps;
        this.tolerance = tolerance;
        List<Result> all = simulation.results();
        this.trials = all.size();
        this.finished = all.stream().filter(result -> result.t() == steps).toList();
    }

    /// Number of trials that have taken all their steps or have diverged by then.
    int finished() {
        return finished.size();
    }

    /// Number of the others.
    int unfinished() {
        return trials - finished.size();
    }

    private Outcome outcome(Result result) {
        return Outcome.of(target, result.state(), result.taken(), steps, tolerance);
    }

    private Observation last(Result result) {
        return Observation.of(target, result.state(), result.taken());
    }

    /// How many ended in each way.
    Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        Stream.of(Outcome.values()).forEach(outcome -> counts.put(outcome, 0));
        finished.forEach(result -> counts.merge(outcome(result), 1, Integer::sum));
        return counts;
    }

    /// The first trial that diverged; null if none did.
    @Nullable
    Result firstDiverged() {
        return finished.stream()
                .filter(result -> result.taken() < steps)
                .findFirst()
                .orElse(null);
    }

    /// Medians over the trials, by the names of the columns; empty if no trial is finished.
    Map<String, Double> medians() {
        Map<String, Double> medians = new LinkedHashMap<>();
        if (!finished.isEmpty()) {
            medians.put("loss", median(Observation::loss));
            medians.put("filterError", median(Observation::filterError));
            medians.put("outputError", median(Observation::outputError));
            medians.put("angle", median(Observation::angle));
        }
        return medians;
    }

    private double median(ToDoubleFunction<Observation> number) {
        double[] values = finished.stream()
                .mapToDouble(result -> number.applyAsDouble(last(result)))
                .toArray();
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// A line per finished trial as comma-separated values, the names first; numbers read back to the same doubles.
    Stream<String> csv() {
        return Stream.concat(
                Stream.of("trial,outcome,steps,loss,filterError,outputError,alignment,angle"),
                finished.stream().map(this::row));
    }

    private String row(Result result) {
        Observation last = last(result);
        return result.trial() + "," + outcome(result) + "," + last.t() + "," + last.loss() + "," + last.filterError()
                + "," + last.outputError() + "," + last.alignment() + "," + last.angle();
    }
}
