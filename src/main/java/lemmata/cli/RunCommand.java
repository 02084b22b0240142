package lemmata.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `lemmata run`: one run of an algorithm, step by step.
@Command(
        name = "run",
        sortOptions = false,
        description = "Follow one trial of an algorithm: loss, errors, alignment and angle against the step.",
        footer = {
            "",
            "Columns: t, loss, filterError (|w-w*|^2), outputError (|a-a*|^2), alignment (a^T a*), angle (rad).",
            "The numbers of a trial are those of simulate with the same options. One that diverges ends there.",
            "Example: lemmata run --algorithm pgd --p 6 --k 25 --q 1 --eta 0.1 --rho-w 1 --steps 1000 --every 9",
            "Exit code: 0; 2 usage; 4 writing failed.",
        })
final class RunCommand implements Callable<Integer> {

    /// How the rows are written.
    enum Format {
        /// With a line of names first.
        CSV,
        /// A JSON object per line.
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which gradient.
    enum Slope {
        /// That of the algorithm.
        EXACT,
        /// Its mean over the noise.
        SMOOTHED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--trial", paramLabel = "N", description = "Number of the trial. Default: ${DEFAULT-VALUE}.")
    private long trial;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Steps between rows; the first and the last state are always there. Default: 1.")
    private long every = 1;

    @Option(
            names = "--gradient",
            paramLabel = "exact|smoothed",
            converter = Choice.OfSlope.class,
            description = "smoothed: gd takes the mean step of pgd with the noise --rho-w. Default: exact.")
    private Slope slope = Slope.EXACT;

    @Option(
            names = "--format",
            paramLabel = "csv|jsonl",
            converter = Choice.OfFormat.class,
            description = "Default: csv.")
    private Format format = Format.CSV;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write to a file, which appears when all is done, instead of standard output.")
    private @Nullable Path output;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Trajectory trajectory = InvalidOption.named(spec, this::trajectory);
        boolean csv = format == Format.CSV;
        long last = output == null
                ? trajectory.writeTo(buffered(main.out()), every, csv)
                : OutputFile.write(output, out -> trajectory.writeTo(buffered(out), every, csv));
        if (last < trajectory.steps()) {
            spec.commandLine()
                    .getErr()
                    .println("lemmata run: diverged: no step is taken after step " + last + ", where ‖a‖² > 1e60");
        }
        return 0;
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, 1 << 16);
    }

    private Trajectory trajectory() {
        if (every < 1) {
            throw new InvalidField("every", every + " is no number of steps: give at least 1");
        }
        if (trial < 0) {
            throw new InvalidField("trial", trial + " is negative: give the number of a trial");
        }
        EngineOptions.Chosen engine = options.engine().ofOne();
        return slope == Slope.EXACT
                ? Trajectory.exact(options.on(engine), trial)
                : Trajectory.smoothed(options.smoothed(engine), trial);
    }
}
