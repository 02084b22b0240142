package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static lemmata.audit.EscapeTheoremChecks.changed;

import java.util.List;
import java.util.function.Predicate;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Budget;
import lemmata.audit.Draw;
import lemmata.audit.EscapeTheoremChecks;
import lemmata.audit.EscapeTheoremChecks.StepBounds;
import lemmata.audit.EscapeTheoremRuns;
import lemmata.audit.Run;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.Observation;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.Escape.
@DrawnCases
class EscapeProperties {

    private static final int TRIALS = 32;

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S1")
    void conditionsAndTimesAreThoseOfTheProof(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.conditions(Escape::hypotheses).where(EscapeProperties::one), draw);
        holds(EscapeTheoremChecks.failure(Escape::exponent, Escape.HIGH, Escape.GAP), draw);
        holds(EscapeTheoremChecks.burnIn(Escape::burnIn), draw);
    }

    @Example
    @Statement("theorem.Escape/S1")
    void otherConditionsAreRejected() {
        rejects(
                "one dropped",
                EscapeTheoremChecks.conditions(
                        (theorem, eta) -> theorem.hypotheses(eta).subList(0, 8)));
        rejects("ηΓ² alone", EscapeTheoremChecks.conditions(changed(6, it -> scaled(it, 1 / 6.74, 1))));
        rejects("2μ in the bend", EscapeTheoremChecks.conditions(changed(6, it -> scaled(it, 1, 2))));
        rejects("4θηΣ²", EscapeTheoremChecks.conditions(changed(7, it -> scaled(it, 0.5, 1))));
        rejects("ζ for √ζ", EscapeTheoremChecks.conditions(changed(8, it -> scaled(it, 1, it.limit() / 3))));
        rejects("N for 2N", EscapeTheoremChecks.conditions(changed(4, it -> scaled(it, 0.5, 1))));
        rejects("δ for δ/2", EscapeTheoremChecks.conditions(changed(4, it -> scaled(it, 1, 2))));
        rejects("½θ", EscapeTheoremChecks.failure((theorem, eta) -> theorem.exponent(eta) / 2, 1.014, 0.48));
        rejects("0.49 for 0.48", EscapeTheoremChecks.failure(Escape::exponent, 1.014, 0.49));
        rejects("1.009 for 1.014", EscapeTheoremChecks.failure(Escape::exponent, 1.009, 0.48));
        rejects("½T₁", EscapeTheoremChecks.burnIn((theorem, eta) -> theorem.burnIn(eta) / 2));
        rejects("T₁ less 1/η", EscapeTheoremChecks.burnIn((theorem, eta) -> theorem.burnIn(eta) - 1 / eta));
    }

    @Example
    @Statement("theorem.Escape/S1")
    void runsKeepThePromiseAndNotOthers() {
        EscapeTheoremRuns.Cell cell = EscapeTheoremRuns.SMALL;
        Promise promise = cell.theorem().at(cell.eta()).promise();
        List<List<Observation>> seen = EscapeTheoremRuns.watch(
                cell, EscapeTheoremRuns.moments(promise.from(), promise.until(), 16), TRIALS, 1);
        List<List<Observation>> early =
                EscapeTheoremRuns.watch(cell, EscapeTheoremRuns.moments(0, promise.from() / 40, 16), TRIALS, 1);
        double least = promise.region().least();
        double greatest = promise.region().greatest();
        holds(accepts(seen, promise.region()::contains), "no more failures than δ + δ′");
        rejects("from the start on", accepts(early, promise.region()::contains));
        rejects("the other sign", accepts(seen, at -> at.alignment() <= -least));
        rejects("half of M_a", accepts(seen, at -> at.alignment() >= least && at.alignment() <= greatest / 2));
    }

    private static boolean accepts(List<List<Observation>> seen, Predicate<Observation> region) {
        return EscapeTheoremRuns.compatible(EscapeTheoremRuns.failures(seen, region), seen.size());
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S2")
    void eachConditionPaysForItsStep(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.drift(Escape::drift), draw);
        holds(EscapeTheoremChecks.step(StepBounds.PROVED), draw);
    }

    @Example
    @Statement("theorem.Escape/S2")
    void otherStepsAreRejected() {
        rejects("2μ", EscapeTheoremChecks.drift(theorem -> 2 * theorem.drift()));
        rejects("π for κ(π)", EscapeTheoremChecks.drift(theorem -> theorem.lower()));
        rejects("1.03 for 1.014", EscapeTheoremChecks.step(new StepBounds(1.03, Escape.STRIDE, 3.37)));
        rejects("1/16 for 1/32", EscapeTheoremChecks.step(new StepBounds(Escape.HIGH, 1.0 / 16, 3.37)));
        rejects("no bend", EscapeTheoremChecks.step(new StepBounds(Escape.HIGH, Escape.STRIDE, 0)));
        Run run = new Run(1, Budget.QUICK);
        holds(
                EscapeTheoremRuns.oneStep(run, Escape::drift).verdict() == Verdict.SAMPLED,
                "E e^(−θΔℓ) ≤ e^(−θημ) in one step");
        rejects(
                "4μ in one step",
                EscapeTheoremRuns.oneStep(run, theorem -> 4 * theorem.drift()).verdict() == Verdict.SAMPLED);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S3")
    void someStepMeetsAll(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.largest(Escape::largestStep, Escape::hypotheses), draw);
    }

    @Example
    @Statement("theorem.Escape/S3")
    void otherStepsFoundAreRejected() {
        rejects("2η", EscapeTheoremChecks.largest(theorem -> 2 * theorem.largestStep(), Escape::hypotheses));
        rejects("½η", EscapeTheoremChecks.largest(theorem -> theorem.largestStep() / 2, Escape::hypotheses));
        rejects("none", EscapeTheoremChecks.largest(theorem -> 0, Escape::hypotheses));
        rejects(
                "a condition the other way round",
                EscapeTheoremChecks.largest(
                        Escape::largestStep,
                        changed(3, it -> new Hypothesis(it.name(), it.limit(), it.value(), it.margin()))));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S4")
    void endsWhereConvergenceBegins(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.end(Escape::end), draw);
    }

    @Example
    @Statement("theorem.Escape/S4")
    void otherEndsAreRejected() {
        rejects(
                "a tenth less",
                EscapeTheoremChecks.end(
                        theorem -> adverse(theorem, 0.9 * theorem.end().adverse())));
        rejects("0", EscapeTheoremChecks.end(theorem -> adverse(theorem, 0)));
        rejects(
                "twice",
                EscapeTheoremChecks.end(
                        theorem -> adverse(theorem, 2 * theorem.end().adverse())));
        rejects(
                "no noise of a",
                EscapeTheoremChecks.end(
                        theorem -> new Entry(new Reach(0, 0, 0), theorem.end().adverse(), Region.ANGLE)));
    }

    private static Entry adverse(Escape theorem, double adverse) {
        return new Entry(theorem.end().reach(), adverse, Region.ANGLE);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S5")
    void coversRandomStarts(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.random(Beginning::random), draw);
    }

    @Example
    @Statement("theorem.Escape/S5")
    void otherSharesAreRejected() {
        rejects("2δ", EscapeTheoremChecks.random((target, p, delta) -> Beginning.random(target, p, 2 * delta)));
        rejects("½δ", EscapeTheoremChecks.random((target, p, delta) -> Beginning.random(target, p, delta / 2)));
        rejects(
                "no angle for δ < 10⁻⁹",
                EscapeTheoremChecks.random(
                        (target, p, delta) -> Beginning.random(target, delta < 1e-9 ? p + 1 : p, delta)));
        rejects("p + 1", EscapeTheoremChecks.random((target, p, delta) -> Beginning.random(target, p + 1, delta)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Escape/S6")
    void whatIsMetIsMetExactly(@ForAll Draw draw) {
        holds(EscapeTheoremChecks.conditions(Escape::hypotheses).where(it -> !one(it)), draw);
    }

    @Example
    @Statement("theorem.Escape/S6")
    void roundedConditionsAreRejected() {
        rejects(
                "in floats",
                EscapeTheoremChecks.conditions(
                        changed(7, it -> new Hypothesis(it.name(), (float) it.value(), it.limit(), it.margin()))));
        rejects("10⁻¹⁰ off", EscapeTheoremChecks.conditions(changed(5, it -> scaled(it, 1 + 1e-10, 1))));
    }

    @Example
    @Statement("theorem.Escape/S7")
    void angleIsKeptWithoutAlignment() {
        List<List<Observation>> late = watch(EscapeTheoremRuns.HOT, 700_000, 900_000);
        List<List<Observation>> early = watch(EscapeTheoremRuns.HOT, 20_000, 40_000);
        List<List<Observation>> aligned = watch(EscapeTheoremRuns.SMALL, 500_000, 600_000);
        holds(EscapeTheoremRuns.turnsWithoutAlignment(late), "φ ≤ 5π/12 while aᵀa* < 0 at times");
        rejects("from the start on", EscapeTheoremRuns.turnsWithoutAlignment(early));
        rejects("of steps within the theorem", EscapeTheoremRuns.turnsWithoutAlignment(aligned));
    }

    private static List<List<Observation>> watch(EscapeTheoremRuns.Cell cell, long first, long last) {
        return EscapeTheoremRuns.watch(cell, List.of(first, last), TRIALS, 1);
    }

    private static Hypothesis scaled(Hypothesis it, double value, double limit) {
        return new Hypothesis(it.name(), value * it.value(), limit * it.limit(), it.margin());
    }

    private static boolean one(Draw draw) {
        return draw.uniform(640) < 0.5;
    }
}
