package lemmata.audit;

import java.util.List;
import java.util.stream.Stream;

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

    /// The same with what Coq said, as further evidence.
    Judgement with(Proofs proofs) {
        return new Judgement(
                subject,
                Stream.concat(evidence.stream(), proofs.evidence(subject).stream())
                        .toList());
    }

    /// Whether arithmetic, not sampling, has decided some claim for all cases.
    public boolean certificate() {
        return evidence.stream()
                .anyMatch(one -> one.verdict() == Verdict.CERTIFIED || one.verdict() == Verdict.HOLDS_EXACTLY);
    }

    /// What Coq made of it in this run: `proved`, `proved in part`, `refuted` or `not accepted`; empty if nothing.
    public String proof() {
        return evidence.stream()
                .filter(one -> one.method().equals(Proofs.METHOD))
                .map(one -> one.verdict() == Verdict.ABSTAINED ? "not accepted" : one.claim())
                .findFirst()
                .orElse("");
    }

    /// The reddest verdict among the evidence.
    public Verdict verdict() {
        return evidence.stream().map(Evidence::verdict).reduce(Verdict.PROVED, Verdict::weaker);
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
