package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.dynamics.Contraction;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.OutputGradient;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What dynamics.Contraction claims of single steps, and of what couples them, as checks of any implementation.
public final class ContractionChecks {

    /// The bound on a squared error after one step.
    @FunctionalInterface
    public interface Step {
        /// Its value from x, η, c, γ, B.
        double after(double square, double eta, double c, double gamma, double slope);
    }

    private static final Apfloat ONE = Oracle.exact(1);

    private ContractionChecks() {}

    /// S1: for drawn a, a*, G, η, c, with the least γ and B that the two conditions allow, the squared error after the
    /// step is the bound: the inequality, and that nothing in it can be left out.
    public static Check outputStep(Step step) {
        return draw -> {
            double[] a = draw.gaussians(401, draw.k());
            double[] b = draw.gaussians(402, draw.k());
            double[] slope = draw.gaussians(403, draw.k());
            Case here = new Case(Oracle.exact(a), Oracle.exact(b), Oracle.exact(slope), eta(draw), rate(draw));
            double claimed = here.after(step);
            return OptionalDouble.of(Oracle.ratio(claimed, here.squareAfter(), here.allowed(0)));
        };
    }

    /// S1 for gradient descent: with any c_a below the limit of C2 and its γ_a, and B = ‖∇_a L‖², no step from a drawn
    /// student takes ‖a−a*‖² above the bound.
    public static Check descentStep(Step step) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student student = draw.unscaled().unitStudent();
            Angle angle = Angle.between(student.w(), teacher.w());
            Bounded none = Bounded.exact(0);
            Bounded deficit = new Bounded(AngleKernel.piMinusG(angle), AngleKernel.piMinusGError(angle));
            OutputDissipativity condition =
                    new OutputDissipativity(Target.of(teacher), new NoiseMoments(none, none, deficit, none));
            double ca = condition.limit().low() * draw.uniform(404);
            double gamma = condition.slack(ca).high();
            double[] slope = OutputGradient.at(teacher, student);
            double error = Vectors.length(OutputGradient.error(teacher, student));
            double size = Vectors.length(slope) + error;
            Case here =
                    new Case(Oracle.exact(student.a()), Oracle.exact(teacher.a()), Oracle.exact(slope), eta(draw), ca);
            double square = here.square().doubleValue();
            double claimed = step.after(square, here.eta, ca, gamma, size * size);
            double bound = Contraction.afterError(square, here.eta, ca, gamma, size * size)
                    + 4 * here.eta * error * (Math.sqrt(square) + here.eta * size)
                    + 8 * RoundOff.U * square;
            double excess = here.squareAfter().subtract(Oracle.exact(claimed)).doubleValue();
            return OptionalDouble.of(Check.over(Math.max(excess, 0), bound));
        };
    }

    /// S2: for a drawn x outside the unit ball and a drawn y in it ‖x−y‖² − ‖Π(x)−y‖² is (‖x‖−1)(‖x‖+1−2Π(x)ᵀy), which
    /// is at least (‖x‖−1)².
    public static Check projection(UnaryOperator<double[]> projection) {
        return draw -> {
            double stretch = 1 + Functions.exp(6 * draw.uniform(405) - 5);
            double[] x = Vectors.map(entry -> stretch * entry, draw.direction(406));
            double inside = draw.uniform(407) < 0.5 ? 1 - 0x1p-50 : draw.uniform(408);
            Apfloat[] y = Oracle.exact(Vectors.map(entry -> inside * entry, draw.direction(409)));
            Apfloat[] image = Oracle.exact(projection.apply(x.clone()));
            Apfloat length = norm(Oracle.exact(x));
            Apfloat along = Oracle.dot(ExactVectors.unit(x), y).multiply(Oracle.exact(2));
            Apfloat gain =
                    square(ExactVectors.minus(Oracle.exact(x), y)).subtract(square(ExactVectors.minus(image, y)));
            Apfloat rise = length.subtract(ONE);
            Apfloat stated = rise.multiply(length.add(ONE).subtract(along));
            boolean least = stated.compareTo(rise.multiply(rise)) >= 0;
            double slip = gain.subtract(stated).doubleValue();
            return OptionalDouble.of(least ? Math.abs(slip) / (8 * SphereProjection.ERROR) : Double.POSITIVE_INFINITY);
        };
    }

    /// S2: a step along the sphere and back onto it, from a drawn filter by a drawn tangent gradient, ends within the
    /// bound for the least γ and B that the conditions allow; the doubles of w and of the tangent part are off by a few
    /// u.
    public static Check filterStep(Step step) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            double[] w = draw.unscaled().unitStudent().w();
            double length = draw.p() == 1 ? 0 : 3 * draw.uniform(410);
            double[] side = Vectors.rejection(draw.unscaled().unitStudent().w(), draw.direction(411));
            double[] slope = Vectors.map(entry -> length * entry, side);
            Case here = new Case(
                    ExactVectors.unit(w), ExactVectors.unit(teacher.w()), Oracle.exact(slope), eta(draw), rate(draw));
            Apfloat[] moved = here.moved();
            Apfloat[] put = ExactVectors.scaled(moved, ONE.divide(norm(moved)));
            Apfloat after = ContractionChecks.square(ExactVectors.minus(put, here.goal));
            double slip = 64 * RoundOff.U * (1 + here.eta * length) * (1 + here.eta * length);
            double excess = after.subtract(Oracle.exact(here.after(step))).doubleValue();
            return OptionalDouble.of(Math.max(excess, 0) / here.allowed(slip));
        };
    }

    /// S5: aᵀa* ≥ ‖a*‖² − ‖a*‖ ‖a−a*‖ for drawn weights, with a claimed factor of the last term; equality for a on the
    /// far side of a* along it, in exact arithmetic.
    public static Check alignment(double factor) {
        return draw -> {
            Apfloat[] goal = Oracle.exact(draw.unscaled().teacher().a());
            Apfloat[] any = Oracle.exact(draw.unscaled().unitStudent().a());
            Apfloat[] along = ExactVectors.scaled(goal, Oracle.exact(1 - 2 * draw.uniform(412)));
            double worst = 0;
            for (Apfloat[] a : new Apfloat[][] {any, along}) {
                Apfloat size = ContractionChecks.square(goal);
                Apfloat gap = ContractionChecks.square(ExactVectors.minus(a, goal));
                Apfloat root = size.signum() == 0 || gap.signum() == 0
                        ? Oracle.exact(0)
                        : ApfloatMath.sqrt(size.multiply(gap));
                double below = size.subtract(root.multiply(Oracle.exact(factor)))
                        .subtract(Oracle.dot(a, goal))
                        .doubleValue();
                worst = Math.max(worst, Check.over(Math.max(below, 0), Oracle.NOISE));
            }
            return OptionalDouble.of(worst);
        };
    }

    private static Apfloat square(Apfloat[] x) {
        return Oracle.dot(x, x);
    }

    private static Apfloat norm(Apfloat[] x) {
        return ApfloatMath.sqrt(square(x));
    }

    private static double eta(Draw draw) {
        return Functions.exp(5 * draw.uniform(415) - 4);
    }

    private static double rate(Draw draw) {
        return 2 * draw.uniform(416) - 0.5;
    }

    /// A step in exact arithmetic, with the γ and the B that are just enough for it.
    private record Case(Apfloat[] point, Apfloat[] goal, Apfloat[] slope, double eta, double c) {

        Apfloat square() {
            return ContractionChecks.square(ExactVectors.minus(point, goal));
        }

        Apfloat[] moved() {
            return ExactVectors.minus(point, ExactVectors.scaled(slope, Oracle.exact(eta)));
        }

        Apfloat squareAfter() {
            return ContractionChecks.square(ExactVectors.minus(moved(), goal));
        }

        /// c‖a−a*‖² − ⟨−G, a*−a⟩.
        double gamma() {
            Apfloat inner = Oracle.dot(slope, ExactVectors.minus(point, goal));
            return ExactVectors.rounded(Oracle.exact(c).multiply(square()).subtract(inner));
        }

        double after(Step step) {
            return step.after(
                    ExactVectors.rounded(square()),
                    eta,
                    c,
                    gamma(),
                    ExactVectors.rounded(ContractionChecks.square(slope)));
        }

        /// The bound's own error and the roundings of the three numbers that it is given.
        double allowed(double slip) {
            double error = Contraction.afterError(
                    square().doubleValue(),
                    eta,
                    c,
                    gamma(),
                    ContractionChecks.square(slope).doubleValue());
            return 2 * error + slip;
        }
    }
}
