package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program as a whole: help, version, `list`, `explain`, usage errors, and streams that fail.
class MainTest {

    private static final List<StatementPage> STATEMENTS = Rooms.at(Path.of("")).statements();

    @Test
    void helpAndVersionAreForReading() {
        Outcome help = Outcome.of("", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "audit",
                        "list",
                        "explain",
                        "evaluate",
                        "constants",
                        "run",
                        "simulate",
                        "plot",
                        "bench",
                        "Exit code")
                .doesNotContain("\u001b");
        assertThat(Outcome.of("", "--version").out()).matches("lemmata \\d+\\.\\d+\\.\\d+\\R");
        assertThat(Outcome.of("", "explain", "--help").out()).contains("lemmata explain");
    }

    @Test
    void listShowsEveryStatementInALineByChapter() {
        Outcome list = Outcome.of("", "list");
        List<String> lines =
                list.out().lines().filter(line -> line.startsWith(" ")).toList();
        assertThat(lines).hasSameSizeAs(STATEMENTS);
        for (int i = 0; i < lines.size(); i++) {
            StatementPage statement = STATEMENTS.get(i);
            assertThat(lines.get(i).strip().split(" {2,}", 3))
                    .containsExactly(statement.id(), statement.kind().word(), statement.title());
        }
        assertThat(list.out().lines().filter(line -> !line.startsWith(" ")))
                .startsWith("model", "loss")
                .doesNotHaveDuplicates();
    }

    @Test
    void listAsJsonSaysTheSame() {
        JsonNode list =
                new JsonMapper().readTree(Outcome.of("", "list", "--json").out());
        assertThat(list.valueStream().map(one -> one.get("id").stringValue()))
                .containsExactlyElementsOf(
                        STATEMENTS.stream().map(StatementPage::id).toList());
        assertThat(list.valueStream().filter(one -> one.has("recorded")))
                .allSatisfy(one -> assertThat(one.get("kind").stringValue()).isEqualTo("finding"))
                .hasSameSizeAs(STATEMENTS.stream()
                        .filter(one -> one.deviation().isPresent())
                        .toList());
    }

    @Test
    void explainLeadsFromAStatementToEveryRoom() {
        String text = Outcome.of("", "explain", "model.Perturbation/S1").out();
        assertThat(text)
                .contains(
                        "In the paper: poster",
                        "specs/model/Perturbation.md:",
                        "finding · poster",
                        "Recorded · specs/DEVIATIONS.md:")
                .contains(
                        "violated (wrong)",
                        "Code of · src/main/java/lemmata/model/Perturbation.java:",
                        "public static Student of(")
                .contains(
                        "property-tests/lemmata/model/PerturbationProperties.java:",
                        "Proof · proofs/model/Perturbation.md:",
                        "∎")
                .contains("Exercise · ")
                .doesNotContain("model.Perturbation/S2  ");
    }

    @Test
    void explainShowsWhatCoqProvesAndHowAStatementIsKnown() {
        assertThat(Outcome.of("", "explain", "loss.AngleKernel/S7").out())
                .contains("Coq S7_reflection · proofs/loss/AngleKernel.v:")
                .contains("  Lemma S7_reflection phi : g phi - g (PI - phi) = PI * cos phi.")
                .contains("Known · proofs/TRUST.md:", "proved; checked by: Coq");
    }

    @Test
    void explainOfAStemExplainsAllItsStatements() {
        String text = Outcome.of("", "explain", "model.Perturbation").out();
        assertThat(text).contains("model.Perturbation/S1  ", "model.Perturbation/S2  ");
        assertThat(text.split("\nExercise · ")).hasSize(2);
    }

    @Test
    void explainOfEverythingFitsAHundredColumns() {
        String[] stems = Stream.concat(
                        Stream.of("explain"),
                        Rooms.at(Path.of("")).rooms().stream().map(room -> room.stem()))
                .toArray(String[]::new);
        Outcome all = Outcome.of("", stems);
        assertThat(all.code()).isZero();
        assertThat(all.out().lines().filter(line -> Wrap.columns(line) > 100)).isEmpty();
        assertThat(STATEMENTS).allSatisfy(statement -> assertThat(all.out()).contains(statement.id()));
    }

    /// Arguments, separated by spaces, and what the one line of complaint says.
    record Usage(String args, String complaint) {}

    static Stream<Usage> usages() {
        return Stream.of(
                new Usage(
                        "",
                        "lemmata: no command: give one of audit, list, explain, evaluate, constants, run, simulate, "),
                new Usage("lst", "nearest: list"),
                new Usage("--verson", "nearest: --version"),
                new Usage("list --jsn", "lemmata list: Unknown option: '--jsn'"),
                new Usage("explain", "lemmata explain: Missing required parameter: 'ID"),
                new Usage("explain loss.PopulationLos/S1", "nearest: loss.PopulationLoss/S1, "),
                new Usage("explain loss.angle", "ID: there is no statement or stem loss.angle; nearest: loss.Angle, "),
                new Usage("explain loss.Angle/S99", "nearest: loss.Angle/S1"),
                new Usage("explain SphereHessian", "nearest: loss.SphereHessian, "),
                new Usage("explain loss.Angle/", "nearest: loss.Angle"),
                new Usage("evaluate --input no/such", "'--input': no/such does not exist: name a file of JSON lines"),
                new Usage("evaluate --input .", "'--input': . cannot be read"),
                new Usage(
                        "evaluate --output no/such/file", "the folder of no/such/file does not exist: create it first"),
                new Usage("evaluate --output .", "'--output': . is a folder: name a file in it"));
    }

    @ParameterizedTest
    @MethodSource("usages")
    void aUsageErrorIsOneLineWithTheRemedy(Usage usage) {
        Outcome outcome = Outcome.of(
                "", usage.args().isEmpty() ? new String[0] : usage.args().split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("lemmata")
                .contains(usage.complaint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --json",
                "explain loss.Angle",
                "evaluate",
                "constants --p 6 --k 9 --q 1 --rho-w 1 --radius 1",
                "run --algorithm gd --p 2 --k 2 --q 1 --eta 0.1 --steps 9",
                "simulate --algorithm gd --p 2 --k 2 --q 1 --eta 0.1 --steps 9 --trials 3 --engine plain",
                "--help"
            })
    void aClosedPipeEndsQuietlyAndAFullDiskInOneLine(String args) {
        assertThat(onto("Broken pipe", args)).isEqualTo(new Outcome(141, "", ""));
        Outcome full = onto("No space left on device", args);
        assertThat(full.code()).isEqualTo(4);
        assertThat(full.err().lines())
                .singleElement()
                .asString()
                .startsWith("lemmata")
                .contains("No space left on device");
    }

    private static Outcome onto(String failure, String args) {
        InputStream in = new ByteArrayInputStream(EvaluateTest.GOOD.getBytes());
        return Outcome.of(
                in,
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(failure);
                    }
                },
                args.split(" "));
    }
}
