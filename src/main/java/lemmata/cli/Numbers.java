package lemmata.cli;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads numbers of a line as the nearest doubles, and arrays of them.
final class Numbers {

    private static final double[] NONE = new double[0];
    private static final int USUAL = 30;

    private double[] buffer = new double[64];

    /// The array that the parser stands on; empty, with a complaint, if it is none.
    double[] array(JsonParser parser, String field, Complaint complaint) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            complaint.ofType(parser, field, "an array of numbers");
            return NONE;
        }
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            double value = finite(parser);
            buffer[length] = Double.isNaN(value) ? refused(parser, field + "[" + length + "]", complaint) : value;
            length++;
        }
        return Arrays.copyOf(buffer, length);
    }

    /// The number that the parser stands on; 0, with a complaint, if it is none or not finite.
    static double number(JsonParser parser, String field, Complaint complaint) {
        double value = finite(parser);
        return Double.isNaN(value) ? refused(parser, field, complaint) : value;
    }

    /// The number; NaN if there is none or it is not finite.
    private static double finite(JsonParser parser) {
        double value = parser.currentToken().isNumeric() && !parser.isNaN() ? rounded(parser) : Double.NaN;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static double refused(JsonParser parser, String field, Complaint complaint) {
        if (parser.currentToken().isNumeric()) {
            String shown = Complaint.abbreviated(parser.getString());
            complaint.of(field, shown + " is not a finite double: rescale the problem");
        } else {
            complaint.ofType(parser, field, "a number");
        }
        return 0;
    }

    /// The nearest double. The parser's own is faster for the usual fractions; whole numbers would lose the sign of −0,
    /// and long ones take it too long.
    private static double rounded(JsonParser parser) {
        boolean usual = parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && parser.getStringLength() <= USUAL;
        return usual ? parser.getDoubleValue() : Double.parseDouble(parser.getString());
    }
}
