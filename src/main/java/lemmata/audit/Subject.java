package lemmata.audit;

/// A statement as an audit sees it.
///
/// @param id `chapter.Stem/Sn`
/// @param title its heading on the spec page
/// @param source where the sources state it, or whose it is
/// @param recorded for a finding, what `specs/DEVIATIONS.md` records: `holds`, `violated` or `not read`; empty for what
///     Lemmata itself asserts
/// @param instead for a finding, what holds instead or as well, as recorded there
/// @param backing what the rooms put behind it
public record Subject(String id, String title, String source, String recorded, String instead, Backing backing) {

    /// What the rooms say of a statement.
    public static Subject of(StatementPage page) {
        return new Subject(
                page.id(),
                page.title(),
                page.source(),
                page.deviation().map(Deviation::recorded).orElse(""),
                page.deviation().map(Deviation::holds).orElse(""),
                new Backing(page.code(), page.properties(), page.theorems(), page.trust()));
    }

    /// Whether it is what the sources say as written, rather than what Lemmata asserts.
    public boolean finding() {
        return !recorded.isEmpty();
    }

    /// The chapter, the part of the id before the dot.
    public String chapter() {
        return id.substring(0, id.indexOf('.'));
    }

    /// The lemma, the part of the id before the slash.
    public String stem() {
        return id.substring(0, id.indexOf('/'));
    }
}
