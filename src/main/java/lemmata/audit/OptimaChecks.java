package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What the stems GlobalOptimum and SpuriousOptimum claim, as checks of any implementation.
public final class OptimaChecks {

    private OptimaChecks() {}

    /// GlobalOptimum/S1: L ≥ 0 everywhere, and L(w*, a*) = 0 up to what ‖w*‖ ≠ 1 in doubles costs: with r = 1 + e
    /// the loss at (w*, a*) is e²(s*² + (π−1)‖a*‖²)/4π, |e| ≤ 8u.
    public static Check zeroAtOptimum(Function<Teacher, Student> optimum) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student best = optimum.apply(teacher);
            double unit = Spaces.UNIT_TOLERANCE * Spaces.UNIT_TOLERANCE;
            double allowed = unit * squaredTarget(teacher) + PopulationLoss.error(teacher, best);
            double ratio = Check.over(PopulationLoss.at(teacher, best), allowed);
            return OptionalDouble.of(PopulationLoss.at(teacher, draw.student()) >= 0 ? ratio : Double.NaN);
        };
    }

    /// GlobalOptimum/S2: away from the optimum the loss is positive, beyond its bound; along (c w*, a*/c) it is
    /// zero.
    public static Check uniqueZero(ScalarFormula loss) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Student student = draw.unitStudent();
            double c = 1 + draw.uniform(71);
            Student scaled = new Student(
                    Vectors.map(entry -> c * entry, teacher.w()), Vectors.map(entry -> entry / c, teacher.a()));
            double roundOff = 2 * Spaces.UNIT_TOLERANCE;
            double allowed = roundOff * roundOff * squaredTarget(teacher) + PopulationLoss.error(teacher, scaled);
            boolean zero = loss.at(teacher, scaled) <= allowed;
            boolean same = student.equals(GlobalOptimum.of(teacher)) || isOptimum(teacher, student);
            return Check.exactly(zero && (same || loss.at(teacher, student) > PopulationLoss.error(teacher, student)));
        };
    }

    /// GlobalOptimum/S3: the quadratic lower bound holds, and is met at (−w*, −a*) if s* = 0; for k = 1 the bound
    /// with 1/8 in the place of (π−2)/8π, which is π/(π−2) times it, holds and is met there.
    public static Check lowerBound(ScalarFormula bound) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double sharp = draw.k() == 1 ? Math.PI / (Math.PI - 2) : 1;
            double slack = lowerBoundSlack(teacher, student, sharp);
            double below = (sharp * bound.at(teacher, student) - PopulationLoss.at(teacher, student)) / slack;
            double above = Math.max(below, Check.worth(draw, slack, size(teacher, student)));
            if (draw.target() != Draw.Target.SUM_ZERO && draw.k() > 1) {
                return OptionalDouble.of(above);
            }
            Student worst =
                    new Student(Vectors.map(entry -> -entry, teacher.w()), Vectors.map(entry -> -entry, teacher.a()));
            double gap = Math.abs(sharp * bound.at(teacher, worst) - PopulationLoss.at(teacher, worst));
            return OptionalDouble.of(Math.max(above, gap / lowerBoundSlack(teacher, worst, sharp)));
        };
    }

    /// GlobalOptimum/S4: by second differences of the oracle with step 10⁻³⁰ from (w*, a*), the Hessian on a drawn
    /// tangent vector η, on a drawn x in R^k, and on both at once: ‖a*‖²/2 for ‖η‖ = 1, positive iff a* ≠ 0, c xᵀx
    /// + (1ᵀx)²/2π, and their sum.
    public static Check curvature(ToDoubleFunction<Teacher> filterCurvature, DoubleSupplier outputCurvature) {
        return draw -> {
            Teacher teacher = draw.teacher();
            double size = draw.target() == Draw.Target.ZERO ? 1 : Vectors.length(teacher.a()) / Math.sqrt(draw.k());
            double[] x = Vectors.map(entry -> size * entry, draw.gaussians(79, draw.k()));
            double constant = outputCurvature.getAsDouble();
            Apfloat square = Oracle.dot(Oracle.exact(x), Oracle.exact(x));
            Apfloat output = secondDifference(draw, false, x);
            double worst =
                    Oracle.ratio(constant, curvatureAcross(x, output, square), RoundOff.U * 2 * Math.abs(constant));
            if (draw.p() == 1) {
                return OptionalDouble.of(worst);
            }
            double stated = filterCurvature.applyAsDouble(teacher);
            Apfloat filter = secondDifference(draw, true, new double[draw.k()]);
            worst = Math.max(worst, Oracle.ratio(stated, filter, 6 * RoundOff.U * Math.abs(stated)));
            Apfloat mixed = secondDifference(draw, true, x).subtract(filter).subtract(output);
            worst = Math.max(worst, Oracle.ratio(0, mixed, 0x1p-80 * size * size * draw.k()));
            boolean definite = stated > 0 && filter.signum() > 0;
            return OptionalDouble.of(definite == (draw.target() != Draw.Target.ZERO) ? worst : Double.NaN);
        };
    }

    /// SpuriousOptimum/S2: both gradients vanish at (−w*, ā), within their bounds and the effect of rounding ā.
    public static Check stationary(Function<Teacher, Student> spurious) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student point = spurious.apply(teacher);
            double[] gradient = OutputGradient.at(teacher, point);
            double[] allowed = OutputGradient.error(teacher, point);
            double[] rounding = SpuriousOptimum.weightsError(teacher);
            double total = Vectors.sum(rounding).doubleValue();
            double worst = 0;
            for (int j = 0; j < gradient.length; j++) {
                double moved = (total + (Math.PI - 1) * rounding[j]) / (2 * Math.PI) * (1 + 0x1p-20);
                worst = Math.max(worst, Math.abs(gradient[j]) / (allowed[j] + moved));
            }
            double filter = Vectors.length(FilterGradient.at(teacher, point));
            double most = Vectors.length(rounding) * (draw.k() + Math.PI) / 6 * Vectors.length(point.a());
            double slack = Vectors.length(FilterGradient.error(teacher, point)) + most;
            return OptionalDouble.of(Math.max(worst, Check.over(filter, slack)));
        };
    }

    /// SpuriousOptimum/S3: the spurious loss is beyond its bound above 0 unless a* = 0, where it is 0.
    public static Check spuriousLossIsPositive(ToDoubleFunction<Teacher> loss) {
        return draw -> {
            double value = loss.applyAsDouble(draw.teacher());
            boolean zero = draw.target() == Draw.Target.ZERO;
            return Check.exactly(zero ? value == 0 : value > SpuriousOptimum.lossError(draw.teacher()));
        };
    }

    /// SpuriousOptimum/S5: ā, its loss and āᵀa* are within their bounds.
    public static Check spuriousAccuracy(
            Function<Teacher, Student> spurious, ToDoubleFunction<Teacher> loss, ToDoubleFunction<Teacher> alignment) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Oracle oracle = new Oracle(teacher, draw.student());
            double weights = Oracle.ratio(
                    spurious.apply(teacher).a(), oracle.spuriousWeights(), SpuriousOptimum.weightsError(teacher));
            double value = Oracle.ratio(
                    loss.applyAsDouble(teacher), oracle.atSpurious().loss(), SpuriousOptimum.lossError(teacher));
            double inner = Oracle.ratio(
                    alignment.applyAsDouble(teacher),
                    oracle.spuriousAlignment(),
                    SpuriousOptimum.alignmentError(teacher));
            double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
            double worth = Math.max(
                    Check.worth(
                            draw, Vectors.length(SpuriousOptimum.weightsError(teacher)), Math.sqrt(square * draw.k())),
                    Check.worth(
                            draw,
                            SpuriousOptimum.lossError(teacher) + SpuriousOptimum.alignmentError(teacher),
                            square * draw.k()));
            return OptionalDouble.of(Math.max(worth, Math.max(weights, Math.max(value, inner))));
        };
    }

    private static double lowerBoundSlack(Teacher teacher, Student student, double sharp) {
        double rounding = sharp == 1 ? 0 : 8 * RoundOff.U * sharp * GlobalOptimum.lowerBound(teacher, student);
        return PopulationLoss.error(teacher, student)
                + sharp * GlobalOptimum.lowerBoundError(teacher, student)
                + rounding;
    }

    /// (xᵀHx − (1ᵀx)²/2π)/xᵀx: for the Hessian M/2π in a it is the eigenvalue on the complement of 1.
    private static Apfloat curvatureAcross(double[] x, Apfloat bend, Apfloat square) {
        Apfloat sum = Oracle.dot(Oracle.exact(x), Oracle.exact(Vectors.map(entry -> 1, x)));
        Apfloat share = sum.multiply(sum).divide(Oracle.pi().multiply(Oracle.exact(2)));
        return bend.subtract(share).divide(square);
    }

    /// [L(h) + L(−h)]/h², h = 10⁻³⁰, for the oracle's loss along (w* turned by h where asked for, a* + hx), which
    /// is 0 at h = 0. In the angle the loss has a term |h|³, so the value is within a relative h or so of the
    /// Hessian.
    private static Apfloat secondDifference(Draw draw, boolean turned, double[] x) {
        Oracle optimum = new Oracle(draw.teacher(), GlobalOptimum.of(draw.teacher()));
        Apfloat h = new Apfloat("1e-30", Oracle.DIGITS);
        Apfloat turn = turned ? h : Oracle.exact(0);
        Apfloat both = along(optimum, draw, turn, h, x).add(along(optimum, draw, turn.negate(), h.negate(), x));
        return both.divide(h.multiply(h));
    }

    /// The loss at angle `turn` from w*, which becomes a unit vector on the way, and at a* + step · x; for p = 1 it
    /// is one.
    private static Apfloat along(Oracle optimum, Draw draw, Apfloat turn, Apfloat step, double[] x) {
        Oracle moved = optimum.movedWeights(step, x);
        return draw.p() == 1
                ? moved.loss()
                : moved.movedAlongSphere(turn, draw.direction(80)).loss();
    }

    private static boolean isOptimum(Teacher teacher, Student student) {
        boolean sameWeights = student.a().length == teacher.a().length
                && new Oracle(teacher, student).squaredDistance().doubleValue()
                        <= 0x1p-90 * Vectors.dot(teacher.a(), teacher.a()).doubleValue();
        return sameWeights && Angle.between(student.w(), teacher.w()).phi() < 0x1p-45;
    }

    /// k(r‖a‖ + ‖a*‖)², the natural scale of a loss.
    static double size(Teacher teacher, Student student) {
        return 2 * (squared(student) + squaredTarget(teacher));
    }

    static double squared(Student student) {
        double size = Vectors.length(student.w()) * Vectors.length(student.a());
        return size * size * student.k();
    }

    static double squaredTarget(Teacher teacher) {
        return Vectors.dot(teacher.a(), teacher.a()).doubleValue() * teacher.k();
    }
}
