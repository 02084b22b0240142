package lemmata.cli;

import lemmata.dynamics.LumpedState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Output weights as an option gives them, by their lumped coordinates `X,Y,Z`.
///
/// @param x 1ᵀa/√k
/// @param y along a* minus its mean
/// @param z norm of the rest
record Coordinates(double x, double y, double z) {

    /// The state with these weights and a filter.
    ///
    /// @param c cosine of its angle
    /// @param s sine of it
    LumpedState with(double c, double s) {
        return new LumpedState(c, s, x, y, z);
    }

    /// Reads them.
    static final class Converter implements ITypeConverter<Coordinates> {

        @Override
        public Coordinates convert(String text) {
            String[] numbers = text.split(",", -1);
            if (numbers.length != 3) {
                throw new TypeConversionException("\"" + text + "\" has not three numbers: give X,Y,Z");
            }
            return new Coordinates(RealNumber.of(numbers[0]), RealNumber.of(numbers[1]), RealNumber.of(numbers[2]));
        }
    }
}
