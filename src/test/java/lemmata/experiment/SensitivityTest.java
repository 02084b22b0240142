package lemmata.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lemmata.dynamics.Method;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.dynamics.Start;
import lemmata.experiment.SuccessRates.Common;
import lemmata.model.InvalidField;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the study promises is in it, and each line changes what its label says.
class SensitivityTest {

    private static final Common COMMON = new Common(SuccessRates.P, 1, Generator.SPLITMIX, 1);
    private static final List<Entry> ENTRIES = Sensitivity.entries(COMMON);

    private static List<Entry> group(String name) {
        return ENTRIES.stream().filter(entry -> entry.group().equals(name)).toList();
    }

    private static List<Entry> labelled(String group, String label) {
        List<Entry> found = group(group).stream()
                .filter(entry -> entry.label().equals(label))
                .toList();
        assertThat(found).as(group + ": " + label).isNotEmpty();
        return found;
    }

    private static List<Stage> stages(Entry entry) {
        return entry.cell().schedule().stages();
    }

    /// What a line is compared with: the same place, the schedule of the table.
    private static Schedule asItIs(Entry entry) {
        Recipe recipe = SuccessRates.recipe(entry.cell().setup().method());
        return recipe.schedule(entry.cell().p(), entry.cell().target());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,5,4",
        "cooling,4,4",
        "speed,5,4",
        "noise on one side,3,4",
        "stiffness,4,4",
        "scaling in k,2,4",
        "scaling in norm,6,4",
        "reading,6,4",
        "secondary source,6,6",
        "drift,6,2",
        "batch,3,3",
        "step size,5,2",
        "step-size annealing,2,3",
        "perturbed SGD,4,2",
        "very small step,3,1"
    })
    void everyGroupHasVariantsAtTheSamePlaces(String name, int variants, int places) {
        Map<List<Object>, Long> cells = group(name).stream()
                .collect(Collectors.groupingBy(
                        entry -> List.of(entry.label(), entry.cell().setup().reading()), Collectors.counting()));
        assertThat(cells).hasSize(variants);
        assertThat(cells.values()).allMatch(count -> count >= places);
    }

    @Test
    void thereAreNoOtherGroupsAndNoLineTwice() {
        assertThat(ENTRIES.stream().map(Entry::group).distinct()).hasSize(15);
        assertThat(ENTRIES).noneMatch(entry -> Sensitivity.about(entry.group()).isEmpty());
        assertThat(new HashSet<>(ENTRIES)).hasSameSizeAs(ENTRIES);
        assertThat(ENTRIES).allMatch(entry -> entry.cell().p() == SuccessRates.P);
        assertThat(ENTRIES.stream().map(entry -> entry.cell().setup().seed())).containsOnly(1L);
    }

    /// A line is its group and label, algorithm, start, k, q and norm to whoever reads the table: no two may share
    /// them.
    @Test
    void linesCanBeToldApart() {
        assertThat(ENTRIES.stream()
                        .map(entry -> List.of(
                                entry.group(),
                                entry.label(),
                                entry.cell().setup().method(),
                                entry.cell().setup().start(),
                                entry.cell().setup().reading(),
                                entry.cell().k(),
                                entry.cell().q(),
                                entry.cell().norm())))
                .doesNotHaveDuplicates();
    }

    /// But for a schedule used at four times its k, batches of 16 at k = 100, and what the secondary source reports,
    /// read as RADIAL.
    @Test
    void theMeanOfEveryOtherScheduleIsStable() {
        Predicate<Entry> unstable = entry -> entry.group().equals("secondary source")
                        && entry.cell().setup().reading().a() == Reading.Output.RADIAL
                || entry.label().equals("schedule of k = 25") && entry.cell().k() == 100
                || entry.label().equals("b = 16") && entry.cell().k() == 100;
        for (Entry entry : ENTRIES) {
            if (unstable.test(entry)) {
                assertThatThrownBy(() -> requireStable(entry))
                        .as(entry.toString())
                        .isInstanceOf(InvalidField.class)
                        .hasMessageContaining("is unstable");
            } else {
                requireStable(entry);
            }
        }
    }

    private static void requireStable(Entry entry) {
        Cell cell = entry.cell();
        cell.schedule().requireStable(cell.setup().reading(), cell.p(), cell.k());
    }

    /// From the spurious point nothing is left to luck; very small steps are looked at from random starts.
    @Test
    void startsAndAlgorithmsAreThoseOfTheGroup() {
        assertThat(ENTRIES).allSatisfy(entry -> {
            boolean free = List.of("reading", "secondary source").contains(entry.group());
            boolean random = entry.group().equals("very small step");
            Start start = entry.cell().setup().start();
            assertThat(free || start == (random ? Start.RANDOM : Start.SPURIOUS))
                    .isTrue();
        });
        assertThat(methods("batch", "step size", "step-size annealing", "very small step"))
                .containsExactly(Method.SGD);
        assertThat(methods("perturbed SGD")).containsExactly(Method.PSGD);
        assertThat(methods("temperature", "cooling", "speed", "reading", "drift"))
                .containsExactly(Method.PGD);
        for (String name : List.of("reading", "secondary source")) {
            assertThat(group(name).stream()
                            .map(entry -> entry.cell().setup().reading())
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(Reading.all());
            assertThat(group(name).stream().map(entry -> entry.cell().setup().start()))
                    .contains(Start.values());
        }
    }

    private static Set<Method> methods(String... groups) {
        return List.of(groups).stream()
                .flatMap(name -> group(name).stream())
                .map(entry -> entry.cell().setup().method())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,temperature × 1.0",
        "cooling,as it is",
        "speed,time × 1.0",
        "noise on one side,both",
        "stiffness,stiffness 0.6",
        "batch,b = 1",
        "step size,step size × 1.0",
        "step-size annealing,as it is"
    })
    void oneVariantIsTheTablesSchedule(String group, String label) {
        assertThat(labelled(group, label))
                .allSatisfy(entry -> assertThat(entry.cell().schedule()).isEqualTo(asItIs(entry)));
        assertThat(group(group).stream().filter(entry -> !entry.label().equals(label)))
                .allSatisfy(entry -> assertThat(entry.cell().schedule()).isNotEqualTo(asItIs(entry)));
    }

    /// T grows like the square of ρ_w: exact, as all factors are powers of 4, but for 2 roundings of each.
    @ParameterizedTest
    @ValueSource(doubles = {0.0625, 0.25, 4, 16})
    void temperaturesAreMultiplied(double factor) {
        for (Entry entry : labelled("temperature", "temperature × " + factor)) {
            List<Stage> before = asItIs(entry).stages();
            for (int s = 0; s < before.size(); s++) {
                Stage stage = stages(entry).get(s);
                double wanted = before.get(s).rhoW() * Math.sqrt(factor);
                assertThat(Math.abs(stage.rhoW() - wanted)).isLessThanOrEqualTo(8 * Math.ulp(wanted));
                assertThat(stage.rhoA()).isEqualTo(before.get(s).rhoA());
                assertThat(stage.eta()).isEqualTo(before.get(s).eta());
                assertThat(stage.steps()).isEqualTo(before.get(s).steps());
            }
        }
    }

    /// Each stage, rounded to whole steps; the last is not shortened.
    @ParameterizedTest
    @ValueSource(doubles = {0.0625, 0.125, 0.25, 0.5})
    void timesAreShortened(double factor) {
        for (Entry entry : labelled("speed", "time × " + factor)) {
            List<Stage> before = asItIs(entry).stages();
            for (int s = 0; s + 1 < before.size(); s++) {
                assertThat(Math.abs(stages(entry).get(s).steps()
                                - factor * before.get(s).steps()))
                        .isLessThanOrEqualTo(1);
            }
            assertThat(stages(entry).getLast()).isEqualTo(before.getLast());
        }
    }

    @Test
    void noiseOnOneSideIsOnThatSide() {
        for (Entry entry : labelled("noise on one side", "no noise on a")) {
            assertThat(stages(entry)).allMatch(stage -> stage.rhoA() == 0 && stage.rhoW() > 0);
        }
        for (Entry entry : labelled("noise on one side", "no noise on w")) {
            assertThat(stages(entry)).allMatch(stage -> stage.rhoW() == 0 && stage.rhoA() > 0);
        }
    }

    /// One temperature before the quiet last stage, for as many steps in all to within one each.
    @ParameterizedTest
    @ValueSource(strings = {"hot only", "cold only", "geometric middle only"})
    void aSingleStageTakesAsLong(String label) {
        for (Entry entry : labelled("cooling", label)) {
            assertThat(stages(entry)).hasSize(2);
            long difference = entry.cell().schedule().steps() - asItIs(entry).steps();
            assertThat(Math.abs(difference))
                    .isLessThanOrEqualTo(asItIs(entry).stages().size());
        }
    }

    /// The label names ‖a*‖, whatever that of the other groups is.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void scaledLinesHaveTheNormTheySay(double norm) {
        Common other = new Common(SuccessRates.P, norm, Generator.SPLITMIX, 1);
        for (Entry entry : Sensitivity.entries(other)) {
            boolean scaled = entry.group().equals("scaling in norm");
            double said = scaled ? Double.parseDouble(entry.label().split("[ ,]")[2]) : norm;
            assertThat(entry.cell().norm()).isEqualTo(said);
            if (scaled) {
                boolean fixed = entry.label().endsWith(", schedule of ‖a*‖ = 1");
                Recipe recipe = NoiseAnnealing.DEFAULT;
                Cell at = entry.cell();
                Cell from = Cell.of(at.setup(), at.p(), at.k(), 0, fixed ? 1 : said, recipe);
                assertThat(stages(entry).getFirst().steps())
                        .isEqualTo(from.schedule().stages().getFirst().steps());
            }
        }
    }

    @Test
    void aScheduleOfAnotherKIsThatOfTheKItSays() {
        for (int k : List.of(25, 100)) {
            for (Entry entry : labelled("scaling in k", "schedule of k = " + k)) {
                if (entry.cell().k() == k) {
                    assertThat(stages(entry).getFirst().steps())
                            .isEqualTo(asItIs(entry).stages().getFirst().steps());
                } else {
                    assertThat(stages(entry).getFirst().eta())
                            .isNotEqualTo(asItIs(entry).stages().getFirst().eta());
                }
            }
        }
    }

    /// 20 epochs of 400 steps: ρ_w from 36 and ρ_a from 1 by 0.4 each, η from 0.1 by 0.8.
    @Test
    void theSecondarySourcesScheduleIsTheSameEverywhere() {
        List<Stage> all = stages(group("secondary source").getFirst());
        assertThat(group("secondary source")).allMatch(entry -> stages(entry).equals(all));
        assertThat(all).hasSize(20).allMatch(stage -> stage.steps() == 400);
        for (int s = 0; s < all.size(); s++) {
            Stage stage = all.get(s);
            double by = StrictMath.pow(0.4, s);
            assertThat(Math.abs(stage.rhoW() / (36 * by) - 1)).isLessThanOrEqualTo(1e-13);
            assertThat(Math.abs(stage.rhoA() / by - 1)).isLessThanOrEqualTo(1e-13);
            assertThat(Math.abs(stage.eta() / (0.1 * StrictMath.pow(0.8, s)) - 1))
                    .isLessThanOrEqualTo(1e-13);
        }
    }

    @Test
    void batchesAreThoseTheySay() {
        for (int batch : List.of(1, 4, 16)) {
            assertThat(labelled("batch", "b = " + batch))
                    .allMatch(entry -> entry.cell().setup().batch() == batch);
        }
        for (double rho : List.of(0.0, 0.1, 0.3, 1.0)) {
            assertThat(labelled("perturbed SGD", "ρ = " + rho))
                    .allMatch(entry -> stages(entry).getFirst().rhoW() == rho);
        }
        assertThat(labelled("step-size annealing", "constant step size"))
                .allMatch(entry -> stages(entry).size() == 1);
    }
}
