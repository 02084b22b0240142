package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lemmata.audit.EscapeBoxRuns.Case;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.PinnedEscape;

/// What speaks for the sentences of Theorem 1 as printed that hold, with constants named, on the grid of
/// [PinnedEscape].
final class EscapeBoxRepaired {

    private EscapeBoxRepaired() {}

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /// S9: runs of a problem without a trap through the whole horizon, looked at a hundred times.
    static Evidence stays(Run run) {
        double eta = switch (run.budget()) {
            case QUICK -> 3e-3;
            case STANDARD -> 1e-3;
            case DEEP -> 3e-4;
        };
        Configuration at = new Configuration(Target.of(4, 4, 1), 2, 4, 1e-3, eta, 1, PinnedEscape.DELTA);
        EscapeBox box = new EscapeBox(at, new EscapeBox.Scale(1, 2, 1, Double.MIN_VALUE, Double.POSITIVE_INFINITY));
        long steps = (long) (1 / (eta * eta));
        int trials = run.budget() == Budget.DEEP ? 256 : run.budget() == Budget.STANDARD ? 128 : 64;
        Case given = new Case(at, 4, Reading.POSTER, Start.RANDOM, steps, trials, EscapeBoxRuns.own(run.seed(), 0));
        int left = trials - EscapeBoxRuns.staying(given, (long) Math.ceil(box.burnIn()));
        return new Evidence(
                "runs",
                EscapeBoxRuns.within(left, trials, at.delta()),
                "aᵀa* > 0 and φ ≤ 5π/12 from T₁ to η⁻²",
                trials,
                Double.NaN,
                words(
                        "p = 2, k = q = 4, C_w = ¼, C_a = 10⁻³, C_T = 2, C_h = 1, η = %s (C_η = %.0f): %d of %d runs"
                                + " leave, seen at 101 times from T₁ = %.3g to η⁻² = %.3g, %.0f %% of [0, η⁻²]; P(leaving)"
                                + " ≤ %.2f, δ = 0.05; other constants than S10's; no trap there, and where there is one"
                                + " η⁻² is out of reach; last states: %s",
                        eta,
                        eta / box.largestStep(),
                        left,
                        trials,
                        box.burnIn(),
                        (double) steps,
                        100 * (1 - box.burnIn() / steps),
                        SuccessChecks.interval(left, trials).high(),
                        given.command()));
    }

    /// S10: every cell of the grid; how tight the constants are is computed too, but not by the quick audit.
    static List<Evidence> pinned(Run run) {
        List<PinnedEscape.Cell> grid = PinnedEscape.grid();
        List<PinnedEscape.Cell> failing = grid.stream()
                .filter(cell -> {
                    EscapeBox box = PinnedEscape.box(cell);
                    return !(box.applies() && EscapeBoxChecks.holds(box));
                })
                .toList();
        List<Evidence> found = new ArrayList<>();
        found.add(new Evidence(
                "enumeration",
                failing.isEmpty() ? Verdict.SAMPLED : Verdict.VIOLATED,
                "the repaired theorem gives the printed one",
                grid.size(),
                Double.NaN,
                failing.isEmpty()
                        ? "whole grid, p 2 … 8, k 1 … 25, q 0, 1, k, ‖a*‖ ½, 1, 2, δ = 0.05, C_w = 2, C_a = 10⁻³, C_η"
                                + " = 5·10⁻⁸, C_T = 3000, C_h = 1, m_a = 6·10⁻⁷, M_a = ½; rests on theorem.Escape/S1; no"
                                + " run: the shortest T₁ is "
                                + words("%.1e steps", shortest(grid))
                        : "not at " + failing.getFirst()));
        if (run.budget() != Budget.QUICK) {
            EscapeBox.Scale tight = PinnedEscape.tightest(grid);
            boolean right = EscapeBoxChecks.isRounded(PinnedEscape.SCALE, tight);
            found.add(new Evidence(
                    "enumeration",
                    right ? Verdict.SAMPLED : Verdict.VIOLATED,
                    "the constants are the tightest, rounded in the safe direction",
                    grid.size(),
                    Double.NaN,
                    tight.toString()));
        }
        return found;
    }

    /// S11: the least ‖a − a*‖/‖a*‖ that the promise of the repaired theorem leaves on S10's grid.
    static Evidence far() {
        double least = Double.POSITIVE_INFINITY;
        double claimed = Double.POSITIVE_INFINITY;
        int cases = 0;
        for (PinnedEscape.Cell cell : PinnedEscape.grid()) {
            if (cell.norm() == 1) {
                EscapeBox box = PinnedEscape.box(cell);
                least = Math.min(least, EscapeBoxChecks.nearest(box));
                claimed = Math.min(claimed, box.distance());
                cases++;
            }
        }
        return new Evidence(
                "enumeration",
                claimed > 0.5 && claimed <= least ? Verdict.SAMPLED : Verdict.VIOLATED,
                "‖a − a*‖ > ½‖a*‖ on S10's grid",
                cases,
                Double.NaN,
                words(
                        "least ‖a − a*‖/‖a*‖ that aᵀa* ≤ d₊ + ¾d₋ allows: %.3f; by the bound %.3f; the same for all"
                                + " ‖a*‖; rests on theorem.Escape/S1; of w nothing is said, it may be at w*",
                        least, claimed));
    }

    private static double shortest(List<PinnedEscape.Cell> grid) {
        return grid.stream()
                .mapToDouble(cell -> PinnedEscape.box(cell).burnIn())
                .min()
                .orElseThrow();
    }
}
