package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata simulate` interrupted, and gone on with.
@Timeout(60)
class ResumeTest {

    /// About a second of work in plain code.
    private static final String RUN = "simulate --algorithm pgd --p 3 --k 4 --q 1 --rho-w 1,0.5 --eta 0.1 --trials 100";

    @TempDir
    private Path folder;

    private Path json;
    private Path checkpoint;

    @BeforeEach
    void names() {
        json = folder.resolve("out.json");
        checkpoint = folder.resolve("out.json.checkpoint");
    }

    @Test
    void anInterruptedRunGoesOnToTheSameBits() throws Exception {
        String args = RUN + " --steps 3000 --json " + json;
        Outcome whole = Outcome.of("", (args + " --engine plain --threads 2").split(" "));
        assertThat(whole.code()).isZero();
        assertThat(checkpoint).doesNotExist();
        String digest = report().get("digest").asString();
        Files.delete(json);

        Outcome first = interrupted(args + " --engine plain --threads 1");
        assertThat(first.code()).isEqualTo(130);
        assertThat(first.err())
                .hasLineCount(1)
                .contains("interrupted at ", "the same command with --resume goes on from " + checkpoint);
        JsonNode partial = report();
        assertThat(partial.get("complete").asBoolean()).isFalse();
        assertThat(partial.get("digest").isNull()).isTrue();
        assertThat(partial.at("/outcomes/unfinished").asInt()).isBetween(1, 100);
        assertThat(partial.get("outcomes")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(100);
        assertThat(partial.get("trialSteps").asLong()).isLessThan(600_000);
        assertThat(first.out()).contains("digest: none", "unfinished");

        Outcome again = Outcome.of("", (args + " --engine plain").split(" "));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .contains("is left of an interrupted run: add --resume, or delete it")
                .hasLineCount(1);

        Outcome rest = Outcome.of("", (args + " --resume --engine vector --threads 3").split(" "));
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(report().get("digest").asString()).isEqualTo(digest);
        assertThat(report().get("trialSteps").asLong()).isEqualTo(600_000);
        assertThat(folder.toFile().list()).containsExactly("out.json");
    }

    @Test
    void otherOptionsAreRefusedByName() throws Exception {
        interrupted(RUN + " --steps 3000 --engine plain --threads 1 --json " + json);
        byte[] saved = Files.readAllBytes(checkpoint);
        refuse(
                "--steps 3000 --engine plain --seed 7",
                "out.json.checkpoint is of another run: seed was 1, is 7: give the same options");
        refuse("--steps 3000 --engine lumped", "representation was full, is lumped");
        refuse(
                "--steps 3000 --engine plain --start spurious --norm 2",
                "norm was 1.0, is 2.0; start was random, is spurious");
        refuse("--steps 3000,3001 --engine plain", "schedule was {stages=");
        refuse("--steps 3000 --engine plain --generator philox", "generator was splitmix, is philox");
        refuse("--steps 3000 --engine plain --first-trial 1", "firstTrial was 0, is 1");
        assertThat(Files.readAllBytes(checkpoint)).isEqualTo(saved);
        saved[saved.length / 2] ^= 1;
        Files.write(checkpoint, saved);
        refuse("--steps 3000 --engine plain", "is cut short or damaged: delete it and start anew");
        Files.write(checkpoint, Arrays.copyOf(saved, saved.length - 9));
        refuse("--steps 3000 --engine plain", "is cut short or damaged");
        Files.writeString(checkpoint, "something else");
        refuse("--steps 3000 --engine plain", "is no checkpoint of this program");
        Files.delete(checkpoint);
        refuse("--steps 3000 --engine plain", "out.json.checkpoint does not exist: leave the option out to start");
    }

    @Test
    void withoutAReportNothingIsLeft() throws Exception {
        CompletableFuture<Outcome> run = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .start(() -> run.complete(Outcome.of("", (RUN + " --steps 9000000 --engine plain").split(" "))));
        TimeUnit.MILLISECONDS.sleep(300);
        thread.interrupt();
        Outcome outcome = run.get();
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err())
                .contains("nothing is left, since there is no --json FILE")
                .hasLineCount(1);
        assertThat(folder.toFile().list()).isEmpty();
    }

    /// A signal to the program, or to the launcher that has started it.
    @ParameterizedTest
    @CsvSource({"INT,false,130", "TERM,false,143", "INT,true,130", "TERM,true,143"})
    void signalsLeaveACheckpoint(String signal, boolean launched, int code) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/kill")) || Files.isExecutable(Path.of("/usr/bin/kill")),
                "signals are sent by the program kill: without it there is none to send");
        Path err = folder.resolve("err");
        Process program = program(launched)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        waitForCheckpoint();
        new ProcessBuilder("kill", "-" + signal, "" + program.pid()).start().waitFor();
        assertThat(program.waitFor()).as(Files.readString(err)).isEqualTo(code);
        assertThat(Files.readString(err)).contains("interrupted at ", "--resume goes on from");
        assertThat(report().get("complete").asBoolean()).isFalse();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("err", "out.json", "out.json.checkpoint");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void evenAKilledProgramLeavesACheckpoint(boolean launched) throws Exception {
        Process program = program(launched)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        waitForCheckpoint();
        List<ProcessHandle> children = program.descendants().toList();
        program.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get();
        }
        assertThat(checkpoint).exists();
    }

    private ProcessBuilder program(boolean launched) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String args = RUN + " --steps 90000000 --engine plain --threads 1 --json " + json;
        List<String> command = launched
                ? List.of(java, "-cp", System.getProperty("java.class.path"), "lemmata.cli.Launcher")
                : List.of(
                        java,
                        "--add-modules",
                        Launcher.VECTOR,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "lemmata.cli.Launcher");
        return new ProcessBuilder(
                Stream.concat(command.stream(), Stream.of(args.split(" "))).toList());
    }

    private void waitForCheckpoint() throws InterruptedException {
        while (!Files.exists(checkpoint)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /// The run, interrupted some time after it has begun.
    private Outcome interrupted(String args) throws Exception {
        CompletableFuture<Outcome> run = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> run.complete(Outcome.of("", args.split(" "))));
        waitForCheckpoint();
        TimeUnit.MILLISECONDS.sleep(50);
        thread.interrupt();
        return run.get();
    }

    private void refuse(String change, String message) {
        Outcome outcome = Outcome.of("", (RUN + " --resume --json " + json + " " + change).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("lemmata simulate: --resume: ")
                .contains(message)
                .hasLineCount(1);
    }

    private JsonNode report() {
        try {
            return new JsonMapper().readTree(Files.readString(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
