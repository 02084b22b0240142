package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.Region;

/// Runs of P-GD at configurations of Theorem 1, and how many are where the box says.
///
/// They are those of `lemmata simulate --engine lumped` with the same options, trial for trial.
public final class EscapeBoxRuns {

    /// Domain of the seeds of runs that are not witnesses.
    private static final int DOMAIN = 35;

    /// Times at which a run is looked at, in equal distances.
    private static final int LOOKS = 100;

    /// A witness: what `simulate` is to be told.
    ///
    /// @param at configuration
    /// @param q (1ᵀa*)²/‖a*‖² of its target
    /// @param reading of the gradient
    /// @param start where runs begin
    /// @param steps how many
    /// @param trials how many
    /// @param seed of all random words
    public record Case(Configuration at, double q, Reading reading, Start start, long steps, int trials, long seed) {

        /// With the seed of the command line's default.
        public static Case of(Configuration at, Reading reading, long steps, int trials) {
            return new Case(at, 0, reading, Start.RANDOM, steps, trials, 1);
        }

        /// The command that shows the same.
        public String command() {
            return String.format(
                    Locale.ROOT,
                    "lemmata simulate --algorithm pgd --engine lumped --p %d --k %d --q %s --norm %s --start %s"
                            + " --reading %s --rho-w %s --rho-a %s --eta %s --steps %d --trials %d --seed %d --csv x.csv",
                    at.p(),
                    at.target().k(),
                    plain(q),
                    plain(at.target().norm()),
                    start,
                    reading,
                    plain(at.rhoW()),
                    plain(at.rhoA()),
                    at.eta(),
                    steps,
                    trials,
                    seed);
        }

        private Representation chain() {
            Setup setup = new Setup(Method.PGD, reading, 1, start, Generator.SPLITMIX, seed);
            return setup.lumped(at.p(), at.target(), SuccessRates.fastBits());
        }

        /// Its runs, at their end.
        Simulation simulation() {
            Schedule schedule = new Schedule(List.of(new Stage(at.rhoW(), at.rhoA(), at.eta(), steps)));
            Simulation simulation = new Simulation(chain(), schedule, 0, trials);
            try {
                simulation.run(Runtime.getRuntime().availableProcessors(), () -> false);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            return simulation;
        }
    }

    private static String plain(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }

    /// How many runs are out of the region at their end.
    ///
    /// @param trials all
    /// @param negative those with aᵀa* ≤ 0
    /// @param wide those with φ > 5π/12
    /// @param outside those with one of the two
    /// @param digest of all states, as `simulate` prints it
    public record Count(int trials, int negative, int wide, int outside, String digest) {

        /// Of observations.
        public static Count of(List<Observation> seen, String digest) {
            int negative = 0;
            int wide = 0;
            int outside = 0;
            for (Observation each : seen) {
                boolean backward = !(each.alignment() > 0);
                boolean turned = each.angle() <= Region.ANGLE;
                negative += backward ? 1 : 0;
                wide += turned ? 0 : 1;
                outside += backward || !turned ? 1 : 0;
            }
            return new Count(seen.size(), negative, wide, outside, digest);
        }

        /// Whether so many failures refute a failure probability of δ, with false alarm [Run#FALSE_ALARM].
        public static boolean refutes(int failures, int trials, double delta) {
            return SuccessChecks.refutes(failures, trials, delta, Run.FALSE_ALARM);
        }
    }

    private static final Memo<Case, Count> COUNTS = new Memo<>(32, EscapeBoxRuns::count);

    private EscapeBoxRuns() {}

    /// The runs of a case, counted at their end.
    public static Count count(Case given) {
        Simulation simulation = given.simulation();
        List<Observation> seen = simulation.results().stream()
                .map(Result::state)
                .map(state -> Observation.of(given.at.target(), state, given.steps))
                .toList();
        return Count.of(seen, simulation.digest());
    }

    /// Which of the counts of a case refutes its δ: `negative`, `wide` or `outside`.
    enum Failure {
        /// aᵀa* ≤ 0.
        NEGATIVE("aᵀa* ≤ 0"),
        /// φ > 5π/12.
        WIDE("φ > 5π/12"),
        /// One of the two.
        OUTSIDE("aᵀa* ≤ 0 or φ > 5π/12");

        private final String words;

        Failure(String words) {
            this.words = words;
        }

        private int of(Count count) {
            return switch (this) {
                case NEGATIVE -> count.negative;
                case WIDE -> count.wide;
                case OUTSIDE -> count.outside;
            };
        }
    }

