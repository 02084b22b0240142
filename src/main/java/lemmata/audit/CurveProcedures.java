package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.experiment.Band;
import lemmata.experiment.ConvergenceCurves;

/// The procedures of experiment.ConvergenceCurves.
final class CurveProcedures {

    private CurveProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        procedures.put("experiment.ConvergenceCurves/S1", sampled("by definition", CurveChecks.quantiles(Band::of)));
        procedures.put(
                "experiment.ConvergenceCurves/S2",
                all(
                        sampled("results of a simulation", CurveChecks.sameBits(CurveChecks::recorded)),
                        sampled("times", CurveChecks.times(ConvergenceCurves::times))));
        procedures.put("experiment.ConvergenceCurves/S3", patterns(CurvePatterns::leaves));
        procedures.put("experiment.ConvergenceCurves/S4", patterns(CurvePatterns::converges));
        procedures.put(
                "experiment.ConvergenceCurves/S5",
                all(
                        patterns(CurvePatterns::waits),
                        sampled("SGD's gradient at (w*, a*)", UnrestChecks.rests(MiniBatchGradient::at)),
                        run -> List.of(UnrestChecks.unrest(run, ConvergenceCurves::unrest))));
        procedures.put(
                "experiment.ConvergenceCurves/S6",
                run -> List.of(Evidence.notRead(
                        "the figure is not in the sources",
                        "neither are its k, q, ‖a*‖, schedules, step sizes and quantities; ours are in S3 to S5")));
    }

    /// What a budget runs: trials of each algorithm, and the teachers. At q = 4 a quarter of GD's runs is trapped,
    /// which takes more than a hundred of them to be seen.
    private record Size(int trials, List<Integer> ks, List<Double> qs) {

        static Size of(Budget budget) {
            return switch (budget) {
                case QUICK -> new Size(64, List.of(25), List.of(1.0));
                case STANDARD -> new Size(256, List.of(25), List.of(0.0, 1.0, 4.0));
                case DEEP -> new Size(512, List.of(25, 100), List.of(0.0, 1.0, 4.0));
            };
        }
    }

    private static Procedure patterns(Function<CurveRuns, Evidence> judge) {
        return run -> {
            Size size = Size.of(run.budget());
            int cells = size.ks.size() * size.qs.size();
            String share = String.format(Locale.ROOT, "; %s: %d of 6 cells", run.budget(), cells);
            List<Evidence> all = new ArrayList<>();
            for (int k : size.ks) {
                for (double q : size.qs) {
                    Evidence one = judge.apply(new CurveRuns(run.seed(), size.trials, k, q, CurveRuns.TABLE));
                    all.add(new Evidence(
                            one.method(), one.verdict(), one.claim(), one.cases(), one.worst(), one.detail() + share));
                }
            }
            return all;
        };
    }
}
