package lemmata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lemmata.cli.EngineBench.Result;
import lemmata.simd.VectorEngines;
import lemmata.smoothing.Reading;

/// What `bench` measured, as text and as a tree.
///
/// @param results a row each
record EngineBenchReport(List<Result> results) {

    private static final String ROW = "%-8s %9s %-9s %-9s %9s %19s %9s %11s %10s";

    /// The text: a line for each engine and size.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "P-GD, " + Reading.POSTER + ", p = " + Contestant.P + ": trial-steps per second and core, by CPU time");
        lines.add("medians of " + results.getFirst().rates().length + " rounds in turn, in brackets the quartiles");
        lines.add(machine());
        lines.add("");
        lines.add(ROW.formatted("chain", "k", "engine", "noise", "median", "", "× plain", "× textbook", "2 threads"));
        for (Result result : results) {
            lines.add(line(result));
        }
        lines.add("");
        lines.add("2 threads: their speed over that of one by the clock, which other programs slow down, too.");
        return lines;
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors; Java " + Runtime.version()
                + "; vectors of "
                + VectorEngines.machineBits() + " bits";
    }

    private String line(Result result) {
        Contestant one = result.contestant();
        double[] sorted = sorted(result.rates());
        return ROW.formatted(
                        one.chain(),
                        one.k(),
                        one.engine(),
                        one.generator(),
                        shown(quantile(sorted, 0.5)),
                        "(" + shown(quantile(sorted, 0.25)) + " " + shown(quantile(sorted, 0.75)) + ")",
                        ratio(
                                result,
                                other -> other.engine().equals("plain")
                                        && other.generator().equals(one.generator())),
                        ratio(result, other -> other.engine().equals("textbook")),
                        result.speedUp().length == 0 ? "" : factor(median(result.speedUp())))
                .stripTrailing();
    }

    /// How often as fast as another of the same chain and size: the median of the rounds' ratios.
    private String ratio(Result result, Predicate<Contestant> other) {
        OptionalDouble ratio = ratioTo(result, other);
        return ratio.isPresent() ? factor(ratio.getAsDouble()) : "";
    }

    private OptionalDouble ratioTo(Result result, Predicate<Contestant> other) {
        Contestant one = result.contestant();
        return results.stream()
                .filter(peer -> !peer.equals(result)
                        && peer.contestant().chain().equals(one.chain())
                        && peer.contestant().k() == one.k()
                        && other.test(peer.contestant()))
                .mapToDouble(peer -> median(IntStream.range(0, peer.rates().length)
                        .mapToDouble(i -> result.rates()[i] / peer.rates()[i])
                        .toArray()))
                .findFirst();
    }

    private static double median(double[] values) {
        return quantile(sorted(values), 0.5);
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    private static String shown(double rate) {
        return String.format(Locale.ROOT, "%.2e", rate);
    }

    private static String factor(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }

    /// The tree: where and how, then every row.
    Map<String, Object> tree(List<String> command) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "lemmata-bench-engines/1");
        root.put("version", Version.current());
        root.put("command", command);
        root.put("java", Runtime.version().toString());
        root.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("vectorBits", VectorEngines.machineBits());
        root.put("algorithm", "pgd");
        root.put("reading", Reading.POSTER.toString());
        root.put("p", Contestant.P);
        root.put("results", results.stream().map(EngineBenchReport::tree).toList());
        return root;
    }

    private static Map<String, Object> tree(Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("chain", result.contestant().chain());
        tree.put("k", result.contestant().k());
        tree.put("engine", result.contestant().engine());
        tree.put("generator", result.contestant().generator());
        tree.put("trialStepsPerCoreSecond", median(result.rates()));
        tree.put("rounds", result.rates());
        if (result.speedUp().length > 0) {
            tree.put("twoThreads", median(result.speedUp()));
        }
        return tree;
    }
}
