package lemmata.audit;

import static lemmata.audit.Procedure.all;
import static lemmata.audit.Procedure.sampled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lemmata.audit.FluctuationRuns.Cell;
import lemmata.audit.RegimeRuns.Place;
import lemmata.dynamics.Stage;
import lemmata.model.Target;
import lemmata.smoothing.Reading;
import lemmata.theorem.Fluctuation;
import lemmata.theorem.FluctuationAngle;
import lemmata.theorem.FluctuationGrowth;
import lemmata.theorem.FluctuationOptimum;
import lemmata.theorem.Problem;
import lemmata.theorem.Regime;
import lemmata.theorem.RegimeCost;

/// The procedures of the stems Fluctuation and Regime of the chapter theorem.
final class RegimeProcedures {

    /// Where the experiments' schedule is asked about: the poster's p.
    private static final List<Place> GRID = List.of(
            new Place(6, 25, 0), new Place(6, 25, 1), new Place(6, 25, 4), new Place(6, 49, 4), new Place(6, 100, 16));

    /// ψ₀ of the mean step in S2.
    private static final double NEAR = 0.25;

    private RegimeProcedures() {}

    /// Adds them, by statement id.
    static void addTo(Map<String, Procedure> procedures) {
        addFormulas(procedures);
        addRuns(procedures);
        addRegime(procedures);
        addRegimeRuns(procedures);
    }

    private static void addFormulas(Map<String, Procedure> to) {
        to.put(
                "theorem.Fluctuation/S1",
                all(
                        sampled("stands still", FluctuationChecks.standsStill(Fluctuation::coordinate)),
                        sampled("leading order", FluctuationChecks.leads(Fluctuation::leading))));
        to.put(
                "theorem.Fluctuation/S2",
                all(
                        sampled("limit of large noise", FluctuationChecks.largeNoise(Fluctuation::largeNoise)),
                        run -> List.of(spread("V_ξ of the recursion", run, FluctuationRuns.CELLS.subList(1, 2)))));
        to.put(
                "theorem.Fluctuation/S3",
                all(
                        sampled("a: limit of small noise", FluctuationChecks.smallNoise(FluctuationOptimum::output)),
                        sampled("σ² by coordinates", FluctuationChecks.filterSlope(FluctuationOptimum::slope))));
        to.put(
                "theorem.Fluctuation/S4",
                all(
                        sampled("V_ε/d² under the prescriptions", FluctuationChecks.grows(growth -> 1.0)),
                        sampled("length for ten times", FluctuationChecks.lengthIsEnough(growth -> growth.length(10))),
                        run -> List.of(limits())));
    }

    private static void addRuns(Map<String, Procedure> to) {
        to.put(
                "theorem.Fluctuation/S5",
                all(
                        run -> List.of(spread(
                                "E(d − d_∞)² = V_ε + V_ξ",
                                run,
                                run.budget() == Budget.QUICK
                                        ? FluctuationRuns.CELLS.subList(0, 2)
                                        : FluctuationRuns.CELLS)),
                        run -> List.of(optimum(run))));
        to.put("theorem.Fluctuation/S6", run -> List.of(cosine(run)));
        to.put(
                "theorem.Fluctuation/S7",
                sampled("quadrature of the density", FluctuationChecks.cosine(FluctuationAngle::meanCosine)));
    }

    private static Evidence spread(String claim, Run run, List<Cell> cells) {
        int trials = FluctuationRuns.trials(run.budget());
        List<MeanTest> tests = new ArrayList<>();
        for (Cell cell : cells) {
            long seed = FluctuationRuns.own(run.seed(), FluctuationRuns.CELLS.indexOf(cell));
            tests.add(FluctuationRuns.spread(cell, FluctuationRuns::predicted, seed, trials));
        }
        String left = String.format(
                Locale.ROOT, "; %s: %d of %d cells", run.budget(), cells.size(), FluctuationRuns.CELLS.size());
        return FluctuationRuns.evidence(claim, cells, tests, trials, left);
    }

