package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `lemmata evaluate`: loss, gradients and spurious point of many networks, and what noise makes of them.
@Command(
        name = "evaluate",
        sortOptions = false,
        description =
                "Answer JSON lines with JSON lines: loss, gradients, spurious point, and what noise makes of them.",
        footer = {
            "",
            "A line:   {\"id\":…, \"teacher\":{\"w\":[…],\"a\":[…]}, \"student\":{\"w\":[…],\"a\":[…]}}",
            "Answer:   {\"id\":…, \"angle\":…, \"loss\":…, \"gradient\":{\"w\":[…],\"a\":[…]}, \"sphereGradient\":[…],",
            "           \"spurious\":{\"w\":[…],\"a\":[…],\"loss\":…,\"localMinimum\":true|false}}",
            "Bad line: {\"id\":…, \"error\":{\"field\":…, \"message\":…}}; the others are answered all the same.",
            "",
            "With noise a line also has",
            "          \"noise\":{\"rhoW\":…,\"rhoA\":…}, and may have \"ca\":… and",
            "          \"reading\":{\"a\":\"RADIAL|UNIT\",\"w\":\"NETWORK|ANGLE|NORMALISED\"} (default: RADIAL, NETWORK).",
            "Its answer then ends with",
            "          \"smoothed\":{\"m1\":…,\"m2\":…,\"h\":…,\"kappa\":…,\"gradient\":{\"w\":[…],\"a\":[…]}},",
            "          \"c1\":{\"inner\":…,\"coefficient\":…}, \"c2\":{\"inner\":…,\"gammaMin\":…}}",
            "smoothed: the means of the gradients over the noise, that of w along the sphere; the radius rhoA of",
            "          the noise on a drops out of them and may be left out.",
            "c1:       <-P_w E grad_w L, w*-w>, and its quotient by |w-w*|^2.",
            "c2:       <-E grad_a L, a*-a>, and the smallest gamma_a at this angle for the rate ca; by default ca",
            "          is half of the limit that it must stay below.",
            "",
            "The teacher's w is a unit vector. The student's is any nonzero one, with noise a unit vector, too,",
            "and of length 2 at least. Entries are at most 1e71 in magnitude.",
            "Exit code: 0; 1 if there were bad lines; 2 usage; 4 reading or writing failed.",
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Read from a file instead of standard input.")
    private @Nullable Path input;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write to a file, which appears when all is done, instead of standard output.")
    private @Nullable Path output;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (input != null && output != null && Files.exists(output) && Files.isSameFile(input, output)) {
            throw new ParameterException(spec.commandLine(), "--output: the same file as --input: name another");
        }
        try (InputStream in = input == null ? main.in() : Files.newInputStream(input)) {
            Evaluation done = output == null
                    ? Evaluation.of(in, main.out())
                    : OutputFile.write(output, (OutputStream out) -> Evaluation.of(in, out));
            if (done.bad() > 0) {
                String counts = String.format(
                        "%,d of %,d lines are bad; each is answered by an error", done.bad(), done.lines());
                spec.commandLine().getErr().println("lemmata evaluate: " + counts);
            }
            return done.bad() > 0 ? 1 : 0;
        }
    }
}
