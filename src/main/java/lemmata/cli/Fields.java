package lemmata.cli;

import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The fields of a JSON object, one after another: a second one of the same name is complained of and passed over.
final class Fields {

    private final JsonParser parser;
    private final Complaint complaint;
    private final String prefix;
    private final Set<String> seen = new HashSet<>();

    /// `prefix` goes before the name of a field in complaints, for example `teacher.`.
    Fields(JsonParser parser, Complaint complaint, String prefix) {
        this.parser = parser;
        this.complaint = complaint;
        this.prefix = prefix;
    }

    /// The fields of the object that the parser stands on; null, with a complaint, if it stands on anything else.
    static @Nullable Fields of(JsonParser parser, Complaint complaint, String field, String wanted) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new Fields(parser, complaint, field + ".");
        }
        complaint.ofType(parser, field, wanted);
        return null;
    }

    /// The name of the next field, whose value the parser then stands on; null at the end of the object.
    @Nullable
    String next() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            boolean fresh = seen.add(name);
            if (!fresh) {
                complaint.of(prefix + name, "stands there twice: keep one");
            }
            parser.nextToken();
            if (fresh) {
                return name;
            }
            parser.skipChildren();
        }
        return null;
    }

    /// Complains of a field that nobody knows, and skips its value; `known` lists those that may stand here.
    void refuse(String name, String known) {
        complaint.of(Complaint.abbreviated(prefix + name), "is not known: remove it; the fields here are " + known);
        parser.skipChildren();
    }

    /// Whether the field was met.
    boolean has(String name) {
        return seen.contains(name);
    }

    /// Complains if the field was not met.
    void require(String name, String what) {
        if (!has(name)) {
            complaint.of(prefix + name, "is missing: give " + what);
        }
    }
}
