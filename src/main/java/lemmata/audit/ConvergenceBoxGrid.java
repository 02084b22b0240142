package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.PinnedConvergence;
import lemmata.theorem.Problem;
import lemmata.theorem.Promise;

/// theorem.ConvergenceBox/S9: every cell of the grid of [PinnedConvergence], by the conditions of the repaired theorem.
public final class ConvergenceBoxGrid {

    private static final List<Integer> P = List.of(2, 6, 8);

    private static final Memo<Scale, Evidence> FOLLOWS = new Memo<>(1, ConvergenceBoxGrid::every);

    private ConvergenceBoxGrid() {}

    /// How many cells a rule refuses, for given constants.
    public static long refused(Scale scale, BiPredicate<PinnedConvergence, Double> rule) {
        return PinnedConvergence.grid().stream()
                .flatMap(cell -> PinnedConvergence.SHARES.stream().filter(share -> !rule.test(cell, share)))
                .count();
    }

    /// How many cells do not follow from the repaired theorem.
    public static long refused(Scale scale) {
        return refused(scale, (cell, share) -> cell.follows(scale, share));
    }

    /// All cells follow, and nothing is empty: constants that may depend on p, k and a* exist there.
    static Evidence follows() {
        return FOLLOWS.at(PinnedConvergence.SCALE);
    }

    private static Evidence every(Scale scale) {
        long refused = refused(scale);
        long empty =
                refused(scale, (cell, share) -> !promise(cell, scale, share).isVacuous());
        long cells = (long) PinnedConvergence.grid().size() * PinnedConvergence.SHARES.size();
        double most = PinnedConvergence.grid().stream()
                .mapToDouble(cell -> promise(cell, scale, 1).until())
                .max()
                .orElse(0);
        return new Evidence(
                "conditions",
                refused > 0 ? Verdict.VIOLATED : Verdict.SAMPLED,
                "constants for p, k, a* of a grid, from an entry: theorem.Convergence applies, with T₂ below"
                        + " the printed one",
                cells,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "%s, δ = %.2f; refused %d, [T₂, η⁻²] empty in %d; η⁻² up to %.1e, no step run; ρ_w at"
                                + " 0, ¼, ½, ¾ and 1 of its bound",
                        scale,
                        PinnedConvergence.DELTA,
                        refused,
                        empty,
                        most));
    }

    private static Promise promise(PinnedConvergence cell, Scale scale, double share) {
        return cell.printed(scale, share).promise();
    }

    /// What C_T would have to be for each ‖a*‖: the true T₂ falls like ‖a*‖⁻², the printed one grows like ‖a*‖².
    static Evidence burnIns() {
        Scale free = new Scale(1, 1, PinnedConvergence.SCALE.eta(), 1, 1);
        Map<Double, Double> most = new TreeMap<>();
        for (PinnedConvergence cell : PinnedConvergence.grid()) {
            double eta = cell.printed(free, 1).at().eta();
            double ratio =
                    cell.repaired(free, 1).burnIn(eta) / cell.printed(free, 1).burnIn();
            most.merge(cell.target().norm(), ratio, Math::max);
        }
        double small = most.get(0.5);
        double large = most.get(2.0);
        return new Evidence(
                "conditions",
                small > 100 * large ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "T₂ of theorem.Convergence over the printed one with C_T = 1 falls by 100 and more from ‖a*‖ ="
                        + " ½ to 2",
                PinnedConvergence.grid().size(),
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "at most %.0f for ‖a*‖ = ½, %.0f for 1, %.1f for 2; ‖a*‖⁻⁴ would be 256",
                        small,
                        most.get(1.0),
                        large));
    }

    /// In how many problems theorem.Escape, with twice ρ_esc and ρ_a = 0, from the poster's starts, ends in the entry:
    /// for all with 1ᵀa* = 0.
    static Evidence entries() {
        int inside = 0;
        int all = 0;
        boolean balanced = true;
        for (int p : P) {
            for (int k : List.of(1, 2, 5, 25)) {
                for (double q : k == 1 ? List.of(1.0) : List.of(0.0, 1.0, (double) k)) {
                    Target target = Target.of(k, q, 1);
                    boolean enters = enters(target, p);
                    inside += enters ? 1 : 0;
                    all++;
                    balanced &= q > 0 || enters;
                }
            }
        }
        return new Evidence(
                "conditions",
                balanced ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "theorem.Escape ends in the entry if 1ᵀa* = 0",
                all,
                Double.NaN,
                inside + " of " + all + " problems, p = 2, 6, 8, ‖a*‖ = 1, ρ_w = 2 max{ρ_esc, ½}");
    }

    private static boolean enters(Target target, int p) {
        double escape = SmoothedEquilibrium.escapeNoise(target, p, Reading.Output.RADIAL)
                .high();
        Problem problem = new Problem(target, p, 2 * Math.max(escape, 0.5), 0);
        Escape theorem =
                new Escape(problem, Beginning.random(target, p, PinnedConvergence.DELTA), PinnedConvergence.DELTA);
        Entry end = theorem.end();
        Entry entry = new PinnedConvergence(p, target, 0.1).entry();
        return theorem.largestStep() > 0
                && end.adverse() <= entry.adverse()
                && end.reach().x() <= entry.reach().x()
                && end.reach().y() <= entry.reach().y()
                && end.reach().z() <= entry.reach().z();
    }
}
