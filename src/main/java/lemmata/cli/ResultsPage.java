package lemmata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.PublishedRate;
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
        page.line("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\">");
        page.line("<title>Success rates and convergence</title><style>" + STYLE + "</style></head><body>");
        page.line("<h1>Success rates and convergence of GD, P-GD and SGD</h1>");
        page.line(
                "<p>The experiments of Zhou, Liu, Li, Lin, Zhou, Zhao, <i>Toward Understanding the Importance of Noise in"
                        + " Training Neural Networks</i> (ICML 2019), run again as far as they are known: the numbers k"
                        + " and q of the grid, ‖a*‖, schedules, step sizes and batches here are ours, because the sources"
                        + " print none. A run <i>converged</i> if ‖w−w*‖² ≤ τ and"
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
            if (study.study().equals(StudyTable.SUCCESS_RATES) && !cells.isEmpty()) {
                String command = "lemmata " + Version.current() + ": " + String.join(" ", study.command());
                Headless.prepare();
                Sheet sheet = SuccessFigure.of("How often gradient descent reaches the global optimum", cells, command);
                String name = figures.isEmpty() ? "success-rates" : "success-rates-" + (figures.size() + 1);
                PictureFile.svg(folder.resolve(name + ".svg"), sheet);
                PictureFile.png(folder.resolve(name + ".png"), sheet);
                figures.add(new Figure(
                        name + ".svg",
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
        boolean rates = study.study().equals(StudyTable.SUCCESS_RATES);
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
            line("<h3>" + ResultsTables.escaped(title) + "</h3>");
            if (!Sensitivity.about(title).isEmpty()) {
                line("<p>" + ResultsTables.escaped(Sensitivity.about(title)) + "</p>");
            }
            line(rates ? ResultsTables.matrix(cells) : ResultsTables.list(cells));
            if (rates) {
                line("<details><summary>schedules, first … last stage</summary>" + ResultsTables.schedules(cells)
                        + "</details>");
            }
            line("<p>" + ResultsTables.escaped(StudyTable.totals(cells)) + ".</p>");
        });
        if (rates) {
            disagreements(study);
        }
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
                "<p>%d cells have a published figure; in %d of them no value that rounds to it is in our interval. Were"
                        + " all of them right and the cells independent, chance alone would give %.1f on average at most; those at"
                        + " q = 0 are of the same starts.</p>",
                known.size(),
                outside.size(),
                (1 - study.parameters().level()) * known.size()));
        line("<ul>"
                + known.stream()
                        .map(cell -> cell.published().status() + ": "
                                + cell.published().source())
                        .distinct()
                        .map(source -> "<li>" + ResultsTables.escaped(source) + "</li>")
                        .collect(Collectors.joining())
                + "</ul>");
        if (!outside.isEmpty()) {
            line(ResultsTables.outside(outside));
            line(String.format(
                    Locale.ROOT,
                    "<p>%d of these are between ours and the limit for ‖a*‖ → 0, as they would be of a smaller ‖a*‖. The"
                            + " others are open: of no figure the sources tell ‖a*‖, the number of trials, the schedule or"
                            + " the test of success.</p>",
                    outside.stream().filter(ResultsPage::isBetween).count()));
        }
    }

    /// Whether a published figure lies between our rate and the limit that theory predicts for ‖a*‖ → 0.
    private static boolean isBetween(CellFile cell) {
        Double theirs = cell.published().value();
        if (theirs == null || cell.rate() == null || cell.predicted() == null) {
            return false;
        }
        return theirs >= Math.min(cell.rate(), cell.predicted()) - PublishedRate.STEP
                && theirs <= Math.max(cell.rate(), cell.predicted()) + PublishedRate.STEP;
    }

    private void figure(Figure figure) {
        line("<figure><img src=\"" + ResultsTables.escaped(figure.file) + "\" alt=\"\"><figcaption>"
                + ResultsTables.escaped(figure.caption) + "</figcaption></figure>");
    }

    private void source(StudyFile study) {
        line(String.format(
                Locale.ROOT,
                "<p>%s: version %s, <code>lemmata %s</code>; %s; %.3g trial-steps, %.0f s, %s, %d threads. The same"
                        + " options give the same cells, whatever the machine.</p>",
                study.study(),
                ResultsTables.escaped(study.version()),
                ResultsTables.escaped(String.join(" ", study.command())),
                StudyTable.parameters(study.parameters()),
                study.effort().trialSteps(),
                study.effort().seconds(),
                ResultsTables.escaped(study.effort().engine()),
                study.effort().threads()));
    }
}
