package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of Markdown, cut at its headings; what looks like a heading inside a code fence is none.
record Page(String file, List<Passage> passages) {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*\\S) *");

    static Page of(String file, String text) {
        List<String> lines = text.lines().toList();
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            fenced ^= lines.get(i).startsWith("```");
            if (!fenced && i > start && HEADING.matcher(lines.get(i)).matches()) {
                passages.add(passage(file, start, lines.subList(start, i)));
                start = i;
            }
        }
        if (fenced) {
            throw new MalformedPage(file, lines.size(), "a code fence is not closed");
        }
        if (!lines.isEmpty()) {
            passages.add(passage(file, start, lines.subList(start, lines.size())));
        }
        return new Page(file, passages);
    }

    private static Passage passage(String file, int start, List<String> lines) {
        Matcher heading = HEADING.matcher(lines.getFirst());
        boolean headed = heading.matches();
        List<String> body = headed ? lines.subList(1, lines.size()) : lines;
        return new Passage(
                file,
                start + 1,
                headed ? heading.group(1).length() : 0,
                headed ? heading.group(2) : "",
                withoutBlankEnds(String.join("\n", body)));
    }

    private static String withoutBlankEnds(String text) {
        return text.replaceFirst("\\A(?:[ \t]*\n)+", "").stripTrailing();
    }

    /// The title of the page.
    ///
    /// @throws MalformedPage if the page does not start with one
    Passage head() {
        if (passages.isEmpty() || passages.getFirst().level() != 1) {
            throw new MalformedPage(file, 1, "the page does not start with a title `# …`");
        }
        return passages.getFirst();
    }

    /// The one section of that title.
    ///
    /// @throws MalformedPage if there is none, or it is empty
    Passage section(String title) {
        Passage section = find(title)
                .orElseThrow(() -> new MalformedPage(file, passages.getLast().line(), "no section `## " + title + "`"));
        if (section.text().isEmpty() && !title.equals("Statements")) {
            throw section.malformed("the section is empty");
        }
        return section;
    }

    Optional<Passage> find(String title) {
        return passages.stream()
                .filter(passage -> passage.level() == 2 && passage.title().equals(title))
                .findFirst();
    }
}
