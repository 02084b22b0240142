package lemmata.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apfloat.ApfloatContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program `lemmata`.
@Command(
        name = "lemmata",
        description =
                "The statements behind a paper on noise in training neural networks: judged, listed, explained, used.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit code: 0 well, 1 something fails or a line is bad, 2 usage, 3 undecided, 4 no input or output."
        })
public final class Main implements Runnable {

    private final InputStream in;
    private final WatchedStream out;

    @Spec
    private CommandSpec spec;

    private Main(InputStream in, WatchedStream out) {
        this.in = in;
        this.out = out;
    }

    /// Runs the program and ends the JVM with its exit code.
    public static void main(String[] args) {
        // At a signal there is still something to compute and to write: see Interruption.
        ApfloatContext.getContext().setCleanupAtExit(false);
        System.exit(run(
                args,
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err)));
    }

    /// Runs the program on the given streams; text is UTF-8.
    ///
    /// @return the exit code
    static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        WatchedStream watched = new WatchedStream(out);
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        PrintWriter printer = new PrintWriter(new OutputStreamWriter(watched, StandardCharsets.UTF_8));
        int code = commandLine(new Main(in, watched))
                .setOut(printer)
                .setErr(errors)
                .execute(args);
        printer.flush();
        boolean said = code == Failure.INPUT_OUTPUT || code == Failure.CLOSED_PIPE;
        return said || watched.failure() == null ? code : Failure.report(watched.failure(), "lemmata", errors);
    }

    private static CommandLine commandLine(Main main) {
        Help.Ansi ansi = Terminal.isColoured() ? Help.Ansi.ON : Help.Ansi.OFF;
        return new CommandLine(main)
                .addSubcommand(new AuditCommand())
                .addSubcommand(new ListCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new ConstantsCommand())
                .addSubcommand(new RunCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new ExperimentCommand())
                .addSubcommand(new TheoremCommand())
                .addSubcommand(new PlotCommand())
                .addSubcommand(BenchCommand.withSubcommands())
                .setUsageHelpWidth(100)
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler(Failure::usage)
                .setExecutionExceptionHandler(Failure::execution);
    }

    /// Standard input.
    InputStream in() {
        return in;
    }

    /// Standard output, unbuffered.
    OutputStream out() {
        return out;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command: give one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
