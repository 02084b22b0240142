package lemmata.audit;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.DescentBasin;
import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What the stem DescentBasin claims, as checks of any implementation.
public final class DescentBasinChecks {

    /// The signed distance of a start from the tangent of the stable manifold.
    @FunctionalInterface
    public interface Margin {
        /// Positive where success is predicted.
        Bounded of(DescentBasin basin, Student start);
    }

    private static final Apfloat STEP = new Apfloat("1e-40", Oracle.DIGITS);

    private DescentBasinChecks() {}

    /// DescentBasin/S2: the rates (φ′, x′, y′) of the reduced flow are those of the gradients: P_w∇_wL turns w, ∇_aL
    /// moves x and y.
    ///
    /// @param rates what is made of the rates: nothing, or a slip
    public static Check flow(UnaryOperator<double[]> rates) {
        return draw -> {
            if (draw.p() == 1 || draw.weightScale() != 0) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = new Student(
                    draw.fromOpposite(0.01 + 3.1 * draw.uniform(210)),
                    draw.unitStudent().a());
            double[] parts = ExactVectors.coordinates(Oracle.exact(student.a()), teacher.a());
            Angle angle = Angle.between(student.w(), teacher.w());
            DescentFlow flow = new DescentFlow(Target.of(teacher), DescentFlow.TURN);
            double[] stated = rates.apply(flow.rates(angle.phi(), parts[0], parts[1]));
            double[] turn = TangentGradient.at(teacher, student);
            double phi = Vectors.dot(turn, teacher.w()).doubleValue() / Functions.sin(angle.phi());
            double[] move = ExactVectors.coordinates(Oracle.exact(OutputGradient.at(teacher, student)), teacher.a());
            double size = (Vectors.length(student.a()) + Vectors.length(teacher.a())) * (draw.k() + Math.PI);
            double square = size * Vectors.length(teacher.a());
            double error = 256 * RoundOff.U * size;
            double turned = 256 * RoundOff.U * square / Functions.sin(angle.phi());
            double first = Check.over(Math.abs(stated[1] + move[0]), error);
            double second = Target.of(teacher).across() <= error ? 0 : Check.over(Math.abs(stated[2] + move[1]), error);
            return OptionalDouble.of(Math.max(Check.over(Math.abs(stated[0] - phi), turned), Math.max(first, second)));
        };
    }

