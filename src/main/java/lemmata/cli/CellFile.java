package lemmata.cli;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lemmata.cli.StudyFile.PredictionFile;
import lemmata.cli.StudyFile.PublishedFile;
import lemmata.cli.StudyFile.ScheduleFile;
import lemmata.cli.StudyFile.StageFile;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.Cell;
import lemmata.experiment.Entry;
import lemmata.experiment.PublishedRate;
import lemmata.experiment.Row;
import lemmata.experiment.Tally;
import lemmata.experiment.TrapPrediction;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A cell of a study, as its file has it.
///
/// `rate`, `low` and `high` follow from the counts: the share that converged and the interval of its probability, which
/// is a point where all trials are the same run, GD from the spurious point. `predicted` is the limit of GD's rate as
/// ‖a*‖ → 0; `published` is what others reported. **Source.** experiment.SuccessRates, experiment.TrapPrediction.
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

    private static final int HEXADECIMAL = 16;
    /// Derived numbers of a file may differ by so much, another version's rounding.
    private static final double ROUNDING = 1e-9;

    /// Checks what a file may have wrong.
    ///
    /// @throws InvalidField naming a component
    CellFile {
        require(
                !Arrays.asList(group, label, algorithm, reading, start, fingerprint)
                        .contains(null),
                "group",
                "or label, algorithm, reading, start, fingerprint is null: give a text");
        require(
                Arrays.stream(Method.values()).map(Method::toString).anyMatch(algorithm::equals),
                "algorithm",
                algorithm + " is none of gd, pgd, sgd, psgd");
        require(
                Arrays.stream(Start.values()).map(Start::toString).anyMatch(start::equals),
                "start",
                start + " is none of random, spurious");
        require(Double.isFinite(q) && Double.isFinite(norm), "q", "or norm is no number");
        require(
                schedule != null
                        && schedule.stages() != null
                        && schedule.stages().stream().noneMatch(Objects::isNull),
                "schedule",
                "is null: give its stages");
        require(published != null && published.status() != null && published.source() != null, "published", "is null");
        require(
                Arrays.stream(PublishedRate.Status.values())
                        .anyMatch(known -> known.toString().equals(published.status())),
                "status",
                published.status() + " is none of quoted, recalled, absent");
        require(
                (prediction != null) == algorithm.equals(Method.GD.toString()),
                "prediction",
                "is for gd, and only there");
        require(fingerprint.matches("[0-9a-f]{64}"), "fingerprint", "is not 64 hexadecimal digits");
        Tally tally = tally(successes, trapped, undecided, diverged, fingerprint);
        require(tally.trials() == trials, "trials", trials + " is not the sum of the outcomes");
    }

    private static void require(boolean right, String field, String remedy) {
        if (!right) {
            throw new InvalidField(field, remedy);
        }
    }

    private static Tally tally(long successes, long trapped, long undecided, long diverged, String fingerprint) {
        return new Tally(successes, trapped, undecided, diverged, new BigInteger(fingerprint, HEXADECIMAL));
    }

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
        PublishedRate rate = PublishedRate.of(cell);
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
                        prediction == null ? null : prediction.limit(),
                        prediction,
                        new PublishedFile(
                                PrettyJson.number(rate.value()), rate.status().toString(), rate.source(), null, null),
                        "0".repeat(64))
                .with(tally, prediction);
    }

    /// The same cell with these trials, and what follows from them.
    private CellFile with(Tally tally, @Nullable PredictionFile now) {
        boolean none = tally.trials() == 0;
        boolean oneRun = algorithm.equals(Method.GD.toString()) && start.equals(Start.SPURIOUS.toString());
        BinomialInterval interval = none
                ? new BinomialInterval(0, 1)
                : oneRun ? new BinomialInterval(tally.rate(), tally.rate()) : tally.interval(StudyFile.LEVEL);
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
                none ? null : tally.rate(),
                none ? null : interval.low(),
                none ? null : interval.high(),
                predicted,
                now,
                published(tally, interval),
                String.format(Locale.ROOT, "%064x", tally.fingerprint()));
    }

    private PublishedFile published(Tally tally, BinomialInterval interval) {
        if (published.value() == null || tally.trials() == 0) {
            return new PublishedFile(published.value(), published.status(), published.source(), null, null);
        }
        double value = published.value();
        PublishedRate rate = new PublishedRate(
                value,
                PublishedRate.STEP,
                PublishedRate.Status.valueOf(published.status().toUpperCase(Locale.ROOT)),
                published.source());
        return new PublishedFile(
                value,
                published.status(),
                published.source(),
                tally.rate() - value,
                rate.within(interval).orElse(null));
    }

    /// The same, with the derived numbers computed anew.
    ///
    /// @throws InvalidField if they are not those of the counts
    CellFile checked() {
        CellFile right = with(tally(), prediction);
        require(same(rate, right.rate), "rate", "is not that of the counts");
        require(same(low, right.low) && same(high, right.high), "low", "or high is not that of the counts");
        return right;
    }

    private static boolean same(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? one == other : Math.abs(one - other) <= ROUNDING;
    }

    /// How its trials ended.
    Tally tally() {
        return tally(successes, trapped, undecided, diverged, fingerprint);
    }

    /// Of these trials and others of the same cell.
    CellFile plus(CellFile other) {
        PredictionFile both = prediction == null || other.prediction == null ? null : prediction.plus(other.prediction);
        return with(tally().plus(other.tally()), both);
    }

    /// What runs, but for the randomness.
    List<Object> runs() {
        return List.of(algorithm, reading, start, batch == null ? 0 : batch, p, k, q, norm, schedule);
    }

    /// What tells it from the other cells of its study.
    List<Object> identity() {
        return List.of(group, label, runs());
    }

    /// The same in words.
    String name() {
        return String.format(
                Locale.ROOT,
                "%s, %s: %s from %s, k = %d, q = %s, ‖a*‖ = %s, %s",
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
        return schedule.stages().stream().mapToLong(StageFile::steps).sum();
    }
}
