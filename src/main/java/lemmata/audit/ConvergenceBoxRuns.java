package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.Region;

/// Runs of P-GD to which Theorem 2 as printed applies, for some choice of its constants, and how many contradict it at
/// the first step that it speaks of.
///
/// The trials are those of `lemmata simulate` with seed 1, so a reader can see each of them.
public final class ConvergenceBoxRuns {

    /// A case in which the printed theorem fails.
    public enum Case {
        /// From (−w*, ā).
        SPURIOUS(Start.SPURIOUS, false, 0, 1, new Numbers(2, 2, 0.0046, 0.01, 0.1), new Scale(1, 1, 100, 1, 1)),
        /// The same from the poster's starts.
        RANDOM(Start.RANDOM, false, 0, 1, new Numbers(2, 2, 0.0046, 0.01, 0.1), new Scale(1, 1, 100, 1, 1)),
        /// ‖a*‖ = 1/10, from Theorem 1's region.
        SMALL(Start.RANDOM, true, 1, 0.1, new Numbers(2, 2, 0.0046, 0.01, 0.1), new Scale(1, 1, 100, 1, 1)),
        /// η‖a*‖² = 6.25, from Theorem 1's region.
        STEEP(Start.RANDOM, true, 1, 20, new Numbers(2, 1, 0.015625, 0.9, 0.5), Scale.UNIT),
        /// γ = 1, where T₂ = 0.
        COARSE(Start.RANDOM, false, 0, 2, new Numbers(2, 2, 0.0009, 1, 0.1), Scale.UNIT),
        /// δ = 0.9995, where T₂ < 1.
        CERTAIN(Start.RANDOM, false, 0, 1, new Numbers(2, 2, 0.0009, 0.5, 0.9995), Scale.UNIT),
        /// ‖a*‖ = 22 with the largest ρ_w, from Theorem 1's region.
        BIASED(Start.RANDOM, true, 1, 22, new Numbers(3, 1, 0.001371, 0.9, 0.5), Scale.UNIT);

        private final Start start;
        private final boolean escaped;
        private final double q;
        private final double norm;
        private final Numbers numbers;
        private final Scale scale;

        Case(Start start, boolean escaped, double q, double norm, Numbers numbers, Scale scale) {
            this.start = start;
            this.escaped = escaped;
            this.q = q;
            this.norm = norm;
            this.numbers = numbers;
            this.scale = scale;
        }

        /// The printed theorem with the largest noise that it admits.
        public ConvergenceBox box() {
            ConvergenceBox quiet = at(0, 0);
            return at(quiet.largestFilterNoise(), scale.rhoA());
        }

        private ConvergenceBox at(double rhoW, double rhoA) {
            Target target = Target.of(numbers.k, q, norm);
            return new ConvergenceBox(
                    new Configuration(target, numbers.p, rhoW, rhoA, numbers.eta, numbers.gamma, numbers.delta), scale);
        }

        /// The same without noise, which it admits too.
        public ConvergenceBox quiet() {
            return box().withoutNoise();
        }

        private LumpedState begin(long trial) {
            return start.lumped(numbers.p, Target.of(numbers.k, q, norm), Generator.SPLITMIX, 1, trial);
        }

        /// Whether a trial begins where runs of this case should.
        private boolean begins(long trial) {
            return !escaped || escaped(Target.of(numbers.k, q, norm), begin(trial));
        }

        /// The command that shows the runs of a box of this case.
        String command(ConvergenceBox box, Reading reading, int trials) {
            Configuration at = box.at();
            return String.format(
                    Locale.ROOT,
                    "lemmata simulate --algorithm pgd --engine lumped --p %d --k %d --q %s --norm %s --start %s"
                            + " --reading %s --rho-w %s --rho-a %s --eta %s --steps %d --trials %d --csv x.csv%s",
                    numbers.p,
                    numbers.k,
                    q,
                    norm,
                    start,
                    reading,
                    at.rhoW(),
                    at.rhoA(),
                    at.eta(),
                    first(box),
                    trials,
                    escaped ? "; starts: the same with --steps 0" : "");
        }
    }

