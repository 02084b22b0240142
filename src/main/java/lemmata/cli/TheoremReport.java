package lemmata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lemmata.audit.PromiseRuns;
import lemmata.audit.PromiseRuns.Look;
import lemmata.audit.Ruling.Finding;
import lemmata.audit.TheoremCheck;
import lemmata.audit.TheoremForm;
import lemmata.audit.TheoremRemarks;
import lemmata.dynamics.LumpedState;
import lemmata.experiment.BinomialInterval;
import lemmata.theorem.Configuration;
import lemmata.theorem.Constant.Status;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;

/// What `theorem check` found, as text for people.
///
/// @param command the arguments that it was called with
/// @param options what was asked
/// @param check the theorem at the configuration
/// @param finding the ruling
/// @param runs what was run, if anything
/// @param effort how much was allowed, and took
record TheoremReport(
        List<String> command,
        TheoremOptions options,
        TheoremCheck check,
        Finding finding,
        Optional<PromiseRuns> runs,
        Effort effort) {

    private static final int WIDTH = 110;

    /// How much runs were allowed, and took.
    ///
    /// @param trials how many
    /// @param most steps of each, at most
    /// @param threads how many worked
    /// @param seconds it took
    record Effort(int trials, long most, int threads, double seconds) {}

    /// The text, a line each.
    List<String> lines() {
        List<String> lines = new ArrayList<>(Wrap.line(heading(), WIDTH, 3));
        lines.addAll(Wrap.line("reading %s, start %s".formatted(check.setup().reading(), start()), WIDTH, 3));
        remarks().forEach(remark -> lines.addAll(Wrap.line("note: " + remark, WIDTH, 3)));
        section(lines, finding.words());
        lines.addAll(Wrap.line("  " + finding.reason(), WIDTH, 0));
        form(lines, check.asked(), options.form() + ": " + check.asked().id());
        runs.ifPresent(some -> observed(lines, some));
        check.witness(runs).ifPresent(look -> witness(lines, look));
        form(lines, check.other(), "for comparison: " + check.other().id());
        return lines;
    }

    private String heading() {
        Configuration at = check.at();
        String gamma = options.theorem() == 2 ? ", γ = " + Constant.shown(at.gamma()) : "";
        return "theorem %d, %s: p = %d, k = %d, q = %s, ‖a*‖ = %s, ρ_w = %s, ρ_a = %s, η = %s%s, δ = %s"
                .formatted(
                        options.theorem(),
                        options.form(),
                        at.p(),
                        at.target().k(),
                        Constant.shown(options.q()),
                        Constant.shown(options.norm()),
                        Constant.shown(at.rhoW()),
                        Constant.shown(at.rhoA()),
                        Constant.shown(at.eta()),
                        gamma,
                        Constant.shown(at.delta()));
    }

    private String start() {
        Optional<LumpedState> own = check.opening().own();
        return own.map(state -> "c = %s, x = %s, y = %s, z = %s"
                        .formatted(
                                Constant.shown(state.c()),
                                Constant.shown(state.x()),
                                Constant.shown(state.y()),
                                Constant.shown(state.z())))
                .orElseGet(() -> check.opening().start().toString());
    }

    /// What is worth saying besides.
    List<String> remarks() {
        return TheoremRemarks.of(check, options.theorem() == 1, runs);
    }

    private static void section(List<String> lines, String title) {
        lines.add("");
        lines.add(Terminal.paint(title, "bold"));
    }

    private static void form(List<String> lines, TheoremForm form, String title) {
        section(lines, title);
        form.hypotheses().forEach(each -> lines.addAll(Wrap.line(line(each), WIDTH, 10)));
        if (!form.constants().isEmpty()) {
            lines.addAll(Wrap.line("  constants: " + constants(form), WIDTH, 5));
        }
        String verb = form.applies() ? "promises" : "would promise";
        form.promise().ifPresent(promise -> {
            String nothing = promise.isVacuous() ? " nothing, as no step is in the interval" : "";
            lines.addAll(Wrap.line("  " + verb + nothing + ": " + words(promise), WIDTH, 5));
        });
        lines.add("  largest η: " + (form.largestStep() > 0 ? Constant.shown(form.largestStep()) : "none"));
    }

    /// A condition with its sides, larger numbers on the side where they are wanted.
    private static String line(Hypothesis each) {
        boolean turned = each.limit() < 0;
        return "  %s  %s   [%s %s %s]"
                .formatted(
                        each.met() ? "met   " : "missed",
                        each.name(),
                        Constant.shown(turned ? -each.value() : each.value()),
                        turned ? "≥" : "≤",
                        Constant.shown(turned ? -each.limit() : each.limit()));
    }

    private static String constants(TheoremForm form) {
        List<String> words = new ArrayList<>();
        for (lemmata.theorem.Constant each : form.constants()) {
            String value = each.status() == Status.EXISTS ? "" : " = " + Constant.shown(each.value());
            words.add(each.symbol() + value + " (" + each.status() + ")");
        }
        return String.join(", ", words);
    }

    private static String words(Promise promise) {
        return String.format(
                Locale.ROOT,
                "%s for all %.6g ≤ t ≤ %.6g, with probability %s",
                words(promise.region()),
                promise.from() + 0.0,
                promise.until(),
                Constant.shown(promise.probability()));
    }

    private static String words(Region region) {
        if (region.filter() < Double.POSITIVE_INFINITY) {
            return "‖w−w*‖² ≤ %s and ‖a−a*‖² ≤ %s"
                    .formatted(Constant.shown(region.filter()), Constant.shown(region.output()));
        }
        String least = region.least() > Double.MIN_VALUE ? Constant.shown(region.least()) + " ≤ aᵀa*" : "0 < aᵀa*";
        String greatest = region.greatest() < Double.POSITIVE_INFINITY ? " ≤ " + Constant.shown(region.greatest()) : "";
        return least + greatest + " and φ ≤ 5π/12";
    }

    private void observed(List<String> lines, PromiseRuns some) {
        section(lines, "runs");
        lines.add(String.format(Locale.ROOT, "%14s %9s %9s %9s", "step", "outside", "so far", "of"));
        for (Look look : some.looks()) {
            lines.add(String.format(
                    Locale.ROOT, "%14d %9d %9d %9d", look.step(), look.outside(), look.soFar(), some.trials()));
        }
        BinomialInterval interval = some.probability();
        lines.addAll(Wrap.line(
                String.format(
                        Locale.ROOT,
                        "  P(outside at one of these looks) in [%.4g, %.4g] (Clopper-Pearson, each end errs with 1e-10)",
                        interval.low(),
                        interval.high()),
                WIDTH,
                5));
        lines.add(String.format(
                Locale.ROOT,
                "  %s; %.4g trial-steps in %.3g s",
                some.engineName(),
                (double) some.trialSteps(),
                effort.seconds));
    }

    private void witness(List<String> lines, Look look) {
        section(lines, "witness");
        TheoremWitness witness = new TheoremWitness(this, look);
        lines.addAll(Wrap.line("  " + witness.words(), WIDTH, 0));
        List<String> command = Wrap.line("  " + witness.command(), WIDTH - 2, 4);
        for (int i = 0; i < command.size(); i++) {
            lines.add(command.get(i) + (i < command.size() - 1 ? " \\" : ""));
        }
        lines.add("  digest: " + look.digest());
    }
}
