package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata experiment curves` as its users run it.
class CurvesCommandTest {

    private static final String SMALL = "--k 4 --q 0.5 --trials 40 --seed 3";
    private static final String COMMAND =
            "experiment curves --p 6 --k 4 --q 0.5 --norm 1 --trials 40 --seed 3 --generator splitmix --start random";

    @TempDir
    private Path folder;

    private Path write(String ending, String more) {
        Path file = folder.resolve("curves." + ending);
        Outcome outcome = curves(SMALL + more + " --" + ending + " " + file);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("gd   all ", "pgd  all ", "sgd  all ");
        return file;
    }

    private static Outcome curves(String args) {
        return Outcome.of("", ("experiment curves " + args).strip().split(" +"));
    }

    @Test
    void theNumbersAreInOrder() throws IOException {
        List<String> lines = Files.readAllLines(write("csv", ""));
        assertThat(lines.getFirst()).isEqualTo("# lemmata-curves/1; lemmata " + Version.current() + ": " + COMMAND);
        int header =
                (int) lines.stream().takeWhile(line -> line.startsWith("#")).count();
        assertThat(lines.get(header)).isEqualTo("algorithm,outcome,quantity,trials,step,time,q05,q25,median,q75,q95");
        List<String> kinds = new ArrayList<>();
        for (String line : lines.subList(header + 1, lines.size())) {
            String[] row = line.split(",");
            if (!kinds.contains(row[0] + " " + row[1])) {
                kinds.add(row[0] + " " + row[1]);
            }
            for (int i = 7; i < row.length; i++) {
                assertThat(Double.parseDouble(row[i])).isGreaterThanOrEqualTo(Double.parseDouble(row[i - 1]));
            }
        }
        assertThat(kinds).containsExactly("gd all", "gd converged", "gd trapped", "pgd all", "sgd all");
    }

    /// The end of the curves is the end of the simulation of the same schedule.
    @Test
    void theReportAgreesWithASimulation() throws IOException {
        JsonNode report = new JsonMapper().readTree(Files.readString(write("json", "")));
        assertThat(report.propertyNames())
                .containsExactly("schema", "version", "command", "repeat", "trials", "tolerance", "algorithms");
        assertThat(report.get("repeat").asString()).isEqualTo(COMMAND);
        assertThat(report.get("algorithms")).hasSize(3);
        for (JsonNode algorithm : report.get("algorithms")) {
            Path schedule = Files.writeString(
                    folder.resolve("s.json"),
                    algorithm.at("/parameters/schedule").toString());
            Path json = folder.resolve("simulated.json");
            String name = algorithm.at("/parameters/algorithm").asString();
            Outcome outcome = Outcome.of(
                    "",
                    ("simulate --algorithm " + name + " --engine lumped --p 6 --k 4 --q 0.5 --trials 40 --seed 3"
                                    + " --schedule " + schedule + " --json " + json)
                            .split(" "));
            assertThat(outcome.code()).as(outcome.err()).isZero();
            JsonNode simulated = new JsonMapper().readTree(Files.readString(json));
            assertThat(simulated.get("outcomes")).isEqualTo(algorithm.get("outcomes"));
            JsonNode all = algorithm.at("/curves/0");
            assertThat(all.get("outcome").asString()).isEqualTo("all");
            int steps = all.get("steps").size();
            assertThat(all.at("/angle/median")).hasSize(steps);
            double eta = algorithm.at("/parameters/schedule/stages/0/eta").asDouble();
            assertThat(all.at("/times/1").asDouble()).isEqualTo(eta, within(1e-15));
        }
    }

    @Test
    void picturesAreWellFormedAndTheSameOnAnyNumberOfThreadsInAnyLocale() throws Exception {
        Path svg = write("svg", " --threads 1");
        Path png = write("png", "");
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg.toFile())
                .getDocumentElement();
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("lemmata " + Version.current() + ": " + COMMAND);
        assertThat(root.getElementsByTagName("path").getLength()).isGreaterThan(100);
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * Integer.parseInt(root.getAttribute("width")));
        String lines = Files.readString(svg);
        byte[] pixels = Files.readAllBytes(png);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Files.readString(write("svg", " --threads 3"))).isEqualTo(lines);
            assertThat(Files.readAllBytes(write("png", " --threads 2"))).isEqualTo(pixels);
        } finally {
            Locale.setDefault(locale);
        }
    }

    /// The label of the last stage stands in the margin behind it.
    @Test
    void theStagesOfPerturbedGradientDescentAreTheirOwnPanels() throws Exception {
        SuccessRates.Common common = new SuccessRates.Common(6, 1, Generator.SPLITMIX, 3);
        CurveReport report = new CurveStudy(common, 4, 0.5, Start.RANDOM, 8)
                .run(1, () -> false)
                .orElseThrow();
        Headless.prepare();
        List<Panel> panels = new CurveFigure(report).sheet().panels();
        assertThat(panels).hasSize(9);
        assertThat(panels.subList(3, 6)).extracting(Panel::heading).containsOnly("P-GD by stage");
        assertThat(report.words()).contains("P-GD also on a linear axis");
        Schedule schedule = report.traces().get(1).cell().schedule();
        List<BandChart.Section> sections =
                BandChart.sections(schedule, 1, 2.0 * schedule.steps(), stage -> "" + stage.rhoA());
        assertThat(sections).hasSize(11).extracting(BandChart.Section::from).isSorted();
        assertThat(sections.getFirst().at())
                .isEqualTo(schedule.stages().getFirst().steps() / 2.0);
        assertThat(sections.getLast().from())
                .isEqualTo(schedule.steps() - schedule.stages().getLast().steps());
        assertThat(sections.getLast().at()).isEqualTo(1.5 * schedule.steps());
        assertThat(sections.getLast().label()).isEqualTo("0.027999999999999997");
    }

    @Test
    void fromTheSpuriousPointGradientDescentStays() throws IOException {
        JsonNode report = new JsonMapper().readTree(Files.readString(write("json", " --start spurious")));
        assertThat(report.at("/algorithms/0/outcomes/trapped").asInt()).isEqualTo(40);
        assertThat(report.at("/algorithms/0/curves")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --trials 0            | --trials: 0 is no number of trials: give 1 to 10000
            --trials 10001        | --trials: 10001 is no number of trials
            --p 0                 | --p: 0 is no length of a filter
            --k 0                 | --k: is 0: give at least one patch
            --q 26                | --q: 26.0 is not in [0, k]
            --norm 0              | --norm: 0.0 is out of range: give ‖a*‖ from 1e-4 to 1e4
            --norm 1e3            | --norm: ‖a*‖ = 1000.0 and k = 25 make schedules of
            --threads 0           | --threads: 0 is no number of threads
            --start here          | here is none of random, spurious
            --svg x --png x       | --svg: names a file that another option names too
            --json no/such/file   | the folder of no/such/file does not exist
            """)
    void wrongUsageIsOneLineAndExitCode2AndWritesNothing(String args, String message) {
        Outcome outcome = curves(args);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("lemmata experiment curves: ")
                .contains(message)
                .hasLineCount(1);
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void aFullDiskEndsInExitCode4() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a disk that is always full");
        Outcome outcome = curves(SMALL + " --csv /dev/full");
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("No space left on device").hasLineCount(1);
    }
}
