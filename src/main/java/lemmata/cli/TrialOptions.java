package lemmata.cli;

import lemmata.model.InvalidField;
import picocli.CommandLine.Option;

/// The options that say how many trials run, which, on how many threads, and what counts as an end.
final class TrialOptions {

    private static final int MOST_THREADS = 1024;

    @Option(names = "--trials", paramLabel = "N", description = "Number of trials. Default: ${DEFAULT-VALUE}.")
    private int trials = 1000;

    @Option(
            names = "--first-trial",
            paramLabel = "N",
            description = "Number of the first trial, to share trials out. Default: ${DEFAULT-VALUE}.")
    private long first;

    @Option(
            names = "--tolerance",
            paramLabel = "TAU",
            converter = RealNumber.class,
            description = "τ of the outcomes, in (0, 1]. Default: 0.01.")
    private double tolerance = 0.01;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /// Checks all.
    ///
    /// @throws InvalidField naming an option
    void check() {
        require(trials >= 1, "trials", trials + " is no number of trials: give at least 1");
        require(
                first >= 0 && first <= Long.MAX_VALUE - trials,
                "firstTrial",
                first + " is out of range: give 0 or more, trials up to 2^63 in all");
        require(tolerance > 0 && tolerance <= 1, "tolerance", tolerance + " is not in (0, 1]: give such as 0.01");
        requireThreads(threads);
    }

    /// Checks a number of threads.
    ///
    /// @throws InvalidField naming `threads`
    static void requireThreads(int threads) {
        require(
                threads >= 1 && threads <= MOST_THREADS,
                "threads",
                threads + " is no number of threads: give 1 to " + MOST_THREADS);
    }

    /// Complains unless all is well.
    ///
    /// @throws InvalidField naming the field
    static void require(boolean right, String field, String remedy) {
        if (!right) {
            throw new InvalidField(field, remedy);
        }
    }

    int trials() {
        return trials;
    }

    long first() {
        return first;
    }

    double tolerance() {
        return tolerance;
    }

    int threads() {
        return threads;
    }
}
