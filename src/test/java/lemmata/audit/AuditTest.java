package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lemmata.loss.PopulationLoss;
import org.junit.jupiter.api.Test;

/// What an audit says of right and of wrong code, and that it says the same twice.
class AuditTest {

    private static final Run QUICK = new Run(5, Budget.QUICK);

    @Test
    void rightCodeIsSampledWithoutViolationAndAMutantGetsAWitness() {
        Evidence right = QUICK.sample("loss", PopulationLossChecks.accuracy(PopulationLoss::at));
        assertThat(right.verdict()).isEqualTo(Verdict.SAMPLED);
        assertThat(right.worst()).isPositive().isLessThanOrEqualTo(1);
        Evidence doubled = QUICK.sample(
                "loss", PopulationLossChecks.accuracy((teacher, student) -> 2 * PopulationLoss.at(teacher, student)));
        assertThat(doubled.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(doubled.detail()).contains("witness Draw[");
    }

    @Test
    void nanIsAViolation() {
        assertThat(QUICK.sample("nan", PopulationLossChecks.accuracy((teacher, student) -> Double.NaN))
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aHypothesisThatNoCaseMeetsIsSaidSo() {
        Check never = PopulationLossChecks.accuracy(PopulationLoss::at).where(draw -> false);
        assertThat(QUICK.sample("never", never).verdict()).isEqualTo(Verdict.HYPOTHESIS_NOT_MET);
    }

    @Test
    void monteCarloRefutesTheLossWithoutItsHalf() {
        Evidence right = QUICK.monteCarlo("L", PopulationLoss::at, 1, false);
        assertThat(right.verdict()).isEqualTo(Verdict.SAMPLED);
        Evidence wrong =
                QUICK.monteCarlo("2L", (teacher, student) -> 2 * PopulationLoss.at(teacher, student), 1, false);
        assertThat(wrong.verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aStatementWithoutProcedureIsAbstainedFrom() {
        Subject unknown = new Subject("loss.Unknown/S1", "unknown", "ours", "", "");
        Audit audit = Audit.of(List.of(unknown), QUICK, judgement -> {});
        assertThat(audit.judgements().getFirst().verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(audit.standing().exitCode()).isEqualTo(3);
    }

    @Test
    void theReportsAreTheSameTwice() {
        List<Subject> subjects = List.of(
                new Subject("loss.AngleKernel/S4", "accuracy", "ours", "", ""),
                new Subject(
                        "landscape.SpuriousOptimum/S6", "existence", "poster", "violated", "only below 1 + (k−1)/π"));
        Audit one = Audit.of(subjects, QUICK, judgement -> {});
        Audit two = Audit.of(subjects, QUICK, judgement -> {});
        Map<String, String> versions = Map.of("lemmata", "test");
        assertThat(JsonReport.of(one, versions)).isEqualTo(JsonReport.of(two, versions));
        assertThat(JunitReport.of(one)).isEqualTo(JunitReport.of(two)).contains("tests=\"2\"", "failures=\"0\"");
        TextReport plain = new TextReport((text, colour) -> text);
        assertThat(plain.of(one)).isEqualTo(plain.of(two)).contains("~ SpuriousOptimum/S6", "violated, with witness");
    }

    @Test
    void aBrokenStatementIsAFailureInJunitAndMarkedInTheText() {
        Subject recordedAsHolding = new Subject("landscape.SpuriousOptimum/S6", "existence", "poster", "holds", "");
        Audit audit = Audit.of(List.of(recordedAsHolding), QUICK, judgement -> {});
        assertThat(JunitReport.of(audit)).contains("failures=\"1\"", "<failure message=\"violated, with witness\"");
        assertThat(new TextReport((text, colour) -> text).of(audit)).contains("! SpuriousOptimum/S6");
        assertThat(audit.standing().exitCode()).isEqualTo(1);
    }
}
