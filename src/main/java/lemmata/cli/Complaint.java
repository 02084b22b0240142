package lemmata.cli;

import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import tools.jackson.core.JsonParser;

/// The first thing that is wrong with a line; later ones are dropped.
final class Complaint {

    private static final int LONGEST = 40;

    private @Nullable InvalidField first;

    /// Complains of a field.
    void of(String field, String remedy) {
        if (first == null) {
            first = new InvalidField(field, remedy);
        }
    }

    /// Complains that a field holds the current value instead of what is wanted, and skips that value.
    void ofType(JsonParser parser, String field, String wanted) {
        String found = switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            default -> "a number";
        };
        of(field, "is " + found + ": give " + wanted);
        parser.skipChildren();
    }

    /// @throws InvalidField if there was a complaint
    void raise() {
        if (first != null) {
            throw first;
        }
    }

    /// A text that may be long, for use in a message.
    static String abbreviated(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
