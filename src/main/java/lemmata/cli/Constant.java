package lemmata.cli;

import java.util.Locale;
import lemmata.dissipativity.Sharp;
import lemmata.num.Bounded;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A number that `constants` reports.
///
/// @param key its name in JSON
/// @param symbol its name in text
/// @param value the number and a bound of its error
/// @param meaning what it is, in a line
/// @param statement the statement that says so
/// @param witness where a sharp constant is attained; null if it is none
record Constant(
        String key,
        String symbol,
        Bounded value,
        String meaning,
        String statement,
        @Nullable Sharp witness) {

    /// A number that is not attained anywhere.
    Constant(String key, String symbol, Bounded value, String meaning, String statement) {
        this(key, symbol, value, meaning, statement, null);
    }

    /// A sharp constant.
    static Constant sharp(String key, String symbol, Sharp sharp, String meaning, String statement) {
        return new Constant(key, symbol, sharp.value(), meaning, statement, sharp);
    }

    /// `value ± error`, the error rounded up to two digits.
    String shown() {
        return shown(value.value()) + " ± " + roundedUp(value.error());
    }

    /// The shortest decimal that reads back to the same double, without the sign of −0; `inf` for ∞.
    static String shown(double value) {
        return Double.isInfinite(value)
                ? value > 0 ? "inf" : "-inf"
                : Double.toString(value + 0.0).replaceFirst("\\.0$", "").replace("E", "e");
    }

    private static String roundedUp(double error) {
        return error == 0 ? "0" : String.format(Locale.ROOT, "%.1e", Math.min(error * 1.05, Double.MAX_VALUE));
    }
}
