package lemmata.audit;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Stage;
import lemmata.experiment.EmpiricalObservations;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Entry;
import lemmata.theorem.Problem;
import lemmata.theorem.Region;

/// What theorem.Convergence/S5 says of starts: GD, which is P-GD without noise, from two of Theorem 1's region, and a
/// region that GD does not leave.
public final class ConvergenceTheoremStarts {

    /// a* = (1, 0).
    private static final Target TARGET = new Target(2, Math.sqrt(0.5), Math.sqrt(0.5));

    private static final double ETA = 0.01;

    private static final int STEPS = 40_000;

    private ConvergenceTheoremStarts() {}

    /// φ₀ = 5π/12 and a₀ = (0.1, `second`).
    public static LumpedState start(double second) {
        double angle = Region.ANGLE;
        return new LumpedState(
                Functions.cos(angle),
                Functions.sin(angle),
                (0.1 + second) * Math.sqrt(0.5),
                (0.1 - second) * Math.sqrt(0.5),
                0);
    }

    /// GD from there.
    public static LumpedState end(double second) {
        LumpedChain chain = new LumpedChain(2, TARGET, Reading.POSTER, Generator.PHILOX, 0);
        Stage stage = new Stage(0, 0, ETA, 1);
        LumpedState state = start(second);
        for (int t = 0; t < STEPS; t++) {
            state = chain.step(state, stage, 0, t);
        }
        return state;
    }

    /// S5: from (0.1, 8) GD is trapped, from (0.1, 6) it converges, and neither start is one of the theorem's.
    static Evidence trap() {
        LumpedState trapped = end(8);
        LumpedState free = end(6);
        Observation bad = Observation.of(TARGET, trapped, STEPS);
        Observation good = Observation.of(TARGET, free, STEPS);
        double adverse = Entry.of(TARGET, start(8)).adverse();
        double allowed = 0.15 * new Problem(TARGET, 2, 0, 0).lambdaAcross().low();
        boolean holds = EmpiricalObservations.side(TARGET, trapped) == Side.BAD
                && EmpiricalObservations.side(TARGET, free) == Side.GOOD
                && !Entry.isLasting(TARGET, start(8))
                && adverse > allowed;
        return new Evidence(
                "witness",
                holds ? Verdict.SAMPLED : Verdict.VIOLATED,
                "Theorem 1's region is not enough",
                2,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "a* = (1, 0), φ₀ = 5π/12, aᵀa* = 0.1, GD, η = %.2g, %d steps: from a₀ = (0.1, 8), E₀ = %.3g against"
                                + " %.3g, φ = %.4f, aᵀa* = %.3f, below the saddles with aᵀa* < 0 for good; from (0.1, 6)"
                                + " ‖w−w*‖² = %.2g",
                        ETA,
                        STEPS,
                        adverse,
                        allowed,
                        bad.angle(),
                        bad.alignment(),
                        good.filterError()));
    }

    /// S5: where the rule says so, φ ≤ π/2, aᵀa* ≥ 0 and 1ᵀa·1ᵀa* ≤ (1ᵀa*)² after each of twenty steps of GD with
    /// η ≤ 2π/(π−1+k), up to the rounding of the steps.
    public static Check lasts(BiPredicate<Target, LumpedState> rule) {
        return draw -> {
            Target target = ConvergenceTheoremCase.of(draw).problem().target();
            LumpedState state = near(draw, target);
            if (!rule.test(target, state)) {
                return OptionalDouble.empty();
            }
            LumpedChain chain = new LumpedChain(2, target, Reading.POSTER, Generator.PHILOX, 0);
            Stage stage = new Stage(0, 0, 2 * Math.PI / target.top() * draw.uniform(3431), 1);
            double worst = 0;
            for (int t = 0; t < 20; t++) {
                double size = target.norm() * (target.norm() + Math.abs(state.x()) + Math.abs(state.y()));
                double slip = (t + 1) * 64 * target.k() * RoundOff.U;
                state = chain.step(state, stage, 0, t);
                double along = target.along() * state.x();
                double against =
                        Math.max(-along - target.across() * state.y(), along - target.along() * target.along());
                worst = Math.max(worst, Math.max(against / (slip * size), -state.c() / slip));
            }
            return OptionalDouble.of(Math.max(0, worst));
        };
    }

    /// Acute angles, aᵀa* of either sign and often next to 0, 1ᵀa on either side of 1ᵀa*.
    private static LumpedState near(Draw draw, Target target) {
        double cosine = draw.uniform(3432) < 0.3 ? 0 : draw.uniform(3433);
        double x = target.along() * (1 - 6 * (draw.uniform(3434) - 0.4));
        double least = target.across() == 0 ? 0 : -target.along() * x / target.across();
        double y = least + target.across() * (draw.uniform(3435) < 0.5 ? 0.01 : 2) * (draw.uniform(3436) - 0.2);
        return new LumpedState(
                cosine, Math.sqrt((1 - cosine) * (1 + cosine)), x, target.k() == 1 ? 0 : y, target.k() > 2 ? 1 : 0);
    }
}
