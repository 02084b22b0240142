package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.SmoothedSlope;
import lemmata.dynamics.Stage;
import lemmata.loss.Angle;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Drift;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Regime;

/// Checks of theorem.Regime: runs of the mean step, GD on the smoothed gradient.
public final class RegimeChecks {

    /// Steps of a run; each takes four quadratures.
    private static final int STEPS = 8;

    /// Relative slip of a step in an angle or in aᵀa*.
    private static final double SLIP = 0x1p-42;

    private RegimeChecks() {}

    /// A run of the mean step.
    ///
    /// @param regime the schedule
    /// @param start where it begins
    /// @param states the states after each step
    private record Path(Regime regime, LumpedState start, List<LumpedState> states) {

        private double alignment(LumpedState state) {
            return regime.target().along() * state.x() + regime.target().across() * state.y();
        }
    }

    /// S1: where the claim says "trapped", no step comes nearer to w*, and aᵀa* stays within the bounds.
    public static Check stays(BiPredicate<Regime, LumpedState> traps) {
        return some(draw -> {
            Path path = path(draw, 0.02 + 1.2 * draw.uniform(3721), STEPS);
            if (!traps.test(path.regime, path.start)) {
                return OptionalDouble.empty();
            }
            Regime.Span span = path.regime.alignment(path.start);
            double most = span.high()
                    + SLIP * path.regime.target().norm() * path.regime.target().norm();
            LumpedState last = path.start;
            double worst = 0;
            for (LumpedState state : path.states) {
                boolean nearer = angle(state) < angle(last) - SLIP * last.s();
                worst = nearer || path.alignment(state) > most ? Double.POSITIVE_INFINITY : worst;
                last = state;
            }
            return OptionalDouble.of(worst);
        });
    }

    /// S1: where the claim says "drifts" in a schedule of one stage, the mean step with a at d ≥ d_∞(π) turns w to w*.
    public static Check leaves(BiPredicate<Regime, LumpedState> drifts) {
        return some(draw -> {
            Path path = path(draw, 0.3 + 20 * draw.uniform(3721), STEPS);
            Stage stage = path.regime.schedule().stages().getFirst();
            if (!drifts.test(path.regime, path.start) || stage.stiffness(Reading.POSTER, draw.p(), draw.k()) > 1) {
                return OptionalDouble.empty();
            }
            LumpedState last = path.start;
            boolean nearer = true;
            for (LumpedState state : path.states) {
                nearer &= angle(state) < angle(last) && path.alignment(state) > 0;
                last = state;
            }
            return Check.exactly(nearer);
        });
    }

    private static double angle(LumpedState state) {
        return Functions.atan2(state.s(), state.c());
    }

    /// S1: a mean step turns w by arctan(ηdκ sin φ/2π) towards w*: the filter of GD on the smoothed gradient.
    public static Check turns(ToDoubleBiFunction<Double, Double> turn) {
        return some(draw -> {
            Path path = path(draw, 0.02 + 3 * draw.uniform(3721), 1);
            LumpedState start = path.start;
            Stage stage = path.regime.schedule().stages().getFirst();
            BallNoise noise = new BallNoise(draw.p(), stage.rhoW());
            double psi = Functions.atan2(start.s(), -start.c());
            Angle angle = Angle.ofRadians(Angle.radians(psi)).supplement();
            double kappa = Drift.network(noise, angle).value();
            double rate = stage.eta() * path.alignment(start) * kappa / (2 * Math.PI);
            double expected = angle(start) - turn.applyAsDouble(rate, start.s());
            double allowed = SLIP * (start.s() + Math.abs(rate));
            return OptionalDouble.of(Math.abs(angle(path.states.getFirst()) - expected) / allowed);
        });
    }

    /// arctan(x sin φ).
    public static double turned(double rate, double sine) {
        return Functions.atan2(rate * sine, 1);
    }

    /// S3: the mean step goes as far: η times steps of each stage are kept and so is the noise, and the temperature,
    /// which is proportional to η, falls by the factor.
    public static Check cools(UnaryOperator<Regime> byFour) {
        return some(draw -> {
            Regime regime = path(draw, 1, 0).regime;
            List<Stage> before = regime.schedule().stages();
            List<Stage> after = byFour.apply(regime).schedule().stages();
            boolean right = before.size() == after.size();
            for (int s = 0; right && s < before.size(); s++) {
                right = after.get(s).rhoW() == before.get(s).rhoW()
                        && after.get(s).rhoA() == before.get(s).rhoA()
                        && 4 * after.get(s).eta() == before.get(s).eta()
                        && after.get(s).steps() == 4 * before.get(s).steps();
            }
            return Check.exactly(right);
        });
    }

