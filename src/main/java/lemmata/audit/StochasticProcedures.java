package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedBatch;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PerturbedStochasticGradientDescent;
import lemmata.dynamics.StochasticGradientDescent;

/// The procedures of mini-batches, of the algorithms that use them, and of both lumped chains.
final class StochasticProcedures {

    private static final BatchChecks.Slopes SLOPES = (teacher, b, generator, seed, student, trial, step) ->
            new MiniBatchGradient(teacher, b, generator, seed).at(student, trial, step);

    private static final int POINTS = 12;

    private StochasticProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addBatches(procedures);
        addLumping(procedures);
    }

    private static void addBatches(Map<String, Procedure> to) {
        to.put(
                "dynamics.MiniBatchGradient/S1",
                all(
                        sampled("differences of the exact loss of the batch", BatchChecks.derivative(SLOPES)),
                        sampled("0 at the teacher", BatchChecks.zeroAtTeacher(SLOPES)),
                        sampled("a pure function", BatchChecks.pure(SLOPES))));
        to.put(
                "dynamics.MiniBatchGradient/S2",
                all(sampled("the mean of single inputs", BatchChecks.mean(SLOPES)), run -> List.of(unbiased(run))));
        to.put(
                "dynamics.StochasticGradientDescent/S1",
                all(
                        sampled("250 digits", StochasticChecks.step(StochasticGradientDescent::new, false)),
                        sampled("no noise in it", StochasticChecks.ignoresNoise(StochasticGradientDescent::new))));
        to.put(
                "dynamics.StochasticGradientDescent/S2",
                run -> List.of(Evidence.notRead(
                        "the poster prints no update of SGD", "it names SGD and SGD w./ SSA; ours is judged by S1")));
        to.put(
                "dynamics.PerturbedStochasticGradientDescent/S1",
                all(
                        sampled("250 digits", StochasticChecks.step(PerturbedStochasticGradientDescent::new, true)),
                        sampled("SGD without noise", StochasticChecks.quiet(PerturbedStochasticGradientDescent::new))));
        to.put("dynamics.PerturbedStochasticGradientDescent/S2", run -> List.of(lossAtSample()));
    }

    private static void addLumping(Map<String, Procedure> to) {
        to.put(
                "dynamics.LumpedChain/S1",
                all(
                        sampled("steps with common noise", LumpingChecks.coupled(LumpedChain::step, LumpedState::of)),
                        sampled(
                                "fifty steps with common noise",
                                LumpingChecks.coupledForLong(LumpedChain::step, LumpedState::of))));
        to.put("dynamics.LumpedChain/S2", run -> List.of(chainLaws(run)));
        to.put(
                "dynamics.LumpedChain/S3",
                sampled("observed = the student's", LumpingChecks.observed(Observation::of, LumpedState::of)));
        to.put("dynamics.LumpedChain/S4", sampled("the four words", LumpingChecks.fourWords(LumpedChain::step)));
        to.put(
                "dynamics.LumpedBatch/S1",
                sampled(
                        "steps with common inputs and noise",
                        BatchLumpingChecks.coupled(LumpedBatch::perturb, LumpedBatch::step)));
        to.put("dynamics.LumpedBatch/S2", run -> List.of(batchLaws(run)));
    }

    private static Evidence unbiased(Run run) {
        int inputs = run.budget().samples() >> 2;
        List<MeanTest> tests = new ArrayList<>();
        for (int b : new int[] {1, 4, 64}) {
            IntStream.range(0, POINTS)
                    .forEach(i -> tests.add(BatchChecks.unbiased(SLOPES, BatchChecks.point(i), b, inputs / b)));
        }
        double worst = tests.stream().mapToDouble(MeanTest::ratio).max().orElse(Double.NaN);
        double found = tests.stream()
                .mapToDouble(test -> test.detectable() / Math.sqrt(test.variance()))
                .max()
                .orElse(Double.NaN);
        boolean rejected = tests.stream().anyMatch(MeanTest::rejects);
        return new Evidence(
                "mean test",
                rejected ? Verdict.VIOLATED : Verdict.SAMPLED,
                "E = ∇L",
                (long) tests.size() * inputs,
                worst,
                String.format(
                        Locale.ROOT,
                        "false alarm ≤ %.0e, finds %.2g of the bound of the deviation",
                        tests.size() * BatchChecks.FALSE_ALARM,
                        found));
    }

    private static Evidence lossAtSample() {
        return Evidence.witness(
                "E_Z(f* − f)² is the squared error at Z^(t)",
                !StochasticChecks.isErrorAt(1) && !StochasticChecks.isErrorAt(-1),
                "p = k = 1, w = w*, a* = 1, a = 0: 1 at Z = 1, 0 at Z = −1, ½ in the mean");
    }

    private static Evidence chainLaws(Run run) {
        List<LawTest> tests = LumpedLaws.CASES.stream()
                .flatMap(each -> LumpedLaws.chain(LumpedChain::step, each, run.seed(), runs(run)).stream())
                .toList();
        return LawTest.evidence("full = lumped after three steps", tests, LumpedLaws.FALSE_ALARM);
    }

    private static Evidence batchLaws(Run run) {
        List<LawTest> tests = LumpedLaws.BATCHES.stream()
                .flatMap(each -> LumpedLaws.batch(LumpedBatch::new, each, run.seed(), runs(run)).stream())
                .toList();
        return LawTest.evidence("full = lumped after three steps", tests, LumpedLaws.FALSE_ALARM);
    }

    /// 2¹¹, 2¹⁴, 2¹⁷.
    private static int runs(Run run) {
        return run.budget().samples() >> 6;
    }
}
