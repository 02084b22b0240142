package lemmata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small studies for tests, and what is done to their files.
abstract class StudyCases {

    static final String RATES = "experiment success-rates --k 4,6 --q 0,1 --norm 2 --seed 5";

    @TempDir
    Path folder;

    Path json;

    @BeforeEach
    void names() {
        json = folder.resolve("out.json");
    }

    static Outcome run(String line) {
        return Outcome.of("", line.split(" "));
    }

    static JsonNode read(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file));
    }

    /// The study of a run that succeeds.
    JsonNode rates(String more, String file) throws IOException {
        Path path = folder.resolve(file);
        Outcome outcome = run(RATES + " " + more + " --json " + path);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return read(path);
    }

    /// Changes the text of a file.
    static void edit(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file);
        assertThat(change.apply(text)).isNotEqualTo(text);
        Files.writeString(file, change.apply(text));
    }
}
