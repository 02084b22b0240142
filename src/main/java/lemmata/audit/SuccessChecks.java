package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Cell;
import lemmata.experiment.Entry;
import lemmata.experiment.Recipe;
import lemmata.experiment.Row;
import lemmata.experiment.SuccessRates;
import lemmata.experiment.Tally;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// Runs of the cells of experiment.SuccessRates, and whether they leave "100%" standing.
public final class SuccessChecks {

    /// τ of all outcomes.
    public static final double TOLERANCE = 0.01;

    /// What a printed 100 % leaves to failures: all that rounds to it is at least 99.5 %.
    public static final double ROUNDED = 0.005;

    /// Domain of the seeds of cells.
    private static final int DOMAIN = 14;

    /// A cell of the grid.
    ///
    /// @param k number of patches
    /// @param q (1ᵀa*)²/‖a*‖²
    /// @param start where runs begin
    public record Place(int k, double q, Start start) {}

    private SuccessChecks() {}

    /// Every k with every q from every start.
    public static List<Place> places(List<Integer> ks, List<Double> qs, List<Start> starts) {
        List<Place> places = new ArrayList<>();
        for (int k : ks) {
            for (double q : qs) {
                starts.forEach(start -> places.add(new Place(k, q, start)));
            }
        }
        return places;
    }

    /// A cell run at p = 6, ‖a*‖ = `norm` under RADIAL × NETWORK.
    public static Row run(Method method, Recipe recipe, Place at, double norm, int trials, long seed) {
        SuccessRates.Common common = new SuccessRates.Common(SuccessRates.P, norm, Generator.PHILOX, seed);
        Cell cell = SuccessRates.cell(common, method, Reading.POSTER, at.start, at.k, at.q, recipe);
        SuccessRates rates = new SuccessRates(SuccessRates.fastBits(), 0, trials, TOLERANCE);
        try {
            return rates.run(
                            new Entry("audit", at.toString(), cell),
                            Runtime.getRuntime().availableProcessors(),
                            () -> false)
                    .orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// SuccessRates/S3, S4: no run of any cell fails. Violated if the failures of a cell refute a failure probability
    /// of ½ %; a few failures decide nothing.
    public static Evidence converges(Method method, Recipe recipe, List<Place> places, int trials, long seed) {
        List<String> failed = new ArrayList<>();
        Verdict verdict = Verdict.SAMPLED;
        int cell = 0;
        for (Place at : places) {
            Tally tally = run(method, recipe, at, 1, trials, own(seed, cell++)).tally();
            long failures = trials - tally.successes();
            if (failures > 0) {
                failed.add(String.format(
                        Locale.ROOT, "%d of %d at k = %d, q = %.0f, %s", failures, trials, at.k, at.q, at.start));
            }
            verdict = verdict.weaker(rare(failures, trials, Run.FALSE_ALARM / places.size()));
        }
        long all = (long) trials * places.size();
        String detail = String.format(
                Locale.ROOT,
                "%d of %d cells (start, k, q), %d trials each, p = 6, ‖a*‖ = 1; failed: %s; %s",
                places.size(),
                Start.values().length * SuccessRates.K.size() * SuccessRates.Q.size(),
                trials,
                failed.isEmpty() ? "none" : String.join("; ", failed),
                power(all));
        return new Evidence("runs", verdict, "every run converges", all, Double.NaN, detail);
    }

    private static String power(long trials) {
        double found = interval(0, trials).high();
        return String.format(
                Locale.ROOT, "false alarm ≤ %.0e, finds a mean failure probability of %.2g", Run.FALSE_ALARM, found);
    }

    /// The seed of a cell: cells of one evidence must be independent.
    static long own(long seed, int cell) {
        return Philox.at(seed, DOMAIN, cell, 0).low();
    }

    /// Clopper and Pearson's interval, each end of which errs with probability at most [Run#FALSE_ALARM].
    static BinomialInterval interval(long count, long n) {
        return BinomialInterval.of(count, n, 1 - 2 * Run.FALSE_ALARM);
    }

    /// The verdict on a failure probability of at most [#ROUNDED]: sampled if none of n runs failed, violated if the
    /// failures refute it with a given false alarm, else abstained.
    public static Verdict rare(long failures, long n, double alarm) {
        if (refutes(failures, n, ROUNDED, alarm)) {
            return Verdict.VIOLATED;
        }
        return n > 0 && failures == 0 ? Verdict.SAMPLED : Verdict.ABSTAINED;
    }

    /// The failure probability at which [#rare] is violated with probability 1 − [Run#FALSE_ALARM] at least.
    static double refuted(long n) {
        long allowed = 0;
        while (allowed < n && !refutes(allowed + 1, n, ROUNDED, Run.FALSE_ALARM)) {
            allowed++;
        }
        return interval(allowed, n).high();
    }

    /// Whether so many of n refute a probability of at most `limit`, with a given false alarm.
    public static boolean refutes(long count, long n, double limit, double alarm) {
        return BinomialInterval.of(count, n, 1 - 2 * alarm).low() > limit;
    }
}
