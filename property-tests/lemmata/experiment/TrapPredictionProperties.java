package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Check;
import lemmata.audit.DescentChecks;
import lemmata.audit.Draw;
import lemmata.audit.TrapChecks;
import lemmata.audit.TrapRuns;
import lemmata.audit.TrapSideChecks;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Start;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.TrapPrediction.
@DrawnCases
class TrapPredictionProperties {

    @Example
    @Statement("experiment.TrapPrediction/S1")
    void hasWitnesses() {
        holds(isWitness(25, 9), "no run is trapped above the threshold");
        holds(isWitness(25, 8), "nor next below it");
        rejects("q = 0", isWitness(25, 0));
    }

    @Example
    @Statement("experiment.TrapPrediction/S2")
    void halfIsTrapped() {
        holds(half(0.5) == Verdict.SAMPLED, "½");
        rejects("¼", half(0.25) == Verdict.SAMPLED);
        rejects("¾", half(0.75) == Verdict.SAMPLED);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.TrapPrediction/S3")
    void thresholdAndLimitAreTheOracles(@ForAll Draw draw) {
        holds(TrapChecks.formulas(TrapPrediction::of), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.TrapPrediction/S3")
    void countsAreThoseOfFullStudents(@ForAll Draw draw) {
        holds(TrapChecks.counts(TrapPrediction::with), draw);
    }

    @Example
    @Statement("experiment.TrapPrediction/S3")
    void otherFormulasAreRejected() {
        rejects("1 + k/π", before(at -> new TrapPrediction(at.threshold() + 1 / Math.PI, at.limit(), 0, 0, 0)));
        rejects(
                "the limit of being trapped",
                before(at -> new TrapPrediction(at.threshold(), 1 - at.limit(), 0, 0, 0)));
        rejects("a limit in floats", before(at -> new TrapPrediction(at.threshold(), (float) at.limit(), 0, 0, 0)));
        rejects(
                "the same from (−w*, ā)",
                TrapChecks.formulas(cell ->
                        TrapPrediction.of(with(cell, Start.RANDOM, cell.setup().seed()))));
        rejects("never", TrapChecks.formulas(cell -> Optional.empty()));
    }

    @Example
    @Statement("experiment.TrapPrediction/S3")
    void otherCountsAreRejected() {
        rejects(
                "traps for successes",
                after((at, n) ->
                        new TrapPrediction(at.threshold(), at.limit(), n - at.successes(), at.hits(), at.decided())));
        rejects(
                "misses for hits",
                after((at, n) -> new TrapPrediction(
                        at.threshold(), at.limit(), at.successes(), at.decided() - at.hits(), at.decided())));
        rejects(
                "undecided runs too",
                after((at, n) -> new TrapPrediction(at.threshold(), at.limit(), at.successes(), at.hits(), n)));
        rejects(
                "starts of another seed",
                TrapChecks.counts((before, cell, results, tolerance) -> before.with(
                        with(cell, cell.setup().start(), cell.setup().seed() + 1), results, tolerance)));
        rejects(
                "the next trials' starts",
                TrapChecks.counts((before, cell, results, tolerance) -> before.with(
                        cell,
                        results.stream().map(TrapPredictionProperties::next).toList(),
                        tolerance)));
        rejects(
                "as from random starts",
                TrapChecks.counts((before, cell, results, tolerance) ->
                        before.with(with(cell, Start.RANDOM, cell.setup().seed()), results, tolerance)));
        rejects(
                "τ²",
                TrapChecks.counts(
                        (before, cell, results, tolerance) -> before.with(cell, results, tolerance * tolerance)));
        rejects("the angle alone", TrapChecks.counts((before, cell, results, tolerance) -> {
            TrapPrediction right = before.with(cell, results, tolerance);
            long below = results.stream().filter(each -> isBelow(cell, each)).count();
            return new TrapPrediction(right.threshold(), right.limit(), below, right.hits(), right.decided());
        }));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.TrapPrediction/S4")
    void runsKeepTheirSides(@ForAll Draw draw) {
        holds(TrapSideChecks.keepsSides(GradientDescent::new, 1), draw);
    }

    @Example
    @Statement("experiment.TrapPrediction/S4")
    void restlessRunsAreRejected() {
        rejects("uphill", TrapSideChecks.keepsSides(uphill(), 1));
        rejects("four times the largest step", TrapSideChecks.keepsSides(GradientDescent::new, 4));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.TrapPrediction/S5")
    void runsLeaveTheSpuriousFilter(@ForAll Draw draw) {
        holds(TrapSideChecks.leaves(GradientDescent::new, 0.01), draw);
    }

    @Example
    @Statement("experiment.TrapPrediction/S5")
    void otherThresholdsAreRejected() {
        rejects("half the threshold", TrapSideChecks.leaves(GradientDescent::new, -0.5));
        rejects("uphill", TrapSideChecks.leaves(uphill(), 0.01));
    }

    private static boolean isWitness(int k, double q) {
        return TrapRuns.outside("outside", k, q, 256, 20261121).verdict() == Verdict.VIOLATED;
    }

    private static Verdict half(double chance) {
        return TrapRuns.half(List.of(new double[] {25, 3}), 512, 20261121, chance)
                .verdict();
    }

    private static Check before(UnaryOperator<TrapPrediction> slip) {
        return TrapChecks.formulas(cell -> TrapPrediction.of(cell).map(slip));
    }

    /// The counts of a prediction with a slip, which may look at the number of runs.
    private static Check after(BiFunction<TrapPrediction, Integer, TrapPrediction> slip) {
        return TrapChecks.counts((before, cell, results, tolerance) ->
                slip.apply(before.with(cell, results, tolerance), results.size()));
    }

    private static Result next(Result result) {
        return new Result(result.trial() + 1, result.t(), result.taken(), result.state());
    }

    private static boolean isBelow(Cell cell, Result result) {
        Setup setup = cell.setup();
        return setup.start()
                        .lumped(cell.p(), cell.target(), setup.generator(), setup.seed(), result.trial())
                        .c()
                > 0;
    }

    private static Cell with(Cell cell, Start start, long seed) {
        Setup old = cell.setup();
        Setup setup = new Setup(old.method(), old.reading(), old.batch(), start, old.generator(), seed);
        return new Cell(setup, cell.p(), cell.q(), cell.norm(), cell.target(), cell.schedule());
    }

    private static DescentChecks.Maker uphill() {
        return gradient -> new GradientDescent((at, trial, step) -> {
            Slope down = gradient.at(at, trial, step);
            return new Slope(Vectors.map(entry -> -entry, down.w()), Vectors.map(entry -> -entry, down.a()));
        });
    }
}
