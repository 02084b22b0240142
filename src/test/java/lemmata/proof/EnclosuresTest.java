package lemmata.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lemmata.num.Bounded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Coq encloses is within the promised error of what the lemma code computes.
class EnclosuresTest {

    private static final List<String> FILES = List.of(
            "dissipativity/FilterDissipativity",
            "dissipativity/OutputDissipativity",
            "dissipativity/SmoothedEquilibrium",
            "landscape/LocalMinimality",
            "landscape/SpuriousOptimum",
            "loss/AngleKernel",
            "smoothing/Drift");

    static List<Path> files() {
        return FILES.stream()
                .map(stem -> Path.of("proofs", stem + "_enclosures.v"))
                .toList();
    }

    @Test
    void everyFileThatSaysSoIsRead() {
        assertThat(Enclosure.files(Path.of("proofs"))).containsExactlyInAnyOrderElementsOf(files());
    }

    /// So many as the legend says, no two of the same number, each as narrow as its digits allow.
    @ParameterizedTest
    @MethodSource("files")
    void everyRowIsRead(Path file) {
        String text = Enclosure.read(file);
        List<Enclosure> rows = Enclosure.in(text);
        assertThat(rows).hasSize(Enclosure.stated(text)).allMatch(Enclosure::isTight);
        assertThat(rows.stream().map(row -> row.function() + "(" + row.arguments() + ")"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void lemmaCodeLiesWithinItsErrorWhereTheEnclosureIsNarrower(Path file, TestReporter reporter) {
        List<Enclosure> narrow = rows(file, true);
        assertThat(narrow).isNotEmpty();
        double worst = 0;
        for (Enclosure row : narrow) {
            Bounded computed = computed(row);
            assertThat(row.meets(computed)).as("%s: %s", row, computed).isTrue();
            worst = Math.max(worst, row.ratio(computed));
        }
        reporter.publishEntry(
                file.getFileName().toString(),
                String.format(Locale.ROOT, "%d enclosures, worst ratio %.3g", narrow.size(), worst));
    }

    /// An enclosure wider than that says that the computed number is right to its width, not that the promise is kept.
    @ParameterizedTest
    @MethodSource("files")
    void lemmaCodeIsRightToTheWidthOfTheOtherEnclosures(Path file, TestReporter reporter) {
        List<Enclosure> wide = rows(file, false);
        assertThat(wide).allMatch(row -> row.meets(computed(row)));
        reporter.publishEntry(file.getFileName().toString(), wide.size() + " enclosures wider than the error/50");
    }

    /// In every row, at either end; the other end follows, so that nothing but the number is wrong.
    @ParameterizedTest
    @MethodSource("files")
    void twoDigitsExchangedAreRefused(Path file) {
        for (Enclosure row : Enclosure.in(Enclosure.read(file))) {
            Bounded computed = computed(row);
            assertThat(row.withExchangedDigits())
                    .as("%s", row)
                    .allMatch(Enclosure::isTight)
                    .noneMatch(other -> other.meets(computed));
        }
    }

    /// No row can go unnoticed.
    @ParameterizedTest
    @MethodSource("files")
    void oneRowLessIsSeen(Path file) {
        String text = Enclosure.read(file);
        String less = text.contains("_enclosures :")
                ? text.replaceFirst("(?s)(?<=\\[\n)  \\(.*?\\);\n(?=  \\()", "")
                : text.replaceFirst("(?s)Lemma S\\d+_enclosure_\\d+ :.*?Qed\\.\n", "");
        assertThat(Enclosure.in(less)).hasSize(Enclosure.stated(less) - 1);
    }

    /// A table is worth what its lemma says.
    @ParameterizedTest
    @MethodSource("files")
    void theLemmaOfATableIsAboutWhatIsComputed(Path file) {
        String text = Enclosure.read(file);
        for (Enclosure row : Enclosure.in(text)) {
            String name = row.function() + "_enclosures";
            assertThat(
                            text.contains("Definition " + name)
                                    ? text.contains("low <= " + EnclosedConstants.exact(row.function()) + " <= high) "
                                            + name + ".\n")
                                    : row.function().equals("kappa"))
                    .as("%s: the lemma about %s", file, name)
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsRefused() {
        String row = "Lemma S1_enclosure_1 :\n  1 / 2 ^ 1 <= kappa 3 3 1 0\n  <= 2 / 2 ^ 1.\n";
        assertThat(Enclosure.in(row)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.in(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.in(row.replace("2 / 2 ^ 1", "1")));
        String table = "Definition g_enclosures : list (R * R * R) := [\n  (dyad 1 0, dyad 1 1, dyad 2 1)].\n";
        String lemma = "Lemma S4_g_enclosures :\n";
        assertThat(Enclosure.in(table + lemma)).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.in(table));
        assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.in(table.replace("dyad 2 1", "1") + lemma));
        assertThatIllegalArgumentException().isThrownBy(() -> Enclosure.stated(table + lemma));
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.of("h", "0.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.of("g", "0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.exact("h"));
    }

    private static List<Enclosure> rows(Path file, boolean narrow) {
        return Enclosure.in(Enclosure.read(file)).stream()
                .filter(row -> row.tests(computed(row)) == narrow)
                .toList();
    }

    private static Bounded computed(Enclosure row) {
        return EnclosedConstants.of(row.function(), row.arguments());
    }
}
