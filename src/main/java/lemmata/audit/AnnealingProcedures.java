package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lemmata.audit.AnnealingRuns.Cell;
import lemmata.audit.AnnealingRuns.Claim;
import lemmata.dynamics.Method;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.experiment.NoiseAnnealing;
import lemmata.experiment.PlainDescent;
import lemmata.experiment.Recipe;
import lemmata.experiment.StepSizeAnnealing;
import lemmata.experiment.SuccessRates;
import lemmata.landscape.LocalMinimality;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;

/// The procedures of experiment.NoiseAnnealing and experiment.StepSizeAnnealing.
final class AnnealingProcedures {

    private static final int TRIALS = 128;

    /// So many that all of them refute 90 %.
    private static final int MANY_TRIALS = 256;

    private static final int SAMPLED_TRIALS = 48;
    private static final NoiseAnnealing NOISE = NoiseAnnealing.DEFAULT;
    private static final StepSizeAnnealing STEPS = StepSizeAnnealing.DEFAULT;

    private AnnealingProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addNoise(procedures);
        addSteps(procedures);
    }

    private static void addNoise(Map<String, Procedure> to) {
        to.put(
                "experiment.NoiseAnnealing/S1",
                all(
                        sampled("least loss by conjugate gradients", AnnealingChecks.settled(NoiseAnnealing::below)),
                        sampled(
                                "both depths",
                                AnnealingChecks.depths(NoiseAnnealing::spuriousDepth, NoiseAnnealing::globalDepth))));
        to.put(
                "experiment.NoiseAnnealing/S2",
                sampled("annealing, stable, temperatures, times", AnnealingSchedules.schedule(NOISE)));
        to.put("experiment.NoiseAnnealing/S3", run -> List.of(temperatures(run)));
        to.put("experiment.NoiseAnnealing/S4", AnnealingRuns.cells(2, selected()));
        to.put("experiment.NoiseAnnealing/S5", run -> List.of(injected(run)));
        to.put("experiment.NoiseAnnealing/S6", AnnealingRuns.cells(4, needs()));
    }

    private static void addSteps(Map<String, Procedure> to) {
        to.put("experiment.StepSizeAnnealing/S1", sampled("exact decimals", AnnealingChecks.steps(rule -> rule)));
        to.put(
                "experiment.StepSizeAnnealing/S2",
                all(
                        sampled(
                                "0 at the teacher",
                                BatchChecks.zeroAtTeacher((teacher, b, generator, seed, student, trial, step) ->
                                        new MiniBatchGradient(teacher, b, generator, seed).at(student, trial, step))),
                        sampled("all signs", SignPatterns.variance(StepSizeAnnealing::spuriousVariance)),
                        run -> List.of(variances(run))));
        to.put("experiment.StepSizeAnnealing/S3", AnnealingRuns.cells(3, steps()));
    }

    /// GD and P-GD in the cells of our grid that have a spurious minimum.
    private static List<Cell> selected() {
        List<Cell> cells = new ArrayList<>();
        for (int k : SuccessRates.K) {
            for (double q : SuccessRates.Q) {
                if (q < LocalMinimality.threshold(k)) {
                    cells.add(new Cell("GD", Method.GD, k, q, PlainDescent.DEFAULT, 1, Claim.NONE));
                    cells.add(new Cell("P-GD", Method.PGD, k, q, NOISE, TRIALS, Claim.ALL));
                }
            }
        }
        return List.copyOf(cells);
    }

    private static List<Cell> needs() {
        List<Cell> cells = new ArrayList<>();
        for (double q : List.of(0.0, 1.0)) {
            cells.add(noisy("no noise on a", q, without(1, 0), Claim.FEWER_THAN_HALF));
            cells.add(noisy("no noise on w", q, without(0, 1), Claim.NONE));
            cells.add(noisy("temperatures over 16", q, heated(1 / 16.0), Claim.FEWER_THAN_HALF));
            cells.add(noisy("temperatures times 16", q, heated(16), Claim.FEWER_THAN_MOST));
        }
        return List.copyOf(cells);
    }

    private static Cell noisy(String words, double q, Recipe recipe, Claim claim) {
        return new Cell(words, Method.PGD, 25, q, recipe, MANY_TRIALS, claim);
    }

    private static Recipe without(double filter, double output) {
        return AnnealingSchedules.scaled(NOISE, filter, output);
    }

    private static Recipe heated(double factor) {
        return AnnealingSchedules.scaled(NOISE, Math.sqrt(factor), 1);
    }

    private static List<Cell> steps() {
        StepSizeAnnealing slower = new StepSizeAnnealing(1, 0.3, STEPS.time(), STEPS.halvings(), 0);
        StepSizeAnnealing slow = new StepSizeAnnealing(1, 0.1, STEPS.time(), STEPS.halvings(), 0);
        return List.of(
                sgd("the schedule", 25, 0, STEPS, Claim.ALL),
                sgd("step sizes times 0.3", 25, 0, slower, Claim.FEWER_THAN_HALF),
                sgd("b = 4", 25, 0, batch(4), Claim.FEWER_THAN_HALF),
                sgd("the schedule", 25, 1, STEPS, Claim.ALL),
                sgd("the schedule", 100, 0, STEPS, Claim.ALL),
                sgd("step sizes times 0.1", 25, 0, slow, Claim.FEWER_THAN_HALF),
                sgd("step sizes times 0.3", 25, 1, slower, Claim.FEWER_THAN_HALF),
                sgd("b = 16", 25, 0, batch(16), Claim.FEWER_THAN_HALF),
                sgd("b = 16", 25, 1, batch(16), Claim.FEWER_THAN_HALF));
    }

    private static StepSizeAnnealing batch(int b) {
        return new StepSizeAnnealing(b, STEPS.scale(), STEPS.time(), STEPS.halvings(), 0);
    }

    private static Cell sgd(String words, int k, double q, Recipe recipe, Claim claim) {
        return new Cell(words, Method.SGD, k, q, recipe, SAMPLED_TRIALS, claim);
    }

    private static Evidence temperatures(Run run) {
        int n = run.budget().samples() >> 2;
        List<MeanTest> tests = AnnealingMeans.SHAPES.stream()
                .map(shape ->
                        AnnealingMeans.temperature(NoiseAnnealing::temperature, shape[0], shape[1], run.seed(), n))
                .toList();
        return means("single steps of P-GD, p and k of four shapes", tests, n);
    }

    private static Evidence variances(Run run) {
        int n = run.budget().samples() >> 1;
        List<MeanTest> tests = List.of(
                AnnealingMeans.variance(StepSizeAnnealing::spuriousVariance, 3, Target.of(2, 0, 1), 1, run.seed(), n),
                AnnealingMeans.variance(StepSizeAnnealing::spuriousVariance, 2, Target.of(4, 1, 2), 3, run.seed(), n),
                AnnealingMeans.variance(StepSizeAnnealing::spuriousVariance, 2, Target.of(7, 2, 1), 1, run.seed(), n));
        return means("mini-batches at the spurious point", tests, n);
    }

    private static Evidence means(String claim, List<MeanTest> tests, int n) {
        double found = largest(tests, test -> test.detectable() / test.mean());
        boolean rejected = tests.stream().anyMatch(MeanTest::rejects);
        Verdict held = found < 1 ? Verdict.SAMPLED : Verdict.ABSTAINED;
        String power = String.format(
                Locale.ROOT,
                "%d tests, false alarm ≤ %.0e, finds a relative error of %.2g",
                tests.size(),
                tests.size() * Run.FALSE_ALARM,
                found);
        return new Evidence(
                "mean test",
                rejected ? Verdict.VIOLATED : held,
                "mean square of a tangent coordinate: " + claim,
                (long) tests.size() * n,
                largest(tests, MeanTest::ratio),
                power);
    }

    private static double largest(List<MeanTest> tests, ToDoubleFunction<MeanTest> of) {
        return tests.stream().mapToDouble(of).max().orElse(Double.NaN);
    }

    private static Evidence injected(Run run) {
        int n = run.budget().samples() >> 4;
        List<LawTest> tests = InjectedNoise.tests(
                gradient -> new PerturbedGradientDescent(gradient, Generator.PHILOX, run.seed()), n);
        return LawTest.evidence("noise at the gradient of P-GD", tests, InjectedNoise.FALSE_ALARM);
    }
}
