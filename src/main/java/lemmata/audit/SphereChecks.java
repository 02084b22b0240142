package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import lemmata.claim.FilterSpace;
import lemmata.loss.SphereHessian;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

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

    /// SphereProjection/S2: projecting again moves no entry by more than the bound, and a scaled vector gives the same
    /// bits.
    public static Check idempotent(UnaryOperator<double[]> projection) {
        return draw -> {
            double[] once = projection.apply(draw.student().w());
            double[] twice = projection.apply(once.clone());
            double[] scaled = projection.apply(
                    Vectors.map(entry -> entry / 4, draw.student().w()));
            double moved = 0;
            for (int i = 0; i < once.length; i++) {
                moved = Math.max(moved, Math.abs(once[i] - twice[i]));
            }
            boolean same = Arrays.equals(once, scaled);
            return OptionalDouble.of(same ? moved / SphereProjection.ERROR : Double.POSITIVE_INFINITY);
        };
    }

    /// SphereProjection/S3: ‖w − Π(w)‖ = |‖w‖ − 1|, and no point of the sphere is nearer to w: ‖w − Π(w)‖ ≤ ‖w − v‖ for
    /// v drawn anywhere and nearby; exact distances, so that only the rounding of Π(w) and of v is allowed.
    public static Check nearest(UnaryOperator<double[]> projection) {
        return draw -> {
            double @FilterSpace [] w = draw.unitStudent().w();
            double stretch = 0.1 + 3 * draw.uniform(61);
            double[] point = Vectors.map(entry -> stretch * entry, w);
            double[] other = Vectors.map((x, y) -> x + 0.01 * y, SphereProjection.project(w), draw.direction(62));
            double[] near = SphereProjection.project(Spaces.filter("near", other));
            Apfloat foot = distance(point, projection.apply(point.clone()));
            Apfloat gap =
                    ApfloatMath.abs(distance(point, new double[point.length]).subtract(Oracle.exact(1)));
            double ratio = Oracle.ratio(0, foot.subtract(gap), SphereProjection.ERROR);
            for (double[] rival : new double[][] {near, draw.direction(63)}) {
                double excess = foot.subtract(distance(point, rival)).doubleValue();
                ratio = Math.max(ratio, excess / (2 * SphereProjection.ERROR));
            }
            return OptionalDouble.of(ratio);
        };
    }

    /// SphereHessian/S1: for a drawn tangent x, xᵀ Hess x is the second difference of the oracle's loss along the great
    /// circle that x starts; step 10⁻⁴⁰, truncation below 10⁻³⁰ of the scale, first order where the third derivative
    /// jumps. The doubles of the tangent part of x err by 8u, and enter twice more in its square: 24u of the largest
    /// eigenvalue.
    public static Check greatCircle(HessianFormula hessian) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.unscaled().teacher();
            Student student = draw.unscaled().unitStudent();
            double[] direction = draw.direction(64);
            double[] tangent = Vectors.rejection(student.w(), draw.direction(64));
            double square = Vectors.dot(tangent, tangent).doubleValue();
            Oracle oracle = new Oracle(teacher, student);
            Apfloat step = new Apfloat("1e-40", Oracle.DIGITS);
            Apfloat bend = oracle.movedAlongSphere(step, direction)
                    .loss()
                    .add(oracle.movedAlongSphere(step.negate(), direction).loss())
                    .subtract(oracle.movedAlongSphere(Oracle.exact(0), direction)
                            .loss()
                            .multiply(Oracle.exact(2)))
                    .divide(step)
                    .divide(step);
            double computed = Vectors.dot(tangent, hessian.times(teacher, student, direction))
                            .doubleValue()
                    / square;
            double largest = Math.max(
                    Math.abs(SphereHessian.along(teacher, student)), Math.abs(SphereHessian.across(teacher, student)));
            double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double bound = SphereHessian.timesError(teacher, student, direction) / Math.sqrt(square)
                    + 32 * RoundOff.U * largest
                    + 1e-30 * product
                    + ORACLE_NOISE;
            return OptionalDouble.of(Oracle.ratio(computed, bend, bound));
        };
    }

    /// SphereHessian/S2: (d/2)P_w at φ = 0 and 0 at φ = π, applied to a drawn vector, within the bound.
    public static Check ends(HessianFormula hessian) {
        return draw -> {
            Teacher teacher = draw.teacher();
            double[] x = draw.direction(65);
            Student same = new Student(teacher.w(), draw.unitStudent().a());
            Student opposite = new Student(
                    Vectors.map(entry -> -entry, teacher.w()),
                    draw.unitStudent().a());
            Apfloat half = new Oracle(teacher, same).alignment().divide(Oracle.exact(2));
            Apfloat[] expected = tangentPart(same, x);
            Arrays.setAll(expected, i -> half.multiply(expected[i]));
            double atTeacher = Oracle.normRatio(
                    hessian.times(teacher, same, x.clone()), expected, SphereHessian.timesError(teacher, same, x));
            double atEnd = Check.over(
                    Vectors.length(hessian.times(teacher, opposite, x.clone())),
                    SphereHessian.timesError(teacher, opposite, x));
            return OptionalDouble.of(Math.max(atTeacher, atEnd));
        };
    }

    /// SphereHessian/S3: Hess · x is within its bound in norm of λ₂ P_w x + (λ₁ − λ₂) (tᵀx/tᵀt) t, with the oracle's
    /// eigenvalues λ₁ on t = P_w w* and λ₂ across.
    public static Check products(HessianFormula hessian) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double[] x = Vectors.map(entry -> 3 * entry, draw.direction(66));
            Apfloat[] eigenvalues = new Oracle(teacher, student).hessianEigenvalues();
            Apfloat[] expected = tangentPart(student, x);
            Apfloat[] toTeacher = tangentPart(student, teacher.w());
            Apfloat square = Oracle.dot(toTeacher, toTeacher);
            Apfloat share = square.signum() == 0
                    ? square
                    : Oracle.dot(toTeacher, Oracle.exact(x))
                            .divide(square)
                            .multiply(eigenvalues[0].subtract(eigenvalues[1]));
            Arrays.setAll(expected, i -> eigenvalues[1].multiply(expected[i]).add(share.multiply(toTeacher[i])));
            double product = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double bound = SphereHessian.timesError(teacher, student, x);
            double ratio =
                    Oracle.normRatio(hessian.times(teacher, student, x.clone()), expected, bound + 1e-150 * product);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, product)));
        };
    }

    /// SphereHessian/S3: both eigenvalues are within the bound.
    public static Check eigenvalues(ScalarFormula along, ScalarFormula across) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            Apfloat[] exact = new Oracle(teacher, student).hessianEigenvalues();
            double ofOracle = Oracle.NOISE * Vectors.length(student.a()) * Vectors.length(teacher.a());
            double bound = SphereHessian.error(teacher, student) + ofOracle;
            double scale = Vectors.length(student.a()) * Vectors.length(teacher.a());
            double ratio = Math.max(
                    Oracle.ratio(along.at(teacher, student), exact[0], bound),
                    Oracle.ratio(across.at(teacher, student), exact[1], bound));
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, scale)));
        };
    }

    /// P_w x in oracle arithmetic.
    private static Apfloat[] tangentPart(Student student, double[] x) {
        Apfloat[] w = Oracle.exact(student.w());
        Apfloat[] part = Oracle.exact(x);
        Apfloat along = Oracle.dot(w, part).divide(Oracle.dot(w, w));
        Arrays.setAll(part, i -> part[i].subtract(along.multiply(w[i])));
        return part;
    }

    /// ‖x − y‖ in oracle arithmetic.
    private static Apfloat distance(double[] x, double[] y) {
        Apfloat[] difference = Oracle.exact(x);
        Arrays.setAll(difference, i -> difference[i].subtract(Oracle.exact(y[i])));
        Apfloat square = Oracle.dot(difference, difference);
        return square.signum() == 0 ? square : ApfloatMath.sqrt(square);
    }
}
