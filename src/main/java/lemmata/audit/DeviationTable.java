package lemmata.audit;

import java.util.ArrayList;
import java.util.List;

/// The table of `specs/DEVIATIONS.md`, read: `| id | recorded | class | the sources say | what holds |`.
final class DeviationTable {

    private static final String HEAD = "| id | recorded | class | the sources say | what holds |";

    private DeviationTable() {}

    static List<Deviation> of(String text) {
        List<Deviation> deviations = new ArrayList<>();
        for (PageTable.Row row : PageTable.rows(Deviation.FILE, text, HEAD)) {
            Deviation deviation = deviation(row);
            if (deviations.stream().anyMatch(other -> other.id().equals(deviation.id()))) {
                throw row.malformed(deviation.id() + " is recorded twice");
            }
            deviations.add(deviation);
        }
        return deviations;
    }

    private static Deviation deviation(PageTable.Row row) {
        List<String> cells = row.cells();
        if (!Deviation.RECORDED.contains(cells.get(1))) {
            throw row.malformed("`" + cells.get(1) + "` is none of holds, violated, not read");
        }
        return new Deviation(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), row.line());
    }
}
