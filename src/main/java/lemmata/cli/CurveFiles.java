package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Where curves go; null for what is not wanted.
record CurveFiles(
        @Nullable Path svg,
        @Nullable Path png,
        @Nullable Path csv,
        @Nullable Path json) {

    /// All four in a folder: for `curves` the files `curves.svg`, `curves.png`, `curves.csv` and `curves.json`.
    static CurveFiles in(Path folder, String name) {
        return new CurveFiles(
                folder.resolve(name + ".svg"),
                folder.resolve(name + ".png"),
                folder.resolve(name + ".csv"),
                folder.resolve(name + ".json"));
    }

    /// Checks that none is named twice.
    ///
    /// @throws InvalidField naming `svg`
    void check() {
        OutputFile.requireDistinct("svg", svg, png, csv, json);
    }

    /// Writes what is wanted; the picture is made only if it is needed.
    ///
    /// @param command the arguments that the program was called with
    void write(CurveReport report, List<String> command) throws IOException {
        if (csv != null) {
            OutputFile.write(csv, report.csv().text());
        }
        if (json != null) {
            OutputFile.write(json, PrettyJson.of(report.tree(command)));
        }
        if (svg != null || png != null) {
            Headless.prepare();
            Sheet sheet = new CurveFigure(report).sheet();
            if (svg != null) {
                PictureFile.svg(svg, sheet);
            }
            if (png != null) {
                PictureFile.png(png, sheet);
            }
        }
    }
}
