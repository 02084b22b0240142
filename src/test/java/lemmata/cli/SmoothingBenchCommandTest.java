package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata bench smoothing`: that it measures, not how fast anything is.
class SmoothingBenchCommandTest {

    @Test
    void everyPointHasATimeAndAnErrorWithinItsBound(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("b.json");
        Outcome outcome =
                Outcome.of("", "bench", "smoothing", "--p", "6,50,6", "--seconds", "0.01", "--json", json.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.startsWith("κ NETWORK "))
                .anyMatch(line -> line.startsWith("κ NORMALISED "))
                .anyMatch(line -> line.startsWith("h RADIAL "))
                .hasSize(11);
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        assertThat(report.get("version").stringValue()).isEqualTo(Version.current());
        assertThat(report.get("cells")).hasSize(6 * 2 * 3 * 4).allSatisfy(cell -> {
            assertThat(cell.get("medianNanos").doubleValue()).isPositive();
            assertThat(cell.get("evaluations").intValue()).isGreaterThanOrEqualTo(5);
            assertThat(cell.get("scale").doubleValue()).isPositive();
            assertThat(cell.get("error").doubleValue())
                    .isLessThanOrEqualTo(cell.get("bound").doubleValue());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seconds 0    | --seconds: 0 is no time: give seconds above 0
            --seconds -1   | --seconds: -1 is no time
            --seconds inf  | --seconds: inf is no time
            --seconds soon | "soon" is no number
            --p 1          | --p: is 1, noise is treated for 2 to
            --p x          | '--p'
            """)
    void wrongUsageIsOneLineAndExitCode2(String args, String message) {
        Outcome outcome = Outcome.of("", ("bench smoothing " + args).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }
}
