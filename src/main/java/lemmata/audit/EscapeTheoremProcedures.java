package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lemmata.audit.EscapeTheoremChecks.StepBounds;
import lemmata.theorem.Beginning;
import lemmata.theorem.Escape;

/// The procedures of theorem.Escape.
final class EscapeTheoremProcedures {

    private EscapeTheoremProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        procedures.put(
                "theorem.Escape/S1",
                all(
                        sampled(
                                "conditions as in 80 digits",
                                EscapeTheoremChecks.conditions(Escape::hypotheses)
                                        .where(draw -> draw.uniform(640) < 0.5)),
                        sampled(
                                "all failures together below δ",
                                EscapeTheoremChecks.failure(Escape::exponent, Escape.HIGH, Escape.GAP)),
                        sampled("sums of the proof at T₁", EscapeTheoremChecks.burnIn(Escape::burnIn)),
                        EscapeTheoremProcedures::runs));
        procedures.put(
                "theorem.Escape/S2",
                all(
                        sampled("μ is the least drift", EscapeTheoremChecks.drift(Escape::drift)),
                        sampled("steps with any G", EscapeTheoremChecks.step(StepBounds.PROVED)),
                        run -> List.of(EscapeTheoremRuns.oneStep(run, Escape::drift))));
        procedures.put(
                "theorem.Escape/S3",
                sampled(
                        "all met at the step found and below",
                        EscapeTheoremChecks.largest(Escape::largestStep, Escape::hypotheses)));
        procedures.put("theorem.Escape/S4", EscapeTheoremProcedures::end);
        procedures.put(
                "theorem.Escape/S5", sampled("a share δ left out", EscapeTheoremChecks.random(Beginning::random)));
        procedures.put(
                "theorem.Escape/S6",
                sampled(
                        "what is met is met in 80 digits",
                        EscapeTheoremChecks.conditions(Escape::hypotheses).where(draw -> draw.uniform(640) >= 0.5)));
        procedures.put(
                "theorem.Escape/S7",
                run -> List.of(EscapeTheoremRuns.angleAlone(
                        run.budget() == Budget.QUICK ? 32 : 128, 64, EscapeTheoremRuns.own(run, 5))));
    }

    private static List<Evidence> runs(Run run) {
        List<Evidence> seen = new ArrayList<>();
        int trials = run.budget() == Budget.QUICK ? 32 : 128;
        seen.add(EscapeTheoremRuns.promise(EscapeTheoremRuns.SMALL, 2, trials, 64, EscapeTheoremRuns.own(run, 0)));
        if (run.budget() != Budget.QUICK) {
            seen.add(EscapeTheoremRuns.promise(
                    EscapeTheoremRuns.POSTER, 1.05, trials, 16, EscapeTheoremRuns.own(run, 1)));
        }
        if (run.budget() == Budget.DEEP) {
            seen.add(
                    EscapeTheoremRuns.promise(EscapeTheoremRuns.SKEW, 1.05, trials, 64, EscapeTheoremRuns.own(run, 2)));
            seen.add(EscapeTheoremRuns.promise(
                    EscapeTheoremRuns.PLANE, 1.05, trials, 64, EscapeTheoremRuns.own(run, 3)));
        }
        return seen;
    }

    private static List<Evidence> end(Run run) {
        List<Evidence> seen = new ArrayList<>();
        seen.add(run.sample("the adverse part, and the bounds of the run", EscapeTheoremChecks.end(Escape::end)));
        if (run.budget() != Budget.QUICK) {
            double gamma = run.budget() == Budget.DEEP ? 0.05 : 0.2;
            seen.add(EscapeTheoremRuns.both(gamma, 128, EscapeTheoremRuns.own(run, 4)));
        }
        return seen;
    }
}
