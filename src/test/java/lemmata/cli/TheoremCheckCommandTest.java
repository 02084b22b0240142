package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `lemmata theorem check` as its users run it.
@Timeout(60)
class TheoremCheckCommandTest {

    /// Refuted at T₁ = 3675.
    private static final String SMALL =
            "--theorem 1 --p 2 --k 2 --q 0 --norm 0.1 --rho-w 16 --rho-a 1 --eta 2.12e-4 --trials 100";

    @TempDir
    private Path folder;

    @Test
    void theReportSaysWhatWasAskedFoundAndPromised() throws IOException {
        JsonNode report = report(SMALL, 1);
        assertThat(report.propertyNames())
                .containsExactly(("schema version command parameters verdict reason remarks id hypotheses constants"
                                + " promised largestStep observed witness repaired effort")
                        .split(" "));
        assertThat(report.get("schema").asString()).isEqualTo("lemmata-theorem-check/1");
        assertThat(report.get("verdict").asString()).isEqualTo("violated, with witness");
        assertThat(report.get("parameters").propertyNames())
                .containsExactly(
                        ("theorem form p k q norm rhoW rhoA eta delta start reading generator seed trials" + " steps")
                                .split(" "));
        assertThat(report.at("/parameters/steps").asLong()).isEqualTo(10_000_000);
        assertThat(report.at("/hypotheses/0/name").asString()).isEqualTo("1 ≤ ρ_w = C_w kp²");
        assertThat(report.at("/hypotheses/0/value").asDouble()).isEqualTo(-16);
        assertThat(report.at("/hypotheses/0/limit").asDouble()).isEqualTo(-1);
        assertThat(report.at("/hypotheses/0/met").asBoolean()).isTrue();
        assertThat(report.get("constants").findValuesAsString("status"))
                .contains("configuration", "ours", "sources", "exists");
        assertThat(report.at("/promised/from").asDouble()).isBetween(3674.0, 3675.0);
        assertThat(report.at("/promised/until").asDouble()).isBetween(2.22e7, 2.23e7);
        assertThat(report.at("/promised/probability").asDouble()).isEqualTo(0.9);
        assertThat(report.at("/promised/region/alignmentHigh").isNull()).isTrue();
        assertThat(report.at("/observed/complete").asBoolean()).isTrue();
        assertThat(report.at("/observed/looks/0/step").asLong()).isEqualTo(3675);
        assertThat(report.at("/repaired/id").asString()).isEqualTo("theorem.Escape");
        assertThat(report.at("/repaired/promised").isNull()).isTrue();
        assertThat(report.at("/repaired/largestStep").asDouble()).isBetween(1e-14, 1e-12);
        assertThat(folder.toFile().list()).containsExactly("report.json");
    }

