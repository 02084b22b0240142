package lemmata.audit;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.experiment.Cell;
import lemmata.experiment.Entry;
import lemmata.experiment.SuccessRates;
import lemmata.experiment.Tally;
import lemmata.model.Target;

/// What experiment.SuccessRates/S1 claims of tallies, as checks of any implementation.
public final class TallyChecks {

    /// Counts finished runs: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Count {
        /// Of runs of a schedule of so many steps.
        Tally of(Target target, List<Result> results, long steps, double tolerance);
    }

    /// Runs trials of a cell and counts: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Runs {
        /// By `rates`, on so many threads.
        Tally of(SuccessRates rates, Entry entry, int threads);
    }

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private static final int LARGEST_P = 5;
    private static final int LARGEST_K = 6;

    private TallyChecks() {}

    /// Trials with made-up ends, cut anywhere into three parts that are added in another order, none first: counts and
    /// fingerprint are those of the definition.
    public static Check adds(Count count, BinaryOperator<Tally> plus) {
        return draw -> {
            DrawnTrials drawn = new DrawnTrials(draw);
            Target target = Target.of(draw.unscaled().teacher());
            List<Result> all = drawn.results(target, 7);
            int n = all.size();
            int one = drawn.below(n + 1, 7);
            int two = one + drawn.below(n - one + 1, 8);
            double tolerance = drawn.tolerance();
            Tally first = count.of(target, all.subList(0, one), 7, tolerance);
            Tally second = count.of(target, all.subList(one, two), 7, tolerance);
            Tally third = count.of(target, all.subList(two, n), 7, tolerance);
            Tally sum = plus.apply(plus.apply(Tally.NONE, third), plus.apply(first, second));
            Tally expected =
                    tally(drawn::ended, fingerprint(all, TallyChecks::positive).mod(MODULUS));
            return Check.exactly(sum.equals(expected));
        };
    }

    /// Drawn cells of all algorithms, run in two parts on other threads and vectors: the tally of trial after trial,
    /// one step at a time, in plain code. In every fourth case.
    public static Check runs(Runs runs) {
        return draw -> {
            if (draw.uniform(5100) > 0.25) {
                return OptionalDouble.empty();
            }
            DrawnTrials drawn = new DrawnTrials(draw);
            SimulatedCase small = new SimulatedCase(draw);
            int k = Math.min(draw.k(), LARGEST_K);
            Cell cell = drawn.cell(small.method(), Math.min(draw.p(), LARGEST_P), k);
            int n = small.trials();
            int one = drawn.below(n + 1, 7);
            Entry entry = new Entry("drawn", "cell", cell);
            SuccessRates head = new SuccessRates(0, drawn.firstTrial(), one, drawn.tolerance());
            SuccessRates tail =
                    new SuccessRates(small.otherBits(), drawn.firstTrial() + one, n - one, drawn.tolerance());
            Tally sum = runs.of(tail, entry, small.threads()).plus(runs.of(head, entry, 1));
            return Check.exactly(sum.equals(plain(cell, drawn, n)));
        };
    }

    /// The lemma code.
    public static Tally run(SuccessRates rates, Entry entry, int threads) {
        try {
            return rates.run(entry, threads, () -> false).orElseThrow().tally();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Tally plain(Cell cell, DrawnTrials drawn, int n) {
        Simulation simulation = cell.simulation(0, drawn.firstTrial(), n);
        try {
            simulation.run(1, 1, () -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        List<Result> results = simulation.results();
        long steps = cell.schedule().steps();
        ToLongFunction<Outcome> ended = outcome -> results.stream()
                .filter(each ->
                        Outcome.of(cell.target(), each.state(), each.taken(), steps, drawn.tolerance()) == outcome)
                .count();
        return tally(ended, fingerprint(results, TallyChecks::positive).mod(MODULUS));
    }

    private static Tally tally(ToLongFunction<Outcome> ended, BigInteger fingerprint) {
        return new Tally(
                ended.applyAsLong(Outcome.CONVERGED),
                ended.applyAsLong(Outcome.TRAPPED),
                ended.applyAsLong(Outcome.UNDECIDED),
                ended.applyAsLong(Outcome.DIVERGED),
                fingerprint);
    }

    /// The sum of the hashes of the trials, not yet reduced.
    ///
    /// @param written what is written for the bits of a number
    public static BigInteger fingerprint(List<Result> results, LongUnaryOperator written) {
        return results.stream().map(each -> hash(each, written)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// SHA-256 of trial, steps taken and state, as a number.
    public static BigInteger hash(Result result, LongUnaryOperator written) {
        LumpedState at = result.state();
        double[] numbers = {
            Double.longBitsToDouble(result.trial()),
            Double.longBitsToDouble(result.taken()),
            at.c(),
            at.s(),
            at.x(),
            at.y(),
            at.z()
        };
        return new BigInteger(SimulationChecks.digest(List.of(numbers), written), 16);
    }

    /// −0 as 0.
    public static long positive(long bits) {
        return bits == Long.MIN_VALUE ? 0 : bits;
    }

    /// The numbers of a tally with another fingerprint, for mutants.
    public static Tally with(Tally tally, BigInteger fingerprint) {
        return tally(
                outcome -> switch (outcome) {
                    case CONVERGED -> tally.successes();
                    case TRAPPED -> tally.trapped();
                    case UNDECIDED -> tally.undecided();
                    case DIVERGED -> tally.diverged();
                },
                fingerprint.mod(MODULUS));
    }
}
