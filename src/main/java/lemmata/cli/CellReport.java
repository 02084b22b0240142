package lemmata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.experiment.Cell;
import lemmata.model.InvalidField;

/// What runs in a cell, as text for people and as a tree for machines.
final class CellReport {

    private static final double MOST_STEPS = 1e9;

    private CellReport() {}

    /// Checks that lumped trials of a cell can run, and end within hours.
    ///
    /// @throws InvalidField naming `p`, `k` or `norm`
    static void requireFeasible(Cell cell) {
        new Experiment(cell, new EngineOptions.Chosen(EngineOptions.Kind.LUMPED, 0, ""));
        double steps =
                cell.schedule().stages().stream().mapToDouble(Stage::steps).sum();
        if (steps > MOST_STEPS) {
            throw new InvalidField(
                    "norm",
                    "‖a*‖ = " + cell.norm() + " and k = " + cell.k() + " make schedules of " + steps
                            + " steps: give ‖a*‖ nearer to 1, or fewer patches");
        }
    }

    /// All that the states depend on, by name.
    ///
    /// @param representation `full` or `lumped`
    static Map<String, Object> identity(Cell cell, String representation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("algorithm", cell.setup().method().toString());
        tree.put("representation", representation);
        tree.put("p", cell.p());
        tree.put("k", cell.k());
        tree.put("q", cell.q());
        tree.put("norm", cell.norm());
        tree.put("start", cell.setup().start().toString());
        Map<String, String> reading = new LinkedHashMap<>();
        reading.put("a", cell.setup().reading().a().name());
        reading.put("w", cell.setup().reading().w().name());
        tree.put("reading", reading);
        if (cell.setup().method().isSampled()) {
            tree.put("batch", cell.setup().batch());
        }
        tree.put("generator", cell.setup().generator().toString());
        tree.put("seed", cell.setup().seed());
        tree.put("schedule", Map.of("stages", stages(cell.schedule())));
        return tree;
    }

    /// The stages, as `--schedule` reads them.
    static List<Map<String, Object>> stages(Schedule schedule) {
        return schedule.stages().stream().map(CellReport::tree).toList();
    }

    private static Map<String, Object> tree(Stage stage) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rhoW", stage.rhoW());
        tree.put("rhoA", stage.rhoA());
        tree.put("eta", stage.eta());
        tree.put("steps", stage.steps());
        return tree;
    }

    /// The text, a line each.
    static List<String> lines(Cell cell) {
        String batch =
                cell.setup().method().isSampled() ? ", batch " + cell.setup().batch() : "";
        String what = "%s%s, p = %d, k = %d, q = %s, ‖a*‖ = %s, reading %s, start %s"
                .formatted(
                        cell.setup().method(),
                        batch,
                        cell.p(),
                        cell.k(),
                        Constant.shown(cell.q()),
                        Constant.shown(cell.norm()),
                        cell.setup().reading(),
                        cell.setup().start());
        boolean noisy = cell.setup().method().isPerturbed();
        return Stream.concat(Stream.of(what), cell.schedule().stages().stream().map(stage -> line(stage, noisy)))
                .toList();
    }

    private static String line(Stage stage, boolean noisy) {
        String noise =
                noisy ? ", ρ_w = " + Constant.shown(stage.rhoW()) + ", ρ_a = " + Constant.shown(stage.rhoA()) : "";
        return "  " + stage.steps() + " steps, η = " + Constant.shown(stage.eta()) + noise;
    }
}
