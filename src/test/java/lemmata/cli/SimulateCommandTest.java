package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import lemmata.experiment.BinomialInterval;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata simulate` as its users run it.
class SimulateCommandTest {

    private static final String SMALL = "--p 3 --k 4 --q 1 --eta 0.1,0.05 --steps 6,5";

    @TempDir
    private Path folder;

    @Test
    void theReportSaysWhatRanAndHowItEnded() throws IOException {
        Path csv = folder.resolve("s.csv");
        JsonNode report = report("--algorithm pgd " + SMALL + " --rho-w 1,0 --rho-a 0.5,0 --trials 40 --first-trial 7"
                + " --seed 5 --threads 2 --engine plain --csv " + csv);
        assertThat(report.get("schema").asString()).isEqualTo("lemmata-simulate/1");
        assertThat(report.get("version").asString()).isEqualTo(Version.current());
        assertThat(report.get("complete").asBoolean()).isTrue();
        JsonNode parameters = report.get("parameters");
        assertThat(parameters.propertyNames())
                .containsExactly(("algorithm representation p k q norm start reading generator seed schedule"
                                + " firstTrial trials tolerance engine bits threads")
                        .split(" "));
        assertThat(parameters.at("/schedule/stages/1/eta").asDouble()).isEqualTo(0.05);
        assertThat(parameters.at("/schedule/stages/0/steps").asLong()).isEqualTo(6);
        assertThat(parameters.at("/schedule/stages/0/rhoA").asDouble()).isEqualTo(0.5);
        assertThat(parameters.get("firstTrial").asInt()).isEqualTo(7);
        assertThat(report.get("outcomes").propertyNames())
                .containsExactly("converged", "trapped", "undecided", "diverged");
        assertThat(report.get("outcomes")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(40);
        assertThat(report.get("digest").asString()).matches("[0-9a-f]{64}");
        assertThat(report.get("trialSteps").asLong()).isEqualTo(440);
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(41);
        assertThat(rows.getFirst()).isEqualTo("trial,outcome,steps,loss,filterError,outputError,alignment,angle");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("s.csv", "report.json");
        String last = Outcome.of(
                        "",
                        ("run --algorithm pgd " + SMALL + " --rho-w 1,0 --rho-a 0.5,0 --seed 5 --trial 12").split(" "))
                .out()
                .lines()
                .toList()
                .getLast();
        assertThat(rows.get(1 + 12 - 7)).startsWith("12,").endsWith("," + last);
    }

    @Test
    void theTextSaysTheSame() {
        Outcome outcome = Outcome.of(
                "",
                ("simulate --algorithm sgd --batch 2 " + SMALL + " --trials 9 --engine plain"
                                + " --generator philox --threads 1")
                        .split(" "));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains(
                        "sgd, batch 2, p = 3, k = 4, q = 1, ‖a*‖ = 1",
                        "  6 steps, η = 0.1\n",
                        "9 trials from 0 on, seed 1, philox; engine: plain, threads: 1",
                        "95 % interval (Clopper-Pearson, each)",
                        "converged",
                        "median at the end: loss ")
                .containsPattern("digest: [0-9a-f]{64}\n99.00 trial-steps in ");
    }

    /// Sizes about the blocks and chunks of the engines, few steps: every engine, width and number of threads.
    @ParameterizedTest
    @ValueSource(strings = {"gd", "pgd --rho-w 1,0.5 --rho-a 1,0", "sgd --batch 2", "psgd --batch 2 --rho-w 1,0.5"})
    void theDigestDependsOnNoEngineWidthOrThreads(String algorithm) throws IOException {
        for (String trials : "1 7 8 9 31 32 33 257".split(" ")) {
            for (String generator : List.of("splitmix", "philox")) {
                String args = "--algorithm " + algorithm + " " + SMALL + " --trials " + trials + " --first-trial 3"
                        + " --generator " + generator;
                String plain = digest(args + " --engine plain --threads 1");
                String bits = trials.equals("33") ? "128 256 512" : trials.equals("257") ? "256" : "512";
                for (String width : bits.split(" ")) {
                    assertThat(digest(args + " --engine vector --threads 3 --vector-bits " + width))
                            .isEqualTo(plain);
                }
                assertThat(digest(args + " --engine plain --threads 2")).isEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "pgd --rho-w 1,0.5 --rho-a 1,0", "sgd --batch 2", "psgd --batch 2 --rho-w 1,0.5"})
    void theLumpedChainHasOneDigestToo(String algorithm) throws IOException {
        for (String trials : "1 33 129".split(" ")) {
            String args = "--algorithm " + algorithm + " --engine lumped " + SMALL + " --trials " + trials;
            String wide = digest(args + " --threads 1 --vector-bits 512");
            assertThat(digest(args + " --threads 3 --vector-bits 128")).isEqualTo(wide);
            assertThat(digest(args)).isEqualTo(wide);
        }
    }

    @Test
    void shardsTogetherAreTheWhole() throws IOException {
        Path csv = folder.resolve("t.csv");
        String args = "--algorithm pgd --engine plain --rho-w 1 " + SMALL + " --csv " + csv;
        report(args + " --trials 50");
        List<String> whole = Files.readAllLines(csv);
        report(args + " --trials 20 --first-trial 30");
        assertThat(Files.readAllLines(csv).subList(1, 21)).isEqualTo(whole.subList(31, 51));
    }

    @Test
    void divergedTrialsAreCountedAndTheFirstIsNamed() throws IOException {
        String args = "--algorithm gd --p 2 --k 4 --q 1 --eta 9 --unstable --steps 900 --trials 3 --engine plain";
        JsonNode report = report(args);
        assertThat(report.at("/outcomes/diverged").asInt()).isEqualTo(3);
        assertThat(report.at("/firstDiverged/trial").asInt()).isZero();
        assertThat(report.at("/firstDiverged/steps").asInt()).isBetween(10, 899);
        assertThat(Outcome.of("", ("simulate " + args).split(" ")).out())
                .contains("first diverged: trial 0 after " + report.at("/firstDiverged/steps") + " steps");
    }

    @Test
    void fromTheSpuriousPointGradientDescentDoesNotMove() throws IOException {
        JsonNode report = report("--algorithm gd --start spurious " + SMALL + " --trials 3 --engine plain");
        assertThat(report.at("/outcomes/trapped").asInt()).isEqualTo(3);
    }

    @Test
    void aScheduleOfAFileIsTheScheduleOfTheOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("schedule.json"), """
                {"stages": [{"rhoW": 1, "rhoA": 0.5, "eta": 0.1, "steps": 6},
                            {"eta": 0.05, "steps": 5, "rhoW": 0, "rhoA": 0}]}
                """);
        String base = "--algorithm pgd --engine plain --p 3 --k 4 --q 1 --trials 5";
        assertThat(digest(base + " --schedule " + file))
                .isEqualTo(digest(base + " --eta 0.1,0.05 --rho-w 1,0 --rho-a 0.5,0 --steps 6,5"));
    }

    /// Values of mpmath 1.2.1 with 40 digits, from the binomial sums by bisection.
    @ParameterizedTest
    @CsvSource({
        "0,10,0.95,0,0.30849710781876083",
        "10,10,0.95,0.6915028921812392,1",
        "3,10,0.95,0.06673951117773447,0.6524528500599973",
        "1,1000000,0.95,2.53178076637941775e-8,5.57163065517224433e-6"
    })
    void theIntervalsAreClopperAndPearsons(long count, long n, double level, double low, double high) {
        BinomialInterval interval = BinomialInterval.of(count, n, level);
        assertThat(interval.low()).isCloseTo(low, offset(BinomialInterval.ACCURACY));
        assertThat(interval.high()).isCloseTo(high, offset(BinomialInterval.ACCURACY));
    }

    @Test
    void aFolderThatCannotBeWrittenToEndsInExitCode4BeforeAnythingRuns() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(
                Files.isWritable(locked),
                "root may write anywhere; the full disk below takes the same way to exit code 4");
        Outcome outcome = Outcome.of(
                "",
                ("simulate --algorithm gd --steps 99999999 --eta 0.1 --p 3 --k 4 --q 1 --json "
                                + locked.resolve("f.json"))
                        .split(" "));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("no permission").hasLineCount(1);
    }

    @Test
    void aFullDiskEndsInExitCode4() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a disk that is always full");
        Outcome outcome = Outcome.of(
                "", ("simulate --algorithm gd --engine plain --trials 2 --csv /dev/full " + SMALL).split(" "));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("No space left on device").hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    private String digest(String args) throws IOException {
        return report(args).get("digest").asString();
    }

    private JsonNode report(String args) throws IOException {
        Path json = folder.resolve("report.json");
        Outcome outcome = Outcome.of("", ("simulate " + args + " --json " + json).split(" "));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new JsonMapper().readTree(Files.readString(json));
    }
}
