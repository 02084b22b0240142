package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.PopulationGradient;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// What dynamics.PopulationGradient claims, as checks of any implementation.
public final class PopulationGradientChecks {

    /// A gradient by teacher and reading: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Maker {
        /// The gradient.
        Gradient of(Teacher teacher, Reading reading);
    }

    private PopulationGradientChecks() {}

    /// S1: under RADIAL × NETWORK it is the gradient of loss.OutputGradient and loss.FilterGradient at any student,
    /// within the bounds of all.
    public static Check isTheLossGradient(Maker maker) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student at = draw.student();
            Slope slope = maker.of(teacher, Reading.POSTER).at(at, 0, 0);
            PopulationGradient own = new PopulationGradient(teacher, Reading.POSTER);
            double output = worst(
                    slope.a(), OutputGradient.at(teacher, at), own.outputError(at), OutputGradient.error(teacher, at));
            double filter = worst(
                    slope.w(), FilterGradient.at(teacher, at), own.filterError(at), FilterGradient.error(teacher, at));
            return OptionalDouble.of(Math.max(output, filter));
        };
    }

    /// S1: on the sphere every reading has ∇_a of loss.OutputGradient and P_w∇_w of loss.TangentGradient.
    public static Check agreesOnTheSphere(Maker maker) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student at = draw.unscaled().unitStudent();
            double worst = 0;
            for (Reading reading : Reading.all()) {
                Slope slope = maker.of(teacher, reading).at(at, 0, 0);
                PopulationGradient own = new PopulationGradient(teacher, reading);
                double output = worst(
                        slope.a(),
                        OutputGradient.at(teacher, at),
                        own.outputError(at),
                        OutputGradient.error(teacher, at));
                double[] gap = Vectors.map(
                        (x, y) -> x - y, Vectors.rejection(at.w(), slope.w()), TangentGradient.at(teacher, at));
                double allowed = Vectors.length(own.filterError(at))
                        + TangentGradient.error(teacher, at)
                        + 0x1p-50 * Vectors.length(slope.w());
                worst = Math.max(worst, Math.max(output, Check.over(Vectors.length(gap), allowed)));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S1, S2: every entry of every reading is within its bound of the reading's formula in 250 digits, and the bound
    /// is worth having.
    public static Check accuracy(Maker maker) {
        return draw -> {
            Teacher teacher = draw.teacher();
            Student at = draw.student();
            Reading reading = reading(draw);
            PopulationGradient own = new PopulationGradient(teacher, reading);
            Slope slope = maker.of(teacher, reading).at(at, 0, 0);
            ExactSlope exact = ExactSlope.of(reading, teacher, at);
            double ratio = Math.max(
                    Oracle.ratio(slope.a(), exact.a(), own.outputError(at)),
                    Oracle.ratio(slope.w(), exact.w(), own.filterError(at)));
            double r = Vectors.length(at.w());
            double spread = Math.max(r, 1) * Vectors.length(at.a()) + Vectors.length(teacher.a());
            double size = (draw.k() + draw.p()) * (double) draw.k();
            double output = Check.worth(draw, Vectors.length(own.outputError(at)), size * Math.max(r, 1) * spread);
            double filter = Check.worth(
                    draw,
                    Vectors.length(own.filterError(at)),
                    size * Math.max(1, 1 / r) * Vectors.length(at.a()) * spread);
            return OptionalDouble.of(Math.max(ratio, Math.max(output, filter)));
        };
    }

    /// One of the six.
    static Reading reading(Draw draw) {
        return Reading.all().get((int) (6 * draw.uniform(301)));
    }

    private static double worst(double[] x, double[] y, double[] first, double[] second) {
        double worst = x.length == y.length ? 0 : Double.NaN;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Check.over(Math.abs(x[i] - y[i]), first[i] + second[i]));
        }
        return worst;
    }
}
