package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.BackgroundChecks;
import lemmata.audit.Draw;
import lemmata.audit.ObservationChecks;
import lemmata.audit.ObservationRuns;
import lemmata.audit.ObservationRuns.Pair;
import lemmata.audit.ObservationRuns.Row;
import lemmata.audit.SharpnessChecks;
import lemmata.audit.SideEnds;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.experiment.EmpiricalObservations.Sharpness;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.model.Target;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.EmpiricalObservations.
@DrawnCases
class EmpiricalObservationsProperties {

    private static final Pair CELL = new Pair(25, 0);
    private static final int RUNS = 128;
    private static final long SEED = 20261121;

    /// Teachers with φ_c far beyond π/2, so that many filters lie between.
    private static final List<Draw> BETWEEN = IntStream.range(0, 60)
            .mapToObj(
                    i -> new Draw(2, 50, Draw.Filter.ANY, Draw.Target.NEAR_THRESHOLD, Draw.Weights.ANY, 0, 0, 3000 + i))
            .toList();

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.EmpiricalObservations/S1")
    void saddlesHaveTheLeastLossAcross(@ForAll Draw draw) {
        holds(ObservationChecks.level(EmpiricalObservations::saddleLoss), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.EmpiricalObservations/S1")
    void sideIsThatOfTheExactLoss(@ForAll Draw draw) {
        holds(ObservationChecks.sides(EmpiricalObservations::side), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.EmpiricalObservations/S1")
    void descentStaysOnItsSide(@ForAll Draw draw) {
        holds(ObservationChecks.stays(EmpiricalObservations::side), draw);
    }

    @Example
    @Statement("experiment.EmpiricalObservations/S1")
    void otherLevelsAndSidesAreRejected() {
        rejects("level without q", ObservationChecks.level(target -> EmpiricalObservations.saddleLoss(flat(target))));
        rejects(
                "q/k for q/(π−1+k)",
                ObservationChecks.level(
                        target -> EmpiricalObservations.saddleLoss(flat(target)) / (1 - target.q() / target.k())));
        rejects("twice the level", ObservationChecks.level(target -> 2 * EmpiricalObservations.saddleLoss(target)));
        rejects(
                "alignment alone",
                ObservationChecks.sides((target, state) ->
                        state.x() * target.along() + state.y() * target.across() > 0 ? Side.GOOD : Side.BAD));
        rejects(
                "π/2 for φ_c",
                ObservationChecks.sides((target, state) -> EmpiricalObservations.side(target, state) == Side.OPEN
                        ? Side.OPEN
                        : state.c() > 0 ? Side.GOOD : Side.BAD),
                BETWEEN);
        rejects("angle alone", ObservationChecks.stays((target, state) -> state.c() > 0 ? Side.GOOD : Side.BAD));
        rejects("sides exchanged", ObservationChecks.sides((target, state) -> switch (EmpiricalObservations.side(
                target, state)) {
            case GOOD -> Side.BAD;
            case BAD -> Side.GOOD;
            case OPEN -> Side.OPEN;
        }));
    }

    /// The same norm and mean 0.
    private static Target flat(Target target) {
        return new Target(target.k(), 0, target.norm());
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement({"experiment.EmpiricalObservations/S2", "experiment.EmpiricalObservations/S7"})
    void traceAndLargestAreThoseOfTheHessian(@ForAll Draw draw) {
        holds(SharpnessChecks.hessian(EmpiricalObservations::atGlobal, EmpiricalObservations::atSpurious), draw);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement({"experiment.EmpiricalObservations/S2", "experiment.EmpiricalObservations/S3"})
    void globalOptimumIsTheSharperOne(@ForAll Draw draw) {
        holds(SharpnessChecks.sharper(EmpiricalObservations::atGlobal, EmpiricalObservations::atSpurious), draw);
    }

    @Example
    @Statement({"experiment.EmpiricalObservations/S2", "experiment.EmpiricalObservations/S3"})
    void otherHessiansAreRejected() {
        rejects(
                "no degeneracy",
                SharpnessChecks.hessian(EmpiricalObservations::atGlobal, EmpiricalObservations::atGlobal),
                40);
        rejects(
                "‖a*‖² for ‖a*‖²/2",
                SharpnessChecks.hessian(
                        teacher -> scaled(EmpiricalObservations.atGlobal(teacher), 2),
                        EmpiricalObservations::atSpurious),
                40);
        rejects(
                "p for p − 1",
                SharpnessChecks.hessian(
                        teacher -> longer(EmpiricalObservations.atGlobal(teacher)), EmpiricalObservations::atSpurious),
                40);
        rejects(
                "the poster's column",
                SharpnessChecks.sharper(EmpiricalObservations::atSpurious, EmpiricalObservations::atGlobal));
        rejects(
                "equally sharp",
                SharpnessChecks.sharper(EmpiricalObservations::atGlobal, EmpiricalObservations::atGlobal));
    }

    private static Sharpness scaled(Sharpness sharpness, double factor) {
        return new Sharpness(sharpness.p(), sharpness.k(), factor * sharpness.filter());
    }

    private static Sharpness longer(Sharpness sharpness) {
        return new Sharpness(sharpness.p() + 1, sharpness.k(), sharpness.filter());
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement({"experiment.EmpiricalObservations/S4", "experiment.EmpiricalObservations/S5"})
    void noiseIsInProportionToTheStepSize(@ForAll Draw draw) {
        holds(BackgroundChecks.levels(EmpiricalObservations::noiseLevels), draw);
    }

    @Example
    @Statement({
        "experiment.EmpiricalObservations/S4",
        "experiment.EmpiricalObservations/S5",
        "experiment.EmpiricalObservations/S6"
    })
    void otherLevelsAreRejected() {
        rejects(
                "η²",
                BackgroundChecks.levels((setup, schedule) -> EmpiricalObservations.noiseLevels(setup, schedule).stream()
                        .map(level -> level * level)
                        .toList()));
        rejects(
                "noise in GD",
                BackgroundChecks.levels((setup, schedule) ->
                        schedule.stages().stream().map(stage -> stage.eta()).toList()));
        rejects("none in SGD", BackgroundChecks.levels((setup, schedule) -> List.of(0.0, 0.0)));
        rejects("half of it very small", ObservationRuns.fits(Row.SMALL, List.of(0.5), 1));
        rejects("one level decreasing", ObservationRuns.fits(Row.SSA, List.of(1.0), 1));
        rejects("equal levels decreasing", ObservationRuns.fits(Row.SSA, List.of(1.0, 1.0), 1));
        holds(ObservationRuns.fits(Row.GD, List.of(0.0), 1), "none is none");
        holds(ObservationRuns.fits(Row.SSA, List.of(1.0, 0.5), 1), "falling is decreasing");
    }

    /// The rules of the three rows, each on runs of all three: a row that does not fit is refused.
    @Example
    @Statement({
        "experiment.EmpiricalObservations/S4",
        "experiment.EmpiricalObservations/S5",
        "experiment.EmpiricalObservations/S6",
        "experiment.PosterBackground/S4"
    })
    void rowsEndAsTheTableSays() {
        SideEnds plain = ObservationRuns.run(Row.GD.cell(CELL, SEED), RUNS);
        SideEnds small = ObservationRuns.run(Row.SMALL.cell(CELL, SEED), RUNS);
        SideEnds annealed = ObservationRuns.run(Row.SSA.cell(CELL, SEED), RUNS);
        holds(plain.bad() == Verdict.SAMPLED, "GD ends badly in 5 % and more");
        holds(small.bad() == Verdict.SAMPLED, "so does SGD with a small step");
        holds(annealed.good() == Verdict.SAMPLED, "SGD with annealing ends well");
        holds(PosterBackground.rescued(plain.sides(), annealed.sides()) > 0, "noise helps from the same starts");
        holds(plain.good() == Verdict.VIOLATED, "GD for SGD w./ SSA is refuted");
        holds(small.good() == Verdict.VIOLATED, "so is a small step for SSA");
        rejects("SSA for GD", annealed.bad() == Verdict.SAMPLED);
        rejects("no noise helps", PosterBackground.rescued(plain.sides(), plain.sides()) > 0);
    }

    /// Bad and Good exclude each other, and counts that show neither are neither.
    @Example
    @Statement({
        "experiment.EmpiricalObservations/S4",
        "experiment.EmpiricalObservations/S5",
        "experiment.EmpiricalObservations/S6"
    })
    void fewRunsDecideNothing() {
        rejects("one bad run of 512", ends(1, 0, 1).bad() == Verdict.SAMPLED);
        holds(ends(0, 0, 1).bad() == Verdict.VIOLATED, "none of 512 refutes Bad");
        holds(ends(26, 0, 1).bad() == Verdict.ABSTAINED, "5 % of the runs do not show 5 %");
        holds(ends(100, 0, 1).bad() == Verdict.SAMPLED, "a fifth do");
        holds(ends(100, 0, 0).bad() == Verdict.VIOLATED, "bad ends at loss 0 are none");
        holds(ends(0, 0, 1).good() == Verdict.SAMPLED, "no failure");
        holds(ends(3, 0, 1).good() == Verdict.ABSTAINED, "½ % of the runs decide nothing");
        holds(ends(100, 0, 1).good() == Verdict.VIOLATED, "a fifth refute Good");
        holds(ends(0, 100, 1).good() == Verdict.VIOLATED, "so do good sides at a loss above 0");
        rejects("no runs", new SideEnds(List.of(), 0, 1).good() == Verdict.SAMPLED);
        for (int bad = 0; bad <= 512; bad++) {
            SideEnds ends = ends(bad, 0, 1);
            holds(ends.bad() != Verdict.SAMPLED || ends.good() == Verdict.VIOLATED, "what is Bad is not Good");
        }
    }

    private static SideEnds ends(int bad, int unfinished, double lowest) {
        return new SideEnds(
                IntStream.range(0, 512)
                        .mapToObj(i -> i < bad ? Side.BAD : Side.GOOD)
                        .toList(),
                unfinished,
                lowest);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.EmpiricalObservations/S7")
    void levelIsAccurate(@ForAll Draw draw) {
        holds(ObservationChecks.levelAccuracy(EmpiricalObservations::saddleLoss), draw);
    }

    @Example
    @Statement("experiment.EmpiricalObservations/S7")
    void inaccurateNumbersAreRejected() {
        rejects(
                "100u off",
                ObservationChecks.levelAccuracy(target -> EmpiricalObservations.saddleLoss(target) * (1 + 0x64p-53)));
        rejects(
                "floats",
                SharpnessChecks.hessian(
                        teacher -> scaled(EmpiricalObservations.atGlobal(teacher), 1 + 0x1p-24),
                        EmpiricalObservations::atSpurious),
                IntStream.range(0, 20)
                        .mapToObj(
                                i -> new Draw(8, 2, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 900 + i))
                        .toList());
    }
}
