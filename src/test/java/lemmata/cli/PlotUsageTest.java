package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `lemmata plot` with arguments that are wrong.
class PlotUsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kappa --p 6                                       | --svg: nowhere to draw: give --svg, --png or --csv
            kappa --p 6 --svg x --png x                       | --svg, --png, --csv: two of them are the same file
            kappa --p 6 --svg no/such/file                    | '--svg': the folder of no/such/file does not exist
            kappa --svg x                                     | Missing required option: '--p=P'
            kappa --p 1 --svg x                               | --p: is 1, noise is treated for 2 to
            kappa --p 6 --rho-w 1,-1 --svg x                  | --rho-w: -1.0 is no radius
            kappa --p 6 --rho-w 1,x --svg x                   | "x" is no number
            kappa --p 6 --rho-w 1,2,3,4,5,6,7,8 --svg x       | --rho-w: more than seven curves: choose fewer
            kappa --p 6 --reading RADIAL --svg x              | "RADIAL" is none of [RADIAL,NETWORK,
            kappa --p 6 --k 3 --svg x                         | Unknown option
            constants --p 6 --k 9 --q 10 --svg x              | --q: 10.0 is not in [0, k]
            constants --p 6 --k 9 --q 1 --norm 0 --svg x      | --norm: is 0, where there is nothing to draw
            constants --p 6 --k 9 --q 1 --d 0 --svg x         | --d: 0 is no positive number
            constants --p 6 --k 9 --q 1 --rho-w 0,1 --svg x   | --rho-w: is no range within 1e-6,1e6
            constants --p 6 --k 9 --q 1 --rho-w 1,1 --svg x   | --rho-w: is no range within 1e-6,1e6
            constants --p 6 --k 9 --q 1 --ca 0.4 --svg x      | --ca: 0.4 is not below the limit 0.34
            constants --p 1 --k 9 --q 1 --svg x               | --p: is 1, noise is treated for 2 to
            escape --p 6,0 --k 9 --svg x                      | --p: is 0, noise is treated for 2 to
            escape --p 2,3,4,5,6,7,8,9 --k 9 --svg x          | --p: more than seven curves: choose fewer
            escape --p 6 --k 1 --svg x                        | --k: is 1, which leaves no choice of q
            """)
    void wrongUsageIsOneLineAndExitCode2AndWritesNothing(String args, String message) {
        Path here = Path.of("x");
        assertThat(here).doesNotExist();
        Outcome outcome = Outcome.of("", ("plot " + args).split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("lemmata plot " + args.split(" ")[0] + ": ")
                .contains(message)
                .hasLineCount(1);
        assertThat(here).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plot kappa --p 6 --rho-w , --csv k.csv; --rho-w: names nothing",
                "plot escape --p , --k 25 --csv e.csv; --p: names nothing",
                "bench smoothing --p ,; --p: names nothing"
            })
    void anEmptyListIsRefused(String args, String message) {
        Outcome outcome = Outcome.of("", args.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    @Test
    void aPlotMustBeNamed() {
        assertThat(Outcome.of("", "plot").err()).contains("no plot: give one of kappa, constants, escape");
        assertThat(Outcome.of("", "plot", "kapa").err()).contains("nearest: kappa");
        assertThat(Outcome.of("", "plot", "kappa", "--help").out()).contains("lemmata plot kappa", "--rho-w");
    }
}
