package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lemmata.audit.Judgement.Standing;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static Judgement judgement(String recorded, Verdict... verdicts) {
        Subject subject = new Subject("loss.Angle/S1", "title", "source", recorded, "", Backing.NONE);
        return new Judgement(
                subject,
                List.of(verdicts).stream()
                        .map(verdict -> new Evidence("sample", verdict, "claim", 1, 0.5, ""))
                        .toList());
    }

    @Test
    void theVerdictIsThatOfTheWeakestEvidence() {
        assertThat(judgement("", Verdict.HOLDS_EXACTLY, Verdict.SAMPLED, Verdict.CERTIFIED)
                        .verdict())
                .isEqualTo(Verdict.SAMPLED);
        assertThat(judgement("", Verdict.SAMPLED, Verdict.ABSTAINED).verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(judgement("", Verdict.VIOLATED, Verdict.ABSTAINED).verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void somethingAssertedMustHold() {
        assertThat(judgement("", Verdict.SAMPLED).standing()).isEqualTo(Standing.AS_EXPECTED);
        assertThat(judgement("", Verdict.VIOLATED).standing()).isEqualTo(Standing.BROKEN);
        for (Verdict open : List.of(Verdict.ABSTAINED, Verdict.VACUOUS, Verdict.HYPOTHESIS_NOT_MET, Verdict.NOT_READ)) {
            assertThat(judgement("", open).standing()).as(open.words()).isEqualTo(Standing.UNDECIDED);
        }
    }

    @Test
    void aFindingMustBeAsRecorded() {
        assertThat(judgement("violated", Verdict.VIOLATED).standing()).isEqualTo(Standing.AS_EXPECTED);
        assertThat(judgement("violated", Verdict.SAMPLED).standing()).isEqualTo(Standing.BROKEN);
        assertThat(judgement("violated", Verdict.ABSTAINED).standing()).isEqualTo(Standing.BROKEN);
        assertThat(judgement("holds", Verdict.VIOLATED).standing()).isEqualTo(Standing.BROKEN);
        assertThat(judgement("holds", Verdict.HYPOTHESIS_NOT_MET).standing()).isEqualTo(Standing.UNDECIDED);
        assertThat(judgement("not read", Verdict.NOT_READ).standing()).isEqualTo(Standing.AS_EXPECTED);
        assertThat(judgement("not read", Verdict.SAMPLED).standing()).isEqualTo(Standing.BROKEN);
    }

    @Test
    void theExitCodeIsThatOfTheWorstStanding() {
        Run run = new Run(1, Budget.QUICK);
        Judgement fine = judgement("", Verdict.SAMPLED);
        Judgement open = judgement("", Verdict.ABSTAINED);
        Judgement broken = judgement("", Verdict.VIOLATED);
        assertThat(new Audit(run, List.of(fine), Proofs.NOT_ASKED).standing().exitCode())
                .isZero();
        assertThat(new Audit(run, List.of(fine, open), Proofs.NOT_ASKED)
                        .standing()
                        .exitCode())
                .isEqualTo(3);
        assertThat(new Audit(run, List.of(open, broken, fine), Proofs.NOT_ASKED)
                        .standing()
                        .exitCode())
                .isEqualTo(1);
        assertThat(new Audit(run, List.of(), Proofs.NOT_ASKED).standing().exitCode())
                .isEqualTo(3);
    }
}
