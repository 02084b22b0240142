package lemmata.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lemmata experiment`: the paper's experiments.
@Command(
        name = "experiment",
        sortOptions = false,
        description = "The paper's experiments: success rates, what the schedules need, convergence curves.",
        synopsisSubcommandLabel = "EXPERIMENT",
        subcommands = {
            AllCommand.class,
            SuccessRatesCommand.class,
            SensitivityCommand.class,
            CurvesCommand.class,
            PageCommand.class,
            MergeCommand.class,
            CompareCommand.class,
        },
        footer = {"", "Exit code: 0; 1 compare finds a difference; 2 usage; 4 writing failed; 130 interrupted."})
final class ExperimentCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no experiment: give one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
