package lemmata.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lemmata.dynamics.Stage;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Cell;
import lemmata.experiment.Entry;
import lemmata.experiment.PublishedRate;
import lemmata.experiment.Row;
import lemmata.experiment.Tally;
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

    private static final int HEXADECIMAL = 16;

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
            @Nullable Boolean explained) {
        static PublishedFile of(PublishedRate rate, Tally tally) {
            boolean absent = rate.status() == PublishedRate.Status.ABSENT || tally.trials() == 0;
            return new PublishedFile(
                    PrettyJson.number(rate.value()),
                    rate.status().toString(),
                    rate.source(),
                    absent ? null : tally.rate() - rate.value(),
                    absent ? null : rate.within(tally.interval(LEVEL)).orElse(null));
        }
    }

    /// A cell. `low` and `high` are the ends of the interval of the probability to converge, `predicted` that of
    /// gradient descent as ‖a*‖ → 0.
    record CellFile(
            String group,
            String label,
            String algorithm,
            String reading,
            String start,
            @Nullable Integer batch,
            int p,
            int k,
            double q,
            double norm,
            ScheduleFile schedule,
            long trials,
            long successes,
            long trapped,
            long undecided,
            long diverged,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double predicted,
            @Nullable PredictionFile prediction,
            PublishedFile published,
            String fingerprint) {

        /// Of a row that has run.
        static CellFile of(Row row) {
            return of(
                    row.entry(),
                    row.tally(),
                    row.prediction().map(PredictionFile::of).orElse(null));
        }

        /// Of one that has not.
        static CellFile of(Entry entry) {
            return of(
                    entry,
                    Tally.NONE,
                    TrapPrediction.of(entry.cell()).map(PredictionFile::of).orElse(null));
        }

        private static CellFile of(Entry entry, Tally tally, @Nullable PredictionFile prediction) {
            Cell cell = entry.cell();
            return new CellFile(
                            entry.group(),
                            entry.label(),
                            cell.setup().method().toString(),
                            cell.setup().reading().toString(),
                            cell.setup().start().toString(),
                            cell.setup().method().isSampled() ? cell.setup().batch() : null,
                            cell.p(),
                            cell.k(),
                            cell.q(),
                            cell.norm(),
                            new ScheduleFile(cell.schedule().stages().stream()
                                    .map(StageFile::of)
                                    .toList()),
                            0,
                            0,
                            0,
                            0,
                            0,
                            null,
                            null,
                            null,
                            prediction == null ? null : prediction.limit,
                            prediction,
                            PublishedFile.of(PublishedRate.of(cell), Tally.NONE),
                            "")
                    .with(tally, prediction, PublishedRate.of(cell));
        }

        private CellFile with(Tally tally, @Nullable PredictionFile now, PublishedRate rate) {
            Optional<BinomialInterval> interval =
                    tally.trials() == 0 ? Optional.empty() : Optional.of(tally.interval(LEVEL));
            return new CellFile(
                    group,
                    label,
                    algorithm,
                    reading,
                    start,
                    batch,
                    p,
                    k,
                    q,
                    norm,
                    schedule,
                    tally.trials(),
                    tally.successes(),
                    tally.trapped(),
                    tally.undecided(),
                    tally.diverged(),
                    interval.isEmpty() ? null : tally.rate(),
                    interval.map(BinomialInterval::low).orElse(null),
                    interval.map(BinomialInterval::high).orElse(null),
                    predicted,
                    now,
                    PublishedFile.of(rate, tally),
                    String.format(Locale.ROOT, "%064x", tally.fingerprint()));
        }

        /// How its trials ended.
        ///
        /// @throws InvalidField if that is nonsense
        Tally tally() {
            if (!fingerprint.matches("[0-9a-f]{64}")) {
                throw new InvalidField("fingerprint", "is not 64 hexadecimal digits");
            }
            Tally tally = new Tally(successes, trapped, undecided, diverged, new BigInteger(fingerprint, HEXADECIMAL));
            if (tally.trials() != trials) {
                throw new InvalidField("trials", trials + " is not the sum of the outcomes");
            }
            return tally;
        }

        /// Of these trials and others of the same cell.
        CellFile plus(CellFile other) {
            Tally sum = tally().plus(other.tally());
            PredictionFile both =
                    prediction == null || other.prediction == null ? null : prediction.plus(other.prediction);
            double known = published.value == null ? Double.NaN : published.value;
            PublishedRate.Status status = PublishedRate.Status.valueOf(published.status.toUpperCase(Locale.ROOT));
            return with(sum, both, new PublishedRate(known, PublishedRate.STEP, status, published.source));
        }

        /// What tells it from other cells.
        List<Object> identity() {
            return List.of(group, label, algorithm, reading, start, batch == null ? 0 : batch, p, k, q, norm, schedule);
        }

        /// The same in words.
        String name() {
            return String.format(
                    Locale.ROOT,
                    "%s %s, %s from %s, k = %d, q = %s, ‖a*‖ = %s, %s",
                    group,
                    label,
                    algorithm,
                    start,
                    k,
                    Constant.shown(q),
                    Constant.shown(norm),
                    reading);
        }

        /// Number of steps of a trial.
        long steps() {
            return schedule.stages.stream().mapToLong(StageFile::steps).sum();
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
            if (study == null || !SCHEMA.equals(study.schema)) {
                throw new InvalidField(field, file + " has not the schema " + SCHEMA + ": name a study's JSON");
            }
            study.cells.forEach(CellFile::tally);
            return study;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            String what = e.getOriginalMessage()
                    .replaceAll("\\s+", " ")
                    .replaceAll(" \\(.*", "")
                    .replace("Missing creator property", "missing field")
                    .replace("Unrecognized property", "unknown field");
            throw new InvalidField(field, file + " is no study: " + what + "; name a file that --json has written");
        } catch (InvalidField e) {
            throw e.field().equals(field) ? e : new InvalidField(field, file + ": " + e.getMessage());
        }
    }
}
