package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lemmata.cli.StudyFile.CellFile;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Sensitivity;

/// The results of the experiments as one page of HTML, made from their files and nothing else.
final class ResultsPage {

    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;"
            + "color:#202020}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.25em .6em;"
            + "text-align:right}th{background:#f3f3f3}td.l,th.l{text-align:left}small{color:#606060}img{max-width:100%}"
            + "code{background:#f3f3f3;overflow-wrap:anywhere}figcaption{color:#404040}";

    /// A picture beside the page.
    ///
    /// @param file its name
    /// @param caption what is to be seen
    record Figure(String file, String caption) {}

    private final StringBuilder html = new StringBuilder();

    private ResultsPage() {}

    /// The page.
    ///
    /// @param studies of success rates, then of sensitivity
    static String of(List<StudyFile> studies, List<Figure> figures) {
        ResultsPage page = new ResultsPage();
        page.line("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.line("<title>Success rates and convergence</title><style>" + STYLE + "</style></head><body>");
        page.line("<h1>Success rates and convergence of GD, P-GD and SGD</h1>");
        page.line(
                "<p>The experiments of Zhou, Liu, Li, Lin, Zhou, Zhao, <i>Toward Understanding the Importance of Noise in"
                        + " Training Neural Networks</i> (ICML 2019), run again. A run <i>converged</i> if ‖w−w*‖² ≤ τ and"
                        + " ‖a−a*‖² ≤ τ‖a*‖² at its end, and was <i>trapped</i> if it ended as close to the spurious optimum."
                        + " Every number on this page comes from the files named at its end.</p>");
        studies.forEach(page::study);
        if (!figures.isEmpty()) {
            page.line("<h2>Pictures</h2>");
            figures.forEach(page::figure);
        }
        page.line("<h2>How to get the same numbers</h2>");
        studies.forEach(page::source);
        return page.line("</body></html>").html.toString();
    }

    /// Writes the page as index.html, with the picture of the success rates if they are there, into a folder.
    ///
    /// @param more pictures that are there already
    static void write(Path folder, List<StudyFile> studies, List<Figure> more) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (StudyFile study : studies) {
            List<CellFile> cells = study.cells().stream()
                    .filter(cell -> cell.algorithm().equals(Method.GD.toString())
                            && cell.start().equals(Start.RANDOM.toString()))
                    .toList();
            if (study.study().equals("success-rates") && !cells.isEmpty()) {
                String command = "lemmata " + Version.current() + ": " + String.join(" ", study.command());
                Headless.prepare();
                Sheet sheet = SuccessFigure.of("How often gradient descent reaches the global optimum", cells, command);
                PictureFile.svg(folder.resolve("success-rates.svg"), sheet);
                PictureFile.png(folder.resolve("success-rates.png"), sheet);
                figures.add(new Figure(
                        "success-rates.svg",
                        "Success rates of GD from random starts with their intervals, over the limit that theory"
                                + " predicts for ‖a*‖ → 0."));
            }
        }
        figures.addAll(more);
        OutputFile.write(folder.resolve("index.html"), of(studies, figures));
    }

    private ResultsPage line(String text) {
        html.append(text).append('\n');
        return this;
    }

    private void study(StudyFile study) {
        boolean rates = study.study().equals("success-rates");
        line("<h2>" + (rates ? "Success rates" : "What the schedules need") + "</h2>");
        line(String.format(
                Locale.ROOT,
                "<p>%,d trials a cell, τ = %s%s. In brackets: the interval of Clopper and Pearson that contains the"
                        + " probability with a confidence of %.0f %%, each cell by itself; cells share the random words of a"
                        + " trial and err together; under the same noise runs from random and from spurious starts"
                        + " soon coincide.%s</p>",
                study.parameters().trials(),
                Constant.shown(study.parameters().tolerance()),
                study.complete() ? "" : " (<b>not complete</b>)",
                100 * study.parameters().level(),
                rates
                        ? " <i>Theory</i> is the limit of GD's success as ‖a*‖ → 0, 100 % from q = 1 + (k−1)/π on;"
                                + " <i>other</i> is what was published."
                        : ""));
        StudyTable.blocks(study).forEach((title, cells) -> {
            line("<h3>" + escaped(title) + "</h3>");
            if (!Sensitivity.about(title).isEmpty()) {
                line("<p>" + escaped(Sensitivity.about(title)) + "</p>");
            }
            line(rates ? matrix(cells) : list(cells));
            line("<p>" + escaped(StudyTable.totals(cells)) + ".</p>");
        });
        if (rates) {
            disagreements(study);
        }
    }

