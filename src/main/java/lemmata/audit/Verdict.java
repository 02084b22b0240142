package lemmata.audit;

/// What may be said of a statement, from the greenest to the reddest. Several pieces of evidence give the reddest of
/// them.
public enum Verdict {
    /// Coq has checked a proof in this run; the evidence says of how much of the statement.
    PROVED("proved"),
    /// Decided for the whole claim by exact arithmetic or by finite enumeration.
    HOLDS_EXACTLY("holds exactly"),
    /// Decided for the whole claim by outward-rounded interval arithmetic.
    CERTIFIED("certified"),
    /// No violation among the cases drawn; their number and the worst ratio to the bound are stated.
    SAMPLED("sampled without violation"),
    /// The hypothesis is met, but the conclusion is empty. No procedure gives it yet.
    VACUOUS("vacuous"),
    /// No case drawn meets the hypothesis.
    HYPOTHESIS_NOT_MET("hypothesis not met"),
    /// The sources at hand do not print what the statement is about.
    NOT_READ("not read in the sources"),
    /// Not decided; the reason is stated.
    ABSTAINED("abstained"),
    /// A witness contradicts the statement.
    VIOLATED("violated, with witness");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// The words of the reports.
    public String words() {
        return words;
    }

    /// Whether evidence of this kind stands behind the claim.
    public boolean holds() {
        return this == PROVED || this == HOLDS_EXACTLY || this == CERTIFIED || this == SAMPLED;
    }

    /// The redder of the two.
    public Verdict weaker(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
