package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PlainLumpedEngine;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.Reading;
import lemmata.theorem.Claim;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;

/// Whole runs of epoch II through the horizon η⁻² of theorem.Convergence, from the worst start that it allows.
///
/// The lumped chain has the law of the full algorithm. A run fails if it is outside the promised region at a step from
/// T₂ on at which it is looked at.
public final class ConvergenceTheoremRuns {

    /// Domain of the seeds of cells.
    private static final int DOMAIN = 34;

    private static final int LOOKS = 200;

    /// Each meets all conditions, and T₂ ≤ η⁻².
    private static final List<ConvergenceTheoremCell> CELLS = List.of(
            cell(2, 4, 3, 0.03, 0.05, 0.002, 1, 0.5),
            cell(2, 4, 3, 0.03, 0.05, 0.002, 1, 0.1),
            cell(6, 25, 9, 0.01, 0.02, 0.0015, 0.01, 0.1),
            cell(6, 9, 4, 0.05, 0.05, 0.001, 1, 0.1),
            cell(6, 25, 1, 0.05, 0.05, 0.0005, 1, 0.05),
            cell(6, 25, 1, 0.01, 0.02, 0.0003, 0.01, 0.1));

    private ConvergenceTheoremRuns() {}

    private static ConvergenceTheoremCell cell(
            int p, int k, double q, double rhoW, double rhoA, double eta, double gamma, double delta) {
        return new ConvergenceTheoremCell(p, Target.of(k, q, 1), rhoW, rhoA, eta, gamma, delta);
    }

    /// The cell that the properties and their mutants run.
    public static ConvergenceTheoremCell first() {
        return CELLS.getFirst();
    }

    /// A claim about the runs of a cell, true or not.
    ///
    /// @param from first step of the promise
    /// @param until its last step, or an earlier one
    /// @param region where runs are promised to be
    public record Promised(double from, double until, Region region) {

        /// What the theorem promises.
        public static Promised of(Promise promise) {
            return new Promised(promise.from(), promise.until(), promise.region());
        }
    }

    /// How many of the first trials fail.
    public static long failures(
            ConvergenceTheoremCell cell, LumpedState start, Promised promised, int trials, long seed) {
        Setup setup = new Setup(Method.PGD, Reading.POSTER, 1, Start.RANDOM, Generator.PHILOX, seed);
        Representation chain = setup.lumped(cell.p(), cell.target(), SuccessRates.fastBits());
        int chunk = chain.abreast();
        return IntStream.range(0, (trials + chunk - 1) / chunk)
                .parallel()
                .mapToLong(i ->
                        failures(chain, cell, start, promised, (long) i * chunk, Math.min(chunk, trials - i * chunk)))
                .sum();
    }

    private static long failures(
            Representation chain,
            ConvergenceTheoremCell cell,
            LumpedState start,
            Promised promised,
            long first,
            int count) {
        Engine engine = chain.engine();
        double[] states = new double[count * chain.rows()];
        for (int i = 0; i < count; i++) {
            PlainLumpedEngine.put(start, states, i * chain.rows());
        }
        boolean[] failed = new boolean[count];
        long look = (long) Math.ceil(promised.from());
        long last = (long) Math.floor(promised.until());
        long every = Math.max(1, (last - look) / LOOKS);
        for (long t = 0; t < last; t = look, look = Math.min(look + every, last)) {
            engine.advance(states, first, count, new Leg(cell.rhoW(), cell.rhoA(), cell.eta(), t, look - t));
            for (int i = 0; i < count; i++) {
                LumpedState now = chain.observe(states, i * chain.rows());
                failed[i] |= !promised.region().contains(Observation.of(cell.target(), now, look));
            }
        }
        return IntStream.range(0, count).filter(i -> failed[i]).count();
    }

    /// What so many failures say of a failure probability of at most δ.
    public static Verdict verdict(long failures, int trials, double delta) {
        BinomialInterval interval = SuccessChecks.interval(failures, trials);
        return interval.high() <= delta
                ? Verdict.SAMPLED
                : interval.low() > delta ? Verdict.VIOLATED : Verdict.ABSTAINED;
    }

    /// The verdict of a claim with failure probability δ of its cell.
    public static Verdict verdict(ConvergenceTheoremCell cell, LumpedState start, Promised promised, int trials) {
        return verdict(failures(cell, start, promised, trials, 1), trials, cell.delta());
    }

    /// S1: runs of cells through [T₂, η⁻²].
    static Evidence promise(Run run) {
        List<String> words = new ArrayList<>();
        Verdict verdict = Verdict.SAMPLED;
        long all = 0;
        List<ConvergenceTheoremCell> cells = cells(run.budget());
        for (ConvergenceTheoremCell cell : cells) {
            LumpedState start = cell.worstStart();
            Claim claim = cell.theorem(start).at(cell.eta());
            boolean says = claim.applies() && !claim.promise().isVacuous();
            int trials = trials(cell);
            long seed = Philox.at(run.seed(), DOMAIN, CELLS.indexOf(cell), 0).low();
            long failed = says ? failures(cell, start, Promised.of(claim.promise()), trials, seed) : 0;
            verdict = verdict.weaker(says ? verdict(failed, trials, cell.delta()) : Verdict.HYPOTHESIS_NOT_MET);
            all += trials;
            words.add(words(cell, claim, failed, trials));
        }
        return new Evidence("runs", verdict, "within γ from T₂ to η⁻²", all, Double.NaN, detail(words, cells.size()));
    }

    private static String words(ConvergenceTheoremCell cell, Claim claim, long failed, int trials) {
        BinomialInterval interval = SuccessChecks.interval(failed, trials);
        return String.format(
                Locale.ROOT,
                "γ = %.2g, p = %d, k = %d, q = %.0f, ρ_w = %.2g, ρ_a = %.2g, η = %.2g, T₂ = %.3g, η⁻² = %.3g: %d of %d fail,"
                        + " P in [%.2g, %.2g], δ = %.2g",
                cell.gamma(),
                cell.p(),
                cell.target().k(),
                cell.target().q(),
                cell.rhoW(),
                cell.rhoA(),
                cell.eta(),
                claim.promise().from(),
                claim.promise().until(),
                failed,
                trials,
                interval.low(),
                interval.high(),
                cell.delta());
    }

    private static String detail(List<String> words, int cells) {
        return String.format(
                Locale.ROOT,
                "‖a*‖ = 1, φ₀ = 5π/12, E₀ next to 0.15λ₂; %s; all steps of [0, η⁻²] run, %d from T₂ on looked at;"
                        + " %d of %d cells, false alarm ≤ %.0e each",
                String.join("; ", words),
                LOOKS,
                cells,
                CELLS.size(),
                Run.FALSE_ALARM);
    }

    private static List<ConvergenceTheoremCell> cells(Budget budget) {
        return switch (budget) {
            case QUICK -> CELLS.subList(0, 1);
            case STANDARD -> CELLS.subList(1, 2);
            case DEEP -> CELLS;
        };
    }

    /// Enough for an upper end below δ if none fails.
    private static int trials(ConvergenceTheoremCell cell) {
        return (int) Math.ceil(24 / cell.delta());
    }
}
