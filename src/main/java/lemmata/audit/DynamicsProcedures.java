package lemmata.audit;

import static lemmata.audit.NoiseEvidence.means;
import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lemmata.dynamics.Contraction;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedBatch;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.PlainEngine;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.loss.SphereProjection;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.rng.Words.Generator;

/// The procedures of the chapter dynamics that are about single steps, schedules, starts and ends.
final class DynamicsProcedures {

    /// More than the norm of the output weights after any step.
    private static final double RANGE = 1e64;

    private static final int STARTS = 1 << 16;
    private static final int QUICK_STARTS = 1 << 12;

    private DynamicsProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addSchedule(procedures);
        addStart(procedures);
        addGradient(procedures);
        addDescent(procedures);
        addNoisyDescent(procedures);
        addOutcome(procedures);
        addContraction(procedures);
    }

    private static void addSchedule(Map<String, Procedure> to) {
        to.put(
                "dynamics.Schedule/S1",
                sampled("refused fields", ScheduleChecks.refusals(ScheduleChecks::refusedField)));
        to.put(
                "dynamics.Schedule/S2",
                all(
                        sampled("1 − stiffness along 1", StiffnessChecks.meanStep(Stage::stiffness)),
                        sampled("both sides of 2", StiffnessChecks.limit(Stage::stiffness)),
                        sampled("refused above 2", StiffnessChecks.refusesUnstable(Stage::stiffness))));
        to.put(
                "dynamics.Schedule/S3",
                all(
                        sampled("strict in both radii", ScheduleChecks.annealing(Schedule::isNoiseAnnealing)),
                        sampled("runs stage by stage", ScheduleChecks.multiEpoch(ScheduleChecks::simulated))));
    }

    private static void addStart(Map<String, Procedure> to) {
        to.put(
                "dynamics.Start/S1",
                all(
                        sampled("points of sphere and ball", StartChecks.formula(Start.RANDOM::of)),
                        sampled("(−w*, ā)", StartChecks.spurious(Start.SPURIOUS::of)),
                        run -> List.of(laws("full starts", run, DynamicsProcedures::full))));
        to.put(
                "dynamics.Start/S2",
                all(
                        sampled("states of the chain", StartChecks.lumpedInTheSets(Start.RANDOM::lumped)),
                        run -> List.of(
                                laws("lumped starts", run, DynamicsProcedures::lumped),
                                laws("plane starts", run, DynamicsProcedures::plane))));
        to.put("dynamics.Start/S3", sampled("inside the poster's sets", StartChecks.inTheSets(Start.RANDOM::of)));
    }

    /// A route to a lumped start.
    @FunctionalInterface
    private interface Route {
        LumpedState start(Teacher teacher, long seed, long trial);
    }

    private static LumpedState full(Teacher teacher, long seed, long trial) {
        return LumpedState.of(teacher, Start.RANDOM.of(teacher, Generator.PHILOX, seed, trial));
    }

    private static LumpedState lumped(Teacher teacher, long seed, long trial) {
        return Start.RANDOM.lumped(teacher.p(), Target.of(teacher), Generator.PHILOX, seed, trial);
    }

    private static LumpedState plane(Teacher teacher, long seed, long trial) {
        return LumpedState.of(
                LumpedBatch.plane(teacher.a()),
                Start.RANDOM.plane(teacher.p(), teacher.a(), Generator.PHILOX, seed, trial));
    }

    private static Evidence laws(String claim, Run run, Route route) {
        int n = run.budget() == Budget.QUICK ? QUICK_STARTS : STARTS;
        List<LawTest> tests = new ArrayList<>();
        for (int[] shape : StartLaws.SHAPES) {
            Teacher teacher = StartLaws.teacher(shape[0], shape[1]);
            tests.addAll(
                    StartLaws.tests(claim, t -> route.start(teacher, run.seed(), t), shape[0], Target.of(teacher), n));
        }
        return LawTest.evidence(claim, tests, StartLaws.FALSE_ALARM);
    }

    private static void addGradient(Map<String, Procedure> to) {
        to.put(
                "dynamics.PopulationGradient/S1",
                all(
                        sampled("chapter loss", PopulationGradientChecks.isTheLossGradient(PopulationGradient::new)),
                        sampled("all readings", PopulationGradientChecks.agreesOnTheSphere(PopulationGradient::new))));
        to.put(
                "dynamics.PopulationGradient/S2",
                sampled("250 digits", PopulationGradientChecks.accuracy(PopulationGradient::new)));
        to.put(
                "dynamics.PopulationGradient/S3",
                means(
                        21,
                        "gradient of every part",
                        (draw, n) -> StepMeans.ofGradient(PopulationGradient::new, StepMeans.point(draw), n)));
    }

    private static void addDescent(Map<String, Procedure> to) {
        to.put(
                "dynamics.GradientDescent/S1",
                all(
                        sampled("250 digits", DescentChecks.step(GradientDescent::new)),
                        sampled("on the sphere", DescentChecks.onSphere(GradientDescent::new))));
        to.put(
                "dynamics.GradientDescent/S2",
                all(
                        sampled(
                                "no rise up to the limit",
                                DescentLossChecks.descends(GradientDescent::new, DescentLossChecks::limit)),
                        run -> List.of(DescentLossChecks.witnesses())));
        to.put("dynamics.GradientDescent/S3", sampled("at both optima", DescentChecks.rests(GradientDescent::new)));
        to.put(
                "dynamics.GradientDescent/S4",
                sampled("coordinates and patches", DescentChecks.symmetric(GradientDescent::new)));
    }

    private static void addNoisyDescent(Map<String, Procedure> to) {
        to.put(
                "dynamics.PerturbedGradientDescent/S1",
                sampled("250 digits", NoisyDescentChecks.update(PerturbedGradientDescent::new)));
        to.put(
                "dynamics.PerturbedGradientDescent/S2",
                sampled("words, GD without noise", NoisyDescentChecks.pure(PerturbedGradientDescent::new)));
        to.put(
                "dynamics.PerturbedGradientDescent/S3",
                all(
                        means(
                                22,
                                "step of every part",
                                (draw, n) -> StepMeans.ofStep(PerturbedGradientDescent::new, StepMeans.point(draw), n)),
                        sampled("what Π changes", NoisyDescentChecks.secondOrder(PerturbedGradientDescent::new))));
        to.put(
                "dynamics.PerturbedGradientDescent/S4",
                sampled("powers of two", NoisyDescentChecks.scales(PerturbedGradientDescent::new)));
    }

    private static void addOutcome(Map<String, Procedure> to) {
        to.put(
                "dynamics.Outcome/S1",
                all(
                        sampled("exact distances", OutcomeChecks.classifies(Outcome::of)),
                        run -> List.of(OutcomeChecks.disjoint())));
        to.put(
                "dynamics.Outcome/S2",
                all(
                        sampled("frozen runs", DivergenceChecks.freezes(PlainEngine::new)),
                        sampled("largest steps", DivergenceChecks.staysInRange(RANGE))));
    }

    private static void addContraction(Map<String, Procedure> to) {
        to.put(
                "dynamics.Contraction/S1",
                all(
                        sampled("at the least γ and B", ContractionChecks.outputStep(Contraction::after)),
                        sampled("steps of GD", ContractionChecks.descentStep(Contraction::after))));
        to.put(
                "dynamics.Contraction/S2",
                all(
                        sampled("what Π gains", ContractionChecks.projection(SphereProjection::project)),
                        sampled("steps along the sphere", ContractionChecks.filterStep(Contraction::after))));
        to.put("dynamics.Contraction/S3", sampled("sixty steps", RecursionChecks.recursion(Contraction::bound)));
        to.put(
                "dynamics.Contraction/S4",
                all(
                        sampled("at the result and before", RecursionChecks.burnIn(Contraction::burnIn)),
                        sampled("N/λ is enough", RecursionChecks.enough(RecursionChecks::enoughPerUnit)),
                        sampled("(1−λ)N/λ is needed", RecursionChecks.notEnough(RecursionChecks::neededPerUnit))));
        to.put(
                "dynamics.Contraction/S5",
                all(
                        sampled(
                                "two coupled sequences",
                                RecursionChecks.coupled(Contraction::bound, Contraction::burnIn)),
                        sampled("aᵀa* next to a*", ContractionChecks.alignment(1))));
        to.put(
                "dynamics.Contraction/S6",
                all(
                        sampled("250 digits", RecursionChecks.accuracy(Contraction::bound)),
                        sampled("one step", ContractionChecks.outputStep(Contraction::after)),
                        sampled("burn-in", RecursionChecks.burnIn(Contraction::burnIn))));
    }
}
