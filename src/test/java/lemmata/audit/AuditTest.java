package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
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
    void evenAQuickMonteCarloTellsWrongLossesFromTheRightOne() {
        assertThat(lossVerdict(PopulationLoss::at)).isEqualTo(Verdict.SAMPLED);
        Map<String, ScalarFormula> wrong = Map.of(
                "½ dropped", (teacher, student) -> 2 * PopulationLoss.at(teacher, student),
                "r ignored",
                        (teacher, student) -> PopulationLoss.at(
                                teacher, new Student(SphereProjection.project(student.w()), student.a())),
                "σ² for one patch only", AuditTest::withoutCrossTerms);
        wrong.forEach((slip, loss) -> assertThat(lossVerdict(loss)).as(slip).isEqualTo(Verdict.VIOLATED));
    }

    @Test
    void evenAQuickMonteCarloTellsWrongKernelsFromTheRightOne() {
        assertThat(kernelVerdict(AngleKernel::g)).isEqualTo(Verdict.SAMPLED);
        assertThat(kernelVerdict(phi -> Math.PI * Math.cos(phi / 2) * Math.cos(phi / 2)))
                .isEqualTo(Verdict.VIOLATED);
        assertThat(kernelVerdict(phi -> Math.PI * Math.cos(phi))).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aTestThatCouldNotFindAnythingIsAnAbstention() {
        MeanTest blind = MeanTest.of(new double[] {1, 1, 1}, 1, 0, 1, 1e-10);
        assertThat(blind.rejects()).isFalse();
        assertThat(blind.detectable()).isInfinite();
    }

    @Test
    void anExceptionOnLegalInputIsAViolation() {
        Evidence refusing = QUICK.sample("refuses", draw -> {
            throw new IllegalArgumentException("not for me");
        });
        assertThat(refusing.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(refusing.detail()).contains("witness Draw[");
    }

    private static Verdict lossVerdict(ScalarFormula loss) {
        return QUICK.lossMean("L", loss, 1, 99).verdict();
    }

    private static Verdict kernelVerdict(DoubleUnaryOperator g) {
        ScalarFormula onePatch = (teacher, student) ->
                0.5 - g.applyAsDouble(Angle.between(student.w(), teacher.w()).phi()) / (2 * Math.PI);
        return QUICK.kernelMean("g", onePatch, 98).verdict();
    }

    /// π‖δ‖² for σ² + (π−1)‖δ‖²: right for k = 1.
    private static double withoutCrossTerms(Teacher teacher, Student student) {
        double r = Vectors.length(student.w());
        double[] a = student.a();
        double[] aStar = teacher.a();
        double square = 0;
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double delta = r * a[j] - aStar[j];
            square += delta * delta;
            sum += delta;
        }
        return PopulationLoss.at(teacher, student) + (square - sum * sum) / (4 * Math.PI);
    }

    @Test
    void aStatementWithoutProcedureIsAbstainedFrom() {
        Subject unknown = new Subject("loss.Unknown/S1", "unknown", "ours", "", "", Backing.NONE);
        Audit audit = Audit.of(List.of(unknown), QUICK, judgement -> {});
        assertThat(audit.judgements().getFirst().verdict()).isEqualTo(Verdict.ABSTAINED);
        assertThat(audit.standing().exitCode()).isEqualTo(3);
    }

    @Test
    void theReportsAreTheSameTwice() {
        List<Subject> subjects = List.of(
                new Subject("loss.AngleKernel/S4", "accuracy", "ours", "", "", Backing.NONE),
                new Subject(
                        "landscape.SpuriousOptimum/S6",
                        "existence",
                        "poster",
                        "violated",
                        "only below 1 + (k−1)/π",
                        Backing.NONE));
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
        Subject recordedAsHolding =
                new Subject("landscape.SpuriousOptimum/S6", "existence", "poster", "holds", "", Backing.NONE);
        Audit audit = Audit.of(List.of(recordedAsHolding), QUICK, judgement -> {});
        assertThat(JunitReport.of(audit)).contains("failures=\"1\"", "<failure message=\"violated, with witness\"");
        assertThat(new TextReport((text, colour) -> text).of(audit)).contains("! SpuriousOptimum/S6");
        assertThat(audit.standing().exitCode()).isEqualTo(1);
    }
}
