package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.RegimeChecks;
import lemmata.audit.RegimeRuns;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute theorem.Regime.
@DrawnCases
class RegimeProperties {

    private static final long SEED = 20261121;

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Regime/S1")
    void meanStepTurnsByAnArctangent(@ForAll Draw draw) {
        holds(RegimeChecks.turns(RegimeChecks::turned), draw);
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Regime/S1")
    void meanStepIsTrappedBelowANegativeCeiling(@ForAll Draw draw) {
        holds(RegimeChecks.stays(Regime::traps), draw);
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Regime/S1")
    void meanStepLeavesAboveTheEscapeNoise(@ForAll Draw draw) {
        holds(RegimeChecks.leaves((regime, start) -> regime.drifts()), draw);
    }

    @Example
    @Statement("theorem.Regime/S1")
    void otherRegimesAreRejected() {
        rejects("always trapped", RegimeChecks.stays((regime, start) -> true), 600);
        rejects("always drifting", RegimeChecks.leaves((regime, start) -> true), 600);
        rejects("x sin φ for its arctangent", RegimeChecks.turns((rate, sine) -> rate * sine), 200);
        rejects("the other way", RegimeChecks.turns((rate, sine) -> -RegimeChecks.turned(rate, sine)), 200);
    }

    @Example
    @Statement("theorem.Regime/S2")
    void experimentsAreThermal() {
        Regime heat = RegimeRuns.heat(RegimeRuns.LARGE);
        holds(heat.isThermal() && !heat.drifts(), "every stage below ρ_esc");
        holds(heat.traps(RegimeRuns.near(heat.target(), 0.25)), "the mean step stays");
        RegimeRuns.Place place = new RegimeRuns.Place(6, 25, 0);
        int n = RegimeRuns.TRIALS;
        int count = RegimeRuns.escaped(RegimeRuns.heat(place), SEED, n);
        holds(RegimeRuns.side(count, n, true) == Verdict.SAMPLED, "P-GD escapes");
        rejects("the drift is thermal", RegimeRuns.drift(RegimeRuns.LARGE).isThermal());
        rejects(
                "the mean step of the drift stays",
                RegimeRuns.drift(RegimeRuns.LARGE).traps(RegimeRuns.near(heat.target(), 0.25)));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Regime/S3")
    void coolingKeepsNoiseAndPath(@ForAll Draw draw) {
        holds(RegimeChecks.cools(regime -> regime.cooled(4)), draw);
    }

    @Example
    @Statement("theorem.Regime/S3")
    void otherCoolingsAreRejected() {
        rejects("by two", RegimeChecks.cools(regime -> regime.cooled(2)), 100);
        rejects("not at all", RegimeChecks.cools(regime -> regime), 100);
    }

    /// Cooling stops heat and not drift; either claim is refused of the other regime.
    @Example
    @Statement({"theorem.Regime/S2", "theorem.Regime/S3"})
    void coolingTellsHeatFromDrift() {
        Regime heat = RegimeRuns.heat(RegimeRuns.SMALL);
        Regime drift = RegimeRuns.drift(RegimeRuns.SMALL);
        int n = RegimeRuns.TRIALS;
        holds(RegimeRuns.side(RegimeRuns.escaped(heat, SEED, n), n, true) == Verdict.SAMPLED, "heat escapes");
        holds(RegimeRuns.side(RegimeRuns.escaped(drift, SEED, n), n, true) == Verdict.SAMPLED, "so does drift");
        int cold = RegimeRuns.escaped(heat.cooled(8), SEED, n);
        int slow = RegimeRuns.escaped(drift.cooled(4), SEED, n);
        holds(RegimeRuns.side(cold, n, false) == Verdict.SAMPLED, "cooled heat stays");
        holds(RegimeRuns.side(slow, n, true) == Verdict.SAMPLED, "cooled drift escapes");
        rejects("cooled heat escapes", RegimeRuns.side(cold, n, true) == Verdict.SAMPLED);
        rejects("cooled drift stays", RegimeRuns.side(slow, n, false) == Verdict.SAMPLED);
        rejects("half decides", RegimeRuns.side(n / 2, n, true) != Verdict.ABSTAINED);
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("theorem.Regime/S4")
    void turningIsTheRateNextToTheSpuriousFilter(@ForAll Draw draw) {
        holds(RegimeChecks.turning(Regime::turning), draw);
    }

    @Example
    @Statement("theorem.Regime/S4")
    void twoEpochsConverge() {
        int n = RegimeRuns.TRIALS;
        int count = RegimeRuns.converged(RegimeRuns.twoEpochs(RegimeRuns.SMALL), SEED, n);
        holds(RegimeRuns.side(count, n, true) == Verdict.SAMPLED, "drift, then small noise");
        rejects(
                "small noise alone",
                RegimeRuns.side(RegimeRuns.converged(RegimeRuns.drift(RegimeRuns.SMALL), SEED, n), n, true)
                        == Verdict.SAMPLED);
        rejects("half a rate", RegimeChecks.turning((regime, stage) -> 2 * regime.turning(stage)), 100);
    }

    @Example
    @Statement("theorem.Regime/S5")
    void printedStepsAreBeyondReach() {
        Regime heat = RegimeRuns.heat(new RegimeRuns.Place(6, 25, 1));
        double steps = heat.schedule().steps();
        double rhoW = 2 * heat.escapeNoise().value();
        holds(RegimeCost.printedEscape(heat.target(), 6, 0.05).steps() > 1e10 * steps, "epoch I as printed");
        holds(RegimeCost.printedConvergence(heat.target(), 6, 0.01, 0.05).steps() > 1e9 * steps, "epoch II as printed");
        rejects(
                "what is proved is cheap",
                RegimeCost.provedEscape(heat.target(), 6, rhoW, 0.05).steps() < 1e6 * steps);
        rejects(
                "and the second epoch",
                RegimeCost.provedConvergence(heat.target(), 6, rhoW, 0.15, 0.01, 0.05)
                                .steps()
                        < 1e3 * steps);
    }
}
