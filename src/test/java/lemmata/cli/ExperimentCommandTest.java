package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lemmata.experiment.BinomialInterval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata experiment success-rates`, `merge` and `compare`.
class ExperimentCommandTest {

    private static final String RATES = "experiment success-rates --k 4,6 --q 0,1 --norm 2 --seed 5";

    @TempDir
    private Path folder;

    private Path json;

    @BeforeEach
    void names() {
        json = folder.resolve("out.json");
    }

    private static Outcome run(String line) {
        return Outcome.of("", line.split(" "));
    }

    private static JsonNode read(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    /// The study of a run that succeeds.
    private JsonNode rates(String more, String file) throws IOException {
        Path path = folder.resolve(file);
        Outcome outcome = run(RATES + " " + more + " --json " + path);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return read(path);
    }

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
    void sharesAddUpToTheWholeInAnyOrder() throws IOException {
        JsonNode whole = rates("--algorithms gd,sgd --trials 25", "whole.json");
        rates("--algorithms gd,sgd --trials 10", "a.json");
        rates("--algorithms gd,sgd --first-trial 10 --trials 15", "b.json");
        Path sum = folder.resolve("sum.json");
        Outcome merged = run("experiment merge " + folder.resolve("b.json") + " " + folder.resolve("a.json")
                + " --json " + sum + " --csv " + folder.resolve("sum.csv"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(read(sum).get("cells")).isEqualTo(whole.get("cells"));
        assertThat(read(sum).get("parameters")).isEqualTo(whole.get("parameters"));
        assertThat(Files.readString(folder.resolve("sum.csv")).lines().filter(line -> !line.startsWith("#")))
                .hasSize(1 + whole.get("cells").size());

        Outcome same = run("experiment compare " + sum + " " + folder.resolve("whole.json"));
        assertThat(same.code()).isZero();
        assertThat(same.out())
                .contains("16 the same runs, 0 others within chance, 0 different", "0 cells in one file only");
        Outcome chance = run("experiment compare " + folder.resolve("a.json") + " " + folder.resolve("b.json"));
        assertThat(chance.code()).isZero();
        assertThat(chance.out()).contains("0 the same runs, 16 others within chance, 0 different");
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
    void compareFindsOtherRates() throws IOException {
        rates("--algorithms gd --starts random --trials 60", "out.json");
        rates("--algorithms gd --starts random --trials 60", "other.json");
        double low = BinomialInterval.of(60, 60, StudyFile.LEVEL).low();
        edit(
                folder.resolve("other.json"),
                text -> text.replaceFirst("\"seed\" : 5", "\"seed\" : 6")
                        .replaceFirst(
                                "\"successes\" : \\d+,\\s*\"trapped\" : \\d+,\\s*\"undecided\" : \\d+",
                                "\"successes\" : 60, \"trapped\" : 0, \"undecided\" : 0")
                        .replaceFirst(
                                "\"rate\" : [^,]+,\\s*\"low\" : [^,]+,\\s*\"high\" : [^,]+",
                                "\"rate\" : 1, \"low\" : " + low + ", \"high\" : 1"));
        Path report = folder.resolve("report.json");
        Outcome outcome = run("experiment compare " + json + " " + folder.resolve("other.json") + " --json " + report);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("60 of 60", "1 different");
        assertThat(read(report).get("agree").asBoolean()).isFalse();
    }

    private static void edit(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file);
        assertThat(change.apply(text)).isNotEqualTo(text);
        Files.writeString(file, change.apply(text));
    }

    @Test
    void compareRefusesWhatIsNoEvidence() throws IOException {
        rates("--algorithms gd --starts random --trials 20", "a.json");
        rates("--algorithms gd --starts random --trials 30", "longer.json");
        rates("--algorithms gd --starts random --trials 20 --tolerance 0.5", "loose.json");
        rates("--algorithms gd,pgd --starts random --trials 20", "more.json");
        assertCompared("longer.json", 2, "has trials 0 to 19 of the same seed");
        assertCompared("loose.json", 2, "has another tolerance");
        assertCompared("more.json", 1, "4 the same runs", "4 cells in one file only");
        assertCompared("more.json --partial", 0, "4 the same runs");
    }

    private void assertCompared(String other, int code, String... messages) {
        Outcome outcome = run("experiment compare " + folder.resolve("a.json") + " " + folder.resolve(other));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out() + outcome.err()).contains(messages);
    }

    /// More trials than a block has.
    @Test
    void blocksLeaveNoTrace() throws IOException {
        JsonNode whole = rates("--algorithms gd --starts random --trials 20000", "whole.json");
        rates("--algorithms gd --starts random --trials 7000", "a.json");
        rates("--algorithms gd --starts random --first-trial 7000 --trials 13000", "b.json");
        Outcome merged = run(
                "experiment merge " + folder.resolve("a.json") + " " + folder.resolve("b.json") + " --json " + json);
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(read(json).get("cells")).isEqualTo(whole.get("cells"));
    }

    /// Files that are none of a study, and the one line of complaint.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema" : "lemmata-study/1"  | "schema" : "lemmata-study/2" | schema: is not lemmata-study/1
            "algorithm" : "pgd"           | "algorithm" : "adam"         | algorithm: adam is none of gd, pgd, sgd, psgd
            "algorithm" : "pgd"           | "algorithm" : null           | is null: give a text
            "schedule" : {                | "schedule" : null, "x" : {   | x
            "status" : "absent"           | "status" : "rumoured"        | status: rumoured is none of quoted
            "q" : 1.0                     | "q" : "NaN"                  | q: or norm is no number
            "trials" : 3,                 | "trials" : 4,                | trials: 4 is not the sum of the outcomes
            "rate" : 1.0                  | "rate" : 0.5                 | rate: is not that of the counts
            "cells" : [ {                 | "cells" : [ null, {          | cells: are null
            "trapped" : 0                 | "trapped" : -1               | trapped: -1 is negative
            "undecided" : 0               | "undecided" : 3              | trials: 3 is not the sum of the outcomes
            "diverged" : 0                | "divorced" : 0               | missing field 'diverged'
            "complete" : true             | "complete" : true, "x" : 1   | unknown field "x"
            "complete" : true             | "complete" : tru             | is no study
            "fingerprint" : "             | "fingerprint" : "x           | fingerprint: is not 64 hexadecimal digits
            "seed" : 5                    | "seed" : "five"              | is no study
            """)
    void brokenFilesAreRefused(String before, String after, String message) throws IOException {
        rates("--algorithms pgd --starts spurious --trials 3", "out.json");
        edit(json, text -> text.replace(before, after));
        Outcome outcome = run("experiment merge " + json + " --json " + folder.resolve("sum.json"));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains(message);
        assertThat(folder.resolve("sum.json")).doesNotExist();
    }

    @Test
    void partsThatDoNotBelongTogetherAreRefused() throws IOException {
        rates("--algorithms gd --trials 4", "a.json");
        rates("--algorithms gd --trials 4 --first-trial 5", "gap.json");
        rates("--algorithms gd --trials 4 --first-trial 4 --tolerance 0.02", "other.json");
        rates("--algorithms sgd --trials 4 --first-trial 4", "cells.json");
        assertRefused("a.json", "gap.json", "trials 4 to 4 are missing");
        assertRefused("a.json", "a.json", "trial 0 is there twice");
        assertRefused("a.json", "other.json", "other parameters");
        assertRefused("a.json", "cells.json", "other cells");
    }

    private void assertRefused(String one, String other, String message) {
        Outcome outcome =
                run("experiment merge " + folder.resolve(one) + " " + folder.resolve(other) + " --json " + json);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains(message);
        assertThat(json).doesNotExist();
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
