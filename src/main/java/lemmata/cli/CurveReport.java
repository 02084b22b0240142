package lemmata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lemmata.experiment.Band;
import lemmata.experiment.Cell;
import lemmata.experiment.Curve;
import lemmata.experiment.Observable;
import lemmata.experiment.Tally;

/// What `experiment curves` has found: as lines for people, as numbers, and by [CurveFigure] as a picture.
///
/// @param study what ran
/// @param traces one for each algorithm
record CurveReport(CurveStudy study, List<Trace> traces) {

    static final String SCHEMA = "lemmata-curves/1";

    /// One algorithm.
    ///
    /// @param tally how its trials ended
    /// @param curves of all of them, and of those that ended alike
    record Trace(Cell cell, Tally tally, List<Curve> curves) {}

    /// Version and command.
    String caption() {
        return "lemmata " + Version.current() + ": " + study.command();
    }

    /// What the picture shows, for a reader of the page that it stands on.
    String words() {
        String where = "p = %d, k = %d, q = %s, ‖a*‖ = %s, start %s"
                .formatted(
                        study.common().p(),
                        study.k(),
                        Constant.shown(study.q()),
                        Constant.shown(study.common().norm()),
                        study.start());
        return "Loss, errors, aᵀa* and φ of GD (by the end of the runs), P-GD and SGD against steps, for " + where
                + ": medians, bands of 25 to 75 % and of 5 to 95 %, " + study.trials()
                + " runs of each. Loss and errors of P-GD also on a linear axis, with the noise of each stage.";
    }

    /// A line for each curve.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Trace trace : traces) {
            for (Curve curve : trace.curves) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-4s %-9s %6d trials, after %d steps: median loss %.3g, φ %.3g; 95 %% of loss %.3g",
                        trace.cell.setup().method(),
                        curve.group(),
                        curve.trials(),
                        curve.last().step(),
                        curve.last().of(Observable.LOSS).median(),
                        curve.last().of(Observable.ANGLE).median(),
                        curve.last().of(Observable.LOSS).q95()));
            }
        }
        return lines;
    }

    /// All numbers, a row for each curve, time and quantity.
    Csv csv() {
        Csv csv = new Csv(
                List.of(
                        SCHEMA + "; " + caption(),
                        "outcome: the trials that are counted; step: steps taken; time: sum of their step sizes",
                        "q05 to q95: the smallest numbers that this share of the trials does not exceed",
                        "schedules: see the same command with --json"),
                "algorithm,outcome,quantity,trials,step,time,q05,q25,median,q75,q95".split(","));
        for (Trace trace : traces) {
            for (Curve curve : trace.curves) {
                for (Observable what : Observable.values()) {
                    for (Curve.Moment moment : curve.moments()) {
                        csv.row(words(curve, what, moment.step()), numbers(moment, what));
                    }
                }
            }
        }
        return csv;
    }

    private static String words(Curve curve, Observable what, long step) {
        return curve.cell().setup().method() + "," + curve.group() + "," + what + "," + curve.trials() + "," + step;
    }

    private static double[] numbers(Curve.Moment moment, Observable what) {
        Band band = moment.of(what);
        return new double[] {moment.time(), band.q05(), band.q25(), band.median(), band.q75(), band.q95()};
    }

    /// Everything by name.
    ///
    /// @param command the arguments that the program was called with
    Map<String, Object> tree(List<String> command) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SCHEMA);
        tree.put("version", Version.current());
        tree.put("command", command);
        tree.put("repeat", study.command());
        tree.put("trials", study.trials());
        tree.put("tolerance", CurveStudy.TOLERANCE);
        tree.put("algorithms", traces.stream().map(CurveReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Trace trace) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("parameters", CellReport.identity(trace.cell, "lumped"));
        Map<String, Long> outcomes = new LinkedHashMap<>();
        outcomes.put("converged", trace.tally.successes());
        outcomes.put("trapped", trace.tally.trapped());
        outcomes.put("undecided", trace.tally.undecided());
        outcomes.put("diverged", trace.tally.diverged());
        tree.put("outcomes", outcomes);
        tree.put("fingerprint", String.format(Locale.ROOT, "%064x", trace.tally.fingerprint()));
        tree.put("curves", trace.curves.stream().map(CurveReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Curve curve) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcome", curve.group());
        tree.put("trials", curve.trials());
        tree.put("steps", curve.moments().stream().map(Curve.Moment::step).toList());
        tree.put("times", curve.moments().stream().map(Curve.Moment::time).toList());
        for (Observable what : Observable.values()) {
            Map<String, List<Double>> bands = new LinkedHashMap<>();
            bands.put("q05", values(curve, what, Band::q05));
            bands.put("q25", values(curve, what, Band::q25));
            bands.put("median", values(curve, what, Band::median));
            bands.put("q75", values(curve, what, Band::q75));
            bands.put("q95", values(curve, what, Band::q95));
            tree.put(what.toString(), bands);
        }
        return tree;
    }

    private static List<Double> values(Curve curve, Observable what, ToDoubleFunction<Band> quantile) {
        return curve.moments().stream()
                .map(moment -> quantile.applyAsDouble(moment.of(what)))
                .toList();
    }
}
