package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A statement as it stands in its rooms.
///
/// @param id `chapter.Stem/Sn`
/// @param kind who says it
/// @param source where the sources say it, or that it is ours
/// @param passage its title and text on the spec page
/// @param proof its section on the proof page; empty if there is none
/// @param code the methods and types annotated with its id, those of its own stem first
/// @param properties the property tests annotated with its id
/// @param theorems the numbered lemmas that Coq proves of it
/// @param trust how it is known; empty if that is not recorded
/// @param deviation what is recorded of it; empty if nothing is
public record StatementPage(
        String id,
        Kind kind,
        String source,
        Passage passage,
        Optional<Passage> proof,
        List<Place> code,
        List<Place> properties,
        List<Place> theorems,
        Optional<Trust> trust,
        Optional<Deviation> deviation) {

    /// Who says it.
    public enum Kind {
        /// Lemmata itself: it must hold.
        ASSERTED,
        /// The sources, as written: it may be violated, and then that is recorded.
        FINDING;

        /// `asserted` or `finding`, as the pages and reports write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Its title.
    public String title() {
        return passage.title();
    }

    /// Its text: formula and quantifiers.
    public String text() {
        return passage.text();
    }

    /// Whether it is about a text that the sources do not contain.
    public boolean isReading() {
        return deviation.filter(Deviation::isReading).isPresent();
    }
}
