package lemmata.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of a table on a page; a bar inside a cell is written `\|`.
final class PageTable {

    /// A row with its cells.
    ///
    /// @param line of the row in the page, from 1
    record Row(String file, int line, List<String> cells) {

        MalformedPage malformed(String what) {
            return new MalformedPage(file, line, what);
        }
    }

    private PageTable() {}

    /// The rows below a head, as the page writes it.
    ///
    /// @throws MalformedPage if there is no such head, or a cell of a row is empty or missing
    static List<Row> rows(String file, String text, String head) {
        List<String> lines = text.lines().toList();
        int start = lines.indexOf(head);
        if (start < 0) {
            throw new MalformedPage(file, 1, "no table with the head " + head);
        }
        int columns = cells(head).size();
        List<Row> rows = new ArrayList<>();
        for (int i = start + 2; i < lines.size() && lines.get(i).startsWith("|"); i++) {
            Row row = new Row(file, i + 1, cells(lines.get(i)));
            if (row.cells().size() != columns || row.cells().contains("")) {
                throw row.malformed("the row does not fill " + columns + " columns");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
        return cells.subList(1, cells.size() - 1);
    }
}
