package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lemmata.dynamics.Stage;
import lemmata.experiment.PublishedRate;
import lemmata.experiment.TrapPrediction;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a study found, as its file of JSON has it: read and written by these names.
///
/// All but `command` and `effort` is the same on any machine.
///
/// @param schema [#SCHEMA]
/// @param version of the program
/// @param command its arguments
/// @param study `success-rates` or `sensitivity`
/// @param parameters what is the same in all cells
/// @param complete whether all trials of all cells have run
/// @param cells as far as they have run
/// @param effort what it took
record StudyFile(
        String schema,
        String version,
        List<String> command,
        String study,
        Parameters parameters,
        boolean complete,
        List<CellFile> cells,
        Effort effort) {

    static final String SCHEMA = "lemmata-study/1";
    /// Of the intervals.
    static final double LEVEL = 0.95;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// What is the same in all cells.
    ///
    /// @param firstTrial number of the first trial of every cell
    /// @param trials how many are asked for per cell
    /// @param tolerance τ of the outcomes
    /// @param level of the intervals, each by itself
    record Parameters(String generator, long seed, long firstTrial, long trials, double tolerance, double level) {}

    /// @param seconds of the clock
    /// @param trialSteps trials times steps
    /// @param threads how many worked
    /// @param engine what computed
    record Effort(double seconds, double trialSteps, int threads, String engine) {}

    /// A stage of a schedule.
    record StageFile(double rhoW, double rhoA, double eta, long steps) {
        static StageFile of(Stage stage) {
            return new StageFile(stage.rhoW(), stage.rhoA(), stage.eta(), stage.steps());
        }
    }

    /// A schedule, as `--schedule` of other commands reads it.
    record ScheduleFile(List<StageFile> stages) {}

    /// See [TrapPrediction].
    record PredictionFile(double threshold, double limit, long successes, long hits, long decided) {
        static PredictionFile of(TrapPrediction from) {
            return new PredictionFile(from.threshold(), from.limit(), from.successes(), from.hits(), from.decided());
        }

        PredictionFile plus(PredictionFile other) {
            return new PredictionFile(
                    threshold, limit, successes + other.successes, hits + other.hits, decided + other.decided);
        }
    }

    /// See [PublishedRate].
    ///
    /// @param value null if none is known
    /// @param status `quoted`, `recalled` or `absent`
    /// @param difference our rate less theirs; null if none is known
    /// @param explained whether a value that rounds to theirs is in our interval
    record PublishedFile(
            @Nullable Double value,
            String status,
            String source,
            @Nullable Double difference,
            @Nullable Boolean explained) {}

    /// Checks what a file may have wrong.
    ///
    /// @throws InvalidField naming a component
    StudyFile {
        require(SCHEMA.equals(schema), "schema", "is not " + SCHEMA + ": name a study's JSON");
        require(
                version != null && study != null && effort != null && effort.engine != null,
                "version",
                "or study, effort or its engine is null");
        require(command != null && command.stream().noneMatch(Objects::isNull), "command", "is null");
        require(
                parameters != null && parameters.generator != null && parameters.trials >= 1,
                "parameters",
                "are null, or of no trials");
        require(cells != null && cells.stream().noneMatch(Objects::isNull), "cells", "are null");
        for (CellFile cell : cells) {
            require(
                    complete ? cell.trials() == parameters.trials : cell.trials() <= parameters.trials,
                    "trials",
                    cell.trials() + " of a cell do not fit to " + parameters.trials + " in all");
        }
    }

    private static void require(boolean right, String field, String remedy) {
        if (!right) {
            throw new InvalidField(field, remedy);
        }
    }

    /// Trials times steps of all cells.
    static double trialSteps(List<CellFile> cells) {
        return cells.stream()
                .mapToDouble(cell -> (double) cell.trials() * cell.steps())
                .sum();
    }

    /// Writes it, whole or not at all.
    void write(Path file) throws IOException {
        OutputFile.write(file, JSON.writeValueAsString(this) + "\n");
    }

    /// Reads one.
    ///
    /// @param field that an error names
    /// @throws InvalidField if the file is none, or of another version of the format
    static StudyFile read(Path file, String field) {
        try (InputStream in = Files.newInputStream(file)) {
            StudyFile study = JSON.readValue(in, StudyFile.class);
            if (study == null) {
                throw new InvalidField("file", "is null: name a file that --json has written");
            }
            return new StudyFile(
                    study.schema,
                    study.version,
                    study.command,
                    study.study,
                    study.parameters,
                    study.complete,
                    study.cells.stream().map(CellFile::checked).toList(),
                    study.effort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidField wrong) {
                throw new InvalidField(field, file + ": " + wrong.getMessage());
            }
            String what = e.getOriginalMessage()
                    .replaceAll("\\s+", " ")
                    .replaceAll(" \\(.*", "")
                    .replace("Missing creator property", "missing field")
                    .replace("Unrecognized property", "unknown field");
            throw new InvalidField(field, file + " is no study: " + what + "; name a file that --json has written");
        } catch (InvalidField e) {
            throw new InvalidField(field, file + ": " + e.getMessage());
        }
    }
}
