package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of the page of results, as HTML.
final class ResultsTables {

    private static final double PERCENT = 100;

    private ResultsTables() {}

    /// Success rates, a row per k, a column per q.
    static String matrix(List<CellFile> cells) {
        List<Double> qs = cells.stream().map(CellFile::q).distinct().toList();
        String head = qs.stream()
                .map(q -> "<th scope=\"col\">q = " + Constant.shown(q) + "</th>")
                .collect(Collectors.joining("", "<tr><th scope=\"col\">k</th>", "</tr>\n"));
        return cells.stream()
                .map(CellFile::k)
                .distinct()
                .map(k -> cells.stream()
                        .filter(cell -> cell.k() == k)
                        .map(cell -> "<td>" + entry(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr><th scope=\"row\">" + k + "</th>", "</tr>\n")))
                .collect(Collectors.joining("", "<table>" + head, "</table>"));
    }

    private static String entry(CellFile cell) {
        List<String> more = new ArrayList<>();
        if (cell.predicted() != null) {
            more.add("theory " + StudyTable.percent(cell.predicted()));
        }
        if (!StudyTable.published(cell).isEmpty()) {
            more.add("other " + StudyTable.published(cell));
        }
        if (cell.undecided() + cell.diverged() > 0) {
            more.add("undecided " + cell.undecided() + ", diverged " + cell.diverged());
        }
        return StudyTable.rate(cell)
                + more.stream()
                        .map(text -> "<br><small>" + escaped(text) + "</small>")
                        .collect(Collectors.joining());
    }

    /// A row per cell.
    static String list(List<CellFile> cells) {
        return cells.stream()
                .map(cell -> row(
                        5,
                        cell.label(),
                        cell.algorithm(),
                        cell.reading(),
                        cell.start(),
                        String.valueOf(cell.k()),
                        Constant.shown(cell.q()),
                        Constant.shown(cell.norm()),
                        String.format(Locale.ROOT, "%,d", cell.steps()),
                        StudyTable.rate(cell),
                        String.valueOf(cell.trapped()),
                        String.valueOf(cell.undecided()),
                        String.valueOf(cell.diverged())))
                .collect(Collectors.joining(
                        "",
                        "<table>"
                                + head(
                                        "variant",
                                        "algorithm",
                                        "reading",
                                        "start",
                                        "k",
                                        "q",
                                        "‖a*‖",
                                        "steps",
                                        "converged [%]",
                                        "trapped",
                                        "undecided",
                                        "diverged"),
                        "</table>"));
    }

    /// The schedules of a block, a row per k; where they depend on q too, those of its first cell.
    static String schedules(List<CellFile> cells) {
        return cells.stream()
                .map(CellFile::k)
                .distinct()
                .map(k ->
                        cells.stream().filter(cell -> cell.k() == k).findFirst().orElseThrow())
                .map(cell -> {
                    StudyFile.StageFile first = cell.schedule().stages().getFirst();
                    StudyFile.StageFile last = cell.schedule().stages().getLast();
                    return row(
                            1,
                            String.valueOf(cell.k()),
                            String.valueOf(cell.schedule().stages().size()),
                            String.format(Locale.ROOT, "%,d", cell.steps()),
                            span(first.eta(), last.eta()),
                            span(first.rhoW(), last.rhoW()),
                            span(first.rhoA(), last.rhoA()));
                })
                .collect(Collectors.joining(
                        "", "<table>" + head("k", "stages", "steps", "η", "ρ_w", "ρ_a"), "</table>"));
    }

    private static String span(double first, double last) {
        return first == last
                ? String.format(Locale.ROOT, "%.3g", first)
                : String.format(Locale.ROOT, "%.3g … %.3g", first, last);
    }

    /// Cells whose published figure is outside our interval.
    static String outside(List<CellFile> cells) {
        return cells.stream()
                .map(cell -> row(
                        1,
                        "%s from %s, %s, k = %d, q = %s, ‖a*‖ = %s"
                                .formatted(
                                        cell.algorithm(),
                                        cell.start(),
                                        cell.reading(),
                                        cell.k(),
                                        Constant.shown(cell.q()),
                                        Constant.shown(cell.norm())),
                        StudyTable.rate(cell),
                        StudyTable.percent(cell.predicted()),
                        StudyTable.published(cell),
                        cell.published().difference() == null
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%+.1f",
                                        PERCENT * cell.published().difference())))
                .collect(Collectors.joining(
                        "", "<table>" + head("cell", "ours", "theory", "theirs", "difference"), "</table>"));
    }

    private static String head(String... names) {
        return Stream.of(names)
                .map(name -> "<th scope=\"col\">" + name + "</th>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /// The first `words` entries stand to the left, numbers to the right.
    private static String row(int words, String... entries) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < entries.length; i++) {
            row.append(i < words ? "<td class=\"l\">" : "<td>")
                    .append(escaped(entries[i]))
                    .append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    /// Text as HTML.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
