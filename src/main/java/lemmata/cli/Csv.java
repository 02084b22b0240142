package lemmata.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// A table of numbers as comma-separated values: comments first, then the names of the columns, then the rows.
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> comments, String... columns) {
        comments.forEach(comment -> text.append("# ").append(comment).append('\n'));
        text.append(String.join(",", columns)).append('\n');
    }

    /// Adds a row; numbers are the shortest decimals that read back to the same doubles.
    void row(double... values) {
        text.append(DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining(",")));
        text.append('\n');
    }

    /// Adds a row that begins with words.
    void row(String words, double... values) {
        text.append(words).append(',');
        row(values);
    }

    /// The table.
    String text() {
        return text.toString();
    }
}
