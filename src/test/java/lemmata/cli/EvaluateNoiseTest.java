package lemmata.cli;

import static lemmata.cli.EvaluateTest.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.loss.SphereProjection;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `evaluate` on lines with noise: smoothed gradients, C1 and C2.
class EvaluateNoiseTest {

    private static final String PLAIN =
            "{\"id\":1,\"teacher\":{\"w\":[0.6,0.8],\"a\":[1,-2,0.5]},\"student\":{\"w\":[1,0],\"a\":[0,1,2]}}";

    static final String GOOD =
            with("\"noise\":{\"rhoW\":0.5,\"rhoA\":1},\"reading\":{\"a\":\"RADIAL\",\"w\":\"ANGLE\"},\"ca\":0.1");

    private static String with(String fields) {
        return PLAIN.substring(0, PLAIN.length() - 1) + "," + fields + "}";
    }

    private static JsonNode answer(String line) {
        return Outcome.of(line, "evaluate").json().getFirst();
    }

    static Stream<Reading> readings() {
        return Reading.all().stream();
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyValueIsThatOfTheLibraryToTheBit(Reading reading) {
        Random random = new Random(3);
        double[] radii = {0, 1e-3, 0.5, 1, 7, 1e4};
        for (int i = 0; i < 24; i++) {
            Teacher teacher =
                    new Teacher(unit(random, 2 + i % 5), i % 8 == 7 ? new double[1 + i % 9] : draw(random, 1 + i % 9));
            Student student = new Student(unit(random, teacher.p()), draw(random, teacher.k()));
            double rho = radii[i % radii.length];
            Double ca = i % 3 == 0 ? null : i % 3 == 1 ? 0.125 : -2.5;
            String noise = "\"noise\":{\"rhoW\":" + rho + "},\"reading\":{\"w\":\"" + reading.w() + "\",\"a\":\""
                    + reading.a() + "\"}" + (ca == null ? "" : ",\"ca\":" + ca);
            assertIsOf(
                    teacher,
                    student,
                    new BallNoise(teacher.p(), rho),
                    reading,
                    ca,
                    answer(line(teacher, student, noise)));
        }
    }

    private static void assertIsOf(
            Teacher teacher, Student student, BallNoise noise, Reading reading, Double ca, JsonNode answer) {
        Angle angle = Angle.between(student.w(), teacher.w());
        NoiseMoments moments = NoiseMoments.of(reading, noise, angle);
        assertThat(answer.propertyNames())
                .containsExactly(
                        "id", "angle", "loss", "gradient", "sphereGradient", "spurious", "smoothed", "c1", "c2");
        JsonNode smoothed = answer.get("smoothed");
        assertThat(smoothed.propertyNames()).containsExactly("m1", "m2", "h", "kappa", "gradient");
        assertThat(smoothed.get("m1").doubleValue()).isEqualTo(moments.m1().value());
        assertThat(smoothed.get("m2").doubleValue()).isEqualTo(moments.m2().value());
        assertThat(smoothed.get("h").doubleValue()).isEqualTo(moments.h().value());
        assertThat(smoothed.get("kappa").doubleValue())
                .isEqualTo(moments.kappa().value());
        double[] gradient = SmoothedGradient.output(teacher, student, moments);
        assertThat(doubles(smoothed.at("/gradient/w"))).isEqualTo(SmoothedGradient.filter(teacher, student, moments));
        assertThat(doubles(smoothed.at("/gradient/a"))).isEqualTo(gradient);
        double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
        assertThat(answer.get("c1").propertyNames()).containsExactly("inner", "coefficient");
        assertThat(answer.at("/c1/inner").doubleValue())
                .isEqualTo(FilterDissipativity.inner(moments.kappa(), d, angle).value());
        assertThat(answer.at("/c1/coefficient").doubleValue())
                .isEqualTo(FilterDissipativity.coefficient(moments.kappa(), d, angle)
                        .value());
        OutputDissipativity condition = new OutputDissipativity(Target.of(teacher), moments);
        double rate = ca == null ? condition.limit().value() / 2 : ca;
        assertThat(answer.get("c2").propertyNames()).containsExactly("inner", "gammaMin");
        assertThat(answer.at("/c2/gammaMin").doubleValue())
                .isEqualTo(condition.slack(rate).value());
        assertThat(answer.at("/c2/inner").doubleValue()).satisfies(inner -> {
            double[] step = Vectors.map((target, weight) -> weight - target, teacher.a(), student.a());
            double expected = Vectors.dot(gradient, step).doubleValue();
            double size = Vectors.length(gradient) * Vectors.length(step);
            assertThat(inner).isEqualTo(expected, within(1e-12 * size));
        });
    }

    @Test
    void theDefaultsAreThePostersReadingAndHalfOfTheLimit() {
        String given = "\"noise\":{\"rhoW\":2},\"reading\":{\"a\":\"RADIAL\",\"w\":\"NETWORK\"}";
        String answer = Outcome.of(with("\"noise\":{\"rhoW\":2}"), "evaluate").out();
        assertThat(Outcome.of(with(given), "evaluate").out()).isEqualTo(answer);
        assertThat(Outcome.of(with("\"reading\":{\"w\":\"network\"},\"noise\":{\"rhoW\":2}"), "evaluate")
                        .out())
                .isEqualTo(answer);
        double half = 3 * (Math.PI - 1) / (4 * Math.PI);
        assertThat(answer(with(given + ",\"ca\":" + half)).at("/c2/gammaMin").doubleValue())
                .isEqualTo(answer(with(given)).at("/c2/gammaMin").doubleValue(), within(1e-14));
    }

    @Test
    void theNoiseOnTheOutputWeightsDropsOut() {
        String without = Outcome.of(with("\"noise\":{\"rhoW\":2}"), "evaluate").out();
        assertThat(Outcome.of(with("\"noise\":{\"rhoW\":2,\"rhoA\":0}"), "evaluate")
                        .out())
                .isEqualTo(without);
        assertThat(Outcome.of(with("\"noise\":{\"rhoA\":1e300,\"rhoW\":2}"), "evaluate")
                        .out())
                .isEqualTo(without);
    }

    @Test
    void everythingBeforeTheSmoothedValuesIsAsWithoutNoise() {
        String plain = Outcome.of(PLAIN, "evaluate").out();
        String noisy = Outcome.of(GOOD, "evaluate").out();
        assertThat(noisy).startsWith(plain.substring(0, plain.length() - 2) + ",\"smoothed\":{\"m1\":");
    }

    @Test
    void withoutNoiseTheSmoothedGradientsAreTheGradients() {
        Teacher teacher = new Teacher(new double[] {0.6, 0.8}, new double[] {1, -2, 0.5});
        Student student = new Student(new double[] {1, 0}, new double[] {0, 1, 2});
        JsonNode answer = answer(with("\"noise\":{\"rhoW\":0}"));
        double[] gradient = OutputGradient.at(teacher, student);
        double[] tangent = TangentGradient.at(teacher, student);
        double[] smoothed = doubles(answer.at("/smoothed/gradient/a"));
        double[] smoothedTangent = doubles(answer.at("/smoothed/gradient/w"));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(smoothed[i]).isEqualTo(gradient[i], within(1e-14));
        }
        for (int i = 0; i < tangent.length; i++) {
            assertThat(smoothedTangent[i]).isEqualTo(tangent[i], within(1e-14));
        }
    }

