package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.IntervalChecks;
import lemmata.audit.Run;
import lemmata.audit.SuccessChecks;
import lemmata.audit.SuccessChecks.Place;
import lemmata.audit.TallyChecks;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.Method;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.distribution.BetaDistribution;

/// Tries to refute experiment.SuccessRates.
@DrawnCases
class SuccessRatesProperties {

    private static final List<Place> TWO = List.of(new Place(25, 0, Start.RANDOM), new Place(25, 0, Start.SPURIOUS));

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.SuccessRates/S1")
    void talliesAddUp(@ForAll Draw draw) {
        holds(TallyChecks.adds(Tally::of, Tally::plus), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.SuccessRates/S1")
    void runsAreTallied(@ForAll Draw draw) {
        holds(TallyChecks.runs(TallyChecks::run), draw);
    }

    @Example
    @Statement("experiment.SuccessRates/S1")
    void otherFingerprintsAreRejected() {
        rejects("−0 kept", WrongRates.hashed(each -> TallyChecks.hash(each, bits -> bits)));
        rejects(
                "trial left out",
                WrongRates.hashed(each -> WrongRates.hash(new Result(0, each.t(), each.taken(), each.state()))));
        rejects(
                "steps left out",
                WrongRates.hashed(each -> WrongRates.hash(new Result(each.trial(), each.t(), 7, each.state()))));
        rejects(
                "y left out",
                WrongRates.hashed(each ->
                        WrongRates.hash(new Result(each.trial(), each.t(), each.taken(), WrongRates.withoutY(each)))));
        rejects(
                "little-endian",
                WrongRates.hashed(
                        each -> TallyChecks.hash(each, bits -> Long.reverseBytes(TallyChecks.positive(bits)))));
        rejects(
                "weighted by their order",
                TallyChecks.adds(
                        (target, results, steps, tolerance) -> TallyChecks.with(
                                Tally.of(target, results, steps, tolerance),
                                IntStream.range(0, results.size())
                                        .mapToObj(i ->
                                                WrongRates.hash(results.get(i)).multiply(BigInteger.valueOf(i + 1L)))
                                        .reduce(BigInteger.ZERO, BigInteger::add)),
                        Tally::plus));
        rejects("XOR", TallyChecks.adds(Tally::of, WrongRates.fingerprints(BigInteger::xor)));
        rejects("the last one's", TallyChecks.adds(Tally::of, WrongRates.fingerprints((first, second) -> second)));
    }

    @Example
    @Statement("experiment.SuccessRates/S1")
    void otherCountsAreRejected() {
        rejects(
                "undecided as trapped",
                WrongRates.counted(tally -> new Tally(
                        tally.successes(),
                        tally.trapped() + tally.undecided(),
                        0,
                        tally.diverged(),
                        tally.fingerprint())));
        rejects(
                "diverged forgotten",
                WrongRates.counted(tally ->
                        new Tally(tally.successes(), tally.trapped(), tally.undecided(), 0, tally.fingerprint())));
        rejects(
                "trapped as converged",
                WrongRates.counted(tally -> new Tally(
                        tally.successes() + tally.trapped(),
                        0,
                        tally.undecided(),
                        tally.diverged(),
                        tally.fingerprint())));
        rejects(
                "τ²",
                TallyChecks.adds(
                        (target, results, steps, tolerance) -> Tally.of(target, results, steps, tolerance * tolerance),
                        Tally::plus));
    }

    @Example
    @Statement("experiment.SuccessRates/S1")
    void otherRunsAreRejected() {
        rejects(
                "trials numbered from 0",
                TallyChecks.runs((rates, entry, threads) -> TallyChecks.run(
                        new SuccessRates(rates.bits(), 0, rates.trials(), rates.tolerance()), entry, threads)));
        rejects(
                "one trial too few",
                TallyChecks.runs((rates, entry, threads) -> TallyChecks.run(
                        new SuccessRates(
                                rates.bits(), rates.firstTrial(), Math.max(0, rates.trials() - 1), rates.tolerance()),
                        entry,
                        threads)));
        rejects(
                "noise forgotten",
                TallyChecks.runs((rates, entry, threads) ->
                        TallyChecks.run(rates, new Entry("", "", WrongRates.silent(entry.cell())), threads)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.SuccessRates/S2")
    void endsHaveTheirTails(@ForAll Draw draw) {
        holds(IntervalChecks.ends(BinomialInterval::of), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.SuccessRates/S2")
    void coversTheTrueProbability(@ForAll Draw draw) {
        holds(IntervalChecks.covers(BinomialInterval::of), draw);
    }

    @Example
    @Statement("experiment.SuccessRates/S2")
    void otherIntervalsAreRejected() {
        refused("Wald", (count, n, level) -> WrongRates.normal(count, n, level, 0));
        refused("Wilson", (count, n, level) -> WrongRates.normal(count, n, level, 1));
        refused("one-sided", (count, n, level) -> BinomialInterval.of(count, n, 2 * level - 1));
        refused(
                "mid-p",
                (count, n, level) -> new BinomialInterval(
                        WrongRates.middle(count, n, (1 - level) / 2),
                        1 - WrongRates.middle(n - count, n, (1 - level) / 2)));
        rejects("90 % for all", IntervalChecks.covers((count, n, level) -> BinomialInterval.of(count, n, 0.9)));
        rejects(
                "an upper tail near 1",
                IntervalChecks.ends((count, n, level) -> new BinomialInterval(
                        BinomialInterval.of(count, n, level).low(),
                        count == n
                                ? 1
                                : new BetaDistribution(count + 1.0, n - count, BinomialInterval.ACCURACY)
                                        .inverseCumulativeProbability(1 - (1 - level) / 2))));
    }

    @Example
    @Statement("experiment.SuccessRates/S3")
    void noisyRunsConverge() {
        holds(verdict(Method.PGD, NoiseAnnealing.DEFAULT) == Verdict.SAMPLED, "P-GD");
        rejects("no noise", verdict(Method.PGD, PlainDescent.DEFAULT) == Verdict.SAMPLED);
        rejects(
                "first noise to the end",
                verdict(
                                Method.PGD,
                                (p, target) -> Schedule.of(NoiseAnnealing.DEFAULT
                                        .schedule(p, target)
                                        .stages()
                                        .getFirst()))
                        == Verdict.SAMPLED);
        rejects(
                "last noise from the start",
                verdict(Method.PGD, (p, target) -> {
                            Stage last = NoiseAnnealing.DEFAULT
                                    .schedule(p, target)
                                    .stages()
                                    .getLast();
                            return Schedule.of(new Stage(last.rhoW(), last.rhoA(), last.eta(), 20_000));
                        })
                        == Verdict.SAMPLED);
    }

    @Example
    @Statement("experiment.SuccessRates/S4")
    void sampledRunsConverge() {
        holds(verdict(Method.SGD, StepSizeAnnealing.DEFAULT) == Verdict.SAMPLED, "SGD");
        StepSizeAnnealing found = StepSizeAnnealing.DEFAULT;
        rejects(
                "a step size that is small from the start",
                verdict(Method.SGD, new StepSizeAnnealing(1, found.scale() / 8, found.time(), 0, 0))
                        == Verdict.SAMPLED);
    }

    @Example
    @Statement({"experiment.SuccessRates/S3", "experiment.SuccessRates/S4"})
    void fewFailuresDecideNothing() {
        holds(!SuccessChecks.refutes(2, 64, SuccessChecks.ROUNDED, Run.FALSE_ALARM), "2 of 64 may be ½ %");
        rejects("half of 64", !SuccessChecks.refutes(32, 64, SuccessChecks.ROUNDED, Run.FALSE_ALARM));
        holds(SuccessChecks.rare(0, 64, Run.FALSE_ALARM) == Verdict.SAMPLED, "no failure");
        holds(SuccessChecks.rare(2, 64, Run.FALSE_ALARM) == Verdict.ABSTAINED, "2 of 64");
        holds(SuccessChecks.rare(32, 64, Run.FALSE_ALARM) == Verdict.VIOLATED, "half of 64");
        rejects("no runs", SuccessChecks.rare(0, 0, Run.FALSE_ALARM) == Verdict.SAMPLED);
    }

    private static Verdict verdict(Method method, Recipe recipe) {
        return SuccessChecks.converges(method, recipe, TWO, 32, 20261121).verdict();
    }

    private static void refused(String slip, IntervalChecks.Maker mutant) {
        rejects(slip + ", ends", IntervalChecks.ends(mutant));
        rejects(slip + ", coverage", IntervalChecks.covers(mutant));
    }
}
