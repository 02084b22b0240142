package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lemmata constants` with arguments that are wrong.
class ConstantsUsageTest {

    /// What is changed in good arguments, and the one line of complaint.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --p 1                         | --p: is 1, noise is treated for 2 to
            --p six                       | Invalid value for option '--p'
            --k 0                         | --k: is 0: give at least one patch
            --k 1                         | --q: 2.0 is not in [0, k], or not 1 for k = 1
            --k 1000001                   | --k: is 1000001, here at most 1000000
            --q 26                        | --q: 26.0 is not in [0, k]
            --q -1                        | --q: -1.0 is not in [0, k]
            --q x                         | '--q': "x" is no number: give a decimal
            --q nan                       | '--q': "nan" is no number
            --q 1f                        | '--q': "1f" is no number
            --q 0x1p3                     | '--q': "0x1p3" is no number
            --norm 0                      | --norm: is 0: a* = 0 has no escape noise
            --norm -1                     | --norm: -1.0 is no norm
            --norm 1e75                   | --norm: ‖a*‖ is no number up to
            --rho-w -1                    | --rho-w: -1.0 is no radius
            --rho-w inf                   | --rho-w: is infinite
            --rho-w 1e80                  | --rho-w: 1.0E80 is no radius
            --reading X                   | '--reading': "X" is none of [RADIAL,NETWORK, RADIAL,ANGLE,
            --phi 1                       | '--phi': "1" is no range: give LOW,HIGH
            --phi 1,2,3                   | '--phi': "1,2,3" is no range
            --phi 2,1                     | '--phi': "2,1" runs backwards
            --phi -1,1                    | --phi: -1 is not in [0, π]: give angles in radians
            --phi 0,3.2                   | --phi: 3.2 is not in [0, π]
            --phi 0,inf                   | --phi: inf is not in [0, π]
            --alignment 4,5               | --alignment: of the region's weights lies in [-
            --alignment inf,inf           | --alignment: from Infinity to Infinity is no range
            --alignment a,b               | '--alignment': "a" is no number
            --radius -1                   | --radius: -1.0 is no radius
            --sum 50,60                   | --sum: exceeds what ‖a‖ ≤ 1.0 allows
            --cw inf                      | --cw: Infinity is no rate
            --ca 0.6                      | --ca: 0.6 is not below the limit 0.596
            --ca -inf                     | --ca: is infinite: give a finite number
            --json no/such/file           | '--json': the folder of no/such/file does not exist
            --jsn x                       | Unknown option
            """)
    void wrongUsageIsOneLineWithTheOptionAndExitCode2(String change, String message) {
        String option = change.split(" ")[0];
        String good = Stream.of("--p 6", "--k 25", "--q 2", "--rho-w 1", "--radius 1")
                .filter(each -> !each.startsWith(option + " "))
                .collect(Collectors.joining(" "));
        assertUsage("constants " + good + " " + change, message);
    }

    @Test
    void aRegionWithoutALowerBoundIsNamed() {
        assertUsage(
                "constants --p 6 --k 25 --q 2 --rho-w 1",
                "--alignment: has no lower bound on the region: give one, or a radius");
        assertUsage("constants --p 6 --k 25 --q 2", "Missing required option: '--rho-w=R'");
    }

    private static void assertUsage(String args, String message) {
        Outcome outcome = Outcome.of("", args.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("lemmata constants: ")
                .contains(message)
                .hasLineCount(1);
    }
}
