package lemmata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A file that a command writes: it appears whole or not at all. As a converter, it checks the path beforehand.
final class OutputFile implements ITypeConverter<Path> {

    /// What is written, and what its writing results in.
    @FunctionalInterface
    interface Content<T> {
        T writeTo(OutputStream out) throws IOException;
    }

    @Override
    public Path convert(String value) {
        Path file = Path.of(value);
        if (Files.isDirectory(file)) {
            throw new TypeConversionException(value + " is a folder: name a file in it");
        }
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new TypeConversionException("the folder of " + value + " does not exist: create it first");
        }
        return file;
    }

    /// Checks that no file is named twice; null for what is not wanted.
    ///
    /// @throws InvalidField naming `field`
    static void requireDistinct(String field, @Nullable Path... files) {
        List<Path> named = Arrays.stream(files)
                .filter(Objects::nonNull)
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
        if (named.stream().distinct().count() < named.size()) {
            throw new InvalidField(field, "names a file that another option names too: name another");
        }
    }

    /// Writes a text as UTF-8.
    static void write(Path file, String text) throws IOException {
        write(file, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return text;
        });
    }

    /// Writes beside the file and moves there at the end; straight to what is no regular file, such as a pipe.
    static <T> T write(Path file, Content<T> content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                return content.writeTo(out);
            }
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        draft.toFile().deleteOnExit();
        try {
            T result = written(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static <T> T written(Path draft, Content<T> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return content.writeTo(out);
        }
    }
}
