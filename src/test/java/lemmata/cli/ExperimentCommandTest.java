package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `lemmata experiment success-rates`: its cells, its page, how it is interrupted, and what it refuses.
class ExperimentCommandTest extends StudyCases {

    @Test
    void everyCellIsThereWithItsNumbers() throws IOException {
        JsonNode study = rates("--algorithms gd,pgd --trials 30", "out.json");
        assertThat(study.get("schema").asString()).isEqualTo("lemmata-study/1");
        assertThat(study.get("complete").asBoolean()).isTrue();
        assertThat(study.get("cells")).hasSize(2 * 2 * 2 * 2);
        for (JsonNode cell : study.get("cells")) {
            int sum = Stream.of("successes", "trapped", "undecided", "diverged")
                    .mapToInt(name -> cell.get(name).asInt())
                    .sum();
            assertThat(sum).isEqualTo(30).isEqualTo(cell.get("trials").asInt());
            double rate = cell.get("successes").asInt() / 30.0;
            assertThat(cell.get("rate").asDouble()).isEqualTo(rate);
            assertThat(rate)
                    .isBetween(cell.get("low").asDouble(), cell.get("high").asDouble());
            boolean descent = cell.get("algorithm").asString().equals("gd");
            assertThat(cell.get("predicted").isNull()).isEqualTo(!descent);
            assertThat(cell.get("norm").asDouble()).isEqualTo(2);
            assertThat(cell.at("/published/status").asString()).isEqualTo("absent");
            assertThat(cell.at("/schedule/stages").size()).isEqualTo(descent ? 1 : 11);
        }
    }

    /// From the spurious point GD never moves, and P-GD's schedule leaves it; theory says which random start succeeds.
    @Test
    void theCellsSayWhatIsKnown() throws IOException {
        JsonNode study = rates("--algorithms gd,pgd --trials 40", "out.json");
        for (JsonNode cell : study.get("cells")) {
            boolean stuck = cell.get("start").asString().equals("spurious");
            if (cell.get("algorithm").asString().equals("gd") && stuck) {
                assertThat(cell.get("trapped").asInt()).isEqualTo(40);
                assertThat(cell.get("predicted").asDouble()).isZero();
            }
            if (cell.get("q").asDouble() == 0
                    && cell.get("algorithm").asString().equals("gd")
                    && !stuck) {
                assertThat(cell.get("predicted").asDouble()).isEqualTo(0.5);
                assertThat(cell.at("/prediction/hits").asInt())
                        .isEqualTo(cell.at("/prediction/decided").asInt());
            }
            if (cell.get("algorithm").asString().equals("pgd")) {
                assertThat(cell.get("trapped").asInt()).isLessThan(20);
            }
        }
    }

    @Test
    void theSameOptionsGiveTheSameCellsOnAnyNumberOfThreads() throws IOException {
        JsonNode one = rates("--trials 9 --threads 1", "one.json");
        JsonNode two = rates("--trials 9 --threads 3", "two.json");
        assertThat(two.get("cells")).isEqualTo(one.get("cells"));
        assertThat(two.get("parameters")).isEqualTo(one.get("parameters"));
        JsonNode other = rates("--trials 9 --generator philox", "other.json");
        assertThat(other.get("cells")).isNotEqualTo(one.get("cells"));
    }

    @Test
    void readingsAreForPerturbedDescent() throws IOException {
        JsonNode study = rates("--algorithms gd,pgd --starts random --trials 2 --readings all", "all.json");
        assertThat(study.get("cells")).hasSize(4 + 4 * 6);
        JsonNode two =
                rates("--algorithms pgd --starts random --trials 2 --readings UNIT,ANGLE;RADIAL,NETWORK", "two.json");
        assertThat(two.get("cells")
                        .valueStream()
                        .map(cell -> cell.get("reading").asString())
                        .distinct())
                .containsExactly("UNIT,ANGLE", "RADIAL,NETWORK");
    }

