package lemmata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lemmata.cli.StudyFile.Effort;
import lemmata.experiment.Cell;
import lemmata.experiment.Entry;
import lemmata.experiment.Row;
import lemmata.experiment.SuccessRates;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The cells of a study on their way: one after another, in blocks of trials, saved after each block.
final class Study {

    /// Trial-steps of a block, per thread: about a second on vectors. Mini-batches cost so many times as much.
    private static final double BLOCK = 1e8;

    private static final double SAMPLED = 40;
    /// Trials side by side in a block: some chunks for each thread.
    private static final int LEAST = 256;

    private static final int MOST = 1 << 14;

    private static final double NANOS = 1e9;
    /// Seconds between lines where there is no terminal, and between savings.
    private static final double LINE = 10;

    private static final double SAVING = 5;

    private final CommandSpec spec;
    private final String name;
    private final StudyFile.Parameters parameters;
    private final int threads;
    private final @Nullable Path json;
    private final List<Entry> entries;
    private final List<CellFile> cells = new ArrayList<>();
    private final int bits = SuccessRates.fastBits();
    private final long begin = System.nanoTime();
    private double before;
    private double nextLine = LINE;
    private double nextSaving;

    /// @param name of the study
    /// @param json where it is saved; null if nowhere
    /// @param entries its cells
    Study(
            CommandSpec spec,
            String name,
            StudyFile.Parameters parameters,
            int threads,
            @Nullable Path json,
            List<Entry> entries) {
        this.spec = spec;
        this.name = name;
        this.parameters = parameters;
        this.threads = threads;
        this.json = json;
        this.entries = entries;
        for (Entry entry : entries) {
            CellReport.requireFeasible(entry.cell());
            cells.add(CellFile.of(entry));
        }
    }

    /// Takes over what an interrupted run has left, or checks that there is no such thing.
    ///
    /// @param field that a complaint names about what is left
    /// @throws InvalidField naming it, or `json`
    void prepare(boolean resume, String field) {
        if (json == null || !Files.isRegularFile(json)) {
            if (resume) {
                throw new InvalidField(field, json + " does not exist: leave the option out to start");
            }
            return;
        }
        if (resume) {
            takeOver(StudyFile.read(json, field), field);
            return;
        }
        boolean left;
        try {
            left = !StudyFile.read(json, "json").complete();
        } catch (InvalidField otherFile) {
            left = false; // a file of another kind is overwritten, as any output is
        }
        if (left) {
            throw new InvalidField("json", json + " is of an interrupted run: add --resume, or delete it");
        }
    }

    private void takeOver(StudyFile file, String field) {
        if (!file.version().equals(Version.current())) {
            throw new InvalidField(
                    field,
                    json + " is of version " + file.version() + ", this is " + Version.current() + ": delete it");
        }
        String wrong = !file.study().equals(name)
                ? "study " + file.study() + ", this is " + name
                : !file.parameters().equals(parameters)
                        ? "parameters " + file.parameters() + ", now " + parameters
                        : sameCells(file.cells()) ? "" : "cells that are not those asked for now";
        if (!wrong.isEmpty()) {
            throw new InvalidField(field, json + " has " + wrong + ": give the same options, or delete it");
        }
        for (int i = 0; i < file.cells().size(); i++) {
            cells.set(i, file.cells().get(i));
        }
        before = file.effort().seconds();
    }

    private boolean sameCells(List<CellFile> found) {
        boolean same = found.size() == cells.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = found.get(i).identity().equals(cells.get(i).identity())
                    && found.get(i).trials() <= parameters.trials();
        }
        return same;
    }

    /// Runs all that is left, until `stop` says so.
    ///
    /// @return what there is
    StudyFile run(BooleanSupplier stop) throws IOException {
        save();
        say(String.format(
                Locale.ROOT,
                "%s: %d cells of %d trials, %.3g trial-steps",
                name,
                cells.size(),
                parameters.trials(),
                parameters.trials()
                        * cells.stream().mapToDouble(CellFile::steps).sum()));
        for (int i = 0; i < cells.size() && !stop.getAsBoolean(); i++) {
            while (cells.get(i).trials() < parameters.trials() && step(i, stop)) {
                tick(i);
            }
        }
        Terminal.progress("");
        save();
        return file();
    }

    /// The next block of a cell; false if it was stopped.
    private boolean step(int i, BooleanSupplier stop) {
        long done = cells.get(i).trials();
        int size = (int) Math.min(block(entries.get(i).cell()), parameters.trials() - done);
        SuccessRates rates = new SuccessRates(bits, parameters.firstTrial() + done, size, parameters.tolerance());
        try {
            Optional<Row> row = rates.run(entries.get(i), threads, stop);
            row.ifPresent(found ->
                    cells.set(i, done == 0 ? CellFile.of(found) : cells.get(i).plus(CellFile.of(found))));
            return row.isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Trials of a block; what they come to does not depend on it.
    private long block(Cell cell) {
        double effort = cell.schedule().steps() * (cell.setup().method().isSampled() ? SAMPLED : 1);
        return Math.clamp((long) (BLOCK * threads / effort) / LEAST * LEAST, LEAST, MOST);
    }

    private void tick(int i) throws IOException {
        double elapsed = seconds();
        if (elapsed >= nextSaving) {
            save();
            nextSaving = elapsed + SAVING;
        }
        String line = String.format(
                Locale.ROOT,
                "%d of %d cells, %.0f s: %s",
                cells.get(i).trials() < parameters.trials() ? i : i + 1,
                cells.size(),
                elapsed,
                cells.get(i).name());
        Terminal.progress(spec.qualifiedName() + ": " + line);
        if (elapsed - before >= nextLine && !Terminal.isColoured()) {
            nextLine = elapsed - before + LINE;
            say(line);
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + line);
    }

    private double seconds() {
        return before + (System.nanoTime() - begin) / NANOS;
    }

    private void save() throws IOException {
        if (json != null) {
            file().write(json);
        }
    }

    private StudyFile file() {
        boolean complete = cells.stream().allMatch(cell -> cell.trials() == parameters.trials());
        String engine = bits == 0 ? "lumped plain" : "lumped vector " + bits + " bit";
        return new StudyFile(
                StudyFile.SCHEMA,
                Version.current(),
                PrettyJson.command(spec),
                name,
                parameters,
                complete,
                List.copyOf(cells),
                new Effort(seconds(), StudyFile.trialSteps(cells), threads, engine));
    }
}
