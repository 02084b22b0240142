package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// What dynamics.GradientDescent claims of single steps, as checks of any implementation; for the loss see
/// [DescentLossChecks].
public final class DescentChecks {

    /// GD by a gradient: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Maker {
        /// The algorithm.
        Algorithm of(Gradient gradient);
    }

    private DescentChecks() {}

    /// S1: with a drawn gradient, whatever it is, the step is a − ηg_a and Π(w − η(g_w − (wᵀg_w)w)) within rounding.
    public static Check step(Maker maker) {
        return draw -> {
            Student from = draw.unscaled().unitStudent();
            Slope slope = new Slope(
                    Spaces.filterDisplacement("slope", draw.gaussians(311, draw.p())),
                    Spaces.output("slope", draw.gaussians(312, draw.k())));
            double eta = eta(draw);
            Student after = maker.of((at, trial, step) -> slope).step(from, quiet(eta), 0, 0);
            ExactSlope exact = new ExactSlope(Oracle.exact(slope.w()), Oracle.exact(slope.a()));
            double[] none = new double[draw.k()];
            return OptionalDouble.of(ratio(after, exact.step(from, eta), eta, Vectors.length(slope.w()), 0, none));
        };
    }

    /// S1: |‖w‖ − 1| ≤ (p/2 + 4)u after twenty steps, and after each of them.
    public static Check onSphere(Maker maker) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student at = draw.unscaled().unitStudent();
            Algorithm descent = maker.of(new PopulationGradient(teacher, PopulationGradientChecks.reading(draw)));
            double worst = 0;
            for (int t = 0; t < 20 && worst <= 1; t++) {
                at = descent.step(at, quiet(0.3), 0, t);
                double excess = Vectors.norm(at.w()).subtract(1).doubleValue();
                worst = Math.max(worst, Math.abs(excess) / sphereError(draw.p()));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S3: (w*, a*) and (−w*, ā) stay where they are, within rounding.
    public static Check rests(Maker maker) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            double[] error = SpuriousOptimum.weightsError(teacher);
            double top = (Math.PI - 1 + draw.k()) / (2 * Math.PI);
            Student best = new Student(teacher.w(), teacher.a());
            return OptionalDouble.of(Math.max(
                    moved(maker, draw, best, 0),
                    moved(maker, draw, SpuriousOptimum.of(teacher), top * Vectors.length(error))));
        };
    }

    /// How far a step goes over what rounding, and a gradient of that norm, allow.
    private static double moved(Maker maker, Draw draw, Student from, double slope) {
        Teacher teacher = draw.unscaled().teacher();
        double eta = eta(draw);
        PopulationGradient gradient = new PopulationGradient(teacher, PopulationGradientChecks.reading(draw));
        Student after = maker.of(gradient).step(from, quiet(eta), 0, 0);
        double output =
                eta * (slope + Vectors.length(gradient.outputError(from))) + RoundOff.U * Vectors.length(after.a());
        double length = Vectors.length(gradient.at(from, 0, 0).w());
        double filter = filterBound(draw.p(), eta, length, Vectors.length(gradient.filterError(from)), 1);
        return Math.max(
                Check.over(distance(after.a(), from.a()), output), Check.over(distance(after.w(), from.w()), filter));
    }

    /// S4: exchanging and negating coordinates of w and w*, and exchanging patches in a and a*, does the same to the
    /// step, within rounding.
    public static Check symmetric(Maker maker) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student from = draw.unscaled().unitStudent();
            double eta = eta(draw);
            Teacher turned =
                    new Teacher(Spaces.unit("w", turned(teacher.w())), Spaces.output("a", reversed(teacher.a())));
            Student start = new Student(Spaces.filter("w", turned(from.w())), Spaces.output("a", reversed(from.a())));
            PopulationGradient gradient = new PopulationGradient(teacher, PopulationGradientChecks.reading(draw));
            PopulationGradient other = new PopulationGradient(turned, PopulationGradientChecks.reading(draw));
            Student one = maker.of(gradient).step(from, quiet(eta), 0, 0);
            Student two = maker.of(other).step(start, quiet(eta), 0, 0);
            double length = Vectors.length(gradient.at(from, 0, 0).w());
            double filter = filterBound(draw.p(), eta, length, Vectors.length(gradient.filterError(from)), 1);
            double output = eta * Vectors.length(gradient.outputError(from)) + RoundOff.U * Vectors.length(one.a());
            return OptionalDouble.of(Math.max(
                    Check.over(distance(turned(one.w()), two.w()), 2 * filter),
                    Check.over(distance(reversed(one.a()), two.a()), 2 * output)));
        };
    }

    /// Error over bound of a step against the exact one; the gradient has that norm, its error these bounds.
    static double ratio(
            Student after, ExactSlope.Step exact, double eta, double length, double filterError, double[] outputError) {
        double[] output = Vectors.map(
                (entry, error) -> RoundOff.U * Math.abs(entry) + eta * error + RoundOff.UNDERFLOW,
                after.a(),
                outputError);
        double filter = filterBound(after.p(), eta, length, filterError, exact.length());
        return Math.max(Oracle.ratio(after.a(), exact.a(), output), Oracle.normRatio(after.w(), exact.w(), filter));
    }

    /// Error of the filter after a step: before Π v errs by η((p+2)u‖g‖ + error) + u‖v‖, and ‖x/‖x‖ − y/‖y‖‖ ≤
    /// 2‖x − y‖/‖x‖.
    static double filterBound(int p, double eta, double length, double error, double moved) {
        return 2 * (eta * ((p + 2) * RoundOff.U * length + error) / moved + RoundOff.U) + sphereError(p);
    }

    /// (p/2 + 4)u.
    static double sphereError(int p) {
        return (0.5 * p + 4) * RoundOff.U;
    }

    /// A stage without noise.
    static Stage quiet(double eta) {
        return new Stage(0, 0, eta, 1);
    }

    /// Between 1/400 and 7.
    static double eta(Draw draw) {
        return Functions.exp(8 * draw.uniform(313) - 6);
    }

    static double distance(double[] x, double[] y) {
        return Vectors.length(Vectors.map((first, second) -> first - second, x, y));
    }

    /// The entries from last to first, every second one negated.
    private static double[] turned(double[] x) {
        double[] result = reversed(x);
        for (int i = 0; i < result.length; i += 2) {
            result[i] = -result[i];
        }
        return result;
    }

    private static double[] reversed(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[x.length - 1 - i];
        }
        return result;
    }
}
