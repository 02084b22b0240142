package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.ConvergenceTheoremCase;
import lemmata.audit.ConvergenceTheoremCell;
import lemmata.audit.ConvergenceTheoremChecks;
import lemmata.audit.ConvergenceTheoremNoise;
import lemmata.audit.ConvergenceTheoremRuns;
import lemmata.audit.ConvergenceTheoremRuns.Promised;
import lemmata.audit.ConvergenceTheoremStarts;
import lemmata.audit.ConvergenceTheoremSteps;
import lemmata.audit.Draw;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.model.Target;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.Convergence.
@DrawnCases
class ConvergenceProperties {

    private static final int TRIALS = 48;

    private static final long SEED = 3;

    /// A cell with a trap, one with a small a*.
    private static final ConvergenceTheoremCell TRAP =
            new ConvergenceTheoremCell(2, Target.of(4, 1, 1), 0.03, 0.05, 0.002, 1, 0.5);

    private static final ConvergenceTheoremCell SLOW =
            new ConvergenceTheoremCell(2, Target.of(4, 3, 0.1), 0.03, 0.005, 0.002, 1, 0.5);

    @Example
    @Statement("theorem.Convergence/S1")
    void runsKeepThePromise() {
        ConvergenceTheoremCell cell = ConvergenceTheoremRuns.first();
        Claim claim = cell.theorem(cell.worstStart()).at(cell.eta());
        holds(claim.applies() && !claim.promise().isVacuous(), "conditions are met");
        Verdict verdict = ConvergenceTheoremRuns.verdict(cell, cell.worstStart(), Promised.of(claim.promise()), TRIALS);
        holds(verdict == Verdict.SAMPLED, "runs are within γ");
    }

    @Example
    @Statement("theorem.Convergence/S1")
    void runsOfOtherTheoremsAreRejected() {
        Region near = Region.ofConvergence(1, 1);
        LumpedState adverse = TRAP.at(TRAP.target().along(), -3 * TRAP.target().across(), 0);
        refutes("without E₀", TRAP, adverse, new Promised(60_000, 61_000, near));
        ConvergenceTheoremCell noisy = TRAP.withNoise(0.5, 0.05);
        Region tight = Region.ofConvergence(0.01, 0.01);
        refutes("without bias", noisy, noisy.worstStart(), new Promised(60_000, 61_000, tight));
        ConvergenceTheoremCell heated = TRAP.withNoise(0.03, 20).withStep(0.02);
        refutes("without the noise of a", heated, heated.worstStart(), new Promised(10_000, 60_000, near));
        double settled = 20 / (SLOW.eta() * SLOW.problem().lambdaAcross().low());
        Region small = Region.ofConvergence(1, SLOW.problem().square());
        refutes("without T_w", SLOW, SLOW.at(0, 0, 0), new Promised(settled, settled + 1000, small));
        ConvergenceTheoremCell first = ConvergenceTheoremRuns.first();
        refutes("T₂ = 0", first, first.worstStart(), new Promised(1, 1000, near));
    }

    private static void refutes(String slip, ConvergenceTheoremCell cell, LumpedState start, Promised promised) {
        assertThat(ConvergenceTheoremRuns.verdict(cell, start, promised, TRIALS))
                .as(slip)
                .isEqualTo(Verdict.VIOLATED);
    }

    @Property(tries = 40, seed = Draws.SEED)
    @Statement({"theorem.Convergence/S1", "theorem.Convergence/S6"})
    void conditionsAreThoseOfThePage(@ForAll Draw draw) {
        holds(ConvergenceTheoremChecks.sides(ConvergenceTheoremChecks::conditions), draw);
        holds(ConvergenceTheoremChecks.burnIn(at -> theorem(at).burnIn(eta(at))), draw);
        holds(ConvergenceTheoremChecks.quantities(Convergence::drift, Convergence::goal), draw);
    }

    private static Convergence theorem(ConvergenceTheoremCase at) {
        return new Convergence(at.problem(), at.entry(), at.gamma(), at.delta());
    }

    private static double eta(ConvergenceTheoremCase at) {
        return at.eta();
    }

    @Example
    @Statement({"theorem.Convergence/S1", "theorem.Convergence/S6"})
    void otherConditionsAreRejected() {
        for (int i = 0; i < 13; i++) {
            int which = i;
            rejects("condition " + i + " dropped", changed(list -> {
                list.remove(which);
                return list;
            }));
            rejects("condition " + i + " at 2", changed(list -> {
                Hypothesis old = list.get(which);
                list.set(which, new Hypothesis(old.name(), old.value(), 2 * old.limit(), old.margin()));
                return list;
            }));
            rejects("condition " + i + " ½", changed(list -> {
                Hypothesis old = list.get(which);
                list.set(which, new Hypothesis(old.name(), old.value() / 2, old.limit(), old.margin()));
                return list;
            }));
        }
        rejects("no margin, 10⁻⁹ too lenient", changed(list -> {
            Hypothesis old = list.get(10);
            list.set(10, new Hypothesis(old.name(), old.value() * (1 - 1e-9), old.limit(), 0));
            return list;
        }));
    }

