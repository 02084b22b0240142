package lemmata.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/// The report for people: a line per statement, grouped as in the paper, then what the findings say and a count.
public final class TextReport {

    /// Least width of the column of ids.
    private static final int ID_WIDTH = 24;

    private final BinaryOperator<String> paint;

    /// @param paint colours a text, first argument, by the name of a colour, second: green, yellow, red or bold
    public TextReport(BinaryOperator<String> paint) {
        this.paint = paint;
    }

    /// The whole report.
    public String of(Audit audit) {
        StringBuilder text = new StringBuilder();
        audit.parts().forEach((part, judgements) -> {
            text.append(paint.apply(part.heading(), "bold")).append('\n');
            int width = judgements.stream()
                    .mapToInt(judgement -> shortId(judgement).length())
                    .reduce(ID_WIDTH, Math::max);
            judgements.forEach(judgement -> text.append(line(judgement, width)).append('\n'));
        });
        return text.append(findings(audit)).append(summary(audit)).toString();
    }

    private static String shortId(Judgement judgement) {
        String id = judgement.subject().id();
        return id.substring(id.indexOf('.') + 1);
    }

    private String line(Judgement judgement, int width) {
        String verdict = String.format(Locale.ROOT, "%-25s", judgement.verdict().words());
        return String.format(
                Locale.ROOT,
                "%s %-" + width + "s %s %-22s %s %s",
                mark(judgement),
                shortId(judgement),
                paint.apply(verdict, colour(judgement)),
                numbers(judgement),
                backing(judgement),
                judgement.subject().title());
    }

    /// What stands behind it: a letter each for code, property and certificate, `·` for none, then what Coq says.
    private static String backing(Judgement judgement) {
        Backing backing = judgement.subject().backing();
        String letters = (backing.code().isEmpty() ? "·" : "C")
                + (backing.properties().isEmpty() ? "·" : "P")
                + (judgement.certificate() ? "I" : "·");
        return String.format(Locale.ROOT, "%s %-14s", letters, judgement.proof());
    }

    /// Cases and worst ratio of the evidence that decides; no ratio where the test was exact.
    private static String numbers(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        List<Evidence> deciding = judgement.evidence().stream()
                .filter(e -> e.verdict() == verdict)
                .toList();
        long cases = deciding.stream().mapToLong(Evidence::cases).sum();
        double worst = deciding.stream()
                .mapToDouble(Evidence::worst)
                .filter(x -> !Double.isNaN(x))
                .max()
                .orElse(Double.NaN);
        if (cases <= 1) {
            return "";
        }
        String n = "n=" + cases;
        return worst > 0 ? n + String.format(Locale.ROOT, " worst %.2g", worst) : n;
    }

    /// Whatever does not hold, with its evidence and what holds instead: findings as recorded, and all surprises.
    private String findings(Audit audit) {
        String lines = audit.judgements().stream()
                .filter(judgement ->
                        !judgement.verdict().holds() || judgement.standing() != Judgement.Standing.AS_EXPECTED)
                .map(judgement -> "  " + judgement.subject().id() + ": "
                        + paint.apply(judgement.verdict().words(), colour(judgement))
                        + (judgement.subject().finding()
                                ? " (recorded: " + judgement.subject().recorded() + ")"
                                : "")
                        + judgement.evidence().stream()
                                .map(evidence -> "\n      " + evidence.line())
                                .collect(Collectors.joining())
                        + (judgement.subject().finding()
                                ? "\n      what holds: " + judgement.subject().instead()
                                : ""))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty()
                ? ""
                : paint.apply("What does not hold as the sources say it (~), or at all (!)", "bold") + "\n" + lines
                        + "\n";
    }

    private String summary(Audit audit) {
        String counts = Arrays.stream(Verdict.values())
                .map(verdict -> count(audit, verdict) == 0 ? "" : count(audit, verdict) + " " + verdict.words())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String standing = switch (audit.standing()) {
            case AS_EXPECTED -> paint.apply("every finding is as recorded and everything asserted holds", "green");
            case UNDECIDED -> paint.apply("something asserted could only be abstained from", "yellow");
            case BROKEN -> paint.apply("something asserted is violated, or a finding is not as recorded", "red");
        };
        int size = audit.judgements().size();
        String legend = "behind each: C code, P property, I interval or exact certificate, then what Coq proves; ";
        return size + (size == 1 ? " statement: " : " statements: ") + counts + "; seed "
                + audit.run().seed() + ", budget " + audit.run().budget() + "\nleft out: "
                + audit.run().budget().leavesOut() + "\n" + legend + coq(audit) + "\n" + standing
                + "\n";
    }

    private static String coq(Audit audit) {
        Proofs proofs = audit.proofs();
        if (!proofs.heard()) {
            return "Coq " + proofs.coq() + ", no proof checked";
        }
        if (!proofs.objection().isEmpty()) {
            return "Coq " + proofs.coq() + " does not accept the proofs: " + proofs.objection();
        }
        Map<String, Long> counts = audit.judgements().stream()
                .map(Judgement::proof)
                .filter(proof -> !proof.isEmpty())
                .collect(Collectors.groupingBy(proof -> proof, TreeMap::new, Collectors.counting()));
        int size = proofs.axioms().size();
        return "Coq " + proofs.coq() + " accepts " + size + (size == 1 ? " theorem" : " theorems")
                + "; of the statements "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static long count(Audit audit, Verdict verdict) {
        return audit.judgements().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }

    /// `~` a finding, `!` not as expected.
    private static String mark(Judgement judgement) {
        if (judgement.standing() != Judgement.Standing.AS_EXPECTED) {
            return "!";
        }
        return judgement.subject().finding() ? "~" : " ";
    }

    private static String colour(Judgement judgement) {
        if (judgement.standing() == Judgement.Standing.BROKEN) {
            return "red";
        }
        return judgement.verdict().holds() ? "green" : "yellow";
    }
}
