package lemmata;

import static lemmata.SoundHouse.CODE;
import static lemmata.SoundHouse.COQ;
import static lemmata.SoundHouse.DEVIATIONS;
import static lemmata.SoundHouse.ORDER;
import static lemmata.SoundHouse.PROOF;
import static lemmata.SoundHouse.PROPERTIES;
import static lemmata.SoundHouse.SPEC;
import static lemmata.SoundHouse.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import lemmata.audit.MalformedPage;
import lemmata.audit.Room;
import lemmata.audit.Rooms;
import lemmata.audit.StatementPage;
import lemmata.audit.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks the rooms of this repository in both directions, and sees every rule of the walk reject a small broken house.
class RoomsTest {

    @TempDir
    private Path house;

    @BeforeEach
    void buildASoundHouse() throws IOException {
        SoundHouse.build(house);
        assertThat(RoomRules.broken(house)).isEmpty();
    }

    @Test
    void theRoomsOfThisRepositoryAreComplete() {
        assertThat(RoomRules.broken(Path.of(""))).isEmpty();
    }

    /// An edit of one file of a sound house, and the one line with which the walk must answer.
    record Break(String file, String from, String to, String answer) {}

    static Stream<Break> breaks() {
        return Stream.of(
                new Break(PROOF, null, null, "missing room: " + PROOF),
                new Break(CODE, null, null, "missing room: " + CODE),
                new Break(PROPERTIES, null, null, "missing room: " + PROPERTIES),
                new Break(SPEC, null, null, "missing room: " + SPEC),
                new Break(
                        PROOF, "### S2 The source", "### S3 The source", "orphan id: loss.Angle/S3 at " + PROOF + ":9"),
                new Break(PROOF, "### S2 The source", "### S3 The source", "no proof: loss.Angle/S2"),
                new Break(CODE, "/S1\", \"", "/S7\", \"", "orphan id: loss.Angle/S7 at " + CODE + ":5"),
                new Break(CODE, "/S1\", \"", "/S2\", \"", "no code: loss.Angle/S1"),
                new Break(PROPERTIES, "/S2", "/S9", "orphan id: loss.Angle/S9 at " + PROPERTIES + ":8"),
                new Break(PROPERTIES, "/S2", "/S1", "no property: loss.Angle/S2"),
                new Break(PROPERTIES, "// plain", "// see loss.Angel/S1", "orphan id: loss.Angel/S1 at " + PROPERTIES),
                new Break(DEVIATIONS, "Angle/S2", "Angle/S4", "orphan id: loss.Angle/S4 at " + DEVIATIONS + ":3"),
                new Break(
                        DEVIATIONS,
                        "Angle/S2",
                        "Angle/S1",
                        "row in " + DEVIATIONS + " without a finding: loss.Angle/S1"),
                new Break(
                        DEVIATIONS,
                        "Angle/S2",
                        "Angle/S1",
                        "finding without a row in " + DEVIATIONS + ": loss.Angle/S2"),
                new Break(
                        SPEC,
                        "### S1 It is",
                        "### S1 It is" + " very".repeat(20),
                        "title over 70 characters: loss.Angle/S1"),
                new Break(COQ, "Lemma S1_range", "Lemma S3_range", "orphan id: loss.Angle/S3 at " + COQ + ":2"),
                new Break(
                        COQ,
                        "Lemma S1_ends",
                        "Lemma S1_end",
                        "below the proof of loss.Angle/S1 stands [S1_ends, S1_range], Coq proves [S1_end, S1_range]"),
                new Break(
                        COQ,
                        "Lemma S1_",
                        "Lemma S2_",
                        "below the proof of loss.Angle/S2 stands [], Coq proves [S2_ends, S2_range]"),
                new Break(
                        COQ, "Lemma S1_", "Lemma S2_", "measured, but Coq proves [S2_ends, S2_range] of loss.Angle/S2"),
                new Break(COQ, null, null, "proved, but Coq proves [] of loss.Angle/S1"),
                new Break(TRUST, "Angle/S2", "Angle/S4", "orphan id: loss.Angle/S4 at " + TRUST + ":4"),
                new Break(TRUST, "Angle/S2", "Angle/S4", "no row in " + TRUST + ": loss.Angle/S2"),
                new Break(ORDER, "loss/Angle.md", "loss/Other.md", "not in the reading order: loss.Angle"),
                new Break(ORDER, "loss/Angle.md", "loss/Other.md", "reading order leads nowhere: loss.Other"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void everyRuleRejectsAHouseThatBreaksIt(Break broken) throws IOException {
        edit(broken);
        assertThat(RoomRules.broken(house)).contains(broken.answer());
    }

    @Test
    void aReadingNeedsNeitherCodeNorProperty() throws IOException {
        edit(new Break(CODE, "/S2", "/S1", null));
        edit(new Break(PROPERTIES, "/S2", "/S1", null));
        assertThat(RoomRules.broken(house)).containsExactly("no code: loss.Angle/S2", "no property: loss.Angle/S2");
        edit(new Break(DEVIATIONS, "| holds |", "| not read |", null));
        assertThat(RoomRules.broken(house)).isEmpty();
    }

    @Test
    void anEmptyHouseIsNotComplete() {
        assertThat(RoomRules.broken(house.resolve("specs"))).containsExactly("no stem: specs holds no page");
    }

    static Stream<Break> malformed() {
        return Stream.of(
                new Break(
                        SPEC,
                        "# loss.Angle:",
                        "# loss.Angel:",
                        SPEC + ":1: the stem loss.Angel is not that of the file"),
                new Break(SPEC, "# loss.Angle: the angle", "The angle", SPEC + ":1: the page does not start"),
                new Break(SPEC, " · Uses: nothing", "", SPEC + ":1: no header"),
                new Break(SPEC, "### S2 The", "### Two: the", SPEC + ":20: the heading is not `### Sn Title`"),
                new Break(SPEC, "### S2 The", "### S1 The", SPEC + ":20: S1 does not come after S1"),
                new Break(SPEC, "*finding* · poster", "*finding*: poster", SPEC + ":20: below the heading must stand"),
                new Break(SPEC, "\"φ\"\n\nThe words.", "\"φ\"", SPEC + ":20: below the heading must stand"),
                new Break(SPEC, "## Exercise", "## Exercises", SPEC + ":33: no section `## Exercise`"),
                new Break(SPEC, "Compute one.", "", SPEC + ":33: the section is empty"),
                new Break(SPEC, "Compute one.", "```\none", SPEC + ":35: a code fence is not closed"),
                new Break(PROOF, "# Proof of loss", "# Proof of los", PROOF + ":1: the title is not"),
                new Break(PROOF, "### S2 The", "### S1 The", PROOF + ":9: S1 is proved twice"),
                new Break(PROOF, "Read it. ∎", "", PROOF + ":9: the proof is empty"),
                new Break(DEVIATIONS, "| as written |", "|", DEVIATIONS + ":3: the row does not fill 5 columns"),
                new Break(DEVIATIONS, "| holds |", "| true |", DEVIATIONS + ":3: `true` is none of"),
                new Break(DEVIATIONS, "| id |", "| ID |", DEVIATIONS + ":1: no table"),
                new Break(TRUST, "| measured |", "| true |", TRUST + ":4: `true` is none of proved, proved in part,"),
                new Break(TRUST, "Angle/S2 |", "Angle/S1 |", TRUST + ":4: loss.Angle/S1 stands in two rows"),
                new Break(TRUST, "Angle/S2 |", "Angle |", TRUST + ":4: the row does not begin with"),
                new Break(CODE, "{\"loss.Angle/S1\", \"loss.Angle/S2\"}", "ID", CODE + ":4: @Statement without an id"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aPageThatIsNotInFormIsRefusedByFileAndLine(Break broken) throws IOException {
        edit(broken);
        assertThatThrownBy(() -> Rooms.at(house))
                .isInstanceOf(MalformedPage.class)
                .hasMessageStartingWith(broken.answer());
    }

    @Test
    void aStatementLeadsToItsPlaces() {
        StatementPage statement = Rooms.at(house).statement("loss.Angle/S1").orElseThrow();
        assertThat(statement.text()).isEqualTo("It lies in [0, π].\n\n```\n### S9 no heading\n```");
        assertThat(statement.proof().orElseThrow().where()).isEqualTo(PROOF + ":3");
        assertThat(statement.code()).singleElement().satisfies(place -> {
            assertThat(place.where()).isEqualTo(CODE + ":5");
            assertThat(place.name()).isEqualTo("between");
            assertThat(place.source()).isEqualTo("static double between() {\n    return \"}\".length(); // }\n}");
        });
        assertThat(statement.theorems()).extracting("name").containsExactly("S1_range", "S1_ends");
        assertThat(statement.theorems().getFirst().where()).isEqualTo(COQ + ":2");
        assertThat(statement.theorems().getFirst().source()).isEqualTo("Lemma S1_range (phi : R) :\n  0 <= phi.");
        assertThat(statement.trust().orElseThrow().status()).isEqualTo(Trust.Status.PROVED);
        assertThat(statement.properties()).extracting("name").containsExactly("staysInRange");
    }

    @Test
    void whatIsPackedIsWhatTheRepositoryHolds() {
        Rooms packed = Rooms.packed();
        Rooms written = Rooms.at(Path.of(""));
        assertThat(packed.files().keySet())
                .as("a page that was renamed or deleted leaves a stale copy in target: run `mvn clean`")
                .isEqualTo(written.files().keySet());
        assertThat(packed.files().entrySet().stream()
                        .filter(page -> !page.getValue().equals(written.files().get(page.getKey())))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(packed.rooms()).extracting(Room::chapter).startsWith("model");
    }

    private void edit(Break change) throws IOException {
        Path file = house.resolve(change.file());
        if (change.from() == null) {
            Files.delete(file);
            return;
        }
        String text = Files.readString(file);
        assertThat(text).contains(change.from());
        Files.writeString(file, text.replace(change.from(), change.to()));
    }
}