    private static String matrix(List<CellFile> cells) {
        List<Double> qs = cells.stream().map(CellFile::q).distinct().toList();
        StringBuilder table = new StringBuilder("<table><tr><th>k</th>");
        qs.forEach(q -> table.append("<th>q = ").append(Constant.shown(q)).append("</th>"));
        table.append("</tr>");
        cells.stream().map(CellFile::k).distinct().forEach(k -> {
            table.append("<tr><th>").append(k).append("</th>");
            cells.stream()
                    .filter(cell -> cell.k() == k)
                    .forEach(cell -> table.append("<td>").append(entry(cell)).append("</td>"));
            table.append("</tr>\n");
        });
        return table.append("</table>").toString();
    }

    private static String entry(CellFile cell) {
        List<String> more = new ArrayList<>();
        if (cell.predicted() != null) {
            more.add("theory " + StudyTable.percent(cell.predicted()));
        }
        if (!StudyTable.published(cell).isEmpty()) {
            more.add("other " + StudyTable.published(cell));
        }
        String unusual = cell.undecided() + cell.diverged() == 0
                ? ""
                : "undecided " + cell.undecided() + ", diverged " + cell.diverged();
        if (!unusual.isEmpty()) {
            more.add(unusual);
        }
        return StudyTable.rate(cell)
                + more.stream()
                        .map(text -> "<br><small>" + escaped(text) + "</small>")
                        .collect(Collectors.joining());
    }

    private static String list(List<CellFile> cells) {
        StringBuilder table = new StringBuilder("<table><tr><th class=\"l\">variant</th><th class=\"l\">algorithm</th>"
                + "<th class=\"l\">start</th><th>k</th><th>q</th><th>‖a*‖</th><th>steps</th><th>converged [%]</th>"
                + "<th>trapped</th><th>undecided</th><th>diverged</th></tr>\n");
        for (CellFile cell : cells) {
            table.append(String.format(
                    Locale.ROOT,
                    "<tr><td class=\"l\">%s</td><td class=\"l\">%s</td><td class=\"l\">%s</td><td>%d</td><td>%s</td>"
                            + "<td>%s</td><td>%,d</td><td>%s</td><td>%d</td><td>%d</td><td>%d</td></tr>%n",
                    escaped(cell.label()),
                    cell.algorithm(),
                    cell.start(),
                    cell.k(),
                    Constant.shown(cell.q()),
                    Constant.shown(cell.norm()),
                    cell.steps(),
                    StudyTable.rate(cell),
                    cell.trapped(),
                    cell.undecided(),
                    cell.diverged()));
        }
        return table.append("</table>").toString();
    }

    /// Where a published figure is outside our interval, and what can be said of it.
    private void disagreements(StudyFile study) {
        List<CellFile> known = study.cells().stream()
                .filter(cell -> cell.published().explained() != null)
                .toList();
        List<CellFile> outside = known.stream()
                .filter(cell -> Boolean.FALSE.equals(cell.published().explained()))
                .toList();
        line("<h3>Where the sources differ</h3>");
        line(String.format(
                Locale.ROOT,
                "<p>%d cells have a published figure; in %d of them no value that rounds to it is in our interval.</p>",
                known.size(),
                outside.size()));
        if (outside.isEmpty()) {
            return;
        }
        line("<table><tr><th class=\"l\">cell</th><th>ours</th><th>theory</th><th>theirs</th><th>difference</th></tr>");
        outside.forEach(cell -> line(String.format(
                Locale.ROOT,
                "<tr><td class=\"l\">%s, k = %d, q = %s</td><td>%s</td><td>%s</td><td>%s</td><td>%+.1f</td></tr>",
                cell.algorithm(),
                cell.k(),
                Constant.shown(cell.q()),
                StudyTable.rate(cell),
                StudyTable.percent(cell.predicted()),
                escaped(StudyTable.published(cell)),
                cell.published().difference() == null
                        ? Double.NaN
                        : 100 * cell.published().difference())));
        line(
                "</table><p>Open: the recalled figures name neither ‖a*‖, on which every rate but that of q = 0 depends, nor"
                        + " the number of trials behind them, their schedule or their test of success.</p>");
    }

    private void figure(Figure figure) {
        line("<figure><img src=\"" + escaped(figure.file) + "\" alt=\"" + escaped(figure.caption) + "\"><figcaption>"
                + escaped(figure.caption) + "</figcaption></figure>");
    }

    private void source(StudyFile study) {
        line(String.format(
                Locale.ROOT,
                "<p>%s: version %s, <code>lemmata %s</code>; %s; %.3g trial-steps, %.0f s, %s, %d threads. The same"
                        + " options give the same cells, whatever the machine.</p>",
                study.study(),
                escaped(study.version()),
                escaped(String.join(" ", study.command())),
                StudyTable.parameters(study.parameters()),
                study.effort().trialSteps(),
                study.effort().seconds(),
                escaped(study.effort().engine()),
                study.effort().threads()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
