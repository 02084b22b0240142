package lemmata.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One run over statements: for each, the evidence that its procedure gathers now, and the verdict that follows.
///
/// @param run seed and budget
/// @param judgements one per statement, in reading order
/// @param proofs what Coq said
public record Audit(Run run, List<Judgement> judgements, Proofs proofs) {

    /// Runs the procedures of the given statements on all processors; the result does not depend on their number.
    ///
    /// @param progress told of each judgement as it comes, in no particular order
    public static Audit of(List<Subject> subjects, Run run, Consumer<Judgement> progress) {
        Map<String, Procedure> procedures = Procedures.byId();
        return new Audit(
                run,
                subjects.parallelStream()
                        .map(subject -> judge(subject, procedures.get(subject.id()), run))
                        .peek(progress)
                        .collect(Collectors.toList()),
                Proofs.NOT_ASKED);
    }

    /// The same with what Coq said, as further evidence.
    public Audit with(Proofs heard) {
        return new Audit(
                run, judgements.stream().map(judgement -> judgement.with(heard)).toList(), heard);
    }

    /// The statements by the parts of the paper, both in their order.
    public Map<Part, List<Judgement>> parts() {
        return judgements.stream()
                .collect(Collectors.groupingBy(
                        judgement -> Part.of(judgement.subject()), TreeMap::new, Collectors.toList()));
    }

    /// The worst standing of all statements.
    public Judgement.Standing standing() {
        return judgements.stream()
                .map(Judgement::standing)
                .max(Comparator.naturalOrder())
                .orElse(Judgement.Standing.UNDECIDED);
    }

    private static Judgement judge(Subject subject, @Nullable Procedure procedure, Run run) {
        if (procedure == null) {
            return new Judgement(subject, List.of(abstained("no procedure for this statement")));
        }
        try {
            return new Judgement(subject, procedure.gather(run));
        } catch (ArithmeticException | IllegalArgumentException failed) {
            return new Judgement(subject, List.of(abstained("the check itself failed: " + failed.getMessage())));
        }
    }

    private static Evidence abstained(String reason) {
        return new Evidence("none", Verdict.ABSTAINED, "", 0, Double.NaN, reason);
    }
}