    /// Sizes, η, γ and δ of a case.
    private record Numbers(int p, int k, double eta, double gamma, double delta) {}

    /// What some runs have come to.
    ///
    /// @param failures how many contradict the theorem
    /// @param trials how many there are
    /// @param scanned of how many trials they are those that begin where they should
    /// @param delta δ
    public record Count(int failures, int trials, int scanned, double delta) {

        /// Whether a failure probability of δ or less is refuted, with a false alarm of [Run#FALSE_ALARM].
        public boolean refutes() {
            return SuccessChecks.refutes(failures, trials, delta, Run.FALSE_ALARM);
        }

        @Override
        public String toString() {
            BinomialInterval interval = SuccessChecks.interval(failures, trials);
            return String.format(
                    Locale.ROOT, "%d of %d, P in [%.3g, %.3g]", failures, trials, interval.low(), interval.high());
        }
    }

    private record Key(Case which, ConvergenceBox box, Reading reading, int trials) {}

    private static final Memo<Key, Count> COUNTS =
            new Memo<>(64, key -> run(key.which, key.box, key.reading, key.trials));

    private ConvergenceBoxRuns() {}

    /// The first step at which a box promises something, at least 0.
    static long first(ConvergenceBox box) {
        return (long) Math.ceil(Math.max(0, box.burnIn()));
    }

    /// The same number for the same arguments, computed once.
    static Count count(Case which, ConvergenceBox box, Reading reading, int trials) {
        return COUNTS.at(new Key(which, box, reading, trials));
    }

    /// Runs so many trials of a case to the first step that its theorem speaks of.
    public static Count run(Case which, ConvergenceBox box, Reading reading, int trials) {
        Configuration at = box.at();
        Representation chain = chain(which, at, reading);
        Engine engine = chain.engine();
        Leg leg = new Leg(at.rhoW(), at.rhoA(), at.eta(), 0, first(box));
        int failures = 0;
        int done = 0;
        int scanned = 0;
        for (; done < trials; scanned++) {
            if (which.begins(scanned)) {
                double[] state = new double[chain.rows()];
                chain.start(scanned, state, 0);
                engine.advance(state, scanned, 1, leg);
                Observation seen = Observation.of(at.target(), chain.observe(state, 0), leg.steps());
                failures += box.contradicts(seen) ? 1 : 0;
                done++;
            }
        }
        return new Count(failures, trials, scanned, at.delta());
    }

    /// What `simulate` prints of all trials up to the last one that counts.
    static String digest(Case which, ConvergenceBox box, Reading reading, int scanned) {
        Configuration at = box.at();
        Stage stage = new Stage(at.rhoW(), at.rhoA(), at.eta(), first(box));
        Simulation simulation = new Simulation(chain(which, at, reading), new Schedule(List.of(stage)), 0, scanned);
        try {
            simulation.run(1, () -> false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return simulation.digest();
    }

    /// Where a trial of a case is at the first step that its theorem speaks of.
    public static LumpedState end(Case which, ConvergenceBox box, Reading reading, long trial) {
        Configuration at = box.at();
        Representation chain = chain(which, at, reading);
        double[] state = new double[chain.rows()];
        chain.start(trial, state, 0);
        chain.engine().advance(state, trial, 1, new Leg(at.rhoW(), at.rhoA(), at.eta(), 0, first(box)));
        return chain.observe(state, 0);
    }

    private static Representation chain(Case which, Configuration at, Reading reading) {
        return new Setup(Method.PGD, reading, 1, which.start, Generator.SPLITMIX, 1).lumped(at.p(), at.target(), 0);
    }

    /// Whether a state is where Theorem 1 leads: aᵀa* > 0 and φ ≤ 5π/12.
    private static boolean escaped(Target target, LumpedState state) {
        Observation seen = Observation.of(target, state, 0);
        return seen.alignment() > 0 && seen.angle() <= Region.ANGLE;
    }

    /// Starts of a case that it runs from, the first so many.
    static List<LumpedState> starts(Case which, int trials) {
        return LongStream.iterate(0, trial -> trial + 1)
                .filter(which::begins)
                .limit(trials)
                .mapToObj(which::begin)
                .toList();
    }
}
