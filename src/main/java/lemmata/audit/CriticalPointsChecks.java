package lemmata.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What the stem CriticalPoints claims, as checks of any implementation.
public final class CriticalPointsChecks {

    private CriticalPointsChecks() {}

    /// CriticalPoints/S1: saddles exist exactly where āᵀa* < 0 (p ≥ 2), and there both gradients vanish and aᵀa* = 0;
    /// ψ_c ≤ π/2; where q = 0 it is π/2 within its bound, and where the level of g is below 1 by more than 64u it is
    /// less.
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
            if (angle.isEmpty()) {
                return OptionalDouble.of(0);
            }
            double below = Oracle.exact(1).subtract(Oracle.saddleLevel(teacher)).doubleValue();
            double reach = Math.PI / 2 - angle.get().psi();
            boolean inRange = reach >= 0 && (below <= 64 * RoundOff.U || reach > 0);
            boolean atRight = below > 0 || reach <= CriticalPoints.saddleAngleError(angle.get());
            return inRange && atRight ? stationary(draw, teacher, angle.get()) : Check.exactly(false);
        };
    }

    /// CriticalPoints/S1, completeness: over a drawn filter at an angle in (0, π) the one a with ∇_a L = 0 has
    /// aᵀa* > 0 for φ < φ_c and for every φ where there are no saddles, aᵀa* < 0 for φ > φ_c. So the tangent gradient
    /// vanishes at φ_c only.
    ///
    /// Half of the angles are within a factor 1 ± 10⁻ⁿ, n in (0, 9), of ψ_c.
    public static Check complete(
            Function<Teacher, Optional<Angle>> saddleAngle, BiFunction<Teacher, double[], Student> equilibrium) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Optional<Angle> saddle = saddleAngle.apply(teacher);
            double offset = Functions.exp(-21 * draw.uniform(84)) * (draw.uniform(85) < 0.5 ? -1 : 1);
            double psi = saddle.isPresent() && draw.uniform(86) < 0.5
                    ? saddle.get().psi() * (1 + offset)
                    : Math.PI * draw.uniform(87);
            Student still = equilibrium.apply(teacher, draw.fromOpposite(psi));
            Oracle oracle = new Oracle(teacher, still);
            double weights = CriticalPoints.saddleError(teacher);
            double gradient = length(oracle.outputGradient()) / (weights * (draw.k() + Math.PI) / 6);
            Apfloat angle = Oracle.pi().subtract(oracle.phi());
            boolean turnsBack = saddle.isPresent()
                    && angle.compareTo(Oracle.exact(saddle.get().psi())) < 0;
            double alignment = oracle.alignment().doubleValue();
            double size = Vectors.length(teacher.a());
            double slack = weights * size
                    + saddle.map(at -> turned(at, size, CriticalPoints.saddleAngleError(at)))
                            .orElse(0.0);
            return OptionalDouble.of(Math.max(gradient, (turnsBack ? alignment : -alignment) / slack));
        };
    }

    /// CriticalPoints/S1, completeness: away from the listed points one of the gradients is not zero.
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

    /// CriticalPoints/S2: the second difference of the oracle's loss along η = t/‖t‖ in w and e = ψ_c sin ψ_c M⁻¹a* in
    /// a is negative and the stated −(ψ_c sin ψ_c)² a*ᵀM⁻¹a*/2π; for ψ_c ≥ 10⁻³, where it stands clear of round-off.
    ///
    /// The step is 10⁻⁴⁰, truncation and noise are below 10⁻³⁰‖a*‖². The errors of φ_c and of placing w there (40u)
    /// count at most 4/ψ_c times in the value, the doubles of e in second order, and what is left of aᵀa* bends the
    /// ww-block by at most 2ψ_c/2π times itself.
    public static Check strictSaddle(Function<Teacher, Optional<Angle>> saddleAngle) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<Angle> angle = saddleAngle.apply(teacher);
            if (angle.isEmpty() || angle.get().psi() < 1e-3) {
                return OptionalDouble.empty();
            }
            double psi = angle.get().psi();
            double slope = psi * Functions.sin(psi);
            double top = Math.PI - 1 + draw.k();
            double mean = Vectors.sum(teacher.a()).doubleValue() / top;
            double[] e = Vectors.map(entry -> slope * (entry - mean) / (Math.PI - 1), teacher.a());
            Oracle saddle = new Oracle(teacher, CriticalPoints.saddle(teacher, draw.fromOpposite(psi)));
            double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
            double stated = -(slope * slope) * square * (1 - teacher.q() / top) / (Math.PI - 1) / (2 * Math.PI);
            double tilt = CriticalPoints.saddleAngleError(angle.get()) + 40 * RoundOff.U;
            double size = Math.sqrt(square);
            double aligned = CriticalPoints.saddleError(teacher) * size + turned(angle.get(), size, tilt);
            double bound = (4 * tilt / psi + 32 * RoundOff.U) * -stated + aligned * psi / Math.PI + 1e-30 * square;
            Apfloat curvature = secondDifference(saddle, teacher.w(), e);
            double ratio = Oracle.ratio(stated, curvature, bound);
            return OptionalDouble.of(curvature.signum() < 0 ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// CriticalPoints/S3: ψ_c is within its bound of the root of v(ψ) = G, and φ_c within that and 3u φ_c of the rest
    /// of π. One Newton step in oracle arithmetic from a value within 10⁻¹² gives the root to 10⁻²³.
    public static Check saddleAccuracy(Function<Teacher, Optional<Angle>> saddleAngle) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<Angle> angle = saddleAngle.apply(teacher);
            if (angle.isEmpty()) {
                return OptionalDouble.empty();
            }
            double psi = angle.get().psi();
            double phi = angle.get().phi();
            Apfloat slope = Oracle.exact(psi * Functions.sin(psi));
            Apfloat excess = Oracle.v(Oracle.exact(psi)).subtract(Oracle.saddleLevel(teacher));
            Apfloat root = Oracle.exact(psi).subtract(excess.divide(slope));
            double bound = CriticalPoints.saddleAngleError(angle.get());
            double ratio = Math.max(
                    Oracle.ratio(psi, root, bound * (1 + 0x1p-20)),
                    Oracle.ratio(phi, Oracle.pi().subtract(root), bound + 3 * RoundOff.U * phi));
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, psi)));
        };
    }

    /// CriticalPoints/S3, LocalMinimality/S3: the weights of lowest loss over w, M⁻¹(11ᵀ + (g−1)I)a*, are within their
    /// bound in norm, at the saddles' angle in half of the cases.
    public static Check equilibrium(
            BiFunction<Teacher, double[], Student> formula, ToDoubleBiFunction<Teacher, Angle> error) {
        return draw -> {
            Teacher teacher = draw.teacher();
            if (draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            boolean atSaddle = draw.uniform(88) < 0.5;
            double psi = CriticalPoints.saddleAngle(teacher)
                    .filter(angle -> atSaddle)
                    .map(Angle::psi)
                    .orElse(Math.PI * draw.uniform(89));
            Student lowest = formula.apply(teacher, draw.fromOpposite(psi));
            Apfloat g = Oracle.g(new Oracle(teacher, lowest).phi());
            double bound = error.applyAsDouble(teacher, Angle.between(lowest.w(), teacher.w()));
            double ratio = Oracle.normRatio(lowest.a(), equilibrium(teacher, g), bound);
            double scale = Vectors.length(teacher.a()) * draw.k();
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, scale)));
        };
    }

    /// M⁻¹(11ᵀ + (g−1)I)a* entry by entry: M⁻¹u = (u − (1ᵀu/(π−1+k))1)/(π−1).
    private static Apfloat[] equilibrium(Teacher teacher, Apfloat g) {
        Apfloat[] u = Oracle.exact(teacher.a());
        Apfloat less = Oracle.pi().subtract(Oracle.exact(1));
        Apfloat sum = Arrays.stream(u).reduce(Oracle.exact(0), Apfloat::add);
        Arrays.setAll(u, j -> sum.add(g.subtract(Oracle.exact(1)).multiply(u[j])));
        Apfloat total = Arrays.stream(u).reduce(Oracle.exact(0), Apfloat::add);
        Apfloat mean = total.divide(less.add(Oracle.exact(u.length)));
        Arrays.setAll(u, j -> u[j].subtract(mean).divide(less));
        return u;
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
        double aligned = weights * size + turned(angle, size, tilt);
        double tangent = Vectors.length(TangentGradient.at(teacher, saddle));
        double turned = TangentGradient.error(teacher, saddle) + aligned;
        return OptionalDouble.of(Math.max(
                Check.over(output, allowed), Math.max(Check.over(alignment, aligned), Check.over(tangent, turned))));
    }

    /// What an error `tilt` of the angle does to aᵀa* = B − (π−g)τ at a saddle: ψ sin ψ τ, τ ≤ ‖a*‖²/(π−1).
    private static double turned(Angle saddle, double size, double tilt) {
        return tilt * saddle.psi() * Functions.sin(saddle.psi()) * size * size / (Math.PI - 1);
    }

    /// [F(h) − 2F(0) + F(−h)]/h² for F(h) the loss at angle h from w towards `direction` and at a + h e.
    private static Apfloat secondDifference(Oracle at, double[] direction, double[] e) {
        Apfloat step = new Apfloat("1e-40", Oracle.DIGITS);
        Apfloat sum = Oracle.exact(0);
        for (Apfloat h : new Apfloat[] {step, step.negate()}) {
            sum = sum.add(at.movedAlongSphere(h, direction).movedWeights(h, e).loss());
        }
        Apfloat centre = at.movedAlongSphere(Oracle.exact(0), direction).loss();
        return sum.subtract(centre.multiply(Oracle.exact(2))).divide(step).divide(step);
    }

    private static double length(Apfloat[] x) {
        return Math.sqrt(Oracle.dot(x, x).doubleValue());
    }
}
