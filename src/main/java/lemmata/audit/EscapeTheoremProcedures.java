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

    /// Of the cases, how many are put to checks in 80 digits.
    private static final double SHARE = 0.15;

    private EscapeTheoremProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        procedures.put(
                "theorem.Escape/S1",
                all(
                        sampled(
                                "conditions as in 80 digits",
                                EscapeTheoremChecks.conditions(Escape::hypotheses)
                                        .where(draw -> draw.uniform(640) < SHARE)),
                        sampled(
                                "all failures together below δ",
                                EscapeTheoremChecks.failure(Escape::exponent, Escape.HIGH, Escape.GAP)
                                        .where(draw -> draw.uniform(640) < SHARE)),
                        sampled(
                                "sums of the proof at T₁",
                                EscapeTheoremChecks.burnIn(Escape::burnIn).where(draw -> draw.uniform(640) < SHARE)),
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
                        EscapeTheoremChecks.conditions(Escape::hypotheses)
                                .where(draw -> draw.uniform(640) >= 1 - SHARE)));
        procedures.put(
                "theorem.Escape/S7",
                run -> List.of(EscapeTheoremRuns.angleAlone(trials(run), 64, EscapeTheoremRuns.own(run, 5))));
    }

    private static int trials(Run run) {
        return switch (run.budget()) {
            case QUICK -> 16;
            case STANDARD -> 64;
            case DEEP -> 128;
        };
    }

    private static List<Evidence> runs(Run run) {
        List<Evidence> seen = new ArrayList<>();
        int trials = trials(run);
        seen.add(EscapeTheoremRuns.promise(EscapeTheoremRuns.SMALL, 2, trials, 64, EscapeTheoremRuns.own(run, 0)));
        if (run.budget() == Budget.DEEP) {
            seen.add(EscapeTheoremRuns.promise(
                    EscapeTheoremRuns.POSTER, 1.05, trials, 16, EscapeTheoremRuns.own(run, 1)));
            seen.add(
                    EscapeTheoremRuns.promise(EscapeTheoremRuns.SKEW, 1.05, trials, 64, EscapeTheoremRuns.own(run, 2)));
            seen.add(EscapeTheoremRuns.promise(
                    EscapeTheoremRuns.PLANE, 1.05, trials, 64, EscapeTheoremRuns.own(run, 3)));
        }
        if (run.budget() != Budget.DEEP) {
            seen.set(0, without(seen.getFirst(), "three cells with a trap are run in a deep audit only"));
        }
        return seen;
    }

    private static Evidence without(Evidence seen, String left) {
        String detail = seen.detail().isEmpty() ? left : seen.detail() + "; " + left;
        return new Evidence(seen.method(), seen.verdict(), seen.claim(), seen.cases(), seen.worst(), detail);
    }

    private static List<Evidence> end(Run run) {
        List<Evidence> seen = new ArrayList<>();
        seen.add(run.sample("the adverse part, and the bounds of the run", EscapeTheoremChecks.end(Escape::end)));
        if (run.budget() == Budget.DEEP) {
            seen.add(EscapeTheoremRuns.both(0.05, trials(run), EscapeTheoremRuns.own(run, 4)));
            return seen;
        }
        return List.of(without(seen.getFirst(), "both epochs are run in a deep audit only"));
    }
}
