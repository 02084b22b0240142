package lemmata.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lemmata.num.Bounded;
import lemmata.proof.ValueFile.Row;
import lemmata.proof.ValueFile.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The values that Coq proves are those that the lemma code computes here and now, in each file whose legend names this
/// class.
///
/// `mvn test -Dlemmata.values=write` rewrites the files where the code gives other bits.
class ValuesTest {

    static List<ValueFile> files() {
        return List.of(
                ProvedValues.angleKernel(),
                ProvedValues.localMinimality(),
                ProvedValues.spuriousOptimum(),
                ProvedValues.filterDissipativity(),
                ProvedLosses.populationLoss());
    }

    @ParameterizedTest
    @MethodSource("files")
    void committedValuesAreTheComputedOnes(ValueFile file) throws IOException {
        if (System.getProperty("lemmata.values", "").equals("write")) {
            Files.writeString(file.path(), file.text());
        }
        assertThat(file.path()).exists();
        assertThat(Files.readString(file.path()))
                .as("%s: other bits than committed; how to rewrite it is said in this class", file.path())
                .isEqualTo(file.text());
    }

    @Test
    void everyFileThatSaysSoIsComputedHere() throws IOException {
        try (Stream<Path> proofs = Files.walk(Path.of("proofs"))) {
            assertThat(proofs.filter(path -> path.toString().endsWith(".v") && isOurs(path)))
                    .containsExactlyInAnyOrderElementsOf(
                            files().stream().map(ValueFile::path).toList());
        }
    }

    private static boolean isOurs(Path file) {
        try {
            return Files.readString(file).contains(ValuesTest.class.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One ulp more in one value, or in one error.
    @ParameterizedTest
    @MethodSource("files")
    void anotherBitIsSeen(ValueFile file) {
        for (int t = 0; t < file.tables().size(); t++) {
            Table table = file.tables().get(t);
            for (int i = 0; i < table.rows().size(); i++) {
                Bounded computed = table.rows().get(i).computed();
                double value = computed.value();
                double error = computed.error();
                assertThat(changed(file, t, i, new Bounded(Math.nextUp(value), error)))
                        .isNotEqualTo(file.text());
                assertThat(changed(file, t, i, new Bounded(value, Math.nextUp(error))))
                        .isNotEqualTo(file.text());
            }
        }
    }

    private static String changed(ValueFile file, int t, int i, Bounded computed) {
        Table table = file.tables().get(t);
        List<Row> rows = new ArrayList<>(table.rows());
        rows.set(i, new Row(rows.get(i).arguments(), computed));
        List<Table> tables = new ArrayList<>(file.tables());
        tables.set(
                t,
                new Table(
                        table.name(),
                        table.statement(),
                        table.type(),
                        table.arguments(),
                        table.exact(),
                        table.tactic(),
                        rows));
        return new ValueFile(file.stem(), file.what(), file.preamble(), tables).text();
    }

    @Test
    void doublesAreWrittenExactly() {
        assertThat(ValueFile.dyad(0)).isEqualTo("dyad 0 0");
        assertThat(ValueFile.dyad(-0.75)).isEqualTo("dyad (-3) 2");
        assertThat(ValueFile.dyad(3)).isEqualTo("dyad 3 0");
        assertThat(ValueFile.dyad(0x1p60)).isEqualTo("dyad 1152921504606846976 0");
        assertThat(ValueFile.dyad(Math.PI)).isEqualTo("dyad 884279719003555 48");
        assertThat(ValueFile.dyad(0x1p-1000)).isEqualTo("dyad 1 1000");
        assertThat(ValueFile.dyad(Double.MIN_VALUE)).isEqualTo("dyad 1 1074");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoDyadIsRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueFile.dyad(value));
    }
}
