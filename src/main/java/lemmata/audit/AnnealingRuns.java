package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Entry;
import lemmata.experiment.Recipe;
import lemmata.experiment.Row;
import lemmata.experiment.SuccessRates;
import lemmata.experiment.Tally;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// Runs from the spurious point itself, and what their counts say.
public final class AnnealingRuns {

    private static final int P = 6;
    private static final double TOLERANCE = 0.01;

    /// A probability that rounds to 100 %.
    private static final double LEAST = 0.995;

    /// Times the trials at the deep budget.
    private static final int DEEPER = 8;

    /// Domain of the seeds of cells.
    private static final int DOMAIN = 21;

    /// Both tails together.
    private static final double LEVEL = 1 - 2 * Run.FALSE_ALARM;

    private AnnealingRuns() {}

    /// What is claimed of the probability to converge.
    public enum Claim {
        /// At least 99.5 %.
        ALL("all"),
        /// 0.
        NONE("none"),
        /// Below 1.
        NOT_ALL("not all"),
        /// Below ½.
        FEWER_THAN_HALF("fewer than half");

        private final String words;

        Claim(String words) {
            this.words = words;
        }

        /// Sampled if a tally bears the claim out, for ALL if no run failed; violated if it refutes it by its exact
        /// interval; else abstained.
        public Verdict verdict(Tally tally) {
            BinomialInterval interval = tally.interval(LEVEL);
            boolean some = tally.trials() > 0;
            return switch (this) {
                case ALL -> of(some && tally.successes() == tally.trials(), interval.high() < LEAST);
                case NONE -> of(some && tally.successes() == 0, tally.successes() > 0);
                case NOT_ALL -> of(tally.successes() < tally.trials(), false);
                case FEWER_THAN_HALF -> of(interval.high() < 0.5, interval.low() > 0.5);
            };
        }

        private static Verdict of(boolean holds, boolean refuted) {
            return holds ? Verdict.SAMPLED : refuted ? Verdict.VIOLATED : Verdict.ABSTAINED;
        }

        /// Whether a tally bears it out.
        public boolean holds(Tally tally) {
            return verdict(tally) == Verdict.SAMPLED;
        }
    }

    /// Runs with ‖a*‖ = 1 and p = 6 from (−w*, ā), under the poster's reading.
    public static Tally tally(Method method, int k, double q, Recipe recipe, long seed, int trials) {
        SuccessRates.Common common = new SuccessRates.Common(P, 1, Generator.PHILOX, seed);
        Entry entry =
                new Entry("", "", SuccessRates.cell(common, method, Reading.POSTER, Start.SPURIOUS, k, q, recipe));
        SuccessRates runs = new SuccessRates(SuccessRates.fastBits(), 0, trials, TOLERANCE);
        try {
            return runs.run(entry, Runtime.getRuntime().availableProcessors(), () -> false)
                    .map(Row::tally)
                    .orElse(Tally.NONE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Tally.NONE;
        }
    }

    /// What runs of a cell are claimed to do.
    record Cell(String words, Method method, int k, double q, Recipe recipe, int trials, Claim claim) {

        /// With so many times the trials.
        Cell times(int factor) {
            return new Cell(words, method, k, q, recipe, factor * trials, claim);
        }

        Evidence evidence(long seed, String left) {
            Tally tally = tally(method, k, q, recipe, seed, trials);
            BinomialInterval interval = tally.interval(LEVEL);
            String detail = String.format(
                    Locale.ROOT,
                    "p = 6, k = %d, q = %.0f: %d of %d converged, %d trapped, %d undecided, %d diverged; probability"
                            + " in [%.3f, %.3f] but for 2e-10%s",
                    k,
                    q,
                    tally.successes(),
                    tally.trials(),
                    tally.trapped(),
                    tally.undecided(),
                    tally.diverged(),
                    interval.low(),
                    interval.high(),
                    left);
            String what = words + ": " + claim.words + " of the runs converge";
            return new Evidence("runs", claim.verdict(tally), what, tally.trials(), Double.NaN, detail);
        }
    }

    /// Evidence of the first `least` cells at quick, of all at the other budgets.
    static Procedure cells(int least, List<Cell> cells) {
        return run -> {
            boolean quick = run.budget() == Budget.QUICK;
            List<Cell> chosen = quick ? cells.subList(0, least) : cells;
            String left = quick && least < cells.size() ? "; quick: " + least + " of " + cells.size() + " cells" : "";
            int times = run.budget() == Budget.DEEP ? DEEPER : 1;
            return IntStream.range(0, chosen.size())
                    .mapToObj(i -> chosen.get(i).times(times).evidence(own(run.seed(), i), left))
                    .toList();
        };
    }

    /// A seed for each cell, and none of the seeds with which the schedules were found.
    private static long own(long seed, int cell) {
        return Philox.at(seed, DOMAIN, cell, 0).low();
    }
}
