package lemmata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.model.InvalidField;
import lemmata.model.Target;

/// What runs: algorithm, teacher, schedule and engine.
///
/// @param setup algorithm, start and randomness
/// @param p length of the filter
/// @param q (1ᵀa*)²/‖a*‖² as given
/// @param norm ‖a*‖ as given
/// @param target a*
/// @param schedule noise and step size
/// @param engine what computes
record Experiment(
        Setup setup, int p, double q, double norm, Target target, Schedule schedule, EngineOptions.Chosen engine) {

    /// Longest vectors that noise is drawn for, and those of a lumped chain.
    private static final int LONGEST = 1 << 18;

    private static final int LONGEST_LUMPED = 1 << 20;

    /// Checks the sizes.
    ///
    /// @throws InvalidField naming `p` or `k`
    Experiment {
        requireLength("p", p, isLumped(engine));
        requireLength("k", target.k(), isLumped(engine) && !setup.method().isSampled());
    }

    private static void requireLength(String field, int length, boolean lumped) {
        int most = lumped ? LONGEST_LUMPED : LONGEST;
        if (length < 1 || length > most) {
            throw new InvalidField(field, "is " + length + ": give a number from 1 to " + most);
        }
    }

    private static boolean isLumped(EngineOptions.Chosen engine) {
        return engine.kind() == EngineOptions.Kind.LUMPED;
    }

    /// The runs.
    Representation chain() {
        return isLumped(engine) ? setup.lumped(p, target, engine.bits()) : setup.full(target.teacher(p), engine.bits());
    }

    /// All that the states depend on, by name.
    Map<String, Object> identity() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("algorithm", setup.method().toString());
        tree.put("representation", isLumped(engine) ? "lumped" : "full");
        tree.put("p", p);
        tree.put("k", target.k());
        tree.put("q", q);
        tree.put("norm", norm);
        tree.put("start", setup.start().toString());
        Map<String, String> reading = new LinkedHashMap<>();
        reading.put("a", setup.reading().a().name());
        reading.put("w", setup.reading().w().name());
        tree.put("reading", reading);
        if (setup.method().isSampled()) {
            tree.put("batch", setup.batch());
        }
        tree.put("generator", setup.generator().toString());
        tree.put("seed", setup.seed());
        tree.put(
                "schedule",
                Map.of(
                        "stages",
                        schedule.stages().stream().map(Experiment::tree).toList()));
        return tree;
    }

    private static Map<String, Object> tree(Stage stage) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rhoW", stage.rhoW());
        tree.put("rhoA", stage.rhoA());
        tree.put("eta", stage.eta());
        tree.put("steps", stage.steps());
        return tree;
    }

    /// What runs, for people.
    List<String> lines() {
        String batch = setup.method().isSampled() ? ", batch " + setup.batch() : "";
        String what = "%s%s, p = %d, k = %d, q = %s, ‖a*‖ = %s, reading %s, start %s"
                .formatted(
                        setup.method(),
                        batch,
                        p,
                        target.k(),
                        Constant.shown(q),
                        Constant.shown(norm),
                        setup.reading(),
                        setup.start());
        return Stream.concat(Stream.of(what), schedule.stages().stream().map(this::line))
                .toList();
    }

    private String line(Stage stage) {
        String noise = setup.method().isPerturbed()
                ? ", ρ_w = " + Constant.shown(stage.rhoW()) + ", ρ_a = " + Constant.shown(stage.rhoA())
                : "";
        return "  " + stage.steps() + " steps, η = " + Constant.shown(stage.eta()) + noise;
    }
}
