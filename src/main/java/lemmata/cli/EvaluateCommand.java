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

/// `lemmata evaluate`: loss, gradients and spurious point of many networks.
@Command(
        name = "evaluate",
        sortOptions = false,
        description = "Answer JSON lines with JSON lines: loss, gradients and spurious point of each network.",
        footer = {
            "",
            "A line:   {\"id\":…, \"teacher\":{\"w\":[…],\"a\":[…]}, \"student\":{\"w\":[…],\"a\":[…]}}",
            "Answer:   {\"id\":…, \"angle\":…, \"loss\":…, \"gradient\":{\"w\":[…],\"a\":[…]}, \"sphereGradient\":[…],",
            "           \"spurious\":{\"w\":[…],\"a\":[…],\"loss\":…,\"localMinimum\":true|false}}",
            "Bad line: {\"id\":…, \"error\":{\"field\":…, \"message\":…}}; the others are answered all the same.",
            "",
            "The teacher's w is a unit vector, the student's any nonzero one; entries are at most 1e71 in magnitude.",
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
