package lemmata.audit;

/// What is said of a theorem at one configuration, from the best to the worst.
public enum Ruling {
    /// A theorem of Lemmata promises as much or more.
    HOLDS("holds by ", 0),
    /// Runs agree, as far as they went.
    SAMPLED(Verdict.SAMPLED.words(), 0),
    /// No step lies in the interval of the promise.
    VACUOUS(Verdict.VACUOUS.words(), 0),
    /// The theorem says nothing here.
    HYPOTHESIS_NOT_MET(Verdict.HYPOTHESIS_NOT_MET.words(), 0),
    /// Runs did not go far enough, or left it open.
    ABSTAINED(Verdict.ABSTAINED.words(), 3),
    /// Runs break the promise more often than it allows.
    VIOLATED(Verdict.VIOLATED.words(), 1);

    private final String words;
    private final int exitCode;

    Ruling(String words, int exitCode) {
        this.words = words;
        this.exitCode = exitCode;
    }

    /// The exit code of a command that ends with it: 0, 3 if it is open, 1 if it is violated.
    public int exitCode() {
        return exitCode;
    }

    /// A ruling with its reason.
    ///
    /// @param ruling what is said
    /// @param theorem that it is said by; empty unless [#HOLDS]
    /// @param reason why, in a line
    public record Finding(Ruling ruling, String theorem, String reason) {

        static Finding of(Ruling ruling, String reason) {
            return new Finding(ruling, "", reason);
        }

        /// The words of the reports, such as `holds by theorem.Escape`.
        public String words() {
            return ruling.words + theorem;
        }
    }
}
