package lemmata.cli;

import lemmata.model.Target;
import picocli.CommandLine.Option;

/// The options that give a teacher by the numbers on which the statements depend: p, k, q and ‖a*‖.
final class TeacherOptions {

    @Option(names = "--p", required = true, paramLabel = "P", description = "Length of the filter.")
    int p;

    @Option(names = "--k", required = true, paramLabel = "K", description = "Number of patches.")
    int k;

    @Option(
            names = "--q",
            required = true,
            paramLabel = "Q",
            converter = RealNumber.class,
            description = "(1ᵀa*)²/‖a*‖², from 0 to k; 1 for k = 1.")
    double q;

    @Option(names = "--norm", paramLabel = "N", converter = RealNumber.class, description = "‖a*‖. Default: 1.")
    double norm = 1;

    /// What the statements see of a*.
    ///
    /// @throws lemmata.model.InvalidField naming `k`, `q` or `norm`
    Target target() {
        return Target.of(k, q, norm);
    }
}
