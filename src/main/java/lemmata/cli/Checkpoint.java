package lemmata.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import lemmata.dynamics.Simulation;
import lemmata.model.InvalidField;

/// The file from which an interrupted simulation goes on: `FILE.checkpoint` beside its report.
///
/// Big-endian: magic, version, seconds so far, number of names, name and value of all that the states depend on (UTF-8
/// after its length), the states as [Simulation#save] writes them, the CRC-32 of all that.
///
/// @param file where it is
/// @param identity all that the states depend on, by name
record Checkpoint(Path file, Map<String, String> identity) {

    private static final long MAGIC = 0x4C454D4D_41544100L; // LEMMATA
    private static final int VERSION = 1;
    private static final int LONGEST = 1 << 26;

    /// That of a report.
    static Checkpoint beside(Path report, Map<String, Object> identity) {
        Map<String, String> words = new LinkedHashMap<>();
        identity.forEach((name, value) -> words.put(name, value.toString()));
        return new Checkpoint(report.resolveSibling(report.getFileName() + ".checkpoint"), words);
    }

    /// Writes it, whole or not at all.
    void write(Simulation simulation, double seconds) throws IOException {
        OutputFile.write(file, stream -> {
            CRC32 sum = new CRC32();
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(stream, sum), 1 << 16));
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeDouble(seconds);
            out.writeInt(identity.size());
            for (Map.Entry<String, String> each : identity.entrySet()) {
                write(out, each.getKey());
                write(out, each.getValue());
            }
            simulation.save(out);
            out.flush();
            out.writeLong(sum.getValue());
            out.flush();
            return file;
        });
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Takes a simulation to where the file has it.
    ///
    /// @return seconds so far
    /// @throws InvalidField naming `resume`
    double read(Simulation simulation) {
        CRC32 sum = new CRC32();
        try (InputStream stream = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), sum);
                DataInputStream in = new DataInputStream(checked)) {
            if (in.readLong() != MAGIC || in.readInt() != VERSION) {
                throw new InvalidField("resume", file + " is no checkpoint of this program: delete it and start anew");
            }
            double seconds = in.readDouble();
            requireSame(in);
            simulation.restore(in);
            long expected = sum.getValue();
            if (in.readLong() != expected || in.read() >= 0) {
                throw damaged();
            }
            return seconds;
        } catch (EOFException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSame(DataInputStream in) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            found.put(text(in), text(in));
        }
        Map<String, String> names = new LinkedHashMap<>(found);
        names.putAll(identity);
        String differences = names.keySet().stream()
                .filter(name -> !identity.getOrDefault(name, "absent").equals(found.getOrDefault(name, "absent")))
                .map(name -> name + " was " + found.getOrDefault(name, "absent") + ", is "
                        + identity.getOrDefault(name, "absent"))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new InvalidField("resume", file + " is of another run: " + differences + ": give the same options");
        }
    }

    private String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw damaged();
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw damaged();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private InvalidField damaged() {
        return new InvalidField("resume", file + " is cut short or damaged: delete it and start anew");
    }
}
