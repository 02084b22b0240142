package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;

/// `evaluate` on lines with bytes changed, lost and doubled at random: whatever comes, each line has its answer.
class EvaluateFuzzTest {

    private static final List<byte[]> GOOD = Stream.of(EvaluateTest.GOOD, EvaluateNoiseTest.GOOD)
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final byte[] LIKELY =
            "{}[],:\"\\0123456789.eE+-naNINftu \t\r\u0000wid".getBytes(StandardCharsets.UTF_8);
    private static final int LINES = 4000;

    @RepeatedTest(5)
    void everyLineHasOneAnswer(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < LINES; i++) {
            lines.writeBytes(mutated(GOOD.get(i % 2), random));
            lines.write('\n');
        }
        Outcome outcome = Outcome.of(lines.toByteArray(), "evaluate");
        List<JsonNode> answers = outcome.json();
        assertThat(answers).hasSize(LINES).allSatisfy(answer -> {
            assertThat(answer.has("id")).isTrue();
            assertThat(answer.has("error")).isNotEqualTo(answer.has("loss"));
            assertThat(answer.has("c2")).isEqualTo(answer.has("smoothed"));
        });
        assertThat(answers.stream().filter(answer -> answer.has("smoothed"))).isNotEmpty();
        assertThat(answers.stream().filter(answer -> answer.has("loss"))).isNotEmpty();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    private static byte[] mutated(byte[] good, Random random) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int rate = random.nextInt(10, 200);
        for (byte b : good) {
            switch (random.nextInt(rate)) {
                case 0 -> line.write(LIKELY[random.nextInt(LIKELY.length)]);
                case 1 -> line.write(random.nextInt(128, 256));
                case 2 -> line.writeBytes(new byte[] {b, b});
                case 3 -> {}
                default -> line.write(b);
            }
        }
        return line.toByteArray();
    }
}