    /// DescentBasin/S2: along the direction (1, −s/(μ+λ)·a*) from a saddle, w away from w* and a by its parts with λ₁
    /// along 1 and λ₂ across, the oracle's gradient flow grows at the rate μ > 0: a right eigenvector, and as the
    /// linearised flow is symmetric in (φ, x, y) a left one, whose kernel is the tangent.
    ///
    /// The step is 10⁻⁴⁰. The errors of φ_c and of placing w there (40u) count at most 4/ψ_c times, what is left of
    /// aᵀa* at most 2ψ_c/2π times. In every second case, for ψ_c ≥ 10⁻³ and ‖a*‖ of size 1 or less: μ grows like ‖a*‖
    /// only, aᵀa* like its square.
    public static Check eigenpair(Function<Teacher, Optional<DescentBasin>> basin) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<DescentBasin> found = basin.apply(teacher);
            boolean meets = draw.weightScale() <= 0 && draw.uniform(213) < 0.5;
            if (!meets || found.isEmpty() || found.get().saddle().psi() < 1e-3) {
                return OptionalDouble.empty();
            }
            double psi = found.get().saddle().psi();
            double rate = found.get().rate();
            double slope = found.get().slope();
            double mean = Vectors.sum(teacher.a()).doubleValue() / draw.k();
            double first = rate + (Math.PI - 1 + draw.k()) / (2 * Math.PI);
            double second = rate + (Math.PI - 1) / (2 * Math.PI);
            double[] e = Vectors.map(entry -> -slope * (mean / first + (entry - mean) / second), teacher.a());
            Student saddle = CriticalPoints.saddle(teacher, draw.fromOpposite(psi));
            double[] away = Vectors.map(entry -> -entry, teacher.w());
            Oracle ahead = moved(teacher, saddle, STEP, away, e);
            Oracle behind = moved(teacher, saddle, STEP.negate(), away, e);
            double turn = turning(ahead, teacher)
                    .subtract(turning(behind, teacher))
                    .divide(STEP)
                    .doubleValue();
            Apfloat[] moves = ExactVectors.scaled(
                    ExactVectors.minus(behind.outputGradient(), ahead.outputGradient()),
                    Oracle.exact(0.5).divide(STEP));
            Apfloat[] expected = ExactVectors.scaled(Oracle.exact(e), Oracle.exact(rate));
            double tilt = (CriticalPoints.saddleAngleError(found.get().saddle()) + 40 * RoundOff.U) * 4 / psi;
            double size = Vectors.length(teacher.a());
            double aligned = CriticalPoints.saddleError(teacher) * size + tilt * psi * slope * size * size * 4;
            double turned = (2 * tilt + 256 * RoundOff.U) * rate + aligned * psi;
            double moved = (2 * tilt + (256 + 4 * draw.k()) * RoundOff.U) * slope * size;
            double off = ExactVectors.length(ExactVectors.minus(moves, expected));
            boolean positive = rate > 0;
            double ratio = Math.max(Math.abs(turn / 2 - rate) / turned, off / moved);
            return OptionalDouble.of(positive ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// DescentBasin/S2, S4: the margin is within its bound of the formula in the oracle's arithmetic, with φ_c and μ by
    /// Newton steps there. In every second case.
    public static Check margin(Margin margin) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Optional<DescentBasin> basin = DescentBasin.of(teacher);
            if (basin.isEmpty() || draw.uniform(214) < 0.5) {
                return OptionalDouble.empty();
            }
            Student start = start(draw, teacher);
            Bounded stated = margin.of(basin.get(), start);
            Apfloat exact = ExactBasin.of(teacher, basin.get()).margin(teacher, start);
            return OptionalDouble.of(Oracle.ratio(stated.value(), exact, stated.error()));
        };
    }

    /// DescentBasin/S4: ½ P(|u₁| > cos ψ_c) = ∫₀^ψc sinᵖ⁻² / ∫₀^π sinᵖ⁻² by its recursion in the oracle's arithmetic,
    /// within its bound, in every second case; 0 without saddles, ½ for p = 1.
    public static Check trapLimit(Function<Teacher, Bounded> limit) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Bounded stated = limit.apply(teacher);
            if (draw.p() == 1) {
                return Check.exactly(stated.equals(Bounded.exact(0.5)));
            }
            Optional<DescentBasin> basin = DescentBasin.of(teacher);
            if (basin.isEmpty()) {
                return Check.exactly(stated.equals(Bounded.exact(0)));
            }
            // The recursion loses p log₁₀(1/ψ) digits of 250.
            if (draw.uniform(214) < 0.5
                    || draw.p() * -Functions.log(basin.get().saddle().psi()) > 400) {
                return OptionalDouble.empty();
            }
            Apfloat psi = ExactBasin.of(teacher, basin.get()).psi();
            Apfloat exact =
                    ExactBasin.sinePower(draw.p() - 2, psi).divide(ExactBasin.sinePower(draw.p() - 2, Oracle.pi()));
            double ratio = Oracle.ratio(stated.value(), exact, stated.error());
            return OptionalDouble.of(Math.max(ratio, stated.error() / 0x1p-40));
        };
    }

    private static Student start(Draw draw, Teacher teacher) {
        double any = Math.PI * draw.uniform(211);
        double near = DescentBasin.of(teacher)
                .map(basin -> basin.saddle().psi() * (0.9 + 0.2 * draw.uniform(211)))
                .orElse(any);
        return new Student(
                draw.fromOpposite(draw.uniform(212) < 0.5 ? near : any),
                draw.unitStudent().a());
    }

    /// The oracle at the saddle moved by `step` along the sphere and by `step` e.
    private static Oracle moved(Teacher teacher, Student saddle, Apfloat step, double[] away, double[] e) {
        return new Oracle(teacher, saddle).movedAlongSphere(step, away).movedWeights(step, e);
    }

    /// φ′ = ⟨P_w∇_wL, w*⟩/sin φ.
    private static Apfloat turning(Oracle at, Teacher teacher) {
        Apfloat[] tangent = at.tangentGradient();
        return Oracle.dot(tangent, ExactVectors.unit(teacher.w())).divide(HighPrecision.sin(at.phi()));
    }
}
