package lemmata.theorem;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.EscapeBoxChecks;
import lemmata.audit.EscapeBoxDataChecks;
import lemmata.audit.EscapeBoxRuns;
import lemmata.audit.EscapeBoxRuns.Case;
import lemmata.audit.EscapeBoxRuns.Count;
import lemmata.audit.EscapeBoxSpreadChecks;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute what theorem.EscapeBox says of the poster's Theorem 1.
@DrawnCases
class EscapeBoxProperties {

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S1")
    void boxIsThePosters(@ForAll Draw draw) {
        holds(EscapeBoxDataChecks.formulas(EscapeBox::filterNoise, EscapeBox::largestStep, EscapeBox::burnIn), draw);
        holds(EscapeBoxDataChecks.data(box -> box), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S1")
    void otherBoxesAreRejected() {
        rejects(
                "ρ_w/(kp)",
                EscapeBoxDataChecks.formulas(
                        box -> box.filterNoise() * box.at().p(), EscapeBox::largestStep, EscapeBox::burnIn));
        rejects(
                "k⁴p⁵",
                EscapeBoxDataChecks.formulas(
                        EscapeBox::filterNoise,
                        box -> box.largestStep() * box.at().p(),
                        EscapeBox::burnIn));
        rejects(
                "‖a*‖ for its square",
                EscapeBoxDataChecks.formulas(
                        EscapeBox::filterNoise,
                        EscapeBox::largestStep,
                        box -> box.burnIn() / box.at().target().norm()));
        rejects("twice the horizon", EscapeBoxDataChecks.data(box -> scaled(box, 1, 1, 2, 1)));
        rejects("another m_a", EscapeBoxDataChecks.data(box -> scaled(box, 1, 1, 1, 2)));
        rejects("twice C_η", EscapeBoxDataChecks.data(box -> scaled(box, 2, 1, 1, 1)));
    }

    private static EscapeBox scaled(EscapeBox box, double eta, double burnIn, double horizon, double least) {
        EscapeBox.Scale scale = box.scale();
        return new EscapeBox(
                box.at(),
                new EscapeBox.Scale(
                        eta * scale.eta(),
                        burnIn * scale.burnIn(),
                        horizon * scale.horizon(),
                        least * scale.least(),
                        scale.greatest()));
    }

    @Property(tries = 60, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S2")
    void trapGoesAtTheThreshold(@ForAll Draw draw) {
        holds(EscapeBoxChecks.threshold((box, output) -> box.threshold(output).value()), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S2")
    void otherThresholdsAreRejected() {
        rejects("C_w = 1 is enough everywhere", noiseFrees(1));
        holds(noiseFrees(1.05), "C_w = 1.05 is, of the cells looked at");
        rejects("C_w = 1", EscapeBoxChecks.threshold((box, output) -> 1), 20);
        rejects(
                "of the other reading",
                EscapeBoxChecks.threshold((box, output) -> box.threshold(
                                output == Reading.Output.RADIAL ? Reading.Output.UNIT : Reading.Output.RADIAL)
                        .value()),
                20);
        double needed = new EscapeBox(EscapeBoxChecks.flat(2, 2, 1, 8, 1, 1e-3, 0.1), EscapeBox.Scale.UNIT)
                .threshold(Reading.Output.RADIAL)
                .low();
        holds(needed > 1.0494 && needed < 1.0495, "1.0494 at p = k = 2, q = 0");
    }

    private static boolean noiseFrees(double filterNoise) {
        return Stream.of(2, 5, 8)
                .allMatch(p -> Stream.of(2, 9, 25)
                        .allMatch(k -> EscapeBoxChecks.letsGo(
                                PinnedEscape.box(
                                        new PinnedEscape.Cell(p, k, 0, 1), filterNoise, 1, EscapeBox.Scale.UNIT),
                                Reading.Output.RADIAL)));
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S3")
    void alignmentFades(@ForAll Draw draw) {
        holds(EscapeBoxChecks.ceiling(EscapeBox::ceiling), draw);
        holds(EscapeBoxSpreadChecks.moments(EscapeBoxSpread::moments), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S3")
    void otherCeilingsAreRejected() {
        rejects("half of it", EscapeBoxChecks.ceiling(box -> box.ceiling() / 2));
        rejects("ξ along w alone", EscapeBoxSpreadChecks.moments(spread ->
                new double[] {spread.moments()[0], spread.moments()[0] * spread.moments()[0]}));
        EscapeBoxSpread spread = spread(16, 1, 1.05, 1);
        holds(spread.above(0.01) < 0.02, "below 0.01 in nearly all runs at p = 16");
        rejects("below 10⁻⁶ too", spread.above(1e-6) < 0.9);
    }

    private static EscapeBoxSpread spread(int p, double norm, double filterNoise, double outputNoise) {
        return new EscapeBoxSpread(box(p, norm, filterNoise, outputNoise).at(), Reading.Output.RADIAL);
    }

    private static EscapeBox box(int p, double norm, double filterNoise, double outputNoise) {
        EscapeBox any = new EscapeBox(
                EscapeBoxChecks.flat(p, 2, norm, filterNoise * 2 * p * p, outputNoise, 1, 0.1), EscapeBox.Scale.UNIT);
        return any.withStep(any.largestStep());
    }

    @Property(tries = 40, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S4")
    void momentsAreThoseOfTheRecursion(@ForAll Draw draw) {
        holds(EscapeBoxSpreadChecks.recursion(EscapeBoxSpread::square, EscapeBoxSpread::fourth), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S4")
    void otherMomentsAreRejected() {
        rejects("2N", EscapeBoxSpreadChecks.recursion(spread -> 2 * spread.square(), EscapeBoxSpread::fourth), 20);
        rejects(
                "Q = N²",
                EscapeBoxSpreadChecks.recursion(EscapeBoxSpread::square, spread -> spread.square() * spread.square()),
                20);
    }

    /// The bounds of moments against runs: as often negative, as wide, as little turned as they say.
    @Example
    @Statement({"theorem.EscapeBox/S3", "theorem.EscapeBox/S4", "theorem.EscapeBox/S6"})
    void boundsHoldInRuns() {
        EscapeBoxSpread spread = spread(2, 0.05, 2, 1);
        Count count = EscapeBoxRuns.count(Case.of(spread.at(), Reading.POSTER, 6000, 300));
        holds(spread.settled() < 6000 && spread.negative() > 0.13, "the bound says something");
        holds(!Count.refutes(300 - count.negative(), 300, 1 - spread.negative()), "as often negative");
        rejects("negative in nine of ten", !Count.refutes(300 - count.negative(), 300, 0.1));
        double most = EscapeBoxRuns.meanTurn(Case.of(spread.at(), Reading.POSTER, 50, 300));
        holds(most <= spread.turn(50), "turned as little as that");
        rejects("a hundredth of it", most <= spread.turn(50) / 100);
    }

    @Example
    @Statement({"theorem.EscapeBox/S4", "theorem.EscapeBox/S5", "theorem.EscapeBox/S8"})
    void runsLeaveTheRegion() {
        EscapeBox small = box(2, 0.05, 2, 1);
        Count count = EscapeBoxRuns.count(Case.of(small.at(), Reading.POSTER, (long) Math.ceil(small.burnIn()), 200));
        holds(Count.refutes(count.negative(), 200, 0.1), "aᵀa* ≤ 0");
        holds(Count.refutes(count.wide(), 200, 0.1), "φ > 5π/12");
        holds(count.outside() >= Math.max(count.negative(), count.wide()), "one of the two");
        rejects("in 20 of 200", Count.refutes(20, 200, 0.1));
        rejects("in 44 of 200", Count.refutes(44, 200, 0.1));
        Configuration line = EscapeBoxChecks.flat(1, 2, 1, 4, 1, 0.02, 0.1);
        Count still = EscapeBoxRuns.count(Case.of(line, Reading.POSTER, 200, 200));
        holds(Count.refutes(still.wide(), 200, 0.1), "p = 1 stays on its side");
    }

    @Property(tries = 60, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S6")
    void meanFlowNeedsItsTime(@ForAll Draw draw) {
        holds(EscapeBoxChecks.needed(EscapeBox::needed), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S6")
    void otherTimesAreRejected() {
        rejects("twice the time", EscapeBoxChecks.needed((box, reading) -> 2 * box.needed(reading)), 40);
        rejects("a third of it", EscapeBoxChecks.needed((box, reading) -> box.needed(reading) / 3), 40);
        rejects("without κ of the reading", EscapeBoxChecks.needed((box, reading) -> box.needed(Reading.POSTER)), 40);
        EscapeBox poster = box(32, 1, 1.05, 1);
        holds(poster.needed(Reading.POSTER) > 69 * poster.burnIn(), "69 T₁ at p = 32");
        holds(poster.needed(Reading.of("UNIT,NETWORK")) < poster.burnIn(), "UNIT,NETWORK has the time at ‖a*‖ = 1");
        holds(spread(32, 1, 1.05, 0.01).turned(box(32, 1, 1.05, 0.01).burnIn()) < 0.35, "not turned at T₁");
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement({"theorem.EscapeBox/S5", "theorem.EscapeBox/S7"})
    void burnInCanBeOneStep(@ForAll Draw draw) {
        holds(EscapeBoxChecks.instants(EscapeBox::instant, EscapeBox::smallNorm), draw);
    }

    @Example
    @Statement({"theorem.EscapeBox/S5", "theorem.EscapeBox/S7"})
    void otherInstantsAreRejected() {
        rejects("1 − δ doubled", EscapeBoxChecks.instants(box -> 1 - 2 * (1 - box.instant()), EscapeBox::smallNorm));
        rejects("‖a*‖ doubled", EscapeBoxChecks.instants(EscapeBox::instant, box -> 2 * box.smallNorm()));
        Configuration near = EscapeBoxChecks.flat(2, 2, 1, 16, 1, 0x1p-10, 1 - 0x1p-16);
        EscapeBox box = new EscapeBox(near, EscapeBox.Scale.UNIT);
        double turn = EscapeBoxRuns.firstTurn(Case.of(near, Reading.POSTER, 1, 500));
        holds(box.burnIn() < 1 && turn <= box.stride(), "a step turns by its bound at most");
        rejects("by a third of it at most", turn <= box.stride() / 3);
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S7")
    void firstStepAlignsLittle(@ForAll Draw draw) {
        holds(EscapeBoxChecks.firstAlignment(EscapeBox::firstAlignment), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S7")
    void otherFirstStepsAreRejected() {
        rejects("half of it", EscapeBoxChecks.firstAlignment(box -> box.firstAlignment() / 2));
        rejects("twice of it", EscapeBoxChecks.firstAlignment(box -> 2 * box.firstAlignment()));
        rejects(
                "without the target",
                EscapeBoxChecks.firstAlignment(box -> box.firstAlignment()
                        - box.at().eta()
                                * (1 + box.at().rhoW())
                                * box.at().target().norm()
                                * box.at().target().norm()
                                * (Math.PI - 1)
                                / (2 * Math.PI)));
        EscapeBox box = new EscapeBox(EscapeBoxChecks.flat(2, 2, 1, 16, 1, 0x1p-10, 1 - 0x1p-16), EscapeBox.Scale.UNIT);
        for (Reading reading : Reading.all()) {
            double seen = EscapeBoxRuns.mostAlignment(Case.of(box.at(), reading, 1, 500));
            holds(seen <= box.firstAlignment(), "aᵀa* after a step, " + reading);
        }
        double most = EscapeBoxRuns.mostAlignment(Case.of(box.at(), Reading.POSTER, 1, 500));
        rejects("a half of it at most", most <= box.firstAlignment() / 2);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S8")
    void needsTwoDimensionsAndATarget(@ForAll Draw draw) {
        holds(EscapeBoxChecks.missing(EscapeBox::missing), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S8")
    void fewerHypothesesAreRejected() {
        rejects("none", EscapeBoxChecks.missing(box -> List.of()));
        rejects(
                "p ≥ 2 alone",
                EscapeBoxChecks.missing(box -> List.of(box.missing().getFirst())));
        rejects(
                "a* ≠ 0 alone",
                EscapeBoxChecks.missing(box -> List.of(box.missing().getLast())));
    }

    @Property(tries = 100, seed = Draws.SEED)
    @Statement({"theorem.EscapeBox/S9", "theorem.EscapeBox/S10"})
    void pinnedConstantsHold(@ForAll Draw draw) {
        holds(EscapeBoxChecks.pinned(PinnedEscape::box), draw);
    }

    @Example
    @Statement({"theorem.EscapeBox/S9", "theorem.EscapeBox/S10"})
    void otherConstantsAreRejected() {
        rejects("twice C_η", everywhere(box -> scaled(box, 2, 1, 1, 1)));
        rejects("half of C_T", everywhere(box -> scaled(box, 1, 0.5, 1, 1)));
        rejects("twice the horizon", everywhere(box -> scaled(box, 1, 1, 2, 1)));
        rejects("twice m_a", everywhere(box -> scaled(box, 1, 1, 1, 2)));
        rejects(
                "half of M_a",
                everywhere(box -> new EscapeBox(
                        box.at(),
                        new EscapeBox.Scale(
                                box.scale().eta(),
                                box.scale().burnIn(),
                                1,
                                box.scale().least(),
                                box.scale().greatest() / 2))));
        holds(
                EscapeBoxChecks.isRounded(PinnedEscape.SCALE, PinnedEscape.tightest(PinnedEscape.grid())),
                "the tightest, rounded in the safe direction");
        rejects(
                "1.2 times C_η",
                EscapeBoxChecks.isRounded(
                        new EscapeBox.Scale(6e-8, 3000, 1, 6e-7, 0.5), PinnedEscape.tightest(PinnedEscape.grid())));
        assertThat(PinnedEscape.grid()).hasSize(336);
    }

    @Property(tries = 60, seed = Draws.SEED)
    @Statement("theorem.EscapeBox/S11")
    void littleAlignmentIsFar(@ForAll Draw draw) {
        holds(EscapeBoxChecks.distance(EscapeBox::distance), draw);
    }

    @Example
    @Statement("theorem.EscapeBox/S11")
    void otherDistancesAreRejected() {
        rejects(
                "without d₋",
                EscapeBoxChecks.distance(box -> box.at().target().norm()
                        - box.ceiling() / box.at().target().norm()));
        rejects("‖a*‖", EscapeBoxChecks.distance(box -> box.at().target().norm()));
        rejects("half of it", EscapeBoxChecks.distance(box -> box.distance() / 2));
        assertThat(PinnedEscape.grid().stream().map(PinnedEscape::box))
                .allMatch(box -> box.distance() > box.at().target().norm() / 2);
    }

    private static boolean everywhere(UnaryOperator<EscapeBox> changed) {
        return PinnedEscape.grid().stream().allMatch(cell -> {
            EscapeBox box = changed.apply(PinnedEscape.box(cell));
            EscapeBox largest = box.withStep(box.largestStep());
            return EscapeBoxChecks.holds(largest);
        });
    }

    @Example
    @Statement("theorem.EscapeBox/S9")
    void runsStayInTheRegion() {
        EscapeBox.Scale scale = new EscapeBox.Scale(1, 1, 1, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
        Configuration at = new Configuration(Target.of(4, 4, 1), 2, 4, 1e-3, 4e-3, 1, 0.05);
        long first = (long) Math.ceil(new EscapeBox(at, scale).burnIn());
        Case given = new Case(at, 4, Reading.POSTER, Start.RANDOM, 62_500, 64, 7);
        holds(!new EscapeBox(at, scale).promise().isVacuous(), "there are steps from T₁ to η⁻²");
        int staying = EscapeBoxRuns.staying(given, first);
        holds(EscapeBoxRuns.within(64 - staying, 64, 0.05) == Verdict.SAMPLED, "inside at all looks");
        rejects(
                "from step 1 on",
                EscapeBoxRuns.within(64 - EscapeBoxRuns.staying(given, 1), 64, 0.05) == Verdict.SAMPLED);
        holds(EscapeBoxRuns.within(4, 64, 0.05) == Verdict.ABSTAINED, "four of 64 decide nothing");
        holds(EscapeBoxRuns.within(40, 64, 0.05) == Verdict.VIOLATED, "forty refute it");
    }
}
