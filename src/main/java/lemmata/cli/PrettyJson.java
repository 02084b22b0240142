package lemmata.cli;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports for machines: trees of maps and lists as indented JSON.
final class PrettyJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrettyJson() {}

    /// The text, with a line feed at its end.
    static String of(Map<String, ?> tree) {
        return JSON.writeValueAsString(tree) + "\n";
    }

    /// A number; null, which JSON has, in place of infinities and NaN, which it has not.
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /// The arguments that the command was called with, its own name first.
    static List<String> command(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs();
    }
}
