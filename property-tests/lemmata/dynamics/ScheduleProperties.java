package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.ScheduleChecks;
import lemmata.audit.StiffnessChecks;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute dynamics.Schedule.
@DrawnCases
class ScheduleProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.Schedule/S1")
    void nothingGrows(@ForAll Draw draw) {
        holds(ScheduleChecks.refusals(ScheduleChecks::refusedField), draw);
    }

    @Example
    @Statement("dynamics.Schedule/S1")
    void otherRefusalsAreRejected() {
        rejects("no refusal", ScheduleChecks.refusals(stages -> stages.isEmpty() ? "stages" : ""));
        rejects(
                "empty accepted",
                ScheduleChecks.refusals(stages -> stages.isEmpty() ? "" : ScheduleChecks.refusedField(stages)));
        rejects("constant refused", ScheduleChecks.refusals(stages -> {
            for (int s = 1; s < stages.size(); s++) {
                if (stages.get(s).rhoW() == stages.get(s - 1).rhoW()) {
                    return "stages[" + s + "].rhoW";
                }
            }
            return ScheduleChecks.refusedField(stages);
        }));
        rejects(
                "first and last only",
                ScheduleChecks.refusals(stages -> stages.size() < 3
                        ? ScheduleChecks.refusedField(stages)
                        : ScheduleChecks.refusedField(List.of(stages.getFirst(), stages.getLast()))));
        rejects(
                "ρ_a not looked at",
                ScheduleChecks.refusals(stages -> ScheduleChecks.refusedField(stages.stream()
                        .map(stage -> new Stage(stage.rhoW(), 0, stage.eta(), stage.steps()))
                        .toList())));
        rejects("growing η refused", ScheduleChecks.refusals(stages -> {
            for (int s = 1; s < stages.size(); s++) {
                if (stages.get(s).eta() > stages.get(s - 1).eta()) {
                    return "stages[" + s + "].eta";
                }
            }
            return ScheduleChecks.refusedField(stages);
        }));
    }

    @Example
    @Statement("dynamics.Schedule/S1")
    void stagesRefuseWhatIsNone() {
        assertThat(new Stage(0, 0, Double.MIN_VALUE, 0).steps()).isZero();
        assertThat(new Stage(Stage.MAX, Stage.MAX, Stage.MAX, Long.MAX_VALUE).rhoA())
                .isEqualTo(1e6);
        for (double wrong : new double[] {-1e-300, 1.0001e6, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(refused(wrong, 0, 1, 1)).isEqualTo("rhoW");
            assertThat(refused(0, wrong, 1, 1)).isEqualTo("rhoA");
            assertThat(refused(0, 0, wrong, 1)).isEqualTo("eta");
        }
        assertThat(refused(0, 0, 0, 1)).isEqualTo("eta");
        assertThat(refused(0, 0, 1, -1)).isEqualTo("steps");
        assertThat(Schedule.of(new Stage(1, 1, 1, 3), new Stage(1, 1, 1, 4)).steps())
                .isEqualTo(7);
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Schedule/S2")
    void isStableBelowTwo(@ForAll Draw draw) {
        holds(StiffnessChecks.meanStep(Stage::stiffness), draw);
        holds(StiffnessChecks.limit(Stage::stiffness), draw);
        holds(StiffnessChecks.refusesUnstable(Stage::stiffness), draw);
    }

    @Example
    @Statement("dynamics.Schedule/S2")
    void otherLimitsAreRejected() {
        StiffnessChecks.Stiffness noPatches =
                (stage, reading, p, k) -> stage.stiffness(reading, p, 1) / Math.PI * (Math.PI - 1);
        StiffnessChecks.Stiffness quiet =
                (stage, reading, p, k) -> new Stage(0, 0, stage.eta(), 1).stiffness(reading, p, k);
        StiffnessChecks.Stiffness radial = (stage, reading, p, k) -> stage.stiffness(Reading.POSTER, p, k);
        StiffnessChecks.Stiffness wholePi =
                (stage, reading, p, k) -> stage.stiffness(reading, p, k) / (Math.PI - 1 + k) * (Math.PI + k);
        StiffnessChecks.Stiffness sphere = (stage, reading, p, k) -> reading.a() == Reading.Output.RADIAL
                ? quiet.at(stage, reading, p, k) * (1 + stage.rhoW() * stage.rhoW())
                : stage.stiffness(reading, p, k);
        StiffnessChecks.Stiffness halved = (stage, reading, p, k) -> stage.stiffness(reading, p, k) / 2;
        rejects("k forgotten", StiffnessChecks.meanStep(noPatches));
        rejects("noise forgotten", StiffnessChecks.meanStep(quiet));
        rejects("RADIAL for UNIT", StiffnessChecks.meanStep(radial));
        rejects("π for π−1", StiffnessChecks.meanStep(wholePi));
        rejects("1 + ρ² for m₂", StiffnessChecks.meanStep(sphere));
        rejects("halved", StiffnessChecks.limit(halved));
        rejects("noise forgotten", StiffnessChecks.limit(quiet));
        rejects("k forgotten", StiffnessChecks.limit(noPatches));
        rejects("1 + ρ² for m₂", StiffnessChecks.limit(sphere));
        rejects("noise forgotten", StiffnessChecks.refusesUnstable(quiet));
        rejects("π for π−1", StiffnessChecks.refusesUnstable(wholePi));
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("dynamics.Schedule/S3")
    void annealsAsThePosterSays(@ForAll Draw draw) {
        holds(ScheduleChecks.annealing(Schedule::isNoiseAnnealing), draw);
        holds(ScheduleChecks.multiEpoch(ScheduleChecks::simulated), draw);
    }

    @Example
    @Statement("dynamics.Schedule/S3")
    void otherAnnealingIsRejected() {
        rejects("constant noise", ScheduleChecks.annealing(schedule -> true));
        rejects(
                "ρ_w only",
                ScheduleChecks.annealing(schedule -> new Schedule(schedule.stages().stream()
                                .map(stage -> new Stage(stage.rhoW(), stage.rhoW(), 1, 1))
                                .toList())
                        .isNoiseAnnealing()));
        rejects(
                "ρ_a only",
                ScheduleChecks.annealing(schedule -> new Schedule(schedule.stages().stream()
                                .map(stage -> new Stage(stage.rhoA(), stage.rhoA(), 1, 1))
                                .toList())
                        .isNoiseAnnealing()));
        rejects(
                "last stage alone",
                ScheduleChecks.multiEpoch((setup, teacher, schedule) -> ScheduleChecks.simulated(
                        setup, teacher, Schedule.of(schedule.stages().getLast()))));
        rejects("first stage's noise throughout", ScheduleChecks.multiEpoch((setup, teacher, schedule) -> {
            Stage first = schedule.stages().getFirst();
            return ScheduleChecks.simulated(
                    setup, teacher, Schedule.of(new Stage(first.rhoW(), first.rhoA(), first.eta(), schedule.steps())));
        }));
        rejects("one step less", ScheduleChecks.multiEpoch((setup, teacher, schedule) -> {
            List<Stage> stages = schedule.stages();
            Stage last = stages.getLast();
            return ScheduleChecks.simulated(
                    setup,
                    teacher,
                    Schedule.of(
                            stages.get(0),
                            stages.get(1),
                            new Stage(last.rhoW(), last.rhoA(), last.eta(), last.steps() - 1)));
        }));
    }

    private static String refused(double rhoW, double rhoA, double eta, long steps) {
        return catchThrowableOfType(InvalidField.class, () -> new Stage(rhoW, rhoA, eta, steps))
                .field();
    }
}
