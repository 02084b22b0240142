package lemmata.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of the rooms, by their path from the root of the repository with `/` between its names.
final class RoomFiles {

    /// Where the build puts a copy of the repository's rooms, in the jar and beside the classes.
    private static final String PACKED = "lemmata/rooms";

    private static final List<String> ROOMS = List.of("specs", "proofs", "src/main/java", "property-tests");

    private static final List<String> ENDINGS = List.of(".md", ".java", ".v");

    /// What the gate of the proofs consists of besides.
    private static final List<String> GATE = List.of("proofs/check", "proofs/AXIOMS", "proofs/MUTANTS");

    private RoomFiles() {}

    /// Those that lie beside this class, in a folder of classes or in a jar.
    static SortedMap<String, String> packed() {
        try {
            Path home = Path.of(RoomFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return below(home.resolve(PACKED));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return below(jar.getPath(PACKED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Those below a folder; a room that is missing contributes nothing.
    static SortedMap<String, String> below(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String room : ROOMS) {
            read(root, root.resolve(room), texts);
        }
        return texts;
    }

    private static void read(Path root, Path room, SortedMap<String, String> texts) {
        if (!Files.isDirectory(room)) {
            return;
        }
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (GATE.contains(name) || ENDINGS.stream().anyMatch(name::endsWith)) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
