package lemmata.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lemmata theorem`: the paper's two theorems at configurations of one's own.
@Command(
        name = "theorem",
        sortOptions = false,
        description = "The paper's two theorems, as printed and as repaired, at a configuration of your own.",
        synopsisSubcommandLabel = "QUESTION",
        subcommands = {TheoremCheckCommand.class},
        footer = {"", "Exit code: 0; 1 violated; 2 usage; 3 undecided; 4 writing failed; 130 interrupted."})
final class TheoremCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no question: give one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
