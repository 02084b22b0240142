package lemmata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lemmata.audit.PromiseRuns;
import lemmata.audit.PromiseRuns.Look;
import lemmata.audit.TheoremCheck.Form;
import lemmata.audit.TheoremForm;
import lemmata.dynamics.LumpedState;
import lemmata.experiment.BinomialInterval;
import lemmata.theorem.Configuration;
import lemmata.theorem.Constant;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The same as a tree for machines; but for `command` and `effort` it is the same on any machine and number of threads.
///
/// @param report what it is of
record TheoremTree(TheoremReport report) {

    /// The tree; null stands for ∞, for what is said to exist, and for what there is none of.
    Map<String, @Nullable Object> tree() {
        TheoremForm asked = report.check().asked();
        Form other = report.options().form() == Form.PRINTED ? Form.REPAIRED : Form.PRINTED;
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("schema", "lemmata-theorem-check/1");
        root.put("version", Version.current());
        root.put("command", report.command());
        root.put("parameters", parameters());
        root.put("verdict", report.finding().words());
        root.put("reason", report.finding().reason());
        root.put("remarks", report.remarks());
        root.putAll(tree(asked));
        root.put("observed", report.runs().map(TheoremTree::observed).orElse(null));
        root.put(
                "witness",
                report.check().witness(report.runs()).map(this::witness).orElse(null));
        root.put(other.toString(), tree(report.check().other()));
        root.put("effort", effort());
        return root;
    }

    private Map<String, Object> parameters() {
        Configuration at = report.check().at();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("theorem", report.options().theorem());
        parameters.put("form", report.options().form().toString());
        parameters.put("p", at.p());
        parameters.put("k", at.target().k());
        parameters.put("q", report.options().q());
        parameters.put("norm", report.options().norm());
        parameters.put("rhoW", at.rhoW());
        parameters.put("rhoA", at.rhoA());
        parameters.put("eta", at.eta());
        if (report.options().theorem() == 2) {
            parameters.put("gamma", at.gamma());
        }
        parameters.put("delta", at.delta());
        parameters.put("start", start());
        parameters.put("reading", report.check().setup().reading().toString());
        parameters.put("generator", report.check().setup().generator().toString());
        parameters.put("seed", report.check().setup().seed());
        parameters.put("trials", report.effort().trials());
        parameters.put("steps", report.effort().most());
        return parameters;
    }

    private Object start() {
        Optional<LumpedState> own = report.check().opening().own();
        if (own.isEmpty()) {
            return report.check().opening().start().toString();
        }
        LumpedState state = own.get();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("c", state.c());
        tree.put("s", state.s());
        tree.put("x", state.x());
        tree.put("y", state.y());
        tree.put("z", state.z());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(TheoremForm form) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", form.id());
        tree.put("hypotheses", form.hypotheses().stream().map(TheoremTree::tree).toList());
        tree.put("constants", form.constants().stream().map(TheoremTree::tree).toList());
        tree.put("promised", form.promise().map(TheoremTree::tree).orElse(null));
        tree.put("largestStep", form.largestStep() > 0 ? form.largestStep() : null);
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Hypothesis hypothesis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", hypothesis.name());
        tree.put("value", PrettyJson.number(hypothesis.value()));
        tree.put("limit", PrettyJson.number(hypothesis.limit()));
        tree.put("met", hypothesis.met());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Constant constant) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("symbol", constant.symbol());
        tree.put("value", PrettyJson.number(constant.value()));
        tree.put("status", constant.status().toString());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Promise promise) {
        Region region = promise.region();
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        bounds.put("alignmentLow", PrettyJson.number(region.least()));
        bounds.put("alignmentHigh", PrettyJson.number(region.greatest()));
        bounds.put("angle", PrettyJson.number(region.angle()));
        bounds.put("filterError", PrettyJson.number(region.filter()));
        bounds.put("outputError", PrettyJson.number(region.output()));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", PrettyJson.number(promise.from() + 0.0));
        tree.put("until", PrettyJson.number(promise.until()));
        tree.put("probability", promise.probability());
        tree.put("vacuous", promise.isVacuous());
        tree.put("region", bounds);
        return tree;
    }

    private static Map<String, Object> observed(PromiseRuns runs) {
        List<Map<String, Object>> looks = new ArrayList<>();
        for (Look look : runs.looks()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("step", look.step());
            tree.put("outside", look.outside());
            tree.put("soFar", look.soFar());
            tree.put("diverged", look.diverged());
            tree.put("digest", look.digest());
            looks.add(tree);
        }
        BinomialInterval interval = runs.probability();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("complete", runs.isComplete());
        tree.put("trials", runs.trials());
        tree.put("outside", runs.failures());
        tree.put("probability", List.of(interval.low(), interval.high()));
        tree.put("level", PromiseRuns.LEVEL);
        tree.put("looks", looks);
        return tree;
    }

    private Map<String, Object> witness(Look look) {
        TheoremWitness witness = new TheoremWitness(report, look);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", look.step());
        tree.put("outside", look.outside());
        tree.put("trials", report.effort().trials());
        tree.put("suffices", witness.suffices());
        tree.put("command", witness.command());
        tree.put("digest", look.digest());
        return tree;
    }

    private Map<String, @Nullable Object> effort() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("engine", report.runs().map(PromiseRuns::engineName).orElse(null));
        tree.put("threads", report.effort().threads());
        tree.put("trialSteps", report.runs().map(PromiseRuns::trialSteps).orElse(0L));
        tree.put("seconds", report.effort().seconds());
        return tree;
    }
}
