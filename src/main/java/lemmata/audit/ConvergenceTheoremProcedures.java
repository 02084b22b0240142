package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.Problem;

/// The procedures of the stem theorem.Convergence.
final class ConvergenceTheoremProcedures {

    private static final double DELTA = 0.05;

    /// Of the cases, how many are put to checks in long decimals.
    private static final double SHARE = 0.03;

    private ConvergenceTheoremProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> to) {
        Procedure sides = sampled(
                "sides of the conditions",
                ConvergenceTheoremChecks.sides(ConvergenceTheoremChecks::conditions)
                        .where(ConvergenceTheoremProcedures::few));
        Procedure burnIn = sampled(
                "T₂",
                ConvergenceTheoremChecks.burnIn(at -> at.theorem().burnIn(at.eta()))
                        .where(ConvergenceTheoremProcedures::few));
        to.put("theorem.Convergence/S1", all(run -> List.of(ConvergenceTheoremRuns.promise(run)), burnIn));
        to.put(
                "theorem.Convergence/S2",
                all(
                        sampled(
                                "μ and ω",
                                ConvergenceTheoremChecks.quantities(Convergence::drift, Convergence::goal)
                                        .where(ConvergenceTheoremProcedures::few)),
                        run -> List.of(ConvergenceTheoremSteps.bounds(run, new ConvergenceTheoremSteps.Bounds() {}))));
        to.put(
                "theorem.Convergence/S3",
                sampled(
                        "a step size, all smaller ones, T₂ ≤ η⁻²",
                        ConvergenceTheoremChecks.smallerSteps(ConvergenceTheoremChecks::conditions)));
        to.put(
                "theorem.Convergence/S4",
                all(
                        sampled("0.2ρ² to 1.24ρ²", ConvergenceTheoremNoise.between(0.2, 1, 1.24)),
                        sampled(
                                "limits of (1 − c)/ρ²",
                                ConvergenceTheoremNoise.limits(Convergence::biasAlong, Convergence::biasAcross)),
                        sampled(
                                "0.45γ^¼ is enough, 1.6γ^¼ too much",
                                ConvergenceTheoremNoise.tolerated(Convergence::toleratedNoise))));
        to.put(
                "theorem.Convergence/S5",
                all(
                        run -> List.of(ConvergenceTheoremStarts.trap()),
                        sampled("twenty steps of GD", ConvergenceTheoremStarts.lasts(Entry::isLasting))));
        to.put("theorem.Convergence/S6", all(sides, burnIn));
        to.put(
                "theorem.Convergence/S7",
                all(
                        run -> List.of(epochs()),
                        sampled(
                                "E₀ ≤ 1.1‖a*‖²/√m₂ after epoch I",
                                ConvergenceTheoremChecks.handOver(Escape::end, 1.1))));
    }

    private static boolean few(Draw draw) {
        return draw.uniform(3450) < SHARE;
    }

    /// S7: both epochs at the poster's p and a k of its figure.
    private static Evidence epochs() {
        Target target = Target.of(25, 1, 1);
        double rho = 2
                * SmoothedEquilibrium.escapeNoise(target, 6, Reading.Output.RADIAL)
                        .high();
        Escape first = new Escape(new Problem(target, 6, rho, 0), Beginning.random(target, 6, DELTA), DELTA);
        Convergence second = Convergence.after(first, new Problem(target, 6, 0.05, 0), 0.01, DELTA);
        double eta = first.largestPromising();
        double whole = second.largestPromising();
        boolean holds = first.at(eta).applies()
                && !first.at(eta).promise().isVacuous()
                && second.at(whole).applies()
                && !second.at(whole).promise().isVacuous();
        return new Evidence(
                "enumeration",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "all conditions of both epochs are met",
                1,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "p = 6, k = 25, q = 1, ‖a*‖ = 1, random starts, δ = %.2g each, γ = 0.01: ρ_w = %.4g, η = %.3g, T₁ ="
                                + " %.3g; then ρ_w = 0.05, η = %.3g, E₀ = %.3g, T₂ = %.3g; in all %.3g steps; not run",
                        DELTA,
                        rho,
                        eta,
                        first.burnIn(eta),
                        whole,
                        first.end().adverse(),
                        second.burnIn(whole),
                        second.stepsFrom(first, eta, whole)));
    }
}
