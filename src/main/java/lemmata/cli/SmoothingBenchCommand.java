package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lemmata.smoothing.BallNoise;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lemmata bench smoothing`: how long the smoothed quantities take, and how accurate they are.
@Command(
        name = "smoothing",
        sortOptions = false,
        description = "Measure time and accuracy of κ, h and m₁ over a grid of p, ρ_w and φ.",
        footer = {"", "It judges nothing. Exit code: 0; 2 usage; 4 writing failed."})
final class SmoothingBenchCommand implements Callable<Integer> {

    @Option(
            names = "--p",
            split = ",",
            paramLabel = "P",
            description = "Lengths of the filter, separated by commas. Default: 2,6,100,10000,1000000.")
    private List<Integer> p = List.of(2, 6, 100, 10_000, 1_000_000);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            converter = RealNumber.class,
            description = "How long to measure, the oracles' seconds not counted. Default: 20.")
    private double seconds = 20;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write every point as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(seconds > 0 && seconds < Integer.MAX_VALUE)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds: " + Constant.shown(seconds) + " is no time: give seconds above 0");
        }
        InvalidOption.requireSome(spec, "--p", p);
        InvalidOption.named(
                spec, () -> p.stream().map(length -> new BallNoise(length, 1)).toList());
        SmoothingBenchReport report =
                new SmoothingBenchReport(SmoothingBench.of(p.stream().distinct().toList(), seconds));
        report.lines().forEach(Terminal.out(spec)::println);
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(report.tree(PrettyJson.command(spec))));
        }
        return 0;
    }
}
