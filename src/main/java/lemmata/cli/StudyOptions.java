package lemmata.cli;

import java.nio.file.Path;
import lemmata.experiment.SuccessRates;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every study: how many trials, from which draws, and where the result goes.
final class StudyOptions {

    @Mixin
    private TrialOptions trials;

    @Mixin
    private CommonOptions cells;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Write the result for machines; it grows as the study runs.")
    private @Nullable Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write a line per cell, at the end.")
    private @Nullable Path csv;

    @Option(names = "--resume", description = "Go on with the FILE of --json that an interrupted run has left.")
    private boolean resume;

    /// Checks all.
    ///
    /// @throws lemmata.model.InvalidField naming an option
    void check() {
        trials.check();
        OutputFile.requireDistinct("csv", csv, json);
        TrialOptions.require(!resume || json != null, "resume", "goes on with the FILE of --json: give that option");
    }

    /// What is the same in all cells.
    SuccessRates.Common common() {
        return cells.common();
    }

    /// The same as a file has it.
    StudyFile.Parameters parameters() {
        SuccessRates.Common common = cells.common();
        return new StudyFile.Parameters(
                common.generator().toString(),
                common.seed(),
                trials.first(),
                trials.trials(),
                trials.tolerance(),
                StudyFile.LEVEL);
    }

    int threads() {
        return trials.threads();
    }

    @Nullable
    Path json() {
        return json;
    }

    @Nullable
    Path csv() {
        return csv;
    }

    boolean resume() {
        return resume;
    }
}