    @Test
    void theWitnessIsShownBySimulateToo() throws IOException {
        JsonNode witness = report(SMALL + " --seed 7 --generator philox", 1).get("witness");
        assertThat(witness.get("suffices").asBoolean()).isTrue();
        Path csv = folder.resolve("runs.csv");
        String command = witness.get("command").asString().replace("runs.csv", csv.toString());
        Outcome simulated = Outcome.of("", command.replaceFirst("^lemmata ", "").split(" "));
        assertThat(simulated.code()).as(simulated.err()).isZero();
        assertThat(simulated.out()).contains("digest: " + witness.get("digest").asString());
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows.getFirst()).isEqualTo("trial,outcome,steps,loss,filterError,outputError,alignment,angle");
        long outside = rows.stream()
                .skip(1)
                .map(row -> row.split(","))
                .filter(row -> !(Double.parseDouble(row[6]) > 0 && Double.parseDouble(row[7]) <= 5 * Math.PI / 12))
                .count();
        assertThat(outside).isEqualTo(witness.get("outside").asLong()).isGreaterThan(50);
    }

    @Test
    void nothingButTheEffortDependsOnTheThreads() throws IOException {
        String args = "--theorem 2 --p 3 --k 4 --q 1 --rho-w 0.01 --rho-a 0.1 --eta 1e-6 --gamma 0.9 --c-t 1e-4"
                + " --trials 150 --steps 500";
        JsonNode one = report(args + " --threads 1", 1);
        assertThat(one.at("/observed/looks").size()).isPositive();
        for (String threads : "2 3 7".split(" ")) {
            assertThat(without(report(args + " --threads " + threads, 1))).isEqualTo(without(one));
        }
    }

    private static JsonNode without(JsonNode report) {
        return ((ObjectNode) report).without(List.of("command", "effort"));
    }

    @Test
    void theTextSaysTheSame() {
        Outcome outcome = Outcome.of("", ("theorem check " + SMALL).split(" "));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("theorem 1, printed: p = 2, k = 2, q = 0, ‖a*‖ = 0.1, ρ_w = 16,")
                .contains(
                        "reading RADIAL,NETWORK, start random\n",
                        "\nviolated, with witness\n",
                        "  met     1 ≤ ρ_w = C_w kp²   [16 ≥ 1]\n",
                        "C_w = 2 (configuration)",
                        "m_a (exists)",
                        "  promises: 0 < aᵀa* and φ ≤ 5π/12 for all 3674.98 ≤ t ≤ 2.22499e+07, with probability 0.9\n",
                        "\nwitness\n",
                        "  lemmata simulate --algorithm pgd --engine lumped --p 2 --k 2 --q 0 --norm 0.1 --rho-w 16",
                        " --eta \\\n      2.12e-4 --start random ",
                        "for comparison: theorem.Escape",
                        "  missed  noise of w",
                        "  largest η: 1.2")
                .containsPattern("digest: [0-9a-f]{64}\n");
        assertThat(outcome.out().lines()).allMatch(line -> Wrap.columns(line) <= 110);
    }

    @Test
    void everyRulingHasItsExitCode() throws IOException {
        String base = "--theorem 1 --p 2 --k 2 --q 0 --rho-w 16 --rho-a 0 --trials 9 --steps 9 ";
        assertThat(report(base + "--eta 1", 0).get("verdict").asString()).isEqualTo("hypothesis not met");
        JsonNode vacuous = report(base + "--eta 2e-4 --norm 1e6", 0);
        assertThat(vacuous.get("verdict").asString()).isEqualTo("vacuous");
        assertThat(vacuous.at("/promised/vacuous").asBoolean()).isTrue();
        assertThat(report(base + "--eta 1e-30 --c-t 1e5", 0).get("verdict").asString())
                .isEqualTo("holds by theorem.Escape");
        JsonNode open = report(base + "--eta 1e-4", 3);
        assertThat(open.get("verdict").asString()).isEqualTo("abstained");
        assertThat(open.get("observed").isNull()).isTrue();
        assertThat(open.get("witness").isNull()).isTrue();
    }

    @Test
    void theRepairedFormIsJudgedAndThePrintedOneShownBesideIt() throws IOException {
        String base = "--theorem 2 --form repaired --p 2 --k 1 --q 1 --norm 2 --gamma 0.5 --rho-w 0 --rho-a 0 --steps 9"
                + " --phi0 0.5 --a0 1,0,0 --eta ";
        JsonNode wide = report(base + "0.3", 0);
        assertThat(wide.get("verdict").asString()).isEqualTo("hypothesis not met");
        assertThat(wide.get("id").asString()).isEqualTo("theorem.Convergence");
        assertThat(wide.at("/printed/id").asString()).isEqualTo("theorem.ConvergenceBox");
        JsonNode narrow = report(base + wide.get("largestStep").asDouble() / 100, 0);
        assertThat(narrow.get("verdict").asString()).isEqualTo("holds by theorem.Convergence");
        assertThat(narrow.at("/promised/region/filterError").asDouble()).isEqualTo(0.5);
        assertThat(narrow.at("/promised/region/outputError").asDouble()).isEqualTo(2);
        assertThat(narrow.at("/printed/promised/region/outputError").asDouble()).isEqualTo(0.5);
        assertThat(narrow.at("/parameters/start/x").asDouble()).isEqualTo(1);
    }

    @Test
    void fromAStateOfOnesOwnTheWitnessIsTheCheckItself() throws IOException {
        String args = "--theorem 2 --p 2 --k 2 --q 0 --rho-w 0.1 --rho-a 0.1 --eta 3e-4 --gamma 0.5 --trials 20"
                + " --phi0 pi --a0 0,-0.4,0";
        JsonNode report = report(args, 1);
        assertThat(report.at("/witness/command").asString())
                .startsWith("lemmata theorem check --theorem 2 --p 2")
                .contains("--phi0 pi --a0 0,-0.4,0");
        assertThat(report.at("/parameters/start/c").asDouble()).isEqualTo(-1);
        assertThat(report.at("/parameters/start/s").asDouble()).isZero();
    }

    @Test
    void anUnstableStepIsNamedAndItsWitnessIsRunBySimulate() throws IOException {
        JsonNode report = report(SMALL.replace("--rho-w 16", "--rho-w 1e5"), 1);
        assertThat(report.get("remarks").toString()).contains("the mean of a grows", "100 runs diverged");
        String command = report.at("/witness/command").asString();
        assertThat(command).contains(" --unstable ");
        Outcome simulated = Outcome.of(
                "",
                command.replaceFirst("^lemmata ", "")
                        .replace("runs.csv", folder.resolve("runs.csv").toString())
                        .split(" "));
        assertThat(simulated.out())
                .contains("digest: " + report.at("/witness/digest").asString());
    }

    @Test
    void interruptedItSaysWhatItHasSeen() throws Exception {
        Path json = folder.resolve("report.json");
        String args = "--theorem 1 --p 2 --k 1 --q 1 --rho-w 4 --rho-a 0 --eta 1e-4 --trials 1000 --json " + json;
        CompletableFuture<Outcome> run = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform().start(() -> run.complete(Outcome.of("", ("theorem check " + args).split(" "))));
        TimeUnit.MILLISECONDS.sleep(700);
        thread.interrupt();
        Outcome outcome = run.get();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(130);
        assertThat(outcome.err())
                .startsWith("lemmata theorem check: ")
                .endsWith(": interrupted\n")
                .hasLineCount(1);
        assertThat(outcome.out()).contains("\nabstained\n", "interrupted; no run has reached step ");
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        assertThat(report.at("/observed/complete").asBoolean()).isFalse();
        assertThat(report.get("verdict").asString()).isEqualTo("abstained");
    }

    @Test
    void aFullDiskEndsInExitCode4() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a disk that is always full");
        Outcome outcome = Outcome.of(
                "",
                ("theorem check " + SMALL + " --eta 1 --json /dev/full")
                        .replace("--eta 2.12e-4 ", "")
                        .split(" "));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("No space left on device").hasLineCount(1);
    }

    @Test
    void helpNamesAllExitCodes() {
        Outcome outcome = Outcome.of("", "theorem", "check", "--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("--phi0=PHI", "Exit code: 0; 1 violated; 2 usage; 3 undecided; 4");
    }

    private JsonNode report(String args, int code) throws IOException {
        Path json = folder.resolve("report.json");
        Outcome outcome = Outcome.of("", ("theorem check " + args + " --json " + json).split(" "));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(code);
        return new JsonMapper().readTree(Files.readString(json));
    }
}
