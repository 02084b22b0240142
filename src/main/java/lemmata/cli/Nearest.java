package lemmata.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What somebody may have meant who wrote an id that does not exist.
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /// The ids with the fewest letters to change, case aside; what contains the word counts as near.
    static List<String> to(String word, Collection<String> ids) {
        return ids.stream()
                .sorted(Comparator.<String>comparingInt(id -> distance(lower(word), lower(id))))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String word, String id) {
        return id.contains(word) ? 1 : edits(word, id);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Letters to insert, delete or replace (Levenshtein).
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
