package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The small machinery under the commands: lines of a stream, wrapped text, nearest ids.
class TextTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void linesAreFoundHoweverTheStreamIsCut(int piece) throws IOException {
        assertThat(lines("a\n\nbcdef\ngh", piece)).containsExactly("1:a", "2:", "3:bcdef", "4:gh");
        assertThat(lines("a\n", piece)).containsExactly("1:a");
        assertThat(lines("\n", piece)).containsExactly("1:");
        assertThat(lines("", piece)).isEmpty();
        assertThat(lines("x".repeat(100) + "\nb\n" + "y".repeat(300), piece)).startsWith("1:" + "x".repeat(100), "2:b");
    }

    @Test
    void aLineOverTheLimitIsSkippedToItsEnd() throws IOException {
        String big = "x".repeat(1 << 20);
        assertThat(lines("a\n" + big + "\nb\n" + big, 1 << 14))
                .containsExactly("1:a", "2 too long", "3:b", "4 too long");
    }

    private static List<String> lines(String text, int piece) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, piece));
            }
        };
        List<String> found = new ArrayList<>();
        Lines lines = new Lines(in, () -> {}, 1 << 17);
        while (lines.next()) {
            String line = new String(lines.buffer(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
            found.add(lines.number() + (lines.isTooLong() ? " too long" : ":" + line));
        }
        return found;
    }

    @Test
    void paragraphsAreRefilledAndBlocksKept() {
        assertThat(Wrap.prose("one two\nthree [four](five.md)\n\n1. first item\nof two\n2. next\n| a | b |", 12))
                .containsExactly(
                        "one two", "three four", "", "1. first", "   item of", "   two", "2. next", "| a | b |");
    }

    @Test
    void combiningMarksTakeNoColumn() {
        assertThat(Wrap.columns("w\u0304")).isEqualTo(1);
        assertThat(Wrap.padded("w\u0304", 3)).isEqualTo("w\u0304  ");
    }

    @Test
    void nearestCountsEdits() {
        assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.edits("", "ab")).isEqualTo(2);
        assertThat(Nearest.to("loss.angel", List.of("loss.AngleKernel", "model.Teacher", "loss.Angle")))
                .startsWith("loss.Angle");
    }
}
