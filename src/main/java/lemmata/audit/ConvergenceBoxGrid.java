package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.PinnedConvergence;
import lemmata.theorem.Promise;

/// theorem.ConvergenceBox/S9: every cell of the grid of [PinnedConvergence], by the conditions of the repaired theorem.
public final class ConvergenceBoxGrid {

    private static final List<Double> DELTAS = List.of(0.05, 0.3, 0.5, 0.9);

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

    /// All cells follow, and nothing is empty: at their δ and γ there are constants.
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
                "on S9's grid, δ = 0.05, γ = 0.1, 0.01, from an entry: theorem.Convergence applies, with T₂ below"
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

    /// How far S9 reaches: how many cells do not follow with the same constants at other γ and δ, ρ_w at its bound.
    static Evidence elsewhere() {
        List<PinnedConvergence> problems = PinnedConvergence.grid().stream()
                .filter(cell -> cell.gamma() == 0.1)
                .toList();
        StringBuilder table = new StringBuilder();
        long all = 0;
        for (double gamma : List.of(0.5, 0.1, 0.01)) {
            table.append("; γ = ").append(gamma).append(':');
            for (double delta : DELTAS) {
                long refused = problems.stream()
                        .filter(cell -> !cell.at(gamma, delta).follows(PinnedConvergence.SCALE, 1))
                        .count();
                all += refused;
                table.append(' ').append(refused);
            }
        }
        return new Evidence(
                "conditions",
                all > 0 ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "at other γ and δ these constants are not enough for the conditions of theorem.Convergence",
                (long) problems.size() * 3 * DELTAS.size(),
                Double.NaN,
                "refused of " + problems.size() + " cells, ρ_w at its bound, δ = 0.05, 0.3, 0.5, 0.9" + table);
    }
}
