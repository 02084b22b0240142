package lemmata.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lemmata.smoothing.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the fields of a line that ask for smoothed values: `"noise"`, `"reading"` and `"ca"`.
final class SmoothingReader {

    /// The fields that it reads, for use in messages.
    static final String FIELDS = "noise, reading and ca";

    private static final String NOISE = "an object {\"rhoW\":…}";
    private static final String READING = "an object {\"a\":…, \"w\":…}";

    private @Nullable Double rhoW;
    private @Nullable Double ca;
    private Reading reading = Reading.POSTER;

    /// Reads `{"rhoW":…, "rhoA":…}`.
    void noise(JsonParser parser, Complaint complaint) {
        Fields fields = Fields.of(parser, complaint, "noise", NOISE);
        if (fields == null) {
            return;
        }
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "rhoW" -> rhoW = radius(parser, "noise.rhoW", complaint);
                case "rhoA" -> radius(parser, "noise.rhoA", complaint);
                default -> fields.refuse(name, "noise.rhoW and noise.rhoA");
            }
        }
        fields.require("rhoW", "the radius of the noise on the filter");
    }

    private static double radius(JsonParser parser, String field, Complaint complaint) {
        double radius = Numbers.number(parser, field, complaint);
        if (radius < 0) {
            complaint.of(field, radius + " is negative: give a radius");
        }
        return radius;
    }

    /// Reads `{"a":"RADIAL|UNIT", "w":"NETWORK|ANGLE|NORMALISED"}`.
    void reading(JsonParser parser, Complaint complaint) {
        Fields fields = Fields.of(parser, complaint, "reading", READING);
        if (fields == null) {
            return;
        }
        Reading.Output output = Reading.POSTER.a();
        Reading.Filter filter = Reading.POSTER.w();
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "a" -> output = one(Reading.Output.values(), output, parser, "reading.a", complaint);
                case "w" -> filter = one(Reading.Filter.values(), filter, parser, "reading.w", complaint);
                default -> fields.refuse(name, "reading.a and reading.w");
            }
        }
        reading = new Reading(output, filter);
    }

    private static <T extends Enum<T>> T one(
            T[] known, T instead, JsonParser parser, String field, Complaint complaint) {
        List<String> names = Arrays.stream(known).map(Enum::name).toList();
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            complaint.ofType(parser, field, "one of " + String.join(", ", names) + " as a string");
            return instead;
        }
        int found = names.indexOf(parser.getString().toUpperCase(Locale.ROOT));
        if (found < 0) {
            String shown = Complaint.abbreviated(parser.getString());
            complaint.of(field, "\"" + shown + "\" is none of " + String.join(", ", names) + ": choose one");
        }
        return found < 0 ? instead : known[found];
    }

    /// Reads c_a.
    void ca(JsonParser parser, Complaint complaint) {
        ca = Numbers.number(parser, "ca", complaint);
    }

    /// What was asked for; null if the line has no noise, in which case it may not have the other two.
    Query.@Nullable Smoothing end(Fields line, Complaint complaint) {
        for (String name : List.of("reading", "ca")) {
            if (line.has(name) && !line.has("noise")) {
                complaint.of(name, "says nothing without noise: give \"noise\":{\"rhoW\":…} or remove it");
            }
        }
        return rhoW == null ? null : new Query.Smoothing(rhoW, reading, ca);
    }
}
