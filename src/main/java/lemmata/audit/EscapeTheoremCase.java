package lemmata.audit;

import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.dynamics.LumpedState;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.smoothing.Reading;
import lemmata.theorem.Beginning;
import lemmata.theorem.Escape;
import lemmata.theorem.Problem;

/// A problem of epoch I with ρ_w > ρ_esc, a start and a failure probability, derived from a [Draw] with a* ≠ 0.
///
/// **Kinds.** ‖a*‖ from 0.03 to 4.5; ρ_w above ρ_esc by 1 % to a factor of 20; ρ_a 0 in half of the cases, or up to
/// ‖a*‖; one state, with any angle, near 0 or near π, or the poster's starts.
///
/// @param problem the problem
/// @param start where its runs begin
/// @param delta failure probability, from 10⁻⁴ to 1
/// @param theorem what is claimed of them
/// @param largest the step size that it finds
/// @param eta a step size, in half of the cases the largest
record EscapeTheoremCase(Problem problem, Beginning start, double delta, Escape theorem, double largest, double eta) {

    private static final int LARGEST = 100;

    /// Enough for the cases of a standard run: finding ρ_esc takes long.
    private static final Memo<Draw, EscapeTheoremCase> KNOWN = new Memo<>(600, EscapeTheoremCase::make);

    /// Whether a draw makes a case.
    static boolean applies(Draw draw) {
        return draw.target() != Draw.Target.ZERO;
    }

    /// The case of a draw.
    static EscapeTheoremCase of(Draw draw) {
        return KNOWN.at(draw);
    }

    private static EscapeTheoremCase make(Draw draw) {
        int p = Math.clamp(draw.p(), 2, LARGEST);
        Target target = target(draw);
        double delta = 0.999 * Functions.exp(-9 * draw.uniform(606));
        Problem problem = problem(draw, p, target);
        Beginning start = draw.uniform(607) < 0.3 ? Beginning.random(target, p, delta) : state(draw, target);
        Escape theorem = new Escape(problem, start, delta);
        double largest = theorem.largestStep();
        double any = Functions.exp(-1 - 30 * draw.uniform(613));
        return new EscapeTheoremCase(
                problem, start, delta, theorem, largest, largest > 0 && draw.uniform(614) < 0.5 ? largest : any);
    }

    private static Target target(Draw draw) {
        Target any = Target.of(draw.unscaled().teacher());
        double norm = Functions.exp(5 * draw.uniform(601) - 3.5) / any.norm();
        double sign = draw.uniform(602) < 0.5 ? -1 : 1;
        return new Target(any.k(), sign * norm * any.along(), norm * any.across());
    }

    private static Problem problem(Draw draw, int p, Target target) {
        double escape = SmoothedEquilibrium.escapeNoise(target, p, Reading.Output.RADIAL)
                .high();
        double excess = Functions.exp(7.6 * draw.uniform(603) - 4.6);
        double rhoA = draw.uniform(604) < 0.5 ? 0 : target.norm() * draw.uniform(605);
        return new Problem(target, p, escape < 0.01 ? excess : escape * (1 + excess), rhoA);
    }

    private static Beginning state(Draw draw, Target target) {
        double[] any = draw.gaussians(608, 3);
        double size = draw.uniform(609) < 0.2 ? 0 : target.norm() * 2 * draw.uniform(610);
        double across = target.k() == 1 ? 0 : size;
        double tiny = Functions.exp(-12 * draw.uniform(611));
        double kind = draw.uniform(612);
        double angle = kind < 0.2 ? tiny : kind < 0.4 ? Math.PI - tiny : kind < 0.5 ? 0 : Math.PI * tiny;
        return Beginning.of(
                target,
                new LumpedState(
                        Functions.cos(angle),
                        Functions.sin(angle),
                        size * any[0],
                        across * any[1],
                        across * Math.abs(any[2])));
    }

    /// The same formulas in 80 digits.
    EscapeTheoremOracle oracle() {
        return new EscapeTheoremOracle(problem, start, delta);
    }
}
