package lemmata.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lemmata.claim.Statement;
import lemmata.model.Target;

/// Constants for which Theorem 1 as the poster prints it is true at every cell of a grid, by [Escape].
///
/// C_w = 2, C_a = 10⁻³, C_η = 5·10⁻⁸, C_T = 3000, C_h = 1, m_a = 6·10⁻⁷, M_a = ½, δ = 0.05
///
/// [#tightest] of the whole grid, rounded in the safe direction: C_η = 5.5019·10⁻⁸ (p = 2, k = 1, q = 1, ‖a*‖ = 2),
/// C_T = 2916 (p = 8, k = 2, q = 0, ‖a*‖ = ½), m_a = 6.462·10⁻⁷ (p = 8, k = 25, q = 0, ‖a*‖ = ½), M_a = 0.48082 (p =
/// 2, k = 1, ‖a*‖ = 2). Outside of the grid nothing is claimed. **Source.** theorem.EscapeBox/S9, S10.
public final class PinnedEscape {

    /// δ: one half for the start, one half for the run.
    public static final double DELTA = 0.05;

    /// C_w.
    public static final double FILTER_NOISE = 2;

    /// C_a.
    public static final double OUTPUT_NOISE = 1e-3;

    /// C_η, C_T, C_h, m_a, M_a.
    public static final EscapeBox.Scale SCALE = new EscapeBox.Scale(5e-8, 3000, 1, 6e-7, 0.5);

    private static final int LEAST_P = 2;
    private static final int MOST_P = 8;
    private static final List<Integer> PATCHES = List.of(1, 2, 4, 9, 16, 25);
    private static final List<Double> NORMS = List.of(0.5, 1.0, 2.0);

    private PinnedEscape() {}

    /// A problem of the grid.
    ///
    /// @param p length of the filter
    /// @param k number of patches
    /// @param q (1ᵀa*)²/‖a*‖²
    /// @param norm ‖a*‖
    public record Cell(int p, int k, double q, double norm) {
        /// Its a*.
        public Target target() {
            return Target.of(k, q, norm);
        }
    }

    /// The grid: p from 2 to 8, k of 1, 2, 4, 9, 16, 25, q of 0, 1, k (1 for k = 1), ‖a*‖ of ½, 1, 2.
    public static List<Cell> grid() {
        List<Cell> cells = new ArrayList<>();
        for (int p = LEAST_P; p <= MOST_P; p++) {
            for (int k : PATCHES) {
                for (double q : k == 1 ? List.of(1.0) : List.of(0.0, 1.0, (double) k)) {
                    for (double norm : NORMS) {
                        cells.add(new Cell(p, k, q, norm));
                    }
                }
            }
        }
        return cells;
    }

    /// The box at a cell, with η the largest step size that it allows.
    @Statement("theorem.EscapeBox/S10")
    public static EscapeBox box(Cell cell) {
        return box(cell, FILTER_NOISE, OUTPUT_NOISE, SCALE);
    }

    /// The same with other constants.
    @Statement("theorem.EscapeBox/S10")
    public static EscapeBox box(Cell cell, double filterNoise, double outputNoise, EscapeBox.Scale scale) {
        double rhoW = filterNoise * cell.k * cell.p * cell.p;
        EscapeBox any = new EscapeBox(new Configuration(cell.target(), cell.p, rhoW, outputNoise, 1, 1, DELTA), scale);
        return any.withStep(any.largestStep());
    }

    /// What [Escape] then gives: the conditions at η, that its T₁ is not above the printed one and its region inside,
    /// and that there are steps between T₁ and the horizon.
    @Statement({"theorem.EscapeBox/S9", "theorem.EscapeBox/S10"})
    public static List<Hypothesis> conditions(EscapeBox box) {
        Escape escape = escape(box);
        Promise printed = box.promise();
        double eta = box.at().eta();
        Promise given = escape.at(eta).promise();
        return Stream.concat(
                        escape.hypotheses(eta).stream(),
                        Stream.of(
                                Hypothesis.below(
                                        "T₁ of Escape ≤ C_T (pk/η) log(1/η) log(1/δ) ‖a*‖²",
                                        given.from(),
                                        printed.from()),
                                Hypothesis.below(
                                        "C_h η⁻² ≤ η⁻²", printed.until(), given.until() * (1 + 2 * Hypothesis.ROOM)),
                                Hypothesis.below("m_a ≤ d₋/4", printed.region().least(), escape.lower()),
                                Hypothesis.below(
                                        "d₊ + ¾d₋ ≤ M_a",
                                        escape.upper(),
                                        printed.region().greatest()),
                                Hypothesis.below("T₁ ≤ C_h η⁻²", printed.from(), printed.until())))
                .toList();
    }

    private static Escape escape(EscapeBox box) {
        Configuration at = box.at();
        return new Escape(at.problem(), Beginning.random(at.target(), at.p(), at.delta() / 2), at.delta() / 2);
    }

    /// The largest C_η, and with it the least C_T, the largest m_a and the least M_a, that [#conditions] allow at all
    /// of some cells: how the constants of this class were found.
    @Statement("theorem.EscapeBox/S10")
    public static EscapeBox.Scale tightest(List<Cell> cells) {
        double eta = Double.POSITIVE_INFINITY;
        double burnIn = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (Cell cell : cells) {
            EscapeBox box = box(cell, FILTER_NOISE, OUTPUT_NOISE, EscapeBox.Scale.UNIT);
            Escape escape = escape(box);
            double largest = escape.largestStep();
            eta = Math.min(eta, largest / box.largestStep());
            burnIn = Math.max(
                    burnIn, escape.burnIn(largest) / box.withStep(largest).burnIn());
            least = Math.min(least, escape.lower());
            greatest = Math.max(greatest, escape.upper());
        }
        return new EscapeBox.Scale(eta, burnIn, 1, least, greatest);
    }
}
