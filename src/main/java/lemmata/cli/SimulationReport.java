package lemmata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.experiment.BinomialInterval;

/// What `simulate` found, as text for people and as a tree for machines.
///
/// @param experiment what ran
/// @param shard which trials, and how
/// @param simulation with the states
/// @param endings of the trials
/// @param seconds it took
record SimulationReport(Experiment experiment, Shard shard, Simulation simulation, Endings endings, double seconds) {

    private static final double LEVEL = 0.95;

    /// Which trials run, and how.
    ///
    /// @param first number of the first trial
    /// @param trials how many
    /// @param tolerance τ of the outcomes
    /// @param threads how many work
    record Shard(long first, int trials, double tolerance, int threads) {}

    /// The text, a line each.
    List<String> lines() {
        List<String> lines = new ArrayList<>(CellReport.lines(experiment.cell()));
        lines.add(String.format(
                Locale.ROOT,
                "%d trials from %d on, seed %d, %s; engine: %s, threads: %d",
                shard.trials,
                shard.first,
                experiment.setup().seed(),
                experiment.setup().generator(),
                experiment.chain().engineName(),
                shard.threads));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "%-12s %9s %9s   95 %% interval (Clopper-Pearson, each)", "outcome", "trials", "share"));
        endings.counts().forEach((outcome, count) -> lines.add(line(outcome.toString(), count)));
        if (endings.unfinished() > 0) {
            lines.add(String.format(Locale.ROOT, "%-12s %9d   not counted above", "unfinished", endings.unfinished()));
        }
        Result diverged = endings.firstDiverged();
        if (diverged != null) {
            lines.add("first diverged: trial " + diverged.trial() + " after " + diverged.taken() + " steps");
        }
        Map<String, Double> medians = endings.medians();
        if (!medians.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "median at the end: loss %.4g, ‖w−w*‖² %.4g, ‖a−a*‖² %.4g, φ %.4g",
                    medians.get("loss"),
                    medians.get("filterError"),
                    medians.get("outputError"),
                    medians.get("angle")));
        }
        lines.add("");
        lines.add("digest: " + (simulation.isComplete() ? simulation.digest() : "none, since not all steps are taken"));
        double steps = simulation.trialSteps();
        lines.add(String.format(
                Locale.ROOT, "%.4g trial-steps in %.3g s: %.3g per second", steps, seconds, steps / seconds));
        return lines;
    }

    private String line(String name, int count) {
        int n = endings.finished();
        if (n == 0) {
            return String.format(Locale.ROOT, "%-12s %9d", name, count);
        }
        BinomialInterval interval = BinomialInterval.of(count, n, LEVEL);
        return String.format(
                Locale.ROOT,
                "%-12s %9d %7.2f %%   %.2f … %.2f %%",
                name,
                count,
                100.0 * count / n,
                100 * interval.low(),
                100 * interval.high());
    }

    /// The tree: parameters, then what came of them. But for engine, threads and seconds it is the same on any machine.
    Map<String, Object> tree(List<String> command) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "lemmata-simulate/1");
        root.put("version", Version.current());
        root.put("command", command);
        root.put("parameters", parameters());
        root.put("complete", simulation.isComplete());
        Map<String, Object> outcomes = new LinkedHashMap<>();
        Map<String, Object> intervals = new LinkedHashMap<>();
        int n = endings.finished();
        for (Map.Entry<Outcome, Integer> each : endings.counts().entrySet()) {
            outcomes.put(each.getKey().toString(), each.getValue());
            if (n > 0) {
                BinomialInterval interval = BinomialInterval.of(each.getValue(), n, LEVEL);
                intervals.put(each.getKey().toString(), List.of(interval.low(), interval.high()));
            }
        }
        if (!simulation.isComplete()) {
            outcomes.put("unfinished", endings.unfinished());
        }
        root.put("outcomes", outcomes);
        root.put("level", LEVEL);
        root.put("intervals", intervals);
        Result diverged = endings.firstDiverged();
        if (diverged != null) {
            root.put("firstDiverged", Map.of("trial", diverged.trial(), "steps", diverged.taken()));
        }
        root.put("medians", endings.medians());
        root.put("digest", simulation.isComplete() ? simulation.digest() : null);
        root.put("trialSteps", simulation.trialSteps());
        root.put("seconds", seconds);
        return root;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = identity(experiment, shard);
        parameters.put("tolerance", shard.tolerance);
        parameters.put("engine", experiment.engine().kind().toString());
        parameters.put("bits", experiment.chain().bits());
        parameters.put("threads", shard.threads);
        return parameters;
    }

    /// All that the states depend on, by name.
    static Map<String, Object> identity(Experiment experiment, Shard shard) {
        Map<String, Object> identity = experiment.identity();
        identity.put("firstTrial", shard.first);
        identity.put("trials", shard.trials);
        return identity;
    }
}
