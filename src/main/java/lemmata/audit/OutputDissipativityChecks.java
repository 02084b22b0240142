package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.dissipativity.Sharp;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import org.apfloat.Apfloat;

/// What the stem OutputDissipativity claims, as checks of any implementation.
public final class OutputDissipativityChecks {

    /// C2's inner product at an error of the output weights.
    @FunctionalInterface
    public interface Form {
        /// Its value for a displacement and a further part of length `rest`.
        Bounded at(OutputDissipativity condition, Displacement e, double rest);
    }

    /// The smallest γ_a at a c_a.
    @FunctionalInterface
    public interface Slack {
        /// Its value, with a bound of its error.
        Bounded at(OutputDissipativity condition, double ca);
    }

    /// A displacement that belongs to a c_a: the worst error, or the semi-axes.
    @FunctionalInterface
    public interface Place {
        /// Its two parts.
        Displacement at(OutputDissipativity condition, double ca);
    }

    /// The smallest γ_a over a range of angles.
    @FunctionalInterface
    public interface RangeSlack {
        /// The constant and where it is attained.
        Sharp of(Target target, BallNoise noise, Reading.Output reading, Angle low, Angle high, double ca);
    }

    private OutputDissipativityChecks() {}

    /// OutputDissipativity/S1: ⟨E∇_a L, a−a*⟩ of the smoothed gradient as a vector, multiplied out in the oracle's
    /// arithmetic, is the stated form at the coordinates of a−a*. For moments taken as exact.
    public static Check quadraticForm(Form form) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            NoiseMoments moments = ExactForm.exact(new SmoothedCase(draw).moments());
            Apfloat[] e = ExactVectors.minus(Oracle.exact(student.a()), Oracle.exact(teacher.a()));
            Apfloat product = Oracle.dot(Oracle.exact(SmoothedGradient.output(teacher, student, moments)), e);
            double[] parts = ExactVectors.coordinates(e, teacher.a());
            OutputDissipativity condition = new OutputDissipativity(Target.of(teacher), moments);
            Bounded stated = form.at(condition, new Displacement(parts[0], parts[1]), parts[2]);
            double[] gradientError = SmoothedGradient.outputError(teacher, student, moments);
            double slip = Vectors.length(gradientError) * ExactVectors.length(e)
                    + coordinateError(condition, parts, Vectors.length(teacher.a()));
            return OptionalDouble.of(Oracle.ratio(stated.value(), product, stated.error() + slip));
        };
    }

    /// OutputDissipativity/S2: at the returned worst error γ_a is attained, at drawn errors it is enough, parts
    /// orthogonal to 1 and a* included; c_a at the limit is refused, and beyond the limit no γ_a is enough.
    public static Check sharp(Slack formula, Place worst) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            OutputDissipativity condition = new OutputDissipativity(drawn.target(), ExactForm.exact(drawn.moments()));
            ExactForm exact = ExactForm.of(drawn.target(), condition.moments());
            double ca = drawn.share() * condition.limit().value();
            Bounded slack = formula.at(condition, ca);
            Displacement e = worst.at(condition, ca);
            Apfloat there = exact.excess(e.along(), e.across(), 0, ca).negate();
            double ratio = Oracle.ratio(slack.value(), there, slack.error());
            for (double[] other : errors(draw, condition, e)) {
                Apfloat demand = exact.excess(other[0], other[1], other[2], ca).negate();
                double more = demand.subtract(Oracle.exact(slack.value())).doubleValue();
                ratio = Math.max(ratio, Check.over(Math.max(more, 0), slack.error()));
            }
            double high = condition.limit().high();
            boolean refused = SmoothedCase.refuses(() -> formula.at(condition, high))
                    && SmoothedCase.refuses(() -> worst.at(condition, high));
            return OptionalDouble.of(refused && unbounded(condition, exact) ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// OutputDissipativity/S2: over a range of angles γ_a is that of the returned angle, which is in the range, and
    /// enough at a drawn angle of the range.
    public static Check overAngles(RangeSlack formula) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Angle[] angles = DrawnRegion.of(draw).angles();
            BallNoise noise = drawn.noise();
            Reading.Output reading = drawn.outputReading();
            Target target = drawn.target();
            double ca = drawn.share()
                    * OutputDissipativity.limit(target, noise, reading).value();
            Sharp sharp = formula.of(target, noise, reading, angles[0], angles[1], ca);
            Bounded there = at(target, noise, reading, sharp.angle(), ca);
            Bounded between = at(target, noise, reading, angles[2], ca);
            double same = Math.abs(there.value() - sharp.value().value()) / (there.error() + Double.MIN_NORMAL);
            double more = Math.max(between.value() - sharp.value().value(), 0);
            boolean end = sharp.angle().equals(angles[0]) || sharp.angle().equals(angles[1]);
            double enough = Check.over(more, between.error() + sharp.value().error());
            return OptionalDouble.of(end ? Math.max(same, enough) : Double.POSITIVE_INFINITY);
        };
    }

    /// OutputDissipativity/S3: at t times the semi-axes from the centre the inner product exceeds c_a‖e‖² by γ_a(t² −
    /// 1), so that C2 holds with γ_a = 0 outside and fails inside; e = 0 is at t = 1. For c_a at most 0.999 of the
    /// limit.
    public static Check ellipsoid(Place centre, Place semiAxes) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            OutputDissipativity condition = new OutputDissipativity(drawn.target(), ExactForm.exact(drawn.moments()));
            ExactForm exact = ExactForm.of(drawn.target(), condition.moments());
            double share = Math.min(drawn.share(), 0.999);
            double ca = share * condition.limit().value();
            Displacement middle = centre.at(condition, ca);
            Displacement axes = semiAxes.at(condition, ca);
            double[] u = sphere(draw);
            double t = draw.uniform(170) < 0.5 ? 2 * draw.uniform(171) : 1 + Functions.exp(-20 * draw.uniform(171));
            Apfloat excess = exact.excess(
                    middle.along() + t * axes.along() * u[0],
                    middle.across() + t * axes.across() * u[1],
                    t * axes.across() * u[2],
                    ca);
            double slack = condition.slack(ca).value();
            double rounding = 128 * RoundOff.U / (1 - share) * slack;
            double ratio = Oracle.ratio(slack * (t * t - 1), excess, rounding * (1 + t * t));
            double x = Check.over(middle.along(), axes.along());
            double y = Check.over(middle.across(), axes.across());
            double onBorder = slack == 0 ? 0 : Math.abs(x * x + y * y - 1) / (rounding / slack);
            return OptionalDouble.of(Math.max(ratio, onBorder));
        };
    }

    /// OutputDissipativity/S5: the form, the limit and γ_a are within their bounds of the oracle's, for moments and
    /// coordinates taken as exact, and so are the coordinates of a*: 4u relative along, and 4u‖a*‖ across.
    public static Check accuracy(Form form, Slack formula) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            SmoothedCase drawn = new SmoothedCase(draw);
            Target target = drawn.target();
            OutputDissipativity condition = new OutputDissipativity(target, ExactForm.exact(drawn.moments()));
            ExactForm exact = ExactForm.of(target, condition.moments());
            double ca = drawn.share() * condition.limit().value();
            Bounded slack = formula.at(condition, ca);
            Displacement e = new Displacement(draw.gaussians(174, 1)[0], draw.k() == 1 ? 0 : draw.gaussians(175, 1)[0]);
            Bounded inner = form.at(condition, e, 0.5);
            double limit = Oracle.ratio(
                    condition.limit().value(),
                    draw.k() == 1 ? exact.along() : exact.across(),
                    condition.limit().error());
            double ratio = Math.max(
                    Oracle.ratio(slack.value(), exact.slack(draw.k(), ca), slack.error()),
                    Oracle.ratio(inner.value(), exact.excess(e.along(), e.across(), 0.5, 0), inner.error()));
            double gap = 1 - ca / condition.limit().value();
            double worth = Check.worth(draw, slack.error() * gap, slack.value());
            return OptionalDouble.of(
                    Math.max(Math.max(ratio, worth), Math.max(limit, coordinates(draw.teacher(), target))));
        };
    }

    private static double coordinates(Teacher teacher, Target target) {
        double[] exact = ExactVectors.coordinates(Oracle.exact(teacher.a()), teacher.a());
        double size = Vectors.length(teacher.a());
        double dust = RoundOff.doubleDouble(teacher.k() + 8) * size * Math.sqrt(teacher.k());
        double along = Math.abs(target.along() - exact[0]);
        double across = Math.abs(target.across() - exact[1]);
        return Math.max(
                Check.over(along, 5 * RoundOff.U * Math.abs(exact[0]) + dust),
                Check.over(across, 4 * RoundOff.U * size + dust));
    }

    /// What 2u of each coordinate of e, 4u of a₁ and 4u‖a*‖ of a₂ do to the form.
    private static double coordinateError(OutputDissipativity condition, double[] parts, double size) {
        NoiseMoments moments = condition.moments();
        double common = Math.abs(moments.m1Excess().value())
                + Math.abs(moments.hDeficit().value());
        double across = ((Math.PI - 1) * moments.m2Excess().value() + common) / (2 * Math.PI);
        double e = Math.abs(parts[0]) + Math.abs(parts[1]) + parts[2];
        double linear = Math.abs(condition.pullAlong().value() * parts[0]) + across * size * e;
        double square = condition.stiffnessAlong().value() * parts[0] * parts[0]
                + condition.stiffnessAcross().value() * (parts[1] * parts[1] + parts[2] * parts[2]);
        return 16 * RoundOff.U * (linear + square);
    }

    /// Drawn errors: anywhere, near the worst one, and at the optimum.
    private static double[][] errors(Draw draw, OutputDissipativity condition, Displacement worst) {
        double size = condition.target().norm() + Math.abs(worst.along()) + Math.abs(worst.across());
        double[][] result = new double[4][];
        result[0] = new double[] {0, 0, 0};
        for (int i = 1; i < result.length; i++) {
            double reach = size * Functions.exp(-8 * draw.uniform(176 + i));
            double[] gauss = draw.gaussians(180 + i, 3);
            result[i] = new double[] {
                worst.along() + reach * gauss[0],
                draw.k() == 1 ? 0 : worst.across() + reach * gauss[1],
                draw.k() <= 2 ? 0 : reach * gauss[2],
            };
        }
        return result;
    }

    /// Beyond the limit by 10⁻⁹ of it the demand grows without bound: a millionfold γ_a is not enough far out.
    private static boolean unbounded(OutputDissipativity condition, ExactForm exact) {
        double limit = condition.limit().value();
        double ca = limit * (1 + 1e-9);
        double enough = 1e6 * condition.slack(limit / 2).value();
        boolean one = condition.target().k() == 1;
        double pull =
                one ? condition.pullAlong().value() : condition.pullAcross().value();
        double far = -Math.copySign(
                Math.sqrt(2e9 * enough / limit) + condition.target().norm(), pull);
        Apfloat demand = exact.excess(one ? far : 0, one ? 0 : far, 0, ca).negate();
        return demand.compareTo(Oracle.exact(enough)) > 0 || condition.target().norm() == 0;
    }

    /// A unit vector of the coordinates that there are.
    private static double[] sphere(Draw draw) {
        double[] gauss = draw.gaussians(190, 3);
        gauss[1] = draw.k() == 1 ? 0 : gauss[1];
        gauss[2] = draw.k() <= 2 ? 0 : gauss[2];
        double length = Vectors.length(gauss);
        return new double[] {gauss[0] / length, gauss[1] / length, gauss[2] / length};
    }

    private static Bounded at(Target target, BallNoise noise, Reading.Output reading, Angle angle, double ca) {
        return new OutputDissipativity(target, NoiseMoments.ofOutput(reading, noise, angle)).slack(ca);
    }
}
