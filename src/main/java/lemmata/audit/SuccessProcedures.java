package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lemmata.audit.SuccessChecks.Place;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.SuccessRates;
import lemmata.experiment.Tally;
import lemmata.experiment.TrapPrediction;

/// The procedures of experiment.SuccessRates and experiment.TrapPrediction.
final class SuccessProcedures {

    private static final List<Integer> ENDS = List.of(25, 100);
    private static final List<Double> FEW = List.of(0.0, 4.0, 25.0);
    private static final List<Start> STARTS = List.of(Start.values());

    private SuccessProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addRates(procedures);
        addTraps(procedures);
    }

    private static void addRates(Map<String, Procedure> to) {
        to.put(
                "experiment.SuccessRates/S1",
                all(
                        sampled("parts by definition", TallyChecks.adds(Tally::of, Tally::plus)),
                        sampled("runs on threads and vectors", TallyChecks.runs(TallyChecks::run))));
        to.put(
                "experiment.SuccessRates/S2",
                all(
                        sampled("ends, 60 digits", IntervalChecks.ends(BinomialInterval::of)),
                        sampled("coverage, all counts", IntervalChecks.covers(BinomialInterval::of))));
        to.put("experiment.SuccessRates/S3", run -> List.of(converges(run, Method.PGD, noisy(run.budget()))));
        to.put("experiment.SuccessRates/S4", run -> List.of(converges(run, Method.SGD, sampledCells(run.budget()))));
        to.put(
                "experiment.SuccessRates/S5",
                run -> List.of(Evidence.notRead(
                        "the figure is not in the sources",
                        "neither are its schedules, step sizes, numbers of trials, k and ‖a*‖; ours are in the rows")));
    }

    /// Cells and trials of each.
    private record Plan(List<Place> places, int trials) {}

    private static Evidence converges(Run run, Method method, Plan plan) {
        return SuccessChecks.converges(method, SuccessRates.recipe(method), plan.places, plan.trials, run.seed());
    }

    private static Plan noisy(Budget budget) {
        return switch (budget) {
            case QUICK -> new Plan(few(List.of(0.0, 1.0), 49), 128);
            case STANDARD -> new Plan(SuccessChecks.places(List.of(25, 64, 100), FEW, STARTS), 256);
            case DEEP -> new Plan(SuccessChecks.places(SuccessRates.K, SuccessRates.Q, STARTS), 2000);
        };
    }

    private static Plan sampledCells(Budget budget) {
        return switch (budget) {
            case QUICK -> new Plan(few(List.of(0.0, 4.0), 36), 32);
            case STANDARD -> new Plan(SuccessChecks.places(ENDS, FEW, STARTS), 64);
            case DEEP -> new Plan(SuccessChecks.places(SuccessRates.K, SuccessRates.Q, STARTS), 500);
        };
    }

    /// k = 25 from random starts, both starts of q = 0, and a larger k.
    private static List<Place> few(List<Double> qs, int larger) {
        List<Place> places = new ArrayList<>(SuccessChecks.places(List.of(25), qs, List.of(Start.RANDOM)));
        places.add(new Place(25, 0, Start.SPURIOUS));
        places.add(new Place(larger, 0, Start.RANDOM));
        return places;
    }

    private static void addTraps(Map<String, Procedure> to) {
        to.put("experiment.TrapPrediction/S1", run -> {
            int n = trials(run.budget());
            return List.of(
                    TrapRuns.outside("where no spurious optimum exists", 25, 9, n, run.seed()),
                    TrapRuns.outside("where one exists", 25, 8, n, run.seed()));
        });
        to.put(
                "experiment.TrapPrediction/S2",
                run -> List.of(TrapRuns.half(places(run.budget()), trials(run.budget()), run.seed(), 0.5)));
        to.put(
                "experiment.TrapPrediction/S3",
                all(
                        sampled("threshold and limit", TrapChecks.formulas(TrapPrediction::of)),
                        sampled("counts with full students", TrapChecks.counts(TrapPrediction::with))));
        to.put(
                "experiment.TrapPrediction/S4",
                sampled("sides kept", TrapSideChecks.keepsSides(GradientDescent::new, 1)));
        to.put(
                "experiment.TrapPrediction/S5",
                sampled("−w* is left", TrapSideChecks.leaves(GradientDescent::new, 0.01)));
    }

    private static int trials(Budget budget) {
        return budget == Budget.QUICK ? 256 : budget == Budget.STANDARD ? 1000 : 10_000;
    }

    /// (k, ‖a*‖): with a smaller ‖a*‖ runs take longer.
    private static List<double[]> places(Budget budget) {
        List<double[]> places = new ArrayList<>(List.of(new double[] {25, 1}, new double[] {25, 3}));
        if (budget != Budget.QUICK) {
            places.add(new double[] {100, 1});
            places.add(new double[] {2, 1});
        }
        return places;
    }
}
