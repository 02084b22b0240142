package lemmata.audit;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import lemmata.audit.PromiseRuns.Look;
import lemmata.audit.Ruling.Finding;
import lemmata.dynamics.Setup;
import lemmata.experiment.BinomialInterval;
import lemmata.num.Functions;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;

/// One of the two theorems, as printed or as repaired, judged at one configuration.
///
/// A missed hypothesis or an empty interval of times settles it. Else runs, if they can reach the first time of the
/// promise, refute it if they break it more often than δ explains; the repaired theorem, if its conditions are met and
/// it promises as much, or the runs, support it.
public final class TheoremCheck {

    /// Which form of a theorem is judged.
    public enum Form {
        /// That of the poster.
        PRINTED,
        /// That of Lemmata.
        REPAIRED;

        /// `printed`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Form form;
    private final Configuration at;
    private final Setup setup;
    private final Opening opening;
    private final TheoremForm printed;
    private final TheoremForm repaired;

    private TheoremCheck(
            Form form, Configuration at, Setup setup, Opening opening, TheoremForm printed, TheoremForm repaired) {
        this.form = form;
        this.at = at;
        this.setup = setup;
        this.opening = opening;
        this.printed = printed;
        this.repaired = repaired;
    }

    /// Theorem 1.
    ///
    /// @param box configuration and constants
    /// @param setup reading, generator and seed of the runs
    public static TheoremCheck escape(Form form, EscapeBox box, Setup setup, Opening opening) {
        return new TheoremCheck(
                form,
                box.at(),
                setup,
                opening,
                TheoremForm.printed(box, opening),
                TheoremForm.escape(box.at(), setup.reading(), opening));
    }

    /// Theorem 2; γ is the squared error as printed, relative to ‖a*‖² in a for the repaired theorem.
    public static TheoremCheck convergence(Form form, ConvergenceBox box, Setup setup, Opening opening) {
        Configuration at = box.at();
        double gamma = form == Form.REPAIRED ? at.gamma() : TheoremForm.relative(at.target(), at.gamma());
        return new TheoremCheck(
                form,
                at,
                setup,
                opening,
                TheoremForm.printed(box),
                TheoremForm.convergence(at, gamma, setup.reading(), opening));
    }

    /// The form that is judged.
    public TheoremForm asked() {
        return form == Form.PRINTED ? printed : repaired;
    }

    /// The other form, for comparison.
    public TheoremForm other() {
        return form == Form.PRINTED ? repaired : printed;
    }

    /// The configuration.
    public Configuration at() {
        return at;
    }

    /// The runs' algorithm, reading, generator and seed.
    public Setup setup() {
        return setup;
    }

    /// Where the runs begin.
    public Opening opening() {
        return opening;
    }

    /// The runs that put the promise to the test; empty if it is settled without, or begins later than at step `most`.
    ///
    /// @param most steps that a run may have
    /// @param bits width of the vectors, or 0 for the plain code
    /// @throws lemmata.model.InvalidField naming `steps` if there are too many, or `norm`
    public Optional<PromiseRuns> runs(int trials, long most, int bits) {
        if (settled().isPresent() || !(first() <= most)) {
            return Optional.empty();
        }
        Promise promise = asked().promise().orElseThrow();
        return Optional.of(new PromiseRuns(
                opening.chain(setup, at.p(), at.target(), bits), at, promise.region(), trials, (long) first(), (long)
                        Math.min(most, promise.until())));
    }

    /// Runs them, until they refute the promise, are at their end, or are asked to stop.
    public void run(PromiseRuns runs, int threads, BooleanSupplier stop) {
        runs.run(at.delta(), threads, stop);
    }

    /// The first step of the promise, ⌈T⌉ or 0.
    private double first() {
        return asked().promise()
                .map(promise -> Math.max(0, Math.ceil(promise.from())))
                .orElse(Double.NaN);
    }

    /// The ruling, with what was run.
    ///
    /// @param most steps that a run might have had
    public Finding finding(Optional<PromiseRuns> runs, long most) {
        return settled()
                .or(() -> runs.flatMap(this::refuted))
                .or(() -> held(runs))
                .or(() -> runs.map(this::sampled))
                .orElseGet(() -> Finding.of(
                        Ruling.ABSTAINED,
                        String.format(
                                Locale.ROOT,
                                "the promise begins at step %.6g, beyond the %d that were allowed; run: 0 of the %.4g steps promised",
                                first(),
                                most,
                                steps())));
    }

