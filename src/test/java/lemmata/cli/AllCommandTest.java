package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Entry;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `lemmata experiment all`: what it refuses, how it is interrupted, and that it does nothing twice. All of it takes
/// minutes.
@Timeout(60)
class AllCommandTest {

    private static final SuccessRates.Common COMMON = new SuccessRates.Common(6, 1, Generator.SPLITMIX, 1);
    private static final StudyFile.Parameters PARAMETERS =
            new StudyFile.Parameters("splitmix", 1, 0, 8, 0.01, StudyFile.LEVEL);

    @TempDir
    private Path folder;

    private Path output;
    private Path rates;

    @BeforeEach
    void names() {
        output = folder.resolve("results");
        rates = output.resolve("success-rates.json");
    }

    private Outcome all(String more) {
        return Outcome.of("", arguments(more));
    }

    private String[] arguments(String more) {
        return ("experiment all --trials 1 --other-trials 1 --output " + output + more).split(" ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --trials 0           | --trials:
        --trials -3          | --trials:
        --trials 99999999999 | --trials
        --trials many        | --trials
        --other-trials 0     | --other-trials: 0
        --other-trials -1    | --other-trials: -1
        --threads 0          | --threads:
        --seed x             | --seed
        --norm 2             | --norm
        --resume             | --resume
        """)
    void wrongUsageIsOneLineAndLeavesNothing(String arguments, String message) {
        Outcome outcome = Outcome.of("", ("experiment all --output " + output + " " + arguments).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .hasLineCount(1)
                .startsWith("lemmata experiment all: ")
                .contains(message);
        assertThat(output).doesNotExist();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(output, "mine");
        Outcome outcome = all("");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("--output: ", " is no folder: name another");
        assertThat(output).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeMadeIsNoOutput() throws IOException {
        Files.writeString(output, "mine");
        Outcome outcome = Outcome.of("", "experiment", "all", "--output", output.resolve("in/it") + "");
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).hasLineCount(1).contains(output.toString());
        assertThat(output).hasContent("mine");
    }

    @Test
    void aFolderInTheWayOfAResultIsNoOutput() throws IOException {
        Files.createDirectories(rates);
        Outcome outcome = all("");
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).hasLineCount(1).contains(rates.toString());
    }

    @Test
    void whatIsNoResultIsNotOverwritten() throws IOException {
        Files.createDirectories(output);
        Files.writeString(rates, "mine");
        Outcome outcome = all("");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains(rates + " is no study");
        assertThat(rates).hasContent("mine");
    }

    /// Ended by SIGTERM among the first cells, refused with other options, and gone on with.
    @Test
    void anInterruptedRunGoesOnWhereItWas() throws Exception {
        requireInterrupted(interrupted("", 1));
        StudyFile first = StudyFile.read(rates, "rates");
        requireGrid(first);

        for (String other : List.of(" --seed 2", " --seed -1")) {
            Outcome refused = all(other);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).hasLineCount(1).contains("parameters ", "give the same options");
            assertThat(StudyFile.read(rates, "rates")).isEqualTo(first);
        }

        long done = done(first);
        requireInterrupted(interrupted(" --threads 1", done + 1));
        StudyFile second = StudyFile.read(rates, "rates");
        requireGrid(second);
        assertThat(done(second)).isGreaterThan(done);
        assertThat(second.effort().seconds()).isGreaterThan(first.effort().seconds());
        for (int i = 0; i < done; i++) {
            assertThat(second.cells().get(i)).isEqualTo(first.cells().get(i));
        }
    }

    private void requireInterrupted(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(143);
        assertThat(outcome.err().lines().toList().getLast())
                .isEqualTo("lemmata experiment all: interrupted: the same command goes on");
        assertThat(output.toFile().list()).containsExactly("success-rates.json");
    }

    /// Every algorithm from every start at every k and q, finished one after the other.
    private static void requireGrid(StudyFile study) {
        assertThat(study.complete()).isFalse();
        assertThat(study.cells())
                .hasSize(
                        Method.values().length * Start.values().length * SuccessRates.K.size() * SuccessRates.Q.size());
        assertThat(study.cells().stream().map(CellFile::identity)).doesNotHaveDuplicates();
        for (int i = 0; i < study.cells().size(); i++) {
            assertThat(study.cells().get(i).trials()).isEqualTo(i < done(study) ? 1 : 0);
        }
    }

    private static long done(StudyFile study) {
        return study.cells().stream().filter(cell -> cell.trials() > 0).count();
    }

    /// The run in a program of its own, asked to end when that many cells have been saved.
    private Outcome interrupted(String more, long cells) throws Exception {
        Path err = folder.resolve("err");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                Launcher.VECTOR,
                "-cp",
                System.getProperty("java.class.path"),
                "lemmata.cli.Launcher");
        Process program = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments(more))).toList())
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.exists(rates) || done(StudyFile.read(rates, "rates")) < cells) {
            assertThat(program.isAlive()).as(Files.readString(err)).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        program.destroy();
        return new Outcome(program.waitFor(), "", Files.readString(err));
    }

    /// A finished study is taken over as it is: a fingerprint that no run has is still there, and nothing asks whether
    /// to stop within a cell.
    @Test
    void aFinishedStudyIsNotRunAgain() throws IOException {
        Path json = folder.resolve("study.json");
        StudyFile ran = study(json, false).run(() -> false);
        assertThat(ran.complete()).isTrue();
        CellFile first = ran.cells().getFirst();
        String other = "0".repeat(64);
        assertThat(first.fingerprint()).isNotEqualTo(other);
        Files.writeString(json, Files.readString(json).replace(first.fingerprint(), other));
        StudyFile marked = StudyFile.read(json, "json");

        StudyFile again = study(json, true).run(() -> false);
        assertThat(again.complete()).isTrue();
        assertThat(again.cells()).isEqualTo(marked.cells());
        assertThat(again.cells().getFirst().fingerprint()).isEqualTo(other);
        assertThat(StudyFile.read(json, "json").cells()).isEqualTo(marked.cells());
        assertThat(again.effort().trialSteps()).isEqualTo(ran.effort().trialSteps());

        assertThat(study(json, true).run(() -> true).complete()).isTrue();
    }

    /// The page of both studies names what it shows, and every file that it shows is there.
    @Test
    void thePageShowsBothStudies() throws IOException {
        StudyFile some = study(folder.resolve("study.json"), false).run(() -> false);
        StudyFile variants = new StudyFile(
                some.schema(),
                some.version(),
                some.command(),
                "sensitivity",
                some.parameters(),
                true,
                some.cells(),
                some.effort());
        Files.writeString(folder.resolve("curves-random.svg"), "<svg/>");
        ResultsPage.write(
                folder, List.of(some, variants), List.of(new ResultsPage.Figure("curves-random.svg", "Loss & angle.")));
        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page)
                .contains("<h2>Success rates</h2>", "<h2>What the schedules need</h2>", "Loss &amp; angle.")
                .doesNotContain("null", "NaN", "not complete");
        assertThat(page.split("<img src=\"", -1)).hasSize(1 + 2);
        Stream.of(page.split("<img src=\""))
                .skip(1)
                .forEach(rest -> assertThat(folder.resolve(rest.substring(0, rest.indexOf('"'))))
                        .isNotEmptyFile());
    }

    /// Of two small cells, by a command of the same name.
    private static Study study(Path json, boolean resume) {
        @Command(name = "all")
        class All {}
        CommandLine line = new CommandLine(CommandSpec.forAnnotatedObject(new All()));
        line.parseArgs();
        List<Entry> entries =
                SuccessRates.entries(COMMON, Method.GD, Reading.POSTER, Start.RANDOM, List.of(4), List.of(0.0, 1.0));
        Study study = new Study(line.getCommandSpec(), "success-rates", PARAMETERS, 1, json, entries);
        study.prepare(resume, "output");
        return study;
    }
}
