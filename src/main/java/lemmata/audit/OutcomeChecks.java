package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Outcome;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What dynamics.Outcome claims, as checks of any implementation.
public final class OutcomeChecks {

    /// How a run has ended: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Rule {
        /// The outcome after `taken` of `steps` steps.
        Outcome of(Target target, LumpedState state, long taken, long steps, double tolerance);
    }

    /// What deciding a distance may err relative to it, its limit and ‖a*‖²: 4u, 12u and 15u.
    private static final double MARGIN = 0x1p-48;

    private OutcomeChecks() {}

    /// S1: the outcome is that of the exact distances, for states in and next to the two neighbourhoods.
    public static Check classifies(Rule rule) {
        return draw -> {
            Target target = Target.of(draw.unscaled().teacher());
            double tolerance = Functions.exp(-20 * draw.uniform(411));
            LumpedState state = state(draw, target, tolerance);
            long taken = draw.uniform(412) < 0.2 ? 6 : 7;
            Outcome found = rule.of(target, state, taken, 7, tolerance);
            if (taken < 7) {
                return Check.exactly(found == Outcome.DIVERGED);
            }
            Decision converged = decide(state, target, tolerance, false);
            Decision trapped = decide(state, target, tolerance, true);
            if (converged == Decision.OPEN || trapped == Decision.OPEN) {
                return OptionalDouble.empty();
            }
            Outcome expected = converged == Decision.NEAR
                    ? Outcome.CONVERGED
                    : trapped == Decision.NEAR ? Outcome.TRAPPED : Outcome.UNDECIDED;
            boolean both = converged == Decision.NEAR && trapped == Decision.NEAR;
            return Check.exactly(found == expected && !both);
        };
    }

    /// S1: at τ = 2 one state would be near both ends: w ⟂ w*, a halfway.
    public static boolean overlapsAt(double tolerance) {
        Target target = Target.of(4, 1, 1);
        LumpedState end = LumpedState.spurious(target);
        LumpedState middle = new LumpedState(0, 1, (target.along() + end.x()) / 2, (target.across() + end.y()) / 2, 0);
        return decide(middle, target, tolerance, false) != Decision.FAR
                && decide(middle, target, tolerance, true) != Decision.FAR;
    }

    /// S1: the audit's witness that 2 is where the two neighbourhoods meet.
    static Evidence disjoint() {
        boolean holds = !overlapsAt(Outcome.MAX_TOLERANCE) && !overlapsAt(1.9999) && overlapsAt(2);
        return new Evidence(
                "witness",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "no state is converged and trapped",
                3,
                Double.NaN,
                "w ⟂ w*, a halfway between a* and ā: near both ends for τ = 2, for none below");
    }

    private enum Decision {
        NEAR,
        FAR,
        OPEN
    }

    /// Whether a state is near an end, by exact distances; open within rounding of a limit.
    private static Decision decide(LumpedState state, Target target, double tolerance, boolean spurious) {
        Apfloat one = Oracle.exact(1);
        Apfloat less = Oracle.pi().subtract(one);
        Apfloat k = Oracle.exact(target.k());
        Apfloat along = Oracle.exact(target.along());
        Apfloat across = Oracle.exact(target.across());
        Apfloat square = along.multiply(along).add(across.multiply(across));
        Apfloat x = spurious ? along.multiply(k.subtract(one)).divide(less.add(k)) : along;
        Apfloat y = spurious ? across.divide(less).negate() : across;
        Apfloat tau = Oracle.exact(tolerance);
        Apfloat filter =
                squares(Oracle.exact(state.c()).subtract(spurious ? one.negate() : one), Oracle.exact(state.s()));
        Apfloat output = squares(
                Oracle.exact(state.x()).subtract(x), Oracle.exact(state.y()).subtract(y), Oracle.exact(state.z()));
        double first = filter.subtract(tau).doubleValue() / (tolerance + filter.doubleValue());
        double scale = output.add(square).doubleValue();
        double second = scale == 0 ? -1 : output.subtract(tau.multiply(square)).doubleValue() / scale;
        if (first > MARGIN || second > MARGIN) {
            return Decision.FAR;
        }
        return first < -MARGIN && (second < -MARGIN || scale == 0) ? Decision.NEAR : Decision.OPEN;
    }

    private static Apfloat squares(Apfloat... entries) {
        return Oracle.dot(entries, entries);
    }

    /// Filter and weights at about √τ of one end, or anywhere.
    private static LumpedState state(Draw draw, Target target, double tolerance) {
        LumpedState end = draw.uniform(416) < 0.5 ? LumpedState.optimum(target) : LumpedState.spurious(target);
        double turn = Math.sqrt(tolerance) * (0.8 + 0.3 * draw.uniform(417));
        double angle = draw.uniform(418) < 0.2 ? Math.PI * draw.uniform(419) : turn;
        double[] direction = draw.gaussians(420, 3);
        double gap = Math.sqrt(tolerance) * target.norm() * (0.7 + 0.4 * draw.uniform(421)) / Vectors.length(direction);
        return new LumpedState(
                end.c() * Functions.cos(angle),
                Functions.sin(angle),
                end.x() + gap * direction[0],
                end.y() + gap * direction[1],
                Math.abs(gap * direction[2]));
    }
}
