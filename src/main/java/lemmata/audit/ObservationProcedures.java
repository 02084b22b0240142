package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lemmata.audit.ObservationRuns.Pair;
import lemmata.audit.ObservationRuns.Row;
import lemmata.dynamics.Schedule;
import lemmata.experiment.Cell;
import lemmata.experiment.EmpiricalObservations;
import lemmata.experiment.EmpiricalObservations.Sharpness;
import lemmata.experiment.PosterBackground;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Target;
import lemmata.model.Teacher;

/// The procedures of the stems EmpiricalObservations and PosterBackground of the chapter experiment.
final class ObservationProcedures {

    /// The poster's filter length, and the cell that all witnesses use.
    private static final int P = 6;

    private static final Pair CELL = new Pair(25, 1);

    private ObservationProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addLandscape(procedures);
        addRows(procedures);
        addBackground(procedures);
    }

    private static void addLandscape(Map<String, Procedure> to) {
        to.put(
                "experiment.EmpiricalObservations/S1",
                all(
                        sampled("least loss across a*", ObservationChecks.level(EmpiricalObservations::saddleLoss)),
                        sampled("exact loss and alignment", ObservationChecks.sides(EmpiricalObservations::side)),
                        sampled("twenty steps of GD", ObservationChecks.stays(EmpiricalObservations::side))));
        to.put(
                "experiment.EmpiricalObservations/S2",
                all(
                        sampled(
                                "second differences",
                                SharpnessChecks.hessian(
                                                EmpiricalObservations::atGlobal, EmpiricalObservations::atSpurious)
                                        .where(draw -> draw.uniform(509) < 0.5)),
                        sampled(
                                "more at the global optimum",
                                SharpnessChecks.sharper(
                                        EmpiricalObservations::atGlobal, EmpiricalObservations::atSpurious))));
        to.put("experiment.EmpiricalObservations/S3", run -> List.of(reversedColumn()));
        to.put(
                "experiment.EmpiricalObservations/S7",
                all(
                        sampled("error over bound", ObservationChecks.levelAccuracy(EmpiricalObservations::saddleLoss)),
                        sampled(
                                "of trace and largest",
                                SharpnessChecks.hessian(
                                                EmpiricalObservations::atGlobal, EmpiricalObservations::atSpurious)
                                        .where(draw -> draw.k() <= 4))));
    }

    private static void addRows(Map<String, Procedure> to) {
        Procedure proportional =
                sampled("in proportion to η", BackgroundChecks.levels(EmpiricalObservations::noiseLevels));
        to.put(
                "experiment.EmpiricalObservations/S4",
                all(run -> List.of(ObservationRuns.bad(run, Row.GD), levels(Row.GD)), proportional));
        to.put(
                "experiment.EmpiricalObservations/S5",
                all(run -> List.of(ObservationRuns.bad(run, Row.SMALL), levels(Row.SMALL)), proportional));
        to.put(
                "experiment.EmpiricalObservations/S6",
                all(run -> List.of(ObservationRuns.good(run, Row.SSA), levels(Row.SSA)), proportional));
    }

    private static void addBackground(Map<String, Procedure> to) {
        to.put(
                "experiment.PosterBackground/S1",
                sampled("both, or neither", BackgroundChecks.obstacles(PosterBackground::obstacles)));
        to.put(
                "experiment.PosterBackground/S2",
                run -> List.of(ObservationRuns.escaped(run, Row.GD), ObservationRuns.escaped(run, Row.SSA)));
        to.put(
                "experiment.PosterBackground/S3",
                all(
                        run -> List.of(spuriousLoss()),
                        sampled(
                                "L > 0 wherever there is one",
                                BackgroundChecks.generalization(PosterBackground::spuriousError))));
        to.put("experiment.PosterBackground/S4", run -> List.of(ObservationRuns.selects(run)));
        to.put(
                "experiment.PosterBackground/S5",
                run -> List.of(Evidence.notRead(
                        "hardness, overfitting and dimension of deep networks", "the poster names them, no more")));
        to.put(
                "experiment.PosterBackground/S6",
                run -> List.of(Evidence.notRead(
                        "general networks, the noise of SGD, practice", "the poster gives no definition and no data")));
    }

    /// S3: the optimum where annealed SGD ends has the larger Hessian, and the one where GD is trapped the smaller.
    private static Evidence reversedColumn() {
        Teacher teacher = Target.of(CELL.k(), CELL.q(), 1).teacher(P);
        Sharpness good = EmpiricalObservations.atGlobal(teacher);
        Sharpness bad = EmpiricalObservations.atSpurious(teacher);
        double error = Sharpness.relativeError() * (good.trace() + bad.trace());
        boolean reversed = good.trace() - bad.trace() > error && good.largest() >= bad.largest();
        return Evidence.witness(
                "the bad optimum is sharp, the good one flat",
                reversed,
                String.format(
                        Locale.ROOT,
                        "p = 6, k = 25, q = 1, ‖a*‖ = 1: trace %.4g at (−w*, ā), %.4g at (w*, a*); largest eigenvalue"
                                + " %.4g and %.4g; on the tangent space 0 and %.4g",
                        bad.trace(),
                        good.trace(),
                        bad.largest(),
                        good.largest(),
                        good.filter()));
    }

    /// PosterBackground/S3: a spurious local optimum with a loss above 0.
    private static Evidence spuriousLoss() {
        Teacher teacher = Target.of(CELL.k(), CELL.q(), 1).teacher(P);
        double loss = PosterBackground.spuriousError(teacher).orElse(0);
        boolean holds = loss > SpuriousOptimum.lossError(teacher);
        return new Evidence(
                "witness",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "a local optimum with L > 0",
                1,
                Double.NaN,
                String.format(Locale.ROOT, "p = 6, k = 25, q = 1, ‖a*‖ = 1: L(−w*, ā) = %.4g", loss));
    }

    /// S4 to S6: the levels of a row are 0, a small share of the first level of annealing, or strictly falling.
    private static Evidence levels(Row row) {
        Cell cell = row.cell(CELL, 0);
        List<Double> levels = EmpiricalObservations.noiseLevels(cell.setup(), cell.schedule());
        Cell annealed = Row.SSA.cell(CELL, 0);
        Schedule schedule = annealed.schedule();
        double first =
                EmpiricalObservations.noiseLevels(annealed.setup(), schedule).getFirst();
        return new Evidence(
                "enumeration",
                ObservationRuns.fits(row, levels, first) ? Verdict.SAMPLED : Verdict.VIOLATED,
                "levels of noise of " + row,
                levels.size(),
                Double.NaN,
                String.format(Locale.ROOT, "%s, for annealing at first %.3g", levels, first));
    }
}
