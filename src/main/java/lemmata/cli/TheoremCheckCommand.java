package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lemmata.audit.PromiseRuns;
import lemmata.audit.TheoremCheck;
import lemmata.experiment.SuccessRates;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata theorem check`: one theorem, one configuration, one ruling.
@Command(
        name = "check",
        sortOptions = false,
        description = "Judge one of the two theorems at a configuration: hypotheses, promise, and whether runs agree.",
        footer = {
            "",
            "The promise is looked at from its first step T on, at T, 2T, 4T, … up to --steps or its end. A run",
            "fails that is outside the region at any look. Violated: the failures refute the probability δ, by",
            "an exact interval each end of which errs with 1e-10. The same options give the same bits on any",
            "--threads.",
            "Example: lemmata theorem check --theorem 1 --p 2 --k 1 --q 1 --rho-w 4 --rho-a 0 --eta 3e-3",
            "Exit code: 0; 1 violated; 2 usage; 3 undecided; 4 writing failed; 130 and 143 after SIGINT and",
            "SIGTERM.",
        })
final class TheoremCheckCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;
    private static final int MOST_TRIALS = 1_000_000;
    /// Trial-steps that are run if --steps is not given.
    private static final long BUDGET = 1_000_000_000;

    private static final double NANOS = 1e9;
    /// Seconds between lines where there is no terminal.
    private static final int LINE = 10;

    @Mixin
    private TheoremOptions options;

    @Option(names = "--trials", paramLabel = "N", description = "Number of runs. Default: ${DEFAULT-VALUE}.")
    private int trials = 1000;

    @Option(
            names = "--steps",
            paramLabel = "MOST",
            description = "Of a run, at most. Default: 10⁹ of all runs together.")
    private @Nullable Long steps;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write everything as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TheoremCheck check = InvalidOption.named(spec, this::check);
        long most = steps == null ? BUDGET / trials : steps;
        Optional<PromiseRuns> runs = InvalidOption.named(spec, () -> check.runs(trials, most, SuccessRates.fastBits()));
        try (Interruption interruption = new Interruption()) {
            long begin = System.nanoTime();
            runs.ifPresent(some -> run(check, some, interruption));
            TheoremReport.Effort effort =
                    new TheoremReport.Effort(trials, most, threads, (System.nanoTime() - begin) / NANOS);
            TheoremReport report = new TheoremReport(
                    PrettyJson.command(spec), options, check, check.finding(runs, most), runs, effort);
            if (json != null) {
                OutputFile.write(json, PrettyJson.of(new TheoremTree(report).tree()));
            }
            PrintWriter out = Terminal.out(spec);
            report.lines().forEach(out::println);
            out.flush();
            return runs.isPresent() && !runs.get().isComplete()
                    ? INTERRUPTED
                    : report.finding().ruling().exitCode();
        }
    }

    private TheoremCheck check() {
        TrialOptions.require(
                trials >= 1 && trials <= MOST_TRIALS,
                "trials",
                trials + " is no number of runs: give 1 to " + MOST_TRIALS);
        TrialOptions.require(steps == null || steps >= 1, "steps", steps + " is no number of steps: give at least 1");
        TrialOptions.requireThreads(threads);
        return options.check();
    }

    private void run(TheoremCheck check, PromiseRuns runs, Interruption interruption) {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            clock.scheduleWithFixedDelay(() -> Terminal.progress(line(runs)), 1, 1, TimeUnit.SECONDS);
            clock.scheduleWithFixedDelay(() -> say(line(runs)), LINE, LINE, TimeUnit.SECONDS);
            check.run(runs, threads, interruption::isRequested);
            clock.shutdownNow();
        }
        Terminal.progress("");
        if (!runs.isComplete()) {
            spec.commandLine().getErr().println(line(runs) + ": interrupted");
        }
    }

    private void say(String line) {
        if (!Terminal.isColoured()) {
            spec.commandLine().getErr().println(line);
        }
    }

    private String line(PromiseRuns runs) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% of at most %.3g trial-steps",
                spec.qualifiedName(),
                100 * runs.share(),
                runs.trialSteps() / Math.max(Double.MIN_VALUE, runs.share()));
    }
}
