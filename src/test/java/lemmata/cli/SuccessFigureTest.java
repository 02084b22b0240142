package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Entry;
import lemmata.experiment.Row;
import lemmata.experiment.SuccessRates;
import lemmata.experiment.Tally;
import lemmata.experiment.TrapPrediction;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The picture of the success rates, where it could mislead.
class SuccessFigureTest {

    private static final List<Integer> KS = List.of(25, 64, 100);
    /// Between data and legend.
    private static final int LEGEND = 744;

    /// Of q = 0, 1 and 9; at q = 0 the successes given, one for each k, 0 for a cell that has not run.
    private static List<CellFile> cells(int... atZero) {
        SuccessRates.Common common = new SuccessRates.Common(6, 1, Generator.SPLITMIX, 1);
        List<CellFile> cells = new ArrayList<>();
        for (Entry entry :
                SuccessRates.entries(common, Method.GD, Reading.POSTER, Start.RANDOM, KS, List.of(0.0, 1.0, 9.0))) {
            boolean zero = entry.cell().q() == 0;
            int successes = zero ? atZero[KS.indexOf(entry.cell().k())] : 60;
            Tally tally = new Tally(successes, 100 - successes, 0, 0, BigInteger.valueOf(cells.size()));
            Row row = new Row(entry, tally, TrapPrediction.of(entry.cell()));
            cells.add(successes == 0 ? CellFile.of(entry) : CellFile.of(row));
        }
        return cells;
    }

    @Test
    void whatIsTheSameForAllKIsDrawnOnceAndSaid() {
        SuccessFigure same = new SuccessFigure(cells(44, 44, 44), KS);
        assertThat(same.shown(25)).extracting(CellFile::q).containsExactly(0.0, 1.0, 9.0);
        assertThat(same.shown(64)).extracting(CellFile::q).containsExactly(1.0, 9.0);
        assertThat(same.shown(100)).extracting(CellFile::q).containsExactly(1.0, 9.0);
        assertThat(same.notes()).contains("one point for all");
    }

    @Test
    void whatDiffersIsAllDrawn() {
        for (int[] atZero : new int[][] {{44, 44, 45}, {43, 44, 44}}) {
            SuccessFigure figure = new SuccessFigure(cells(atZero), KS);
            KS.forEach(k -> assertThat(figure.shown(k)).hasSize(3));
            assertThat(figure.notes()).doesNotContain("one point for all");
        }
    }

    @Test
    void cellsThatHaveNotRunAreNotDrawn() {
        SuccessFigure figure = new SuccessFigure(cells(44, 0, 0), KS);
        assertThat(figure.shown(25)).hasSize(3);
        assertThat(figure.shown(64)).extracting(CellFile::q).containsExactly(1.0, 9.0);
        assertThat(figure.notes()).doesNotContain("one point for all");
    }

    /// The 5 × 5 pixels in the middle of a marker, which a dash could leave white, are of the colour of its k.
    @Test
    void theLegendShowsLineAndMarkerOfEachKAndCoversNothing() throws IOException {
        Headless.prepare();
        Sheet sheet = SuccessFigure.of("t", cells(44, 44, 44), "c");
        assertThat(sheet.subtitle()).contains("those of different k side by side");
        BufferedImage image = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        sheet.draw(g);
        g.dispose();
        for (int i = 0; i < KS.size(); i++) {
            assertThat(widest(image, Style.colour(i), 0, LEGEND)).isGreaterThanOrEqualTo(5);
            assertThat(widest(image, Style.colour(i), LEGEND, image.getWidth())).isGreaterThanOrEqualTo(5);
            assertThat(widest(image, Style.colour(i), LEGEND - 4, LEGEND + 4)).isZero();
        }
    }

    /// Side of the largest square of one colour in some columns.
    private static int widest(BufferedImage image, Color colour, int from, int to) {
        int[][] side = new int[image.getHeight() + 1][to - from + 1];
        int most = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < to - from; x++) {
                if (image.getRGB(from + x, y) == colour.getRGB()) {
                    side[y + 1][x + 1] = 1 + Math.min(side[y][x], Math.min(side[y][x + 1], side[y + 1][x]));
                    most = Math.max(most, side[y + 1][x + 1]);
                }
            }
        }
        return most;
    }

    @Test
    void markersDifferInShapeNotOnlyInColour() {
        List<Area> markers = IntStream.range(0, Style.CURVES.size())
                .mapToObj(Style::marker)
                .map(Area::new)
                .toList();
        for (int i = 0; i < markers.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(markers.get(i).equals(markers.get(j)))
                        .as(i + ", " + j)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 2, 4", "1, 4.999999999, 25", "0.2, 0.6000000000000001, 0.36", "20, 40, 1600"})
    void ticksAreNamedByTheSquareOfTheirPlace(BigDecimal step, double place, String name) {
        assertThat(SuccessFigure.squares(step, 7).format(place)).isEqualTo(name);
    }
}