    private static Evidence optimum(Run run) {
        int trials = FluctuationRuns.trials(run.budget()) / 2;
        List<Cell> cells = run.budget() == Budget.QUICK ? FluctuationRuns.OPTIMA.subList(0, 1) : FluctuationRuns.OPTIMA;
        List<MeanTest> tests = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            tests.add(FluctuationRuns.filter(
                    cells.get(i), FluctuationOptimum::filter, FluctuationRuns.own(run.seed(), 100 + i), trials));
        }
        for (int i = 0; i < cells.size(); i++) {
            tests.add(FluctuationRuns.output(
                    cells.get(i),
                    FluctuationOptimum::outputAtTarget,
                    FluctuationRuns.own(run.seed(), 100 + i),
                    trials));
        }
        return FluctuationRuns.evidence(
                "near the optimum: E‖w − w*‖², then E‖a − a_∞‖²", cells, tests, trials, "; 2ρ_w is allowed besides");
    }

    private static Evidence cosine(Run run) {
        boolean quick = run.budget() == Budget.QUICK;
        int trials = quick ? 384 : run.budget() == Budget.STANDARD ? 1024 : 1 << 15;
        List<Cell> cells = quick ? FluctuationRuns.HEAT.subList(0, 1) : FluctuationRuns.HEAT;
        List<MeanTest> tests = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            tests.add(FluctuationRuns.cosine(cells.get(i), 1, FluctuationRuns.own(run.seed(), 200 + i), trials));
        }
        return FluctuationRuns.evidence(
                "E cos φ of the density ∝ sin^{p−2}φ e^{K cos φ}",
                cells,
                tests,
                trials,
                "; 0.02 is allowed besides; a picture of leading order, not proved");
    }

    /// S4: the share of V_ε/d² in its limit, at p = 64 and 4096, C_w = 1.
    private static Evidence limits() {
        StringBuilder detail = new StringBuilder();
        double worst = 0;
        for (double q : new double[] {0, 1, 2}) {
            double near = ratio(4096, q);
            double far = ratio(64, q);
            worst = Math.max(worst, Math.max(Math.abs(near - 1) / 0.01, 16 * Math.abs(near - 1) / Math.abs(far - 1)));
            detail.append(String.format(Locale.ROOT, "q = %.0f: %.4f, then %.5f; ", q, far, near));
        }
        return new Evidence(
                "enumeration",
                worst <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED,
                "V_ε/d_∞² over its form for large p, k = 2: the distance to 1 falls by 16 from p = 64 to 4096",
                6,
                worst,
                detail + "constants 1, L = 1");
    }

    private static double ratio(int p, double q) {
        Target target = Target.of(2, q, 1);
        FluctuationGrowth growth = new FluctuationGrowth(2, q, 1, 1, 1);
        double kp = 2.0 * p;
        double eta = 1 / (kp * kp * kp * kp * p * p * p);
        Fluctuation at = new Fluctuation(new Problem(target, p, kp * p, 1), Reading.Output.RADIAL, eta);
        double mean = at.mean(Fluctuation.Pole.TARGET);
        return at.leading() / (mean * mean) / growth.limit(p);
    }

    private static void addRegime(Map<String, Procedure> to) {
        to.put(
                "theorem.Regime/S1",
                all(
                        sampled("a mean step turns w by an arctangent", RegimeChecks.turns(RegimeChecks::turned)),
                        sampled("trapped below a negative ceiling", RegimeChecks.stays(Regime::traps)),
                        sampled("leaves above ρ_esc", RegimeChecks.leaves((regime, start) -> regime.drifts()))));
        to.put("theorem.Regime/S2", all(run -> List.of(thermal()), RegimeProcedures::escapes));
        to.put("theorem.Regime/S5", run -> List.of(cost(0), cost(1)));
    }

    /// S2: the experiments' schedule is below ρ_esc in every stage, and its mean step stays.
    private static Evidence thermal() {
        StringBuilder detail = new StringBuilder();
        boolean holds = true;
        for (Place place : GRID) {
            Regime heat = RegimeRuns.heat(place);
            Regime.Span span = heat.alignment(RegimeRuns.near(place.target(), NEAR));
            holds &= heat.isThermal() && heat.traps(RegimeRuns.near(place.target(), NEAR));
            detail.append(String.format(
                    Locale.ROOT,
                    "%s: ρ_w ≤ %.3f, ρ_esc = %.3f, aᵀa* ≤ %.3f; ",
                    place.words(),
                    heat.schedule().stages().getFirst().rhoW(),
                    heat.escapeNoise().value(),
                    span.high()));
        }
        return new Evidence(
                "enumeration",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "every stage below ρ_esc; the mean step from ψ₀ = 0.25 and ā stays for ever",
                GRID.size(),
                Double.NaN,
                detail + "‖a*‖ = 1, RADIAL × NETWORK");
    }

    /// S2: the same places, by runs.
    private static List<Evidence> escapes(Run run) {
        return GRID.stream()
                .map(place -> RegimeRuns.evidence(
                        words("P-GD with the same schedule, cell %d of %d", GRID.indexOf(place) + 1, GRID.size()),
                        place,
                        RegimeRuns.heat(place),
                        run.seed(),
                        true))
                .toList();
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    private static void addRegimeRuns(Map<String, Procedure> to) {
        to.put(
                "theorem.Regime/S3",
                all(
                        sampled("noise and path kept", RegimeChecks.cools(regime -> regime.cooled(4))),
                        RegimeProcedures::cooling));
        to.put(
                "theorem.Regime/S4",
                all(
                        sampled("steps per factor e", RegimeChecks.turning(Regime::turning)),
                        run -> List.of(RegimeRuns.twoEpochs(
                                run.budget() == Budget.DEEP ? RegimeRuns.LARGE : RegimeRuns.SMALL,
                                FluctuationRuns.own(run.seed(), 300)))));
    }

    /// S3: heat and drift, as they are and cooled.
    private static List<Evidence> cooling(Run run) {
        boolean quick = run.budget() == Budget.QUICK;
        List<Evidence> all = new ArrayList<>(pairs(run, RegimeRuns.SMALL, quick ? 8 : 16, quick ? 4 : 16));
        if (run.budget() == Budget.STANDARD) {
            all.addAll(pair("heat", run, new Place(6, 25, 1), RegimeRuns::heat, 4, false));
        }
        if (run.budget() == Budget.DEEP) {
            all.addAll(pairs(run, RegimeRuns.LARGE, 16, 16));
            all.addAll(pair("heat", run, new Place(6, 25, 1), RegimeRuns::heat, 16, false));
        }
        return all;
    }

    private static List<Evidence> pairs(Run run, Place place, int heat, int drift) {
        List<Evidence> both = new ArrayList<>(pair("heat", run, place, RegimeRuns::heat, heat, false));
        both.addAll(pair("drift", run, place, RegimeRuns::drift, drift, true));
        return both;
    }

    private static List<Evidence> pair(
            String what, Run run, Place place, Function<Place, Regime> rule, int factor, boolean most) {
        Regime regime = rule.apply(place);
        return List.of(
                RegimeRuns.evidence(what, place, regime, run.seed(), true),
                RegimeRuns.evidence(what + ", cooled by " + factor, place, regime.cooled(factor), run.seed(), most));
    }

    /// S5: the steps of both epochs at p = 6, k = 25, δ = 0.05, γ = 0.01.
    private static Evidence cost(double q) {
        Target target = Target.of(25, q, 1);
        Regime experiments = RegimeRuns.heat(new Place(6, 25, q));
        double steps = experiments.schedule().steps();
        double rhoW = 2 * experiments.escapeNoise().value();
        RegimeCost first = RegimeCost.printedEscape(target, 6, 0.05);
        RegimeCost second = RegimeCost.printedConvergence(target, 6, 0.01, 0.05);
        RegimeCost third = RegimeCost.provedEscape(target, 6, rhoW, 0.05);
        RegimeCost fourth = RegimeCost.provedConvergence(target, 6, rhoW, 0.15, 0.01, 0.05);
        Stage stage = experiments.schedule().stages().getFirst();
        boolean holds = first.steps() > 1e10 * steps
                && second.steps() > 1e9 * steps
                && third.steps() > 1e6 * steps
                && fourth.steps() > 1e3 * steps
                && third.steps() + fourth.steps() < 1e-3 * (first.steps() + second.steps());
        String detail = String.format(
                Locale.ROOT,
                "p = 6, k = 25, q = %.0f, ‖a*‖ = 1, δ = 0.05, γ = 0.01. Printed, constants 1: I ρ_w = %.0f, η = %.3g,"
                        + " T₁ = %.3g; II η = %.3g, T₂ = %.3g. Proved: I ρ_w = %.4g, ρ_a = 0, η = %.3g, T₁ = %.3g;"
                        + " II ρ_w = 0.15, η = %.3g, T₂ = %.3g. Experiments: ρ_w = %.3f, η = %.3g, %.0f steps",
                q,
                first.rhoW(),
                first.eta(),
                first.steps(),
                second.eta(),
                second.steps(),
                third.rhoW(),
                third.eta(),
                third.steps(),
                fourth.eta(),
                fourth.steps(),
                stage.rhoW(),
                stage.eta(),
                steps);
        return new Evidence(
                "enumeration",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "burn-in over the experiments' steps: printed 10¹⁰ and 10⁹, proved 10⁶ and 10³, at least",
                1,
                Double.NaN,
                detail);
    }
}
