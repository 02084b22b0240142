package lemmata.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lemmata.num.Bounded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Coq encloses is within the promised error of what the lemma code computes: `proofs/**/*_enclosures.v`.
class EnclosuresTest {

    static List<Path> files() {
        return Enclosure.files(Path.of("proofs"));
    }

    @Test
    void thereAreFiles() {
        assertThat(files()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void lemmaCodeLiesWithinItsErrorOfEveryEnclosure(Path file, TestReporter reporter) throws IOException {
        List<Enclosure> rows = Enclosure.in(Files.readString(file));
        assertThat(rows).doesNotHaveDuplicates();
        double worst = 0;
        for (Enclosure row : rows) {
            Bounded computed = computed(row);
            assertThat(row.admits(computed)).as("%s: %s", row, computed).isTrue();
            worst = Math.max(worst, row.ratio(computed));
        }
        reporter.publishEntry(
                file.getFileName().toString(),
                String.format(Locale.ROOT, "%d enclosures, worst ratio %.3g", rows.size(), worst));
    }

    /// In every row, in one of its ends and in both.
    @ParameterizedTest
    @MethodSource("files")
    void twoDigitsExchangedAreRefused(Path file) throws IOException {
        for (Enclosure row : Enclosure.in(Files.readString(file))) {
            Bounded computed = computed(row);
            assertThat(row.withExchangedDigits()).as("%s", row).noneMatch(other -> other.admits(computed));
        }
    }

    /// A table is worth what its lemma says.
    @ParameterizedTest
    @MethodSource("files")
    void theLemmaOfATableIsAboutWhatIsComputed(Path file) throws IOException {
        String text = Files.readString(file);
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
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.of("h", "0.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.of("g", "0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EnclosedConstants.exact("h"));
    }

    private static Bounded computed(Enclosure row) {
        return EnclosedConstants.of(row.function(), row.arguments());
    }
}
