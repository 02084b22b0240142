package lemmata.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// What the commands know of the terminal: colour, and a line that says how far they are. Elsewhere there is neither.
final class Terminal {

    private static final Map<String, String> CODES = Map.of("bold", "1", "red", "31", "green", "32", "yellow", "33");

    private Terminal() {}

    /// Where a command prints.
    static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    /// Whether standard input and output are a terminal that shows colours, and nobody asked for none (`NO_COLOR`).
    static boolean isColoured() {
        Console console = System.console();
        return console != null
                && console.isTerminal()
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
    }

    /// The text in a colour by name, or bold; unchanged where there are no colours.
    static String paint(String text, String colour) {
        return isColoured() ? "\u001b[" + CODES.get(colour) + "m" + text + "\u001b[0m" : text;
    }

    /// Shows how far a command is, in one line that the next one overwrites.
    static void progress(String line) {
        if (isColoured()) {
            System.err.print("\r" + line + "\u001b[K");
            System.err.flush();
        }
    }
}
