package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import lemmata.dynamics.Method;
import lemmata.dynamics.Start;
import lemmata.experiment.Entry;
import lemmata.experiment.SuccessRates;
import lemmata.model.InvalidField;
import lemmata.smoothing.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// `lemmata experiment success-rates`: how often each algorithm converges, over a grid of teachers.
@Command(
        name = "success-rates",
        sortOptions = false,
        description = {
            "Count how often GD, P-GD and SGD reach the global optimum, for each k and q of a grid, from random starts and"
                    + " from the spurious optimum, beside what theory predicts and what was published."
        },
        footer = {"", StudyCommand.FOOTER})
final class SuccessRatesCommand extends StudyCommand {

    private static final int MOST_PATCHES = 1 << 18;

    @Option(
            names = "--k",
            split = ",",
            paramLabel = "K",
            description = "Numbers of patches. Default: 25,36,49,64,81,100.")
    private List<Integer> k = SuccessRates.K;

    @Option(
            names = "--q",
            split = ",",
            paramLabel = "Q",
            converter = RealNumber.class,
            description = "Values of (1ᵀa*)²/‖a*‖². Default: 0,1,4,9,16,25.")
    private List<Double> q = SuccessRates.Q;

    @Option(
            names = "--algorithms",
            split = ",",
            paramLabel = "NAME",
            converter = Choice.OfMethod.class,
            description = "gd, pgd, sgd, psgd, separated by commas. Default: all.")
    private List<Method> algorithms = List.of(Method.values());

    @Option(
            names = "--starts",
            split = ",",
            paramLabel = "START",
            converter = Choice.OfStart.class,
            description = "random, spurious, separated by a comma. Default: both.")
    private List<Start> starts = List.of(Start.values());

    @Option(
            names = "--readings",
            split = ";",
            paramLabel = "A,W",
            converter = Readings.class,
            description = "Of P-GD's gradient, separated by semicolons, or all. Default: RADIAL,NETWORK.")
    private List<Reading> readings = List.of(Reading.POSTER);

    @Override
    String study() {
        return "success-rates";
    }

    @Override
    List<Entry> entries(StudyOptions common) {
        requireSome("k", k);
        requireSome("q", q);
        requireSome("algorithms", algorithms);
        requireSome("starts", starts);
        requireSome("readings", readings);
        for (int patches : k) {
            TrialOptions.require(
                    patches >= 1 && patches <= MOST_PATCHES,
                    "k",
                    patches + " is no number of patches: give 1 to " + MOST_PATCHES);
        }
        List<Entry> entries = new ArrayList<>();
        for (Method method : algorithms) {
            for (Start start : starts) {
                for (Reading reading : method == Method.PGD ? readings : List.of(Reading.POSTER)) {
                    entries.addAll(SuccessRates.entries(common.common(), method, reading, start, k, q));
                }
            }
        }
        return entries;
    }

    private static void requireSome(String field, List<?> values) {
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new InvalidField(field, "names nothing, or something twice: give each value once");
        }
    }

    /// One reading, or `all`: the parser adds all elements of a list.
    static final class Readings implements ITypeConverter<List<Reading>> {

        @Override
        public List<Reading> convert(String text) {
            return text.equals("all") ? Reading.all() : List.of(new ReadingName().convert(text));
        }
    }
}
