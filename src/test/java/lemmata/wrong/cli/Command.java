package lemmata.wrong.cli;

/// A command: free to print, and nobody's to import.
public final class Command {
    /// Prints, as a command may.
    public void run() {
        System.out.println();
    }
}