    /// A run that is stopped after some cells, and gone on with.
    @Test
    void anInterruptedStudyGoesOnToTheSameCells() throws IOException {
        String line = "--algorithms gd,pgd --trials 20";
        JsonNode whole = rates(line, "whole.json");
        rates(line, "out.json");
        edit(json, text -> text.replaceFirst("\"complete\" : true", "\"complete\" : false"));
        StudyFile full = StudyFile.read(json, "json");
        List<CellFile> cells = new ArrayList<>(full.cells());
        for (int i = 5; i < cells.size(); i++) {
            cells.set(i, blank(cells.get(i)));
        }
        new StudyFile(
                        full.schema(),
                        full.version(),
                        full.command(),
                        full.study(),
                        full.parameters(),
                        false,
                        cells,
                        full.effort())
                .write(json);

        Outcome refused = run(RATES + " " + line + " --json " + json);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("is of an interrupted run: add --resume, or delete it");
        Outcome other = run(RATES + " --algorithms gd,pgd --trials 21 --resume --json " + json);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).hasLineCount(1).contains("--resume: ", "trials=20", "give the same options");

        Outcome rest = run(RATES + " " + line + " --resume --json " + json);
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(read(json).get("cells")).isEqualTo(whole.get("cells"));
    }

    private static CellFile blank(CellFile cell) {
        return new CellFile(
                cell.group(),
                cell.label(),
                cell.algorithm(),
                cell.reading(),
                cell.start(),
                cell.batch(),
                cell.p(),
                cell.k(),
                cell.q(),
                cell.norm(),
                cell.schedule(),
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                cell.predicted(),
                cell.prediction(),
                cell.published(),
                "0".repeat(64));
    }

    @Test
    void thePageHasEveryCellAndItsPicture() throws IOException {
        rates("--trials 6", "out.json");
        Outcome outcome = run("experiment page " + json + " --output " + folder);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        String page = Files.readString(folder.resolve("index.html"));
        for (CellFile cell : StudyFile.read(json, "json").cells()) {
            assertThat(page).contains(StudyTable.rate(cell));
        }
        assertThat(page).contains("success-rates.svg", "seed 5").doesNotContain("null", "NaN");
        assertThat(folder.resolve("success-rates.svg")).isNotEmptyFile();
        assertThat(folder.resolve("success-rates.png")).isNotEmptyFile();
    }

    /// Arguments that are wrong, and the one line of complaint.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            success-rates --trials 0             | --trials: 0 is no number of trials
            success-rates --first-trial -1       | --first-trial: -1 is out of range
            success-rates --tolerance 2          | --tolerance: 2.0 is not in (0, 1]
            success-rates --threads 0            | --threads: 0 is no number of threads
            success-rates --p 0                  | --p: 0 is no length of a filter
            success-rates --k 25,25              | --k: names nothing, or something twice
            success-rates --k 0                  | --k: 0 is no number of patches
            success-rates --q 26                 | --q: 26.0 is not in [0, k]
            success-rates --q -1                 | --q: -1.0 is not in [0, k]
            success-rates --norm -1              | --norm: -1.0 is out of range
            success-rates --norm 0               | --norm: 0.0 is out of range
            success-rates --norm 1e-4            | steps: give ‖a*‖ nearer to 1
            success-rates --k 2147483647         | --k: 2147483647 is no number of patches
            success-rates --json a --csv ./a     | --csv: names a file that another option names too
            success-rates --algorithms adam      | adam is none of gd, pgd, sgd, psgd
            success-rates --readings X           | "X" is none of [RADIAL,NETWORK
            success-rates --starts here          | here is none of random, spurious
            success-rates --resume               | --resume: goes on with the FILE of --json
            success-rates --json no/such/file    | the folder of no/such/file does not exist
            compare a                            | OTHER
            merge                                | FILE
            all                                  | --output
            all --output x --trials 0            | --trials: 0 is no number of trials
            success-rates --readings ;           | --readings
            nonsense                             | nonsense
            """)
    void wrongUsageIsOneLineAndExitCode2(String arguments, String message) {
        Outcome outcome = run("experiment " + arguments);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1).contains(message);
    }
}
