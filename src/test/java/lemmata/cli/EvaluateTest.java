package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `evaluate` on good lines: the values, the numbers as text, the id.
class EvaluateTest {

    static final String GOOD =
            "{\"id\":1,\"teacher\":{\"w\":[0.6,0.8],\"a\":[1,-2,0.5]},\"student\":{\"w\":[3,4e0],\"a\":[0,1,2]}}";

    @Test
    void everyValueIsThatOfTheLibraryToTheBit() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            Teacher teacher =
                    new Teacher(SphereProjection.project(draw(random, 1 + i % 7, 1)), draw(random, 1 + i % 30, i));
            Student student = new Student(draw(random, teacher.p(), i), draw(random, teacher.k(), 1));
            List<JsonNode> answers = Outcome.of(line("\"" + i + "\"", teacher, student), "evaluate")
                    .json();
            assertThat(answers).singleElement().satisfies(answer -> assertIsOf(teacher, student, answer));
        }
    }

    private static void assertIsOf(Teacher teacher, Student student, JsonNode answer) {
        assertThat(answer.propertyNames())
                .containsExactly("id", "angle", "loss", "gradient", "sphereGradient", "spurious");
        assertThat(answer.get("angle").doubleValue())
                .isEqualTo(Angle.between(student.w(), teacher.w()).phi());
        assertThat(answer.get("loss").doubleValue()).isEqualTo(PopulationLoss.at(teacher, student));
        assertThat(doubles(answer.at("/gradient/w"))).isEqualTo(FilterGradient.at(teacher, student));
        assertThat(doubles(answer.at("/gradient/a"))).isEqualTo(OutputGradient.at(teacher, student));
        assertThat(doubles(answer.get("sphereGradient"))).isEqualTo(TangentGradient.at(teacher, student));
        assertThat(doubles(answer.at("/spurious/w")))
                .isEqualTo(SpuriousOptimum.of(teacher).w());
        assertThat(doubles(answer.at("/spurious/a")))
                .isEqualTo(SpuriousOptimum.of(teacher).a());
        assertThat(answer.at("/spurious/loss").doubleValue()).isEqualTo(SpuriousOptimum.loss(teacher));
        assertThat(answer.at("/spurious/localMinimum").booleanValue()).isEqualTo(LocalMinimality.holds(teacher));
    }

    @Test
    void numbersAreReadCorrectlyRoundedAndWrittenShortest() {
        String digits = "0." + "1".repeat(2000);
        String line = GOOD.replace("[1,-2,0.5]", "[0.1,-0,4503599627370497.5]")
                .replace("[0,1,2]", "[" + digits + "," + "9".repeat(60) + ",2e-400]");
        JsonNode answer = Outcome.of(line, "evaluate").json().getFirst();
        Teacher teacher = new Teacher(new double[] {0.6, 0.8}, new double[] {0.1, -0.0, 4503599627370498.0});
        Student student = new Student(new double[] {3, 4}, new double[] {Double.parseDouble(digits), 1e60, 0});
        assertIsOf(teacher, student, answer);
        assertThat(Outcome.of(GOOD, "evaluate").out())
                .startsWith("{\"id\":1,\"angle\":")
                .endsWith("}}\n");
    }

    @Test
    void theFastReaderOfFractionsRoundsAsJavaDoes() throws IOException {
        Random random = new Random(2);
        String[] texts = new String[60_000];
        for (int i = 0; i < texts.length; i += 3) {
            double x = Math.scalb(random.nextDouble(1, 2), random.nextInt(-300, 230));
            BigDecimal middle =
                    new BigDecimal(x).add(new BigDecimal(Math.nextUp(x))).divide(BigDecimal.TWO);
            texts[i] = Double.toString(x);
            texts[i + 1] = middle.round(new MathContext(17, RoundingMode.DOWN)) + "";
            texts[i + 2] = middle.round(new MathContext(24, RoundingMode.UP)) + "";
        }
        String a = "[" + String.join(",", texts) + "]";
        Lines line = new Lines(
                new ByteArrayInputStream(
                        GOOD.replace("[0,1,2]", a).replace("[1,-2,0.5]", a).getBytes()),
                () -> {},
                1 << 24);
        assertThat(line.next()).isTrue();
        assertThat(new QueryReader().read(line).student().a())
                .isEqualTo(Stream.of(texts).mapToDouble(Double::parseDouble).toArray());
    }

    @Test
    void anyIdComesBackUnchanged() {
        Stream.of(
                        "0",
                        "-1.50e+3",
                        "9".repeat(3000),
                        "null",
                        "true",
                        "\"\\u00e9 ü \\\"\"",
                        "[ 1, {\"b\" :2,\"a\":[ ]} ]",
                        "{}")
                .forEach(id -> assertThat(Outcome.of(GOOD.replace("\"id\":1", "\"id\":" + id), "evaluate")
                                .out())
                        .startsWith("{\"id\":" + id + ",\"angle\":"));
        assertThat(Outcome.of(GOOD.replace("\"id\":1,", ""), "evaluate").out()).startsWith("{\"id\":null,\"angle\":");
        String last = GOOD.replace("\"id\":1,", "").replaceFirst("}}$", "}, \"id\" : 7 }");
        assertThat(Outcome.of(last, "evaluate").out()).startsWith("{\"id\":7,\"angle\":");
    }

    @Test
    void refusesToWriteOverItsInput(@TempDir Path folder) throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.json"), GOOD + "\n");
        Outcome outcome = Outcome.of("", "evaluate", "--input", lines.toString(), "--output", lines.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("--output: the same file as --input");
        assertThat(lines).hasContent(GOOD);
    }

    @Test
    void blankLinesAreSkippedAndTheLastNeedsNoLineFeed() {
        Outcome outcome = Outcome.of("\n \t\r\n" + GOOD + "\r\n\n\t" + GOOD + "\n " + GOOD + " ", "evaluate");
        assertThat(outcome.out().lines())
                .hasSize(3)
                .containsOnly(outcome.out().lines().findFirst().orElseThrow());
        assertThat(outcome).extracting(Outcome::code, Outcome::err).containsExactly(0, "");
        assertThat(Outcome.of("", "evaluate")).isEqualTo(new Outcome(0, "", ""));
    }

    private static double[] draw(Random random, int length, int scale) {
        return DoubleStream.generate(() -> random.nextGaussian() * Math.scalb(1.0, scale % 90 - 45))
                .limit(length)
                .toArray();
    }

    private static String line(String id, Teacher teacher, Student student) {
        return "{\"id\":" + id + ",\"teacher\":" + weights(teacher.w(), teacher.a()) + ",\"student\":"
                + weights(student.w(), student.a()) + "}";
    }

    private static String weights(double[] w, double[] a) {
        return "{\"a\":" + Arrays.toString(a) + ",\"w\":" + Arrays.toString(w) + "}";
    }

    static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }
}
