package lemmata.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import lemmata.model.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads the lines of `evaluate`: `{"id":…, "teacher":{"w":[…],"a":[…]}, "student":{"w":[…],"a":[…]}}`.
///
/// The first thing that is wrong with a line is what is said of it; the rest is still read, for the sake of the id.
final class QueryReader {

    /// What stands for the line as a whole where a complaint needs a field.
    static final String LINE = "line";

    private static final String WEIGHTS = "an object {\"w\":[…], \"a\":[…]}";
    private static final int DEEPEST = 1000;
    private static final int USUAL = 30;

    /// Tokens for NaN and infinities are read so that they can be refused by the name of their field.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Query.Weights NONE = new Query.Weights(new double[0], new double[0]);

    private double[] numbers = new double[64];
    private String id = "null";
    private Query.Weights teacher = NONE;
    private Query.Weights student = NONE;
    private Complaint complaint = new Complaint();

    /// The id of the line last read, as JSON, character for character; `null` if none was met.
    String id() {
        return id;
    }

    /// @throws InvalidField if anything is wrong with the line
    Query read(Lines line) {
        id = "null";
        complaint = new Complaint();
        if (line.isTooLong()) {
            complainOf(line, "is longer than " + Evaluation.LONGEST + " bytes: split the problem");
        } else if (isObject(line)) {
            parse(line);
        }
        complaint.raise();
        return Query.of(teacher, student);
    }

    private void parse(Lines line) {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), line.buffer(), line.from(), line.to() - line.from())) {
            parser.nextToken();
            readFields(parser, line);
            if (parser.nextToken() != null) {
                complainOf(line, "goes on behind its object: give one object per line");
            }
        } catch (StreamConstraintsException e) {
            complainOf(line, "is nested more than " + DEEPEST + " levels deep: flatten it");
        } catch (JacksonException e) {
            long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset() + 1;
            String what = e.getOriginalMessage().replaceAll("\\s+", " ");
            complainOf(line, "is not JSON at byte " + at + ": " + what + "; correct it");
        }
    }

    /// Whether the line starts as an object in UTF-8; the parser would guess at other encodings.
    private boolean isObject(Lines line) {
        byte[] buffer = line.buffer();
        int first = line.from();
        while (buffer[first] == ' ' || buffer[first] == '\t' || buffer[first] == '\r') {
            first++;
        }
        boolean object = buffer[first] == '{' && (first + 1 == line.to() || buffer[first + 1] != 0);
        if (!object) {
            complainOf(line, "is no JSON object in UTF-8: give {\"id\":…, \"teacher\":…, \"student\":…}");
        }
        return object;
    }

    private void complainOf(Lines line, String what) {
        complaint.of(LINE, LINE + " " + line.number() + " " + what);
    }

    private void readFields(JsonParser parser, Lines line) {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean fresh = fresh(seen, name, name);
            parser.nextToken();
            switch (fresh ? name : "") {
                case "id" -> id = JsonSlice.of(parser, line, complaint);
                case "teacher" -> teacher = weights(parser, name);
                case "student" -> student = weights(parser, name);
                default -> refuse(parser, fresh, name, "id, teacher and student");
            }
        }
        require(seen, "teacher", "teacher", WEIGHTS);
        require(seen, "student", "student", WEIGHTS);
    }

    private Query.Weights weights(JsonParser parser, String outer) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            complaint.ofType(parser, outer, WEIGHTS);
            return NONE;
        }
        Set<String> seen = new HashSet<>();
        double[] w = NONE.w();
        double[] a = NONE.a();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String field = outer + "." + name;
            boolean fresh = fresh(seen, name, field);
            parser.nextToken();
            switch (fresh ? name : "") {
                case "w" -> w = array(parser, field);
                case "a" -> a = array(parser, field);
                default -> refuse(parser, fresh, field, outer + ".w and " + outer + ".a");
            }
        }
        require(seen, "w", outer + ".w", "an array of numbers");
        require(seen, "a", outer + ".a", "an array of numbers");
        return new Query.Weights(w, a);
    }

    private double[] array(JsonParser parser, String field) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            complaint.ofType(parser, field, "an array of numbers");
            return NONE.w();
        }
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * length);
            }
            numbers[length] = number(parser, field, length);
            length++;
        }
        return Arrays.copyOf(numbers, length);
    }

    private double number(JsonParser parser, String field, int index) {
        if (!parser.currentToken().isNumeric()) {
            complaint.ofType(parser, field + "[" + index + "]", "a number");
            return 0;
        }
        double value = parser.isNaN() ? Double.NaN : rounded(parser);
        if (!Double.isFinite(value)) {
            String shown = Complaint.abbreviated(parser.getString());
            complaint.of(field + "[" + index + "]", shown + " is not a finite double: rescale the problem");
        }
        return value;
    }

    /// The nearest double. The parser's own is faster for the usual fractions; whole numbers would lose the sign of −0,
    /// and long ones take it too long.
    private static double rounded(JsonParser parser) {
        boolean usual = parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && parser.getStringLength() <= USUAL;
        return usual ? parser.getDoubleValue() : Double.parseDouble(parser.getString());
    }

    private boolean fresh(Set<String> seen, String name, String field) {
        boolean fresh = seen.add(name);
        if (!fresh) {
            complaint.of(field, "stands there twice: keep one");
        }
        return fresh;
    }

    private void refuse(JsonParser parser, boolean fresh, String field, String known) {
        if (fresh) {
            complaint.of(Complaint.abbreviated(field), "is not known: remove it; the fields here are " + known);
        }
        parser.skipChildren();
    }

    private void require(Set<String> seen, String name, String field, String what) {
        if (!seen.contains(name)) {
            complaint.of(field, "is missing: give " + what);
        }
    }
}
