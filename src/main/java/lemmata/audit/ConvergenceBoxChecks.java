package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.PopulationGradient;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Configuration;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.Promise;

/// What theorem.ConvergenceBox claims of its numbers, as checks of any implementation; for whole runs see
/// [ConvergenceBoxRuns] and [ConvergenceBoxHorizon].
public final class ConvergenceBoxChecks {

    /// Relative error of products of a few powers and two logarithms.
    private static final double SHORT = 0x1p-45;

    private static final int STEPS = 12;

    private ConvergenceBoxChecks() {}

    /// A box whose noise and step size are at their bounds, or a little to either side.
    static ConvergenceBox drawn(Draw draw) {
        Target target = Target.of(draw.unscaled().teacher());
        Scale scale = new Scale(
                factor(draw, 610), factor(draw, 611), factor(draw, 612), factor(draw, 613), factor(draw, 614));
        double gamma = Functions.exp(6 * draw.uniform(615) - 5);
        double delta = draw.uniform(616);
        ConvergenceBox plain = new ConvergenceBox(new Configuration(target, draw.p(), 0, 0, 1, gamma, delta), scale);
        return new ConvergenceBox(
                new Configuration(
                        target,
                        draw.p(),
                        near(draw, 617, plain.largestFilterNoise()),
                        near(draw, 618, scale.rhoA()),
                        Math.max(Double.MIN_NORMAL, near(draw, 619, plain.largestStep())),
                        gamma,
                        delta),
                scale);
    }

    private static double factor(Draw draw, int tag) {
        return Functions.exp(4 * draw.uniform(tag) - 2);
    }

    private static double near(Draw draw, int tag, double bound) {
        double where = draw.uniform(tag);
        return where < 0.3 ? bound : where < 0.4 ? Math.nextUp(bound) : bound * draw.uniform(tag + 20);
    }

    /// S1: C_w γ/(kp).
    public static Check filterNoise(ToDoubleFunction<ConvergenceBox> formula) {
        return draw -> {
            ConvergenceBox box = drawn(draw);
            double expected =
                    box.at().gamma() / draw.p() / draw.k() * box.scale().rhoW();
            return relative(formula.applyAsDouble(box), expected);
        };
    }

    /// S1: C_η / (max{k⁴p⁶, k²p/γ} max{1, p log(1/γ) log(1/δ)}), each of the four products apart.
    public static Check step(ToDoubleFunction<ConvergenceBox> formula) {
        return draw -> {
            ConvergenceBox box = drawn(draw);
            double k = draw.k();
            double p = draw.p();
            double first = k * k * k * k * p * p * p * p * p * p;
            double second = k * k * p / box.at().gamma();
            double third = p * logarithms(box);
            double least =
                    Math.min(Math.min(1 / first, 1 / second), third > 1 ? Math.min(1 / first, 1 / second) / third : 1);
            return relative(formula.applyAsDouble(box), box.scale().eta() * least);
        };
    }

    /// S1: C_T (p/η) log(1/γ) log(1/δ) ‖a*‖².
    public static Check burnIn(ToDoubleFunction<ConvergenceBox> formula) {
        return draw -> {
            ConvergenceBox box = drawn(draw);
            double along = box.at().target().along();
            double across = box.at().target().across();
            double expected = (along * along + across * across)
                    * logarithms(box)
                    * box.scale().burnIn()
                    * draw.p();
            return relative(formula.applyAsDouble(box) * box.at().eta(), expected);
        };
    }

    private static double logarithms(ConvergenceBox box) {
        return logarithm(box.at().gamma()) * logarithm(box.at().delta());
    }

    /// log(1/x) by another function near 1, where x − 1 is exact.
    private static double logarithm(double x) {
        return x > 0.5 && x < 2 ? -Functions.log1p(x - 1) : Functions.log(1 / x);
    }

    /// S1: what applies is what keeps all four bounds.
    public static Check conditions(Predicate<ConvergenceBox> applies) {
        return draw -> {
            ConvergenceBox box = drawn(draw);
            boolean kept = box.at().rhoW() <= box.largestFilterNoise()
                    && box.largestFilterNoise() < 1
                    && box.at().rhoA() <= box.scale().rhoA()
                    && box.at().eta() <= box.largestStep();
            return Check.exactly(kept == applies.test(box));
        };
    }

