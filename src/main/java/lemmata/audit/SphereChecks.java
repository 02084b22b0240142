package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import lemmata.claim.FilterSpace;
import lemmata.loss.SphereHessian;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What loss.SphereProjection and loss.SphereHessian claim, as checks of any implementation.
public final class SphereChecks {

    /// A Hessian as a map of displacements.
    @FunctionalInterface
    public interface HessianFormula {

        /// Hess · x.
        double[] times(Teacher teacher, Student student, double[] x);
    }

    /// 250 digits of a loss below 10²⁰, divided by the square of the step 10⁻⁴⁰.
    private static final double ORACLE_NOISE = 1e-140;

    private SphereChecks() {}

    /// SphereProjection/S1: ‖Π(w)‖ = 1 to within the bound, in exact arithmetic.
    public static Check unit(UnaryOperator<double[]> projection) {
        return draw -> {
            Apfloat[] unit = Oracle.exact(projection.apply(draw.student().w()));
            double excess =
                    Math.abs(Oracle.dot(unit, unit).subtract(Oracle.exact(1)).doubleValue());
            return OptionalDouble.of(
                    excess / (2 * SphereProjection.ERROR + SphereProjection.ERROR * SphereProjection.ERROR));
        };
    }

    /// SphereProjection/S2: projecting again moves no entry by more than the bound, relative to its size, and a scaled
    /// vector gives the same bits.
    public static Check idempotent(UnaryOperator<double[]> projection) {
        return draw -> {
            double[] once = projection.apply(draw.student().w());
            double[] twice = projection.apply(once.clone());
            double[] scaled = projection.apply(
                    Vectors.map(entry -> entry / 4, draw.student().w()));
            double moved = 0;
            for (int i = 0; i < once.length; i++) {
                moved = Math.max(moved, Check.over(Math.abs(once[i] - twice[i]), Math.abs(once[i])));
            }
            boolean same = Arrays.equals(once, scaled);
            return OptionalDouble.of(same ? moved / SphereProjection.ERROR : Double.POSITIVE_INFINITY);
        };
    }

    /// SphereProjection/S3: no point of the sphere is nearer to w: ‖w − Π(w)‖ ≤ ‖w − v‖ for v drawn anywhere and
    /// nearby.
    public static Check nearest(UnaryOperator<double[]> projection) {
        return draw -> {
            double @FilterSpace [] w = draw.unitStudent().w();
            double stretch = 0.1 + 3 * draw.uniform(61);
            double[] point = Vectors.map(entry -> stretch * entry, w);
            double[] foot = projection.apply(point.clone());
            double[] other = Vectors.map((x, y) -> x + 0.01 * y, SphereProjection.project(w), draw.direction(62));
            double[] near = SphereProjection.project(lemmata.model.Spaces.filter("near", other));
            double least = Math.min(distance(point, near), distance(point, draw.direction(63)));
            double slack = 4 * SphereProjection.ERROR * (1 + stretch);
            return Check.exactly(distance(point, foot) <= least + slack);
        };
    }

    /// SphereHessian/S1: for a drawn tangent x, xᵀ Hess x is the second difference of the oracle's loss along the great
    /// circle that x starts; step 10⁻⁴⁰, truncation below 10⁻³⁰ of the scale, first order where the third derivative
    /// jumps.
    public static Check greatCircle(HessianFormula hessian) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.unscaled().teacher();
            Student student = draw.unscaled().unitStudent();
            double[] direction = Vectors.map(entry -> entry, draw.direction(64));
            double[] tangent = Vectors.rejection(student.w(), draw.direction(64));
            double square = Vectors.dot(tangent, tangent).doubleValue();
            Oracle oracle = new Oracle(teacher, student);
            Apfloat step = new Apfloat("1e-40", Oracle.DIGITS);
            Apfloat bend = oracle.movedAlongSphere(step, direction)
                    .loss()
                    .add(oracle.movedAlongSphere(step.negate(), direction).loss())
                    .subtract(oracle.movedAlongSphere(exactZero(), direction)
                            .loss()
                            .multiply(Oracle.exact(2)))
                    .divide(step)
                    .divide(step);
            double computed = Vectors.dot(tangent, hessian.times(teacher, student, direction))
                            .doubleValue()
                    / square;
            double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double bound = SphereHessian.error(teacher, student)
                    + (1e-30 + 64 * RoundOff.U / Math.sqrt(square)) * product
                    + ORACLE_NOISE;
            return OptionalDouble.of(Oracle.ratio(computed, bend, bound));
        };
    }

    /// SphereHessian/S2: (d/2)P_w at φ = 0 and 0 at φ = π, applied to a drawn vector, within the bound.
    public static Check ends(HessianFormula hessian) {
        return draw -> {
            Teacher teacher = draw.teacher();
            double[] a = draw.unitStudent().a();
            double[] x = Vectors.map(entry -> entry, draw.direction(65));
            Student same = new Student(teacher.w(), draw.unitStudent().a());
            Student opposite = new Student(
                    Vectors.map(entry -> -entry, teacher.w()),
                    draw.unitStudent().a());
            double half = Vectors.dot(a, teacher.a()).doubleValue() / 2;
            double[] expected = Vectors.map(entry -> half * entry, Vectors.rejection(teacher.w(), draw.direction(65)));
            double[] gap = Vectors.map((u, v) -> u - v, hessian.times(teacher, same, x.clone()), expected);
            double bound = SphereHessian.error(teacher, same) + 16 * RoundOff.U * Math.abs(half);
            double atEnd = Vectors.length(hessian.times(teacher, opposite, x.clone()));
            double slack = SphereHessian.error(teacher, opposite) + RoundOff.UNDERFLOW;
            return OptionalDouble.of(Math.max(Check.over(Vectors.length(gap), bound), Check.over(atEnd, slack)));
        };
    }

    /// SphereHessian/S3: both eigenvalues are within the bound.
    public static Check eigenvalues(ScalarFormula along, ScalarFormula across) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            Apfloat[] exact = new Oracle(teacher, student).hessianEigenvalues();
            double ofOracle = 1e-200 * Vectors.length(student.a()) * Vectors.length(teacher.a());
            double bound = SphereHessian.error(teacher, student) + ofOracle;
            double scale = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double ratio = Math.max(
                    Oracle.ratio(along.at(teacher, student), exact[0], bound),
                    Oracle.ratio(across.at(teacher, student), exact[1], bound));
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, scale)));
        };
    }

    private static Apfloat exactZero() {
        return Oracle.exact(0);
    }

    private static double distance(double[] x, double[] y) {
        return Vectors.length(Vectors.map((u, v) -> u - v, x, y));
    }
}
