package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that say where a plot goes.
final class PlotFiles {

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

    /// Checks that there is a file, and none twice.
    void check(CommandSpec spec) {
        List<Path> files = Stream.of(svg, png, csv)
                .filter(Objects::nonNull)
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
        if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--svg: nowhere to draw: give --svg, --png or --csv, or several of them");
        }
        if (files.stream().distinct().count() < files.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--svg, --png, --csv: two of them are the same file: name another");
        }
    }

    /// Writes what was asked for; the picture is made only if it is needed.
    void write(Csv table, Supplier<Sheet> sheet) throws IOException {
        if (csv != null) {
            OutputFile.write(csv, table.text());
        }
        if (svg != null || png != null) {
            Headless.prepare();
            Sheet drawn = sheet.get();
            if (svg != null) {
                PictureFile.svg(svg, drawn);
            }
            if (png != null) {
                PictureFile.png(png, drawn);
            }
        }
    }
}
