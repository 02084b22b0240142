package lemmata.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A study as comma-separated values.
final class StudyCsv {

    private StudyCsv() {}

    /// A line per cell, the names first.
    static String of(StudyFile study) {
        List<String> comments = List.of(
                "# schema lemmata-study-csv/1: " + study.study() + ", version " + study.version(),
                "# command: lemmata " + String.join(" ", study.command()).replaceAll("\\R", " "),
                "# parameters: " + StudyTable.parameters(study.parameters()),
                "# low, high: interval of Clopper and Pearson; predicted: limit of GD's rate as norm -> 0",
                "group,label,algorithm,reading,start,batch,p,k,q,norm,steps,trials,successes,trapped,undecided,diverged,"
                        + "rate,low,high,predicted,published,status,source,difference,explained,fingerprint");
        return Stream.concat(comments.stream(), study.cells().stream().map(StudyCsv::row))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(CellFile cell) {
        return Stream.of(
                        quoted(cell.group()),
                        quoted(cell.label()),
                        cell.algorithm(),
                        quoted(cell.reading()),
                        cell.start(),
                        cell.batch(),
                        cell.p(),
                        cell.k(),
                        cell.q(),
                        cell.norm(),
                        cell.steps(),
                        cell.trials(),
                        cell.successes(),
                        cell.trapped(),
                        cell.undecided(),
                        cell.diverged(),
                        cell.rate(),
                        cell.low(),
                        cell.high(),
                        cell.predicted(),
                        cell.published().value(),
                        cell.published().status(),
                        quoted(cell.published().source()),
                        cell.published().difference(),
                        cell.published().explained(),
                        cell.fingerprint())
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