    private static Check changed(UnaryOperator<List<Hypothesis>> change) {
        return ConvergenceTheoremChecks.sides(
                at -> change.apply(new ArrayList<>(ConvergenceTheoremChecks.conditions(at))));
    }

    @Example
    @Statement({"theorem.Convergence/S1", "theorem.Convergence/S2", "theorem.Convergence/S6"})
    void otherTimesAndQuantitiesAreRejected() {
        rejects(
                "T₂ halved",
                ConvergenceTheoremChecks.burnIn(at -> Math.ceil(theorem(at).burnIn(eta(at)) / 2)));
        rejects(
                "T₂ not whole",
                ConvergenceTheoremChecks.burnIn(at -> theorem(at).burnIn(eta(at)) + 0.5));
        rejects(
                "one step less",
                ConvergenceTheoremChecks.burnIn(at -> theorem(at).burnIn(10 * eta(at)) - 1));
        rejects("2μ", ConvergenceTheoremChecks.quantities(at -> 2 * at.drift(), Convergence::goal));
        rejects("μ at π/2", ConvergenceTheoremChecks.quantities(at -> at.settled() / 8, Convergence::goal));
        rejects("ω = γ/2", ConvergenceTheoremChecks.quantities(Convergence::drift, at -> 1.001 * at.goal()));
    }

    @Example
    @Statement("theorem.Convergence/S2")
    void stepsKeepTheirBounds() {
        holds(ConvergenceTheoremSteps.stands(new ConvergenceTheoremSteps.Bounds() {}, SEED), "bounds");
    }

    @Example
    @Statement("theorem.Convergence/S2")
    void otherBoundsAreRejected() {
        assertThat(stands(0, 0, 16)).as("16ημ/4").isFalse();
        assertThat(stands(0, 16, 0)).as("16 times the contraction of z²").isFalse();
        assertThat(stands(4, 0, 0)).as("aᵀa* ≥ 4j").isFalse();
        assertThat(stands(0, 0, 0)).as("the bounds themselves").isTrue();
    }

