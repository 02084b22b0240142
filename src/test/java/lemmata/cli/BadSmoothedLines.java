package lemmata.cli;

import java.util.stream.Stream;
import lemmata.cli.BadLineTest.Bad;

/// Lines of `evaluate` whose noise, reading or c_a is bad, for [BadLineTest].
final class BadSmoothedLines {

    private BadSmoothedLines() {}

    /// A line whose student is on the sphere, with these fields behind it, and what is said of it.
    private static Bad smoothed(String fields, String field, String message) {
        return new Bad("[3,4e0],\"a\":[0,1,2]}", "[1,0],\"a\":[0,1,2]}," + fields, "1", field, message);
    }

    static Stream<Bad> lines() {
        String radii = "the fields here are noise.rhoW and noise.rhoA";
        return Stream.of(
                smoothed("\"noise\":{}", "noise.rhoW", "is missing: give the radius of the noise on the filter"),
                smoothed("\"noise\":{\"rhoA\":1}", "noise.rhoW", "is missing: give the radius"),
                smoothed("\"noise\":null", "noise", "is null: give an object {\"rhoW\":…}"),
                smoothed("\"noise\":2", "noise", "is a number: give an object"),
                smoothed("\"noise\":{\"rhoW\":-0.5}", "noise.rhoW", "-0.5 is negative: give a radius"),
                smoothed("\"noise\":{\"rhoW\":NaN}", "noise.rhoW", "NaN is not a finite double: rescale"),
                smoothed("\"noise\":{\"rhoW\":Infinity}", "noise.rhoW", "Infinity is not a finite double: rescale"),
                smoothed("\"noise\":{\"rhoW\":1e999}", "noise.rhoW", "1e999 is not a finite double: rescale"),
                smoothed(
                        "\"noise\":{\"rhoW\":1e72}",
                        "noise.rhoW",
                        "1.0E72 is no radius: give 0, or a number from 1.0E-70 to 1.0E71"),
                smoothed("\"noise\":{\"rhoW\":\"1\"}", "noise.rhoW", "is a string: give a number"),
                smoothed("\"noise\":{\"rhoW\":[1]}", "noise.rhoW", "is an array: give a number"),
                smoothed("\"noise\":{\"rhoW\":1,\"rhoW\":1}", "noise.rhoW", "stands there twice: keep one"),
                smoothed("\"noise\":{\"rhoW\":1,\"rhoA\":-1}", "noise.rhoA", "-1.0 is negative: give a radius"),
                smoothed("\"noise\":{\"rhoW\":1,\"rhoA\":null}", "noise.rhoA", "is null: give a number"),
                smoothed("\"noise\":{\"rhoW\":1,\"rho\":1}", "noise.rho", "is not known: remove it; " + radii),
                smoothed("\"noise\":{\"rhoW\":1},\"noise\":{}", "noise", "stands there twice: keep one"),
                smoothed(
                        "\"reading\":{\"a\":\"UNIT\"}",
                        "reading",
                        "says nothing without noise: give \"noise\":{\"rhoW\":…} or remove it"),
                smoothed("\"ca\":0.1", "ca", "says nothing without noise: give \"noise\""),
                noisy("\"reading\":\"UNIT\"", "reading", "is a string: give an object {\"a\":…, \"w\":…}"),
                noisy(
                        "\"reading\":{\"a\":\"NETWORK\"}",
                        "reading.a",
                        "\"NETWORK\" is none of RADIAL, UNIT: choose one"),
                noisy(
                        "\"reading\":{\"w\":\"\"}",
                        "reading.w",
                        "\"\" is none of NETWORK, ANGLE, NORMALISED: choose one"),
                noisy("\"reading\":{\"w\":1}", "reading.w", "is a number: give one of NETWORK, ANGLE, NORMALISED"),
                noisy("\"reading\":{\"b\":1}", "reading.b", "is not known: remove it; the fields here are reading.a"),
                noisy("\"reading\":{\"a\":\"UNIT\",\"a\":\"UNIT\"}", "reading.a", "stands there twice: keep one"),
                noisy("\"ca\":null", "ca", "is null: give a number"),
                noisy("\"ca\":-Infinity", "ca", "-Infinity is not a finite double: rescale"),
                noisy("\"ca\":0.5", "ca", "0.5 is not below the limit 0.3834506890216178: choose a smaller one"),
                noisy("\"ca\":0.1,\"ca\":0.1", "ca", "stands there twice: keep one"),
                noisy(
                        "\"Noise\":1",
                        "Noise",
                        "is not known: remove it; the fields here are id, teacher, student, noise"),
                new Bad(
                        "[0,1,2]}",
                        "[0,1,2]},\"noise\":{\"rhoW\":1}",
                        "1",
                        "student.w",
                        "norm 5.0 is not 1: divide the vector by it"),
                new Bad(
                        BadLineTest.TEACHER + "," + BadLineTest.STUDENT,
                        (BadLineTest.TEACHER + "," + BadLineTest.STUDENT + ",\"noise\":{\"rhoW\":1}")
                                .replace("[0.6,0.8]", "[1]")
                                .replace("[3,4e0]", "[-1]"),
                        "1",
                        "noise",
                        "is treated for p ≥ 2, these filters have length 1: remove it"));
    }

    private static Bad noisy(String fields, String field, String message) {
        return smoothed("\"noise\":{\"rhoW\":0.5}," + fields, field, message);
    }
}
