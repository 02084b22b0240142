package lemmata.audit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import lemmata.audit.ConvergenceBoxHorizon.Kept;
import lemmata.audit.ConvergenceBoxRuns.Case;
import lemmata.audit.ConvergenceBoxRuns.Count;
import lemmata.smoothing.Reading;
import lemmata.theorem.ConvergenceBox;

/// theorem.ConvergenceBox/S10: the same cases under each of the six readings, with the largest noise that is admitted.
final class ConvergenceBoxReadings {

    /// Cases whose failures can refute their δ.
    private static final Set<Case> CASES = EnumSet.of(Case.SPURIOUS, Case.SMALL, Case.STEEP);

    /// Enough for failures of all to refute δ = ½.
    private static final int TRIALS = 40;

    private ConvergenceBoxReadings() {}

    /// Each case fails under each reading.
    static Evidence fails() {
        StringBuilder table = new StringBuilder();
        boolean all = true;
        for (Reading reading : Reading.all()) {
            table.append(table.isEmpty() ? "" : "; ").append(reading).append(':');
            for (Case which : CASES) {
                Count count = ConvergenceBoxRuns.count(which, which.box(), reading, TRIALS);
                all &= which.box().applies() && count.refutes();
                table.append(' ').append(which).append(' ').append(count.failures());
            }
        }
        return new Evidence(
                "runs",
                all ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "with the largest noise S4, S5 and S6 fail under every reading",
                (long) TRIALS * CASES.size() * Reading.all().size(),
                Double.NaN,
                "outside at T₂, of " + TRIALS + ": " + table + "; S2, S3, S8: see there");
    }

    /// From the entry every reading keeps the region at every step of the interval.
    static Evidence keeps(Run run) {
        int trials = switch (run.budget()) {
            case QUICK -> 24;
            case STANDARD -> 128;
            case DEEP -> 1024;
        };
        ConvergenceBox box = ConvergenceBoxHorizon.box();
        StringBuilder table = new StringBuilder();
        int worst = 0;
        for (Reading reading : Reading.all()) {
            Kept kept = ConvergenceBoxHorizon.kept(box, reading, trials, run.seed());
            worst = Math.max(worst, kept.failures());
            table.append(table.isEmpty() ? "" : ", ")
                    .append(reading)
                    .append(' ')
                    .append(kept.failures());
        }
        boolean refuted = SuccessChecks.refutes(worst, trials, box.at().delta(), Run.FALSE_ALARM);
        return new Evidence(
                "runs",
                refuted ? Verdict.VIOLATED : worst == 0 ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "p = k = 2, q = 1, η = 0.01: from the entry no reading leaves the region between T₂ and η⁻²",
                (long) trials * Reading.all().size(),
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "left, of %d: %s; per reading excludes P > %.2g, δ = 0.05",
                        trials,
                        table,
                        SuccessChecks.interval(worst, trials).high()));
    }
}
