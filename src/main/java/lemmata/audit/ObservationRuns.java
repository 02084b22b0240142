package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Cell;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.experiment.PlainDescent;
import lemmata.experiment.PosterBackground;
import lemmata.experiment.Recipe;
import lemmata.experiment.StepSizeAnnealing;
import lemmata.experiment.SuccessRates;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// Runs of the three rows of the poster's table from random starts, p = 6, ‖a*‖ = 1, and on which side they end.
///
/// A run ends badly where the loss is at least that of (−w*, ā) and descent without noise leads nowhere else.
public final class ObservationRuns {

    /// A row of the table.
    public enum Row {
        /// Gradient descent, for 20 times and more what it takes to leave a saddle e times as far behind, in all cells.
        GD(Method.GD, new PlainDescent(1, 300, 300)),
        /// SGD at 0.03 of the first step size of annealing.
        SMALL(Method.SGD, new StepSizeAnnealing(1, 0.03, 40, 0, 0)),
        /// SGD with step-size annealing.
        SSA(Method.SGD, StepSizeAnnealing.DEFAULT);

        private final Method method;
        private final Recipe recipe;

        Row(Method method, Recipe recipe) {
            this.method = method;
            this.recipe = recipe;
        }

        /// Trials of a budget.
        int trials(Budget budget) {
            return switch (budget) {
                case QUICK -> this == GD ? 256 : this == SMALL ? 128 : 64;
                case STANDARD -> this == GD ? 4096 : this == SMALL ? 512 : 256;
                case DEEP -> this == GD ? 16_384 : 1024;
            };
        }

        /// At k patches and q.
        public Cell cell(Pair pair, long seed) {
            SuccessRates.Common common = new SuccessRates.Common(SuccessRates.P, 1, Generator.PHILOX, seed);
            return SuccessRates.cell(common, method, Reading.POSTER, Start.RANDOM, pair.k, pair.q, recipe);
        }
    }

    /// Number of patches, and q.
    public record Pair(int k, double q) {}

    private static final List<Pair> PAIRS =
            List.of(new Pair(25, 0), new Pair(25, 1), new Pair(25, 4), new Pair(36, 4), new Pair(64, 1));

    private record Key(Row row, Pair pair, long seed, int trials) {}

    private static final Memo<Key, SideEnds> RUNS =
            new Memo<>(16, key -> run(key.row.cell(key.pair, key.seed), key.trials));

    private ObservationRuns() {}

    /// Runs the first trials of a cell. Few steps of GD are not worth the warm-up of vectors.
    public static SideEnds run(Cell cell, int trials) {
        int bits = cell.setup().method() == Method.GD ? 0 : SuccessRates.fastBits();
        Simulation simulation = cell.simulation(bits, 0, trials);
        try {
            simulation.run(Runtime.getRuntime().availableProcessors(), () -> false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return SideEnds.of(
                cell.target(), simulation.results().stream().map(Result::state).toList());
    }

    /// "Bad": in every cell a run ends on the bad side with probability 5 % at least.
    static Evidence bad(Run run, Row row) {
        int trials = row.trials(run.budget());
        double most = SideEnds.seen(trials);
        String power = String.format(Locale.ROOT, "seen if P(bad) > %.2g", most);
        return evidence(run, row, "P(bad) ≥ 5 %, where L ≥ L(−w*, ā) for good", SideEnds::bad, power);
    }

    /// "Good": in every cell a run ends anywhere but at loss 0 with probability ½ % at most.
    static Evidence good(Run run, Row row) {
        return evidence(run, row, "all runs but ½ % end at loss 0", SideEnds::good, rare(row.trials(run.budget())));
    }

    /// "Escape": in every cell a run is left at or above the loss of the saddles with probability ½ % at most.
    static Evidence escaped(Run run, Row row) {
        String claim = "all runs but ½ % end below the saddles";
        return evidence(run, row, claim, SideEnds::escaped, rare(row.trials(run.budget())));
    }

    private static String rare(int trials) {
        return String.format(
                Locale.ROOT,
                "sampled for no failure, which excludes %.2g; violated if P(failure) > %.2g",
                SuccessChecks.interval(0, trials).high(),
                SuccessChecks.refuted(trials));
    }

    private static Evidence evidence(Run run, Row row, String claim, Function<SideEnds, Verdict> rule, String power) {
        int trials = row.trials(run.budget());
        StringBuilder detail = new StringBuilder(row.toString());
        Verdict verdict = Verdict.SAMPLED;
        List<Pair> pairs = pairs(run.budget());
        for (Pair pair : pairs) {
            SideEnds ends = RUNS.at(new Key(row, pair, run.seed(), trials));
            verdict = verdict.weaker(rule.apply(ends));
            detail.append("; ").append(words(pair, ends));
        }
        detail.append(String.format(
                Locale.ROOT,
                "; %s; %s: %d of %d cells, %d trials each, false alarm ≤ %.0e per cell",
                power,
                run.budget(),
                pairs.size(),
                PAIRS.size(),
                trials,
                Run.FALSE_ALARM));
        return new Evidence("runs", verdict, claim, (long) trials * pairs.size(), Double.NaN, detail.toString());
    }

    private static String words(Pair pair, SideEnds ends) {
        BinomialInterval interval =
                SuccessChecks.interval(ends.count(Side.BAD), ends.sides().size());
        return String.format(
                Locale.ROOT,
                "k = %d, q = %.0f: %d good, %d bad, %d open, P(bad) in [%.2g, %.2g]",
                pair.k,
                pair.q,
                ends.count(Side.GOOD),
                ends.count(Side.BAD),
                ends.count(Side.OPEN),
                interval.low(),
                interval.high());
    }

    /// PosterBackground/S4: from how many of the same starts GD ends badly and annealed SGD well; q = 0, where a₀ = 0
    /// for both.
    static Evidence selects(Run run) {
        int trials = Row.SSA.trials(run.budget());
        SideEnds plain = RUNS.at(new Key(Row.GD, PAIRS.getFirst(), run.seed(), Row.GD.trials(run.budget())));
        SideEnds noisy = RUNS.at(new Key(Row.SSA, PAIRS.getFirst(), run.seed(), trials));
        int rescued = PosterBackground.rescued(plain.sides(), noisy.sides());
        return new Evidence(
                "runs",
                rescued > 0 ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "from the same starts GD ends badly, SGD w./ SSA well",
                trials,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "k = 25, q = 0: %d of %d starts; the other way round %d",
                        rescued,
                        trials,
                        PosterBackground.rescued(noisy.sides(), plain.sides())));
    }

    /// Whether levels of noise are none, very small next to that at which annealing begins, or stagewise decreasing.
    public static boolean fits(Row row, List<Double> levels, double first) {
        return switch (row) {
            case GD -> levels.stream().allMatch(level -> level == 0);
            case SMALL -> levels.stream().allMatch(level -> level > 0 && level < first / 20);
            case SSA ->
                IntStream.range(1, levels.size()).allMatch(s -> levels.get(s) < levels.get(s - 1)) && levels.size() > 1;
        };
    }

    private static List<Pair> pairs(Budget budget) {
        return switch (budget) {
            case QUICK -> PAIRS.subList(0, 1);
            case STANDARD -> PAIRS.subList(0, 3);
            case DEEP -> PAIRS;
        };
    }
}
