package lemmata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lemmata.dynamics.Start;
import lemmata.experiment.Sensitivity;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A study as text: matrices of success rates, or a line per cell.
final class StudyTable {

    private static final double PERCENT = 100;
    static final String SUCCESS_RATES = "success-rates";

    private static final int COLUMN = 22;
    private static final int MOST_DIGITS = 9;

    private StudyTable() {}

    /// The text, a line each.
    static List<String> lines(StudyFile study) {
        List<String> lines = new ArrayList<>();
        StudyFile.Parameters with = study.parameters();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s; share that converged in %%, with the interval of Clopper and Pearson of each cell%s",
                study.study(),
                parameters(with),
                study.study().equals(SUCCESS_RATES)
                        ? "; theory: the limit as ‖a*‖ → 0; other: what was published"
                        : ""));
        blocks(study).forEach((title, cells) -> {
            lines.add("");
            lines.add(Sensitivity.about(title).isEmpty() ? title : title + ": " + Sensitivity.about(title));
            lines.addAll(study.study().equals(SUCCESS_RATES) ? matrix(cells) : list(cells));
            lines.add(totals(cells));
        });
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%.4g trial-steps in %.3g s; engine: %s, threads: %d",
                study.effort().trialSteps(),
                study.effort().seconds(),
                study.effort().engine(),
                study.effort().threads()));
        if (!study.complete()) {
            lines.add("not complete: cells show the trials that have run");
        }
        return lines;
    }

    /// The cells that belong together, by their title.
    static Map<String, List<CellFile>> blocks(StudyFile study) {
        Function<CellFile, String> title = study.study().equals(SUCCESS_RATES)
                ? cell -> String.format(
                        Locale.ROOT,
                        "%s from %s starts, p = %d, ‖a*‖ = %s, %s%s",
                        cell.algorithm(),
                        cell.start(),
                        cell.p(),
                        Constant.shown(cell.norm()),
                        cell.reading(),
                        cell.batch() == null ? "" : ", batch " + cell.batch())
                : CellFile::group;
        return study.cells().stream().collect(Collectors.groupingBy(title, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> matrix(List<CellFile> cells) {
        List<Double> qs = cells.stream().map(CellFile::q).distinct().toList();
        List<Integer> ks = cells.stream().map(CellFile::k).distinct().toList();
        int width = 2
                + cells.stream()
                        .flatMap(cell -> Stream.of(rate(cell), published(cell)))
                        .mapToInt(String::length)
                        .reduce(COLUMN - 2, Math::max);
        List<String> lines = new ArrayList<>();
        lines.add(line("k", qs.stream().map(q -> "q = " + Constant.shown(q)).toList(), width));
        for (int k : ks) {
            List<CellFile> row = cells.stream().filter(cell -> cell.k() == k).toList();
            lines.add(line(String.valueOf(k), row.stream().map(StudyTable::rate).toList(), width));
            lines.add(line(
                    "  theory",
                    row.stream().map(cell -> percent(cell.predicted())).toList(),
                    width));
            lines.add(line("  other", row.stream().map(StudyTable::published).toList(), width));
        }
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /// Empty if there is nothing to say.
    private static String line(String name, List<String> entries, int width) {
        String text = entries.stream()
                .map(each -> String.format(Locale.ROOT, "%-" + width + "s", each))
                .collect(Collectors.joining());
        boolean none = entries.stream().allMatch(String::isEmpty);
        return none ? "" : (String.format(Locale.ROOT, "%-10s", name) + text).stripTrailing();
    }

    private static List<String> list(List<CellFile> cells) {
        return cells.stream()
                .map(cell -> String.format(
                        Locale.ROOT,
                        "  %-34s %-5s %-17s %-8s k = %-4d q = %-4s ‖a*‖ = %-5s %-18s trapped %d, undecided %d, diverged %d; %d"
                                + " steps",
                        cell.label(),
                        cell.algorithm(),
                        cell.reading(),
                        cell.start(),
                        cell.k(),
                        Constant.shown(cell.q()),
                        Constant.shown(cell.norm()),
                        rate(cell),
                        cell.trapped(),
                        cell.undecided(),
                        cell.diverged(),
                        cell.steps()))
                .toList();
    }

    /// How the trials of some cells ended, and how often theory was right about single runs.
    static String totals(List<CellFile> cells) {
        String text = String.format(
                Locale.ROOT,
                "in all: %d converged, %d trapped, %d undecided, %d diverged",
                cells.stream().mapToLong(CellFile::successes).sum(),
                cells.stream().mapToLong(CellFile::trapped).sum(),
                cells.stream().mapToLong(CellFile::undecided).sum(),
                cells.stream().mapToLong(CellFile::diverged).sum());
        StudyFile.PredictionFile sum = cells.stream()
                .filter(cell -> cell.start().equals(Start.RANDOM.toString()))
                .map(CellFile::prediction)
                .filter(each -> each != null && each.decided() > 0)
                .reduce(StudyFile.PredictionFile::plus)
                .orElse(null);
        return sum == null
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "; theory predicted %d of %d decided runs, one by one",
                                sum.hits(),
                                sum.decided());
    }

    /// Share and interval, such as `56.6 [53.5, 59.7]`.
    static String rate(CellFile cell) {
        if (cell.rate() == null || cell.low() == null || cell.high() == null) {
            return "–";
        }
        return cell.low().equals(cell.high())
                ? percent(cell.rate()) + " (one run)"
                : String.format(
                        Locale.ROOT, "%s [%s, %s]", percent(cell.rate()), percent(cell.low()), percent(cell.high()));
    }

    /// With a decimal, or as many as it takes that what is neither 0 nor 100 is not shown so.
    static String percent(@Nullable Double share) {
        if (share == null) {
            return "";
        }
        String text = "";
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            text = String.format(Locale.ROOT, "%." + digits + "f", PERCENT * share);
            double shown = Double.parseDouble(text);
            if (shown != 0 && shown != PERCENT || share == 0 || share == 1) {
                return text;
            }
        }
        return text;
    }

    /// What was published, how it is known, and whether our interval has it; empty if nothing is known.
    static String published(CellFile cell) {
        StudyFile.PublishedFile other = cell.published();
        if (other.value() == null) {
            return "";
        }
        String verdict = other.explained() == null ? "" : other.explained() ? " (inside)" : " (outside)";
        return String.format(Locale.ROOT, "%.0f %s%s", PERCENT * other.value(), other.status(), verdict);
    }

    /// Draws, trials and tolerance.
    static String parameters(StudyFile.Parameters with) {
        return String.format(
                Locale.ROOT,
                "generator %s, seed %d, trials %d to %d, tolerance %s, level %s",
                with.generator(),
                with.seed(),
                with.firstTrial(),
                with.firstTrial() + with.trials() - 1,
                with.tolerance(),
                with.level());
    }
}
