package lemmata.theorem;

import java.util.ArrayList;
import java.util.List;
import lemmata.claim.Statement;
import lemmata.model.Target;

/// Theorem 2 as the poster prints it, with numbers for its constants, where it is true: on a grid of problems, from a
/// stated entry. Each cell follows from [Convergence].
///
/// C_w = 1, C_a = 1, C_η = 0.0004, C_T = 5000, C_h = 1
///
/// Found by taking, for C_w = C_a = 1, in every cell of [#grid] at every noise of [#SHARES] [Convergence#largestStep]
/// over the printed step size without C_η, at least 4.48·10⁻⁴, and [Convergence#burnIn] over the printed T₂ without
/// C_T, at most 4904.1; rounded down and up. **Source.** theorem.ConvergenceBox/S9.
///
/// @param p length of the filter
/// @param target a*
/// @param gamma γ < 1, as the poster has it: the same for ‖w − w*‖² and ‖a − a*‖²
/// @param delta δ
public record PinnedConvergence(int p, Target target, double gamma, double delta) {

    /// C_w, C_a, C_η, C_T and C_h.
    public static final ConvergenceBox.Scale SCALE = new ConvergenceBox.Scale(1, 1, 0.0004, 5000, 1);

    /// δ on the grid.
    public static final double DELTA = 0.05;

    /// ρ_w over C_w γ/(kp) in the cells.
    public static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    /// E₀ of the entry over ‖a*‖².
    public static final double ADVERSE = 0.01;

    private static final List<Integer> P = List.of(2, 3, 4, 6, 8);
    private static final List<Integer> K = List.of(1, 2, 5, 25);
    private static final List<Double> NORMS = List.of(0.5, 1.0, 2.0);
    private static final List<Double> GAMMAS = List.of(0.1, 0.01);

    /// Every p, k, q of 0, 1 and k, ‖a*‖ and γ; for k = 1 q is 1.
    @Statement("theorem.ConvergenceBox/S9")
    public static List<PinnedConvergence> grid() {
        List<PinnedConvergence> cells = new ArrayList<>();
        for (int p : P) {
            for (int k : K) {
                for (double q : k == 1 ? List.of(1.0) : List.of(0.0, 1.0, (double) k)) {
                    for (double norm : NORMS) {
                        Target target = Target.of(k, q, norm);
                        GAMMAS.forEach(gamma -> cells.add(new PinnedConvergence(p, target, gamma, DELTA)));
                    }
                }
            }
        }
        return cells;
    }

    /// This problem with another γ and δ.
    @Statement("theorem.ConvergenceBox/S9")
    public PinnedConvergence at(double otherGamma, double otherDelta) {
        return new PinnedConvergence(p, target, otherGamma, otherDelta);
    }

    /// Where runs begin: φ₀ ≤ 5π/12, |x|, |y|, z ≤ 2‖a*‖, (−a₁x)₊ + (−a₂y)₊ ≤ ‖a*‖²/100.
    @Statement("theorem.ConvergenceBox/S9")
    public Entry entry() {
        double norm = target.norm();
        return new Entry(new Reach(2 * norm, 2 * norm, 2 * norm), ADVERSE * norm * norm, Region.ANGLE);
    }

    /// γ/max{1, ‖a*‖²}: the relative γ′ of [Convergence] under which both squared errors come to γ at most.
    @Statement("theorem.ConvergenceBox/S9")
    public double relative() {
        return gamma / Math.max(1, target.norm() * target.norm());
    }

    /// The printed theorem at the largest ρ_a and the largest η, and a share of the largest ρ_w.
    @Statement("theorem.ConvergenceBox/S9")
    public ConvergenceBox printed(ConvergenceBox.Scale scale, double share) {
        double eta = box(scale, 0, 1).largestStep();
        double rhoW = share * box(scale, 0, eta).largestFilterNoise();
        return box(scale, rhoW, eta);
    }

    private ConvergenceBox box(ConvergenceBox.Scale scale, double rhoW, double eta) {
        return new ConvergenceBox(new Configuration(target, p, rhoW, scale.rhoA(), eta, gamma, delta), scale);
    }

    /// The repaired theorem for the same noise.
    @Statement("theorem.ConvergenceBox/S9")
    public Convergence repaired(ConvergenceBox.Scale scale, double share) {
        return new Convergence(printed(scale, share).at().problem(), entry(), relative(), delta);
    }

    /// Whether the printed theorem follows from the repaired one, with these constants: its conditions are met at the
    /// printed step size, its T₂ is not above the printed one, nor the printed horizon above η⁻².
    @Statement("theorem.ConvergenceBox/S9")
    public boolean follows(ConvergenceBox.Scale scale, double share) {
        ConvergenceBox printed = printed(scale, share);
        double eta = printed.at().eta() * (1 + Hypothesis.ROOM);
        Convergence repaired = repaired(scale, share);
        return printed.applies()
                && scale.horizon() <= 1
                && repaired.hypotheses(eta).stream().allMatch(Hypothesis::met)
                && repaired.burnIn(eta) <= printed.burnIn() * (1 - 4 * Hypothesis.ROOM);
    }
}
