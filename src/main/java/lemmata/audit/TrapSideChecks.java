package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// What experiment.TrapPrediction claims of runs of gradient descent: at q = 0 they keep to the side of their start,
/// above the threshold they leave −w*.
public final class TrapSideChecks {

    private static final int STEPS = 40;

    private TrapSideChecks() {}

    /// S4: with 1ᵀa* = 0 and a_0 = 0, φ and a keep to their sides through forty steps: from a start below π/2
    /// towards w* and along a*, from one above away and against it. Rounding: what a step may err, and twice the
    /// angle's own.
    ///
    /// @param eta of the step size allowed, η ≤ 1/λ₂ and η‖a*‖² ≤ 4
    public static Check keepsSides(DescentChecks.Maker maker, double eta) {
        return draw -> {
            double phi = Math.PI * (1 - draw.uniform(5301));
            if (draw.p() == 1 || draw.k() == 1 || Math.abs(phi - Math.PI / 2) < 1e-6) {
                return OptionalDouble.empty();
            }
            Teacher teacher = new Draw(
                            draw.p(), draw.k(), draw.filter(), Draw.Target.SUM_ZERO, draw.weights(), 0, 0, draw.seed())
                    .teacher();
            double size = Vectors.length(teacher.a());
            double limit = Math.min(2 * Math.PI / (Math.PI - 1), 4 / (size * size));
            Stage stage = new Stage(0, 0, eta * limit * (0.1 + 0.9 * draw.uniform(5302)), STEPS);
            Student at = new Student(draw.fromOpposite(Math.PI - phi), Vectors.map(entry -> 0, teacher.a()));
            return OptionalDouble.of(worst(maker, teacher, at, stage, phi < Math.PI / 2 ? 1 : -1));
        };
    }

    /// S5: from next to (−w*, ā), with q at least 1 % above the threshold, φ falls with every step.
    ///
    /// @param offset q over the threshold, less 1, at least
    public static Check leaves(DescentChecks.Maker maker, double offset) {
        return draw -> {
            double threshold = LocalMinimality.threshold(draw.k());
            double q = threshold * (1 + offset) + (draw.k() - threshold * (1 + offset)) * draw.uniform(5304);
            if (draw.p() == 1 || draw.k() < 3 || !(q <= draw.k())) {
                return OptionalDouble.empty();
            }
            Teacher other = Target.of(draw.k(), q, 0.5 + draw.uniform(5305)).teacher(1);
            Teacher teacher = new Teacher(draw.unscaled().teacher().w(), other.a());
            double eta = (0.1 + 0.9 * draw.uniform(5302)) * 2 * Math.PI / (Math.PI - 1 + draw.k());
            Student at = new Student(
                    draw.fromOpposite(0.001 + 0.1 * draw.uniform(5306)),
                    SpuriousOptimum.of(teacher).a());
            return OptionalDouble.of(worst(maker, teacher, at, new Stage(0, 0, eta, STEPS), 1));
        };
    }

    /// The worst step: how far φ went to the wrong side, or aᵀa*, over what rounding allows.
    private static double worst(DescentChecks.Maker maker, Teacher teacher, Student start, Stage stage, int side) {
        Algorithm descent = maker.of(new PopulationGradient(teacher, Reading.POSTER));
        Student at = start;
        double worst = 0;
        double size = Vectors.length(teacher.a());
        double error = error(teacher, stage);
        for (int t = 0; t < stage.steps(); t++) {
            double before = Angle.between(at.w(), teacher.w()).phi();
            at = descent.step(at, stage, 0, t);
            double turned = side * (Angle.between(at.w(), teacher.w()).phi() - before);
            double d = -side * Vectors.dot(at.a(), teacher.a()).doubleValue();
            worst = Math.max(worst, Math.max(turned / error, d / (size * size * error)));
        }
        return worst;
    }

    /// A step's error of dynamics.GradientDescent/S1 with ‖g_w‖ ≤ 2(k+4)‖a*‖²/2π, as ‖a‖ ≤ ‖a*‖, and 2 · 16uπ.
    private static double error(Teacher teacher, Stage stage) {
        double square = Vectors.dot(teacher.a(), teacher.a()).doubleValue();
        double slope = 2 * (teacher.k() + 4) * square / (2 * Math.PI);
        double step = 2 * (stage.eta() * (teacher.p() + 2) * slope + 1) + teacher.p() / 2.0 + 4;
        return RoundOff.U * (4 * step + 32 * Math.PI);
    }
}
