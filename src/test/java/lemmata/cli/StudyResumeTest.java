package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Entry;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lemmata experiment success-rates` ended by a signal, and gone on with.
@Timeout(60)
class StudyResumeTest {

    /// Two blocks of trials in each cell: what is saved first is part of a cell.
    private static final int TRIALS = 17_000;

    private static final String RUN =
            "experiment success-rates --algorithms gd --starts random --k 4 --q 0,1 --norm 3 --seed 5 --trials "
                    + TRIALS;

    private static final List<CellFile> WHOLE = new ArrayList<>();

    @TempDir
    private Path folder;

    /// All trials of a cell at once.
    @BeforeAll
    static void withoutInterruption() throws InterruptedException {
        SuccessRates.Common common = new SuccessRates.Common(SuccessRates.P, 3, Generator.SPLITMIX, 5);
        SuccessRates rates = new SuccessRates(SuccessRates.fastBits(), 0, TRIALS, 0.01);
        for (Entry entry :
                SuccessRates.entries(common, Method.GD, Reading.POSTER, Start.RANDOM, List.of(4), List.of(0.0, 1.0))) {
            WHOLE.add(CellFile.of(rates.run(entry, 2, () -> false).orElseThrow()));
        }
    }

    private static Outcome run(String more) {
        return Outcome.of("", (RUN + more).split(" "));
    }

    /// A signal that the program can answer, and one that it cannot.
    @ParameterizedTest
    @CsvSource({"TERM,143", "KILL,137"})
    void whatHasRunIsNotLost(String signal, int code) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/kill")) || Files.isExecutable(Path.of("/usr/bin/kill")),
                "signals are sent by the program kill: without it there is none to send");
        Path json = folder.resolve("out.json");
        Path err = folder.resolve("err");
        Process program = program(json)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        waitForTrials(json, program);
        new ProcessBuilder("kill", "-" + signal, "" + program.pid()).start().waitFor();
        assertThat(program.waitFor()).as(Files.readString(err)).isEqualTo(code);
        if (!signal.equals("KILL")) {
            assertThat(Files.readString(err)).endsWith("interrupted: the same command with --resume goes on\n");
        }
        StudyFile left = StudyFile.read(json, "json");
        requirePart(left);

        Outcome refused = run(" --json " + json);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("is of an interrupted run: add --resume, or delete it");
        assertThat(StudyFile.read(json, "json")).isEqualTo(left);

        Outcome rest = run(" --resume --threads 3 --json " + json);
        assertThat(rest.code()).as(rest.err()).isZero();
        StudyFile found = StudyFile.read(json, "json");
        assertThat(found.complete()).isTrue();
        assertThat(found.cells()).isEqualTo(WHOLE);
        assertThat(found.parameters()).isEqualTo(left.parameters());
        assertThat(found.effort().trialSteps()).isEqualTo(StudyFile.trialSteps(WHOLE));
        assertThat(found.effort().seconds()).isGreaterThan(left.effort().seconds());
    }

    /// Some trials have run, but not all; cells that are finished are those of the whole run.
    private static void requirePart(StudyFile left) {
        assertThat(left.complete()).isFalse();
        assertThat(left.cells()).hasSameSizeAs(WHOLE);
        long trials = left.cells().stream().mapToLong(CellFile::trials).sum();
        assertThat(trials).isBetween(1L, (long) TRIALS * WHOLE.size() - 1);
        for (int i = 0; i < WHOLE.size(); i++) {
            CellFile cell = left.cells().get(i);
            assertThat(cell.identity()).isEqualTo(WHOLE.get(i).identity());
            if (cell.trials() == TRIALS) {
                assertThat(cell).isEqualTo(WHOLE.get(i));
            }
        }
    }

    private static ProcessBuilder program(Path json) {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                Launcher.VECTOR,
                "-cp",
                System.getProperty("java.class.path"),
                "lemmata.cli.Launcher");
        String args = RUN + " --threads 1 --json " + json;
        return new ProcessBuilder(
                Stream.concat(java.stream(), Stream.of(args.split(" "))).toList());
    }

    /// The first block of trials is saved as soon as it has run.
    private static void waitForTrials(Path json, Process program) throws IOException, InterruptedException {
        while (!Files.exists(json)
                || StudyFile.read(json, "json").cells().getFirst().trials() == 0) {
            assertThat(program.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
