package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `evaluate` on bad lines: the id, the field at fault, the remedy, and the lines around them.
class BadLineTest {

    /// What a line with the id 1 becomes, and what is said of it.
    record Bad(String from, String to, String id, String field, String message) {
        String line() {
            assertThat(EvaluateTest.GOOD).contains(from);
            return EvaluateTest.GOOD.replace(from, to);
        }
    }

    static final String TEACHER = "\"teacher\":{\"w\":[0.6,0.8],\"a\":[1,-2,0.5]}";
    static final String STUDENT = "\"student\":{\"w\":[3,4e0],\"a\":[0,1,2]}";

    static Stream<Bad> lines() {
        return Stream.of(
                new Bad("[0,1,2]}}", "[0,1", "1", "line", "line 2 is not JSON at byte "),
                new Bad("[0,1,2]}}", "[0,1,2]}", "1", "line", "line 2 is not JSON at byte "),
                new Bad("\"id\":1", "\"id\":01", "null", "line", "line 2 is not JSON at byte 8: "),
                new Bad("\"id\":1", "id:1", "null", "line", "line 2 is not JSON at byte 2: "),
                new Bad("\"id\":1", "\"id\":\"\u0001\"", "null", "line", "line 2 is not JSON at byte "),
                new Bad("0.5]", "0.5,]", "1", "line", "line 2 is not JSON at byte "),
                new Bad("0.5]", ".5]", "1", "line", "line 2 is not JSON at byte "),
                new Bad("0.5]", "+5]", "1", "line", "line 2 is not JSON at byte "),
                new Bad("0.5]", "0x5]", "1", "line", "line 2 is not JSON at byte "),
                new Bad("[0,1,2]}}", "[0,1,2]}} x", "1", "line", "line 2 is not JSON at byte "),
                new Bad(
                        "[0,1,2]}}",
                        "[0,1,2]}} {}",
                        "1",
                        "line",
                        "line 2 goes on behind its object: give one object per line"),
                new Bad(
                        "\"id\":1",
                        "\"id\":" + "[".repeat(2000),
                        "null",
                        "line",
                        "line 2 is nested more than 1000 levels deep"),
                new Bad("{\"id\"", "[{\"id\"", "null", "line", "line 2 is no JSON object in UTF-8: give "),
                new Bad(
                        EvaluateTest.GOOD,
                        "\uFEFF" + EvaluateTest.GOOD,
                        "null",
                        "line",
                        "line 2 is no JSON object in UTF-8"),
                new Bad(EvaluateTest.GOOD, "7", "null", "line", "line 2 is no JSON object in UTF-8"),
                new Bad(EvaluateTest.GOOD, "{", "null", "line", "line 2 is not JSON at byte "),
                new Bad(EvaluateTest.GOOD, "{}", "null", "teacher", "is missing: give an object"),
                new Bad("\"id\":1", "\"id\":NaN", "null", "id", "NaN is not JSON: give any JSON value"),
                new Bad("\"id\":1", "\"id\":[-Infinity]", "null", "id", "-Infinity is not JSON: give any JSON value"),
                new Bad("\"id\":1", "\"id\":1,\"id\":2", "1", "id", "stands there twice: keep one"),
                new Bad(
                        "\"id\":1",
                        "\"id\":1,\"name\":{\"a\":[1]}",
                        "1",
                        "name",
                        "is not known: remove it; the fields here are id, "),
                new Bad("\"id\":1,", "\"\":0,\"id\":1,", "1", "", "is not known: remove it"),
                new Bad(TEACHER + ",", "", "1", "teacher", "is missing: give an object {\"w\":[…], \"a\":[…]}"),
                new Bad("," + STUDENT, "", "1", "student", "is missing: give an object"),
                new Bad(STUDENT, STUDENT + "," + STUDENT, "1", "student", "stands there twice: keep one"),
                new Bad(STUDENT, "\"student\":null", "1", "student", "is null: give an object"),
                new Bad(STUDENT, "\"student\":[[3,4],[0,1,2]]", "1", "student", "is an array: give an object"),
                new Bad(
                        "[0.6,0.8],",
                        "[0.6,0.8],\"b\":0,",
                        "1",
                        "teacher.b",
                        "is not known: remove it; the fields here are teacher.w"),
                new Bad("\"w\":[0.6,0.8],", "", "1", "teacher.w", "is missing: give an array of numbers"),
                new Bad(",\"a\":[0,1,2]", "", "1", "student.a", "is missing: give an array of numbers"),
                new Bad("[0,1,2]", "[0,1,2],\"a\":[0,1,2]", "1", "student.a", "stands there twice: keep one"),
                new Bad("[0,1,2]", "\"0,1,2\"", "1", "student.a", "is a string: give an array of numbers"),
                new Bad("[0,1,2]", "{\"0\":1}", "1", "student.a", "is an object: give an array of numbers"),
                new Bad("[0,1,2]", "[0,\"1\",2]", "1", "student.a[1]", "is a string: give a number"),
                new Bad("[0,1,2]", "[0,1,null]", "1", "student.a[2]", "is null: give a number"),
                new Bad("[0,1,2]", "[0,[1,[2]],2]", "1", "student.a[1]", "is an array: give a number"),
                new Bad("[0,1,2]", "[0,false,2]", "1", "student.a[1]", "is a truth value: give a number"),
                new Bad("[0,1,2]", "[0,NaN,2]", "1", "student.a[1]", "NaN is not a finite double: rescale"),
                new Bad("[0,1,2]", "[-Infinity,1,2]", "1", "student.a[0]", "-Infinity is not a finite double"),
                new Bad(
                        "[0,1,2]",
                        "[0,1,1e309]",
                        "1",
                        "student.a[2]",
                        "1e309 is not a finite double: rescale the problem"),
                new Bad(
                        "[0,1,2]",
                        "[0,1," + "9".repeat(400) + "]",
                        "1",
                        "student.a[2]",
                        "9".repeat(39) + "… is not a finite"),
                new Bad(
                        "[0,1,2]",
                        "[0,1,-1.5e71]",
                        "1",
                        "student.a[2]",
                        "-1.5E71 is not a number of magnitude at most 1.0E71"),
                new Bad("[0,1,2]", "[]", "1", "student.a", "is empty: give at least one number"),
                new Bad("[0,1,2]", "[0,1]", "1", "student.a", "has length 2, the teacher's has 3: make them equal"),
                new Bad("[3,4e0]", "[3,4,5]", "1", "student.w", "has length 3, the teacher's has 2: make them equal"),
                new Bad(
                        "[3,4e0]",
                        "[0,0.0]",
                        "1",
                        "student.w",
                        "norm below 1.0E-70 has no usable direction: give a nonzero filter"),
                new Bad("[0.6,0.8]", "[]", "1", "teacher.w", "is empty: give at least one number"),
                new Bad(
                        "[0.6,0.8]",
                        "[0.6,0.7]",
                        "1",
                        "teacher.w",
                        "norm 0.9219544457292886 is not 1: divide the vector by it"),
                new Bad(
                        "[0.6,0.8]",
                        "[0.6,0.8e80]",
                        "1",
                        "teacher.w[1]",
                        "8.0E79 is not a number of magnitude at most"),
                new Bad(
                        TEACHER + "," + STUDENT,
                        (TEACHER + "," + STUDENT)
                                .replace("[1,-2,0.5]", "[-1e71" + ",1e71".repeat(30) + "]")
                                .replace("[0,1,2]", "[0" + ",0".repeat(30) + "]"),
                        "1",
                        "teacher.a",
                        "leads to spurious weights out of range: rescale"));
    }

