package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import lemmata.dynamics.Method;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.dynamics.StochasticGradientDescent;
import lemmata.experiment.PosterBackground.Obstacle;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// What experiment.EmpiricalObservations claims of levels of noise, and experiment.PosterBackground of landscapes, as
/// checks
/// of any implementation.
public final class BackgroundChecks {

    /// The levels of noise of the stages.
    @FunctionalInterface
    public interface Levels {
        /// One per stage.
        List<Double> of(Setup setup, Schedule schedule);
    }

    private BackgroundChecks() {}

    /// S4, S5: with the same inputs the move of a is in proportion to the level of SGD, so its random part is; GD's is
    /// 0.
    public static Check levels(Levels rule) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student from = draw.unscaled().unitStudent();
            double eta = Functions.exp(-6 * draw.uniform(507));
            double less = eta * draw.uniform(508);
            Schedule schedule = Schedule.of(new Stage(0, 0, eta, 1), new Stage(0, 0, less, 1));
            List<Double> found = rule.of(setup(Method.SGD), schedule);
            List<Double> none = rule.of(setup(Method.GD), schedule);
            MiniBatchGradient gradient = new MiniBatchGradient(teacher, 1, Generator.PHILOX, draw.seed());
            double[] slope = gradient.at(from, 1, 2).a();
            StochasticGradientDescent sgd = new StochasticGradientDescent(gradient);
            double[] first = sgd.step(from, schedule.stages().get(0), 1, 2).a();
            double[] second = sgd.step(from, schedule.stages().get(1), 1, 2).a();
            double worst = 0;
            for (int j = 0; j < slope.length; j++) {
                double a = from.a()[j];
                double apart = (first[j] - a) * found.get(1) - (second[j] - a) * found.get(0);
                double scale = (Math.abs(a) + eta * Math.abs(slope[j])) * (found.get(0) + found.get(1));
                worst = Math.max(worst, Check.over(Math.abs(apart), 4 * RoundOff.U * scale));
            }
            boolean positive = found.get(0) > 0 && found.get(1) > 0;
            return positive && none.equals(List.of(0.0, 0.0)) ? OptionalDouble.of(worst) : Check.exactly(false);
        };
    }

    private static Setup setup(Method method) {
        return new Setup(method, Reading.POSTER, 1, Start.RANDOM, Generator.PHILOX, 0);
    }

    /// PosterBackground/S1: both obstacles iff p ≥ 2, a* ≠ 0 and āᵀa* < 0 exactly; for p = 1 the spurious optimum alone
    /// iff a* ≠ 0.
    public static Check obstacles(Function<Teacher, Set<Obstacle>> obstacles) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            boolean zero = draw.target() == Draw.Target.ZERO;
            boolean below = !zero
                    && new Oracle(teacher, draw.unitStudent())
                                    .spuriousAlignment()
                                    .signum()
                            < 0;
            Set<Obstacle> expected = draw.p() == 1
                    ? zero ? Set.of() : Set.of(Obstacle.SPURIOUS_OPTIMUM)
                    : below ? Set.of(Obstacle.SADDLES, Obstacle.SPURIOUS_OPTIMUM) : Set.of();
            return Check.exactly(obstacles.apply(teacher).equals(expected));
        };
    }

    /// PosterBackground/S3: where (−w*, ā) is a local optimum its stated error is the oracle's loss, above 0; nothing
    /// is
    /// stated elsewhere.
    public static Check generalization(Function<Teacher, OptionalDouble> error) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            OptionalDouble stated = error.apply(teacher);
            Oracle oracle = new Oracle(teacher, draw.unitStudent());
            boolean zero = draw.target() == Draw.Target.ZERO;
            boolean local =
                    !zero && (draw.p() == 1 || oracle.spuriousAlignment().signum() < 0);
            if (!local) {
                return Check.exactly(stated.isEmpty());
            }
            double value = stated.orElse(0);
            double bound = SpuriousOptimum.lossError(teacher);
            double ratio = Oracle.ratio(value, oracle.atSpurious().loss(), bound);
            return OptionalDouble.of(value > bound ? ratio : Double.POSITIVE_INFINITY);
        };
    }
}
