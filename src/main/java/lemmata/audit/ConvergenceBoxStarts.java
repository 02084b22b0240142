package lemmata.audit;

import java.util.List;
import java.util.Locale;
import lemmata.audit.ConvergenceBoxRuns.Case;
import lemmata.audit.ConvergenceBoxRuns.Count;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Stage;
import lemmata.model.Target;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Configuration;
import lemmata.theorem.Convergence;
import lemmata.theorem.ConvergenceBox;
import lemmata.theorem.ConvergenceBox.Scale;
import lemmata.theorem.Entry;
import lemmata.theorem.Escape;
import lemmata.theorem.PinnedConvergence;
import lemmata.theorem.Problem;
import lemmata.theorem.Promise;
import lemmata.theorem.Region;

/// theorem.ConvergenceBox/S3, S4, S8: where Theorem 2 begins, read as anywhere, or as an output of epoch I.
public final class ConvergenceBoxStarts {

    /// Enough for 1 − (10⁻¹⁰)^(1/n) < ½.
    private static final int TRIALS = 40;

    /// ρ_w and ρ_a of an epoch I.
    private static final double LARGE = 16;

    private static final double SMALL = 0.001;

    /// By how much a step size is below the largest one of epoch I, so that there is time left.
    private static final double SLOW = 1024;

    private ConvergenceBoxStarts() {}

    /// From the poster's starts a case fails whatever is drawn, at the first step that is spoken of.
    static Evidence decided(Case which, String claim) {
        ConvergenceBox box = which.box();
        Count count = ConvergenceBoxRuns.count(which, box, Reading.POSTER, TRIALS);
        Target target = box.at().target();
        double left = left(box, target.norm(), 0);
        return Evidence.witness(
                claim + "; from the poster's starts, every reading, also for constants of p, k, a*",
                fails(box, left) && target.along() == 0 && count.failures() == TRIALS,
                String.format(
                        Locale.ROOT,
                        "p = k = 2, q = 0, so a₀ = 0: T₂ = %.3g, and ‖a_t − a*‖ ≥ %.4f at t = %d for every"
                                + " draw, √γ = %.4f; seen in %s; %s",
                        box.burnIn() + 0.0,
                        left,
                        ConvergenceBoxRuns.first(box),
                        Math.sqrt(box.at().gamma()),
                        count,
                        which.command(box, Reading.POSTER, count.trials())));
    }

    /// The same from wherever epoch I leads, by theorem.Escape: ‖a₀ − a*‖² ≥ ‖a*‖² − 2a₀ᵀa* ≥ ‖a*‖² − 2M_a.
    static Evidence handedOver(Case which) {
        ConvergenceBox box = which.box();
        Target target = box.at().target();
        Escape epoch = epoch(target, box.at().p(), LARGE, SMALL);
        Promise promise = epoch.at(epoch.largestStep() / SLOW).promise();
        double left = leftByEpochOne(box);
        return Evidence.witness(
                "from the output of epoch I, every reading, also for constants of p, k, a*",
                fails(box, left) && epoch.largestStep() > 0 && !promise.isVacuous(),
                String.format(
                        Locale.ROOT,
                        "epoch I at ρ_w = %.0f, ρ_a = %s leaves aᵀa* ≤ M_a = %.4f with probability %.2f"
                                + " (theorem.Escape/S1): from there ‖a_t − a*‖ ≥ %.4f at t = %d"
                                + " for every draw, √γ = %.4f",
                        LARGE,
                        SMALL,
                        epoch.upper(),
                        promise.probability(),
                        left,
                        ConvergenceBoxRuns.first(box),
                        Math.sqrt(box.at().gamma())));
    }

    /// A lower bound on ‖a − a*‖ at the first step of the interval, from where theorem.Escape with ρ_w = 16 leads.
    public static double leftByEpochOne(ConvergenceBox box) {
        Target target = box.at().target();
        Escape epoch = epoch(target, box.at().p(), LARGE, SMALL);
        double square = target.norm() * target.norm() - 2 * epoch.upper();
        return left(box, Math.sqrt(Math.max(0, square)), epoch.end().reach().norm());
    }

    private static Escape epoch(Target target, int p, double rhoW, double rhoA) {
        double delta = PinnedConvergence.DELTA;
        return new Escape(new Problem(target, p, rhoW, rhoA), Beginning.random(target, p, delta), delta);
    }

    private static boolean fails(ConvergenceBox box, double left) {
        return box.applies()
                && !box.promise().isVacuous()
                && left > 0
                && left * left > box.at().gamma();
    }

    /// A lower bound on ‖a − a*‖ at the first step of the interval, which is at most the first, from ‖a₀‖ ≤ `size`.
    private static double left(ConvergenceBox box, double apart, double size) {
        long first = ConvergenceBoxRuns.first(box);
        return first > 1 ? 0 : apart * (1 - 0x1p-40) - first * stride(box, size);
    }

    /// A bound on one step's move of a from ‖a‖ ≤ `size`: η(Λ(1+ρ_w)²(ρ_a + size) + (1+ρ_w)(π−1+k)‖a*‖)/2π.
    static double stride(ConvergenceBox box, double size) {
        Configuration at = box.at();
        double radius = 1 + at.rhoW();
        double top = at.target().top();
        return at.eta() * radius * (radius * (at.rhoA() + size) + at.target().norm()) * top / (2 * Math.PI);
    }

