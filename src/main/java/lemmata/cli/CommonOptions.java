package lemmata.cli;

import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import picocli.CommandLine.Option;

/// The options that all cells of an experiment share.
final class CommonOptions {

    private static final int LONGEST = 1 << 20;

    @Option(names = "--p", paramLabel = "P", description = "Length of the filter. Default: ${DEFAULT-VALUE}.")
    private int p = SuccessRates.P;

    @Option(
            names = "--norm",
            paramLabel = "N",
            converter = RealNumber.class,
            description = "‖a*‖, on which every rate depends unless q = 0. Default: 1.")
    private double norm = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Determines every draw. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--generator",
            paramLabel = "splitmix|philox",
            converter = Choice.OfGenerator.class,
            description = "Of all random words. Default: ${DEFAULT-VALUE}.")
    private Generator generator = Generator.SPLITMIX;

    /// What they say.
    ///
    /// @throws lemmata.model.InvalidField naming `p`
    SuccessRates.Common common() {
        TrialOptions.require(
                p >= 1 && p <= LONGEST, "p", p + " is no length of a filter: give 1 to " + LONGEST);
        return new SuccessRates.Common(p, norm, generator, seed);
    }
}
