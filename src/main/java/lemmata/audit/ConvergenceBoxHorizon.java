package lemmata.audit;

import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.model.Target;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.Entry;
import lemmata.theorem.PinnedConvergence;
import lemmata.theorem.Region;

/// Runs from the entry of [PinnedConvergence], looked at after every step of the interval of Theorem 2.
public final class ConvergenceBoxHorizon {

    private static final int DOMAIN = 36;

    /// What some runs have come to.
    ///
    /// @param failures how many were outside the region at some step of the interval
    /// @param trials how many there are
    /// @param first the first step looked at
    /// @param last the last
    public record Kept(int failures, int trials, long first, long last) {}

    private record Key(ConvergenceBox box, Reading reading, int trials, long seed) {}

    private static final Memo<Key, Kept> KEPT = new Memo<>(16, key -> run(key.box, key.reading, key.trials, key.seed));

    private ConvergenceBoxHorizon() {}

    /// p = k = 2, q = 1, ‖a*‖ = 1, γ = 0.1, δ = 0.05, C_w = 1, C_a = ½, C_η = 142, C_T = 4, C_h = 1, η = 0.01: an
    /// interval of 4481 steps, up to η⁻² = 10⁴.
    public static ConvergenceBox box() {
        return new ConvergenceBox(
                new Configuration(Target.of(2, 1, 1), 2, 0.025, 0.5, 0.01, 0.1, 0.05), new Scale(1, 0.5, 142, 4, 1));
    }

    /// The same number for the same arguments, computed once.
    static Kept kept(ConvergenceBox box, Reading reading, int trials, long seed) {
        return KEPT.at(new Key(box, reading, trials, seed));
    }

    /// Runs the first trials that begin in the entry through the whole interval.
    public static Kept run(ConvergenceBox box, Reading reading, int trials, long seed) {
        Configuration at = box.at();
        long own = Philox.at(seed, DOMAIN, reading.a().ordinal(), reading.w().ordinal())
                .low();
        Representation chain =
                new Setup(Method.PGD, reading, 1, Start.RANDOM, Generator.PHILOX, own).lumped(at.p(), at.target(), 0);
        Engine engine = chain.engine();
        long first = (long) Math.ceil(box.promise().from());
        long last = (long) box.promise().until();
        int failures = 0;
        long trial = 0;
        for (int done = 0; done < trials; trial++) {
            double[] state = new double[chain.rows()];
            chain.start(trial, state, 0);
            if (enters(at.target(), chain.observe(state, 0))) {
                engine.advance(state, trial, 1, new Leg(at.rhoW(), at.rhoA(), at.eta(), 0, first));
                failures += leaves(box, chain, engine, state, trial) ? 1 : 0;
                done++;
            }
        }
        return new Kept(failures, trials, first, last);
    }

    private static boolean leaves(ConvergenceBox box, Representation chain, Engine engine, double[] state, long trial) {
        Configuration at = box.at();
        long last = (long) box.promise().until();
        for (long t = (long) Math.ceil(box.promise().from()); t <= last; t++) {
            if (box.contradicts(Observation.of(at.target(), chain.observe(state, 0), t))) {
                return true;
            }
            engine.advance(state, trial, 1, new Leg(at.rhoW(), at.rhoA(), at.eta(), t, 1));
        }
        return false;
    }

    /// Whether a state is in the entry of [PinnedConvergence]; the poster's starts all keep its reach.
    static boolean enters(Target target, LumpedState state) {
        double square = target.norm() * target.norm();
        return Observation.of(target, state, 0).angle() <= Region.ANGLE
                && Entry.of(target, state).adverse() <= PinnedConvergence.ADVERSE * square;
    }
}
