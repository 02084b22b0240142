package lemmata.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The door to Coq: unpacks the proofs into a new folder and has `proofs/check` compile them there, every time anew.
public final class ProofGate {

    private static final String FOLDER = "proofs/";

    private final SortedMap<String, String> files;
    private final List<String> search;

    private ProofGate(SortedMap<String, String> files, List<String> search) {
        this.files = files;
        this.search = search;
    }

    /// The gate to the proofs of these rooms.
    public static ProofGate of(Rooms rooms) {
        return searching(rooms.files(), System.getenv().getOrDefault("PATH", ""));
    }

    /// The gate that looks for Coq along a search path.
    static ProofGate searching(SortedMap<String, String> files, String path) {
        return new ProofGate(files, Arrays.asList(path.split(java.io.File.pathSeparator)));
    }

    /// What Coq says of the numbered lemmas of these subjects; of all, if they have every stem.
    ///
    /// @return [Proofs#NOT_FOUND] if there is no `coqc`
    public Proofs ask(List<Subject> subjects) {
        Optional<Path> coqc = search.stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "coqc"))
                .filter(Files::isExecutable)
                .findFirst();
        if (coqc.isEmpty()) {
            return Proofs.NOT_FOUND;
        }
        List<String> stems = subjects.stream()
                .filter(subject -> !subject.backing().theorems().isEmpty())
                .map(Subject::stem)
                .distinct()
                .sorted()
                .toList();
        try {
            Path folder = Files.createTempDirectory("lemmata-proofs");
            try {
                return answer(folder, coqc.get().toString(), stems);
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            return new Proofs("found", Map.of(), "the proofs could not be checked: " + failed.getMessage());
        }
    }

    private Proofs answer(Path folder, String coqc, List<String> stems) throws IOException {
        Answer answered = run(folder, "version", coqc, "--print-version");
        if (answered.code() != 0) {
            throw new IOException("coqc --print-version ended with " + answered.code());
        }
        String version = answered.out().split("\\s", 2)[0];
        if (stems.isEmpty()) {
            return new Proofs(version, Map.of(), "");
        }
        for (Map.Entry<String, String> file : files.tailMap(FOLDER).entrySet()) {
            if (!file.getKey().startsWith(FOLDER)) {
                break;
            }
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        List<String> command = new ArrayList<>(List.of("bash", FOLDER + "check", "--only-theorems", "--into", "built"));
        command.addAll(stems);
        Answer answer = run(folder, "table", command.toArray(String[]::new));
        Map<String, List<String>> axioms = new TreeMap<>();
        answer.out()
                .lines()
                .map(line -> line.split(" "))
                .forEach(cells -> axioms.put(cells[0] + " " + cells[1], List.of(cells[2].split(","))));
        return new Proofs(version, axioms, answer.code() == 0 ? "" : answer.objection());
    }

    private record Answer(int code, String out, String objection) {}

    /// Runs a command with its output in files, so that no pipe can fill up; it dies with this program.
    private Answer run(Path folder, String name, String... command) throws IOException {
        Path out = folder.resolve(name);
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", String.join(java.io.File.pathSeparator, search));
        Process process = builder.start();
        Thread reaper = new Thread(() -> {
            stop(process);
            try {
                delete(folder);
            } catch (IOException | UncheckedIOException left) {
                // The program is ending: what cannot be deleted stays in the system's folder for temporary files.
            }
        });
        Runtime.getRuntime().addShutdownHook(reaper);
        try {
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(reaper);
            String objection = Files.readString(err, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("File ") || line.startsWith("proofs/check: "))
                    .reduce((first, second) -> first + " " + second)
                    .orElse("proofs/check ended with " + code);
            return new Answer(code, Files.readString(out, StandardCharsets.UTF_8), objection);
        } catch (InterruptedException stopped) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Coq was checking the proofs", stopped);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
