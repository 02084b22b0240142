package lemmata.cli;

import java.nio.file.Path;
import lemmata.experiment.SuccessRates;
import lemmata.model.InvalidField;
import lemmata.rng.Words.Generator;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Option;

/// The options of every study: how many trials, from which draws, and where the result goes.
final class StudyOptions {

    private static final int MOST_THREADS = 1024;
    private static final int MOST_TRIALS = 1 << 30;

    @Option(names = "--trials", paramLabel = "N", description = "Trials of each cell. Default: ${DEFAULT-VALUE}.")
    private int trials = 1000;

    @Option(
            names = "--first-trial",
            paramLabel = "N",
            description = "Number of the first trial, to share trials out; see merge. Default: ${DEFAULT-VALUE}.")
    private long first;

    @Option(
            names = "--norm",
            paramLabel = "N",
            converter = RealNumber.class,
            description = "‖a*‖, on which every rate depends unless q = 0. Default: 1.")
    private double norm = 1;

    @Option(names = "--p", paramLabel = "P", description = "Length of the filter. Default: 6.")
    private int p = SuccessRates.P;

    @Option(names = "--seed", paramLabel = "S", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--generator",
            paramLabel = "splitmix|philox",
            converter = Choice.OfGenerator.class,
            description = "Of all random words. Default: splitmix.")
    private Generator generator = Generator.SPLITMIX;

    @Option(
            names = "--tolerance",
            paramLabel = "TAU",
            converter = RealNumber.class,
            description = "τ of the outcomes, in (0, 1]. Default: 0.01.")
    private double tolerance = 0.01;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write the result for machines; it grows cell by cell.")
    private @Nullable Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write a line per cell, at the end.")
    private @Nullable Path csv;

    @Option(names = "--resume", description = "Go on with the FILE of --json that an interrupted run has left.")
    private boolean resume;

    /// Checks all.
    ///
    /// @throws InvalidField naming an option
    void check() {
        require(
                trials >= 1 && trials <= MOST_TRIALS,
                "trials",
                trials + " is no number of trials: give 1 to " + MOST_TRIALS);
        require(
                first >= 0 && first <= Long.MAX_VALUE - trials,
                "firstTrial",
                first + " is out of range: give 0 or more, trials up to 2^63 in all");
        require(tolerance > 0 && tolerance <= 1, "tolerance", tolerance + " is not in (0, 1]: give such as 0.01");
        require(
                threads >= 1 && threads <= MOST_THREADS,
                "threads",
                threads + " is no number of threads: give 1 to " + MOST_THREADS);
        require(p >= 1 && p <= 1 << 20, "p", p + " is no length of a filter: give 1 to " + (1 << 20));
        require(csv == null || !csv.equals(json), "csv", "the same file as --json: name another");
        require(!resume || json != null, "resume", "goes on with the FILE of --json: give that option");
    }

    private static void require(boolean right, String field, String remedy) {
        if (!right) {
            throw new InvalidField(field, remedy);
        }
    }

    /// What is the same in all cells.
    SuccessRates.Common common() {
        return new SuccessRates.Common(p, norm, generator, seed);
    }

    /// The same as a file has it.
    StudyFile.Parameters parameters() {
        return new StudyFile.Parameters(generator.toString(), seed, first, trials, tolerance, StudyFile.LEVEL);
    }

    int threads() {
        return threads;
    }

    @Nullable
    Path json() {
        return json;
    }

    @Nullable
    Path csv() {
        return csv;
    }

    boolean resume() {
        return resume;
    }
}
