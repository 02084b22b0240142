package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import lemmata.claim.OutputSpace;
import lemmata.landscape.HalfSpaceMinimum;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// What the stem HalfSpaceMinimum claims, as checks of any implementation.
public final class HalfSpaceChecks {

    private HalfSpaceChecks() {}

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

    /// HalfSpaceMinimum/S2: (w̄, ā) is said to be in the half-space aᵀa* ≤ 0 iff āᵀa* ≤ 0 by the oracle, also at
    /// the threshold and where āᵀa* = 0: for k = 1 and for a* = 0.
    public static Check attained(Predicate<Teacher> containsSpurious) {
        return draw -> {
            boolean boundary = draw.k() == 1 || draw.target() == Draw.Target.ZERO;
            boolean same =
                    containsSpurious.test(draw.teacher()) == (boundary || spuriousSign(draw, draw.teacher()) < 0);
            if (draw.k() == 1) {
                return Check.exactly(same);
            }
            Teacher close = MinimalityChecks.atThreshold(draw);
            return Check.exactly(same && containsSpurious.test(close) == (spuriousSign(draw, close) < 0));
        };
    }

    /// HalfSpaceMinimum/S2: for every teacher, no point with r aᵀa* ≤ `level(a*)`, on the sphere or off it, is
    /// below the spurious loss, and one with ‖r a − ā‖ > ‖a*‖/100 is above it; the claim is made for level 0.
    ///
    /// The points are at e⁴ to e⁻²⁰ times ‖a*‖ from ā, mirrored at the half-space's boundary if need be; a third of
    /// them is moved to the boundary.
    public static Check halfSpace(ToDoubleFunction<Teacher> level) {
        return drawn -> {
            Draw draw = inRange(drawn);
            Teacher teacher = draw.teacher();
            double bound = level.applyAsDouble(teacher);
            double @OutputSpace [] a = inHalfSpace(draw, teacher, bound);
            if (Vectors.dot(a, teacher.a()).subtract(bound).doubleValue() > 0) {
                return OptionalDouble.empty();
            }
            double r = draw.uniform(82) < 0.5 ? 1 : Functions.exp(6 * draw.uniform(83) - 3);
            double[] w = Vectors.map(entry -> r * entry, draw.unitStudent().w());
            Student student =
                    new Student(Spaces.filter("w", w), Spaces.output("a", Vectors.map(entry -> entry / r, a)));
            double[] away = Vectors.map(
                    (entry, centre) -> entry - centre,
                    a,
                    SpuriousOptimum.of(teacher).a());
            return Vectors.length(away) > 0.01 * Vectors.length(teacher.a())
                    ? Check.exactly(MinimalityChecks.isAbove(teacher, student))
                    : MinimalityChecks.notBelow(teacher, student);
        };
    }

    private static int spuriousSign(Draw draw, Teacher teacher) {
        return new Oracle(teacher, draw.student()).spuriousAlignment().signum();
    }

    /// The case with weights of at most 2²⁰⁰, which leaves room for points e⁴ times farther out.
    private static Draw inRange(Draw draw) {
        int scale = Math.min(draw.weightScale(), 200);
        return new Draw(draw.p(), draw.k(), draw.filter(), draw.target(), draw.weights(), 0, scale, draw.seed());
    }

    /// A point with aᵀa* ≤ level up to rounding, near ā or far from it.
    private static double @OutputSpace [] inHalfSpace(Draw draw, Teacher teacher, double level) {
        double reach = Functions.exp(4 - 24 * draw.uniform(74)) / Math.sqrt(draw.k());
        double size = draw.target() == Draw.Target.ZERO ? 1 : Vectors.length(teacher.a());
        double @OutputSpace [] offset =
                Vectors.map(entry -> reach * size * entry, Spaces.output("a", draw.gaussians(75, draw.k())));
        double @OutputSpace [] a =
                Vectors.map(Double::sum, SpuriousOptimum.of(teacher).a(), offset);
        double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
        double excess = Check.over(Vectors.dot(a, teacher.a()).doubleValue() - level, square);
        boolean boundary = draw.uniform(81) < 1.0 / 3;
        double step = boundary ? excess + Functions.exp(-40 * draw.uniform(86)) : excess > 0 ? 2 * excess : 0;
        return Vectors.map((entry, target) -> entry - step * target, a, teacher.a());
    }
}
