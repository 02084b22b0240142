package lemmata.cli;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;

/// A JSON value as it stands in its line, character for character.
final class JsonSlice {

    private JsonSlice() {}

    /// The value that the parser stands on, which it then has passed; `null` if a token in it is no JSON.
    static String of(JsonParser parser, Lines line, Complaint complaint) {
        int start = line.from() + (int) parser.currentTokenLocation().getByteOffset();
        boolean json = true;
        int depth = 0;
        do {
            depth += parser.currentToken().isStructStart()
                    ? 1
                    : parser.currentToken().isStructEnd() ? -1 : 0;
            parser.finishToken();
            if (parser.isNaN()) {
                complaint.of("id", Complaint.abbreviated(parser.getString()) + " is not JSON: give any JSON value");
                json = false;
            }
        } while (depth > 0 && parser.nextToken() != null);
        int end = line.from() + (int) parser.currentLocation().getByteOffset();
        return json ? new String(line.buffer(), start, end - start, StandardCharsets.UTF_8) : "null";
    }
}
