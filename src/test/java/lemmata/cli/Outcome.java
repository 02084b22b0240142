package lemmata.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run of the program left: its exit code and what it wrote.
record Outcome(int code, String out, String err) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Runs with that text as standard input.
    static Outcome of(String in, String... args) {
        return of(in.getBytes(StandardCharsets.UTF_8), args);
    }

    static Outcome of(byte[] in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = of(new ByteArrayInputStream(in), out, args);
        return new Outcome(outcome.code, out.toString(StandardCharsets.UTF_8), outcome.err);
    }

    /// Runs on these streams; the outcome's text is empty.
    static Outcome of(InputStream in, OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, in, out, err);
        return new Outcome(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /// Every line of output, read as JSON.
    List<JsonNode> json() {
        return out.lines().map(JSON::readTree).toList();
    }
}
