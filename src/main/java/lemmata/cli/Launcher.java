package lemmata.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Starts `lemmata.cli.Main` on a Java that can run it: 25 or later, with the vector module.
///
/// A jar cannot ask for an incubator module by its manifest, and the Java that meets the jar may be older. So this
/// class alone is compiled for 17; where the running Java does not do, it runs the same jar on one that does, with the
/// same arguments and standard streams, and ends with its exit code. JVM options reach that one by `JDK_JAVA_OPTIONS`.
///
/// **Searched, first fit wins.** The running Java, `JAVA25_HOME`, `JAVA_HOME`, then the standard folders, there the
/// lowest fitting version. **Exit code.** 2 if none fits.
public final class Launcher {
    static final String VECTOR = "jdk.incubator.vector";
    static final int OLDEST = 25;
    static final int NONE_FOUND = 2;

    /// Tells the started program the process that it must not outlive.
    private static final String PARENT = "lemmata.parent";
    /// What a shell reports of a killed program.
    private static final int KILLED = 137;

    private static final long HEARTBEAT_MILLIS = 500;

    /// Standard folders, from the root and from the user's home; each child of one may be a JDK.
    private static final String UNIX =
            "usr/lib/jvm|usr/lib64/jvm|usr/java|opt|usr/local/opt|opt/homebrew/opt|Library/Java/JavaVirtualMachines|";
    private static final String WINDOWS = "Program Files/Java|Program Files/Eclipse Adoptium|Program Files/Microsoft";
    private static final String BELOW_HOME = ".sdkman/candidates/java|.jdks|Library/Java/JavaVirtualMachines";
    /// Where the JDK lies within such a child: right there, in a macOS bundle, in a Homebrew keg.
    private static final String WITHIN = "|Contents/Home|libexec/openjdk.jdk/Contents/Home";

    private Launcher() {}

    /// Runs the program here if this Java fits, else on one that does.
    ///
    /// @throws Exception what the program throws when it runs here, or a failure to start the other Java
    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() >= OLDEST
                && ModuleLayer.boot().findModule(VECTOR).isPresent()) {
            followParent();
            Class.forName("lemmata.cli.Main").getMethod("main", String[].class).invoke(null, (Object) args);
            return;
        }
        Path running = Path.of(System.getProperty("java.home"));
        Optional<Path> home = find(System.getenv(), running.getRoot(), running);
        if (home.isEmpty()) System.err.print(nothingFound(System.getenv()));
        System.exit(home.isEmpty() ? NONE_FOUND : run(home.get(), args));
    }

    /// The home of the first fitting Java; reads nothing but the arguments and files at or below them.
    static Optional<Path> find(Map<String, String> env, Path root, Path running) {
        Stream<String> named = Stream.of(running.toString(), env.get("JAVA25_HOME"), env.get("JAVA_HOME"));
        return named.filter(Objects::nonNull)
                .map(root::resolve)
                .filter(home -> feature(home) >= OLDEST)
                .findFirst()
                .or(() -> installed(env, root));
    }

    private static Optional<Path> installed(Map<String, String> env, Path root) {
        Stream<Path> system = Stream.of((UNIX + WINDOWS).split("\\|")).map(root::resolve);
        Path home = root.resolve(env.getOrDefault("HOME", env.getOrDefault("USERPROFILE", "")));
        Stream<Path> user = Stream.of(BELOW_HOME.split("\\|")).map(home::resolve);
        return Stream.concat(system, user)
                .flatMap(folder -> children(folder).stream())
                .flatMap(child -> Stream.of(WITHIN.split("\\|")).map(child::resolve))
                .filter(java -> feature(java) >= OLDEST)
                .min(Comparator.comparingInt(Launcher::feature));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            return List.of(); // absent or closed to us: nothing to find there
        }
    }

    /// The feature version that the `release` file at `home` states; 0 if it cannot run the program.
    static int feature(Path home) {
        var release = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("release"))) {
            release.load(file);
            List<String> modules = List.of(unquoted(release, "MODULES").split(" "));
            boolean runs =
                    Stream.of("bin/java", "bin/java.exe").map(home::resolve).anyMatch(Files::isExecutable);
            if (!runs || !modules.contains(VECTOR)) return 0;
            return Runtime.Version.parse(unquoted(release, "JAVA_VERSION")).feature();
        } catch (IOException | IllegalArgumentException e) {
            return 0; // no such file, or not of a JDK this new
        }
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "").trim();
    }

    static String nothingFound(Map<String, String> env) {
        return """
            lemmata needs Java %d or later with the module %s, and found none.
            This is Java %d, JAVA25_HOME is %s, and no standard folder holds one.
            Install a JDK %1$d (for example Temurin, https://adoptium.net), or set JAVA25_HOME to the folder of one.
            """.formatted(OLDEST, VECTOR, Runtime.version().feature(), env.getOrDefault("JAVA25_HOME", "not set"));
    }

    private static int run(Path home, String[] args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), "--add-modules", VECTOR));
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(List.of(args));
        Process child = new ProcessBuilder(command)
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .start();
        var copied = new CompletableFuture<Void>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            child.toHandle().destroy(); // by Process it would also close the stream of its last words
            child.onExit().join();
            copied.join();
        }));
        try {
            copyWithoutWarning(child.getErrorStream(), new FileOutputStream(FileDescriptor.err));
        } finally {
            copied.complete(null);
        }
        return child.waitFor();
    }

    /// Ends this process when the launcher that started it is gone, even if that was killed without a word.
    private static void followParent() {
        Optional.ofNullable(Long.getLong(PARENT)).flatMap(ProcessHandle::of).ifPresent(parent -> {
            var watch = new Thread(() -> endAfter(parent));
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static void endAfter(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(HEARTBEAT_MILLIS);
            }
            System.exit(KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Copies all but the line about incubator modules that a JVM prints before anything of the program; no flag
    /// silences it.
    static void copyWithoutWarning(InputStream from, OutputStream to) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = from.read(); b >= 0; b = from.read()) {
            line.write(b);
            if (b == '\n') {
                if (line.toString(StandardCharsets.US_ASCII).startsWith("WARNING: Using incubator modules: ")) {
                    from.transferTo(to);
                    return;
                }
                line.writeTo(to);
                line.reset();
            }
        }
        line.writeTo(to);
    }
}
