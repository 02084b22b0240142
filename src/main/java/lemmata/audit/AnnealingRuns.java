package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Recipe;
import lemmata.experiment.Tally;
import lemmata.rng.Philox;

/// Runs from the spurious point itself, and what their counts say.
public final class AnnealingRuns {

    /// Most of the runs: what too much noise does not let converge.
    private static final double MOST = 0.9;

    /// Times the trials at the deep budget.
    private static final int DEEPER = 8;

    /// Domain of the seeds of cells.
    private static final int DOMAIN = 21;

    private AnnealingRuns() {}

    /// What is claimed of the probability to converge.
    public enum Claim {
        /// At least 99.5 %.
        ALL("all"),
        /// 0.
        NONE("none"),
        /// Below 0.9.
        FEWER_THAN_MOST("fewer than 90 %"),
        /// Below ½.
        FEWER_THAN_HALF("fewer than half");

        private final String words;

        Claim(String words) {
            this.words = words;
        }

        /// Sampled if a tally bears the claim out, for ALL if no run failed; violated if it refutes it by its exact
        /// interval; else abstained.
        public Verdict verdict(Tally tally) {
            long n = tally.trials();
            return switch (this) {
                case ALL -> SuccessChecks.rare(n - tally.successes(), n, Run.FALSE_ALARM);
                case NONE -> of(n > 0 && tally.successes() == 0, tally.successes() > 0);
                case FEWER_THAN_MOST -> below(MOST, tally);
                case FEWER_THAN_HALF -> below(0.5, tally);
            };
        }

        private static Verdict below(double limit, Tally tally) {
            BinomialInterval interval = SuccessChecks.interval(tally.successes(), tally.trials());
            return of(interval.high() < limit, interval.low() > limit);
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
        SuccessChecks.Place at = new SuccessChecks.Place(k, q, Start.SPURIOUS);
        return SuccessChecks.run(method, recipe, at, 1, trials, seed).tally();
    }

    /// What runs of a cell are claimed to do.
    record Cell(String words, Method method, int k, double q, Recipe recipe, int trials, Claim claim) {

        /// With so many times the trials.
        Cell times(int factor) {
            return new Cell(words, method, k, q, recipe, factor * trials, claim);
        }

        Evidence evidence(long seed, String left) {
            Tally tally = tally(method, k, q, recipe, seed, trials);
            BinomialInterval interval = SuccessChecks.interval(tally.successes(), tally.trials());
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
