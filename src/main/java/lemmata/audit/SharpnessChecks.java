package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import lemmata.experiment.EmpiricalObservations.Sharpness;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What experiment.EmpiricalObservations claims of the Hessians at the two optima, as checks of any implementation.
public final class SharpnessChecks {

    private SharpnessChecks() {}

    /// S2, S9: by second differences of the oracle with step 10⁻³⁰ at one of the two optima, in a drawn tangent
    /// direction, on 1 and on (1, −1, 0, …): trace and largest eigenvalue; no mixed part on top.
    public static Check hessian(Function<Teacher, Sharpness> atGlobal, Function<Teacher, Sharpness> atSpurious) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            boolean spurious = draw.uniform(503) < 0.5;
            Student point = spurious ? SpuriousOptimum.of(teacher) : GlobalOptimum.of(teacher);
            Sharpness stated = (spurious ? atSpurious : atGlobal).apply(teacher);
            Bends bends = new Bends(new Oracle(teacher, point), draw);
            double[] ones = Vectors.map(entry -> 1, teacher.a());
            double[] pair = new double[draw.k()];
            pair[0] = 1;
            pair[draw.k() - 1] -= 1;
            double along = bends.at(false, ones).doubleValue() / draw.k();
            double across = bends.at(false, pair).doubleValue() / 2;
            Apfloat turned = bends.at(true, new double[draw.k()]);
            double filter = turned.doubleValue();
            double mixed = bends.at(true, teacher.a())
                    .subtract(turned)
                    .subtract(bends.at(false, teacher.a()))
                    .doubleValue();
            double trace = (draw.p() - 1) * filter + along + (draw.k() - 1) * across;
            double largest = draw.p() == 1 ? along : Math.max(filter, along);
            // The doubles of the oracle's numbers, and their sums, err by a few u themselves.
            double relative = Sharpness.relativeError() + 8 * RoundOff.U;
            double size = (1 + Vectors.length(teacher.a())) * (1 + Vectors.length(teacher.a()));
            double truncated = 0x1p-80 * size * draw.k();
            double ratio = Math.max(
                    Math.abs(stated.trace() - trace) / (relative * trace + draw.p() * truncated),
                    Math.abs(stated.largest() - largest) / (relative * largest + truncated));
            return OptionalDouble.of(Math.max(ratio, Math.abs(mixed) / truncated));
        };
    }

    /// Second differences of the loss at a point, with the angle turned by the step or not; the filter is a unit
    /// vector.
    private static final class Bends {

        private static final Apfloat STEP = new Apfloat("1e-30", Oracle.DIGITS);

        private final Oracle point;
        private final Draw draw;
        private final Apfloat twice;

        Bends(Oracle point, Draw draw) {
            this.point = point;
            this.draw = draw;
            twice = loss(false, Oracle.exact(0), new double[draw.k()]).multiply(Oracle.exact(2));
        }

        Apfloat at(boolean turned, double[] x) {
            Apfloat both = loss(turned, STEP, x).add(loss(turned, STEP.negate(), x));
            return both.subtract(twice).divide(STEP.multiply(STEP));
        }

        private Apfloat loss(boolean turned, Apfloat step, double[] x) {
            Oracle moved = point.movedWeights(step, x);
            Apfloat turn = turned ? step : Oracle.exact(0);
            return draw.p() == 1
                    ? moved.loss()
                    : moved.movedAlongSphere(turn, draw.direction(504)).loss();
        }
    }

    /// S2: the Hessian at the global optimum is the larger one: its trace by (p−1)‖a*‖²/2, no eigenvalue the other way.
    public static Check sharper(Function<Teacher, Sharpness> atGlobal, Function<Teacher, Sharpness> atSpurious) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Sharpness global = atGlobal.apply(teacher);
            Sharpness spurious = atSpurious.apply(teacher);
            double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
            double more = global.trace() - spurious.trace() - (draw.p() - 1) * square / 2;
            double allowed = 2 * Sharpness.relativeError() * (global.trace() + spurious.trace());
            return OptionalDouble.of(
                    global.largest() >= spurious.largest() ? Math.abs(more) / allowed : Double.POSITIVE_INFINITY);
        };
    }
}
