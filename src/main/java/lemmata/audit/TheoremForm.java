package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lemmata.dynamics.LumpedState;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Claim;
import lemmata.theorem.Configuration;
import lemmata.theorem.Constant;
import lemmata.theorem.Convergence;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Promise;
import lemmata.theorem.Reach;
import lemmata.theorem.Region;

/// One of the two theorems, as printed or as repaired, put to a configuration, a reading and a start.
///
/// @param id such as `theorem.Escape`
/// @param hypotheses those of the [Claim], and those on reading and start
/// @param constants with their status; none if the theorem has no meaning here
/// @param promise what follows if all hypotheses are met; empty for a repaired theorem with one that is not
/// @param largestStep the largest step size that the conditions on it allow, the rest as it is, and with which a
/// repaired theorem has a step to promise something of; 0 if there is none
public record TheoremForm(
        String id,
        List<Hypothesis> hypotheses,
        List<Constant> constants,
        Optional<Promise> promise,
        double largestStep) {

    /// Room for the rounding of γ‖a*‖²/‖a*‖².
    private static final double ROOM = 1 - 0x1p-50;

    /// Whether all hypotheses are met.
    public boolean applies() {
        return hypotheses.stream().allMatch(Hypothesis::met);
    }

    /// The hypotheses that are not.
    public List<Hypothesis> missed() {
        return hypotheses.stream().filter(each -> !each.met()).toList();
    }

    /// Theorem 1 as printed, for P-GD as printed: a₀ in the ball of radius |1ᵀa*|/√k.
    public static TheoremForm printed(EscapeBox box, Opening opening) {
        List<Hypothesis> hypotheses = new ArrayList<>(box.hypotheses());
        Target target = box.at().target();
        opening.state(target)
                .map(state ->
                        exact("‖a₀‖ ≤ |1ᵀa*|/√k, the poster's initialization", norm(state), Math.abs(target.along())))
                .ifPresent(hypotheses::add);
        return printed(box, hypotheses, box.largestStep());
    }

    /// Theorem 2 as printed, which names no start.
    public static TheoremForm printed(ConvergenceBox box) {
        return printed(box, box.hypotheses(), box.largestStep());
    }

    private static TheoremForm printed(Claim box, List<Hypothesis> hypotheses, double step) {
        return new TheoremForm(box.id(), List.copyOf(hypotheses), box.constants(), Optional.of(box.promise()), step);
    }

    /// Theorem 1 as repaired: from a random start half of δ is for w₀ too near to −w*.
    public static TheoremForm escape(Configuration at, Reading reading, Opening opening) {
        List<Hypothesis> hypotheses = common(at, reading);
        if (!met(hypotheses)) {
            return silent("theorem.Escape", hypotheses);
        }
        Optional<LumpedState> state = opening.state(at.target());
        Beginning beginning = state.map(one -> Beginning.of(at.target(), one))
                .orElseGet(() -> Beginning.random(at.target(), at.p(), at.delta() / 2));
        Escape escape = new Escape(at.problem(), beginning, state.isPresent() ? at.delta() : at.delta() / 2);
        return repaired(at, hypotheses, escape.at(at.eta()), escape.largestPromising());
    }

    /// Theorem 2 as repaired, to the relative squared error `gamma`.
    public static TheoremForm convergence(Configuration at, double gamma, Reading reading, Opening opening) {
        List<Hypothesis> hypotheses = common(at, reading);
        if (gamma > 1) {
            hypotheses.add(exact("γ ≤ 1", gamma, 1));
        }
        if (!met(hypotheses)) {
            return silent("theorem.Convergence", hypotheses);
        }
        Target target = at.target();
        Optional<LumpedState> state = opening.state(target);
        if (state.isEmpty()) {
            hypotheses.add(exact("P(φ₀ > 5π/12) ≤ δ/2", wide(at.p()), at.delta() / 2));
        }
        Entry entry = state.map(one -> Entry.of(target, one)).orElseGet(() -> anywhere(target));
        double delta = state.isPresent() ? at.delta() : at.delta() / 2;
        Convergence convergence = new Convergence(at.problem(), entry, gamma, delta);
        return repaired(at, hypotheses, convergence.at(at.eta()), convergence.largestPromising());
    }

    /// The largest relative γ ≤ 1 that promises squared errors of `gamma` in w and in a.
    static double relative(Target target, double gamma) {
        double square = target.norm() * target.norm();
        return square > 1 ? Math.min(1, gamma / square * ROOM) : Math.min(1, gamma);
    }

    private static TheoremForm repaired(Configuration at, List<Hypothesis> more, Claim claim, double step) {
        double largest = met(more) ? step : 0;
        List<Hypothesis> hypotheses = new ArrayList<>(more);
        hypotheses.addAll(claim.hypotheses());
        Promise promise = claim.promise();
        return new TheoremForm(
                claim.id(),
                List.copyOf(hypotheses),
                claim.constants(),
                met(hypotheses)
                        ? Optional.of(new Promise(promise.from(), promise.until(), 1 - at.delta(), promise.region()))
                        : Optional.empty(),
                largest);
    }

    private static TheoremForm silent(String id, List<Hypothesis> hypotheses) {
        return new TheoremForm(id, List.copyOf(hypotheses), List.of(), Optional.empty(), 0);
    }

    private static List<Hypothesis> common(Configuration at, Reading reading) {
        return new ArrayList<>(List.of(
                exact("reading RADIAL,NETWORK", reading.equals(Reading.POSTER) ? 0 : 1, 0),
                exact("2 ≤ p", -at.p(), -2),
                exact("a* ≠ 0", -at.target().norm(), -Double.MIN_VALUE)));
    }

    private static Hypothesis exact(String name, double value, double limit) {
        return new Hypothesis(name, value, limit, 0);
    }

    private static boolean met(List<Hypothesis> hypotheses) {
        return hypotheses.stream().allMatch(Hypothesis::met);
    }

    /// P(φ₀ > 5π/12) of a uniform w₀, from above.
    private static double wide(int p) {
        return 1
                - SphereCoordinate.outside(p, Functions.cos(Region.ANGLE), 8 * RoundOff.U)
                                .low()
                        / 2;
    }

    /// a₀ anywhere in the ball of radius |1ᵀa*|/√k, φ₀ ≤ 5π/12.
    private static Entry anywhere(Target target) {
        double radius = Math.abs(target.along());
        return new Entry(new Reach(radius, radius, radius), radius * target.norm(), Region.ANGLE);
    }

    private static double norm(LumpedState state) {
        return Math.sqrt(state.x() * state.x() + state.y() * state.y() + state.z() * state.z());
    }
}
