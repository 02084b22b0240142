package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.experiment.NoiseAnnealing;
import lemmata.experiment.Recipe;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.Reading;

/// The schedule of experiment.NoiseAnnealing/S2, as a check of any recipe. Its numbers are those of the page.
public final class AnnealingSchedules {

    /// Largest p(k + 18) at which the schedule is stable whatever a*.
    private static final double STABLE = 12_000;

    /// What the stiffness is at most there, rounded up.
    private static final double STIFFEST = 1.96;

    private static final double TEMPERATURE_ERROR = 128 * RoundOff.U;
    private static final double STEP_ERROR = 8 * RoundOff.U;

    /// The schedule, in the numbers of the page: stages that fall, η over 1/(λ₁ + ‖a*‖²/2), their time together and
    /// that
    /// of the last stage, noise of the last over that of the tenth.
    private static final int FALLING = 10;

    private static final double STIFFNESS = 0.6;
    private static final double TIME = 6000;
    private static final double FINISH = 300;
    private static final double REST = 0.01;

    private AnnealingSchedules() {}

    /// For a* of norms 10⁻⁶ … 10⁵: strict annealing, stable under all readings, the page's step sizes, temperatures,
    /// radii and times.
    public static Check schedule(Recipe recipe) {
        return draw -> {
            Target drawn = Target.of(draw.unscaled().teacher());
            if (drawn.norm() == 0 || draw.p() * (draw.k() + 18.0) > STABLE) {
                return OptionalDouble.empty();
            }
            double factor = Functions.exp(Functions.log(10) * (11 * draw.uniform(512) - 6)) / drawn.norm();
            Target target = new Target(draw.k(), factor * drawn.along(), factor * drawn.across());
            Schedule schedule = recipe.schedule(draw.p(), target);
            boolean sound = schedule.isNoiseAnnealing() && stable(schedule, draw.p(), draw.k());
            return sound ? OptionalDouble.of(temperatures(schedule, draw.p(), target)) : Check.exactly(false);
        };
    }

    private static boolean stable(Schedule schedule, int p, int k) {
        try {
            Reading.all().forEach(reading -> schedule.requireStable(reading, p, k));
        } catch (InvalidField unstable) {
            return false;
        }
        return schedule.stages().stream().allMatch(stage -> stage.stiffness(Reading.POSTER, p, k) <= STIFFEST);
    }

    /// T/D and ρ_a/√‖a*‖ fall geometrically; the last stage has next to no noise.
    private static double temperatures(Schedule schedule, int p, Target target) {
        List<Stage> stages = schedule.stages();
        if (stages.size() != FALLING + 1) {
            return Double.POSITIVE_INFINITY;
        }
        double depth = target.norm() * target.norm() / (4 * Math.PI) / (Math.PI - 1);
        double worst = 0;
        for (int s = 0; s < FALLING; s++) {
            Stage stage = stages.get(s);
            double share = s / (FALLING - 1.0);
            double found = NoiseAnnealing.temperature(stage, p, target.k()) / depth;
            double radius = stage.rhoA() / Math.sqrt(target.norm());
            worst = Math.max(worst, pace(stage, target, TIME / FALLING));
            worst = Math.max(worst, apart(found, 0.3, 0.125, share));
            worst = Math.max(worst, apart(radius, 3.2, 2.8, share));
        }
        Stage tenth = stages.get(FALLING - 1);
        Stage last = stages.getLast();
        double rest = Math.max(off(last.rhoW(), REST * tenth.rhoW()), off(last.rhoA(), REST * tenth.rhoA()));
        return Math.max(Math.max(worst, rest), pace(last, target, FINISH));
    }

    /// η; and η times steps is the time of a stage but for half a step and rounding.
    private static double pace(Stage stage, Target target, double asked) {
        double square = target.norm() * target.norm();
        double time = Math.max(1, 1 / square) * asked;
        double late = Math.abs(stage.eta() * stage.steps() - time) / (stage.eta() / 2 + 4 * STEP_ERROR * time);
        return Math.max(late, off(stage.eta() * (target.top() / (2 * Math.PI) + square / 2), STIFFNESS));
    }

    private static double off(double found, double expected) {
        return Math.abs(found / expected - 1) / STEP_ERROR;
    }

    private static double apart(double found, double first, double last, double share) {
        double expected = (1 - share) * Functions.log(first) + share * Functions.log(last);
        return Math.abs(Functions.log(found) - expected) / TEMPERATURE_ERROR;
    }

    /// The stages of a recipe with both radii multiplied.
    public static Recipe scaled(Recipe recipe, double filter, double output) {
        return (p, target) -> new Schedule(recipe.schedule(p, target).stages().stream()
                .map(stage -> new Stage(filter * stage.rhoW(), output * stage.rhoA(), stage.eta(), stage.steps()))
                .toList());
    }
}