    /// S4, any start: (−w*, ā) is a rest point of gradient descent, and a trap of P-GD.
    static Evidence resting() {
        Case which = Case.SPURIOUS;
        Count quiet = ConvergenceBoxRuns.count(which, which.quiet(), Reading.POSTER, 1);
        Count noisy = ConvergenceBoxRuns.count(which, which.box(), Reading.POSTER, TRIALS);
        return Evidence.witness(
                "read of any start: (−w*, ā); every reading, also for constants of p, k, a*",
                which.quiet().applies() && quiet.failures() == 1 && noisy.refutes(),
                "ρ_w = ρ_a = 0 is admitted, and there (−w*, ā) stays for ever; with the largest noise outside at T₂: "
                        + noisy + ", δ = 0.1; " + which.command(which.box(), Reading.POSTER, noisy.trials()));
    }

    /// S4, any start: those of the poster.
    static Evidence random() {
        Case which = Case.RANDOM;
        Count noisy = ConvergenceBoxRuns.count(which, which.box(), Reading.POSTER, 100);
        return new Evidence(
                "runs",
                which.box().applies() && noisy.refutes() ? Verdict.VIOLATED : Verdict.ABSTAINED,
                "read of any start: the poster's",
                noisy.trials(),
                Double.NaN,
                "outside at T₂ " + noisy + ", claimed ≤ 0.1; p = k = 2, q = 0; "
                        + which.command(which.box(), Reading.POSTER, noisy.trials()));
    }

    /// The printed theorem for theorem.Convergence/S5's gradient descent: a* = (1, 0), γ = δ = 0.1, η = 0.01.
    public static ConvergenceBox promised() {
        return new ConvergenceBox(
                new Configuration(Target.of(2, 1, 1), 2, 0, 0, 0.01, 0.1, 0.1), new Scale(1, 1, 109, 1, 1));
    }

    /// At how many steps of the interval gradient descent from φ₀ = 5π/12, a₀ = (0.1, `second`) is inside.
    public static long inside(double second) {
        ConvergenceBox box = promised();
        Configuration at = box.at();
        LumpedChain chain = new LumpedChain(at.p(), at.target(), Reading.POSTER, Generator.PHILOX, 0);
        Stage stage = new Stage(0, 0, at.eta(), 1);
        LumpedState state = ConvergenceTheoremStarts.start(second);
        long inside = 0;
        for (long t = 0; t <= box.promise().until(); t++) {
            boolean late = t >= box.burnIn();
            inside += late && !box.contradicts(Observation.of(at.target(), state, t)) ? 1 : 0;
            state = chain.step(state, stage, 0, t);
        }
        return inside;
    }

    /// S4, a start of which no more is known than what Theorem 1 promises.
    static Evidence afterTheoremOne() {
        ConvergenceBox box = promised();
        LumpedState start = ConvergenceTheoremStarts.start(8);
        Observation first = Observation.of(box.at().target(), start, 0);
        boolean inRegion = first.alignment() > 0 && first.angle() <= Region.ANGLE + 0x1p-40;
        return Evidence.witness(
                "read of any start as Theorem 1 promises it: a₀ = (0.1, 8), φ₀ = 5π/12, a* = (1, 0); every reading",
                box.applies() && inRegion && inside(8) == 0,
                String.format(
                        Locale.ROOT,
                        "ρ_w = ρ_a = 0, η = %s: outside at every step from %d to %.0f, and trapped"
                                + " (theorem.Convergence/S5); lemmata theorem check --theorem 2 --p 2 --k 2 --q 1"
                                + " --rho-w 0"
                                + " --rho-a 0 --eta 0.01 --gamma 0.1 --c-eta 109 --phi0 %s --a0 %s,%s,0 --trials 220",
                        box.at().eta(),
                        ConvergenceBoxRuns.first(box),
                        box.promise().until(),
                        Region.ANGLE,
                        start.x(),
                        start.y()));
    }

    /// S4: theorem.Convergence holds after theorem.Escape, at ρ_w = 2 max{ρ_esc, 24}, then 0.05; and how many of the
    /// problems come to the entry of S9.
    static Evidence joined() {
        int joined = 0;
        int inside = 0;
        int all = 0;
        for (int p : List.of(2, 6, 8)) {
            for (int k : List.of(1, 2, 5, 25)) {
                for (double q : k == 1 ? List.of(1.0) : List.of(0.0, 1.0, (double) k)) {
                    Target target = Target.of(k, q, 1);
                    double needed = SmoothedEquilibrium.escapeNoise(target, p, Reading.Output.RADIAL)
                            .high();
                    Escape first = epoch(target, p, 2 * Math.max(needed, 24), 0);
                    joined += first.largestStep() > 0 && continues(target, p, first.end()) ? 1 : 0;
                    inside += first.largestStep() > 0 && enters(target, p, first.end()) ? 1 : 0;
                    all++;
                }
            }
        }
        return new Evidence(
                "conditions",
                joined == all ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "theorem.Convergence holds from where theorem.Escape with large noise ends",
                all,
                Double.NaN,
                String.format(
                        Locale.ROOT,
                        "%d of %d problems, %d end in the entry of S9; p = 2, 6, 8, ‖a*‖ = 1, γ = 0.1, ρ_w ="
                                + " 2 max{ρ_esc, 24}, then 0.05",
                        joined,
                        all,
                        inside));
    }

    private static boolean continues(Target target, int p, Entry end) {
        return new Convergence(new Problem(target, p, 0.05, 0), end, 0.1, PinnedConvergence.DELTA).largestStep() > 0;
    }

    private static boolean enters(Target target, int p, Entry end) {
        Entry entry = new PinnedConvergence(p, target, 0.1, PinnedConvergence.DELTA).entry();
        return end.adverse() <= entry.adverse()
                && end.angle() <= entry.angle()
                && end.reach().x() <= entry.reach().x()
                && end.reach().y() <= entry.reach().y()
                && end.reach().z() <= entry.reach().z();
    }
}
