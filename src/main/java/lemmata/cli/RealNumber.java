package lemmata.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number as an option gives it: a decimal, `inf`, `-inf`, `pi` or `pi/2`.
final class RealNumber implements ITypeConverter<Double> {

    private static final String PI = "pi";
    private static final String PART_OF_PI = "pi/";

    @Override
    public Double convert(String text) {
        return of(text);
    }

    /// The nearest double.
    ///
    /// @throws TypeConversionException if it is no number
    static double of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case PI -> Math.PI;
            default ->
                word.startsWith(PART_OF_PI)
                        ? finite(Math.PI / decimal(word.substring(PART_OF_PI.length())), text)
                        : finite(decimal(word), text);
        };
    }

    private static double decimal(String word) {
        return word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?") ? Double.parseDouble(word) : Double.NaN;
    }

    private static double finite(double value, String text) {
        if (!Double.isFinite(value)) {
            throw new TypeConversionException("\"" + text + "\" is no number: give a decimal such as 0.5 or 1e-3");
        }
        return value;
    }
}
