package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lemmata.audit.PromiseRuns.Look;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Stage;
import lemmata.model.Target;
import lemmata.theorem.Configuration;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;

/// What is worth saying of a configuration that a theorem does not exclude, or of a start that it does not name.
public final class TheoremRemarks {

    private final List<String> remarks = new ArrayList<>();

    private TheoremRemarks() {}

    /// The remarks on a check.
    ///
    /// @param namesStart whether the printed theorem is about given starts
    public static List<String> of(TheoremCheck check, boolean namesStart, Optional<PromiseRuns> runs) {
        TheoremRemarks all = new TheoremRemarks();
        all.onTarget(check.at());
        all.onStep(check);
        if (!namesStart) {
            all.onStart(check);
        }
        runs.ifPresent(all::onRuns);
        return List.copyOf(all.remarks);
    }

    private void onTarget(Configuration at) {
        Target target = at.target();
        if (at.p() == 1) {
            remarks.add("p = 1: the filter is w* or −w* and never turns; the printed theorem does not exclude it");
        }
        if (target.norm() == 0) {
            remarks.add("a* = 0: aᵀa* is always 0 and no filter is better; the printed theorem does not exclude it");
        } else if (target.k() == 1) {
            remarks.add("k = 1: there is no spurious minimum to leave");
        } else if (target.q() >= threshold(target.k())) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "q ≥ 1 + (k−1)/π = %.6g: there is no spurious minimum to leave",
                    threshold(target.k())));
        }
        if (target.along() == 0) {
            remarks.add("1ᵀa* = 0: the poster's ball of a₀ is the point 0");
        }
    }

    /// 1 + (k−1)/π, from where on the spurious point is no minimum.
    private static double threshold(int k) {
        return 1 + (k - 1) / Math.PI;
    }

    private void onStep(TheoremCheck check) {
        Configuration at = check.at();
        double stiffness = new Stage(at.rhoW(), at.rhoA(), at.eta(), 0)
                .stiffness(check.setup().reading(), at.p(), at.target().k());
        if (stiffness >= 2) {
            remarks.add(String.format(
                    Locale.ROOT, "η m₂ (π−1+k)/2π = %.4g ≥ 2: the mean of a grows from step to step", stiffness));
        }
        Optional<Promise> promise = check.asked().promise();
        if (promise.isPresent() && promise.get().from() <= 0) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "T = %.4g: the promise begins with the start",
                    promise.get().from() + 0.0));
        }
    }

    private void onStart(TheoremCheck check) {
        Target target = check.at().target();
        remarks.add("the printed theorem names no start, so any is allowed");
        Optional<LumpedState> state = check.opening().state(target);
        if (state.isPresent()) {
            Observation seen = Observation.of(target, state.get(), 0);
            boolean inside =
                    Region.ofEscape(Double.MIN_VALUE, Double.POSITIVE_INFINITY).contains(seen);
            remarks.add(String.format(
                    Locale.ROOT,
                    "this one has φ₀ = %.6g, a₀ᵀa* = %.6g: %s 0 < aᵀa* and φ ≤ 5π/12, where theorem 1 leads",
                    seen.angle(),
                    seen.alignment(),
                    inside ? "within" : "not within"));
        }
    }

    private void onRuns(PromiseRuns runs) {
        int diverged = runs.looks().stream().mapToInt(Look::diverged).max().orElse(0);
        if (diverged > 0) {
            remarks.add(diverged + " runs diverged, ‖a‖ > 10³⁰, and stand still since; they count as outside");
        }
    }
}
