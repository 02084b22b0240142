package lemmata.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import lemmata.claim.OutputSpace;
import lemmata.claim.UnitSphere;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.FilterDegeneracy;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.loss.SphereHessian;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What the stems FilterDegeneracy and CriticalPoints claim, as checks.
public final class DegeneracyChecks {

    private DegeneracyChecks() {}

    /// FilterDegeneracy/S1: where āᵀa* < 0 the growth is that of the oracle's losses and lies between the cubic bounds.
    public static Check cubicGrowth(ToDoubleBiFunction<Teacher, Angle> growth) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.p() == 1 || LocalMinimality.alignmentSign(teacher) >= 0) {
                return OptionalDouble.empty();
            }
            boolean near = draw.uniform(80) < 0.5;
            double psi = near ? Functions.exp(-20 * draw.uniform(81)) : Math.PI * draw.uniform(81);
            double @UnitSphere [] w = draw.fromOpposite(psi);
            Angle angle = Angle.between(w, teacher.w());
            double value = growth.applyAsDouble(teacher, angle);
            double slack = FilterDegeneracy.growthError(teacher, angle) + cubicError(teacher, angle);
            double worth = Check.worth(
                    draw,
                    slack,
                    draw.k() * Vectors.dot(teacher.a(), teacher.a()).doubleValue());
            double below = FilterDegeneracy.lower(teacher, angle) - value;
            double above = value - FilterDegeneracy.upper(teacher, angle);
            return OptionalDouble.of(
                    Math.max(Math.max(worth, grown(teacher, w, value)), Math.max(below, above) / slack));
        };
    }

    /// FilterDegeneracy/S2: at w̄ and any a the Hessian is zero to within its bound, and growth/ψ² falls below every
    /// c > 0: at ψ = 10⁻³ it is at most 10⁻³ of |āᵀa*|/6π.
    public static Check noQuadraticGrowth(SphereChecks.HessianFormula hessian) {
        return draw -> {
            Teacher teacher = draw.teacher();
            double @OutputSpace [] a = draw.unitStudent().a();
            Student opposite = new Student(Vectors.map(entry -> -entry, teacher.w()), a);
            double[] x = Vectors.map(entry -> entry, draw.direction(82));
            double bend = Vectors.length(hessian.times(teacher, opposite, x));
            double allowed = SphereHessian.error(teacher, opposite) + RoundOff.UNDERFLOW;
            Angle near = Angle.ofRadians(Angle.radians(1e-3)).supplement();
            double growth = Math.abs(FilterDegeneracy.growth(teacher, near));
            double quadratic = 1e-6 * Math.abs(SpuriousOptimum.alignment(teacher)) / (6 * Math.PI);
            boolean cubic = growth <= 1.001e-3 * quadratic;
            return OptionalDouble.of(cubic ? Check.over(bend, allowed) : Double.POSITIVE_INFINITY);
        };
    }

    /// CriticalPoints/S1: saddles exist exactly where āᵀa* < 0 (p ≥ 2), and there both gradients vanish and aᵀa* = 0.
    public static Check saddles(Function<Teacher, Optional<Angle>> saddleAngle) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Optional<Angle> angle = saddleAngle.apply(teacher);
            if (angle.isPresent() != LocalMinimality.alignmentSign(teacher) < 0) {
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            }
            return angle.isPresent() ? stationary(draw, teacher, angle.get()) : OptionalDouble.of(0);
        };
    }

    /// CriticalPoints/S1, the other direction: away from the listed points one of the gradients is not zero.
    public static Check nothingElse() {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO || draw.filter() != Draw.Filter.ANY) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            double tangent = Vectors.length(TangentGradient.at(teacher, student));
            double output = Vectors.length(OutputGradient.at(teacher, student));
            boolean filterMoves = tangent > TangentGradient.error(teacher, student);
            boolean weightsMove = output > Vectors.length(OutputGradient.error(teacher, student));
            return Check.exactly(filterMoves || weightsMove);
        };
    }

    /// CriticalPoints/S2: on both sides of the saddle, the lowest point over a slightly turned filter lies below it, by
    /// (Δg)² a*ᵀM⁻¹a*/4π; for ψ_c ≥ 0.2, so that the difference stands clear of both bounds.
    public static Check strictSaddle(Function<Teacher, Optional<Angle>> saddleAngle) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<Angle> angle = saddleAngle.apply(teacher);
            if (angle.isEmpty() || angle.get().psi() < 0.2) {
                return OptionalDouble.empty();
            }
            double psi = angle.get().psi();
            Student saddle = CriticalPoints.saddle(teacher, draw.fromOpposite(psi));
            boolean lower = true;
            for (double turn : new double[] {0.1 * psi, -0.1 * psi}) {
                Student moved = CriticalPoints.saddle(teacher, draw.fromOpposite(psi + turn));
                double slack = PopulationLoss.error(teacher, moved) + PopulationLoss.error(teacher, saddle);
                lower &= PopulationLoss.at(teacher, moved) < PopulationLoss.at(teacher, saddle) - slack;
            }
            return Check.exactly(lower);
        };
    }

    /// CriticalPoints/S3: g at the computed φ_c is the stated level, ψ_c within its bound: the level's sign changes
    /// there.
    public static Check saddleAccuracy(Function<Teacher, Optional<Angle>> saddleAngle) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<Angle> angle = saddleAngle.apply(teacher);
            if (angle.isEmpty()) {
                return OptionalDouble.empty();
            }
            double psi = angle.get().psi();
            Apfloat slope = Oracle.exact(psi * Functions.sin(psi));
            Apfloat excess = Oracle.v(Oracle.exact(psi)).subtract(Oracle.saddleLevel(teacher));
            double bound = CriticalPoints.saddleAngleError(angle.get());
            double ratio = Oracle.ratio(0, excess.divide(slope), bound * (1 + 0x1p-20));
            double weights = CriticalPoints.saddleError(teacher);
            double worth = Math.max(
                    Check.worth(draw, bound, psi), Check.worth(draw, weights, Vectors.length(teacher.a()) * draw.k()));
            return OptionalDouble.of(Math.max(ratio, worth));
        };
    }

    /// The gradients at a saddle over what the errors of a_c, of φ_c and of placing w there (40u) can cause.
    private static OptionalDouble stationary(Draw draw, Teacher teacher, Angle angle) {
        Student saddle = CriticalPoints.saddle(teacher, draw.fromOpposite(angle.psi()));
        double size = Vectors.length(teacher.a());
        double weights = CriticalPoints.saddleError(teacher);
        double tilt = CriticalPoints.saddleAngleError(angle) + 40 * RoundOff.U;
        double output = Vectors.length(OutputGradient.at(teacher, saddle));
        double allowed = Vectors.length(OutputGradient.error(teacher, saddle)) + weights * (draw.k() + Math.PI) / 6;
        double alignment = Math.abs(Vectors.dot(saddle.a(), teacher.a()).doubleValue());
        double slope = angle.psi() * Functions.sin(angle.psi()) * size * size / (Math.PI - 1);
        double aligned = weights * size + tilt * slope;
        double tangent = Vectors.length(TangentGradient.at(teacher, saddle));
        double turned = TangentGradient.error(teacher, saddle) + aligned;
        return OptionalDouble.of(Math.max(
                Check.over(output, allowed), Math.max(Check.over(alignment, aligned), Check.over(tangent, turned))));
    }

    /// |L(w, ā) − L(w̄, ā) − value| over the bounds of all three.
    private static double grown(Teacher teacher, double @UnitSphere [] w, double value) {
        Student spurious = SpuriousOptimum.of(teacher);
        Student moved = new Student(w, spurious.a());
        double seen = PopulationLoss.at(teacher, moved) - SpuriousOptimum.loss(teacher);
        double bound = PopulationLoss.error(teacher, moved)
                + SpuriousOptimum.lossError(teacher)
                + FilterDegeneracy.growthError(teacher, Angle.between(w, teacher.w()))
                + 64 * RoundOff.U * SpuriousOptimum.loss(teacher);
        return Check.over(Math.abs(seen - value), bound);
    }

    private static double cubicError(Teacher teacher, Angle angle) {
        double psi = angle.psi();
        return SpuriousOptimum.alignmentError(teacher) * psi * psi * psi / (6 * Math.PI)
                + 64 * RoundOff.U * FilterDegeneracy.upper(teacher, angle);
    }
}
