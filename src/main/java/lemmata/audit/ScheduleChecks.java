package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Divergence;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// What dynamics.Schedule claims, as checks of any implementation.
public final class ScheduleChecks {

    /// The last state of trial 0 of P-GD through a schedule: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Runs {
        /// Its coordinates.
        LumpedState end(Setup setup, Teacher teacher, Schedule schedule);
    }

    private ScheduleChecks() {}

    /// S1: which field a list of stages is refused for, and "" if it is accepted: the first that grows.
    public static Check refusals(Function<List<Stage>, String> field) {
        return draw -> {
            List<Stage> stages = stages(draw);
            String expected = stages.isEmpty() ? "stages" : "";
            for (int s = 1; s < stages.size() && expected.isEmpty(); s++) {
                Stage before = stages.get(s - 1);
                Stage after = stages.get(s);
                String grown = after.rhoW() > before.rhoW() ? "rhoW" : after.rhoA() > before.rhoA() ? "rhoA" : "";
                expected = grown.isEmpty() ? "" : "stages[" + s + "]." + grown;
            }
            return Check.exactly(field.apply(stages).equals(expected));
        };
    }

    /// The field for which the lemma code refuses stages.
    public static String refusedField(List<Stage> stages) {
        try {
            return new Schedule(stages).stages().equals(stages) ? "" : "changed";
        } catch (InvalidField refused) {
            return refused.field();
        }
    }

    /// S3: noise annealing is strict in both radii, between any two neighbours.
    public static Check annealing(Predicate<Schedule> annealing) {
        return draw -> {
            List<Stage> stages = stages(draw);
            if (!refusedField(stages).isEmpty()) {
                return OptionalDouble.empty();
            }
            boolean strict = true;
            for (int s = 1; s < stages.size(); s++) {
                strict &= stages.get(s).rhoW() < stages.get(s - 1).rhoW();
                strict &= stages.get(s).rhoA() < stages.get(s - 1).rhoA();
            }
            return Check.exactly(annealing.test(new Schedule(stages)) == strict);
        };
    }

    /// S3: P-GD through a schedule is its steps in turn, the step's number running through all stages.
    public static Check multiEpoch(Runs runs) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Reading reading = PopulationGradientChecks.reading(draw);
            Setup setup = new Setup(Method.PGD, reading, 1, Start.RANDOM, Generator.PHILOX, draw.seed());
            Schedule schedule = Schedule.of(
                    new Stage(0.5, 0.4, 0.03, 3), new Stage(0.25, 0.2, 0.02, 2), new Stage(0.1, 0.1, 0.02, 4));
            Algorithm step = new PerturbedGradientDescent(
                    new PopulationGradient(teacher, reading), setup.generator(), setup.seed());
            Student at = setup.start().of(teacher, setup.generator(), setup.seed(), 0);
            long t = 0;
            for (Stage stage : schedule.stages()) {
                for (int i = 0; i < stage.steps() && Divergence.allows(Vectors.fusedDot(at.a(), at.a())); i++) {
                    at = step.step(at, stage, 0, t++);
                }
            }
            return Check.exactly(runs.end(setup, teacher, schedule).equals(LumpedState.of(teacher, at)));
        };
    }

    /// Trial 0 as the lemma code runs it.
    public static LumpedState simulated(Setup setup, Teacher teacher, Schedule schedule) {
        Simulation simulation = new Simulation(setup.full(teacher, 0), schedule, 0, 1);
        try {
            simulation.run(1, () -> false);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return simulation.results().getFirst().state();
    }

    /// Up to four stages, each number as before, less or, now and then, more.
    private static List<Stage> stages(Draw draw) {
        List<Stage> stages = new ArrayList<>();
        int count = (int) (5 * draw.uniform(351));
        for (int s = 0; s < count; s++) {
            stages.add(new Stage(radius(draw, s), radius(draw, s + 10), 1e-3 + radius(draw, s + 20), s));
        }
        return stages;
    }

    /// A number of stage `tag` mod 10, in the range of radii.
    static double radius(Draw draw, int tag) {
        double start = Functions.exp(6 * draw.uniform(360 + tag / 10) - 3);
        double level = start;
        for (int s = 1; s <= tag % 10; s++) {
            double kind = draw.uniform(370 + tag / 10 * 10 + s);
            level *= kind < 0.2 ? 1 : kind < 0.9 ? kind : 1.2;
        }
        return level;
    }
}
