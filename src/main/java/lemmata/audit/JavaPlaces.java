package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places of a Java source that carry `@Statement("id")`, found without a compiler.
///
/// Comments, strings and characters are blanked first, at the same positions: what is left has honest brackets.
final class JavaPlaces {

    private static final Pattern BLANKED = Pattern.compile("//[^\n]*+|/\\*(?s:.*?)\\*/"
            + "|\"\"\"(?:[^\\\\\"]++|\\\\(?s:.)|\"(?!\"\"))*+\"\"\""
            + "|\"(?:[^\\\\\"\n]++|\\\\.)*+\"|'(?:[^\\\\'\n]++|\\\\.)*+'");
    private static final Pattern STATEMENT = Pattern.compile("@Statement\\s*\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern ANNOTATION =
            Pattern.compile("\\s*+@(?!interface\\b)[\\w.]++(?:\\s*+\\((?:[^()]++|\\([^()]*+\\))*+\\))?");
    private static final Pattern NAME = Pattern.compile("\\b(class|interface|record|enum)\\s+(\\w+)|\\b(\\w+)\\s*[({]");

    private final String file;
    private final String text;
    private final String code;

    private JavaPlaces(String file, String text) {
        this.file = file;
        this.text = text;
        this.code = BLANKED.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    /// In the order of the file.
    ///
    /// @throws MalformedPage if an annotation names no id or annotates nothing
    static List<Place> in(String file, String text) {
        List<Place> places = new ArrayList<>();
        if (text.contains("@Statement")) {
            JavaPlaces source = new JavaPlaces(file, text);
            STATEMENT.matcher(source.code).results().forEach(found -> places.add(source.place(found)));
        }
        return places;
    }

    private Place place(MatchResult annotation) {
        List<String> ids = LITERAL.matcher(text.substring(annotation.start(), annotation.end()))
                .results()
                .map(literal -> literal.group(1))
                .toList();
        int start = declaration(annotation.end());
        Matcher name = NAME.matcher(code).region(start, code.length());
        if (ids.isEmpty() || !name.find()) {
            throw new MalformedPage(file, line(annotation.start()), "@Statement without an id or a declaration");
        }
        boolean type = name.group(1) != null;
        return new Place(
                ids, file, line(start), type ? name.group(2) : name.group(3), lines(start, end(name.start(), type)));
    }

    /// Where the declaration starts, behind further annotations.
    private int declaration(int from) {
        Matcher next = ANNOTATION.matcher(code);
        int start = from;
        while (next.region(start, code.length()).lookingAt()) {
            start = next.end();
        }
        while (start < code.length() && Character.isWhitespace(code.charAt(start))) {
            start++;
        }
        return start;
    }

    /// Behind the semicolon or the closing brace of a method, behind the opening brace of a type.
    private int end(int from, boolean type) {
        int depth = 0;
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            boolean opened = type && c == '{' && depth == 1;
            if (opened || depth == 0 && (c == ';' || c == '}')) {
                return i + 1;
            }
        }
        return code.length();
    }

    private int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private String lines(int start, int end) {
        int from = text.lastIndexOf('\n', start) + 1;
        return text.substring(from, end).stripIndent();
    }
}
