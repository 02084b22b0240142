package lemmata.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;
import lemmata.model.InvalidField;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Complaints of the lemma code about a value, as complaints about the option that gave it.
final class InvalidOption {

    private InvalidOption() {}

    /// Refuses a list of nothing, such as `,` gives.
    ///
    /// @throws ParameterException naming the option
    static void requireSome(CommandSpec spec, String option, Collection<?> values) {
        if (values.isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + ": names nothing: give at least one number");
        }
    }

    /// What the lemma code results in.
    ///
    /// @throws ParameterException if it complains of a field: `rhoW` becomes `--rho-w`
    static <T> T named(CommandSpec spec, Supplier<T> lemmas) {
        try {
            return lemmas.get();
        } catch (InvalidField e) {
            String option = "--" + e.field().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            throw new ParameterException(spec.commandLine(), option + ": " + e.remedy());
        }
    }
}