    /// With −against for j, rest and turn times the contraction, where they are not 0.
    private static boolean stands(double against, double rest, double turn) {
        return ConvergenceTheoremSteps.stands(
                new ConvergenceTheoremSteps.Bounds() {
                    @Override
                    public double whileSettling(Convergence theorem, double versine, double j, double eta) {
                        return theorem.whileSettling(versine, against == 0 ? j : -against * j, eta);
                    }

                    @Override
                    public double whileTurning(Convergence theorem, double versine, double eta) {
                        double more = turn == 0 ? 0 : (turn - 1) * eta * theorem.drift() / 4 * versine;
                        return theorem.whileTurning(versine, eta) - more;
                    }

                    @Override
                    public double whileResting(Convergence theorem, double square, double eta) {
                        double after = theorem.whileResting(square, eta);
                        return rest == 0 ? after : square - rest * (square - after);
                    }
                },
                SEED);
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Convergence/S3")
    void smallerStepsServe(@ForAll Draw draw) {
        holds(ConvergenceTheoremChecks.smallerSteps(ConvergenceTheoremChecks::conditions), draw);
    }

    @Example
    @Statement("theorem.Convergence/S3")
    void otherConditionsOnStepsAreRejected() {
        rejects("η above 10⁻³ too", ConvergenceTheoremChecks.smallerSteps(at -> {
            List<Hypothesis> list = new ArrayList<>(ConvergenceTheoremChecks.conditions(at));
            list.add(Hypothesis.exact("", -at.eta(), -1e-3));
            return list;
        }));
        rejects("η at most 10⁻³ too", ConvergenceTheoremChecks.smallerSteps(at -> {
            List<Hypothesis> list = new ArrayList<>(ConvergenceTheoremChecks.conditions(at));
            list.add(Hypothesis.exact("", at.eta(), 1e-3));
            return list;
        }));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Convergence/S4")
    void biasIsOfOrderFour(@ForAll Draw draw) {
        holds(ConvergenceTheoremNoise.between(0.2, 1, 1.24), draw);
        holds(ConvergenceTheoremNoise.limits(Convergence::biasAlong, Convergence::biasAcross), draw);
        holds(ConvergenceTheoremNoise.tolerated(Convergence::toleratedNoise), draw);
    }

    @Example
    @Statement("theorem.Convergence/S4")
    void otherNoisesAreRejected() {
        rejects("at least ½ρ²", ConvergenceTheoremNoise.between(0.5, 1, 1.24));
        rejects("0.9ρ² along 1", ConvergenceTheoremNoise.between(0.2, 0.9, 1.24));
        rejects("1.2ρ² across", ConvergenceTheoremNoise.between(0.2, 1, 1.2));
        rejects(
                "without k",
                ConvergenceTheoremNoise.limits((p, k) -> Convergence.biasAlong(p, 1), Convergence::biasAcross));
        rejects("p/(p+2) across", ConvergenceTheoremNoise.limits(Convergence::biasAlong, p -> p / (p + 2.0)));
        rejects("0.6γ^¼", ConvergenceTheoremNoise.tolerated(gamma -> 0.6 * Math.sqrt(Math.sqrt(gamma))));
        rejects("0.45√γ up to ½", ConvergenceTheoremNoise.tolerated(gamma -> 0.45 / Math.sqrt(gamma)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Convergence/S5")
    void regionLasts(@ForAll Draw draw) {
        holds(ConvergenceTheoremStarts.lasts(Entry::isLasting), draw);
    }

    @Example
    @Statement("theorem.Convergence/S5")
    void otherRegionsAreRejected() {
        rejects(
                "without 1ᵀa",
                ConvergenceTheoremStarts.lasts(
                        (target, at) -> at.c() >= 0 && target.along() * at.x() + target.across() * at.y() >= 0));
        rejects(
                "1ᵀa twice as large",
                ConvergenceTheoremStarts.lasts((target, at) -> at.c() >= 0
                        && target.along() * at.x() + target.across() * at.y() >= 0
                        && target.along() * at.x() <= 2 * target.along() * target.along()));
        rejects(
                "aᵀa* of any sign",
                ConvergenceTheoremStarts.lasts(
                        (target, at) -> at.c() >= 0 && target.along() * at.x() <= target.along() * target.along()));
    }

    @Example
    @Statement("theorem.Convergence/S5")
    void startsOfTheFirstRegionAreTrapped() {
        Target target = new Target(2, Math.sqrt(0.5), Math.sqrt(0.5));
        Observation bad = Observation.of(target, ConvergenceTheoremStarts.end(8), 0);
        Observation good = Observation.of(target, ConvergenceTheoremStarts.end(6), 0);
        holds(bad.angle() > 2.9 && bad.alignment() < -0.1, "trapped from (0.1, 8)");
        holds(good.filterError() < 1e-6 && good.outputError() < 1e-6, "converges from (0.1, 6)");
        holds(Entry.of(target, ConvergenceTheoremStarts.start(8)).adverse() > 3.9, "E₀");
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Convergence/S7")
    void epochsFit(@ForAll Draw draw) {
        holds(ConvergenceTheoremChecks.handOver(Escape::end, 1.1), draw);
    }

    @Example
    @Statement("theorem.Convergence/S7")
    void otherHandOversAreRejected() {
        rejects("a twentieth of it", ConvergenceTheoremChecks.handOver(Escape::end, 0.05));
        rejects(
                "with the bounds on x and y for E₀",
                ConvergenceTheoremChecks.handOver(
                        escape -> new Entry(
                                escape.end().reach(), escape.end().reach().norm(), Region.ANGLE),
                        1.1));
    }

    @Example
    @Statement("theorem.Convergence/S7")
    void stepsOfBothEpochsAddUp() {
        Target target = Target.of(25, 1, 1);
        Escape first = new Escape(new Problem(target, 6, 21.1, 0), Beginning.random(target, 6, 0.05), 0.05);
        Convergence second = Convergence.after(first, new Problem(target, 6, 0.05, 0), 0.01, 0.05);
        Claim one = first.at(1.35e-8);
        Claim two = second.at(3e-4);
        holds(one.applies() && two.applies(), "conditions of both epochs");
        holds(!one.promise().isVacuous() && !two.promise().isVacuous(), "both promise something");
        double steps = second.stepsFrom(first, 1.35e-8, 3e-4);
        holds(steps == Math.ceil(first.burnIn(1.35e-8)) + second.burnIn(3e-4), "sum of T₁ and T₂");
        assertThat(one.promise().from()).isBetween(7.5e11, 8.5e11);
        assertThat(two.promise().from()).isBetween(1.05e7, 1.07e7);
        holds(second.at(3.16e-4).applies() && second.at(3.16e-4).promise().isVacuous(), "a little more is empty");
    }
}
