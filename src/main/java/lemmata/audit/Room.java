package lemmata.audit;

import java.util.List;
import java.util.Optional;

/// A lemma as it stands in its rooms.
///
/// @param stem `chapter.Stem`
/// @param title its name in words
/// @param kind Definition, Lemma or Theorem
/// @param place where in the paper
/// @param uses the lemmas that it rests on, in words
/// @param words the section "In words"
/// @param assumptions the section "Assumptions"
/// @param statements in the order of the page
/// @param preliminaries of the proofs; empty if there are none
/// @param exercise the section "Exercise"
public record Room(
        String stem,
        String title,
        String kind,
        String place,
        String uses,
        Passage words,
        Passage assumptions,
        List<StatementPage> statements,
        Optional<Passage> preliminaries,
        Passage exercise) {

    /// `chapter`.
    public String chapter() {
        return stem.substring(0, stem.indexOf('.'));
    }

    /// The spec page, as a path from the root of the repository; the other rooms alike.
    public String spec() {
        return path("specs", stem, ".md");
    }

    static String path(String room, String stem, String ending) {
        return room + "/" + stem.replace('.', '/') + ending;
    }
}
