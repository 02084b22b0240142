package lemmata.audit;

import java.util.Locale;

/// How much an audit spends.
public enum Budget {
    /// Seconds.
    QUICK(60, 1 << 17, 4),
    /// Under a minute on two cores.
    STANDARD(500, 1 << 20, 6),
    /// Twenty times the cases of standard, sixteen times its samples.
    DEEP(10_000, 1 << 23, 12);

    private final int cases;
    private final int samples;
    private final int points;

    Budget(int cases, int samples, int points) {
        this.cases = cases;
        this.samples = samples;
        this.points = points;
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

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
