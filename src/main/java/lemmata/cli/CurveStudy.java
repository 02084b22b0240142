package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Cell;
import lemmata.experiment.ConvergenceCurves;
import lemmata.experiment.Paths;
import lemmata.experiment.SuccessRates;
import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;

/// GD, P-GD and SGD on one teacher, each with its schedule of the table of success rates.
///
/// @param common p, ‖a*‖ and randomness
/// @param k number of patches
/// @param q (1ᵀa*)²/‖a*‖²
/// @param start where runs begin
/// @param trials of each algorithm
record CurveStudy(SuccessRates.Common common, int k, double q, Start start, int trials) {

    /// τ of the outcomes.
    static final double TOLERANCE = 0.01;

    private static final List<Method> METHODS = List.of(Method.GD, Method.PGD, Method.SGD);

    /// Checks all.
    ///
    /// @throws InvalidField naming `k`, `q`, `norm` or `trials`
    CurveStudy {
        if (trials < 1 || trials > ConvergenceCurves.MOST_TRIALS) {
            throw new InvalidField(
                    "trials",
                    trials + " is no number of trials: give 1 to " + ConvergenceCurves.MOST_TRIALS
                            + ", all of which are kept in memory");
        }
        cells(common, k, q, start).forEach(CellReport::requireFeasible);
    }

    private static List<Cell> cells(SuccessRates.Common common, int k, double q, Start start) {
        return METHODS.stream()
                .map(method ->
                        SuccessRates.cell(common, method, Reading.POSTER, start, k, q, SuccessRates.recipe(method)))
                .toList();
    }

    /// The command that does the same.
    String command() {
        return "experiment curves --p %d --k %d --q %s --norm %s --trials %d --seed %d --generator %s --start %s"
                .formatted(
                        common.p(),
                        k,
                        Constant.shown(q),
                        Constant.shown(common.norm()),
                        trials,
                        common.seed(),
                        common.generator(),
                        start);
    }

    /// Runs everything; empty if it was stopped.
    ///
    /// @param stop asked now and then
    /// @throws InterruptedException if this thread is interrupted
    Optional<CurveReport> run(int threads, BooleanSupplier stop) throws InterruptedException {
        ConvergenceCurves curves = new ConvergenceCurves(SuccessRates.fastBits(), trials);
        List<CurveReport.Trace> traces = new ArrayList<>();
        for (Cell cell : cells(common, k, q, start)) {
            Terminal.progress("experiment curves: " + cell.setup().method() + ", " + trials + " trials of "
                    + cell.schedule().steps() + " steps");
            List<Long> times = ConvergenceCurves.times(cell.schedule(), ConvergenceCurves.POINTS);
            Optional<Paths> paths = curves.run(cell, times, threads, stop);
            if (paths.isEmpty()) {
                Terminal.progress("");
                return Optional.empty();
            }
            traces.add(new CurveReport.Trace(
                    cell, paths.get().tally(TOLERANCE), paths.get().curves(TOLERANCE)));
        }
        Terminal.progress("");
        return Optional.of(new CurveReport(this, traces));
    }
}
