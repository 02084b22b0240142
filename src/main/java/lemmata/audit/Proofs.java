package lemmata.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Coq said of the proofs in this run, or why it was not heard.
///
/// @param coq the version of Coq that was asked; otherwise `not found` or `not asked`
/// @param axioms for each numbered lemma that Coq accepts, by its id and name (`loss.Angle/S1 S1_words`), those that
///     all lemmas of its file rest on together
/// @param objection in one line, why the proofs are refused; empty if they are not
public record Proofs(String coq, Map<String, List<String>> axioms, String objection) {

    /// The method of its evidence.
    static final String METHOD = "Coq";

    /// Nobody asked.
    public static final Proofs NOT_ASKED = new Proofs("not asked", Map.of(), "");

    /// There is no Coq here.
    public static final Proofs NOT_FOUND = new Proofs("not found", Map.of(), "");

    /// Whether Coq was asked.
    public boolean heard() {
        return !equals(NOT_ASKED) && !equals(NOT_FOUND);
    }

    /// The axioms that the file of a numbered lemma rests on; empty if Coq has not accepted it.
    public Optional<List<String>> axioms(Place theorem) {
        return Optional.ofNullable(axioms.get(theorem.ids().getFirst() + " " + theorem.name()));
    }

    /// What Coq has to say of a statement: nothing if it was not asked or nothing of it is formalised, an abstention if
    /// a theorem of it is missing.
    Optional<Evidence> evidence(Subject subject) {
        Optional<Trust> trust =
                subject.backing().trust().filter(row -> row.status().isByCoq());
        if (!heard() || trust.isEmpty()) {
            return Optional.empty();
        }
        List<Place> theorems = subject.backing().theorems();
        String names = theorems.stream().map(Place::name).collect(Collectors.joining(", "));
        boolean accepted = !theorems.isEmpty()
                && theorems.stream().allMatch(theorem -> axioms(theorem).isPresent());
        if (!objection.isEmpty() || !accepted) {
            String reason = objection.isEmpty() ? "Coq " + coq + " does not list all of: " + names : objection;
            return Optional.of(new Evidence(METHOD, Verdict.ABSTAINED, "the proofs", 0, Double.NaN, reason));
        }
        Trust.Status status = trust.get().status();
        Verdict verdict = status == Trust.Status.REFUTED ? Verdict.VIOLATED : Verdict.PROVED;
        return Optional.of(new Evidence(METHOD, verdict, status.words(), theorems.size(), Double.NaN, names));
    }
}
