package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata audit` as its users run it.
class AuditCommandTest {

    @TempDir
    private Path folder;

    @Test
    void judgesEveryStatementAndFindsEverythingAsExpected() throws IOException {
        Path json = folder.resolve("audit.json");
        Outcome outcome = Outcome.of("", "audit", "--budget", "quick", "--json", json.toString());
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.err()).isEmpty();
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        Stream<String> ids = report.get("statements")
                .valueStream()
                .map(statement -> statement.get("id").asString());
        assertThat(ids)
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(Rooms.packed().statements().stream()
                        .map(StatementPage::id)
                        .toList());
        assertThat(report.get("statements")
                        .valueStream()
                        .map(statement -> statement.get("standing").asString()))
                .containsOnly("as expected");
        assertThat(report.get("seed").asLong()).isEqualTo(20260101);
        assertThat(report.get("versions").get("lemmata").asString()).isNotEmpty();
    }

    @Test
    void thePostersSlipsAreViolatedBesideTheirRepairedForm() {
        Outcome outcome = Outcome.of(
                "",
                "audit",
                "--budget",
                "quick",
                "--only",
                "model.Perturbation",
                "--only",
                "landscape.SpuriousOptimum/S6");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.startsWith("~ Perturbation/S1 ") && line.contains("violated, with witness"))
                .anyMatch(line -> line.startsWith("  Perturbation/S2 ") && line.contains("sampled without violation"))
                .anyMatch(line -> line.startsWith("~ SpuriousOptimum/S6 ") && line.contains("violated, with witness"))
                .anyMatch(line -> line.contains("p = 2, k = 2, a* = (1, 1)"));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOtherNumbers() throws IOException {
        String first = report("first", "7");
        assertThat(report("second", "7")).isEqualTo(first);
        assertThat(report("third", "8")).isNotEqualTo(first);
    }

    @Test
    void junitReportsAreReadableXml() throws Exception {
        Path junit = folder.resolve("audit.xml");
        Outcome.of("", "audit", "--budget", "quick", "--only", "loss.AngleKernel", "--junit", junit.toString());
        try (InputStream file = Files.newInputStream(junit)) {
            var suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getDocumentElement();
            assertThat(suite.getAttribute("tests")).isEqualTo("7");
            assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(7);
            assertThat(suite.getAttribute("failures")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --only   | loss.Angel     | nothing is called loss.Angel; nearest: loss.Angle/S1
            --budget | huge           | huge is none of quick, standard, deep
            --proofs | maybe          | maybe is none of yes, no
            --seed   | seven          | --seed
            --json   | no/such/f.json | create it first
            --jsn    | x              | --jsn
            """)
    void wrongUsageIsOneLineAndExitCode2(String option, String value, String message) {
        Outcome outcome = Outcome.of("", "audit", option, value);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    /// With Coq or without it: what is said of the proofs is what is here.
    @Test
    void coqIsAskedUnlessToldNotTo() {
        Outcome asked = Outcome.of("", "audit", "--only", "model.Teacher/S2");
        assertThat(asked.code()).as(asked.out()).isZero();
        boolean coq = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "coqc")));
        assertThat(asked.out())
                .contains(coq ? " theorems; of the statements 1 proved" : "Coq not found, no proof checked");
        assertThat(Outcome.of("", "audit", "--proofs", "no", "--only", "model.Teacher/S2")
                        .out())
                .contains("Coq not asked, no proof checked");
        assertThat(Outcome.of("", "audit", "--budget", "quick", "--only", "model.Teacher/S2")
                        .out())
                .contains("Coq not asked, no proof checked");
    }

    @Test
    void twoReportsNeedTwoFiles() {
        String file = folder.resolve("report").toString();
        Outcome outcome = Outcome.of("", "audit", "--json", file, "--junit", file);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--junit: the same file as --json").hasLineCount(1);
    }

    private String report(String name, String seed) throws IOException {
        Path json = folder.resolve(name + ".json");
        Outcome.of("", "audit", "--budget", "quick", "--only", "loss", "--seed", seed, "--json", json.toString());
        return Files.readString(json);
    }
}
