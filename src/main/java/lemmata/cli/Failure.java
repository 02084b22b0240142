package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// How a run that fails ends: with one line on standard error and its exit code, never with a stack trace.
final class Failure {

    static final int USAGE = 2;
    static final int INPUT_OUTPUT = 4;
    /// What a shell reports of a program ended by SIGPIPE: nobody reads on, which is no news to anyone.
    static final int CLOSED_PIPE = 141;

    private static final int INTERNAL = 70;

    private Failure() {}

    /// An option or parameter that is not understood.
    static int usage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        List<String> nearest =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest);
        print(command.getErr(), name(command), e.getMessage() + hint + " (try " + name(command) + " --help)");
        return USAGE;
    }

    /// Whatever a command throws.
    static int execution(Exception e, CommandLine command, ParseResult parsed) {
        return report(e, name(command), command.getErr());
    }

    /// Says what went wrong in a line, unless a reader went away.
    static int report(Throwable thrown, String name, PrintWriter err) {
        Optional<IOException> failure = Stream.iterate(thrown, e -> e != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
        if (failure.filter(Failure::isClosedPipe).isPresent()) {
            return CLOSED_PIPE;
        }
        print(err, name, failure.map(Failure::words).orElseGet(() -> "internal error: " + located(thrown)));
        return failure.isPresent() ? INPUT_OUTPUT : INTERNAL;
    }

    private static boolean isClosedPipe(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }

    private static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no permission: " + denied.getFile();
            case FileSystemException failed
            when failed.getReason() != null -> failed.getFile() + ": " + failed.getReason();
            default -> "reading or writing failed: " + e.getMessage();
        };
    }

    private static String located(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("lemmata."))
                .findFirst()
                .map(frame -> thrown + " at " + frame)
                .orElse(thrown.toString());
    }

    private static void print(PrintWriter err, String name, String message) {
        err.println(name + ": " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
