package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lemmata.audit.ConvergenceBoxHorizon.Kept;
import lemmata.audit.ConvergenceBoxRuns.Case;
import lemmata.audit.ConvergenceBoxRuns.Count;
import lemmata.smoothing.Reading;
import lemmata.theorem.ConvergenceBox;

/// The procedures of the stem theorem.ConvergenceBox.
///
/// Without noise all six readings are one algorithm, gradient descent, and the box admits that: a witness without noise
/// counts for each of them. What is said besides is with the largest noise admitted.
final class ConvergenceBoxProcedures {

    private static final String STEM = "theorem.ConvergenceBox/";

    /// Enough for 1 − (10⁻¹⁰)^(1/n) < ½.
    private static final int TRIALS = 40;

    private ConvergenceBoxProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> to) {
        addNumbers(to);
        addSentences(to);
        to.put(
                STEM + "S9",
                run -> run.budget() == Budget.QUICK
                        ? List.of(ConvergenceBoxGrid.follows())
                        : List.of(ConvergenceBoxGrid.follows(), ConvergenceBoxGrid.elsewhere()));
        to.put(STEM + "S10", run -> List.of(ConvergenceBoxReadings.fails(), ConvergenceBoxReadings.keeps(run)));
    }

    private static void addNumbers(Map<String, Procedure> to) {
        to.put(
                STEM + "S1",
                all(
                        sampled("C_w γ/(kp)", ConvergenceBoxChecks.filterNoise(ConvergenceBox::largestFilterNoise)),
                        sampled("the step size", ConvergenceBoxChecks.step(ConvergenceBox::largestStep)),
                        sampled("T₂", ConvergenceBoxChecks.burnIn(ConvergenceBox::burnIn)),
                        sampled("what applies", ConvergenceBoxChecks.conditions(ConvergenceBox::applies)),
                        sampled("what contradicts", ConvergenceBoxChecks.contradiction(ConvergenceBox::contradicts))));
    }

    private static void addSentences(Map<String, Procedure> to) {
        to.put(
                STEM + "S2",
                all(
                        sampled("bias of a at w = w*", ConvergenceBoxChecks.bias(ConvergenceBox::leastBias)),
                        run -> ConvergenceBoxBias.evidence(),
                        run -> List.of(ConvergenceBoxGrid.follows()),
                        run -> run.budget() == Budget.QUICK ? List.of() : List.of(biased())));
        to.put(
                STEM + "S3",
                run -> List.of(
                        ConvergenceBoxStarts.decided(Case.COARSE, "γ = 1: T₂ = 0 for every C_T"),
                        ConvergenceBoxStarts.handedOver(Case.COARSE)));
        to.put(
                STEM + "S4",
                run -> List.of(
                        ConvergenceBoxStarts.resting(),
                        ConvergenceBoxStarts.random(),
                        ConvergenceBoxStarts.afterTheoremOne(),
                        ConvergenceBoxStarts.joined()));
        to.put(
                STEM + "S5",
                all(
                        sampled("gradient descent needs so long", ConvergenceBoxChecks.time(ConvergenceBox::leastTime)),
                        run -> List.of(tooShort(), ConvergenceBoxGrid.burnIns(), ConvergenceBoxGrid.follows())));
        to.put(
                STEM + "S6",
                all(
                        sampled("slope at the optimum", ConvergenceBoxChecks.multiplier(ConvergenceBox::multiplier)),
                        run -> List.of(steep(), ConvergenceBoxGrid.follows())));
        to.put(STEM + "S7", run -> List.of(ConvergenceBoxGrid.follows(), horizon(run)));
        to.put(
                STEM + "S8",
                run -> List.of(
                        ConvergenceBoxStarts.decided(Case.CERTAIN, "T₂ < 1 as δ → 1: for C_T = 1 at δ = 0.9995"),
                        ConvergenceBoxStarts.handedOver(Case.CERTAIN)));
    }

    private static Evidence biased() {
        Case which = Case.BIASED;
        Count noisy = ConvergenceBoxRuns.count(which, which.box(), Reading.POSTER, TRIALS);
        Count quiet = ConvergenceBoxRuns.count(which, which.quiet(), Reading.POSTER, TRIALS);
        return Evidence.witness(
                "from Theorem 1's region, RADIAL,NETWORK; constants the same for all a*",
                which.box().applies() && noisy.refutes() && quiet.failures() == 0,
                "p = 3, k = 1, ‖a*‖ = 22, γ = 0.9, δ = ½, ρ_w = 0.3: outside at T₂ " + noisy
                        + "; from the same starts without"
                        + " noise " + quiet + "; the first of " + noisy.scanned()
                        + " trials that begin with aᵀa* > 0, φ ≤ 5π/12 of "
                        + which.command(which.box(), Reading.POSTER, noisy.scanned()));
    }

    /// S5: from Theorem 1's region, without noise.
    private static Evidence tooShort() {
        Case which = Case.SMALL;
        ConvergenceBox box = which.quiet();
        Count quiet = ConvergenceBoxRuns.count(which, box, Reading.POSTER, TRIALS);
        Count noisy = ConvergenceBoxRuns.count(which, which.box(), Reading.POSTER, TRIALS);
        long late = ConvergenceBoxRuns.starts(which, TRIALS).stream()
                .filter(start -> box.leastTime(start) > box.burnIn())
                .count();
        double longest = ConvergenceBoxRuns.starts(which, TRIALS).stream()
                .mapToDouble(start -> start.c() < 0 ? 0 : box.leastTime(start))
                .max()
                .orElse(0);
        return Evidence.witness(
                "from Theorem 1's region, every reading; constants the same for all a*",
                box.applies() && quiet.refutes() && noisy.refutes() && late > 0,
                String.format(
                        Locale.ROOT,
                        "p = k = 2, q = 1, ‖a*‖ = 0.1, γ = 0.01, δ = 0.1: T₂ = %.1f; gradient descent needs"
                                + " more from %d of %d starts, up to %.0f steps and more;"
                                + " outside at T₂ without noise %s, with the largest %s; %s",
                        box.burnIn(),
                        late,
                        TRIALS,
                        longest,
                        quiet,
                        noisy,
                        shown(which, box, quiet)));
    }

    /// The command and its digest.
    private static String shown(Case which, ConvergenceBox box, Count count) {
        String digest = ConvergenceBoxRuns.digest(which, box, Reading.POSTER, count.scanned());
        return which.command(box, Reading.POSTER, count.scanned()) + "; digest " + digest.substring(0, 8) + "…";
    }

    /// S6: from Theorem 1's region, without noise.
    private static Evidence steep() {
        Case which = Case.STEEP;
        ConvergenceBox box = which.quiet();
        Count quiet = ConvergenceBoxRuns.count(which, box, Reading.POSTER, TRIALS);
        long entered = ConvergenceBoxRuns.starts(which, TRIALS).stream()
                .filter(start -> ConvergenceBoxHorizon.enters(box.at().target(), start))
                .count();
        return Evidence.witness(
                "from Theorem 1's region, every reading; all constants 1, for others only the slope is shown",
                box.applies() && !box.promise().isVacuous() && box.multiplier() < -1 && quiet.refutes(),
                String.format(
                        Locale.ROOT,
                        "p = 2, k = 1, ‖a*‖ = 20, γ = 0.9, δ = ½, all constants 1, η = 1/64: slope at the"
                                + " optimum %.4g, T₂ = %.1f of %.0f steps;"
                                + " outside at T₂ without noise %s; %d of %d starts in the entry of S9; %s",
                        box.multiplier(),
                        box.burnIn(),
                        box.promise().until(),
                        quiet,
                        entered,
                        TRIALS,
                        shown(which, box, quiet)));
    }

    /// S7: every step of the interval, in one case; far from η⁻² elsewhere.
    private static Evidence horizon(Run run) {
        int trials = switch (run.budget()) {
            case QUICK -> 24;
            case STANDARD -> 128;
            case DEEP -> 4096;
        };
        ConvergenceBox box = ConvergenceBoxHorizon.box();
        Kept kept = ConvergenceBoxHorizon.kept(box, Reading.POSTER, trials, run.seed());
        double delta = box.at().delta();
        boolean refuted = SuccessChecks.refutes(kept.failures(), trials, delta, Run.FALSE_ALARM);
        Verdict verdict = refuted ? Verdict.VIOLATED : kept.failures() == 0 ? Verdict.SAMPLED : Verdict.ABSTAINED;
        return new Evidence(
                "runs",
                box.applies() ? verdict : Verdict.HYPOTHESIS_NOT_MET,
                "in one case inside at every t of the interval, up to η⁻²",
                trials,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "p = k = 2, q = 1, γ = 0.1, δ = %.2f, C_w = 1, C_a = ½, C_η = 142, C_T = 4, C_h = 1:"
                                + " left at some t in [%d, %d] %d of"
                                + " %d, excludes P > %.2g; here all of η⁻²; with C_η = 0.0004 (S9) it"
                                + " is 10¹² and more, none of it run",
                        delta,
                        kept.first(),
                        kept.last(),
                        kept.failures(),
                        trials,
                        SuccessChecks.interval(kept.failures(), trials).high()));
    }
}
