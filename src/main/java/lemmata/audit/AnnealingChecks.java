package lemmata.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.Stage;
import lemmata.experiment.Recipe;
import lemmata.experiment.StepSizeAnnealing;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.OutputGradient;
import lemmata.loss.PopulationLoss;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// What experiment.NoiseAnnealing and experiment.StepSizeAnnealing claim of formulas, as checks of any implementation.
public final class AnnealingChecks {

    /// A gradient in a that is rounding, over ‖a*‖.
    private static final double SMALL = 0x1p-40;

    private static final double STEP_ERROR = 8 * RoundOff.U;

    /// ℓ(saddle) − ℓ(φ) by g(φ).
    @FunctionalInterface
    public interface Below {
        /// For a target.
        double at(Target target, double g);
    }

    private AnnealingChecks() {}

    /// S1: `below` is the loss at the saddles less the loss at the best a for a drawn w, found by conjugate gradients.
    public static Check settled(Below below) {
        return wells((teacher, top, draw) -> {
            double[] w = draw.fromOpposite(Math.PI * draw.uniform(511));
            double g = AngleKernel.g(Angle.between(w, teacher.w()));
            return ratio(teacher, top, settled(teacher, w), g, below.at(Target.of(teacher), g));
        });
    }

    /// S1: the depths are the loss at the saddles less that at the spurious point and less 0.
    public static Check depths(ToDoubleFunction<Target> spurious, ToDoubleFunction<Target> global) {
        return wells((teacher, top, draw) -> {
            Target target = Target.of(teacher);
            double shallow = spurious.applyAsDouble(target);
            double deep = global.applyAsDouble(target);
            Student best = new Student(teacher.w(), teacher.a());
            double ordered = deep > shallow ? 0 : Double.POSITIVE_INFINITY;
            return Math.max(
                    ordered,
                    Math.max(
                            ratio(teacher, top, SpuriousOptimum.of(teacher), 0, shallow),
                            ratio(teacher, top, best, Math.PI, deep)));
        });
    }

    /// StepSizeAnnealing/S1: η₁ by the formula in exact decimals; then half the step size, half the radii, a tenth of
    /// the time; the batches, scales and radii are drawn.
    public static Check steps(Function<StepSizeAnnealing, Recipe> rule) {
        return draw -> {
            int batch = 1 + (int) (64 * draw.uniform(513));
            StepSizeAnnealing asked = new StepSizeAnnealing(
                    batch, 0.01 + draw.uniform(514), 1000, (int) (6 * draw.uniform(515)), draw.uniform(516));
            Target target = Target.of(draw.unscaled().teacher());
            List<Stage> stages = rule.apply(asked).schedule(draw.p(), target).stages();
            BigDecimal first = new BigDecimal(asked.scale())
                    .multiply(new BigDecimal("3.6"))
                    .multiply(BigDecimal.valueOf(batch))
                    .divide(BigDecimal.valueOf(draw.k() + 15L * batch), MathContext.DECIMAL128);
            double worst = stages.size() == asked.halvings() + 1 ? 0 : Double.POSITIVE_INFINITY;
            for (int s = 0; s < stages.size(); s++) {
                Stage stage = stages.get(s);
                double eta = Math.scalb(first.doubleValue(), -s);
                double time = s == 0 ? asked.time() : asked.time() / 10;
                double radius = Math.scalb(asked.rho(), -s);
                boolean halved = stage.rhoW() == radius && stage.rhoA() == radius * target.norm();
                double late = Math.abs(stage.eta() * stage.steps() - time) / (eta / 2 + 4 * STEP_ERROR * time);
                double off = Math.abs(stage.eta() - eta) / (STEP_ERROR * eta);
                worst = Math.max(worst, Math.max(halved ? late : Double.POSITIVE_INFINITY, off));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// A ratio at a teacher that has saddles.
    @FunctionalInterface
    private interface Well {
        double ratio(Teacher teacher, Student saddle, Draw draw);
    }

    private static Check wells(Well well) {
        return any -> {
            Draw draw = any.unscaled();
            Teacher teacher = draw.teacher();
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO || !LocalMinimality.holds(teacher)) {
                return OptionalDouble.empty();
            }
            Angle angle = CriticalPoints.saddleAngle(teacher).orElseThrow();
            Student saddle = settled(teacher, draw.fromOpposite(angle.psi()));
            return OptionalDouble.of(well.ratio(teacher, saddle, draw));
        };
    }

    /// |L(saddle) − L(low) − computed| over the bounds of all three. A drawn filter is unit to 8u, which moves the loss
    /// of settled weights by no more than its square.
    private static double ratio(Teacher teacher, Student saddle, Student low, double g, double computed) {
        Target target = Target.of(teacher);
        double beta = target.q() / target.top();
        double alpha = (1 - beta) / (Math.PI - 1);
        double slope = alpha * Math.abs(g - 1) + beta;
        double own = 64 * RoundOff.U * target.norm() * target.norm() / (4 * Math.PI) * slope * slope / alpha;
        double difference = PopulationLoss.at(teacher, saddle) - PopulationLoss.at(teacher, low);
        double allowed = own + PopulationLoss.error(teacher, saddle) + PopulationLoss.error(teacher, low);
        return Check.over(Math.abs(difference - computed), allowed);
    }

    /// The student with a at its best for w: M has two eigenvalues, so that two steps of conjugate gradients from a = 0
    /// lead there. A gradient of SMALL ‖a*‖ that is left costs at most SMALL²‖a*‖²π/(π−1) of loss, below 2⁻⁷⁹‖a*‖².
    private static Student settled(Teacher teacher, double[] w) {
        double[] a = Vectors.map(entry -> 0.0, teacher.a());
        double[] zero = OutputGradient.at(teacher, student(w, a));
        double[] residual = Vectors.map(entry -> 0 - entry, zero);
        double[] direction = residual;
        for (int step = 0; step < 2 && Vectors.length(residual) > SMALL * Vectors.length(teacher.a()); step++) {
            double[] image =
                    Vectors.map((entry, base) -> entry - base, OutputGradient.at(teacher, student(w, direction)), zero);
            double square = Vectors.fusedDot(residual, residual);
            double length = square / Vectors.fusedDot(direction, image);
            double[] along = direction;
            a = Vectors.map((entry, way) -> Math.fma(length, way, entry), a, along);
            residual = Vectors.map((entry, way) -> Math.fma(-length, way, entry), residual, image);
            double share = Vectors.fusedDot(residual, residual) / square;
            direction = Vectors.map((entry, way) -> Math.fma(share, way, entry), residual, along);
        }
        return student(w, a);
    }

    private static Student student(double[] w, double[] a) {
        return new Student(Spaces.filter("w", w), Spaces.output("a", a));
    }
}
