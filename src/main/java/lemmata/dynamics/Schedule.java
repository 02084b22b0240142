package lemmata.dynamics;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;

/// Stages one after the other, each starting at the output of the one before; the noise never grows.
///
/// Noise annealing: ρ_w^(s) < ρ_w^(s−1) and ρ_a^(s) < ρ_a^(s−1); step-size annealing: η^(s) < η^(s−1)
///
/// **Source.** dynamics.Schedule.
public record Schedule(List<Stage> stages) {

    /// Checks and copies the stages.
    ///
    /// @throws InvalidField naming `stages`, or the field of the stage that grows
    @Statement("dynamics.Schedule/S1")
    public Schedule {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new InvalidField("stages", "is empty: give at least one stage");
        }
        for (int s = 1; s < stages.size(); s++) {
            requireNoGrowth(s, "rhoW", stages.get(s - 1).rhoW(), stages.get(s).rhoW());
            requireNoGrowth(s, "rhoA", stages.get(s - 1).rhoA(), stages.get(s).rhoA());
        }
    }

    /// One stage.
    public static Schedule of(Stage... stages) {
        return new Schedule(List.of(stages));
    }

    /// The number of steps of all stages.
    ///
    /// @throws ArithmeticException if there are 2⁶³ or more
    public long steps() {
        return stages.stream().mapToLong(Stage::steps).reduce(0, Math::addExact);
    }

    /// Whether both radii fall strictly from stage to stage, as the poster's box says.
    @Statement("dynamics.Schedule/S3")
    public boolean isNoiseAnnealing() {
        for (int s = 1; s < stages.size(); s++) {
            Stage before = stages.get(s - 1);
            if (!(stages.get(s).rhoW() < before.rhoW() && stages.get(s).rhoA() < before.rhoA())) {
                return false;
            }
        }
        return true;
    }

    /// Checks that the mean step of the output weights is stable in every stage: [Stage#stiffness] below 2.
    ///
    /// @throws InvalidField naming `eta` of the first stage that is not
    @Statement("dynamics.Schedule/S2")
    public void requireStable(Reading reading, int p, int k) {
        for (int s = 0; s < stages.size(); s++) {
            Stage stage = stages.get(s);
            if (!(stage.stiffness(reading, p, k) < 2)) {
                double limit = 2 * stage.eta() / stage.stiffness(reading, p, k);
                throw new InvalidField(
                        "stages[" + s + "].eta",
                        stage.eta() + " is unstable, the mean of a grows from step to step: stay below " + limit);
            }
        }
    }

    private static void requireNoGrowth(int s, String field, double before, double after) {
        if (after > before) {
            throw new InvalidField(
                    "stages[" + s + "]." + field,
                    after + " is above " + before + " of the stage before: annealing lowers it or keeps it");
        }
    }
}
