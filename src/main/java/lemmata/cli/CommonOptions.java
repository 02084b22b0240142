package lemmata.cli;

import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import picocli.CommandLine.Option;

/// The options that all cells of an experiment share.
final class CommonOptions {

    private static final int LONGEST = 1 << 20;
    private static final double EXTREME = 1e4;

    @Option(names = "--p", paramLabel = "P", description = "Length of the filter. Default: ${DEFAULT-VALUE}.")
    private int p = SuccessRates.P;

    @Option(
            names = "--norm",
            paramLabel = "N",
            converter = RealNumber.class,
            description =
                    "‖a*‖. The schedules of sgd and psgd are made for 1; only GD's rate at q = 0 is free of it. Default: 1.")
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
    /// @throws lemmata.model.InvalidField naming `p` or `norm`
    SuccessRates.Common common() {
        TrialOptions.require(p >= 1 && p <= LONGEST, "p", p + " is no length of a filter: give 1 to " + LONGEST);
        TrialOptions.require(
                norm >= 1 / EXTREME && norm <= EXTREME, "norm", norm + " is out of range: give ‖a*‖ from 1e-4 to 1e4");
        return new SuccessRates.Common(p, norm, generator, seed);
    }
}
