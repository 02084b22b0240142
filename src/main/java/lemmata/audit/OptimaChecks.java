package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.claim.OutputSpace;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereHessian;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// What the stems GlobalOptimum and SpuriousOptimum claim, as checks of any implementation.
public final class OptimaChecks {

    private OptimaChecks() {}

    /// GlobalOptimum/S1: L ≥ 0 everywhere, and L(w*, a*) = 0 up to what ‖w*‖ ≠ 1 in doubles costs: with r = 1 + e the
    /// loss at (w*, a*) is e²(s*² + (π−1)‖a*‖²)/4π, |e| ≤ 8u.
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

    /// GlobalOptimum/S2: away from the optimum the loss is positive, beyond its bound; along (c w*, a*/c) it is zero.
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

    /// GlobalOptimum/S3: the quadratic lower bound holds, and is met at φ = π, a = −a*, s* = 0.
    public static Check lowerBound(ScalarFormula bound) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student student = draw.student();
            double slack = PopulationLoss.error(teacher, student) + GlobalOptimum.lowerBoundError(teacher, student);
            double below = (bound.at(teacher, student) - PopulationLoss.at(teacher, student)) / slack;
            double above = Math.max(below, Check.worth(draw, slack, size(teacher, student)));
            if (draw.target() != Draw.Target.SUM_ZERO || draw.k() == 1) {
                return OptionalDouble.of(above);
            }
            Student worst =
                    new Student(Vectors.map(entry -> -entry, teacher.w()), Vectors.map(entry -> -entry, teacher.a()));
            double tight = PopulationLoss.error(teacher, worst) + GlobalOptimum.lowerBoundError(teacher, worst);
            double gap = Math.abs(bound.at(teacher, worst) - PopulationLoss.at(teacher, worst));
            return OptionalDouble.of(Math.max(above, gap / tight));
        };
    }

    /// GlobalOptimum/S4: the curvatures are those of the Hessian on the sphere and of the output gradient's linear map.
    public static Check curvature(ToDoubleFunction<Teacher> filterCurvature, double outputCurvature) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student optimum = GlobalOptimum.of(teacher);
            double expected = SphereHessian.across(teacher, optimum);
            double computed = filterCurvature.applyAsDouble(teacher);
            double bound = SphereHessian.error(teacher, optimum) + 6 * RoundOff.U * Math.abs(expected);
            double first = Check.over(Math.abs(computed - expected), bound);
            return OptionalDouble.of(Math.max(first, rayleigh(draw, optimum, outputCurvature)));
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

    /// Whether xᵀHx/xᵀx ≥ the stated least curvature for a drawn x, with equality for x ⟂ 1; H from gradient
    /// differences.
    private static double rayleigh(Draw draw, Student optimum, double outputCurvature) {
        Teacher teacher = draw.teacher();
        double size = Math.max(Vectors.length(teacher.a()), Double.MIN_NORMAL);
        double @OutputSpace [] x = Spaces.output("x", Vectors.map(e -> size / 8 * e, draw.gaussians(79, draw.k())));
        Student moved = new Student(optimum.w(), Vectors.map(Double::sum, optimum.a(), x));
        double square = Vectors.dot(x, x).doubleValue();
        double @OutputSpace [] actual = Vectors.map((after, before) -> after - before, moved.a(), optimum.a());
        double bend = Vectors.dot(actual, OutputGradient.at(teacher, moved)).doubleValue();
        double sum = Vectors.sum(actual).doubleValue();
        double expected = outputCurvature * Vectors.dot(actual, actual).doubleValue() + sum * sum / (2 * Math.PI);
        double bound = Vectors.length(actual) * Vectors.length(OutputGradient.error(teacher, moved))
                + 16 * RoundOff.U * Math.abs(expected)
                + 2 * Spaces.UNIT_TOLERANCE * (draw.k() + 3) * (square + size * Math.sqrt(square));
        return Check.over(Math.abs(bend - expected), bound);
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
