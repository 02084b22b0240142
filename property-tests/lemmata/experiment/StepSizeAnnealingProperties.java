package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.AnnealingChecks;
import lemmata.audit.AnnealingMeans;
import lemmata.audit.AnnealingRuns;
import lemmata.audit.AnnealingRuns.Claim;
import lemmata.audit.BatchChecks;
import lemmata.audit.Draw;
import lemmata.audit.MeanTest;
import lemmata.audit.SignPatterns;
import lemmata.claim.Statement;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.Method;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.PopulationLoss;
import lemmata.model.Target;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.StepSizeAnnealing.
@DrawnCases
class StepSizeAnnealingProperties {

    private static final long SEED = 20261121;
    private static final int TRIALS = 48;
    private static final int SAMPLES = 1 << 17;

    private static final BatchChecks.Slopes SLOPES = (teacher, b, generator, seed, student, trial, step) ->
            new MiniBatchGradient(teacher, b, generator, seed).at(student, trial, step);

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.StepSizeAnnealing/S1")
    void followsItsRule(@ForAll Draw draw) {
        holds(AnnealingChecks.steps(asked -> asked), draw);
    }

    @Example
    @Statement("experiment.StepSizeAnnealing/S1")
    void otherRulesAreRejected() {
        rejects("always b = 1", AnnealingChecks.steps(asked -> with(asked, 1, asked.scale(), asked.halvings())));
        rejects(
                "twice the step",
                AnnealingChecks.steps(asked -> with(asked, asked.batch(), 2 * asked.scale(), asked.halvings())));
        rejects(
                "a stage more",
                AnnealingChecks.steps(asked -> with(asked, asked.batch(), asked.scale(), asked.halvings() + 1)));
        rejects(
                "k + 1 for k",
                AnnealingChecks.steps(asked ->
                        (p, target) -> asked.schedule(p, new Target(target.k() + 1, target.along(), target.across()))));
        rejects(
                "radii not in units of ‖a*‖",
                AnnealingChecks.steps(asked -> (p, target) -> asked.schedule(p, Target.of(target.k(), 1, 1))));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.StepSizeAnnealing/S2")
    void noiseDiesOutAtTheTeacherOnly(@ForAll Draw draw) {
        holds(BatchChecks.zeroAtTeacher(SLOPES), draw);
        holds(SignPatterns.variance(StepSizeAnnealing::spuriousVariance), draw);
    }

    @Example
    @Statement("experiment.StepSizeAnnealing/S2")
    void batchesHaveThatVariance() {
        for (int b : List.of(1, 3)) {
            MeanTest test = test(StepSizeAnnealing::spuriousVariance, b);
            holds(!test.rejects() && test.detectable() < 0.9 * test.mean(), "b = " + b);
        }
    }

    @Example
    @Statement("experiment.StepSizeAnnealing/S2")
    void otherVariancesAreRejected() {
        rejects("not over b", SignPatterns.variance((teacher, b) -> StepSizeAnnealing.spuriousVariance(teacher, 1)));
        rejects(
                "all inputs active",
                SignPatterns.variance((teacher, b) -> 2 * StepSizeAnnealing.spuriousVariance(teacher, b)));
        rejects("‖ā‖² E R²/2, as if independent", SignPatterns.variance((teacher, b) -> {
            double[] a = SpuriousOptimum.of(teacher).a();
            double loss = PopulationLoss.at(teacher, SpuriousOptimum.of(teacher));
            return Vectors.fusedDot(a, a) * loss / b;
        }));
        rejects("0", SignPatterns.variance((teacher, b) -> 0));
        rejects(
                "twice that of batches",
                !test((teacher, b) -> 2 * StepSizeAnnealing.spuriousVariance(teacher, b), 1)
                        .rejects());
        rejects(
                "a gradient that is not 0 at the teacher",
                BatchChecks.zeroAtTeacher((teacher, b, generator, seed, student, trial, step) -> {
                    Slope slope = SLOPES.at(teacher, b, generator, seed, student, trial, step);
                    return new Slope(slope.w(), Vectors.map(entry -> entry + 1e-3, slope.a()));
                }));
    }

    @Example
    @Statement("experiment.StepSizeAnnealing/S3")
    void needsLargeStepsOnSmallBatches() {
        StepSizeAnnealing chosen = StepSizeAnnealing.DEFAULT;
        Tally right = run(chosen);
        holds(Claim.ALL.holds(right), "the schedule");
        holds(Claim.FEWER_THAN_HALF.holds(run(with(chosen, 1, 0.3, 2))), "step sizes times 0.3");
        holds(Claim.FEWER_THAN_HALF.holds(run(with(chosen, 4, 1, 2))), "b = 4");
        rejects("fewer than half with the schedule", Claim.FEWER_THAN_HALF.holds(right));
        rejects("none with the schedule", Claim.NONE.holds(right));
    }

    private static Tally run(Recipe recipe) {
        return AnnealingRuns.tally(Method.SGD, 25, 0, recipe, SEED, TRIALS);
    }

    private static StepSizeAnnealing with(StepSizeAnnealing asked, int batch, double scale, int halvings) {
        return new StepSizeAnnealing(batch, scale, asked.time(), halvings, asked.rho());
    }

    private static MeanTest test(AnnealingMeans.Variance variance, int b) {
        return AnnealingMeans.variance(variance, 3, Target.of(2, 0, 1), b, SEED, SAMPLES);
    }
}
