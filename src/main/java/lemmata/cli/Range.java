package lemmata.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A range of numbers as an option gives it: `LOW,HIGH`.
///
/// @param low at most
/// @param high this
record Range(double low, double high) {

    /// All numbers.
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// Reads one.
    static final class Converter implements ITypeConverter<Range> {

        @Override
        public Range convert(String text) {
            String[] ends = text.split(",", -1);
            if (ends.length != 2) {
                throw new TypeConversionException("\"" + text + "\" is no range: give LOW,HIGH");
            }
            Range range = new Range(RealNumber.of(ends[0]), RealNumber.of(ends[1]));
            if (range.low > range.high) {
                throw new TypeConversionException("\"" + text + "\" runs backwards: give the smaller number first");
            }
            return range;
        }
    }
}
