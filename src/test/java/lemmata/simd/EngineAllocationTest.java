package lemmata.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Once compiled, a step of the engines allocates nothing: no vector is boxed.
class EngineAllocationTest {

    /// Less than one boxed vector per fifty steps.
    private static final long MOST_BYTES = 2_048;

    @ParameterizedTest
    @CsvSource({"full", "lumped", "batch", "lumpedBatch"})
    void stepsAllocateNothing(String kind) throws Exception {
        assertThat(allocated(kind, 300)).isLessThanOrEqualTo(MOST_BYTES);
    }

    /// Without the optimising compiler vectors are boxed, and the count sees it.
    @ParameterizedTest
    @CsvSource("lumped")
    void boxedVectorsAreCounted(String kind) throws Exception {
        assertThat(allocated(kind, 2, "-XX:TieredStopAtLevel=1")).isGreaterThan(MOST_BYTES);
    }

    private static long allocated(String kind, int legs, String... options) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"));
        java.command().addAll(List.of(options));
        java.command().addAll(List.of(EngineAllocation.class.getName(), kind, "" + legs));
        Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Long.parseLong(out.strip());
    }
}
