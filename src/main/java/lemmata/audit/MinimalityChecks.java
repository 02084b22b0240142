package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import lemmata.claim.OutputSpace;
import lemmata.claim.UnitSphere;
import lemmata.landscape.HalfSpaceMinimum;
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

/// What the stems LocalMinimality and HalfSpaceMinimum claim, as checks of any implementation.
public final class MinimalityChecks {

    private MinimalityChecks() {}

    /// LocalMinimality/S1: where it is said to hold, no drawn point nearby is lower; where not, there is a lower point
    /// at the angles 1, 0.3 and 0.1 from w̄, each beyond the bounds of both losses.
    public static Check localMinimality(Predicate<Teacher> holds) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            if (holds.test(teacher)) {
                return noLowerPoint(draw, teacher, LocalMinimality.radius(teacher));
            }
            boolean descends = true;
            for (double psi : new double[] {1, 0.3, 0.1}) {
                Student lower = LocalMinimality.descent(teacher, draw.fromOpposite(psi));
                double slack = PopulationLoss.error(teacher, lower) + SpuriousOptimum.lossError(teacher);
                descends &= PopulationLoss.at(teacher, lower) < SpuriousOptimum.loss(teacher) - slack;
            }
            return Check.exactly(descends);
        };
    }

    /// LocalMinimality/S2: in the ball of the given radius around ā, over any filter, nothing is below the spurious
    /// loss.
    public static Check neighbourhood(ToDoubleFunction<Teacher> radius) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (LocalMinimality.alignmentSign(teacher) >= 0) {
                return OptionalDouble.empty();
            }
            return noLowerPoint(draw, teacher, radius.applyAsDouble(teacher));
        };
    }

    /// LocalMinimality/S3: the loss along the descending curve changes by the stated amount, which is negative for āᵀa*
    /// ≥ 0.
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

    /// LocalMinimality/S5: for p = 1 and a* ≠ 0, every a ≠ ā over −w* has a larger loss, and ā is said to be a minimum.
    public static Check onTheLine(Predicate<Teacher> holds) {
        return draw -> {
            if (draw.p() != 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student spurious = SpuriousOptimum.of(teacher);
            double[] away =
                    Vectors.map(entry -> 0.01 * Vectors.length(teacher.a()) * entry, draw.gaussians(73, draw.k()));
            Student other = new Student(spurious.w(), Vectors.map(Double::sum, spurious.a(), Spaces.output("a", away)));
            double slack = PopulationLoss.error(teacher, other) + SpuriousOptimum.lossError(teacher);
            return Check.exactly(
                    holds.test(teacher) && PopulationLoss.at(teacher, other) > SpuriousOptimum.loss(teacher) + slack);
        };
    }

    /// LocalMinimality/S6: for k = 1 and p ≥ 2, ā = 0 to within its bound, and it is not said to be a minimum.
    public static Check onePatch(Predicate<Teacher> holds) {
        return draw -> {
            if (draw.k() != 1 || draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            double a = SpuriousOptimum.of(teacher).a()[0];
            return Check.exactly(!holds.test(teacher) && Math.abs(a) <= SpuriousOptimum.weightsError(teacher)[0]);
        };
    }

    /// HalfSpaceMinimum/S1: L(w, a) − L(−r w*, a) is the stated gain, within the bounds.
    public static Check rotationGain(ScalarFormula gain) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            Student rotated =
                    new Student(Vectors.map(entry -> -Vectors.length(student.w()) * entry, teacher.w()), student.a());
            double seen = PopulationLoss.at(teacher, student) - PopulationLoss.at(teacher, rotated);
            double bound = PopulationLoss.error(teacher, student)
                    + PopulationLoss.error(teacher, rotated)
                    + HalfSpaceMinimum.rotationGainError(teacher, student)
                    + 64 * RoundOff.U * (OptimaChecks.squared(student) + OptimaChecks.squaredTarget(teacher));
            double ratio = Check.over(Math.abs(gain.at(teacher, student) - seen), bound);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, OptimaChecks.size(teacher, student))));
        };
    }

    /// HalfSpaceMinimum/S2: where the half-space aᵀa* ≤ 0 is said to contain the spurious point it does, and then no
    /// drawn point of it is below the spurious loss.
    public static Check halfSpace(Predicate<Teacher> containsSpurious) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (!containsSpurious.test(teacher)) {
                return OptionalDouble.empty();
            }
            if (draw.k() > 1
                    && new Oracle(teacher, draw.student()).spuriousAlignment().signum() > 0) {
                return Check.exactly(false);
            }
            double reach = Functions.exp(-2 - 20 * draw.uniform(74));
            double @OutputSpace [] centre = SpuriousOptimum.of(teacher).a();
            double @OutputSpace [] offset = Vectors.map(
                    entry -> reach * Vectors.length(teacher.a()) * entry,
                    Spaces.output("a", draw.gaussians(75, draw.k())));
            double @OutputSpace [] a = Vectors.map(Double::sum, centre, offset);
            double d = Vectors.dot(a, teacher.a()).doubleValue();
            double[] inside = d <= 0 ? a : Vectors.map(entry -> -entry, a);
            return notBelow(teacher, new Student(draw.unitStudent().w(), Spaces.output("a", inside)));
        };
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
    private static OptionalDouble notBelow(Teacher teacher, Student student) {
        double slack = PopulationLoss.error(teacher, student) + SpuriousOptimum.lossError(teacher);
        double below = SpuriousOptimum.loss(teacher) - PopulationLoss.at(teacher, student);
        return OptionalDouble.of(Math.max(0, Check.over(below, slack)));
    }
}
