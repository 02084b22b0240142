package lemmata.audit;

import java.util.Set;

/// What `specs/DEVIATIONS.md` records of a finding: a row of its table.
///
/// @param id of the statement
/// @param recorded `holds`, `violated` or `not read`
/// @param kind the column "class": as written, wrong, silent, ambiguous
/// @param sources what the sources say
/// @param holds what holds instead, or the same
/// @param line of the row in the page, from 1
public record Deviation(String id, String recorded, String kind, String sources, String holds, int line) {

    /// The page with the table.
    public static final String FILE = "specs/DEVIATIONS.md";

    static final Set<String> RECORDED = Set.of("holds", "violated", "not read");

    /// `file:line`, as compilers print it.
    public String where() {
        return FILE + ":" + line;
    }

    /// Whether the finding is about a text that the sources do not contain: nothing to run, nothing to test.
    public boolean isReading() {
        return recorded.equals("not read");
    }
}
