package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/// The small machinery under the options and pictures: numbers, ranges, grids, bands, steps.
class PictureTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "-.5, -0.5", "2.e-3, 0.002", "+1E2, 100", "pi, 3.141592653589793", "PI/4, 0.7853981633974483"})
    void numbersAreDecimalsAndPartsOfPi(String text, double value) {
        assertThat(RealNumber.of(text)).isEqualTo(value);
    }

    @Test
    void infinityIsANumberAndOtherWordsAreNot() {
        assertThat(RealNumber.of("inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(RealNumber.of("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
        for (String text : List.of("", " ", "NaN", "1d", "0x1", "1e", "--1", "1e999", "pi/0", "pi/x", "2pi", "1,5")) {
            assertThatThrownBy(() -> RealNumber.of(text))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("\"" + text + "\" is no number");
        }
    }

    @Test
    void rangesRunUpwards() {
        Range.Converter converter = new Range.Converter();
        assertThat(converter.convert("-inf,0.5")).isEqualTo(new Range(Double.NEGATIVE_INFINITY, 0.5));
        assertThat(converter.convert("0, pi")).isEqualTo(new Range(0, Math.PI));
        assertThatThrownBy(() -> converter.convert("1,0")).hasMessageContaining("runs backwards");
        assertThatThrownBy(() -> converter.convert(",1")).hasMessageContaining("\"\" is no number");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.05", "12, 1", "12.1, 2", "0.0065, 0.001", "24, 2", "60, 5", "61, 10", "1e-7, 1e-8"})
    void stepsAreRoundAndAtMostTwelve(double length, double step) {
        assertThat(Axes.step(length)).isEqualTo(step);
    }

    @Test
    void aGridIsBilinearBetweenItsPoints() {
        Grid grid = new Grid(new double[][] {{0, 1, 4}, {10, 11, 14}});
        assertThat(grid.at(0, 0)).isZero();
        assertThat(grid.at(1, 1)).isEqualTo(14);
        assertThat(grid.at(0.75, 0.5)).isEqualTo(7.5);
        assertThat(grid.least()).isZero();
        assertThat(grid.most()).isEqualTo(14);
    }

    /// In grey, which is how some print and some see, a higher band is a lighter one.
    @Test
    void bandsGetLighterUpwards() {
        for (int count : new int[] {1, 2, 7, 12, 30}) {
            Bands bands = new Bands(-3, 0.5, count);
            assertThat(bands.high()).isEqualTo(-3 + 0.5 * count);
            List<Double> luminances = IntStream.range(0, count)
                    .mapToObj(i -> luminance(bands.colour(-3 + 0.5 * i + 0.25)))
                    .toList();
            assertThat(luminances).isSorted().doesNotHaveDuplicates();
            assertThat(bands.colour(-99)).isEqualTo(bands.colour(-2.9));
            assertThat(bands.colour(99)).isEqualTo(bands.colour(bands.high() - 0.1));
        }
    }

    @Test
    void curvesDifferInColourAndInDash() {
        assertThat(Style.CURVES).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, Style.CURVES.size())
                        .mapToObj(Style::stroke)
                        .distinct())
                .hasSameSizeAs(Style.CURVES);
    }

    @Test
    void anglesInStepsAreSymmetricAndExactAtTheirEnds() {
        var angles = Angles.steps(180);
        assertThat(angles).hasSize(181);
        assertThat(angles[180].psi()).isZero();
        assertThat(angles[0].phi()).isZero();
        for (int i = 0; i <= 180; i++) {
            assertThat(2 * i == 180 || angles[i].equals(angles[180 - i].supplement()))
                    .isTrue();
            assertThat(angles[i].phi()).isEqualTo(i * Math.PI / 180, within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 3", "1e-6, -6", "1, 0", "2, 0.3010299956639812"})
    void logarithmsOfPowersOfTenAreWhole(double x, double logarithm) {
        assertThat(Logarithm.of(x)).isEqualTo(logarithm, within(1e-15));
        assertThat(Logarithm.inverse(logarithm)).isEqualTo(x, within(1e-12 * x));
    }

    private static double luminance(Color colour) {
        return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
    }
}
