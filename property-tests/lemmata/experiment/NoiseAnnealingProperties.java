package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.AnnealingChecks;
import lemmata.audit.AnnealingMeans;
import lemmata.audit.AnnealingRuns;
import lemmata.audit.AnnealingRuns.Claim;
import lemmata.audit.AnnealingSchedules;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.InjectedNoise;
import lemmata.audit.LawTest;
import lemmata.audit.MeanTest;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Method;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.NoiseAnnealing.
@DrawnCases
class NoiseAnnealingProperties {

    private static final long SEED = 20261121;
    private static final int TRIALS = 256;
    private static final int SAMPLES = 1 << 16;
    private static final int NUMBERS = 1 << 14;
    private static final NoiseAnnealing DEFAULT = NoiseAnnealing.DEFAULT;

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.NoiseAnnealing/S1")
    void isTheLossWithTheOutputWeightsAtTheirBest(@ForAll Draw draw) {
        holds(AnnealingChecks.settled(NoiseAnnealing::below), draw);
        holds(AnnealingChecks.depths(NoiseAnnealing::spuriousDepth, NoiseAnnealing::globalDepth), draw);
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S1")
    void otherDepthsAreRejected() {
        rejects(
                "q forgotten",
                AnnealingChecks.settled(
                        (target, g) -> NoiseAnnealing.below(new Target(target.k(), 0, target.norm()), g)));
        rejects("twice the loss", AnnealingChecks.settled((target, g) -> 2 * NoiseAnnealing.below(target, g)));
        rejects("g for g − 1", AnnealingChecks.settled((target, g) -> NoiseAnnealing.below(target, g + 1)));
        rejects(
                "one patch more",
                AnnealingChecks.settled((target, g) ->
                        NoiseAnnealing.below(new Target(target.k() + 1, target.along(), target.across()), g)));
        rejects("wells exchanged", AnnealingChecks.depths(NoiseAnnealing::globalDepth, NoiseAnnealing::spuriousDepth));
        rejects("the depth at q = 0", AnnealingChecks.depths(NoiseAnnealing::depth, NoiseAnnealing::globalDepth));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.NoiseAnnealing/S2")
    void annealsStablyThroughItsTemperatures(@ForAll Draw draw) {
        holds(AnnealingSchedules.schedule(DEFAULT), draw);
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S2")
    void otherSchedulesAreRejected() {
        rejects("three times the noise on w", AnnealingSchedules.schedule(AnnealingSchedules.scaled(DEFAULT, 3, 1)));
        rejects("no noise on a", AnnealingSchedules.schedule(AnnealingSchedules.scaled(DEFAULT, 1, 0)));
        rejects(
                "constant radii",
                AnnealingSchedules.schedule(new NoiseAnnealing(0.6, 10, 6000, 0.3, 0.3, 3.2, 3.2, 300)));
        rejects(
                "stiffness 1.4",
                AnnealingSchedules.schedule(new NoiseAnnealing(1.4, 10, 6000, 0.3, 0.125, 3.2, 2.8, 300)));
        rejects(
                "half the time",
                AnnealingSchedules.schedule(new NoiseAnnealing(0.6, 10, 3000, 0.3, 0.125, 3.2, 2.8, 300)));
        rejects(
                "the schedule of ‖a*‖ = 1",
                AnnealingSchedules.schedule((p, target) ->
                        DEFAULT.schedule(p, Target.of(target.k(), target.k() == 1 ? 1 : 0, 1))));
        rejects(
                "no last stage",
                AnnealingSchedules.schedule((p, target) ->
                        new Schedule(DEFAULT.schedule(p, target).stages().subList(0, 10))));
        rejects("p + 1 for p", AnnealingSchedules.schedule((p, target) -> DEFAULT.schedule(p + 1, target)));
        rejects(
                "a last stage of time 1",
                AnnealingSchedules.schedule(new NoiseAnnealing(0.6, 10, 6000, 0.3, 0.125, 3.2, 2.8, 1)));
        rejects("0.9 of the tenth's radii", last(90, 1, 1));
        rejects("a thousandth of the last steps", last(1, 1, 0.001));
        rejects("a hundredth of the last step size", last(1, 0.01, 1));
        rejects("the same in as much time", last(1, 0.01, 100));
        holds(last(1, 1, 1).ratio(Draw.of(SEED, 0)).orElse(2) <= 1, "the schedule itself");
    }

    private static Check last(double radii, double eta, double steps) {
        return AnnealingSchedules.schedule(last(DEFAULT, radii, eta, steps));
    }

    /// The recipe with numbers of its last stage multiplied.
    private static Recipe last(Recipe recipe, double radii, double eta, double steps) {
        return (p, target) -> {
            List<Stage> stages = new ArrayList<>(recipe.schedule(p, target).stages());
            Stage last = stages.removeLast();
            long taken = Math.max(1, Math.round(steps * last.steps()));
            stages.add(new Stage(radii * last.rhoW(), radii * last.rhoA(), eta * last.eta(), taken));
            return new Schedule(stages);
        };
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S3")
    void isTheVarianceOfAStep() {
        for (int[] shape : AnnealingMeans.SHAPES) {
            MeanTest test = test(NoiseAnnealing::temperature, shape);
            holds(!test.rejects() && test.detectable() < 0.2 * test.mean(), "p = " + shape[0] + ", k = " + shape[1]);
        }
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S3")
    void otherTemperaturesAreRejected() {
        refuses("η for η/2", (stage, p, k) -> 2 * NoiseAnnealing.temperature(stage, p, k));
        refuses("p for p + 2", (stage, p, k) -> (p + 2.0) / p * NoiseAnnealing.temperature(stage, p, k));
        refuses("noise on a sphere", (stage, p, k) -> (k + 4.0) / k * NoiseAnnealing.temperature(stage, p, k));
        refuses(
                "normal for uniform noise on a",
                (stage, p, k) -> (k + 4.0) / (k + 2.0) * NoiseAnnealing.temperature(stage, p, k));
        refuses("(E εᵀMε)² for E (εᵀMε)²", (stage, p, k) -> {
            double mean = Math.PI * k * stage.rhoA() * stage.rhoA() / (k + 2);
            double coordinate = stage.rhoW() * stage.rhoW() / (p + 2);
            return stage.eta() / 2 * coordinate * mean * mean / (4 * Math.PI * Math.PI);
        });
        refuses(
                "ρ_a² for ρ_a⁴",
                (stage, p, k) -> NoiseAnnealing.temperature(stage, p, k) / stage.rhoA() / stage.rhoA());
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S4")
    void selectsTheGlobalOptimum() {
        for (double q : List.of(0.0, 1.0)) {
            holds(Claim.ALL.holds(run(Method.PGD, q, DEFAULT)), "P-GD ends at the optimum, q = " + q);
            Tally plain = AnnealingRuns.tally(Method.GD, 25, q, PlainDescent.DEFAULT, SEED, 1);
            holds(plain.trapped() == 1, "GD stays, q = " + q);
        }
        rejects("GD for P-GD", Claim.ALL.holds(AnnealingRuns.tally(Method.GD, 25, 0, PlainDescent.DEFAULT, SEED, 1)));
        rejects("no runs", Claim.ALL.holds(Tally.NONE));
        rejects("one failure of 256", Claim.ALL.holds(failures(1)));
        holds(Claim.ALL.verdict(failures(1)) == Verdict.ABSTAINED, "one failure does not refute 99.5 %");
        holds(Claim.ALL.verdict(failures(20)) == Verdict.VIOLATED, "twenty do");
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S5")
    void injectsIndependentUniformNoise() {
        for (LawTest test : laws(gradient -> new PerturbedGradientDescent(gradient, Generator.PHILOX, SEED))) {
            holds(test.accepts(), test.law() + " at distance " + test.distance());
        }
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S5")
    void otherNoiseIsRejected() {
        refusesNoise(
                "the same noise in every step", step -> (from, stage, trial, t) -> step.step(from, stage, trial, 0));
        refusesNoise("the same noise in every trial", step -> (from, stage, trial, t) -> step.step(from, stage, 0, t));
        refusesNoise(
                "a larger ball",
                step -> (from, stage, trial, t) ->
                        step.step(from, new Stage(1.1 * stage.rhoW(), stage.rhoA(), stage.eta(), 1), trial, t));
        refusesNoise(
                "no noise on w",
                step -> (from, stage, trial, t) ->
                        step.step(from, new Stage(0, stage.rhoA(), stage.eta(), 1), trial, t));
        refuses(
                "noise on the sphere",
                gradient -> new PerturbedGradientDescent(
                        (student, trial, t) -> gradient.at(new Student(student.w(), onSphere(student.a())), trial, t),
                        Generator.PHILOX,
                        SEED));
    }

    @Example
    @Statement("experiment.NoiseAnnealing/S6")
    void needsNoiseOnBothSidesAndTheTemperature() {
        Tally none = run(Method.PGD, 0, AnnealingSchedules.scaled(DEFAULT, 1, 0));
        Tally still = run(Method.PGD, 0, AnnealingSchedules.scaled(DEFAULT, 0, 1));
        Tally cold = run(Method.PGD, 0, AnnealingSchedules.scaled(DEFAULT, 0.25, 1));
        Tally hot = run(Method.PGD, 0, AnnealingSchedules.scaled(DEFAULT, 4, 1));
        holds(Claim.FEWER_THAN_HALF.holds(none), "no noise on a");
        holds(Claim.NONE.holds(still) && still.trapped() == TRIALS, "no noise on w");
        holds(Claim.FEWER_THAN_HALF.holds(cold), "temperatures over 16");
        holds(Claim.FEWER_THAN_MOST.holds(hot), "temperatures times 16");
        Tally right = run(Method.PGD, 0, DEFAULT);
        rejects("fewer than half with the schedule itself", Claim.FEWER_THAN_HALF.holds(right));
        rejects("fewer than 90 % with the schedule itself", Claim.FEWER_THAN_MOST.holds(right));
        holds(Claim.FEWER_THAN_MOST.verdict(right) == Verdict.VIOLATED, "refuted by it");
        holds(Claim.FEWER_THAN_MOST.verdict(failures(26)) == Verdict.ABSTAINED, "90 % of the runs decide nothing");
        rejects("fewer than half of no runs", Claim.FEWER_THAN_HALF.holds(Tally.NONE));
        rejects("none with too much noise", Claim.NONE.holds(hot));
        holds(
                Claim.NONE.verdict(failures(TRIALS - 1)) == Verdict.VIOLATED,
                "one run that leaves refutes what is proved");
    }

    private static Tally failures(long count) {
        return new Tally(TRIALS - count, count, 0, 0, BigInteger.ZERO);
    }

    private static Tally run(Method method, double q, Recipe recipe) {
        return AnnealingRuns.tally(method, 25, q, recipe, SEED, TRIALS);
    }

    private static double[] onSphere(double[] epsilon) {
        double scale = 3.2 / Vectors.length(epsilon);
        return Vectors.map(entry -> scale * entry, epsilon);
    }

    private static MeanTest test(AnnealingMeans.Temperature temperature, int[] shape) {
        return AnnealingMeans.temperature(temperature, shape[0], shape[1], SEED, SAMPLES);
    }

    private static void refuses(String slip, AnnealingMeans.Temperature temperature) {
        rejects(
                slip,
                AnnealingMeans.SHAPES.stream()
                        .noneMatch(shape -> test(temperature, shape).rejects()));
    }

    private static List<LawTest> laws(Function<Gradient, Algorithm> algorithm) {
        return InjectedNoise.tests(algorithm, NUMBERS);
    }

    private static void refusesNoise(String slip, Function<Algorithm, Algorithm> mutant) {
        refuses(slip, gradient -> mutant.apply(new PerturbedGradientDescent(gradient, Generator.PHILOX, SEED)));
    }

    private static void refuses(String slip, Function<Gradient, Algorithm> algorithm) {
        rejects(slip, laws(algorithm).stream().allMatch(LawTest::accepts));
    }
}
