package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A spec page, read: `# stem: title`, a header, the fixed sections, and under "Statements" one heading per statement.
record SpecPage(String stem, String title, Matcher header, Page page, List<Stated> statements) {

    /// A statement heading `### Sn Title`, its line `*asserted* · source` or `*finding* · source`, and its text.
    record Stated(String number, StatementPage.Kind kind, String source, Passage passage) {}

    private static final Pattern TITLE = Pattern.compile("([a-z]+\\.[A-Z]\\w*): (.+)");
    private static final Pattern HEADER = Pattern.compile("(\\w+) · In the paper: (.+) · Uses: (.+)");
    private static final Pattern NUMBERED = Pattern.compile("S([1-9]\\d*) (.+)");
    private static final Pattern KIND = Pattern.compile("\\*(asserted|finding)\\* · (\\S.*)\n+(?s:(\\S.*))");

    private static final List<String> SECTIONS = List.of(
            "In words",
            "Symbols",
            "Assumptions",
            "Statements",
            "Cases",
            "Numeric contract",
            "How we know",
            "Where we leave the paper",
            "Exercise");

    static SpecPage of(String file, String text) {
        Page page = Page.of(file, text);
        Matcher title = matched(TITLE, page.head().title(), page.head(), "the title is not `# chapter.Stem: words`");
        if (!file.equals(Room.path("specs", title.group(1), ".md"))) {
            throw page.head().malformed("the stem " + title.group(1) + " is not that of the file");
        }
        String first = page.head().text().split("\n[ \t]*\n", 2)[0].replace('\n', ' ');
        Matcher header = matched(HEADER, first, page.head(), "no header `Kind · In the paper: … · Uses: …`");
        SECTIONS.forEach(page::section);
        return new SpecPage(title.group(1), title.group(2), header, page, statements(page));
    }

    private static List<Stated> statements(Page page) {
        List<Stated> statements = new ArrayList<>();
        int previous = 0;
        for (Passage passage : below(page)) {
            Matcher heading = matched(NUMBERED, passage.title(), passage, "the heading is not `### Sn Title`");
            if (Integer.parseInt(heading.group(1)) <= previous) {
                throw passage.malformed("S" + heading.group(1) + " does not come after S" + previous);
            }
            previous = Integer.parseInt(heading.group(1));
            statements.add(stated(passage, heading));
        }
        if (statements.isEmpty()) {
            throw page.section("Statements").malformed("the page states nothing");
        }
        return statements;
    }

    /// The headings of third level between "Statements" and the next section.
    private static List<Passage> below(Page page) {
        List<Passage> passages = page.passages();
        int from = passages.indexOf(page.section("Statements")) + 1;
        return passages.subList(from, passages.size()).stream()
                .takeWhile(passage -> passage.level() > 2)
                .toList();
    }

    private static Stated stated(Passage passage, Matcher heading) {
        Matcher kind = matched(
                KIND,
                passage.text(),
                passage,
                "below the heading must stand `*asserted* · source` or `*finding* · source`, then the statement");
        return new Stated(
                "S" + heading.group(1),
                kind.group(1).equals("finding") ? StatementPage.Kind.FINDING : StatementPage.Kind.ASSERTED,
                kind.group(2),
                new Passage(passage.file(), passage.line(), passage.level(), heading.group(2), kind.group(3)));
    }

    private static Matcher matched(Pattern pattern, String text, Passage passage, String complaint) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw passage.malformed(complaint);
        }
        return matcher;
    }
}
