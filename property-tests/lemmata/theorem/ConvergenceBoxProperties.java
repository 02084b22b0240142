package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.ConvergenceBoxChecks;
import lemmata.audit.ConvergenceBoxGrid;
import lemmata.audit.ConvergenceBoxHorizon;
import lemmata.audit.ConvergenceBoxRuns;
import lemmata.audit.ConvergenceBoxRuns.Case;
import lemmata.audit.ConvergenceBoxStarts;
import lemmata.audit.Draw;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.ConvergenceBox.Scale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.ConvergenceBox.
@DrawnCases
class ConvergenceBoxProperties {

    private static final int RUNS = 40;
    private static final long SEED = 20261121;

    /// The smallest networks, where C_w γ/(kp) is often above 1.
    private static final List<Draw> SMALLEST = IntStream.range(0, 60)
            .mapToObj(i -> new Draw(1, 1, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 4000 + i))
            .toList();

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("theorem.ConvergenceBox/S1")
    void numbersAreThoseOfTheBox(@ForAll Draw draw) {
        holds(ConvergenceBoxChecks.filterNoise(ConvergenceBox::largestFilterNoise), draw);
        holds(ConvergenceBoxChecks.step(ConvergenceBox::largestStep), draw);
        holds(ConvergenceBoxChecks.burnIn(ConvergenceBox::burnIn), draw);
        holds(ConvergenceBoxChecks.conditions(ConvergenceBox::applies), draw);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S1")
    void otherNumbersAreRejected() {
        rejects(
                "k forgotten",
                ConvergenceBoxChecks.filterNoise(
                        box -> box.largestFilterNoise() * box.at().target().k()));
        rejects(
                "γ forgotten",
                ConvergenceBoxChecks.filterNoise(
                        box -> box.largestFilterNoise() / box.at().gamma()));
        rejects(
                "p⁵",
                ConvergenceBoxChecks.step(box -> box.largestStep() * box.at().p()));
        rejects("log(1/δ) forgotten", ConvergenceBoxChecks.step(box -> largest(box, 0.37)));
        rejects(
                "‖a*‖",
                ConvergenceBoxChecks.burnIn(
                        box -> box.burnIn() / box.at().target().norm()));
        rejects("|log(1/γ)|", ConvergenceBoxChecks.burnIn(box -> Math.abs(box.burnIn())));
        rejects(
                "C_T forgotten",
                ConvergenceBoxChecks.burnIn(box -> box.burnIn() / box.scale().burnIn()));
        rejects("all applies", ConvergenceBoxChecks.conditions(box -> true));
        rejects(
                "ρ_a not looked at",
                ConvergenceBoxChecks.conditions(box -> box.hypotheses().get(0).met()
                        && box.hypotheses().get(1).met()
                        && box.hypotheses().get(3).met()));
        rejects(
                "C_w γ/(kp) < 1 not looked at",
                ConvergenceBoxChecks.conditions(box -> box.hypotheses().get(0).met()
                        && box.hypotheses().get(2).met()
                        && box.hypotheses().get(3).met()),
                SMALLEST);
    }

    private static double largest(ConvergenceBox box, double delta) {
        Configuration at = box.at();
        return new ConvergenceBox(
                        new Configuration(at.target(), at.p(), at.rhoW(), at.rhoA(), at.eta(), at.gamma(), delta),
                        box.scale())
                .largestStep();
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({
        "theorem.ConvergenceBox/S1",
        "theorem.ConvergenceBox/S3",
        "theorem.ConvergenceBox/S4",
        "theorem.ConvergenceBox/S7",
        "theorem.ConvergenceBox/S8"
    })
    void runsContradictInsideTheIntervalOnly(@ForAll Draw draw) {
        holds(ConvergenceBoxChecks.contradiction(ConvergenceBox::contradicts), draw);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S1")
    void otherContradictionsAreRejected() {
        rejects(
                "at all times",
                ConvergenceBoxChecks.contradiction(
                        (box, seen) -> !box.promise().region().contains(seen)));
        rejects(
                "before T₂ too",
                ConvergenceBoxChecks.contradiction(
                        (box, seen) -> seen.t() <= box.promise().until()
                                && !box.promise().region().contains(seen)));
        rejects(
                "the filter alone",
                ConvergenceBoxChecks.contradiction(
                        (box, seen) -> box.contradicts(new Observation(seen.t(), 0, seen.filterError(), 0, 0, 0))));
        rejects("relative γ", ConvergenceBoxChecks.contradiction((box, seen) -> {
            double norm = box.at().target().norm();
            return box.contradicts(
                    new Observation(seen.t(), 0, seen.filterError(), seen.outputError() / (norm * norm), 0, 0));
        }));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ConvergenceBox/S2")
    void biasIsTheDistanceOfTheEquilibrium(@ForAll Draw draw) {
        holds(ConvergenceBoxChecks.bias(ConvergenceBox::leastBias), draw);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S2")
    void otherBiasesAreRejected() {
        rejects("twice", ConvergenceBoxChecks.bias((box, reading) -> 2 * box.leastBias(reading)));
        rejects("2⁻³⁰ too small", ConvergenceBoxChecks.bias((box, reading) -> (1 - 0x1p-30) * box.leastBias(reading)));
        rejects("always UNIT", ConvergenceBoxChecks.bias((box, reading) -> box.leastBias(Reading.Output.UNIT)));
        rejects("none", ConvergenceBoxChecks.bias((box, reading) -> 0));
    }

    /// From the same starts, in Theorem 1's region: with the admitted noise on the filter no run ends near a*, without
    /// noise each does.
    @Example
    @Statement("theorem.ConvergenceBox/S2")
    void admittedNoiseKeepsAway() {
        ConvergenceBoxRuns.Count noisy = ConvergenceBoxRuns.run(Case.BIASED, Case.BIASED.box(), Reading.POSTER, RUNS);
        ConvergenceBoxRuns.Count quiet = ConvergenceBoxRuns.run(Case.BIASED, Case.BIASED.quiet(), Reading.POSTER, RUNS);
        holds(Case.BIASED.box().applies() && noisy.refutes(), "P(outside) > ½ with noise");
        holds(quiet.failures() == 0, "none outside without");
        rejects("noise does not matter", quiet.refutes());
    }

    @Example
    @Statement({"theorem.ConvergenceBox/S3", "theorem.ConvergenceBox/S8"})
    void noTimeIsLeft() {
        holds(Case.COARSE.box().burnIn() == 0, "T₂ = 0 at γ = 1");
        holds(Case.CERTAIN.box().burnIn() < 1, "T₂ < 1 near δ = 1");
        holds(runs(Case.COARSE, Reading.POSTER).failures() == RUNS, "all outside at γ = 1");
        holds(runs(Case.CERTAIN, Reading.POSTER).failures() == RUNS, "all outside near δ = 1");
        Configuration at = Case.COARSE.box().at();
        ConvergenceBox four =
                new ConvergenceBox(new Configuration(at.target(), at.p(), 0, 0, at.eta(), 4, at.delta()), Scale.UNIT);
        holds(four.isMetByNothing(), "γ = 4 = ‖a*‖² is met by (−w*, 0)");
        holds(ConvergenceBoxStarts.leftByEpochOne(Case.COARSE.box()) > 1.9, "outside from the output of epoch I");
        holds(ConvergenceBoxStarts.leftByEpochOne(Case.CERTAIN.box()) > 0.9, "outside from there near δ = 1");
        rejects(
                "γ = 4 too",
                ConvergenceBoxStarts.leftByEpochOne(four) > Math.sqrt(four.at().gamma()));
        rejects("γ = 1 is", Case.COARSE.box().isMetByNothing());
    }

    @Example
    @Statement("theorem.ConvergenceBox/S4")
    void startsDecide() {
        holds(runs(Case.SPURIOUS, Reading.POSTER).refutes(), "trapped at (−w*, ā)");
        holds(
                ConvergenceBoxRuns.run(Case.SPURIOUS, Case.SPURIOUS.quiet(), Reading.POSTER, 1)
                                .failures()
                        == 1,
                "at rest");
        holds(
                ConvergenceBoxRuns.run(Case.RANDOM, Case.RANDOM.box(), Reading.POSTER, 100)
                        .refutes(),
                "trapped at random");
        holds(ConvergenceBoxStarts.inside(8) == 0, "trapped from where Theorem 1 may lead");
        rejects("from (0.1, 6) too", ConvergenceBoxStarts.inside(6) == 0);
        rejects(
                "from the entry too",
                ConvergenceBoxHorizon.run(ConvergenceBoxHorizon.box(), Reading.POSTER, 8, SEED)
                                .failures()
                        > 0);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ConvergenceBox/S5")
    void descentTakesItsTime(@ForAll Draw draw) {
        holds(ConvergenceBoxChecks.time(ConvergenceBox::leastTime), draw);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S5")
    void otherTimesAreRejected() {
        rejects("four times", ConvergenceBoxChecks.time((box, start) -> 4 * box.leastTime(start)));
        rejects(
                "without γ",
                ConvergenceBoxChecks.time(
                        (box, start) -> box.at().gamma() / box.at().eta() + box.leastTime(start)));
        rejects("‖a*‖ forgotten", ConvergenceBoxChecks.time((box, start) -> {
            double norm = box.at().target().norm();
            return box.leastTime(start) * (norm * norm);
        }));
        holds(runs(Case.SMALL, Reading.POSTER).refutes(), "T₂ is too short at ‖a*‖ = 1/10");
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.ConvergenceBox/S6")
    void slopeIsThatOfDescent(@ForAll Draw draw) {
        holds(ConvergenceBoxChecks.multiplier(ConvergenceBox::multiplier), draw);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S6")
    void otherSlopesAreRejected() {
        rejects("1 − η‖a*‖²", ConvergenceBoxChecks.multiplier(box -> 2 * box.multiplier() - 1));
        rejects("10⁻⁴ off", ConvergenceBoxChecks.multiplier(box -> box.multiplier() * (1 + 1e-4)));
        holds(Case.STEEP.quiet().multiplier() < -1, "the optimum repels");
        holds(
                ConvergenceBoxRuns.run(Case.STEEP, Case.STEEP.quiet(), Reading.POSTER, RUNS)
                        .refutes(),
                "no run comes near");
    }

    @Example
    @Statement({"theorem.ConvergenceBox/S7", "theorem.ConvergenceBox/S10"})
    void regionIsKeptToTheHorizon() {
        ConvergenceBox box = ConvergenceBoxHorizon.box();
        holds(box.applies() && !box.promise().isVacuous(), "the box applies");
        holds(ConvergenceBoxHorizon.run(box, Reading.POSTER, RUNS, SEED).failures() == 0, "kept at every step");
        Configuration at = box.at();
        ConvergenceBox strict = new ConvergenceBox(
                new Configuration(at.target(), at.p(), at.rhoW(), at.rhoA(), at.eta(), 1e-3, at.delta()),
                new Scale(100, 1, 1e6, 2, 1));
        rejects(
                "γ = 0.001 too",
                ConvergenceBoxHorizon.run(strict, Reading.POSTER, 8, SEED).failures() == 0);
    }

    @Example
    @Statement("theorem.ConvergenceBox/S9")
    void constantsServeOnTheGrid() {
        Scale scale = PinnedConvergence.SCALE;
        holds(ConvergenceBoxGrid.refused(scale) == 0, "every cell follows");
        rejects("C_η = 0.0005", ConvergenceBoxGrid.refused(new Scale(1, 1, 0.0005, 5000, 1)) == 0);
        rejects("C_T = 4900", ConvergenceBoxGrid.refused(new Scale(1, 1, 0.0004, 4900, 1)) == 0);
        rejects("C_a = 2", ConvergenceBoxGrid.refused(new Scale(1, 2, 0.0004, 5000, 1)) == 0);
        rejects("C_w = 4", ConvergenceBoxGrid.refused(new Scale(4, 1, 0.0004, 5000, 1)) == 0);
        rejects("C_h = 2", ConvergenceBoxGrid.refused(new Scale(1, 1, 0.0004, 5000, 2)) == 0);
        PinnedConvergence large = new PinnedConvergence(2, Target.of(2, 0, 2), 0.1, 0.05);
        holds(large.relative() == 0.1 / 4, "γ′ = γ/‖a*‖²");
        holds(new PinnedConvergence(2, Target.of(2, 0, 0.5), 0.1, 0.05).relative() == 0.1, "γ′ = γ where ‖a*‖ < 1");
        holds(large.entry().adverse() <= 0.04 * (1 + 1e-15), "E₀ = ‖a*‖²/100");
    }

    @Example
    @Statement("theorem.ConvergenceBox/S10")
    void readingsAgreeOnWhatFails() {
        for (Reading reading : Reading.all()) {
            holds(runs(Case.SPURIOUS, reading).refutes(), "trapped under " + reading);
            holds(runs(Case.SMALL, reading).refutes(), "too short under " + reading);
            holds(runs(Case.STEEP, reading).refutes(), "repelled under " + reading);
        }
        ConvergenceBox quiet = Case.SMALL.quiet();
        holds(quiet.applies() && quiet.at().rhoW() == 0 && quiet.at().rhoA() == 0, "no noise is admitted");
        holds(Reading.all().stream().allMatch(reading -> near(quiet, reading)), "all readings are gradient descent");
        rejects("also with noise", near(Case.SMALL.box(), Reading.of("UNIT,ANGLE")));
    }

    /// Whether the fourth run ends as under the poster's reading, within 2⁻³⁰ of ‖a*‖.
    private static boolean near(ConvergenceBox box, Reading reading) {
        LumpedState one = ConvergenceBoxRuns.end(Case.SMALL, box, reading, 3);
        LumpedState other = ConvergenceBoxRuns.end(Case.SMALL, box, Reading.POSTER, 3);
        double norm = box.at().target().norm();
        return Math.abs(one.c() - other.c()) <= 0x1p-30
                && Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y()) <= 0x1p-30 * norm;
    }

    private static ConvergenceBoxRuns.Count runs(Case which, Reading reading) {
        return ConvergenceBoxRuns.run(which, which.box(), reading, RUNS);
    }
}
