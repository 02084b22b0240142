package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import lemmata.landscape.FilterDegeneracy;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.SphereHessian;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What the stem FilterDegeneracy claims, as checks of any implementation.
public final class DegeneracyChecks {

    private DegeneracyChecks() {}

    /// FilterDegeneracy/S1: where āᵀa* < 0 the growth is within its bound of the difference of the oracle's losses at
    /// an angle ψ from w̄, over the exact ā, and that difference lies between the exact cubics.
    public static Check cubicGrowth(ToDoubleBiFunction<Teacher, Angle> growth) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.p() == 1 || LocalMinimality.alignmentSign(teacher) >= 0) {
                return OptionalDouble.empty();
            }
            Angle angle = fromOpposite(draw);
            Oracle spurious = new Oracle(teacher, draw.unitStudent()).atSpurious();
            Apfloat rise = rise(spurious, angle.psi(), draw.direction(83));
            double bound = FilterDegeneracy.growthError(teacher, angle);
            double ratio = Oracle.ratio(growth.applyAsDouble(teacher, angle), rise, bound);
            double size = draw.k() * Vectors.dot(teacher.a(), teacher.a()).doubleValue();
            boolean between = between(rise, spurious, angle.psi(), cubic(angle.psi()));
            return OptionalDouble.of(
                    between ? Math.max(ratio, Check.worth(draw, bound, size)) : Double.POSITIVE_INFINITY);
        };
    }

    /// FilterDegeneracy/S1: the computed cubics are within the error of āᵀa* and 8u of the upper one of
    /// |āᵀa*|(ψ³ − ψ⁵/10)/6π and |āᵀa*|ψ³/6π.
    public static Check cubicBounds(
            ToDoubleBiFunction<Teacher, Angle> lower, ToDoubleBiFunction<Teacher, Angle> upper) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Angle angle = fromOpposite(draw);
            double psi = angle.psi();
            Apfloat alignment = ApfloatMath.abs(new Oracle(teacher, draw.unitStudent()).spuriousAlignment());
            Apfloat above = alignment.multiply(cubic(psi));
            Apfloat below = above.multiply(damping(psi));
            double bound = SpuriousOptimum.alignmentError(teacher) * (psi * psi * psi) / (6 * Math.PI)
                    + 8 * RoundOff.U * above.doubleValue()
                    + RoundOff.UNDERFLOW * (1 + alignment.doubleValue());
            return OptionalDouble.of(Math.max(
                    Oracle.ratio(upper.applyAsDouble(teacher, angle), above, bound),
                    Oracle.ratio(lower.applyAsDouble(teacher, angle), below, bound)));
        };
    }

    /// FilterDegeneracy/S2: at w̄ and any a the Hessian is zero to within its bound (p ≥ 2).
    public static Check flatHessian(SphereChecks.HessianFormula hessian) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student opposite = opposite(draw);
            double[] x = draw.direction(82);
            double bend = Vectors.length(hessian.times(teacher, opposite, x.clone()));
            return OptionalDouble.of(Check.over(bend, SphereHessian.timesError(teacher, opposite, x)));
        };
    }

    /// FilterDegeneracy/S2: for any a the oracle's |L(w, a) − L(w̄, a)|, p ≥ 2, lies between |aᵀa*| c(ψ)(1 − ψ²/10) and
    /// |aᵀa*| c(ψ), c(ψ) = ψ³/6π: over ψ² it falls below every c > 0.
    public static Check noQuadraticGrowth(UnaryOperator<Apfloat> ceiling) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            double psi = fromOpposite(draw).psi();
            Oracle oracle = new Oracle(draw.teacher(), opposite(draw));
            Apfloat rise = rise(oracle, psi, draw.direction(83));
            return Check.exactly(between(rise, oracle, psi, ceiling.apply(Oracle.exact(psi))));
        };
    }

    /// ψ³/6π, the ceiling of the growth over |aᵀa*|.
    public static Apfloat cubic(Apfloat psi) {
        return psi.multiply(psi).multiply(psi).divide(Oracle.pi().multiply(Oracle.exact(6)));
    }

    private static Apfloat cubic(double psi) {
        return cubic(Oracle.exact(psi));
    }

    /// An angle whose ψ is drawn from (0, π) or, as often, from e⁻⁶⁰ … 1; its ψ is exact.
    private static Angle fromOpposite(Draw draw) {
        boolean near = draw.uniform(80) < 0.5;
        double psi = near ? Functions.exp(-60 * draw.uniform(81)) : Math.PI * draw.uniform(81);
        return Angle.ofRadians(Angle.radians(psi)).supplement();
    }

    /// (−w*, a) with the drawn a.
    private static Student opposite(Draw draw) {
        return new Student(
                Vectors.map(entry -> -entry, draw.teacher().w()),
                draw.unitStudent().a());
    }

    /// How much the oracle's loss rises from the filter of `at`, on the sphere, to the one at angle ψ from it.
    private static Apfloat rise(Oracle at, double psi, double[] direction) {
        Apfloat start = at.movedAlongSphere(Oracle.exact(0), direction).loss();
        return at.movedAlongSphere(Oracle.exact(psi), direction).loss().subtract(start);
    }

    /// Whether a rise from w̄ has the sign of −aᵀa* and a size from |aᵀa*| c (1 − ψ²/10) to |aᵀa*| c; in oracle
    /// arithmetic, to 10⁻²⁰ of c and 10⁻²⁰⁰ of the loss.
    private static boolean between(Apfloat rise, Oracle at, double psi, Apfloat c) {
        Apfloat above = at.alignment().negate().multiply(c);
        Apfloat size = ApfloatMath.abs(above);
        Apfloat slack = size.multiply(new Apfloat("1e-20", Oracle.DIGITS))
                .add(at.loss().multiply(new Apfloat("1e-200", Oracle.DIGITS)));
        Apfloat signed = above.signum() < 0 ? rise.negate() : rise;
        return signed.compareTo(size.add(slack)) <= 0
                && signed.compareTo(size.multiply(damping(psi)).subtract(slack)) >= 0;
    }

    /// 1 − ψ²/10.
    private static Apfloat damping(double psi) {
        Apfloat exact = Oracle.exact(psi);
        return Oracle.exact(1).subtract(exact.multiply(exact).divide(Oracle.exact(10)));
    }
}
