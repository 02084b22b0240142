package lemmata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A file that a command reads, checked beforehand.
final class InputFile implements ITypeConverter<Path> {

    @Override
    public Path convert(String value) {
        Path file = Path.of(value);
        if (!Files.exists(file)) {
            throw new TypeConversionException(value + " does not exist: name a file of JSON lines");
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new TypeConversionException(value + " cannot be read: name a readable file of JSON lines");
        }
        return file;
    }
}