    /// S4: next to −w*, with a at rest there, `turning` steps of the mean step bring log tan(φ/2) down by 1 at the rate
    /// of the first, but for the square of that rate and 64u in its logarithms.
    public static Check turning(ToDoubleBiFunction<Regime, Stage> turning) {
        return some(draw -> {
            Path path = path(draw, 0.3 + 20 * draw.uniform(3721), 1);
            Stage stage = path.regime.schedule().stages().getFirst();
            double steps = turning.applyAsDouble(path.regime, stage);
            LumpedState start = resting(path.regime, 1e-6);
            LumpedState end = run(draw, path.regime, start, 1).getFirst();
            double fall = logTangent(start) - logTangent(end);
            double allowed = Math.abs(fall) + 64 * RoundOff.U / Math.abs(fall);
            return OptionalDouble.of(Math.abs(fall * steps - 1) / allowed);
        });
    }

    private static double logTangent(LumpedState state) {
        return Functions.log((1 - state.c()) / state.s());
    }

    /// At angle ψ from −w*, with a at rest under the noise of the first stage.
    private static LumpedState resting(Regime regime, double psi) {
        Target target = regime.target();
        BallNoise noise =
                new BallNoise(regime.p(), regime.schedule().stages().getFirst().rhoW());
        NoiseMoments moments = NoiseMoments.ofOutput(
                Reading.Output.RADIAL, noise, Angle.ofRadians(Angle.radians(0)).supplement());
        return new LumpedState(
                -Functions.cos(psi),
                Functions.sin(psi),
                SmoothedEquilibrium.shareAlong(target.k(), moments).value() * target.along(),
                SmoothedEquilibrium.shareAcross(moments).value() * target.across(),
                0);
    }

    /// One stage at `level` times ρ_esc, from a filter up to 1 away from −w*, with a at rest there.
    private static Path path(Draw draw, double level, int steps) {
        Target target = Target.of(draw.unscaled().teacher());
        double escape = SmoothedEquilibrium.escapeNoise(target, draw.p(), Reading.Output.RADIAL)
                .value();
        double rhoW = Math.max(1e-3, level * Math.max(escape, 0.05));
        double unit = new Stage(rhoW, 0, 1, steps).stiffness(Reading.POSTER, draw.p(), draw.k());
        double eta = (0.1 + 0.85 * draw.uniform(3722)) / Math.max(unit, target.norm() * target.norm());
        Regime regime = new Regime(target, draw.p(), Reading.POSTER, Schedule.of(new Stage(rhoW, 0, eta, steps)));
        LumpedState start = resting(regime, 0.01 + draw.uniform(3723));
        return new Path(regime, start, run(draw, regime, start, steps));
    }

    private static List<LumpedState> run(Draw draw, Regime regime, LumpedState start, int steps) {
        Teacher teacher = regime.target().teacher(draw.p());
        Stage stage = regime.schedule().stages().getFirst();
        GradientDescent descent =
                new GradientDescent(new SmoothedSlope(teacher, Reading.POSTER, new BallNoise(draw.p(), stage.rhoW())));
        double[] filter = new double[draw.p()];
        filter[0] = start.c();
        filter[1] = start.s();
        double mean = regime.target().along() / Math.sqrt(draw.k());
        double across = regime.target().across();
        double share = across == 0 ? 0 : start.y() / across;
        double level = start.x() / Math.sqrt(draw.k());
        Student student = new Student(
                Spaces.filter("w", filter),
                Spaces.output("a", Vectors.map(entry -> level + share * (entry - mean), teacher.a())));
        List<LumpedState> states = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            student = descent.step(student, stage, 0, t);
            states.add(LumpedState.of(teacher, student));
        }
        return states;
    }

    /// One of four draws with p ≥ 2, k ≥ 2 and a* ≠ 0.
    private static Check some(Check check) {
        return check.where(
                draw -> draw.p() >= 2 && draw.k() >= 2 && draw.target() != Draw.Target.ZERO && (draw.seed() & 3) == 0);
    }
}
