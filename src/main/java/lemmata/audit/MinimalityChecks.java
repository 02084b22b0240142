package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import lemmata.claim.OutputSpace;
import lemmata.claim.UnitSphere;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What the stem LocalMinimality claims, as checks of any implementation.
public final class MinimalityChecks {

    private MinimalityChecks() {}

    /// LocalMinimality/S1: where it is said to hold, no drawn point nearby is lower; where not, there is a lower
    /// point at the angles 1, 0.3 and 0.1 from w̄, each beyond the bounds of both losses.
    public static Check localMinimality(Predicate<Teacher> holds) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            if (holds.test(teacher)) {
                return noLowerPoint(draw, teacher, LocalMinimality.radius(teacher));
            }
            return Check.exactly(descends(draw, teacher));
        };
    }

    /// LocalMinimality/S1: it is said to hold where q < 1 + (k−1)/π in the oracle's arithmetic, for the drawn
    /// teacher and for one at the threshold.
    public static Check threshold(Predicate<Teacher> holds) {
        Check drawn = draw -> sameSide(holds, draw, draw.teacher());
        return drawn.and(draw -> sameSide(holds, draw, atThreshold(draw)));
    }

    /// LocalMinimality/S1: the threshold is 1 + (k−1)/π within 3u relative.
    public static Check thresholdAccuracy(IntToDoubleFunction threshold) {
        return draw -> {
            Apfloat exact = Oracle.exact(draw.k() - 1).divide(Oracle.pi()).add(Oracle.exact(1));
            double bound = 3 * RoundOff.U * exact.doubleValue();
            return OptionalDouble.of(Oracle.ratio(threshold.applyAsDouble(draw.k()), exact, bound));
        };
    }

    /// LocalMinimality/S2: the radius is |āᵀa*|/‖a*‖ by the oracle, within its bound.
    public static Check radius(ToDoubleFunction<Teacher> radius) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Apfloat square = Oracle.dot(Oracle.exact(teacher.a()), Oracle.exact(teacher.a()));
            Apfloat exact = ApfloatMath.abs(new Oracle(teacher, draw.student()).spuriousAlignment())
                    .divide(ApfloatMath.sqrt(square));
            return OptionalDouble.of(
                    Oracle.ratio(radius.applyAsDouble(teacher), exact, LocalMinimality.radiusError(teacher)));
        };
    }

    /// LocalMinimality/S2: in the ball of the given radius around ā, over any filter, nothing is below the spurious
    /// loss; half of the cases are at ā + radius · a*/‖a*‖, where aᵀa* is largest.
    public static Check neighbourhood(ToDoubleFunction<Teacher> radius) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (LocalMinimality.alignmentSign(teacher) >= 0) {
                return OptionalDouble.empty();
            }
            double stated = radius.applyAsDouble(teacher);
            return draw.uniform(70) < 0.5 ? noLowerPoint(draw, teacher, stated) : towardsTarget(draw, teacher, stated);
        };
    }

    /// LocalMinimality/S3: the loss along the descending curve changes by the stated amount, which is negative for
    /// āᵀa* ≥ 0.
    public static Check descent(ToDoubleBiFunction<Teacher, Angle> change) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            double @UnitSphere [] w = draw.fromOpposite(0.1 + 3 * draw.uniform(72));
            Student lower = LocalMinimality.descent(teacher, w);
            Angle angle = Angle.between(w, teacher.w());
            double stated = change.applyAsDouble(teacher, angle);
            double seen = PopulationLoss.at(teacher, lower) - SpuriousOptimum.loss(teacher);
            double bound = PopulationLoss.error(teacher, lower)
                    + SpuriousOptimum.lossError(teacher)
                    + LocalMinimality.descentChangeError(teacher, angle)
                    + 64 * RoundOff.U * SpuriousOptimum.loss(teacher);
            boolean falls = LocalMinimality.alignmentSign(teacher) < 0 || stated < 0;
            double ratio = falls ? Check.over(Math.abs(seen - stated), bound) : Double.POSITIVE_INFINITY;
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, OptimaChecks.size(teacher, lower))));
        };
    }

    /// LocalMinimality/S4: the sign of āᵀa* is that of the oracle, and 0 only for k = 1 or a* = 0.
    public static Check exactSign(ToDoubleFunction<Teacher> sign) {
        return draw -> {
            Teacher teacher = draw.teacher();
            int expected = draw.k() == 1 || draw.target() == Draw.Target.ZERO
                    ? 0
                    : new Oracle(teacher, draw.student()).spuriousAlignment().signum();
            return Check.exactly(sign.applyAsDouble(teacher) == expected);
        };
    }

    /// LocalMinimality/S4 where rounding decides nothing, for k ≥ 2 at the threshold: the sign of āᵀa* is that of
    /// the oracle.
    public static Check exactSignAtThreshold(ToDoubleFunction<Teacher> sign) {
        return draw -> {
            if (draw.k() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = atThreshold(draw);
            int expected =
                    new Oracle(teacher, draw.student()).spuriousAlignment().signum();
            return Check.exactly(expected != 0 && sign.applyAsDouble(teacher) == expected);
        };
    }

    /// LocalMinimality/S5: for p = 1, ā is said to be a spurious minimum iff a* ≠ 0, and then every a ≠ ā over −w*
    /// has a larger loss.
    public static Check onTheLine(Predicate<Teacher> holds) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.p() != 1) {
                return OptionalDouble.empty();
            }
            if (draw.target() == Draw.Target.ZERO) {
                return Check.exactly(!holds.test(teacher));
            }
            Student spurious = SpuriousOptimum.of(teacher);
            double[] away =
                    Vectors.map(entry -> 0.01 * Vectors.length(teacher.a()) * entry, draw.gaussians(73, draw.k()));
            Student other = new Student(spurious.w(), Vectors.map(Double::sum, spurious.a(), Spaces.output("a", away)));
            return Check.exactly(holds.test(teacher) && isAbove(teacher, other));
        };
    }

    /// LocalMinimality/S6: for k = 1, p ≥ 2 and a* ≠ 0, ā = 0 to within its bound, q is 1 to within its own and so
    /// is the threshold, it is not said to be a minimum, and the descent is lower at the angles 1, 0.3 and 0.1 from
    /// w̄.
    public static Check onePatch(Predicate<Teacher> holds, ToDoubleFunction<Teacher> q) {
        return draw -> {
            if (draw.k() != 1 || draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            double a = SpuriousOptimum.of(teacher).a()[0];
            boolean zero = Math.abs(a) <= SpuriousOptimum.weightsError(teacher)[0];
            boolean one = Math.abs(q.applyAsDouble(teacher) - 1) <= teacher.qError()
                    && LocalMinimality.threshold(teacher.k()) == 1;
            return Check.exactly(zero && one && !holds.test(teacher) && descends(draw, teacher));
        };
    }

    /// Whether the answer at a teacher is the side of the threshold on which the oracle sees q = s*²/B: the sign of
    /// s*² − B(1 + (k−1)/π).
    private static OptionalDouble sameSide(Predicate<Teacher> holds, Draw draw, Teacher teacher) {
        if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
            return OptionalDouble.empty();
        }
        Apfloat[] target = Oracle.exact(teacher.a());
        Apfloat sum = Oracle.dot(target, Oracle.exact(Vectors.map(entry -> 1, teacher.a())));
        Apfloat threshold = Oracle.exact(teacher.k() - 1).divide(Oracle.pi()).add(Oracle.exact(1));
        Apfloat excess = sum.multiply(sum).subtract(threshold.multiply(Oracle.dot(target, target)));
        return Check.exactly(holds.test(teacher) == (excess.signum() < 0));
    }

    /// a* = ±2ⁿ(1, x, …, x) with x within 20 ulps of where āᵀa* changes its sign, by bisection of the rounded
    /// value; (±2ⁿ) for k = 1.
    static Teacher atThreshold(Draw draw) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            boolean below = SpuriousOptimum.alignment(teacher(draw, 1, middle)) < 0;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        long ulps = Math.round(41 * draw.uniform(84) - 20.5);
        double unit = Math.scalb(draw.uniform(85) < 0.5 ? 1.0 : -1.0, draw.weightScale());
        return teacher(draw, unit, low + ulps * Math.ulp(low));
    }

    /// unit · (1, x, …, x) over the drawn filter.
    static Teacher teacher(Draw draw, double unit, double x) {
        double[] a = new double[draw.k()];
        Arrays.fill(a, unit * x);
        a[0] = unit;
        return new Teacher(draw.teacher().w(), Spaces.output("a", a));
    }

    /// Whether the descent over filters at the angles 1, 0.3 and 0.1 from w̄ is below the spurious point beyond
    /// both bounds.
    private static boolean descends(Draw draw, Teacher teacher) {
        boolean descends = true;
        for (double psi : new double[] {1, 0.3, 0.1}) {
            Student lower = LocalMinimality.descent(teacher, draw.fromOpposite(psi));
            descends &= PopulationLoss.at(teacher, lower) < SpuriousOptimum.loss(teacher) - slack(teacher, lower);
        }
        return descends;
    }

    /// The loss at ψ of order 1 and ā + radius · a*/‖a*‖, against the spurious loss.
    private static OptionalDouble towardsTarget(Draw draw, Teacher teacher, double radius) {
        double share = radius / Vectors.length(teacher.a());
        double @OutputSpace [] a = Vectors.map(
                (centre, target) -> centre + share * target,
                SpuriousOptimum.of(teacher).a(),
                teacher.a());
        Student student = new Student(draw.fromOpposite(1 + 2 * draw.uniform(78)), a);
        return notBelow(teacher, student);
    }

    private static OptionalDouble noLowerPoint(Draw draw, Teacher teacher, double radius) {
        double[] direction = draw.gaussians(76, draw.k());
        double length = Vectors.length(direction);
        double reach = radius * draw.uniform(77) / length;
        Student spurious = SpuriousOptimum.of(teacher);
        double @OutputSpace [] a =
                Vectors.map((centre, step) -> centre + reach * step, spurious.a(), Spaces.output("a", direction));
        boolean near = draw.seed() % 2 == 0;
        double psi = near ? Functions.exp(-7 * draw.uniform(78)) : Math.PI * draw.uniform(78);
        return notBelow(teacher, new Student(draw.fromOpposite(psi), a));
    }

    /// How far the loss at a point is below the spurious loss, over the bounds of both.
    static OptionalDouble notBelow(Teacher teacher, Student student) {
        double below = SpuriousOptimum.loss(teacher) - PopulationLoss.at(teacher, student);
        return OptionalDouble.of(Math.max(0, Check.over(below, slack(teacher, student))));
    }

    /// Whether the loss at a point is above the spurious loss, beyond the bounds of both.
    static boolean isAbove(Teacher teacher, Student student) {
        return PopulationLoss.at(teacher, student) > SpuriousOptimum.loss(teacher) + slack(teacher, student);
    }

    static double slack(Teacher teacher, Student student) {
        return PopulationLoss.error(teacher, student) + SpuriousOptimum.lossError(teacher);
    }
}
