package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import lemmata.cli.StudyFile.Effort;
import lemmata.cli.StudyFile.Parameters;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lemmata experiment merge`: the parts of a study that were shared out by their trials, as one.
@Command(
        name = "merge",
        sortOptions = false,
        description = {
            "Add up the parts of a study that --first-trial has shared out, in any order: cells and parameters of the result"
                    + " are those of one run of all trials, bit for bit."
        },
        footer = {"", "Exit code: 0; 2 usage, or parts that do not belong together; 4 reading or writing failed."})
final class MergeCommand implements Callable<Integer> {

    @picocli.CommandLine.Parameters(arity = "1..*", paramLabel = "FILE", description = "What --json has written.")
    private List<Path> files;

    @Option(
            names = "--json",
            required = true,
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "The whole.")
    private Path json;

    @Option(names = "--csv", paramLabel = "FILE", converter = OutputFile.class, description = "A line per cell.")
    private @Nullable Path csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StudyFile whole = InvalidOption.named(spec, this::merged);
        whole.write(json);
        if (csv != null) {
            OutputFile.write(csv, StudyCsv.of(whole));
        }
        PrintWriter out = Terminal.out(spec);
        StudyTable.lines(whole).forEach(out::println);
        out.flush();
        return 0;
    }

    private StudyFile merged() {
        OutputFile.requireDistinct("csv", csv, json);
        List<StudyFile> parts = files.stream()
                .map(file -> StudyFile.read(file, "file"))
                .sorted(Comparator.comparingLong(part -> part.parameters().firstTrial()))
                .toList();
        StudyFile whole = parts.getFirst();
        require(whole.complete(), "a part is of an interrupted run: finish it by --resume");
        for (StudyFile part : parts.subList(1, parts.size())) {
            whole = sum(whole, part);
        }
        return new StudyFile(
                whole.schema(),
                whole.version(),
                PrettyJson.command(spec),
                whole.study(),
                whole.parameters(),
                true,
                whole.cells(),
                whole.effort());
    }

    private static StudyFile sum(StudyFile one, StudyFile two) {
        Parameters first = one.parameters();
        Parameters second = two.parameters();
        require(two.complete(), "a part is of an interrupted run: finish it by --resume");
        require(
                one.version().equals(two.version()) && one.study().equals(two.study()),
                "parts are of other versions or studies: merge those of one");
        long end = first.firstTrial() + first.trials();
        require(second.firstTrial() >= end, "trial " + second.firstTrial() + " is there twice: give each trial once");
        require(
                second.firstTrial() == end,
                "trials " + end + " to " + (second.firstTrial() - 1) + " are missing: give them too");
        Parameters both = new Parameters(
                first.generator(),
                first.seed(),
                first.firstTrial(),
                first.trials() + second.trials(),
                first.tolerance(),
                first.level());
        require(
                new Parameters(
                                second.generator(),
                                second.seed(),
                                first.firstTrial(),
                                both.trials(),
                                second.tolerance(),
                                second.level())
                        .equals(both),
                "parts have other parameters: merge those of one seed, generator and tolerance");
        List<CellFile> cells = new ArrayList<>();
        require(one.cells().size() == two.cells().size(), "parts have other cells: merge those of one grid");
        for (int i = 0; i < one.cells().size(); i++) {
            CellFile cell = one.cells().get(i);
            CellFile other = two.cells().get(i);
            require(cell.identity().equals(other.identity()), "parts have other cells: merge those of one grid");
            cells.add(cell.plus(other));
        }
        Effort effort = new Effort(
                one.effort().seconds() + two.effort().seconds(),
                StudyFile.trialSteps(cells),
                Math.max(one.effort().threads(), two.effort().threads()),
                one.effort().engine().equals(two.effort().engine())
                        ? one.effort().engine()
                        : one.effort().engine() + ", " + two.effort().engine());
        return new StudyFile(
                one.schema(), one.version(), one.command(), one.study(), both, true, List.copyOf(cells), effort);
    }

    private static void require(boolean right, String remedy) {
        if (!right) {
            throw new InvalidField("file", remedy);
        }
    }
}
