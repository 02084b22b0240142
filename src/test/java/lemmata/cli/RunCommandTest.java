package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.SmoothedSlope;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `lemmata run` as its users run it.
class RunCommandTest {

    private static final String PGD =
            "--algorithm pgd --p 3 --k 4 --q 1 --eta 0.1 --rho-w 1,0.5 --rho-a 0.5 --steps 7,4";
    private static final String HEADER = "t,loss,filterError,outputError,alignment,angle";

    @TempDir
    private Path folder;

    @Test
    void thereIsARowPerStepWithTheFirstAndTheLast() {
        List<String> rows = rows(PGD);
        assertThat(rows).hasSize(13).first().isEqualTo(HEADER);
        for (int t = 0; t < 12; t++) {
            assertThat(rows.get(t + 1)).startsWith(t + ",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "5", "10", "11", "12", "9223372036854775807"})
    void everyThinsTheSameRows(long every) {
        List<String> all = rows(PGD);
        List<String> expected = all.stream()
                .filter(row -> row.equals(HEADER) || row.startsWith("11,") || time(row) % every == 0)
                .toList();
        assertThat(rows(PGD + " --every " + every)).isEqualTo(expected);
    }

    @Test
    void vectorsGiveTheSameRowsAndTheLumpedChainItsOwn() {
        for (String algorithm : List.of("gd --rho-w 0", "pgd --rho-w 1 --rho-a 1", "sgd --batch 3", "psgd --rho-w 1")) {
            String args = "--p 3 --k 4 --q 1 --eta 0.1 --steps 9 --algorithm " + algorithm;
            assertThat(rows(args + " --engine vector --vector-bits 128")).isEqualTo(rows(args));
            List<String> lumped = rows(args + " --engine lumped");
            assertThat(lumped).hasSize(11).isNotEqualTo(rows(args));
            assertThat(rows(args + " --engine lumped --vector-bits 256")).isEqualTo(lumped);
        }
    }

    @Test
    void linesOfJsonSayTheSame() {
        List<JsonNode> lines =
                Outcome.of("", ("run --format jsonl " + PGD).split(" ")).json();
        List<String> rows = rows(PGD);
        assertThat(lines).hasSize(12);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            assertThat(Stream.of(HEADER.split(",")).map(name -> line.get(name).asString()))
                    .containsExactly(rows.get(i + 1).split(","));
        }
    }

    @Test
    void theFileIsWhatStandardOutputIs() throws IOException {
        Path file = folder.resolve("run.csv");
        Outcome outcome = Outcome.of("", ("run " + PGD + " --output " + file).split(" "));
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readAllLines(file)).isEqualTo(rows(PGD));
        assertThat(folder.toFile().list()).containsExactly("run.csv");
    }

    @Test
    void aRunThatDivergesEndsThereWithALine() {
        Outcome outcome = Outcome.of(
                "", "run --algorithm gd --p 2 --k 4 --q 1 --eta 9 --unstable --steps 5000 --every 100".split(" "));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("diverged: no step is taken after step ");
        String last = outcome.out().lines().toList().getLast();
        assertThat(outcome.err()).contains("after step " + time(last) + ",");
        assertThat(Double.parseDouble(last.split(",")[3])).isGreaterThan(1e59);
    }

    @Test
    void smoothedDescentTakesTheMeanGradient() {
        Teacher teacher = Target.of(4, 1, 1).teacher(3);
        SmoothedSlope slope = new SmoothedSlope(teacher, Reading.POSTER, new BallNoise(3, 0.7));
        Student student = Start.RANDOM.of(teacher, Generator.SPLITMIX, 1, 0);
        GradientDescent descent = new GradientDescent(slope);
        for (int t = 0; t < 30; t++) {
            student = descent.step(student, new Stage(0, 0, 0.1, 30), 0, t);
        }
        Observation last = Observation.of(Target.of(teacher), LumpedState.of(teacher, student), 30);
        String row = rows("--algorithm gd --gradient smoothed --p 3 --k 4 --q 1 --eta 0.1 --rho-w 0.7 --steps 30")
                .getLast();
        assertThat(row)
                .isEqualTo("30," + last.loss() + "," + last.filterError() + "," + last.outputError() + ","
                        + last.alignment() + "," + last.angle());
        String gd = "--algorithm gd --p 3 --k 4 --q 1 --eta 0.1 --steps 30 --every 30";
        double[] exact = numbers(rows(gd).getLast());
        double[] silent = numbers(rows(gd + " --gradient smoothed").getLast());
        // 30 contracting steps, each within some 100u of the other gradient
        assertThat(silent).containsExactly(exact, offset(0x1p-40));
        assertThat(numbers(row)[1]).isNotCloseTo(exact[1], offset(1e-4));
    }

    private static List<String> rows(String args) {
        Outcome outcome = Outcome.of("", ("run " + args).split(" "));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out().lines().toList();
    }

    private static long time(String row) {
        return row.equals(HEADER) ? 0 : Long.parseLong(row.split(",")[0]);
    }

    private static double[] numbers(String row) {
        return Stream.of(row.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
