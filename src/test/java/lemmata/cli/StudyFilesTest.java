package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lemmata.experiment.BinomialInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `lemmata experiment merge` and `compare`, and files of studies that are wrong.
class StudyFilesTest extends StudyCases {

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
    void sameTrialsMustBeTheSameRuns() throws IOException {
        rates("--algorithms gd --starts random --trials 20", "a.json");
        rates("--algorithms gd --starts random --trials 20", "out.json");
        edit(
                json,
                text -> text.replaceFirst("\"fingerprint\" : \".", "\"fingerprint\" : \"z")
                        .replace("\"z", "\"0"));
        Outcome outcome = run("experiment compare " + folder.resolve("a.json") + " " + json);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("3 the same runs, 0 others within chance, 1 different");
    }
}
