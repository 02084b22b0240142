package lemmata.cli;

import static lemmata.cli.EvaluateTest.GOOD;
import static lemmata.cli.EvaluateTest.doubles;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate` and what it reads from and writes to: streams of any length, files that appear whole.
class EvaluateStreamTest {

    @TempDir
    private Path folder;

    @Test
    void twoHundredThousandLinesPassThroughWithoutPilingUp() {
        int count = 200_000;
        InputStream lines = new InputStream() {
            private final byte[] line = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
            private long at;

            @Override
            public int read() {
                return at == (long) count * line.length ? -1 : line[(int) (at++ % line.length)];
            }
        };
        long[] counts = new long[2];
        Outcome outcome = Outcome.of(
                lines,
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        counts[b == '\n' ? 1 : 0]++;
                    }
                },
                "evaluate");
        assertThat(outcome.code()).isZero();
        assertThat(counts[1]).isEqualTo(count);
        assertThat(counts[0])
                .isEqualTo(count * (Outcome.of(GOOD, "evaluate").out().length() - 1L));
    }

    @Test
    void anAnswerComesBeforeTheNextQuestion() throws Exception {
        PipedOutputStream question = new PipedOutputStream();
        PipedInputStream answer = new PipedInputStream(1 << 16);
        PipedInputStream in = new PipedInputStream(question);
        PipedOutputStream out = new PipedOutputStream(answer);
        Thread program = Thread.ofPlatform().daemon().start(() -> Outcome.of(in, out, "evaluate"));
        for (int i = 0; i < 3; i++) {
            question.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
            question.flush();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = answer.read(); b != '\n'; b = answer.read()) {
                line.write(b);
            }
            assertThat(line.toString(StandardCharsets.UTF_8))
                    .startsWith("{\"id\":1,")
                    .endsWith("}}");
        }
        question.close();
        program.join();
    }

    @Test
    void veryLongLinesAreAnsweredUpToTheLimitAndRefusedBeyondIt() {
        String many = "1" + ",1".repeat(99_999);
        String wide = GOOD.replace("[1,-2,0.5]", "[" + many + "]").replace("[0,1,2]", "[" + many + "]");
        assertThat(doubles(Outcome.of(wide, "evaluate").json().getFirst().at("/gradient/a")))
                .hasSize(100_000);
        String endless = GOOD + " ".repeat(Evaluation.LONGEST);
        Outcome outcome = Outcome.of(endless + "\n" + GOOD + "\n", "evaluate");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.json().getFirst().at("/error/message").stringValue()).startsWith("line 1 is longer than");
        assertThat(outcome.json().getLast().has("loss")).isTrue();
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        String lines = (GOOD + "\n{\"id\":2}\n").repeat(50);
        assertThat(Outcome.of(lines, "evaluate")).isEqualTo(Outcome.of(lines, "evaluate"));
    }

    @Test
    void filesAreReadAndWrittenWhole() throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), GOOD + "\nbad\n");
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");
        Outcome outcome = Outcome.of("", "evaluate", "--input", in.toString(), "--output", out.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(Outcome.of(GOOD + "\nbad\n", "evaluate").out());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(in, out);
        }
    }

    @Test
    void aFileIsLeftAloneIfReadingFails() throws IOException {
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        Outcome outcome = Outcome.of(broken, OutputStream.nullOutputStream(), "evaluate", "--output", out.toString());
        assertThat(outcome.code()).isEqualTo(Failure.INPUT_OUTPUT);
        assertThat(outcome.err()).isEqualTo("lemmata evaluate: reading or writing failed: Input/output error\n");
        assertThat(Files.readString(out)).isEqualTo("old");
        assertThat(folder.toFile().list()).containsExactly("out.jsonl");
    }
}
