package lemmata.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All lemmas with what stands about them in the four rooms: spec, code, property, proof.
///
/// Nothing is listed anywhere: the spec pages are the lemmas, and the annotations and headings lead to the rest.
/// What is missing is left out here and reported by the tests of the rooms; what is malformed is refused.
public final class Rooms {

    private static final String ORDER = "specs/README.md";
    private static final Pattern LINK = Pattern.compile("\\]\\((\\w+/\\w+)\\.md\\)");
    private static final Pattern SPEC = Pattern.compile("specs/[^/]+/[^/]+\\.md");
    private static final Pattern PROOF = Pattern.compile("proofs/[^/]+/[^/]+\\.md");

    private final SortedMap<String, String> files;
    private final List<Place> code;
    private final List<Place> properties;
    private final List<Place> theorems;
    private final List<Trust> trusts;
    private final List<Deviation> deviations;
    private final List<ProofPage> proofs;
    private final List<Room> rooms;

    private Rooms(SortedMap<String, String> files) {
        this.files = files;
        code = places("src/main/java/", JavaPlaces::in);
        properties = places("property-tests/", JavaPlaces::in);
        theorems = places("proofs/", CoqPlaces::in);
        trusts = Optional.ofNullable(files.get(Trust.FILE)).map(Trust::table).orElse(List.of());
        deviations = Optional.ofNullable(files.get(Deviation.FILE))
                .map(DeviationTable::of)
                .orElse(List.of());
        proofs = pages(PROOF).map(page -> ProofPage.of(page, files.get(page))).toList();
        rooms = pages(SPEC)
                .map(page -> room(SpecPage.of(page, files.get(page))))
                .sorted(inReadingOrder())
                .toList();
    }

    /// Those packed with this program.
    ///
    /// @throws IllegalStateException if none are
    public static Rooms packed() {
        Rooms packed = new Rooms(RoomFiles.packed());
        if (packed.rooms.isEmpty()) {
            throw new IllegalStateException("the pages are not packed with the classes: build with mvn package");
        }
        return packed;
    }

    /// Those of a working copy of the repository.
    ///
    /// @throws MalformedPage if a page is not in form
    public static Rooms at(Path root) {
        return new Rooms(RoomFiles.below(root));
    }

    /// All lemmas: by chapter, and within one in the reading order of `specs/README.md`; what it does not name comes
    /// last, by name.
    public List<Room> rooms() {
        return rooms;
    }

    /// All statements, in the order of [#rooms].
    public List<StatementPage> statements() {
        return rooms.stream().flatMap(room -> room.statements().stream()).toList();
    }

    /// The lemma of that stem.
    public Optional<Room> room(String stem) {
        return rooms.stream().filter(room -> room.stem().equals(stem)).findFirst();
    }

    /// The statement of that id.
    public Optional<StatementPage> statement(String id) {
        return statements().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The table of `specs/DEVIATIONS.md`.
    public List<Deviation> deviations() {
        return deviations;
    }

    /// Everything in `src/main/java` that carries an id.
    public List<Place> code() {
        return code;
    }

    /// Everything in `property-tests` that carries an id.
    public List<Place> properties() {
        return properties;
    }

    /// Every numbered lemma of the Coq files in `proofs`.
    public List<Place> theorems() {
        return theorems;
    }

    /// The table of `proofs/TRUST.md`, a row per statement.
    public List<Trust> trusts() {
        return trusts;
    }

    /// Ids that the proof pages prove, with the sections that do.
    public Map<String, Passage> proved() {
        return proofs.stream()
                .flatMap(page -> page.sections().entrySet().stream()
                        .map(section -> Map.entry(page.stem() + "/" + section.getKey(), section.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Stems that `specs/README.md` lists, in its order.
    public List<String> readingOrder() {
        String order = Optional.ofNullable(files.get(ORDER))
                .flatMap(text -> Page.of(ORDER, text).find("Reading order"))
                .map(Passage::text)
                .orElse("");
        Function<MatchResult, String> stem = link -> link.group(1).replace('/', '.');
        return LINK.matcher(order).results().map(stem).distinct().toList();
    }

    /// The texts of all rooms, by path from the root of the repository.
    public SortedMap<String, String> files() {
        return files;
    }

    private Stream<String> pages(Pattern pattern) {
        return files.keySet().stream().filter(pattern.asMatchPredicate());
    }

    private List<Place> places(String room, BiFunction<String, String, List<Place>> finder) {
        List<Place> places = new ArrayList<>();
        files.forEach((file, text) -> {
            if (file.startsWith(room) && (file.endsWith(".java") || file.endsWith(".v"))) {
                places.addAll(finder.apply(file, text));
            }
        });
        return places;
    }

    private Room room(SpecPage page) {
        Optional<Passage> preliminaries = proof(page.stem()).flatMap(ProofPage::preliminaries);
        return new Room(
                page.stem(),
                page.title(),
                page.header().group(1),
                page.header().group(2),
                page.header().group(3),
                page.page().section("In words"),
                page.page().section("Assumptions"),
                page.statements().stream()
                        .map(stated -> statement(page.stem(), stated))
                        .toList(),
                preliminaries,
                page.page().section("Exercise"));
    }

    private StatementPage statement(String stem, SpecPage.Stated stated) {
        String id = stem + "/" + stated.number();
        return new StatementPage(
                id,
                stated.kind(),
                stated.source(),
                stated.passage(),
                proof(stem).map(page -> page.sections().get(stated.number())),
                carrying(code, id, Room.path("src/main/java/lemmata", stem, ".java")),
                carrying(properties, id, Room.path("property-tests/lemmata", stem, "Properties.java")),
                carrying(theorems, id, Room.path("proofs", stem, ".v")),
                trusts.stream().filter(row -> row.id().equals(id)).findFirst(),
                deviations.stream().filter(row -> row.id().equals(id)).findFirst());
    }

    private static List<Place> carrying(List<Place> places, String id, String home) {
        return places.stream()
                .filter(place -> place.ids().contains(id))
                .sorted(Comparator.comparing(place -> !place.file().equals(home)))
                .toList();
    }

    private Optional<ProofPage> proof(String stem) {
        return proofs.stream().filter(page -> page.stem().equals(stem)).findFirst();
    }

    private Comparator<Room> inReadingOrder() {
        List<String> stems = readingOrder();
        List<String> chapters = stems.stream()
                .map(stem -> stem.substring(0, stem.indexOf('.')))
                .distinct()
                .toList();
        return Comparator.<Room>comparingInt(room -> rank(chapters, room.chapter()))
                .thenComparing(Room::chapter)
                .thenComparingInt(room -> rank(stems, room.stem()))
                .thenComparing(Room::stem);
    }

    /// The position in the list, beyond all positions if it is not there.
    private static int rank(List<String> order, String name) {
        return order.contains(name) ? order.indexOf(name) : order.size();
    }
}
