package lemmata.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/// The options that give noise and step size, stage after stage.
final class ScheduleOptions {

    @Option(
            names = "--steps",
            split = ",",
            paramLabel = "T",
            description = "Number of steps; this and the next three: a number, or one per stage, as 1000,500.")
    private List<Long> steps = List.of();

    @Option(names = "--eta", split = ",", paramLabel = "E", converter = RealNumber.class, description = "Step size η.")
    private List<Double> eta = List.of();

    @Option(
            names = "--rho-w",
            split = ",",
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radius ρ_w of the noise on the filter. Default: 0.")
    private List<Double> rhoW = List.of();

    @Option(
            names = "--rho-a",
            split = ",",
            paramLabel = "R",
            converter = RealNumber.class,
            description = "Radius ρ_a of the noise on the output weights. Default: 0.")
    private List<Double> rhoA = List.of();

    @Option(
            names = "--schedule",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Instead: {\"stages\":[{\"rhoW\":…,\"rhoA\":…,\"eta\":…,\"steps\":…},…]}.")
    private @Nullable Path file;

    @Option(names = "--unstable", description = "Accept a step size at which the mean of a grows.")
    private boolean unstable;

    /// The schedule.
    ///
    /// @param noisy whether noise has a meaning for what runs
    /// @throws InvalidField naming an option
    Schedule schedule(boolean noisy, Reading reading, int p, int k) {
        List<Stage> stages = file == null ? stages() : ofFile(file);
        try {
            requireNoNoise(noisy, stages);
            Schedule schedule = new Schedule(stages);
            if (!unstable) {
                requireStable(schedule, reading, p, k);
            }
            return schedule;
        } catch (InvalidField e) {
            throw file == null
                    ? new InvalidField(e.field().replaceFirst("^stages\\[\\d+]\\.", ""), e.remedy())
                    : new InvalidField("schedule", e.getMessage());
        }
    }

    private List<Stage> ofFile(Path path) {
        boolean both = Stream.of(steps, eta, rhoW, rhoA).anyMatch(given -> !given.isEmpty());
        if (both) {
            throw new InvalidField(
                    "schedule", "the stages are in the file: leave out --steps, --eta, --rho-w, --rho-a");
        }
        return ScheduleReader.read(path);
    }

    private List<Stage> stages() {
        if (steps.isEmpty() || eta.isEmpty()) {
            String missing = steps.isEmpty() ? "steps" : "eta";
            throw new InvalidField(missing, "is missing: give it, or --schedule");
        }
        int count = Stream.of(steps, eta, rhoW, rhoA).mapToInt(List::size).max().orElse(1);
        List<Stage> stages = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            stages.add(new Stage(
                    entry("rhoW", rhoW.isEmpty() ? List.of(0.0) : rhoW, s, count),
                    entry("rhoA", rhoA.isEmpty() ? List.of(0.0) : rhoA, s, count),
                    entry("eta", eta, s, count),
                    entry("steps", steps, s, count)));
        }
        return stages;
    }

    private static <T> T entry(String field, List<T> values, int s, int count) {
        if (values.size() != 1 && values.size() != count) {
            throw new InvalidField(
                    field, "has " + values.size() + " numbers, another option " + count + ": give as many, or one");
        }
        return values.get(values.size() == 1 ? 0 : s);
    }

    private static void requireNoNoise(boolean noisy, List<Stage> stages) {
        for (int s = 0; s < stages.size() && !noisy; s++) {
            Stage stage = stages.get(s);
            if (stage.rhoW() > 0 || stage.rhoA() > 0) {
                String field = stage.rhoW() > 0 ? "rhoW" : "rhoA";
                throw new InvalidField(
                        "stages[" + s + "]." + field, "gd and sgd have no noise: leave it out, or choose pgd or psgd");
            }
        }
    }

    private static void requireStable(Schedule schedule, Reading reading, int p, int k) {
        try {
            schedule.requireStable(reading, p, k);
        } catch (InvalidField e) {
            throw new InvalidField(e.field(), e.remedy() + ", or add --unstable");
        }
    }
}