    private Optional<Finding> settled() {
        if (!asked().applies()) {
            String missed = asked().missed().stream().map(Hypothesis::name).collect(Collectors.joining("; "));
            return Optional.of(Finding.of(Ruling.HYPOTHESIS_NOT_MET, missed));
        }
        Promise promise = asked().promise().orElseThrow();
        return promise.isVacuous()
                ? Optional.of(Finding.of(
                        Ruling.VACUOUS,
                        String.format(
                                Locale.ROOT,
                                "no step lies between %.6g, where the promise begins, and %.6g, where it ends",
                                promise.from(),
                                promise.until())))
                : Optional.empty();
    }

    private Optional<Finding> refuted(PromiseRuns runs) {
        if (!(runs.probability().low() > at.delta())) {
            return Optional.empty();
        }
        String against = held(Optional.of(runs))
                .map(held -> ", against " + held.theorem())
                .orElse("");
        return Optional.of(Finding.of(
                Ruling.VIOLATED,
                String.format(
                        Locale.ROOT,
                        "%s; P(outside) ≥ %.4g, δ = %s%s",
                        seen(runs),
                        runs.probability().low(),
                        at.delta(),
                        against)));
    }

    /// The witness: the look at which most runs were outside.
    public Optional<Look> witness(Optional<PromiseRuns> runs) {
        return runs.filter(some -> refuted(some).isPresent())
                .flatMap(some -> some.looks().stream().max(Comparator.comparingInt(Look::outside)));
    }

    /// Whether a look alone refutes the promise.
    public boolean suffices(Look look, PromiseRuns runs) {
        return PromiseRuns.probability(look, runs.trials()).low() > at.delta();
    }

    private Optional<Finding> held(Optional<PromiseRuns> runs) {
        Promise here = asked().promise().orElseThrow();
        String run = runs.map(this::seen)
                .orElseGet(() -> String.format(Locale.ROOT, "no run goes as far as step %.6g", first()));
        return repaired.promise()
                .filter(promise -> covers(promise, here))
                .map(promise -> new Finding(Ruling.HOLDS, repaired.id(), "its conditions are met; " + run));
    }

    private static boolean covers(Promise more, Promise less) {
        return more.from() <= less.from()
                && more.until() >= less.until()
                && more.probability() >= less.probability()
                && lies(more.region(), less.region());
    }

    private static boolean lies(Region inner, Region outer) {
        return inner.least() >= outer.least()
                && inner.greatest() <= outer.greatest()
                && inner.angle() <= outer.angle()
                && inner.filter() <= outer.filter()
                && inner.output() <= outer.output();
    }

    private Finding sampled(PromiseRuns runs) {
        BinomialInterval interval = runs.probability();
        String seen = String.format(
                Locale.ROOT,
                "%s; P(outside) in [%.4g, %.4g], δ = %s",
                seen(runs),
                interval.low(),
                interval.high(),
                at.delta());
        if (!runs.isComplete()) {
            return Finding.of(Ruling.ABSTAINED, "interrupted; " + seen);
        }
        return interval.high() <= at.delta()
                ? Finding.of(Ruling.SAMPLED, seen)
                : Finding.of(Ruling.ABSTAINED, seen + ": " + more(runs));
    }

    private String more(PromiseRuns runs) {
        double least = Math.ceil(Functions.log(Run.FALSE_ALARM) / Functions.log1p(-at.delta()));
        return runs.trials() < least
                ? String.format(Locale.ROOT, "so few cannot show it, %.0f might", Math.min(least, Long.MAX_VALUE))
                : "more might decide";
    }

    /// What was seen, and of how much of the promise.
    private String seen(PromiseRuns runs) {
        if (runs.looks().isEmpty()) {
            return String.format(Locale.ROOT, "no run has reached step %.6g", first());
        }
        long from = runs.looks().getFirst().step();
        int looks = runs.looks().size();
        String when = looks == 1
                ? "at step " + from
                : String.format(Locale.ROOT, "at one of %d looks from step %d to %d", looks, from, runs.reached());
        return String.format(
                Locale.ROOT,
                "%d of %d runs were outside %s; run: %.2g of the %.4g steps promised",
                runs.failures(),
                runs.trials(),
                when,
                (runs.reached() - from + 1) / steps(),
                steps());
    }

    /// How many steps the promise is about.
    private double steps() {
        return Math.floor(asked().promise().orElseThrow().until()) - first() + 1;
    }
}
