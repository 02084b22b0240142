package lemmata.cli;

import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads the lines of `evaluate`: `{"id":…, "teacher":{"w":[…],"a":[…]}, "student":{"w":[…],"a":[…]}}` and, where
/// smoothed values are asked for, `"noise"`, `"reading"` and `"ca"`.
///
/// The first thing that is wrong with a line is what is said of it; the rest is still read, for the sake of the id.
final class QueryReader {

    /// What stands for the line as a whole where a complaint needs a field.
    static final String LINE = "line";

    private static final String WEIGHTS = "an object {\"w\":[…], \"a\":[…]}";
    private static final int DEEPEST = 1000;

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

    private final Numbers numbers = new Numbers();
    private String id = "null";
    private Query.Weights teacher = NONE;
    private Query.Weights student = NONE;
    private Query.@Nullable Smoothing smoothing;
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
        return Query.of(teacher, student, smoothing);
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
        Fields fields = new Fields(parser, complaint, "");
        SmoothingReader smoothed = new SmoothingReader();
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "id" -> id = JsonSlice.of(parser, line, complaint);
                case "teacher" -> teacher = weights(parser, name);
                case "student" -> student = weights(parser, name);
                case "noise" -> smoothed.noise(parser, complaint);
                case "reading" -> smoothed.reading(parser, complaint);
                case "ca" -> smoothed.ca(parser, complaint);
                default -> fields.refuse(name, "id, teacher, student, " + SmoothingReader.FIELDS);
            }
        }
        fields.require("teacher", WEIGHTS);
        fields.require("student", WEIGHTS);
        smoothing = smoothed.end(fields, complaint);
    }

    private Query.Weights weights(JsonParser parser, String outer) {
        Fields fields = Fields.of(parser, complaint, outer, WEIGHTS);
        if (fields == null) {
            return NONE;
        }
        double[] w = NONE.w();
        double[] a = NONE.a();
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "w" -> w = numbers.array(parser, outer + ".w", complaint);
                case "a" -> a = numbers.array(parser, outer + ".a", complaint);
                default -> fields.refuse(name, outer + ".w and " + outer + ".a");
            }
        }
        fields.require("w", "an array of numbers");
        fields.require("a", "an array of numbers");
        return new Query.Weights(w, a);
    }
}
