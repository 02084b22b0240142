package lemmata.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The table of `specs/DEVIATIONS.md`, read: `| id | recorded | class | the sources say | what holds |`.
final class DeviationTable {

    private static final String HEAD = "| id | recorded | class | the sources say | what holds |";
    private static final int COLUMNS = 5;

    private DeviationTable() {}

    static List<Deviation> of(String text) {
        List<String> lines = text.lines().toList();
        int head = lines.indexOf(HEAD);
        if (head < 0) {
            throw new MalformedPage(Deviation.FILE, 1, "no table with the head " + HEAD);
        }
        List<Deviation> rows = new ArrayList<>();
        for (int i = head + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
            Deviation row = row(lines.get(i), i + 1);
            if (rows.stream().anyMatch(other -> other.id().equals(row.id()))) {
                throw new MalformedPage(Deviation.FILE, i + 1, row.id() + " is recorded twice");
            }
            rows.add(row);
        }
        return rows;
    }

    /// One row; a bar inside a cell is written `\|`.
    private static Deviation row(String line, int number) {
        List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
        if (cells.size() != COLUMNS + 2 || cells.subList(1, COLUMNS + 1).contains("")) {
            throw new MalformedPage(Deviation.FILE, number, "the row does not fill " + COLUMNS + " columns");
        }
        if (!Deviation.RECORDED.contains(cells.get(2))) {
            throw new MalformedPage(
                    Deviation.FILE, number, "`" + cells.get(2) + "` is none of holds, violated, not read");
        }
        return new Deviation(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), number);
    }
}
