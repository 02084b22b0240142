package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Budget;
import lemmata.audit.CurveChecks;
import lemmata.audit.CurvePatterns;
import lemmata.audit.CurveRuns;
import lemmata.audit.Draw;
import lemmata.audit.Evidence;
import lemmata.audit.Run;
import lemmata.audit.UnrestChecks;
import lemmata.claim.Statement;
import lemmata.dynamics.Method;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.Student;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.ConvergenceCurves.
@DrawnCases
class ConvergenceCurvesProperties {

    static final CurveRuns RUNS = new CurveRuns(20261121, 64, 25, 1, CurveRuns.TABLE);

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.ConvergenceCurves/S1")
    void quantilesAreThoseByDefinition(@ForAll Draw draw) {
        holds(CurveChecks.quantiles(Band::of), draw);
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S1")
    void otherQuantilesAreRejected() {
        rejects(
                "⌊n share⌋",
                CurveChecks.quantiles(CurveMutants.ranked((n, percent) -> Math.max(1, n * percent / 100))));
        rejects("⌊n share⌋ + 1", CurveChecks.quantiles(CurveMutants.ranked((n, percent) -> n * percent / 100 + 1)));
        rejects(
                "rounded",
                CurveChecks.quantiles(CurveMutants.ranked((n, percent) -> Math.max(1, (n * percent + 50) / 100))));
        rejects(
                "⌈(n−1) share⌉",
                CurveChecks.quantiles(CurveMutants.ranked(
                        (n, percent) -> Math.max(1, Math.ceilDiv((n - 1) * percent, 100)))));
        rejects(
                "from above",
                CurveChecks.quantiles(
                        CurveMutants.ranked((n, percent) -> n + 1 - Math.ceilDiv(n * (100 - percent), 100))));
        rejects("unsorted", CurveChecks.quantiles(sample -> CurveMutants.ranked(sample, CurveMutants::rank)));
        rejects("interpolated", CurveChecks.quantiles(CurveMutants::interpolated));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.ConvergenceCurves/S2")
    void atEveryTimeTheBitsAreThoseOfASimulation(@ForAll Draw draw) {
        holds(CurveChecks.sameBits(CurveChecks::recorded), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.ConvergenceCurves/S2")
    void timesAreWhatIsSaid(@ForAll Draw draw) {
        holds(CurveChecks.times(ConvergenceCurves::times), draw);
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S2")
    void otherRunsAndTimesAreRejected() {
        rejects(
                "noise forgotten",
                CurveChecks.sameBits(
                        CurveChecks.of(cell -> CurveMutants.with(cell, CurveMutants.silent(cell.schedule())))));
        rejects(
                "stages mixed up",
                CurveChecks.sameBits(
                        CurveChecks.of(cell -> CurveMutants.with(cell, CurveMutants.shifted(cell.schedule())))));
        rejects("another seed", CurveChecks.sameBits(CurveChecks.of(CurveMutants::reseeded)));
        rejects("trials of each chunk from 0", CurveChecks.sameBits(CurveChecks.repeating(32)));
        rejects(
                "a step late",
                CurveChecks.sameBits((curves, cell, times, threads) -> CurveChecks.recorded(
                        curves,
                        cell,
                        times.stream()
                                .map(t -> Math.min(t + 1, cell.schedule().steps()))
                                .toList(),
                        threads)));
        rejects("equidistant times", CurveChecks.times(CurveMutants::equidistant));
        rejects(
                "ends of stages only",
                CurveChecks.times((schedule, points) -> ConvergenceCurves.times(schedule, points).stream()
                        .filter(t -> t == 0 || CurveMutants.ends(schedule).contains(t))
                        .toList()));
        rejects(
                "without stages",
                CurveChecks.times((schedule, points) ->
                        ConvergenceCurves.times(Schedule.of(new Stage(0, 0, 1, schedule.steps())), points)));
        rejects(
                "without the start",
                CurveChecks.times((schedule, points) -> ConvergenceCurves.times(schedule, points).stream()
                        .filter(t -> t > 0)
                        .toList()));
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S3")
    void mediansLeaveTheSpuriousPoint() {
        holds(CurvePatterns.leaves(RUNS).verdict().holds(), "P-GD and SGD leave, GD stays");
        refuses("P-GD without noise", CurvePatterns.leaves(CurveMutants.exchanged(Method.PGD, Method.GD)));
        refuses("GD with noise", CurvePatterns.leaves(CurveMutants.exchanged(Method.GD, Method.PGD)));
        refuses("noise not annealed", CurvePatterns.leaves(CurveMutants.hot()));
        refuses("small steps of SGD", CurvePatterns.leaves(CurveMutants.slow()));
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S4")
    void bandsOfTheLossDieOut() {
        holds(CurvePatterns.converges(RUNS).verdict().holds(), "95 % of P-GD and SGD, not of GD");
        refuses("P-GD without noise", CurvePatterns.converges(CurveMutants.exchanged(Method.PGD, Method.GD)));
        refuses("GD with noise", CurvePatterns.converges(CurveMutants.exchanged(Method.GD, Method.SGD)));
        refuses("noise not annealed", CurvePatterns.converges(CurveMutants.hot()));
        refuses("small steps of SGD", CurvePatterns.converges(CurveMutants.slow()));
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S5")
    void perturbedDescentWaitsForItsLastStage() {
        holds(CurvePatterns.waits(RUNS).verdict().holds(), "SGD settles in its first stage, P-GD in its last");
        refuses("P-GD for SGD", CurvePatterns.waits(CurveMutants.exchanged(Method.SGD, Method.PGD)));
        refuses("SGD for P-GD", CurvePatterns.waits(CurveMutants.exchanged(Method.PGD, Method.SGD)));
        refuses("small steps of SGD", CurvePatterns.waits(CurveMutants.slow()));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("experiment.ConvergenceCurves/S5")
    void miniBatchesRestAtTheOptimum(@ForAll Draw draw) {
        holds(UnrestChecks.rests(MiniBatchGradient::at), draw);
    }

    @Example
    @Statement("experiment.ConvergenceCurves/S5")
    void noiseNeverRests() {
        Run run = new Run(20261121, Budget.QUICK);
        holds(UnrestChecks.unrest(run, ConvergenceCurves::unrest).verdict().holds(), "E‖a − a*‖² ≥ v");
        rejects(
                "gradient at a point next to it",
                UnrestChecks.rests((gradient, student, trial, step) -> gradient.at(
                        new Student(student.w(), Vectors.map(entry -> entry * (1 + 1e-9), student.a())), trial, step)));
        refuses("k for k + 2", UnrestChecks.unrest(run, (stage, p, k) -> v(stage, p, k) * (k + 2) / k));
        refuses("‖M‖² for tr M²", UnrestChecks.unrest(run, (stage, p, k) -> {
            double top = (Math.PI - 1 + k) * (Math.PI - 1 + k);
            return v(stage, p, k) * top / (top + (k - 1) * (Math.PI - 1) * (Math.PI - 1));
        }));
        refuses("ρ_a for ρ_a²", UnrestChecks.unrest(run, (stage, p, k) -> v(stage, p, k) / stage.rhoA()));
        refuses("m₂ without p", UnrestChecks.unrest(run, (stage, p, k) -> {
            double rho = stage.rhoW() * stage.rhoW();
            double share = (1 + rho) / (1 + rho * p / (p + 2.0));
            return v(stage, p, k) * share * share;
        }));
    }

    private static double v(Stage stage, int p, int k) {
        return ConvergenceCurves.unrest(stage, p, k);
    }

    private static void refuses(String slip, Evidence mutant) {
        rejects(slip, mutant.verdict().holds());
    }
}
