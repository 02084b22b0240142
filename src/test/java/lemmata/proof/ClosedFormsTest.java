package lemmata.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lemma code gives the numbers that are proved: it agrees with the forms that Coq prints, within both errors.
class ClosedFormsTest {

    private static final long SEED = 20261121;

    private static final int CASES = 4_000;

    private static final int MUTANT_CASES = 300;

    static List<String> forms() throws IOException {
        return PrintedForms.names(0);
    }

    @Test
    void fifteenFormsArePrinted() throws IOException {
        assertThat(forms()).hasSize(15).doesNotHaveDuplicates();
    }

    /// Inputs are exact or come with the errors that are promised for them.
    @ParameterizedTest
    @MethodSource("forms")
    void lemmaCodeAgreesWithThePrintedForm(String name, TestReporter reporter) {
        PrintedForms printed = PrintedForms.unchanged();
        double worst = 0;
        for (int index = 0; index < CASES; index++) {
            double ratio = new FormComparison(printed, SEED, index).ratio(name);
            assertThat(ratio).as("%s, case %d", name, index).isLessThanOrEqualTo(1);
            worst = Math.max(worst, ratio);
        }
        reporter.publishEntry(name, String.format(Locale.ROOT, "%d cases, worst ratio %.3g", CASES, worst));
    }

    /// Every sign of every form, one at a time.
    @Test
    void everyTurnedSignIsRefused(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        assertThat(PrintedForms.names(1)).hasSize(15);
        for (int sign = 0; !PrintedForms.names(sign + 1).isEmpty(); sign++) {
            PrintedForms mutant = PrintedForms.withTurnedSign(sign, folder);
            assertThat(PrintedForms.names(sign + 1))
                    .as("forms with sign %d turned", sign)
                    .allMatch(name -> isRefused(mutant, name));
        }
    }

    private static boolean isRefused(PrintedForms mutant, String name) {
        return IntStream.range(0, MUTANT_CASES)
                .anyMatch(index -> !(new FormComparison(mutant, SEED, index).ratio(name) <= 1));
    }
}
