package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata bench`: that it measures, not how fast anything is.
class BenchCommandTest {

    @Test
    void everyEngineIsMeasured(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("b.json");
        Outcome outcome = Outcome.of("", "bench", "--quick", "--json", json.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .filteredOn(line -> line.startsWith("full ") || line.startsWith("lumped "))
                .hasSize(9)
                .anyMatch(line -> line.matches("full +25 +vector +splitmix +[0-9].*"))
                .anyMatch(line -> line.matches("full +25 +textbook +mt19937 +[0-9].*"))
                .anyMatch(line -> line.matches("lumped +25 +plain +philox +[0-9].*"));
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        assertThat(report.get("version").stringValue()).isEqualTo(Version.current());
        assertThat(report.get("results")).hasSize(9).allSatisfy(result -> {
            assertThat(result.get("rounds"))
                    .hasSize(3)
                    .allSatisfy(rate -> assertThat(rate.doubleValue()).isPositive());
            assertThat(result.has("twoThreads"))
                    .isEqualTo("vector".equals(result.get("engine").stringValue()));
        });
    }

    @Test
    void enginesIsWhatBenchDoesByItself() {
        assertThat(Outcome.of("", "bench", "engines", "--help").out())
                .startsWith("Usage: lemmata bench engines [-hV] [--quick] [--json=FILE]");
        assertThat(Outcome.of("", "bench", "--help").out()).contains("[engines | smoothing]");
    }

    @Test
    void wrongUsageIsOneLineAndExitCode2() {
        Outcome outcome = Outcome.of("", "bench", "enginse");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("engines").hasLineCount(1);
    }
}
