package lemmata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lemmata.experiment.FisherTest;
import lemmata.model.InvalidField;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lemmata experiment compare`: whether two result files agree.
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Compare two result files, cell by cell: the same runs, or other runs whose success rates differ no more than"
                    + " chance allows (Fisher's exact test, the level shared out over all cells)."
        },
        footer = {
            "",
            "Cells are the same if algorithm, reading, start, batch, p, k, q, norm and schedule are (and group and",
            "label, in files of one study); --schedules any compares cells of other schedules too. Exit code: 0 they",
            "agree; 1 they do not, or without --partial a cell is in one file only; 2 usage; 4 reading failed.",
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "What --json has written.")
    private Path one;

    @Parameters(index = "1", paramLabel = "OTHER", description = "The other.")
    private Path other;

    @Option(
            names = "--level",
            paramLabel = "P",
            converter = RealNumber.class,
            description = "Chance that equal probabilities are called different in any cell. Default: 0.001.")
    private double level = 0.001;

    @Option(
            names = "--schedules",
            paramLabel = "same|any",
            description = "Whether cells must have the same schedule. Default: ${DEFAULT-VALUE}.")
    private String schedules = "same";

    @Option(names = "--partial", description = "Accept cells that are in one of the files only.")
    private boolean partial;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write the comparison as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    /// Two cells of the same kind.
    ///
    /// @param sameTrials whether they are of the same trials, so that they must be the same runs
    private record Pair(CellFile one, CellFile other, boolean sameTrials, double p) {

        boolean isSameRun() {
            return one.tally().equals(other.tally());
        }

        boolean differs(double level) {
            return sameTrials ? !isSameRun() : p < level;
        }

        Map<String, Object> tree(double level) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("cell", one.name());
            tree.put("successes", List.of(one.successes(), other.successes()));
            tree.put("trials", List.of(one.trials(), other.trials()));
            tree.put("sameRuns", isSameRun());
            tree.put("p", p);
            tree.put("differs", differs(level));
            return tree;
        }
    }

    /// What two files have in common.
    ///
    /// @param alone how many cells are in one of them only
    private record Comparison(List<Pair> pairs, int alone) {}

    @Override
    public Integer call() throws IOException {
        Comparison found = InvalidOption.named(spec, this::comparison);
        List<Pair> pairs = found.pairs;
        double each = level / pairs.size();
        PrintWriter out = Terminal.out(spec);
        long same = pairs.stream().filter(Pair::isSameRun).count();
        List<Pair> differing = pairs.stream().filter(pair -> pair.differs(each)).toList();
        differing.forEach(pair -> out.println(line(pair)));
        out.printf(
                Locale.ROOT,
                "%d cells in both: %d the same runs, %d others within chance, %d different (p < %.3g each); %d cells in"
                        + " one file only%n",
                pairs.size(),
                same,
                pairs.size() - same - differing.size(),
                differing.size(),
                each,
                found.alone);
        out.flush();
        boolean agree = differing.isEmpty() && (partial || found.alone == 0);
        if (json != null) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("schema", "lemmata-comparison/1");
            tree.put("version", Version.current());
            tree.put("command", PrettyJson.command(spec));
            tree.put("level", level);
            tree.put("agree", agree);
            tree.put("inOneOnly", found.alone);
            tree.put("cells", pairs.stream().map(pair -> pair.tree(each)).toList());
            OutputFile.write(json, PrettyJson.of(tree));
        }
        return agree ? 0 : 1;
    }

    private static String line(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %d of %d converged, p = %.2g",
                pair.one.name(),
                pair.one.successes(),
                pair.one.trials(),
                pair.other.successes(),
                pair.other.trials(),
                pair.p);
    }

    private Comparison comparison() {
        TrialOptions.require(level > 0 && level < 1, "level", level + " is no probability: give such as 0.001");
        TrialOptions.require(
                schedules.equals("same") || schedules.equals("any"), "schedules", schedules + " is none of same, any");
        StudyFile left = StudyFile.read(one, "file");
        StudyFile right = StudyFile.read(other, "other");
        TrialOptions.require(
                left.parameters().tolerance() == right.parameters().tolerance(),
                "other",
                "has another tolerance, so its outcomes are not the same ones: compare results of one");
        boolean sameStudy = left.study().equals(right.study());
        Map<List<Object>, CellFile> known = byKey(right, sameStudy);
        Map<List<Object>, CellFile> mine = byKey(left, sameStudy);
        List<Pair> pairs = new ArrayList<>();
        mine.forEach((key, cell) -> {
            CellFile match = known.get(key);
            if (match != null) {
                boolean sameTrials = sameTrials(left.parameters(), right.parameters(), cell, match);
                double p = FisherTest.twoSided(cell.successes(), cell.trials(), match.successes(), match.trials());
                pairs.add(new Pair(cell, match, sameTrials, p));
            }
        });
        TrialOptions.require(
                !pairs.isEmpty(), "other", "has no cell in common with " + one + ": name results of the same grid");
        return new Comparison(pairs, mine.size() + known.size() - 2 * pairs.size());
    }

    /// The cells with trials; those that stand there twice are the same runs, or a mistake.
    private Map<List<Object>, CellFile> byKey(StudyFile study, boolean labelled) {
        Map<List<Object>, CellFile> cells = new LinkedHashMap<>();
        for (CellFile cell : study.cells()) {
            List<Object> key = new ArrayList<>(cell.runs());
            if (schedules.equals("any")) {
                key.removeLast();
            }
            if (labelled) {
                key.add(cell.group());
                key.add(cell.label());
            }
            CellFile before = cell.trials() == 0 ? null : cells.put(key, cell);
            TrialOptions.require(
                    before == null || before.tally().equals(cell.tally()),
                    "schedules",
                    "any leaves several cells of one kind, such as " + cell.name() + ": compare the same ones");
        }
        return cells;
    }

    /// Whether two cells are of the same trials.
    ///
    /// @throws InvalidField if they share some of them, and so are no independent evidence
    private static boolean sameTrials(
            StudyFile.Parameters left, StudyFile.Parameters right, CellFile cell, CellFile match) {
        if (left.seed() != right.seed() || !left.generator().equals(right.generator())) {
            return false;
        }
        long begin = Math.max(left.firstTrial(), right.firstTrial());
        long end = Math.min(left.firstTrial() + cell.trials(), right.firstTrial() + match.trials());
        boolean same = left.firstTrial() == right.firstTrial()
                && cell.trials() == match.trials()
                && cell.schedule().equals(match.schedule());
        TrialOptions.require(
                same || begin >= end || !cell.schedule().equals(match.schedule()),
                "other",
                "has trials " + begin + " to " + (end - 1)
                        + " of the same seed: compare other trials, or the same ones");
        return same;
    }
}
