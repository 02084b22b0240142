package lemmata.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lemmata.loss.Angle;

/// What `bench smoothing` measured, as text and as a tree.
///
/// @param cells all points
record SmoothingBenchReport(List<SmoothingBench.Cell> cells) {

    private static final String ROW = "%-14s %8s %8s %10s %10s %12s";
    private static final double MICROS = 1000;

    /// The text: a line for each quantity.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("p in " + lengths() + ", ρ_w in " + shown(SmoothingBench.RADII) + ", φ in "
                + shown(SmoothingBench.ANGLES.stream().map(Angle::phi).toList()));
        lines.add("Time of one evaluation in µs; errors relative to κ, to m₁ for m₁ and h RADIAL, to 1 for h UNIT;");
        lines.add("error: distance from an oracle, of 20 digits for NORMALISED and UNIT, of 38 for the others.");
        lines.add("");
        lines.add(ROW.formatted("", "median", "slowest", "max bound", "max error", "error/bound"));
        for (Quantity quantity : quantities()) {
            lines.add(line(quantity));
        }
        return lines;
    }

    private static String shown(List<Double> values) {
        return values.stream().map(Constant::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    private List<Integer> lengths() {
        return cells.stream().map(cell -> cell.noise().p()).distinct().toList();
    }

    private List<Quantity> quantities() {
        return cells.stream().map(SmoothingBench.Cell::quantity).distinct().toList();
    }

    private String line(Quantity quantity) {
        List<SmoothingBench.Cell> own =
                cells.stream().filter(cell -> cell.quantity().equals(quantity)).toList();
        double[] times =
                own.stream().mapToDouble(SmoothingBench.Cell::nanos).sorted().toArray();
        return ROW.formatted(
                quantity.name(),
                micros(times[times.length / 2]),
                micros(times[times.length - 1]),
                tiny(most(own, cell -> cell.value().error() / cell.scale())),
                tiny(most(own, cell -> cell.distance() / cell.scale())),
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        most(own, cell -> cell.distance() / cell.value().error())));
    }

    private static double most(List<SmoothingBench.Cell> cells, ToDoubleFunction<SmoothingBench.Cell> number) {
        return cells.stream().mapToDouble(number).max().orElse(0);
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / MICROS);
    }

    private static String tiny(double number) {
        return String.format(Locale.ROOT, "%.1e", number);
    }

    /// The tree: where and how, then every point.
    Map<String, Object> tree(List<String> command) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "lemmata-bench-smoothing/1");
        root.put("version", Version.current());
        root.put("command", command);
        root.put("java", Runtime.version().toString());
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put(
                "cells",
                cells.stream()
                        .sorted(Comparator.comparing(cell -> cell.quantity().key()))
                        .map(SmoothingBenchReport::tree)
                        .toList());
        return root;
    }

    private static Map<String, Object> tree(SmoothingBench.Cell cell) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("quantity", cell.quantity().key());
        tree.put("p", cell.noise().p());
        tree.put("rhoW", cell.noise().rho());
        tree.put("phi", cell.angle().phi());
        tree.put("value", cell.value().value());
        tree.put("bound", PrettyJson.number(cell.value().error()));
        tree.put("scale", cell.scale());
        tree.put("error", cell.distance());
        tree.put("medianNanos", cell.nanos());
        tree.put("evaluations", cell.evaluations());
        return tree;
    }
}
