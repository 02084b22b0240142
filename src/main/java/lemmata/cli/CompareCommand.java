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
import java.util.function.Function;
import java.util.stream.Collectors;
import lemmata.cli.StudyFile.CellFile;
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
            "Cells are the same if algorithm, reading, start, batch, p, k, q, norm and schedule are; --schedules any",
            "compares cells of other schedules too. Exit code: 0 they agree; 1 they do not; 2 usage; 4 reading failed.",
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

    @Option(
            names = "--json",
            paramLabel = "FILE",
            converter = OutputFile.class,
            description = "Also write the comparison as JSON.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    private record Pair(CellFile one, CellFile other, double p) {

        boolean isSameRun() {
            return one.fingerprint().equals(other.fingerprint()) && one.tally().equals(other.tally());
        }

        Map<String, Object> tree(boolean differs) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("cell", one.name());
            tree.put("successes", List.of(one.successes(), other.successes()));
            tree.put("trials", List.of(one.trials(), other.trials()));
            tree.put("sameRuns", isSameRun());
            tree.put("p", p);
            tree.put("differs", differs);
            return tree;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Pair> pairs = InvalidOption.named(spec, this::pairs);
        double each = level / pairs.size();
        PrintWriter out = Terminal.out(spec);
        long same = pairs.stream().filter(Pair::isSameRun).count();
        List<Pair> differing = pairs.stream().filter(pair -> pair.p < each).toList();
        differing.forEach(pair -> out.println(line(pair)));
        out.printf(
                Locale.ROOT,
                "%d cells in both: %d the same runs, %d others within chance, %d different (p < %.3g each)%n",
                pairs.size(),
                same,
                pairs.size() - same - differing.size(),
                differing.size(),
                each);
        out.flush();
        if (json != null) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("schema", "lemmata-comparison/1");
            tree.put("version", Version.current());
            tree.put("command", PrettyJson.command(spec));
            tree.put("level", level);
            tree.put("agree", differing.isEmpty());
            tree.put(
                    "cells",
                    pairs.stream().map(pair -> pair.tree(pair.p < each)).toList());
            OutputFile.write(json, PrettyJson.of(tree));
        }
        return differing.isEmpty() ? 0 : 1;
    }

    private static String line(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %d of %d, p = %.2g",
                pair.one.name(),
                pair.one.successes(),
                pair.one.trials(),
                pair.other.successes(),
                pair.other.trials(),
                pair.p);
    }

    private List<Pair> pairs() {
        if (!(level > 0 && level < 1)) {
            throw new InvalidField("level", level + " is no probability: give such as 0.001");
        }
        if (!schedules.equals("same") && !schedules.equals("any")) {
            throw new InvalidField("schedules", schedules + " is none of same, any");
        }
        Function<CellFile, List<Object>> key = cell -> {
            List<Object> identity = new ArrayList<>(cell.identity());
            if (schedules.equals("any")) {
                identity.removeLast();
            }
            return identity;
        };
        Map<List<Object>, CellFile> known = StudyFile.read(other, "other").cells().stream()
                .collect(Collectors.toMap(key, cell -> cell, (first, second) -> first));
        List<Pair> pairs = new ArrayList<>();
        for (CellFile cell : StudyFile.read(one, "file").cells()) {
            CellFile match = known.get(key.apply(cell));
            if (match != null && cell.trials() > 0 && match.trials() > 0) {
                double p = FisherTest.twoSided(cell.successes(), cell.trials(), match.successes(), match.trials());
                pairs.add(new Pair(cell, match, p));
            }
        }
        if (pairs.isEmpty()) {
            throw new InvalidField("other", "has no cell in common with " + one + ": name results of the same grid");
        }
        return pairs;
    }
}
