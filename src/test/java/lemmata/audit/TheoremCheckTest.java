package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lemmata.audit.PromiseRuns.Look;
import lemmata.audit.Ruling.Finding;
import lemmata.audit.TheoremCheck.Form;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules by which a theorem is judged at a configuration, one configuration for each ruling and more.
class TheoremCheckTest {

    private static final Opening RANDOM = Opening.of(Start.RANDOM);
    private static final Opening SPURIOUS = Opening.of(Start.SPURIOUS);

    @Test
    void aSmallTeacherViolatesTheoremOneAsPrinted() {
        TheoremCheck check = escape(Form.PRINTED, at(2, 2, 0, 0.1, 16, 1, 2.12e-4, 0.1), RANDOM);
        PromiseRuns runs = check.runs(200, 100_000, 0).orElseThrow();
        check.run(runs, 2, () -> false);
        Finding finding = check.finding(Optional.of(runs), 100_000);
        assertThat(finding.ruling()).isEqualTo(Ruling.VIOLATED);
        assertThat(finding.ruling().exitCode()).isEqualTo(1);
        assertThat(finding.reason()).contains(" of 200 runs were outside at step 3675; run: ", "δ = 0.1");
        assertThat(runs.looks()).as("stops as soon as it is refuted").hasSize(1);
        Look look = check.witness(Optional.of(runs)).orElseThrow();
        assertThat(look.outside()).isBetween(130, 190);
        assertThat(check.suffices(look, runs)).isTrue();
    }

