package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text in lines of bounded width, as a terminal shows it.
final class Wrap {

    /// A line that starts a block of its own: a list item, a table row, a heading, or what is indented.
    private static final Pattern BLOCK = Pattern.compile("(?:[-*] |\\d+\\. |\\||#| {2,}).*");

    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]+)\\]\\([^)\\s]*\\)");

    private Wrap() {}

    /// Prose of a page: paragraphs refilled, list items and tables kept apart, links as their text.
    static List<String> prose(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : LINK.matcher(text).replaceAll("$1").lines().toList()) {
            if (line.isBlank() || BLOCK.matcher(line).matches()) {
                endBlock(block, width, lines);
            }
            if (line.isBlank()) {
                lines.add("");
            } else {
                block.append(block.isEmpty() ? line.stripTrailing() : " " + line.strip());
            }
        }
        endBlock(block, width, lines);
        return lines;
    }

    private static void endBlock(StringBuilder block, int width, List<String> lines) {
        if (!block.isEmpty()) {
            lines.addAll(line(block.toString(), width, hanging(block)));
            block.setLength(0);
        }
    }

    /// How far the lines of a block after the first are set in: under the text of a list item.
    private static int hanging(CharSequence block) {
        var item = Pattern.compile("(?:[-*]|\\d+\\.) +").matcher(block);
        return item.lookingAt() ? item.end() : 0;
    }

    /// One line, broken at spaces where it is too wide; a word wider than that is not broken.
    static List<String> line(String text, int width, int hanging) {
        List<String> lines = new ArrayList<>();
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        StringBuilder line = new StringBuilder(indent);
        boolean fresh = true;
        for (String word : text.strip().split(" ")) {
            if (!fresh && columns(line) + 1 + columns(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).repeat(' ', hanging);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /// Columns that a text takes: combining marks take none.
    static int columns(CharSequence text) {
        return (int)
                text.codePoints().filter(c -> !isMark(Character.getType(c))).count();
    }

    /// The text, and spaces up to that many columns.
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
