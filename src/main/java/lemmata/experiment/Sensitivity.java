package lemmata.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.Method;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates.Common;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.smoothing.Reading;

/// The study of what the schedules need: the same runs with one thing changed at a time.
///
/// From the spurious point itself, where the start leaves nothing to luck, unless a cell says otherwise.
/// **Source.** experiment.NoiseAnnealing, experiment.StepSizeAnnealing.
public final class Sensitivity {

    private static final NoiseAnnealing PGD = NoiseAnnealing.DEFAULT;
    private static final StepSizeAnnealing SGD = StepSizeAnnealing.DEFAULT;

    /// A teacher by k and q.
    private record Place(int k, double q) {}

    private static final List<Place> NOISY =
            List.of(new Place(25, 0), new Place(25, 1), new Place(100, 0), new Place(100, 9));
    private static final List<Place> SAMPLED = List.of(new Place(25, 0), new Place(25, 1), new Place(100, 0));

    private final Common common;
    private final List<Entry> entries = new ArrayList<>();

    private Sensitivity(Common common) {
        this.common = common;
    }

    /// All lines, group by group.
    public static List<Entry> entries(Common common) {
        Sensitivity study = new Sensitivity(common);
        study.temperature();
        study.scaling();
        study.readings();
        study.drift();
        study.sampled();
        return List.copyOf(study.entries);
    }

    /// What is changed in a group, in a sentence; empty for a name that is none.
    public static String about(String group) {
        return switch (group) {
            case "temperature" ->
                "All temperatures of the schedule are multiplied, by less or more noise on the filter.";
            case "cooling" -> "One temperature for the whole time before the quiet last stage, in place of ten.";
            case "speed" -> "All stages but the last are shortened.";
            case "noise on one side" -> "One of the two radii is 0 in every stage.";
            case "stiffness" -> "Other step sizes, with times and temperatures (to leading order) kept.";
            case "scaling in k" -> "The schedule of one k runs at another.";
            case "scaling in norm" -> "Other ‖a*‖, with the schedule of the rule and with that of ‖a*‖ = 1.";
            case "reading" -> "The schedule under each reading of the gradient at the perturbed point.";
            case "secondary source" ->
                "What a secondary source reports of the paper: 20 epochs of 400 steps, η = 0.1·0.8ˢ, ρ_w = 36·0.4ˢ,"
                        + " ρ_a = 0.4ˢ.";
            case "drift" ->
                "Noise on the filter 1.5 times ρ_esc, where the mean step leads away from (−w*, ā), and next to none on the"
                        + " output weights; a million steps, which may be too few for it, above all under RADIAL.";
            case "batch" ->
                "Mini-batches of more inputs, with the step size of the rule; for 16 at k = 100 it is so large that the mean"
                        + " of a is unstable.";
            case "step size" -> "All step sizes are multiplied, with the time kept.";
            case "step-size annealing" -> "The first step size throughout, without the halvings.";
            case "perturbed SGD" -> "Noise ρ on the filter and ρ‖a*‖ on the output weights besides, halved with η.";
            case "very small step" -> "A constant step size from random starts, with the time kept.";
            default -> "";
        };
    }

    private void temperature() {
        for (int power = -4; power <= 4; power += 2) {
            double factor = Math.scalb(1, power);
            noisy("temperature", "temperature × " + factor, heated(factor));
        }
        noisy("cooling", "as it is", PGD);
        noisy("cooling", "hot only", single(PGD.hot(), PGD.rhoHot()));
        noisy("cooling", "cold only", single(PGD.cold(), PGD.rhoCold()));
        noisy(
                "cooling",
                "geometric middle only",
                single(Math.sqrt(PGD.hot() * PGD.cold()), Math.sqrt(PGD.rhoHot() * PGD.rhoCold())));
        for (int power = -4; power <= 0; power++) {
            double factor = Math.scalb(1, power);
            noisy("speed", "time × " + factor, slowed(PGD.stiffness(), factor * PGD.time()));
        }
        noisy("noise on one side", "both", PGD);
        noisy("noise on one side", "no noise on a", changed(stage -> noise(stage, 1, 0)));
        noisy("noise on one side", "no noise on w", changed(stage -> noise(stage, 0, 1)));
        for (double stiffness : List.of(0.3, 0.6, 1.0, 1.4)) {
            noisy("stiffness", "stiffness " + stiffness, slowed(stiffness, PGD.time()));
        }
    }

    private void scaling() {
        for (int k : List.of(25, 100)) {
            noisy(
                    "scaling in k",
                    "schedule of k = " + k,
                    (p, target) -> PGD.schedule(p, Target.of(k, 0, target.norm())));
        }
        Recipe fixed = (p, target) -> PGD.schedule(p, Target.of(target.k(), 0, 1));
        for (double norm : List.of(0.3, 1.0, 3.0)) {
            Common scaled = new Common(common.p(), norm, common.generator(), common.seed());
            for (Place place : NOISY) {
                String label = "‖a*‖ = " + norm;
                add("scaling in norm", label, scaled, Reading.POSTER, Start.SPURIOUS, place, PGD);
                label += ", schedule of ‖a*‖ = 1";
                add("scaling in norm", label, scaled, Reading.POSTER, Start.SPURIOUS, place, fixed);
            }
        }
    }

    /// The six readings: with the schedule, and with one that a secondary source reports of the paper.
    private void readings() {
        for (Start start : Start.values()) {
            for (Reading reading : Reading.all()) {
                NOISY.forEach(place -> add("reading", "the schedule", common, reading, start, place, PGD));
            }
        }
        for (Reading reading : Reading.all()) {
            for (Place place : List.of(new Place(25, 0), new Place(25, 1), new Place(100, 4))) {
                for (Start start : Start.values()) {
                    add("secondary source", "20 epochs", common, reading, start, place, Sensitivity::secondary);
                }
            }
        }
    }

