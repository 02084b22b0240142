package lemmata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lemmata.audit.Deviation;
import lemmata.audit.Passage;
import lemmata.audit.Place;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import lemmata.audit.StatementPage.Kind;
import lemmata.audit.Trust;

/// What must hold between the rooms of a repository: every lemma in every room, every id stated, nothing left over.
final class RoomRules {

    /// A room by its folder and the ending of its files.
    private record Hall(String folder, String ending) {
        String path(String stem) {
            return folder + "/" + stem.replace('.', '/') + ending;
        }

        /// The stem of a file in this room; null for any other file.
        String stem(String file) {
            Matcher matcher = Pattern.compile(Pattern.quote(folder) + "/([a-z]+)/([A-Z]\\w*)" + Pattern.quote(ending))
                    .matcher(file);
            return matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : null;
        }
    }

    private static final Hall SPECS = new Hall("specs", ".md");
    private static final Hall PROOFS = new Hall("proofs", ".md");
    private static final Hall CODE = new Hall("src/main/java/lemmata", ".java");
    private static final Hall PROPERTIES = new Hall("property-tests/lemmata", "Properties.java");

    private static final Pattern ID = Pattern.compile("\\b[a-z]+\\.[A-Z]\\w*/S\\d+\\b");
    private static final Pattern COQ = Pattern.compile("^Coq: [^\\v]*(\\R\\S.*)*", Pattern.MULTILINE);
    private static final Pattern THEOREM = Pattern.compile("`(S\\d+_\\w+)`");
    private static final int LONGEST_TITLE = 70;

    private final Rooms rooms;
    private final Set<String> stated = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();

    private RoomRules(Rooms rooms) {
        this.rooms = rooms;
        rooms.statements().forEach(statement -> stated.add(statement.id()));
    }

    /// One line per rule broken, each naming the stem, id or file; empty if all is well.
    static List<String> broken(Path root) {
        RoomRules rules = new RoomRules(Rooms.at(root));
        rules.somethingIsThere();
        rules.everyStemHasEveryRoom();
        rules.everyIdIsStated();
        rules.rooms.statements().forEach(rules::isInEveryRoom);
        rules.findingsAreRecorded();
        rules.readingOrderIsComplete();
        rules.rooms.statements().forEach(rules::isTrustedForAReason);
        return rules.broken;
    }

    private void somethingIsThere() {
        if (stated.isEmpty()) {
            broken.add("no stem: specs holds no page");
        }
    }

    /// A page, a proof or a properties class makes a stem; code alone does not.
    private void everyStemHasEveryRoom() {
        Set<String> stems = new TreeSet<>();
        for (Hall hall : List.of(SPECS, PROOFS, PROPERTIES)) {
            rooms.files().keySet().stream()
                    .map(hall::stem)
                    .filter(stem -> stem != null)
                    .forEach(stems::add);
        }
        for (String stem : stems) {
            Stream.of(SPECS, PROOFS, CODE, PROPERTIES)
                    .map(hall -> hall.path(stem))
                    .filter(path -> !rooms.files().containsKey(path))
                    .forEach(path -> broken.add("missing room: " + path));
        }
    }

    /// Annotations, proof headings and rows of deviations; then whatever looks like an id in any text.
    private void everyIdIsStated() {
        Map<String, String> used = new TreeMap<>();
        rooms.files().forEach((file, text) -> ID.matcher(text).results().forEach(id -> used.put(id.group(), file)));
        rooms.proved().forEach((id, section) -> used.put(id, section.where()));
        rooms.deviations().forEach(row -> used.put(row.id(), row.where()));
        rooms.trusts().forEach(row -> used.put(row.id(), row.where()));
        Stream.of(rooms.code(), rooms.properties(), rooms.theorems())
                .flatMap(List::stream)
                .forEach(place -> use(place, used));
        used.keySet().removeAll(stated);
        used.forEach((id, where) -> broken.add("orphan id: " + id + " at " + where));
    }

    private static void use(Place place, Map<String, String> used) {
        place.ids().forEach(id -> used.put(id, place.where()));
    }

    private void isInEveryRoom(StatementPage statement) {
        if (statement.proof().isEmpty()) {
            broken.add("no proof: " + statement.id());
        }
        if (statement.code().isEmpty() && !statement.isReading()) {
            broken.add("no code: " + statement.id());
        }
        if (statement.properties().isEmpty() && !statement.isReading()) {
            broken.add("no property: " + statement.id());
        }
        if (statement.title().codePointCount(0, statement.title().length()) > LONGEST_TITLE) {
            broken.add("title over " + LONGEST_TITLE + " characters: " + statement.id());
        }
    }

    /// What Coq proves of a statement is named below its proof, and the table of trust says that Coq has a say.
    private void isTrustedForAReason(StatementPage statement) {
        Set<String> proved = new TreeSet<>();
        statement.theorems().forEach(theorem -> proved.add(theorem.name()));
        Set<String> named = new TreeSet<>();
        statement
                .proof()
                .map(Passage::text)
                .map(COQ::matcher)
                .filter(Matcher::find)
                .ifPresent(below -> {
                    THEOREM.matcher(below.group()).results().forEach(name -> named.add(name.group(1)));
                });
        if (!proved.equals(named)) {
            broken.add("below the proof of " + statement.id() + " stands " + named + ", Coq proves " + proved);
        }
        if (statement.trust().isEmpty()) {
            broken.add("no row in " + Trust.FILE + ": " + statement.id());
        }
        statement
                .trust()
                .filter(row -> row.status().isByCoq() == proved.isEmpty())
                .ifPresent(row -> {
                    broken.add(row.status().words() + ", but Coq proves " + proved + " of " + statement.id());
                });
    }

    private void findingsAreRecorded() {
        for (StatementPage statement : rooms.statements()) {
            boolean finding = statement.kind() == Kind.FINDING;
            if (finding && statement.deviation().isEmpty()) {
                broken.add("finding without a row in " + Deviation.FILE + ": " + statement.id());
            }
            if (!finding && statement.deviation().isPresent()) {
                broken.add("row in " + Deviation.FILE + " without a finding: " + statement.id());
            }
        }
    }

    private void readingOrderIsComplete() {
        List<String> order = rooms.readingOrder();
        rooms.rooms().stream()
                .filter(room -> !order.contains(room.stem()))
                .forEach(room -> broken.add("not in the reading order: " + room.stem()));
        order.stream()
                .filter(stem -> rooms.room(stem).isEmpty())
                .forEach(stem -> broken.add("reading order leads nowhere: " + stem));
    }
}
