package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// `lemmata plot` as its users run it.
class PlotCommandTest {

    private static final String KAPPA = "kappa --p 6 --rho-w 0,1,inf";
    private static final String CONSTANTS = "constants --p 6 --k 9 --q 1 --norm 2 --rho-w 0.1,10 --ca 0.2 --d 0.5";
    private static final String ESCAPE = "escape --p 2,6 --k 9";

    @TempDir
    private Path folder;

    private Path plot(String args, String ending) {
        Path file = folder.resolve("plot." + ending);
        Outcome outcome = Outcome.of("", ("plot " + args + " --" + ending + " " + file).split(" "));
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(folder.toFile().list()).allMatch(name -> name.startsWith("plot."));
        return file;
    }

    private List<double[]> rows(String args, String columns) throws IOException {
        List<String> lines = Files.readAllLines(plot(args, "csv"));
        assertThat(lines.getFirst()).isEqualTo("# lemmata " + Version.current() + ": plot " + given(args));
        int header =
                (int) lines.stream().takeWhile(line -> line.startsWith("# ")).count();
        assertThat(lines.get(header)).isEqualTo(columns);
        return lines.stream()
                .skip(header + 1)
                .map(line -> Stream.of(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /// The arguments with the defaults filled in.
    private static String given(String args) {
        return args.startsWith("constants")
                ? args.replace(" --ca", " --reading RADIAL,NETWORK --ca")
                : args + " --reading RADIAL,NETWORK";
    }

    @Test
    void theNumbersBehindKappaAreThoseOfTheLibrary() throws IOException {
        List<double[]> rows = rows(KAPPA, "rhoW,phi,kappa,error");
        assertThat(rows).hasSize(3 * 181).allSatisfy(row -> {
            Angle angle = row[1] > Math.PI / 2 ? null : Angle.ofRadians(Angle.radians(row[1]));
            if (angle != null) {
                Bounded kappa = NoiseMoments.kappa(Reading.Filter.NETWORK, new BallNoise(6, row[0]), angle);
                assertThat(row[2]).isEqualTo(kappa.value());
                assertThat(row[3]).isEqualTo(kappa.error());
            }
        });
        assertThat(rows.get(181)).startsWith(1.0, 0.0);
        assertThat(rows.get(181)[2]).isEqualTo(3 * Math.PI / 4, within(1e-14));
        assertThat(rows.get(2 * 181 - 1)[1]).isEqualTo(Math.PI);
        assertThat(rows.get(2 * 181 - 1)[2]).isEqualTo(Math.PI / 4, within(1e-14));
        assertThat(rows.getLast()).startsWith(Double.POSITIVE_INFINITY, Math.PI, Math.PI / 2);
    }

    @Test
    void theNumbersBehindTheConstantsAreThoseOfTheLibrary() throws IOException {
        List<double[]> rows = rows(CONSTANTS, "rhoW,phi,c1,c1Error,gammaA,gammaAError,alignment,alignmentError");
        Target target = Target.of(9, 1, 2);
        assertThat(rows).hasSize(81 * 91);
        for (int i = 0; i < rows.size(); i += 37) {
            double[] row = rows.get(i);
            if (row[1] <= Math.PI / 2) {
                Angle angle = Angle.ofRadians(Angle.radians(row[1]));
                NoiseMoments moments = NoiseMoments.of(Reading.POSTER, new BallNoise(6, row[0]), angle);
                Bounded c1 = FilterDissipativity.coefficient(moments.kappa(), 0.5, angle);
                Bounded slack = new OutputDissipativity(target, moments).slack(0.2);
                Bounded alignment = SmoothedEquilibrium.alignment(target, moments);
                assertThat(Arrays.copyOfRange(row, 2, 8))
                        .containsExactly(
                                c1.value(),
                                c1.error(),
                                slack.value(),
                                slack.error(),
                                alignment.value(),
                                alignment.error());
            }
        }
        assertThat(rows.getFirst()).startsWith(0.1, 0.0);
        assertThat(rows.getLast()).startsWith(10.0, Math.PI);
    }

    @Test
    void theNumbersBehindTheEscapeAreThoseOfTheLibrary() throws IOException {
        List<double[]> rows = rows(ESCAPE, "p,q,rhoEscape,error");
        assertThat(rows).hasSize(2 * 80);
        for (int i = 0; i < rows.size(); i += 13) {
            double[] row = rows.get(i);
            Bounded noise =
                    SmoothedEquilibrium.escapeNoise(Target.of(9, row[1], 1), (int) row[0], Reading.Output.RADIAL);
            assertThat(row).endsWith(noise.value(), noise.error());
        }
        assertThat(rows.getFirst()).startsWith(2.0, 0.0);
        assertThat(rows.getLast()[1]).isLessThan(LocalMinimality.threshold(9));
        for (int i = 1; i < 80; i++) {
            assertThat(rows.get(i)[2]).isLessThan(rows.get(i - 1)[2]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KAPPA, CONSTANTS, ESCAPE})
    void picturesAreWellFormedAndTheSameTwice(String args) throws Exception {
        Path png = folder.resolve("plot.png");
        Path svg = plot(args + " --png " + png, "svg");
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg.toFile())
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("viewBox")).startsWith("0 0 ");
        assertThat(root.getElementsByTagName("path").getLength()).isGreaterThan(20);
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("lemmata " + Version.current() + ": plot " + given(args));
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * Integer.parseInt(root.getAttribute("width")));
        assertThat(image.getHeight()).isEqualTo(2 * Integer.parseInt(root.getAttribute("height")));
        assertThat(Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                        .distinct()
                        .count())
                .isGreaterThan(50);
        byte[] pixels = Files.readAllBytes(png);
        String lines = Files.readString(svg);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Files.readString(plot(args + " --png " + png, "svg"))).isEqualTo(lines);
            assertThat(Files.readAllBytes(png)).isEqualTo(pixels);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void severalFilesAreWrittenAtOnceAndAreTheSameAsOneByOne() throws IOException {
        String svg = Files.readString(plot(KAPPA, "svg"));
        String csv = Files.readString(plot(KAPPA, "csv"));
        Outcome outcome = Outcome.of(
                "",
                ("plot " + KAPPA + " --svg " + folder + "/a --csv " + folder + "/b --png " + folder + "/c").split(" "));
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(folder.resolve("a")).hasContent(svg);
        assertThat(folder.resolve("b")).hasContent(csv);
        assertThat(folder.resolve("c")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kappa --p 3 --rho-w 2 --reading UNIT,NORMALISED",
                "constants --p 2 --k 1 --q 1 --rho-w 1e-6,1e6",
                "constants --p 6 --k 9 --q 9 --reading radial,angle",
                "escape --p 1000000 --k 2"
            })
    void casesAtTheEdgesAreDrawn(String args) {
        assertThat(plot(args, "svg")).isNotEmptyFile();
    }
}
