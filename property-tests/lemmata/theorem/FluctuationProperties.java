package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.FluctuationChecks;
import lemmata.audit.FluctuationRuns;
import lemmata.audit.FluctuationRuns.Cell;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.Fluctuation.
@DrawnCases
class FluctuationProperties {

    private static final int RUNS = 4096;
    private static final long SEED = 20261121;

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S1")
    void variancesStandStill(@ForAll Draw draw) {
        holds(FluctuationChecks.standsStill(Fluctuation::coordinate), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S1")
    void leadingOrderIsBelowAndNear(@ForAll Draw draw) {
        holds(FluctuationChecks.leads(Fluctuation::leading), draw);
    }

    @Example
    @Statement("theorem.Fluctuation/S1")
    void otherVariancesAreRejected() {
        rejects(
                "leading order",
                FluctuationChecks.standsStill((at, eigenvalue) ->
                        at.coordinate(eigenvalue) * (1 - at.eta() * eigenvalue * at.m4() / (4 * Math.PI * at.m2()))));
        rejects(
                "k for k+2",
                FluctuationChecks.standsStill((at, eigenvalue) -> at.coordinate(eigenvalue)
                        * (1 + 2.0 / at.problem().target().k())));
        rejects(
                "m₂² for m₄",
                FluctuationChecks.standsStill(
                        (at, eigenvalue) -> at.coordinate(eigenvalue) * at.m2() * at.m2() / at.m4()));
        rejects("twice", FluctuationChecks.leads(at -> 2 * at.leading()));
        rejects(
                "without q",
                FluctuationChecks.leads(at -> at.leading()
                        * (Math.PI - 1)
                        / (Math.PI - 1 + at.problem().target().q())));
        rejects("exact for leading", FluctuationChecks.leads(at -> at.fromOutputNoise() * (1 + 0x1p-20)));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S2")
    void largeNoiseHasItsLimit(@ForAll Draw draw) {
        holds(FluctuationChecks.largeNoise(Fluctuation::largeNoise), draw);
    }

    @Example
    @Statement("theorem.Fluctuation/S2")
    void otherLimitsAreRejected() {
        rejects(
                "second moment for variance",
                FluctuationChecks.largeNoise(at -> at.largeNoise()
                        * (1 + 1 / Fluctuation.kernelVariance(at.problem().p()))));
        rejects(
                "the limit of large p",
                FluctuationChecks.largeNoise(at -> at.eta()
                        * at.problem().square()
                        * at.problem().square()
                        * Math.PI
                        / (16 * (Math.PI - 1) * at.problem().p())));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S3")
    void smallNoiseHasItsLimit(@ForAll Draw draw) {
        holds(FluctuationChecks.smallNoise(FluctuationOptimum::output), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"theorem.Fluctuation/S3", "theorem.Fluctuation/S6"})
    void slopeIsTheSumOverCoordinates(@ForAll Draw draw) {
        holds(FluctuationChecks.filterSlope(FluctuationOptimum::slope), draw);
    }

    @Example
    @Statement({"theorem.Fluctuation/S3", "theorem.Fluctuation/S6"})
    void otherMeanSquaresAreRejected() {
        rejects(
                "ε alone",
                FluctuationChecks.smallNoise(at -> at.eta()
                        * Math.PI
                        * at.problem().target().k()
                        * at.problem().rhoA()
                        * at.problem().rhoA()
                        / (4 * Math.PI * (at.problem().target().k() + 2))));
        rejects("twice", FluctuationChecks.smallNoise(at -> 2 * at.output()));
        rejects(
                "no fourth moments",
                FluctuationChecks.filterSlope(at -> at.slope() - FluctuationAngle.slope(at.problem())));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S4")
    void prescriptionsLeaveTheBound(@ForAll Draw draw) {
        holds(FluctuationChecks.grows(growth -> 1.0), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S4")
    void lengthIsEnough(@ForAll Draw draw) {
        holds(FluctuationChecks.lengthIsEnough(growth -> growth.length(10)), draw);
    }

    @Example
    @Statement("theorem.Fluctuation/S4")
    void otherBoundsAreRejected() {
        rejects("hundred times the bound", FluctuationChecks.grows(growth -> 100.0));
        rejects(
                "without L",
                FluctuationChecks.lengthIsEnough(growth -> growth.length(10) / Math.max(1, 2 * growth.logarithm())));
        rejects("a multiple not squared", FluctuationChecks.lengthIsEnough(growth -> growth.length(3)));
    }

    @Example
    @Statement("theorem.Fluctuation/S5")
    void runsShakeAsPredicted() {
        for (Cell cell : FluctuationRuns.CELLS) {
            holds(
                    !FluctuationRuns.spread(cell, FluctuationRuns::predicted, SEED, RUNS)
                            .rejects(),
                    cell.toString());
        }
        for (Cell cell : FluctuationRuns.OPTIMA) {
            holds(
                    !FluctuationRuns.filter(cell, FluctuationOptimum::filter, SEED, RUNS)
                            .rejects(),
                    cell.toString());
            holds(
                    !FluctuationRuns.output(cell, FluctuationOptimum::outputAtTarget, SEED, RUNS)
                            .rejects(),
                    cell.toString());
        }
        Cell stiff = FluctuationRuns.CELLS.getFirst();
        Cell quiet = FluctuationRuns.CELLS.get(1);
        rejects(
                "leading order at a large step",
                !FluctuationRuns.spread(stiff, cell -> cell.fluctuation().leading(), SEED, 4 * RUNS)
                        .rejects());
        rejects(
                "no noise of ξ across",
                !FluctuationRuns.spread(quiet, cell -> FluctuationRuns.predicted(cell) / 2, SEED, RUNS)
                        .rejects());
        Cell optimum = FluctuationRuns.OPTIMA.getFirst();
        rejects(
                "p for p−1, twice",
                !FluctuationRuns.filter(optimum, at -> at.filter() * 2.4, SEED, RUNS)
                        .rejects());
        rejects(
                "half of a's",
                !FluctuationRuns.output(optimum, at -> at.output() / 2, SEED, RUNS)
                        .rejects());
    }

    @Example
    @Statement("theorem.Fluctuation/S6")
    void angleRestsAsHeatSays() {
        Cell cell = FluctuationRuns.HEAT.getFirst();
        holds(!FluctuationRuns.cosine(cell, 1, SEED, 512).rejects(), "the density's mean of cos φ");
        rejects("half of K", !FluctuationRuns.cosine(cell, 0.5, SEED, 512).rejects());
        rejects("twice K", !FluctuationRuns.cosine(cell, 2, SEED, 512).rejects());
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.Fluctuation/S7")
    void meanCosineIsThatOfTheDensity(@ForAll Draw draw) {
        holds(FluctuationChecks.cosine(FluctuationAngle::meanCosine), draw);
    }

    @Example
    @Statement("theorem.Fluctuation/S7")
    void otherMeansAreRejected() {
        rejects("p+1 for p", FluctuationChecks.cosine((p, k) -> FluctuationAngle.meanCosine(p + 1, k)));
        rejects("1 − (p−1)/2K", FluctuationChecks.cosine((p, k) -> 1 - (p - 1) / (2 * k)));
        rejects("floats", FluctuationChecks.cosine((p, k) -> (float) FluctuationAngle.meanCosine(p, k)));
    }
}
