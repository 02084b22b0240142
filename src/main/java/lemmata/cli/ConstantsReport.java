package lemmata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lemmata.dissipativity.Region;
import lemmata.dissipativity.Sharp;

/// The constants as text for people and as a tree for machines.
///
/// @param situation what they are for
/// @param sections the constants
record ConstantsReport(Situation situation, List<Section> sections) {

    private static final int WIDTH = 100;
    private static final String INDENT = "      ";

    /// The text, a line each.
    List<String> lines() {
        List<String> lines = new ArrayList<>(heading());
        for (Section section : sections) {
            lines.add("");
            lines.add(Terminal.paint(section.title(), "bold"));
            section.constants().forEach(constant -> lines.addAll(lines(constant)));
        }
        return lines;
    }

    private List<String> heading() {
        Region region = situation.region();
        String teacher = "p = %d, k = %d, q = %s, ‖a*‖ = %s, ρ_w = %s, reading %s"
                .formatted(
                        situation.noise().p(),
                        situation.target().k(),
                        Constant.shown(situation.q()),
                        Constant.shown(situation.norm()),
                        Constant.shown(situation.noise().rho()),
                        situation.reading());
        String bounds = "U: φ in %s, aᵀa* in %s, ‖a‖ ≤ %s, 1ᵀa in %s"
                .formatted(
                        range(region.phiLow().phi(), region.phiHigh().phi()),
                        range(region.alignmentLow(), region.alignmentHigh()),
                        Constant.shown(region.norm()),
                        range(region.sumLow(), region.sumHigh()));
        List<String> lines = new ArrayList<>(Wrap.line(teacher, WIDTH, 3));
        lines.addAll(Wrap.line(bounds, WIDTH, 3));
        lines.add(
                "Each number is value ± a bound of its error; x = 1ᵀa/√k, y = the part of a along a* minus its mean.");
        return lines;
    }

    private static String range(double low, double high) {
        return "[" + Constant.shown(low) + ", " + Constant.shown(high) + "]";
    }

    private static List<String> lines(Constant constant) {
        String number = "  " + constant.symbol() + " = " + constant.shown();
        int columns = WIDTH - 1 - constant.statement().length();
        List<String> lines = new ArrayList<>(List.of(Wrap.padded(number, columns) + " " + constant.statement()));
        lines.addAll(Wrap.line(INDENT + constant.meaning(), WIDTH, 0));
        Sharp witness = constant.witness();
        if (witness != null) {
            String attained = "attained at φ = %s, aᵀa* = %s, x = %s, y = %s"
                    .formatted(
                            Constant.shown(witness.angle().phi()),
                            Constant.shown(witness.weights().d()),
                            Constant.shown(witness.weights().x()),
                            Constant.shown(witness.weights().y()));
            lines.addAll(Wrap.line(INDENT + attained, WIDTH, 0));
        }
        return lines;
    }

    /// The tree: parameters, then the sections by their keys.
    Map<String, Object> tree(List<String> command) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "lemmata-constants/1");
        root.put("version", Version.current());
        root.put("command", command);
        root.put("parameters", parameters());
        for (Section section : sections) {
            Map<String, Object> constants = new LinkedHashMap<>();
            section.constants().forEach(constant -> constants.put(constant.key(), tree(constant)));
            root.put(section.key(), constants);
        }
        return root;
    }

    private Map<String, Object> parameters() {
        Region region = situation.region();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("p", situation.noise().p());
        parameters.put("k", situation.target().k());
        parameters.put("q", situation.q());
        parameters.put("norm", situation.norm());
        parameters.put("rhoW", situation.noise().rho());
        Map<String, String> reading = new LinkedHashMap<>();
        reading.put("a", situation.reading().a().name());
        reading.put("w", situation.reading().w().name());
        parameters.put("reading", reading);
        parameters.put("phi", List.of(region.phiLow().phi(), region.phiHigh().phi()));
        parameters.put("alignment", bounds(region.alignmentLow(), region.alignmentHigh()));
        parameters.put("radius", PrettyJson.number(region.norm()));
        parameters.put("sum", bounds(region.sumLow(), region.sumHigh()));
        parameters.put("cw", situation.cw());
        parameters.put("ca", situation.ca());
        return parameters;
    }

    private static List<Double> bounds(double low, double high) {
        List<Double> bounds = new ArrayList<>();
        bounds.add(PrettyJson.number(low));
        bounds.add(PrettyJson.number(high));
        return bounds;
    }

    private static Map<String, Object> tree(Constant constant) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", PrettyJson.number(constant.value().value()));
        tree.put("error", PrettyJson.number(constant.value().error()));
        tree.put("symbol", constant.symbol());
        tree.put("meaning", constant.meaning());
        tree.put("statement", constant.statement());
        Sharp witness = constant.witness();
        if (witness != null) {
            Map<String, Object> at = new LinkedHashMap<>();
            at.put("phi", witness.angle().phi());
            at.put("alignment", PrettyJson.number(witness.weights().d()));
            at.put("x", PrettyJson.number(witness.weights().x()));
            at.put("y", PrettyJson.number(witness.weights().y()));
            tree.put("attainedAt", at);
        }
        return tree;
    }
}
