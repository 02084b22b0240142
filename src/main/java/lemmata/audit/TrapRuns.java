package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.PlainDescent;
import lemmata.experiment.Row;
import lemmata.experiment.Tally;
import lemmata.experiment.TrapPrediction;

/// Runs of gradient descent, and how many are trapped: what the poster says of it.
public final class TrapRuns {

    /// The poster's range.
    private static final double LEAST = 0.25;

    private static final double MOST = 0.75;

    /// Share of the runs that must be decided.
    private static final double DECIDED = 0.99;

    private TrapRuns() {}

    /// TrapPrediction/S1: how many runs from random starts are trapped, with the exact interval of their probability;
    /// the witness is a cell whose interval misses [¼, ¾].
    public static Evidence outside(String claim, int k, double q, int trials, long seed) {
        Row row = run(k, q, 1, trials, seed);
        BinomialInterval interval = interval(row.tally());
        TrapPrediction prediction = row.prediction().orElseThrow();
        String detail = String.format(
                Locale.ROOT,
                "p = 6, k = %d, q = %.0f (threshold %.2f), ‖a*‖ = 1: %s; limit for ‖a*‖ → 0: %.3g",
                k,
                q,
                prediction.threshold(),
                words(row.tally()),
                1 - prediction.limit());
        return Evidence.witness(claim, interval.high() < LEAST || interval.low() > MOST, detail);
    }

    /// TrapPrediction/S2: at q = 0 every decided run ends as the side of its start says, and the share that is trapped
    /// does not refute ½.
    ///
    /// @param places (k, ‖a*‖)
    /// @param chance of being trapped, put to the test
    public static Evidence half(List<double[]> places, int trials, long seed, double chance) {
        Tally all = Tally.NONE;
        boolean right = true;
        for (int i = 0; i < places.size(); i++) {
            double[] place = places.get(i);
            Row row = run((int) place[0], 0, place[1], trials, SuccessChecks.own(seed, i));
            TrapPrediction prediction = row.prediction().orElseThrow();
            all = all.plus(row.tally());
            right &= prediction.hits() == prediction.decided();
        }
        BinomialInterval interval = interval(all);
        boolean holds = right && interval.low() <= chance && chance <= interval.high();
        boolean decided = all.successes() + all.trapped() >= DECIDED * all.trials();
        Verdict verdict = !holds ? Verdict.VIOLATED : decided ? Verdict.SAMPLED : Verdict.ABSTAINED;
        String cells = places.stream()
                .map(place -> String.format(Locale.ROOT, "(%.0f, %s)", place[0], place[1]))
                .collect(Collectors.joining(" "));
        String detail = "q = 0, p = 6, (k, ‖a*‖) = " + cells + ": " + words(all);
        return new Evidence(
                "runs", verdict, "trapped iff φ_0 > π/2, half of the runs", all.trials(), Double.NaN, detail);
    }

    private static String words(Tally tally) {
        BinomialInterval interval = interval(tally);
        return String.format(
                Locale.ROOT,
                "%d of %d trapped, %d undecided, probability in [%.2g, %.2g], false alarm ≤ 2e-10",
                tally.trapped(),
                tally.trials(),
                tally.undecided(),
                interval.low(),
                interval.high());
    }

    /// Of the probability to be trapped; undecided runs may be.
    private static BinomialInterval interval(Tally tally) {
        long most = tally.trapped() + tally.undecided();
        return new BinomialInterval(
                SuccessChecks.interval(tally.trapped(), tally.trials()).low(),
                SuccessChecks.interval(most, tally.trials()).high());
    }

    private static Row run(int k, double q, double norm, int trials, long seed) {
        SuccessChecks.Place at = new SuccessChecks.Place(k, q, Start.RANDOM);
        return SuccessChecks.run(Method.GD, PlainDescent.DEFAULT, at, norm, trials, seed);
    }
}
