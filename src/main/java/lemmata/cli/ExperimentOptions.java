package lemmata.cli;

import lemmata.dynamics.Method;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.experiment.Cell;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what runs.
final class ExperimentOptions {

    @Option(
            names = "--algorithm",
            required = true,
            paramLabel = "gd|pgd|sgd|psgd",
            converter = Choice.OfMethod.class,
            description = "Gradient descent, perturbed, on mini-batches, both.")
    private Method method;

    @Mixin
    private TeacherOptions teacher;

    @Mixin
    private ScheduleOptions schedule;

    @Option(names = "--batch", paramLabel = "B", description = "Fresh inputs per step of sgd and psgd. Default: 1.")
    private @Nullable Integer batch;

    @Option(
            names = "--start",
            paramLabel = "random|spurious",
            converter = Choice.OfStart.class,
            description =
                    "w uniform on the sphere and a in the ball of radius |1ᵀa*|/√k, or (−w*, ā). Default: random.")
    private Start start = Start.RANDOM;

    @Option(
            names = "--reading",
            paramLabel = "A,W",
            converter = ReadingName.class,
            description = "RADIAL or UNIT, with NETWORK, ANGLE or NORMALISED. Default: RADIAL,NETWORK.")
    private Reading reading = Reading.POSTER;

    @Option(names = "--seed", paramLabel = "S", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--generator",
            paramLabel = "splitmix|philox",
            converter = Choice.OfGenerator.class,
            description = "Of all random words. Default: ${DEFAULT-VALUE}.")
    private Generator generator = Generator.SPLITMIX;

    @Mixin
    private EngineOptions engine;

    /// What computes if many trials run.
    EngineOptions engine() {
        return engine;
    }

    /// The exact gradient's algorithm on an engine.
    ///
    /// @throws InvalidField naming an option
    Experiment on(EngineOptions.Chosen chosen) {
        return on(chosen, method.isPerturbed());
    }

    /// The same where noise has a meaning without being drawn: for `gd` alone.
    ///
    /// @throws InvalidField naming an option
    Experiment smoothed(EngineOptions.Chosen chosen) {
        if (method != Method.GD || chosen.kind() != EngineOptions.Kind.PLAIN) {
            throw new InvalidField("gradient", "smoothed is for gd in plain code: leave it out");
        }
        return on(chosen, true);
    }

    private Experiment on(EngineOptions.Chosen chosen, boolean noisy) {
        Target target = teacher.target();
        if (!method.isSampled() && batch != null) {
            throw new InvalidField("batch", "gd and pgd take the exact gradient: leave it out, or choose sgd or psgd");
        }
        Setup setup = new Setup(method, reading, batch == null ? 1 : batch, start, generator, seed);
        Schedule chosenSchedule = schedule.schedule(noisy, reading, teacher.p, target.k());
        return new Experiment(new Cell(setup, teacher.p, teacher.q, teacher.norm, target, chosenSchedule), chosen);
    }
}
