package lemmata.audit;

import java.util.List;

/// A statement with what a run found about it.
///
/// @param evidence at least one piece
public record Judgement(Subject subject, List<Evidence> evidence) {

    /// The exit codes of an audit, from the best to the worst.
    public enum Standing {
        /// A finding as recorded, or something asserted that holds.
        AS_EXPECTED(0),
        /// Only abstentions, missed hypotheses or empty conclusions.
        UNDECIDED(3),
        /// Something asserted is violated, or a finding is not as recorded.
        BROKEN(1);

        private final int exitCode;

        Standing(int exitCode) {
            this.exitCode = exitCode;
        }

        /// 0, 3 or 1.
        public int exitCode() {
            return exitCode;
        }
    }

    /// The reddest verdict among the evidence.
    public Verdict verdict() {
        return evidence.stream().map(Evidence::verdict).reduce(Verdict.HOLDS_EXACTLY, Verdict::weaker);
    }

    /// How the verdict compares with what was expected.
    public Standing standing() {
        Verdict verdict = verdict();
        boolean expected = switch (subject.recorded()) {
            case "violated" -> verdict == Verdict.VIOLATED;
            case "not read" -> verdict == Verdict.NOT_READ;
            default -> verdict.holds();
        };
        if (expected) {
            return Standing.AS_EXPECTED;
        }
        boolean undecided = verdict != Verdict.VIOLATED
                && !verdict.holds()
                && !subject.recorded().equals("violated");
        return undecided ? Standing.UNDECIDED : Standing.BROKEN;
    }
}
