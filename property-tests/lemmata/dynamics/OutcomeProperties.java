package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.DivergenceChecks;
import lemmata.audit.Draw;
import lemmata.audit.OutcomeChecks;
import lemmata.claim.Statement;
import lemmata.model.Target;
import lemmata.num.Vectors;
import lemmata.simd.Engine;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.Outcome.
@DrawnCases
class OutcomeProperties {

    /// p = k = 10⁷ is out of reach here; the bound grows with both, and these are the largest drawn.
    private static final List<Draw> LARGEST = IntStream.range(0, 10)
            .mapToObj(i -> new Draw(64, 200, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 1400 + i))
            .toList();

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.Outcome/S1")
    void isThatOfTheDistances(@ForAll Draw draw) {
        holds(OutcomeChecks.classifies(Outcome::of), draw);
    }

    @Example
    @Statement("dynamics.Outcome/S1")
    void otherOutcomesAreRejected() {
        rejects(
                "filter only",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) ->
                        Outcome.of(target, moved(target, state), taken, steps, tolerance)));
        rejects(
                "τ for √τ",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) ->
                        Outcome.of(target, state, taken, steps, tolerance * tolerance)));
        rejects(
                "1.1 τ",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) ->
                        Outcome.of(target, state, taken, steps, Math.min(1.1 * tolerance, 1))));
        rejects(
                "‖a*‖ for ‖a*‖²",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) ->
                        Outcome.of(target, state, taken, steps, Math.min(tolerance / target.norm(), 1))));
        rejects(
                "rest not looked at",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) -> Outcome.of(
                        target,
                        new LumpedState(state.c(), state.s(), state.x(), state.y(), 0),
                        taken,
                        steps,
                        tolerance)));
        rejects(
                "ends exchanged",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) -> switch (Outcome.of(
                        target, state, taken, steps, tolerance)) {
                    case CONVERGED -> Outcome.TRAPPED;
                    case TRAPPED -> Outcome.CONVERGED;
                    case UNDECIDED -> Outcome.UNDECIDED;
                    case DIVERGED -> Outcome.DIVERGED;
                }));
        rejects(
                "never diverged",
                OutcomeChecks.classifies((target, state, taken, steps, tolerance) ->
                        Outcome.of(target, state, steps, steps, tolerance)));
    }

    @Example
    @Statement("dynamics.Outcome/S1")
    void toleranceLeavesNoOverlap() {
        holds(!OutcomeChecks.overlapsAt(Outcome.MAX_TOLERANCE), "disjoint at the largest tolerance");
        holds(!OutcomeChecks.overlapsAt(1.9999), "disjoint below 2");
        rejects("τ = 2", !OutcomeChecks.overlapsAt(2));
    }

    @Property(tries = 200, seed = Draws.SEED)
    @Statement("dynamics.Outcome/S2")
    void divergedRunsStandStill(@ForAll Draw draw) {
        holds(DivergenceChecks.freezes(PlainEngine::new), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.Outcome/S2")
    void nothingOverflows(@ForAll Draw draw) {
        holds(DivergenceChecks.staysInRange(1e64), draw);
    }

    @Example
    @Statement("dynamics.Outcome/S2")
    void restlessRunsAreRejected() {
        DivergenceChecks.Engines lateLeg = (algorithm, p, k) -> new Wrapped(new PlainEngine(algorithm, p, k), true);
        DivergenceChecks.Engines counting = (algorithm, p, k) -> new Wrapped(new PlainEngine(algorithm, p, k), false);
        DivergenceChecks.Engines smaller = (algorithm, p, k) -> new PlainEngine(
                (student, stage, trial, t) -> Vectors.fusedDot(student.a(), student.a()) > 1e50
                        ? student
                        : algorithm.step(student, stage, trial, t),
                p,
                k);
        rejects("takes it up again", DivergenceChecks.freezes(lateLeg));
        rejects("counts on", DivergenceChecks.freezes(counting));
        rejects("stops at 10⁵⁰", DivergenceChecks.freezes(smaller));
        rejects("within 10³⁶", DivergenceChecks.staysInRange(1e36), LARGEST);
    }

    /// Pretends that no step was missed: before a leg, so that it is taken up again, or after it.
    private record Wrapped(Engine engine, boolean before) implements Engine {

        @Override
        public int rows() {
            return engine.rows();
        }

        @Override
        public void advance(double[] states, long firstTrial, int count, Leg leg) {
            if (before) {
                states[rows() - 1] = leg.first();
            }
            engine.advance(states, firstTrial, count, leg);
            if (!before) {
                states[rows() - 1] = leg.first() + leg.steps();
            }
        }
    }

    /// The weights of the end on whose side the filter is.
    private static LumpedState moved(Target target, LumpedState state) {
        LumpedState end = state.c() > 0 ? LumpedState.optimum(target) : LumpedState.spurious(target);
        return new LumpedState(state.c(), state.s(), end.x(), end.y(), 0);
    }
}
