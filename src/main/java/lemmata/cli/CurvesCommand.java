package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lemmata.dynamics.Start;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata experiment curves`: how GD, P-GD and SGD converge, or not.
@Command(
        name = "curves",
        sortOptions = false,
        description = {
            "Draw loss, errors, aᵀa* and φ of GD, P-GD and SGD against steps: medians and quantiles over trials,",
            "those of GD by the end to which its runs come. Schedules: those of the table of success rates."
        },
        footer = {
            "",
            "The same options give the same numbers, on any number of threads, and on one machine the same files.",
            "Example: lemmata experiment curves --k 25 --q 1 --png curves.png",
            "Exit code: 0; 2 usage; 4 writing failed, or there is no font; 130 and 143 after SIGINT and SIGTERM.",
        })
final class CurvesCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Mixin
    private CommonOptions cells;

    @Option(names = "--k", paramLabel = "K", description = "Number of patches. Default: ${DEFAULT-VALUE}.")
    private int k = 25;

    @Option(
            names = "--q",
            paramLabel = "Q",
            converter = RealNumber.class,
            description = "(1ᵀa*)²/‖a*‖², from 0 to k. Default: 1.")
    private double q = 1;

    @Option(names = "--trials", paramLabel = "N", description = "Of each algorithm. Default: ${DEFAULT-VALUE}.")
    private int trials = 200;

    @Option(
            names = "--start",
            paramLabel = "random|spurious",
            converter = Choice.OfStart.class,
            description =
                    "w uniform on the sphere and a in the ball of radius |1ᵀa*|/√k, or (−w*, ā). Default: random.")
    private Start start = Start.RANDOM;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--svg", paramLabel = "FILE", converter = OutputFile.class, description = "Draw it as SVG.")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "FILE", converter = OutputFile.class, description = "Draw it as PNG.")
    private @Nullable Path png;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write the numbers behind it.")
    private @Nullable Path csv;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write the numbers, the schedules and how the trials ended.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CurveStudy study = InvalidOption.named(spec, this::study);
        try (Interruption interruption = new Interruption()) {
            Optional<CurveReport> report = study.run(threads, interruption::isRequested);
            if (report.isEmpty()) {
                spec.commandLine().getErr().println(spec.qualifiedName() + ": interrupted, nothing is written");
                return INTERRUPTED;
            }
            new CurveFiles(svg, png, csv, json).write(report.get(), PrettyJson.command(spec));
            PrintWriter out = Terminal.out(spec);
            report.get().lines().forEach(out::println);
            out.flush();
            return 0;
        }
    }

    private CurveStudy study() {
        TrialOptions.requireThreads(threads);
        new CurveFiles(svg, png, csv, json).check();
        return new CurveStudy(cells.common(), k, q, start, trials);
    }
}
