package lemmata.audit;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// The report for machines, as a tree of maps and lists that a JSON writer prints; keys and statements are sorted.
public final class JsonReport {

    private JsonReport() {}

    /// The tree: the same for the same statements, seed, budget and versions.
    public static Map<String, Object> of(Audit audit, Map<String, String> versions) {
        Map<String, Object> root = new TreeMap<>();
        root.put("schema", "lemmata-audit/1");
        root.put("parameters", parameters(audit.run()));
        root.put("seed", audit.run().seed());
        root.put("versions", new TreeMap<>(versions));
        root.put("coq", audit.proofs().coq());
        root.put("standing", words(audit.standing()));
        root.put(
                "statements",
                audit.judgements().stream()
                        .sorted(Comparator.comparing(
                                judgement -> judgement.subject().id()))
                        .map(judgement -> statement(judgement, audit.proofs()))
                        .toList());
        return root;
    }

    private static Map<String, Object> parameters(Run run) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("budget", run.budget().toString());
        parameters.put("leftOut", run.budget().leavesOut());
        parameters.put("cases", run.budget().cases());
        parameters.put("monteCarloPoints", run.budget().points());
        parameters.put("monteCarloSamples", run.budget().samples());
        return parameters;
    }

    private static Map<String, Object> statement(Judgement judgement, Proofs proofs) {
        Map<String, Object> statement = new TreeMap<>();
        statement.put("id", judgement.subject().id());
        statement.put("title", judgement.subject().title());
        statement.put("part", Part.of(judgement.subject()).heading());
        statement.put("source", judgement.subject().source());
        statement.put("kind", judgement.subject().finding() ? "finding" : "asserted");
        if (judgement.subject().finding()) {
            statement.put("recorded", judgement.subject().recorded());
            statement.put("whatHolds", judgement.subject().instead());
        }
        statement.put("verdict", judgement.verdict().words());
        statement.put("standing", words(judgement.standing()));
        statement.put("behind", behind(judgement, proofs));
        statement.put(
                "evidence",
                judgement.evidence().stream().map(JsonReport::evidence).toList());
        return statement;
    }

    /// Where its code and properties are, whether a certificate was found, and what Coq says.
    private static Map<String, Object> behind(Judgement judgement, Proofs proofs) {
        Backing backing = judgement.subject().backing();
        Map<String, Object> behind = new TreeMap<>();
        behind.put("code", backing.code().stream().map(Place::where).toList());
        behind.put("properties", backing.properties().stream().map(Place::where).toList());
        behind.put("certificate", judgement.certificate());
        backing.trust().ifPresent(trust -> behind.put("checkedBy", trust.checkedBy()));
        if (!judgement.proof().isEmpty()) {
            behind.put("proof", judgement.proof());
            behind.put(
                    "theorems",
                    backing.theorems().stream()
                            .map(theorem -> theorem(theorem, proofs))
                            .toList());
        }
        return behind;
    }

    private static Map<String, Object> theorem(Place theorem, Proofs proofs) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("name", theorem.name());
        tree.put("where", theorem.where());
        tree.put("statement", theorem.source());
        proofs.axioms(theorem).ifPresent(axioms -> tree.put("axioms", axioms));
        return tree;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("method", evidence.method());
        tree.put("verdict", evidence.verdict().words());
        tree.put("claim", evidence.claim());
        tree.put("cases", evidence.cases());
        tree.put("detail", evidence.detail());
        if (Double.isFinite(evidence.worst())) {
            tree.put("worstRatio", evidence.worst());
        }
        return tree;
    }

    private static String words(Judgement.Standing standing) {
        return switch (standing) {
            case AS_EXPECTED -> "as expected";
            case UNDECIDED -> "undecided";
            case BROKEN -> "broken";
        };
    }
}
