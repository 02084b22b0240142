package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata bench` and `lemmata bench engines`: how fast the engines are here.
@Command(
        name = "bench",
        sortOptions = false,
        synopsisSubcommandLabel = "[engines | smoothing]",
        description = "Measure how fast the engines of P-GD are here (\"engines\", the default).",
        footer = {
            "",
            "First it checks that vectors give the bits of the plain code, and that the textbook loop takes",
            "the steps of the plain code within rounding.",
            "Exit code: 0; 1 an engine is wrong; 2 usage; 4 writing failed."
        })
final class BenchCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "A few seconds instead of a minute, and figures to match.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write every figure as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    /// The command with `engines`, which it also is by itself, and `smoothing`.
    static CommandLine withSubcommands() {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new CommandLine(new BenchCommand()).setCommandName("engines"))
                .addSubcommand(new SmoothingBenchCommand());
    }

    @Override
    public Integer call() throws IOException {
        EngineBench bench = new EngineBench(quick);
        String wrong = bench.wrong();
        if (!wrong.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(spec.qualifiedName() + ": " + wrong
                            + " does not do what the plain code does: nothing is measured");
            return 1;
        }
        EngineBenchReport report = new EngineBenchReport(bench.measure());
        report.lines().forEach(Terminal.out(spec)::println);
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(report.tree(PrettyJson.command(spec))));
        }
        return 0;
    }
}
