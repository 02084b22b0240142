package lemmata.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `lemmata plot`: pictures of the smoothed landscape, and the numbers behind them.
@Command(
        name = "plot",
        sortOptions = false,
        description = "Draw what noise does to the landscape, as SVG or PNG, or write the numbers as CSV.",
        synopsisSubcommandLabel = "PLOT",
        subcommands = {KappaPlot.class, ConstantsPlot.class, EscapePlot.class},
        footer = {"", "Exit code: 0; 2 usage; 4 writing failed, or there is no font to write with."})
final class PlotCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no plot: give one of kappa, constants, escape");
    }

    /// Version and arguments, for captions and comments.
    static String caption(String arguments) {
        return "lemmata " + Version.current() + ": plot " + arguments;
    }
}
