package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lemmata simulate` and `lemmata run` with arguments that are wrong.
class SimulateUsageTest {

    @TempDir
    private Path folder;

    /// What is changed in good arguments, and the one line of complaint.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --algorithm adam           | adam is none of gd, pgd, sgd, psgd
            --p 0                      | --p: is 0: give a number from 1 to 262144
            --p 300000                 | --p: is 300000: give a number from 1 to 262144
            --k 0                      | --k: is 0: give at least one patch
            --k 1                      | --q: 2.0 is not in [0, k], or not 1 for k = 1
            --q 26                     | --q: 26.0 is not in [0, k]
            --norm -1                  | --norm: -1.0 is no norm
            --trials 0                 | --trials: 0 is no number of trials
            --trials many              | '--trials'
            --trials 2000000000        | GB, here are
            --first-trial -1           | --first-trial: -1 is out of range
            --tolerance 0              | --tolerance: 0.0 is not in (0, 1]
            --tolerance 1.1            | --tolerance: 1.1 is not in (0, 1]
            --threads 0                | --threads: 0 is no number of threads
            --steps -1                 | --steps: -1 is negative
            --steps 1,2,3              | --rho-w: has 2 numbers, another option 3: give as many, or one
            --steps 99999999999999999  | --steps: are more than there are random words or counts for
            --eta 0                    | --eta: 0.0 is no step size
            --eta x                    | "x" is no number
            --eta 0.5                  | --eta: 0.5 is unstable, the mean of a grows from step to step: stay below 0.2
            --eta 0.5                  | , or add --unstable
            --rho-w 1,2                | --rho-w: 2.0 is above 1.0 of the stage before
            --rho-w -1                 | --rho-w: -1.0 is no radius
            --rho-a inf                | --rho-a: Infinity is no radius
            --batch 2                  | --batch: gd and pgd take the exact gradient: leave it out
            --reading X                | "X" is none of [RADIAL,NETWORK
            --start here               | here is none of random, spurious
            --generator mt             | mt is none of splitmix, philox
            --seed x                   | '--seed'
            --engine gpu               | gpu is none of plain, vector, lumped
            --vector-bits 64           | 64 is none of 128, 256, 512, max
            --schedule no/such         | no/such does not exist
            --json no/such/file        | the folder of no/such/file does not exist
            --resume                   | --resume: goes on from the checkpoint beside --json FILE
            --stepz 1                  | nearest: --steps
            """)
    void wrongUsageIsOneLineWithTheOptionAndExitCode2(String change, String message) {
        assertUsage("simulate", change, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --algorithm gd             | --rho-w: gd and sgd have no noise: leave it out, or choose pgd or psgd
            --every 0                  | --every: 0 is no number of steps
            --trial -1                 | --trial: -1 is negative
            --format xml               | xml is none of csv, jsonl
            --gradient smoothed        | --gradient: smoothed is for gd in plain code
            --steps 99999999999999999  | --steps: are more than there are random words
            """)
    void runIsAsStrict(String change, String message) {
        assertUsage("run", change, message);
    }

    @Test
    void someOptionsExcludeEachOther() {
        assertUsage("simulate", "--engine plain --vector-bits 256", "--vector-bits: says nothing with --engine plain");
        assertUsage("simulate", "--algorithm sgd --rho-w 0 --batch 0", "--batch: 0 is no batch size");
        assertUsage(
                "simulate",
                "--algorithm sgd --rho-w 0 --reading UNIT,ANGLE",
                "--reading: UNIT,ANGLE is no gradient of a mini-batch");
        assertUsage("simulate", "--csv f --json f", "--csv: names a file that another option names too: name another");
        Outcome missing = Outcome.of("", "simulate", "--algorithm", "gd", "--p", "2", "--k", "2", "--q", "1");
        assertThat(missing.err())
                .contains("--steps: is missing: give it, or --schedule")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                       | is not JSON at line 1, column
            []                                                      | file: is no object: give an object {"stages":[…]}
            {}                                                      | stages: is missing: give an array of stages
            {"stages":[]}                                           | stages: is empty: give at least one stage
            {"stages":3}                                            | stages: is a number: give an array of stages
            {"stages":[3]}                                          | stages[0]: is a number: give an object {"rhoW":…
            {"stage":[]}                                            | stage: is not known: remove it
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1}]}              | stages[0].steps: is missing: give the number of steps
            {"stages":[{"rhoA":1,"eta":0.1,"steps":5}]}             | stages[0].rhoW: is missing
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":5,"x":1}]}   | stages[0].x: is not known: remove it
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":5,"steps":5}]} | stages[0].steps: stands there twice
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":0.5}]}  | stages[0].steps: 0.5 is no number of steps
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":1e30}]} | stages[0].steps: 1.0E30 is no number of steps
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":-5}]}   | stages[0].steps: -5 is negative
            {"stages":[{"rhoW":"1","rhoA":1,"eta":0.1,"steps":5}]}  | stages[0].rhoW: is a string: give a number
            {"stages":[{"rhoW":1,"rhoA":-1,"eta":0.1,"steps":5}]}   | stages[0].rhoA: -1.0 is no radius
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.9,"steps":5}]}    | stages[0].eta: 0.9 is unstable
            {"stages":[{"rhoW":1,"rhoA":1,"eta":0.1,"steps":5},{"rhoW":2,"rhoA":1,"eta":0.1,"steps":5}]} | stages[1].rhoW: 2.0 is above 1.0
            {"stages":[]} x                                         | is not JSON
            {"stages":[]} {}                                        | file: goes on behind its object
            """)
    void aBrokenScheduleIsOneLineWithItsField(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("s.json"), text);
        Outcome outcome = Outcome.of("", ("simulate --algorithm pgd --p 6 --k 25 --q 2 --schedule " + file).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("lemmata simulate: --schedule: ")
                .contains(message)
                .hasLineCount(1);
    }

    @Test
    void aScheduleIsInTheFileOrInTheOptions() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"stages\":[{\"rhoW\":1,\"rhoA\":0,\"eta\":0.1,\"steps\":5}]}");
        assertUsage("simulate", "--schedule " + file, "--schedule: the stages are in the file: leave out --steps");
        Outcome gd = Outcome.of("", ("simulate --algorithm gd --p 6 --k 25 --q 2 --schedule " + file).split(" "));
        assertThat(gd.err())
                .contains("--schedule: stages[0].rhoW: gd and sgd have no noise")
                .hasLineCount(1);
    }

    private static void assertUsage(String command, String change, String message) {
        String good = Stream.of(
                        "--algorithm pgd", "--p 6", "--k 25", "--q 2", "--eta 0.1", "--rho-w 1,0.5", "--steps 5")
                .filter(each -> !change.contains(each.split(" ")[0] + " "))
                .collect(Collectors.joining(" "));
        Outcome outcome = Outcome.of("", (command + " " + good + " " + change).split(" "));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("lemmata " + command + ": ")
                .contains(message)
                .hasLineCount(1);
    }
}
