package lemmata.cli;

import java.util.Locale;
import lemmata.audit.PromiseRuns.Look;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.theorem.Configuration;

/// The runs that contradict a theorem, and the command that shows them.
///
/// @param report what it is of
/// @param look the step at which most runs are outside
record TheoremWitness(TheoremReport report, Look look) {

    /// Whether the look alone refutes the theorem.
    boolean suffices() {
        return report.runs().map(runs -> report.check().suffices(look, runs)).orElse(false);
    }

    /// What there is to see, in a line.
    String words() {
        String alone = suffices() ? "" : " (alone too few; all looks together suffice)";
        return String.format(
                Locale.ROOT,
                "at step %d, %d of %d runs are outside%s:",
                look.step(),
                look.outside(),
                report.effort().trials(),
                alone);
    }

    /// The command: `simulate` with the states in a file, or the check itself where the start is one's own.
    String command() {
        if (report.check().opening().own().isPresent()) {
            return "lemmata " + String.join(" ", report.command());
        }
        Configuration at = report.check().at();
        Setup setup = report.check().setup();
        Stage stage = new Stage(at.rhoW(), at.rhoA(), at.eta(), look.step());
        boolean stable = stage.stiffness(setup.reading(), at.p(), at.target().k()) < 2;
        return String.join(
                " ",
                "lemmata simulate --algorithm pgd --engine lumped",
                "--p " + at.p(),
                "--k " + at.target().k(),
                "--q " + Constant.shown(report.options().q()),
                "--norm " + Constant.shown(report.options().norm()),
                "--rho-w " + Constant.shown(at.rhoW()),
                "--rho-a " + Constant.shown(at.rhoA()),
                "--eta " + Constant.shown(at.eta()) + (stable ? "" : " --unstable"),
                "--start " + setup.start(),
                "--reading " + setup.reading(),
                "--generator " + setup.generator(),
                "--seed " + setup.seed(),
                "--steps " + look.step(),
                "--trials " + report.effort().trials(),
                "--csv runs.csv");
    }
}