    @Test
    void theSpuriousPointViolatesTheoremTwoAsPrinted() {
        TheoremCheck check = convergence(Form.PRINTED, at(2, 2, 0, 1, 0.1, 0.1, 3e-4, 0.5), 1, SPURIOUS);
        assertThat(ruling(check, 20, 100_000)).isEqualTo(Ruling.VIOLATED);
        assertThat(remarks(check, false))
                .anyMatch(remark -> remark.contains("names no start"))
                .anyMatch(remark -> remark.contains("not within 0 < aᵀa*"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1e20})
    void aLargeTeacherLeavesTheoremOneEmpty(double norm) {
        TheoremCheck check = escape(Form.PRINTED, at(2, 2, 0, norm, 16, 1, 2.12e-4, 1), RANDOM);
        assertThat(ruling(check, 10, 10)).isEqualTo(Ruling.VACUOUS);
        assertThat(check.runs(10, Long.MAX_VALUE, 0)).isEmpty();
    }

    @Test
    void aMissedHypothesisIsNeverAViolation() {
        assertMissed(escape(Form.PRINTED, at(2, 2, 0, 1, 16, 1, 2.2e-4, 1), RANDOM), "η ≤ C_η");
        assertMissed(escape(Form.PRINTED, at(2, 2, 0, 1, 0.99, 1, 2e-4, 1), RANDOM), "1 ≤ ρ_w");
        assertMissed(escape(Form.PRINTED, at(2, 2, 0, 1, 16, 1, 2e-4, 1), SPURIOUS), "‖a₀‖ ≤ |1ᵀa*|/√k");
        assertMissed(convergence(Form.PRINTED, at(2, 2, 0, 1, 0.1, 2, 3e-4, 0.5), 1, RANDOM), "ρ_a ≤ C_a");
        assertMissed(escape(Form.REPAIRED, at(1, 2, 0, 1, 4, 1, 1e-9, 1), RANDOM), "2 ≤ p");
        assertMissed(escape(Form.REPAIRED, at(2, 2, 0, 0, 4, 1, 1e-9, 1), RANDOM), "a* ≠ 0");
        assertMissed(escape(Form.REPAIRED, at(2, 2, 0, 1, 8, 0, 1e-9, 1), RANDOM), "0 < d₋ for certain");
        assertMissed(convergence(Form.REPAIRED, at(2, 2, 0, 1, 0, 0, 1e-9, 2), 1, RANDOM), "γ ≤ 1");
        assertMissed(convergence(Form.REPAIRED, at(2, 2, 0, 1, 0, 0, 1e-9, 0.5), 1, RANDOM), "P(φ₀ > 5π/12) ≤ δ/2");
        assertMissed(convergence(Form.REPAIRED, at(2, 2, 0, 1, 0, 0, 1e-9, 0.5), 1, SPURIOUS), "φ₀ ≤ 5π/12");
        Reading unit = Reading.of("UNIT,NETWORK");
        EscapeBox box = new EscapeBox(at(2, 2, 0, 1, 16, 0, 1e-9, 1), EscapeBox.Scale.UNIT);
        assertMissed(TheoremCheck.escape(Form.REPAIRED, box, setup(unit), RANDOM), "reading RADIAL,NETWORK");
    }

    @Test
    void theRepairedTheoremHoldsUpToItsLargestStep() {
        TheoremForm wide =
                escape(Form.REPAIRED, at(2, 2, 2, 3, 8, 0, 1e-3, 1), RANDOM).asked();
        assertThat(wide.applies()).isFalse();
        assertThat(wide.promise()).isEmpty();
        assertThat(wide.largestStep()).isBetween(1e-12, 1e-9);
        TheoremCheck repaired = escape(Form.REPAIRED, at(2, 2, 2, 3, 8, 0, wide.largestStep(), 1), RANDOM);
        assertThat(finding(repaired, 10, 1000).words()).isEqualTo("holds by theorem.Escape");
        assertThat(repaired.asked().promise().orElseThrow().probability()).isEqualTo(0.9);
    }

    @Test
    void wherePrintedPromisesLessItHoldsByTheRepairedTheorem() {
        TheoremCheck check = escape(Form.PRINTED, at(2, 2, 2, 3, 8, 0, 4e-11, 1), RANDOM);
        Promise less = check.asked().promise().orElseThrow();
        Promise more = check.other().promise().orElseThrow();
        assertThat(more.from()).isLessThan(less.from());
        assertThat(more.region().least()).isPositive();
        Finding finding = finding(check, 10, 1000);
        assertThat(finding.ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(finding.reason()).contains("its conditions are met; no run goes as far as step ");
        TheoremCheck earlier = escape(Form.PRINTED, at(2, 2, 2, 1, 8, 0, 1e-9, 1), RANDOM);
        assertThat(earlier.other().applies()).isTrue();
        assertThat(ruling(earlier, 10, 1000)).as("T₁ is too small for it").isEqualTo(Ruling.ABSTAINED);
    }

    @Test
    void runsAgreeWithTheoremTwoAsRepaired() {
        Configuration at = at(2, 1, 1, 1, 0, 0, 5e-4, 0.5);
        Opening near = Opening.at(2, at.target(), new LumpedState(0.8, 0.6, 1, 0, 0));
        TheoremCheck check = convergence(Form.PRINTED, at, 130, near);
        Finding finding = finding(check, 2, 2_000_000);
        assertThat(finding.words()).isEqualTo("holds by theorem.Convergence");
        assertThat(finding.reason()).contains("0 of 2 runs were outside at one of 3 looks from step ");
        assertThat(remarks(check, false)).anyMatch(remark -> remark.contains(": within 0 < aᵀa*"));
    }

    @Test
    void aTeacherWithoutASpuriousMinimumIsSampledWithoutViolation() {
        TheoremCheck check = escape(Form.PRINTED, half(at(2, 2, 2, 1.5, 2, 0, 7e-4, 1)), RANDOM);
        assertThat(check.other().applies()).isFalse();
        Finding finding = finding(check, 40, 70_000);
        assertThat(finding.words()).as(finding.reason()).isEqualTo("sampled without violation");
        assertThat(finding.reason())
                .contains("at one of 2 looks from step 647", " to 70000; run: 0.00", " of the 1.976e+06 steps");
        assertThat(remarks(check, true)).anyMatch(remark -> remark.contains("there is no spurious minimum to leave"));
    }

    @Test
    void whatRunsCannotReachOrDecideIsAbstainedFrom() {
        TheoremCheck far = escape(Form.PRINTED, at(8, 2, 0, 1, 134.4, 1, 1.294e-8, 1), RANDOM);
        assertThat(far.runs(10, 1_000_000, 0)).isEmpty();
        Finding finding = far.finding(Optional.empty(), 1_000_000);
        assertThat(finding.ruling()).isEqualTo(Ruling.ABSTAINED);
        assertThat(finding.ruling().exitCode()).isEqualTo(3);
        assertThat(finding.reason())
                .isEqualTo("the promise begins at step 5.17116e+10, beyond the 1000000 that were allowed;"
                        + " run: 0 of the 5.972e+15 steps promised");
        Configuration at = at(2, 1, 1, 1, 0, 0, 4e-3, 0.5);
        Opening near = Opening.at(2, at.target(), new LumpedState(0.8, 0.6, 1, 0, 0));
        assertThat(finding(convergence(Form.PRINTED, at, 1, near), 10, 1000).reason())
                .contains("0 of 10 runs", "so few cannot show it, 219 might");
        assertThat(ruling(convergence(Form.PRINTED, at, 1, near), 219, 1000)).isEqualTo(Ruling.SAMPLED);
    }

    @Test
    void whatThePrintedTheoremDoesNotExcludeIsJudged() {
        TheoremCheck flat = escape(Form.PRINTED, at(1, 2, 0, 1, 4, 1, 0.01, 1), RANDOM);
        assertThat(ruling(flat, 100, 3000)).isEqualTo(Ruling.VIOLATED);
        assertThat(remarks(flat, true)).anyMatch(remark -> remark.startsWith("p = 1"));
        TheoremCheck zero = escape(Form.PRINTED, at(2, 2, 0, 0, 16, 1, 2e-4, 1), RANDOM);
        assertThat(ruling(zero, 100, 1)).as("T₁ = 0").isEqualTo(Ruling.VIOLATED);
        assertThat(remarks(zero, true)).anyMatch(remark -> remark.startsWith("a* = 0"));
    }

    @Test
    void aRunThatDivergesIsOutside() {
        TheoremCheck check = escape(Form.PRINTED, at(2, 2, 0, 0.1, 1e5, 1, 2e-4, 1), RANDOM);
        PromiseRuns runs = check.runs(40, 10_000, 0).orElseThrow();
        check.run(runs, 1, () -> false);
        assertThat(runs.looks().getFirst().diverged()).isEqualTo(40);
        assertThat(check.finding(Optional.of(runs), 10_000).ruling()).isEqualTo(Ruling.VIOLATED);
        assertThat(TheoremRemarks.of(check, true, Optional.of(runs)))
                .anyMatch(remark -> remark.contains("the mean of a grows"))
                .anyMatch(remark -> remark.contains("40 runs diverged"));
    }

    @Test
    void looksAreAtTheFirstStepItsDoublesAndTheLast() {
        Configuration at = at(2, 1, 1, 1, 0, 0, 4e-3, 2);
        PromiseRuns runs =
                new PromiseRuns(RANDOM.chain(setup(Reading.POSTER), 2, at.target(), 0), at, everywhere(), 3, 0, 9);
        runs.run(0.5, 1, () -> false);
        assertThat(runs.looks()).extracting(Look::step).containsExactly(0L, 1L, 2L, 4L, 8L, 9L);
        assertThat(runs.isComplete()).isTrue();
        assertThat(runs.failures()).isZero();
        assertThat(runs.reached()).isEqualTo(9);
        PromiseRuns one =
                new PromiseRuns(RANDOM.chain(setup(Reading.POSTER), 2, at.target(), 0), at, everywhere(), 3, 7, 7);
        one.run(0.5, 1, () -> false);
        assertThat(one.looks()).extracting(Look::step).containsExactly(7L);
        assertThat(one.looks().getFirst().digest())
                .as("as a simulation says it")
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsStoppedIsAbstainedFrom() {
        TheoremCheck check = escape(Form.PRINTED, at(2, 2, 0, 0.1, 16, 1, 2.12e-4, 1), RANDOM);
        PromiseRuns runs = check.runs(100, 100_000, 0).orElseThrow();
        check.run(runs, 1, () -> true);
        assertThat(runs.isComplete()).isFalse();
        assertThat(check.finding(Optional.of(runs), 100_000).reason())
                .startsWith("interrupted; no run has reached step 3675");
        check.run(runs, 1, () -> false);
        assertThat(check.finding(Optional.of(runs), 100_000).ruling())
                .as("and goes on")
                .isEqualTo(Ruling.VIOLATED);
    }

    @Test
    void theErrorInAIsRelativeInTheRepairedTheoremAndInsideThePrintedOneForComparison() {
        for (double norm : new double[] {0.01, 1, 7, 1e10}) {
            Configuration at = at(2, 2, 1, norm, 0, 0, 1e-9, 0.3);
            double gamma = TheoremForm.relative(at.target(), at.gamma());
            assertThat(gamma).isPositive().isLessThanOrEqualTo(0.3);
            assertThat(gamma * (at.target().norm() * at.target().norm())).isLessThanOrEqualTo(0.3);
            assertThat(gamma * Math.max(1, norm * norm)).isGreaterThan(0.3 * (1 - 1e-12));
        }
    }

    private static Region everywhere() {
        double all = Double.POSITIVE_INFINITY;
        return new Region(-all, all, all, all, all);
    }

    private static void assertMissed(TheoremCheck check, String name) {
        Finding finding = finding(check, 5, 100);
        assertThat(finding.ruling()).isEqualTo(Ruling.HYPOTHESIS_NOT_MET);
        assertThat(finding.ruling().exitCode()).isZero();
        assertThat(finding.reason()).contains(name);
        assertThat(check.asked().missed()).extracting(Hypothesis::name).anyMatch(each -> each.startsWith(name));
        assertThat(check.runs(5, Long.MAX_VALUE, 0)).as("nothing runs").isEmpty();
    }

    private static Ruling ruling(TheoremCheck check, int trials, long most) {
        return finding(check, trials, most).ruling();
    }

    private static Finding finding(TheoremCheck check, int trials, long most) {
        Optional<PromiseRuns> runs = check.runs(trials, most, 0);
        runs.ifPresent(some -> check.run(some, 2, () -> false));
        return check.finding(runs, most);
    }

    private static List<String> remarks(TheoremCheck check, boolean namesStart) {
        return TheoremRemarks.of(check, namesStart, Optional.empty());
    }

    private static Configuration at(
            int p, int k, double q, double norm, double rhoW, double rhoA, double eta, double gamma) {
        return new Configuration(Target.of(k, q, norm), p, rhoW, rhoA, eta, gamma, 0.1);
    }

    /// The same with δ = ½.
    private static Configuration half(Configuration at) {
        return new Configuration(at.target(), at.p(), at.rhoW(), at.rhoA(), at.eta(), at.gamma(), 0.5);
    }

    private static TheoremCheck escape(Form form, Configuration at, Opening opening) {
        return TheoremCheck.escape(form, new EscapeBox(at, EscapeBox.Scale.UNIT), setup(opening), opening);
    }

    private static TheoremCheck convergence(Form form, Configuration at, double burnIn, Opening opening) {
        ConvergenceBox.Scale scale = new ConvergenceBox.Scale(1, 1, 1, burnIn, 1);
        return TheoremCheck.convergence(form, new ConvergenceBox(at, scale), setup(opening), opening);
    }

    private static Setup setup(Opening opening) {
        return new Setup(Method.PGD, Reading.POSTER, 1, opening.start(), Generator.SPLITMIX, 1);
    }

    private static Setup setup(Reading reading) {
        return new Setup(Method.PGD, reading, 1, Start.RANDOM, Generator.SPLITMIX, 1);
    }
}