    @ParameterizedTest
    @MethodSource({"lines", "lemmata.cli.BadSmoothedLines#lines"})
    void isAnsweredByItsFieldAndTheRemedyAndTheRestGoesOn(Bad bad) {
        Outcome outcome = Outcome.of("\n" + bad.line() + "\n" + EvaluateTest.GOOD + "\n", "evaluate");
        JsonNode answer = outcome.json().getFirst();
        assertThat(answer.propertyNames()).containsExactly("id", "error");
        assertThat(answer.get("id").toString()).isEqualTo(bad.id());
        assertThat(answer.at("/error").propertyNames()).containsExactly("field", "message");
        assertThat(answer.at("/error/field").stringValue()).isEqualTo(bad.field());
        assertThat(answer.at("/error/message").stringValue())
                .startsWith(bad.message())
                .doesNotContain("\n");
        assertThat(outcome.json().getLast().has("loss")).isTrue();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("lemmata evaluate: 1 of 2 lines are bad; each is answered by an error\n");
    }

    @Test
    void theIdIsFoundBehindTheFault() {
        String line = "{\"teacher\":5,\"id\":[9]}";
        assertThat(Outcome.of(line, "evaluate").out())
                .startsWith("{\"id\":[9],\"error\":{\"field\":\"teacher\",\"message\":\"is a number: ");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin = EvaluateTest.GOOD.replace("1,", "\"é\",").getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = EvaluateTest.GOOD.getBytes(StandardCharsets.UTF_16LE);
        for (byte[] line : new byte[][] {latin, wide}) {
            assertThat(Outcome.of(line, "evaluate").json())
                    .allSatisfy(answer ->
                            assertThat(answer.at("/error/field").stringValue()).isEqualTo("line"));
        }
    }

    @Test
    void aValueBeyondDoubleIsAnErrorNotInfinity() {
        Student student = new Student(new double[] {1}, new double[] {1});
        double[] fine = {1};
        Map<String, Answer> answers = Map.of(
                "loss", new Answer(0, Double.POSITIVE_INFINITY, fine, fine, fine, student, 0, true, null),
                "gradient", new Answer(0, 0, fine, new double[] {Double.NaN}, fine, student, 0, true, null));
        assertThat(answers.values())
                .allSatisfy(answer -> Assertions.assertThatThrownBy(answer::finite)
                        .isInstanceOf(InvalidField.class)
                        .hasMessageContaining("beyond the range of double"));
    }
}
