package lemmata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the README shows is what happens: its excerpt, its Java example and its lines of JSON, run as they stand there.
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleCompilesAndPrintsWhatIsShown() throws Exception {
        Path example = Files.writeString(folder.resolve("Example.java"), block("java", "Example.java"));
        assertThat(java("", example.toString())).isEqualTo(block("text", "Example.java"));
    }

    @Test
    void evaluateAnswersWhatIsShown() throws Exception {
        String shell = block("sh", "Many networks");
        String question = shell.substring(shell.indexOf('\'') + 1, shell.lastIndexOf('\''));
        assertThat(java(question, "lemmata.cli.Main", "evaluate")).isEqualTo(block("json", "Many networks"));
    }

    @Test
    void theExcerptOfTheAuditIsReal() throws Exception {
        List<String> only =
                List.of("--proofs", "no", "--only", "model.Perturbation", "--only", "landscape.SpuriousOptimum");
        List<String> audit = java(
                        "",
                        Stream.concat(Stream.of("lemmata.cli.Main", "audit"), only.stream())
                                .toArray(String[]::new))
                .lines()
                .toList();
        List<String> excerpt = block("text", "a few of its lines").lines().toList();
        assertThat(excerpt).hasSizeGreaterThan(5);
        assertThat(audit)
                .containsSubsequence(
                        excerpt.stream().filter(line -> !line.equals("…")).toList());
    }

    @Test
    void evaluateWithNoiseAnswersWhatIsShown() throws Exception {
        String shell = block("sh", "With noise on the filter");
        String question = shell.substring(shell.indexOf('\'') + 1, shell.lastIndexOf('\''));
        assertThat(java(question, "lemmata.cli.Main", "evaluate"))
                .endsWith("," + block("json", "With noise on the filter").strip() + "}\n");
    }

    /// The digest of the run of gradient descent was printed by vectors; without their module the plain code runs here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Constants and pictures",
                "Gradient descent is",
                "With annealed noise",
                "`theorem check` judges",
                "The output names the",
                "`experiment success-rates` alone"
            })
    void excerptsOfWhatIsPrintedAreReal(String words) throws Exception {
        String[] command = block("sh", words).replace("\\\n", " ").strip().split("\\s+");
        command[0] = "--add-modules";
        command[1] = "jdk.incubator.vector";
        command[2] = "lemmata.cli.Main"; // java -jar target/lemmata.jar …
        boolean plain = words.equals("Gradient descent is");
        List<String> printed = java("", Arrays.copyOfRange(command, plain ? 2 : 0, command.length))
                .lines()
                .toList();
        List<String> excerpt =
                block("text", words).lines().filter(line -> !line.equals("…")).toList();
        assertThat(excerpt).hasSizeGreaterThan(1);
        assertThat(printed).containsSubsequence(excerpt);
    }

    /// The first block of that language behind the first mention of some words.
    private static String block(String language, String words) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find(readme.indexOf(words))).isTrue();
        return block.group(1);
    }

    /// Standard output of a Java like this one, with its class path.
    private String java(String in, String... args) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("in"), in);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(args)).toList())
                .redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
