package lemmata.cli;

import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A reading as an option gives it, such as `RADIAL,NETWORK`.
final class ReadingName implements ITypeConverter<Reading> {

    @Override
    public Reading convert(String text) {
        try {
            return Reading.of(text);
        } catch (InvalidField e) {
            throw new TypeConversionException(e.remedy());
        }
    }
}
