package lemmata.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How a statement is known, as `proofs/TRUST.md` records it: a part of a row of its table.
///
/// @param id of the statement
/// @param status in one word or two
/// @param checkedBy what would notice if it were false
/// @param line of the row in the page, from 1
public record Trust(String id, Status status, String checkedBy, int line) {

    /// The page with the table.
    public static final String FILE = "proofs/TRUST.md";

    private static final String HEAD = "| statements | status | checked by |";

    /// What kind of knowledge it is.
    public enum Status {
        /// Coq proves all of the statement's mathematics.
        PROVED("proved"),
        /// Coq proves some of it; the proof page says which.
        IN_PART("proved in part"),
        /// Coq proves that what the sources say is false.
        REFUTED("refuted"),
        /// True of whatever the code does, by the way it is made.
        BY_CONSTRUCTION("by construction"),
        /// Taken from outside: a specification or a standard.
        HYPOTHESIS("hypothesis"),
        /// Proved by hand and compared with something computed in another way.
        CROSS_CHECKED("cross-checked"),
        /// Counted or measured.
        MEASURED("measured");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /// As the page writes it.
        public String words() {
            return words;
        }

        /// Whether Coq has a say.
        public boolean isByCoq() {
            return this == PROVED || this == IN_PART || this == REFUTED;
        }
    }

    /// `file:line`, as compilers print it.
    public String where() {
        return FILE + ":" + line;
    }

    /// The table, read; a row is for one statement or for several of a stem: `loss.Angle/S1, S3`.
    ///
    /// @throws MalformedPage if a row is not in form, or a statement has two
    static List<Trust> table(String text) {
        List<Trust> trusts = new ArrayList<>();
        for (PageTable.Row row : PageTable.rows(FILE, text, HEAD)) {
            for (String id : ids(row)) {
                if (trusts.stream().anyMatch(other -> other.id().equals(id))) {
                    throw row.malformed(id + " stands in two rows");
                }
                trusts.add(new Trust(id, status(row), row.cells().get(2), row.line()));
            }
        }
        return trusts;
    }

    private static List<String> ids(PageTable.Row row) {
        String[] parts = row.cells().getFirst().split("/", 2);
        if (parts.length != 2 || !parts[1].matches("S[1-9]\\d*(, S[1-9]\\d*)*")) {
            throw row.malformed("the row does not begin with `chapter.Stem/Sn`");
        }
        return Arrays.stream(parts[1].split(", "))
                .map(number -> parts[0] + "/" + number)
                .toList();
    }

    private static Status status(PageTable.Row row) {
        return Arrays.stream(Status.values())
                .filter(status -> status.words().equals(row.cells().get(1)))
                .findFirst()
                .orElseThrow(() -> row.malformed("`" + row.cells().get(1) + "` is none of "
                        + Arrays.stream(Status.values()).map(Status::words).collect(Collectors.joining(", "))));
    }
}