    @Test
    void aTeacherWithoutWeightsIsAnswered() {
        String line = GOOD.replace("[1,-2,0.5]", "[0,0,0]");
        JsonNode answer = answer(line);
        assertThat(answer.at("/c1/inner").doubleValue()).isZero();
        assertThat(answer.at("/c2/gammaMin").doubleValue()).isZero();
        assertThat(answer.at("/c2/inner").doubleValue()).isPositive();
    }

    @Test
    void theErrorIsSplitIntoItsPartsAlongOneAndTheTeacher() {
        Displaced general = Displaced.of(new double[] {1, 2, 6}, new double[] {2, 3, 8});
        assertThat(general.plane().along()).isEqualTo(4 / Math.sqrt(3), within(1e-15));
        assertThat(general.plane().across()).isEqualTo(3 / Math.sqrt(14), within(1e-15));
        assertThat(general.rest()).isEqualTo(Math.sqrt(6 - 16 / 3.0 - 9 / 14.0), within(1e-15));
        Displaced single = Displaced.of(new double[] {3}, new double[] {1});
        assertThat(single).isEqualTo(new Displaced(new OutputDissipativity.Displacement(-2, 0), 0));
    }

    /// The mean of equal entries is not always the entry; what is left is no direction.
    @Test
    void aTeacherOfEqualWeightsHasNoDirectionAcross() {
        for (int k : List.of(2, 3, 7, 49, 1000)) {
            for (double entry : new double[] {0.1, 1 / 3.0, 1e-30, -7e50}) {
                double[] aStar = DoubleStream.generate(() -> entry).limit(k).toArray();
                double[] a = Vectors.map(weight -> 3 * weight, aStar);
                Displaced error = Displaced.of(aStar, a);
                double length = 2 * Math.sqrt(k) * entry;
                assertThat(error.plane().along()).isEqualTo(length, within(1e-15 * Math.abs(length)));
                assertThat(error.plane().across()).isZero();
                assertThat(error.rest()).isLessThan(1e-15 * Math.abs(length));
            }
        }
    }

    private static double[] unit(Random random, int length) {
        return SphereProjection.project(draw(random, length));
    }

    private static double[] draw(Random random, int length) {
        return DoubleStream.generate(random::nextGaussian).limit(length).toArray();
    }

    private static String line(Teacher teacher, Student student, String fields) {
        return "{\"teacher\":" + weights(teacher.w(), teacher.a()) + ",\"student\":" + weights(student.w(), student.a())
                + "," + fields + "}";
    }

    private static String weights(double[] w, double[] a) {
        return "{\"a\":" + Arrays.toString(a) + ",\"w\":" + Arrays.toString(w) + "}";
    }
}
