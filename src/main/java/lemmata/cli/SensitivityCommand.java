package lemmata.cli;

import java.util.List;
import lemmata.experiment.Entry;
import lemmata.experiment.Sensitivity;
import picocli.CommandLine.Command;

/// `lemmata experiment sensitivity`: what the schedules need, and what they can do without.
@Command(
        name = "sensitivity",
        sortOptions = false,
        description = {
            "Change one thing of a schedule at a time: too little noise, too much, too fast, one stage, no noise on one side,"
                    + " other readings, batch and step sizes of SGD; and count how often it still reaches the optimum."
        },
        footer = {"", StudyCommand.FOOTER})
final class SensitivityCommand extends StudyCommand {

    @Override
    String study() {
        return "sensitivity";
    }

    @Override
    List<Entry> entries(StudyOptions common) {
        return Sensitivity.entries(common.common());
    }
}