    /// A witness by runs: violated if the failures refute the probability δ that the box leaves to them.
    static Evidence witness(String claim, Case given, Failure failure, String more) {
        Count count = COUNTS.at(given);
        int failures = failure.of(count);
        double low = SuccessChecks.interval(failures, count.trials).low();
        boolean violated = Count.refutes(failures, count.trials, given.at.delta());
        String detail = String.format(
                Locale.ROOT,
                "%s in %d of %d, so with probability ≥ %.3f (false alarm 1e-10), δ = %s; %s; %s; digest %s…",
                failure.words,
                failures,
                count.trials,
                low,
                plain(given.at.delta()),
                more,
                given.command(),
                count.digest.substring(0, 8));
        return new Evidence(
                "runs", violated ? Verdict.VIOLATED : Verdict.ABSTAINED, claim, count.trials, Double.NaN, detail);
    }

    /// The verdict on a failure probability of at most δ: violated if the failures refute it, sampled if their share
    /// is not above it, else abstained.
    public static Verdict within(int failures, int trials, double delta) {
        if (Count.refutes(failures, trials, delta)) {
            return Verdict.VIOLATED;
        }
        return trials > 0 && failures <= delta * trials ? Verdict.SAMPLED : Verdict.ABSTAINED;
    }

    /// The seed of runs that are drawn anew with the audit's seed.
    static long own(long seed, int cell) {
        return Philox.at(seed, DOMAIN, cell, 0).low();
    }

    /// How many of the runs of a case are in the region at all of [#LOOKS] equidistant times from step `from` on, the
    /// last of which is the last step.
    ///
    /// @throws IllegalArgumentException if `from` is after the last step
    public static int staying(Case given, long from) {
        if (from > given.steps) {
            throw new IllegalArgumentException(from + " is after the last step " + given.steps);
        }
        Representation chain = given.chain();
        Engine engine = chain.engine();
        double[] states = new double[given.trials * chain.rows()];
        for (int i = 0; i < given.trials; i++) {
            chain.start(i, states, i * chain.rows());
        }
        boolean[] left = new boolean[given.trials];
        long done = 0;
        for (int look = 0; look <= LOOKS; look++) {
            long until = from + (given.steps - from) * look / LOOKS;
            engine.advance(
                    states,
                    0,
                    given.trials,
                    new Engine.Leg(given.at.rhoW(), given.at.rhoA(), given.at.eta(), done, until - done));
            done = until;
            for (int i = 0; i < given.trials; i++) {
                left[i] |= isOutside(given.at.target(), chain.observe(states, i * chain.rows()), done);
            }
        }
        int staying = 0;
        for (boolean each : left) {
            staying += each ? 0 : 1;
        }
        return staying;
    }

    private static boolean isOutside(Target target, LumpedState state, long t) {
        Observation seen = Observation.of(target, state, t);
        return !(seen.alignment() > 0 && seen.angle() <= Region.ANGLE);
    }

    /// The largest angle by which the first step of a case turns the filter of one of its trials.
    public static double firstTurn(Case given) {
        double most = 0;
        for (Result end : given.simulation().results()) {
            double before = Observation.of(given.at.target(), start(given, end.trial()), 0)
                    .angle();
            double after = Observation.of(given.at.target(), end.state(), 1).angle();
            most = Math.max(most, Math.abs(after - before));
        }
        return most;
    }

    /// The largest |aᵀa*| after the steps of a case.
    public static double mostAlignment(Case given) {
        return given.simulation().results().stream()
                .mapToDouble(end -> Math.abs(Observation.of(given.at.target(), end.state(), given.steps)
                        .alignment()))
                .max()
                .orElseThrow();
    }

    /// The mean of |cos φ − cos φ₀| at the end of a case.
    public static double meanTurn(Case given) {
        double sum = 0;
        for (Result end : given.simulation().results()) {
            sum += Math.abs(end.state().c() - start(given, end.trial()).c());
        }
        return sum / given.trials;
    }

    private static LumpedState start(Case given, long trial) {
        return given.start.lumped(given.at.p(), given.at.target(), Generator.SPLITMIX, given.seed, trial);
    }

    /// Configurations of a case in all readings.
    static List<Case> readings(Configuration at, long steps, int trials) {
        List<Case> cases = new ArrayList<>();
        Reading.all().forEach(reading -> cases.add(Case.of(at, reading, steps, trials)));
        return cases;
    }
}
