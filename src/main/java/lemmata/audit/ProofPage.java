package lemmata.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A proof page, read: `# Proof of stem`, perhaps preliminaries, and a section `### Sn Title` per statement.
record ProofPage(String stem, Optional<Passage> preliminaries, Map<String, Passage> sections) {

    private static final Pattern NUMBERED = Pattern.compile("(S[1-9]\\d*)(?: (.+))?");

    static ProofPage of(String file, String text) {
        Page page = Page.of(file, text);
        String stem = page.head().title().replaceFirst("^Proof of ", "");
        if (!page.head().title().startsWith("Proof of ") || !file.equals(Room.path("proofs", stem, ".md"))) {
            throw page.head().malformed("the title is not `# Proof of chapter.Stem` with the stem of the file");
        }
        Map<String, Passage> sections = new LinkedHashMap<>();
        page.passages().stream().filter(passage -> passage.level() == 3).forEach(passage -> put(sections, passage));
        if (sections.isEmpty()) {
            throw page.head().malformed("the page proves nothing: no heading `### Sn Title`");
        }
        return new ProofPage(stem, page.find("Preliminaries"), sections);
    }

    private static void put(Map<String, Passage> sections, Passage passage) {
        Matcher heading = NUMBERED.matcher(passage.title());
        if (!heading.matches()) {
            throw passage.malformed("the heading is not `### Sn Title`");
        }
        if (passage.text().isEmpty()) {
            throw passage.malformed("the proof is empty");
        }
        if (sections.put(heading.group(1), passage) != null) {
            throw passage.malformed(heading.group(1) + " is proved twice");
        }
    }
}
