package lemmata.cli;

import java.util.List;
import lemmata.audit.Passage;
import lemmata.audit.Place;
import lemmata.audit.Room;
import lemmata.audit.StatementPage;

/// What a terminal shows of a lemma: its statements, each with everything its rooms hold about it.
final class Explanation {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /// The lemma, then some or all of its statements, then its exercise.
    static String of(Room room, List<StatementPage> statements) {
        Explanation explanation = new Explanation();
        explanation.head(room);
        statements.forEach(explanation::statement);
        explanation.section("Exercise", room.exercise());
        return explanation.text.toString();
    }

    private void head(Room room) {
        text.append(Terminal.paint(room.stem() + ": " + room.title(), "bold")).append('\n');
        prose(room.kind() + " · In the paper: " + room.place(), "");
        prose("Uses: " + room.uses(), "");
        section("In words", room.words());
        section("Assumptions", room.assumptions());
        room.preliminaries().ifPresent(passage -> section("Preliminaries of the proofs", passage));
    }

    private void statement(StatementPage statement) {
        text.append('\n');
        Wrap.line(statement.id() + "  " + statement.title(), WIDTH, 2)
                .forEach(line -> text.append(Terminal.paint(line, "bold")).append('\n'));
        prose(statement.kind().word() + " · " + statement.source(), "");
        section("Statement", statement.passage());
        statement.deviation().ifPresent(deviation -> {
            heading("Recorded", deviation.where());
            prose(deviation.recorded() + " (" + deviation.kind() + ")", INDENT);
            prose("The sources say: " + deviation.sources(), INDENT);
            prose("What holds: " + deviation.holds(), INDENT);
        });
        statement.code().forEach(place -> verbatim("Code " + place.name(), place));
        properties(statement.properties());
        statement.proof().ifPresent(passage -> section("Proof", passage));
        statement.theorems().forEach(theorem -> verbatim("Coq " + theorem.name(), theorem));
        statement.trust().ifPresent(trust -> {
            heading("Known", trust.where());
            prose(trust.status().words() + "; checked by: " + trust.checkedBy(), INDENT);
        });
    }

    private void verbatim(String title, Place place) {
        heading(title, place.where());
        place.source()
                .lines()
                .flatMap(line -> Wrap.line(line, WIDTH - INDENT.length(), 8).stream())
                .forEach(line -> text.append((INDENT + line).stripTrailing()).append('\n'));
    }

    private void properties(List<Place> places) {
        if (!places.isEmpty()) {
            text.append('\n').append(Terminal.paint("Properties", "bold")).append('\n');
        }
        places.forEach(place -> prose(place.where() + " " + place.name(), INDENT));
    }

    private void section(String title, Passage passage) {
        heading(title, passage.where());
        prose(passage.text(), INDENT);
    }

    private void heading(String title, String where) {
        boolean fits = Wrap.columns(title + " · " + where) <= WIDTH;
        text.append('\n')
                .append(Terminal.paint(title, "bold"))
                .append(fits ? " · " : "\n" + INDENT)
                .append(where)
                .append('\n');
    }

    private void prose(String prose, String indent) {
        for (String line : Wrap.prose(prose, WIDTH - indent.length())) {
            text.append((indent + line).stripTrailing()).append('\n');
        }
    }
}
