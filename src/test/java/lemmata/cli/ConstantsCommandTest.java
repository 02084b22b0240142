package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.Sharp;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.landscape.DescentBasin;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lemmata constants` as its users run it.
class ConstantsCommandTest {

    private static final String ARGS = "constants --p 6 --k 25 --q 2 --norm 1.5 --rho-w 0.75"
            + " --phi 0.25,2.5 --alignment -0.5,3 --radius 2 --sum -4,inf --cw 0.125 --ca 0.25";

    @TempDir
    private Path folder;

    private JsonNode json(String args) throws IOException {
        Path file = folder.resolve("constants.json");
        Outcome outcome = Outcome.of("", (args + " --json " + file).split(" "));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return new JsonMapper().readTree(Files.readString(file));
    }

    static Stream<Reading> readings() {
        return Reading.all().stream();
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyConstantIsThatOfTheLibraryToTheBit(Reading reading) throws IOException {
        JsonNode json = json(ARGS + " --reading " + reading);
        Target target = Target.of(25, 2, 1.5);
        BallNoise noise = new BallNoise(6, 0.75);
        Angle low = Angle.ofRadians(Angle.radians(0.25));
        Angle high = Angle.ofRadians(Angle.radians(2.5));
        Region region = new Region(low, high, -0.5, 3, 2, -4, Double.POSITIVE_INFINITY);
        NoiseMoments moments = NoiseMoments.of(reading, noise, high);
        assertIs(json.at("/moments/m1"), moments.m1());
        assertIs(json.at("/moments/m2"), moments.m2());
        assertIs(json.at("/moments/hAtPhiHigh"), moments.h());
        assertIs(json.at("/moments/kappaAtPhiHigh"), moments.kappa());
        assertIs(json.at("/moments/kappaAtPhiLow"), NoiseMoments.kappa(reading.w(), noise, low));
        assertIs(json.at("/c1/rate"), FilterDissipativity.rate(target, noise, reading.w(), region));
        assertIs(json.at("/c1/slack"), FilterDissipativity.slack(target, noise, reading.w(), region, 0.125));
        OutputDissipativity condition = new OutputDissipativity(target, moments);
        assertIs(json.at("/c2/limit"), condition.limit());
        assertIs(json.at("/c2/slack"), OutputDissipativity.slack(target, noise, reading.a(), low, high, 0.25));
        assertThat(value(json, "/c2/centreAcrossAtPhiHigh"))
                .isEqualTo(condition.worst(0.25).across());
        assertThat(value(json, "/c2/axisAlongAtPhiHigh"))
                .isEqualTo(condition.semiAxes(0.25).along());
        assertIs(json.at("/equilibrium/escapeNoise"), SmoothedEquilibrium.escapeNoise(target, 6, reading.a()));
    }

    private static void assertIs(JsonNode constant, Bounded value) {
        assertThat(constant.get("value").doubleValue()).isEqualTo(value.value());
        assertThat(constant.get("error").doubleValue()).isEqualTo(value.error());
    }

    private static void assertIs(JsonNode constant, Sharp sharp) {
        assertIs(constant, sharp.value());
        JsonNode at = constant.get("attainedAt");
        assertThat(at.get("phi").doubleValue()).isEqualTo(sharp.angle().phi());
        assertThat(at.get("alignment").doubleValue()).isEqualTo(sharp.weights().d());
        assertThat(at.get("x").doubleValue()).isEqualTo(sharp.weights().x());
        assertThat(at.get("y").doubleValue()).isEqualTo(sharp.weights().y());
    }

    private static double value(JsonNode json, String pointer) {
        return json.at(pointer).get("value").doubleValue();
    }

    /// For NETWORK κ(0) = 3π/4, κ(π/2) = π/2 and κ(π) = π/4 at ρ_w = 1, whatever p.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2       | 0,pi/2 | 1,inf | 0.125
            1000000 | 0,pi/2 | 1,inf | 0.125
            6       | 0,pi   | 1,inf | 0
            6       | 0,pi   | -2,7  | -0.75
            6       | 0,0    | 2,inf | 0.75
            """)
    void theRateIsTheKnownOne(int p, String phi, String alignment, double rate) throws IOException {
        JsonNode json =
                json("constants --k 4 --q 1 --rho-w 1 --p " + p + " --phi " + phi + " --alignment " + alignment);
        double error = json.at("/c1/rate/error").doubleValue();
        assertThat(value(json, "/c1/rate")).isEqualTo(rate, within(error));
        assertThat(error).isLessThan(1e-13);
        assertThat(value(json, "/moments/m2")).isEqualTo(1 + p / (p + 2.0), within(1e-15));
    }

    @Test
    void theDescentIsThatOfATeacherWithTheSameNumbers() throws IOException {
        for (double q : new double[] {0, 1, 4, 8.6, 9, 25}) {
            Teacher teacher = Descent.teacher(6, 25, q, 1);
            assertThat(teacher.q()).isEqualTo(q, within(1e-14));
            JsonNode json = json("constants --p 6 --k 25 --rho-w 0 --radius 1 --q " + q);
            assertThat(value(json, "/descent/trapLimit"))
                    .isEqualTo(DescentBasin.trapLimit(teacher).value());
            boolean saddles = q < LocalMinimality.threshold(25);
            assertThat(json.at("/descent").has("saddleAngle")).isEqualTo(saddles);
            assertThat(value(json, "/descent/trapLimit") > 0).isEqualTo(saddles);
            assertThat(value(json, "/equilibrium/escapeNoise") > 0).isEqualTo(saddles);
            assertThat(value(json, "/equilibrium/alignment") < 0).isEqualTo(saddles);
        }
        JsonNode half = json("constants --p 6 --k 24 --rho-w 0 --radius 1 --q 0");
        assertThat(value(half, "/descent/trapLimit")).isEqualTo(0.5, within(1e-14));
        assertThat(value(half, "/descent/saddleAngle")).isEqualTo(Math.PI / 2, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0", "2, 2", "3, 0.5", "24, 0", "25, 25", "25, 1e-9", "1001, 300"})
    void theTeacherHasTheWantedNumbers(int k, double q) {
        for (double norm : new double[] {1, 1e-30, 3e40}) {
            Teacher teacher = Descent.teacher(3, k, q, norm);
            assertThat(teacher.q()).isEqualTo(q, within(1e-14 * Math.sqrt(k)));
            assertThat(Target.of(teacher).norm()).isEqualTo(norm, within(1e-14 * norm));
        }
    }

    @Test
    void theErrorOfTheDescentCoversItsRoundedTeacher() {
        for (double q : new double[] {1e-9, 0.3, 4, 8.639437, LocalMinimality.threshold(25)}) {
            Descent descent = Descent.of(6, 25, q, 1);
            for (double norm : new double[] {1e-5, 0.3, 7, 1e20}) {
                double other =
                        DescentBasin.trapLimit(Descent.teacher(6, 25, q, norm)).value();
                assertThat(other)
                        .isEqualTo(
                                descent.trapLimit().value(),
                                within(descent.trapLimit().error()));
            }
        }
    }

    @Test
    void theReportNamesParametersVersionAndCommand() throws IOException {
        JsonNode json = json(ARGS);
        assertThat(json.get("schema").stringValue()).isEqualTo("lemmata-constants/1");
        assertThat(json.get("version").stringValue()).isEqualTo(Version.current());
        assertThat(json.get("command").valueStream().map(JsonNode::stringValue))
                .startsWith("constants", "--p", "6")
                .endsWith("--json", folder.resolve("constants.json").toString());
        JsonNode parameters = json.get("parameters");
        assertThat(parameters.toString())
                .isEqualTo("{\"p\":6,\"k\":25,\"q\":2.0,\"norm\":1.5,\"rhoW\":0.75,"
                        + "\"reading\":{\"a\":\"RADIAL\",\"w\":\"NETWORK\"},\"phi\":[0.25,2.5],\"alignment\":[-0.5,3.0],"
                        + "\"radius\":2.0,\"sum\":[-4.0,null],\"cw\":0.125,\"ca\":0.25}");
    }

    @Test
    void theTextSaysOfEveryNumberWhatItIsAndWhereItIsStated() throws IOException {
        List<String> text = Outcome.of("", ARGS.split(" ")).out().lines().toList();
        assertThat(text).allSatisfy(line -> assertThat(Wrap.columns(line)).isLessThanOrEqualTo(100));
        JsonNode json = json(ARGS);
        Set<String> sections = Set.of("moments", "c1", "c2", "equilibrium", "descent");
        assertThat(sections)
                .allSatisfy(section -> json.get(section).valueStream().forEach(constant -> {
                    String start = "  " + constant.get("symbol").stringValue() + " = ";
                    String number = Constant.shown(constant.get("value").doubleValue());
                    assertThat(text)
                            .anyMatch(line -> line.startsWith(start + number + " ± ")
                                    && line.endsWith(
                                            " " + constant.get("statement").stringValue()));
                    assertThat(constant.get("error").doubleValue()).isNotNegative();
                }));
        assertThat(text.stream().filter(line -> line.contains("attained at φ = ")))
                .hasSize(3);
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() throws IOException {
        Outcome first = Outcome.of("", ARGS.split(" "));
        assertThat(Outcome.of("", ARGS.split(" "))).isEqualTo(first);
        assertThat(json(ARGS).toString()).isEqualTo(json(ARGS).toString());
    }

    @Test
    void aSinglePatchIsACaseOfItsOwn() throws IOException {
        JsonNode json = json("constants --p 2 --k 1 --q 1 --rho-w 0.5 --alignment 0.1,2");
        assertThat(value(json, "/c2/limit")).isEqualTo(1.125 / 2, within(1e-15));
        assertThat(value(json, "/c2/axisAcrossAtPhiLow")).isZero();
        assertThat(value(json, "/c2/centreAcrossAtPhiHigh")).isZero();
        assertThat(json.at("/descent").has("saddleAngle")).isFalse();
    }
}