    private static Schedule secondary(int p, Target target) {
        return new Schedule(IntStream.range(0, 20)
                .mapToObj(s -> new Stage(36 * power(0.4, s), power(0.4, s), 0.1 * power(0.8, s), 400))
                .toList());
    }

    /// Noise on w above ρ_esc, next to none on a: there the mean step leads away from −w*. Under ANGLE −w* stands
    /// still.
    private void drift() {
        List<Reading> readings = List.of(
                Reading.POSTER,
                new Reading(Reading.Output.UNIT, Reading.Filter.NETWORK),
                new Reading(Reading.Output.UNIT, Reading.Filter.NORMALISED));
        for (Reading reading : readings) {
            for (Place place : List.of(new Place(25, 0), new Place(25, 1))) {
                for (double stiffness : List.of(0.01, 0.1)) {
                    Recipe recipe = (p, target) -> drift(p, target, reading, stiffness);
                    add("drift", "stiffness " + stiffness, common, reading, Start.SPURIOUS, place, recipe);
                }
            }
        }
    }

    private static Schedule drift(int p, Target target, Reading reading, double stiffness) {
        double rhoW =
                1.5 * SmoothedEquilibrium.escapeNoise(target, p, reading.a()).value();
        double rhoA = 0.01 * target.norm();
        double unit = new Stage(rhoW, rhoA, 1, 0).stiffness(reading, p, target.k());
        return Schedule.of(
                new Stage(rhoW, rhoA, stiffness / unit, 1_000_000),
                new Stage(0.01, 0.01 * rhoA, PGD.stiffness() * PlainDescent.unit(target), 10_000));
    }

    /// SGD; what takes long at k = 100 runs at k = 25 only.
    private void sampled() {
        List<Place> small = SAMPLED.subList(0, 2);
        for (int batch : List.of(1, 4, 16)) {
            sampled(Method.SGD, "batch", "b = " + batch, SAMPLED, stepped(batch, SGD.scale(), SGD.halvings(), 0));
        }
        for (double scale : List.of(0.1, 0.3, 0.6, 1.0, 1.3)) {
            List<Place> places = scale < 0.5 ? small : SAMPLED;
            sampled(Method.SGD, "step size", "step size × " + scale, places, stepped(1, scale, SGD.halvings(), 0));
        }
        sampled(Method.SGD, "step-size annealing", "as it is", SAMPLED, SGD);
        sampled(Method.SGD, "step-size annealing", "constant step size", SAMPLED, stepped(1, SGD.scale(), 0, 0));
        for (double rho : List.of(0.0, 0.1, 0.3, 1.0)) {
            StepSizeAnnealing recipe = stepped(1, SGD.scale(), StepSizeAnnealing.PERTURBED.halvings(), rho);
            sampled(Method.PSGD, "perturbed SGD", "ρ = " + rho, small, recipe);
        }
        for (double scale : List.of(0.01, 0.03, 1.0)) {
            Recipe recipe = stepped(1, scale, 0, 0);
            add("very small step", "step size × " + scale, Method.SGD, Start.RANDOM, SAMPLED.getFirst(), recipe);
        }
    }

    private static NoiseAnnealing heated(double factor) {
        return new NoiseAnnealing(
                PGD.stiffness(),
                PGD.stages(),
                PGD.time(),
                factor * PGD.hot(),
                factor * PGD.cold(),
                PGD.rhoHot(),
                PGD.rhoCold(),
                PGD.finish());
    }

    /// One temperature for the whole time before the last stage.
    private static NoiseAnnealing single(double temperature, double rho) {
        return new NoiseAnnealing(PGD.stiffness(), 1, PGD.time(), temperature, temperature, rho, rho, PGD.finish());
    }

    private static NoiseAnnealing slowed(double stiffness, double time) {
        return new NoiseAnnealing(
                stiffness, PGD.stages(), time, PGD.hot(), PGD.cold(), PGD.rhoHot(), PGD.rhoCold(), PGD.finish());
    }

    private static Recipe changed(UnaryOperator<Stage> change) {
        return (p, target) -> new Schedule(
                PGD.schedule(p, target).stages().stream().map(change).toList());
    }

    private static Stage noise(Stage stage, double filter, double output) {
        return new Stage(filter * stage.rhoW(), output * stage.rhoA(), stage.eta(), stage.steps());
    }

    private static StepSizeAnnealing stepped(int batch, double scale, int halvings, double rho) {
        return new StepSizeAnnealing(batch, scale, SGD.time(), halvings, rho);
    }

    private static double power(double base, int exponent) {
        return Functions.exp(exponent * Functions.log(base));
    }

    private void noisy(String group, String label, Recipe recipe) {
        NOISY.forEach(place -> add(group, label, Method.PGD, Start.SPURIOUS, place, recipe));
    }

    private void sampled(Method method, String group, String label, List<Place> places, Recipe recipe) {
        places.forEach(place -> add(group, label, method, Start.SPURIOUS, place, recipe));
    }

    private void add(String group, String label, Method method, Start start, Place place, Recipe recipe) {
        Cell cell = SuccessRates.cell(common, method, Reading.POSTER, start, place.k, place.q, recipe);
        entries.add(new Entry(group, label, cell));
    }

    private void add(String group, String label, Common own, Reading reading, Start start, Place place, Recipe recipe) {
        entries.add(
                new Entry(group, label, SuccessRates.cell(own, Method.PGD, reading, start, place.k, place.q, recipe)));
    }
}
