package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lemmata theorem` with arguments that are wrong.
class TheoremUsageTest {

    /// What is changed in good arguments, and the one line of complaint.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --theorem 3                | --theorem: 3 is none of the paper's two: give 1 or 2
            --theorem x                | '--theorem'
            --theorem 2                | --gamma: is missing: theorem 2 needs the squared error γ
            --theorem 2 --gamma 0      | --gamma: 0.0 is no squared error: give a positive number
            --theorem 2 --gamma -1     | --gamma: -1.0 is no squared error
            --theorem 2 --gamma 1e-200 | --gamma: 1.0E-200 is too small for times in doubles: give at least 1.0E-100
            --gamma 0.1                | --gamma: is of theorem 2: leave it out, or choose --theorem 2
            --p 0                      | --p: is 0: give a number from 1 to 1048576
            --p 2000000                | --p: is 2000000: give a number from 1 to 1048576
            --k 0                      | --k: is 0: give a number from 1 to 1048576
            --k 1                      | --q: 2.0 is not in [0, k], or not 1 for k = 1
            --q 26                     | --q: 26.0 is not in [0, k]
            --q -1                     | --q: -1.0 is not in [0, k]
            --norm -1                  | --norm: -1.0 is no norm
            --norm 1e40                | --norm: 1.0E40 is too large for runs: give at most 1e30
            --rho-w -1                 | --rho-w: -1.0 is no radius: give a number from 0
            --rho-w nan                | "nan" is no number
            --rho-w inf                | --rho-w: Infinity is no radius
            --rho-w 1e-300             | --rho-w: 1.0E-300 is no radius: give 0, or a number from 1.0E-70
            --rho-a -0.5               | --rho-a: -0.5 is no radius
            --eta 0                    | --eta: 0.0 is no step size: give a positive number
            --eta -1                   | --eta: -1.0 is no step size
            --eta x                    | "x" is no number
            --eta 1e-200               | --eta: 1.0E-200 is too small for times in doubles: give at least 1.0E-100
            --delta 0                  | --delta: 0.0 is no failure probability: give a number in (0, 1)
            --delta 1                  | --delta: 1.0 is no failure probability
            --delta 1e-200             | --delta: 1.0E-200 is too small for times in doubles
            --form proved              | proved is none of printed, repaired
            --reading X                | "X" is none of [RADIAL,NETWORK
            --start here               | here is none of random, spurious
            --phi0 1                   | --a0: is missing: --phi0 and --a0 go together
            --a0 0,0,0                 | --phi0: is missing: --phi0 and --a0 go together
            --a0 0,0                   | "0,0" has not three numbers: give X,Y,Z
            --a0 0,x,0                 | "x" is no number
            --phi0 4 --a0 0,0,0        | --phi0: 4 is not in [0, π]: give radians
            --phi0 1 --a0 0,0,-1       | --a0: is no x,y,z with z ≥ 0 and ‖a₀‖ below 1e30
            --phi0 1 --a0 inf,0,0      | --a0: is no x,y,z with z ≥ 0 and ‖a₀‖ below 1e30
            --phi0 1 --a0 0,0,0 --start random  | --start: is given by --phi0 and --a0: leave it out, or them
            --k 2 --phi0 1 --a0 0,0,1  | --a0: has more coordinates than k = 2 patches: give 0 for the last
            --p 1 --phi0 1 --a0 0,0,0  | --phi0: is neither 0 nor π, but a filter of length 1 is w* or −w*
            --constants own            | own is none of unit, pinned
            --c-eta 0                  | --c-eta: 0 is no constant: give a positive number up to 1e100
            --c-t -1                   | --c-t: -1 is no constant
            --c-h inf                  | --c-h: inf is no constant
            --c-w 1                    | --c-w: follows from the noise in theorem 1: leave it out
            --c-a 1                    | --c-a: follows from the noise in theorem 1: leave it out
            --alignment 0,1            | --alignment: begins at 0, but 0 < m_a: give positive numbers
            --alignment 2,1            | "2,1" runs backwards
            --theorem 2 --gamma 1 --alignment 1,2 | --alignment: is of theorem 1: leave it out
            --trials 0                 | --trials: 0 is no number of runs: give 1 to 1000000
            --trials 1000001           | --trials: 1000001 is no number of runs
            --steps 0                  | --steps: 0 is no number of steps: give at least 1
            --threads 0                | --threads: 0 is no number of threads
            --generator mt             | mt is none of splitmix, philox
            --json no/such/file        | the folder of no/such/file does not exist
            --etta 1                   | nearest: --eta
            --steps 9000000000000000 --eta 1e-9 | --steps: are more than there are random words or counts for: give fewer
            """)
    void wrongUsageIsOneLineWithTheOptionAndExitCode2(String change, String message) {
        String good = Stream.of("--theorem 1", "--p 2", "--k 4", "--q 2", "--rho-w 16", "--rho-a 1", "--eta 1e-5")
                .filter(each -> !(change + " ").contains(each.split(" ")[0] + " "))
                .collect(Collectors.joining(" "));
        Outcome outcome = Outcome.of("", ("theorem check " + good + " " + change).split("\\s+"));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("lemmata theorem check: ")
                .contains(message)
                .hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void withoutAQuestionItSaysWhatToGive() {
        Outcome outcome = Outcome.of("", "theorem");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("lemmata theorem: no question: give one of check")
                .hasLineCount(1);
        Outcome missing = Outcome.of("", "theorem", "check", "--theorem", "1");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err())
                .contains("Missing required options: '--p=P', '--k=K'")
                .hasLineCount(1);
    }
}