    /// What a run may contradict: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Contradiction {
        /// Whether a state does.
        boolean by(ConvergenceBox box, Observation seen);
    }

    /// S1, S3, S4, S7, S8: a state contradicts exactly from T₂ to C_h η⁻² where an error is above γ, and the
    /// probability is 1 − δ.
    public static Check contradiction(Contradiction formula) {
        return draw -> {
            ConvergenceBox box = drawn(draw);
            Promise promise = box.promise();
            double gamma = box.at().gamma();
            double until = box.scale().horizon() / (box.at().eta() * box.at().eta());
            boolean right = promise.from() == box.burnIn()
                    && promise.until() == until
                    && promise.probability() == 1 - box.at().delta();
            for (double t : List.of(0.0, promise.from() / 2, promise.from() + 1, until / 2, 2 * until + 1)) {
                long step = (long) Math.ceil(Math.max(0, t));
                boolean inTime = step >= promise.from() && step <= until;
                for (double first : List.of(gamma, Math.nextUp(gamma))) {
                    for (double second : List.of(gamma, Math.nextUp(gamma))) {
                        Observation seen = new Observation(step, 0, first, second, 0, 0);
                        boolean outside = first > gamma || second > gamma;
                        right &= formula.by(box, seen) == (inTime && outside);
                    }
                }
            }
            return Check.exactly(right);
        };
    }

    /// A number of a box and a reading: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Bias {
        /// The bound.
        double of(ConvergenceBox box, Reading.Output reading);
    }

    /// S2: the bound is the distance of the smoothed equilibrium from a*, as vectors, from below, and near it.
    public static Check bias(Bias formula) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            double rho = 0.1 + draw.uniform(640);
            Reading.Output reading = draw.uniform(641) < 0.2 ? Reading.Output.UNIT : Reading.Output.RADIAL;
            ConvergenceBox box = new ConvergenceBox(
                    new Configuration(Target.of(teacher), draw.p(), rho, 0, 1, 0.5, 0.5), Scale.UNIT);
            NoiseMoments moments = NoiseMoments.ofOutput(
                    reading,
                    new BallNoise(draw.p(), rho),
                    NoiseDraw.fromOpposite(0).supplement());
            double[] rest = SmoothedEquilibrium.weights(teacher, moments);
            double exact = Vectors.length(Vectors.map((entry, star) -> entry - star, rest, teacher.a()));
            double error = Vectors.length(SmoothedEquilibrium.weightsError(teacher, moments))
                    + 0x1p-48 * Vectors.length(teacher.a());
            double found = formula.of(box, reading);
            double above = found <= exact + error ? 0 : Double.POSITIVE_INFINITY;
            return OptionalDouble.of(Math.max(above, Check.over(exact - found, 0x1p-38 * exact + 4 * error)));
        };
    }

    /// A number of steps for a box and a start: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Time {
        /// The number.
        double of(ConvergenceBox box, LumpedState start);
    }

    /// S5: gradient descent does not take less time: γ is what it has come to after some steps.
    public static Check time(Time formula) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Target target = Target.of(teacher);
            Student at = draw.unscaled().unitStudent();
            LumpedState start = LumpedState.of(teacher, at);
            if (start.c() < 0 || target.norm() == 0) {
                return OptionalDouble.empty();
            }
            double eta = 2 * Math.PI / target.top() * draw.uniform(650);
            GradientDescent descent = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER));
            double worst = 0;
            for (int t = 0; t < STEPS; t++) {
                at = descent.step(at, DescentChecks.quiet(eta), 0, t);
                LumpedState now = LumpedState.of(teacher, at);
                double gamma = now.filterDistance(LumpedState.optimum(target)) + 0x1p-44;
                ConvergenceBox box =
                        new ConvergenceBox(new Configuration(target, draw.p(), 0, 0, eta, gamma, 0.5), Scale.UNIT);
                worst = Math.max(worst, formula.of(box, start) / (t + 1));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S6: one step of gradient descent from (φ, a*), φ = 2⁻²⁰, ends at |multiplier| φ within its second order.
    public static Check multiplier(ToDoubleFunction<ConvergenceBox> formula) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Target target = Target.of(teacher);
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            double eta = 4 * draw.uniform(660);
            double phi = 0x1p-20;
            Student near = new Student(draw.fromOpposite(Math.PI - phi), teacher.a());
            double before = LumpedState.of(teacher, near).s();
            Student after = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER))
                    .step(near, DescentChecks.quiet(eta), 0, 0);
            ConvergenceBox box =
                    new ConvergenceBox(new Configuration(target, draw.p(), 0, 0, eta, 0.5, 0.5), Scale.UNIT);
            double found = Math.abs(formula.applyAsDouble(box)) * before;
            double pull = 1 + eta * target.norm() * target.norm();
            double allowed = pull * pull * pull * phi * phi + 0x1p-44 * pull;
            return OptionalDouble.of(
                    Check.over(Math.abs(LumpedState.of(teacher, after).s() - found), allowed));
        };
    }

    private static OptionalDouble relative(double found, double expected) {
        return OptionalDouble.of(Check.over(Math.abs(found - expected), SHORT * Math.abs(expected)));
    }
}
