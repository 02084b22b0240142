package lemmata.audit;

import java.util.Locale;

/// How much an audit spends.
public enum Budget {
    /// Seconds.
    QUICK(
            60,
            1 << 17,
            4,
            "Coq, unless told to ask it; 7 of 8 cases and samples of a standard audit; all but short runs, few trials"),
    /// Minutes.
    STANDARD(
            500,
            1 << 20,
            6,
            "19 of 20 cases and 7 of 8 samples of a deep audit; of a horizon η⁻² all but the steps that a line names"),
    /// Hours: twenty times the cases of standard, eight times its samples at twice the points.
    DEEP(
            10_000,
            1 << 23,
            12,
            "of a horizon η⁻² of more than hours all but the steps that a line names; other teachers, sizes, readings"
                    + " than each line names");

    private final int cases;
    private final int samples;
    private final int points;
    private final String leavesOut;

    Budget(int cases, int samples, int points, String leavesOut) {
        this.cases = cases;
        this.samples = samples;
        this.points = points;
        this.leavesOut = leavesOut;
    }

    /// Cases drawn for each sampled claim.
    public int cases() {
        return cases;
    }

    /// Samples of each Monte Carlo test.
    public int samples() {
        return samples;
    }

    /// Points at which each Monte Carlo test is made.
    public int points() {
        return points;
    }

    /// What an audit of this budget does not do, in words.
    public String leavesOut() {
        return leavesOut;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
