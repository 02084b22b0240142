package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.theorem.FilterStep;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The bounds of theorem.FilterStep by their formulas, in 250 digits.
///
/// @param problem a*, p, ρ_w, ρ_a
/// @param reach x̄, ȳ, z̄
public record FilterBoundChecks(Problem problem, Reach reach) {

    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TWO = Oracle.exact(2);

    /// One of the formulas.
    @FunctionalInterface
    public interface Formula {
        /// Its value.
        Apfloat of(FilterBoundChecks exact);
    }

    /// S6: a bound of the code within its relative error of its formula.
    public static Check accuracy(FilterReachChecks.Bound bound, Formula formula) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            if (!here.isMeant()) {
                return OptionalDouble.empty();
            }
            Apfloat exact = formula.of(new FilterBoundChecks(here.problem(), here.reach()));
            double allowed = FilterStep.RELATIVE * exact.doubleValue() + RoundOff.UNDERFLOW;
            return OptionalDouble.of(Oracle.ratio(bound.of(here.problem(), here.reach()), exact, allowed));
        };
    }

    /// All six of them.
    public static Check accuracy() {
        return accuracy(FilterReachChecks.bound(FilterStep::alignment), FilterBoundChecks::alignment)
                .and(accuracy(FilterReachChecks.bound(FilterStep::perturbedAlignment), FilterBoundChecks::perturbed))
                .and(accuracy(FilterReachChecks.bound(FilterStep::noiseSlope), FilterBoundChecks::noise))
                .and(accuracy(FilterReachChecks.bound(FilterStep::slope), FilterBoundChecks::slope))
                .and(accuracy(FilterReachChecks.bound(FilterStep::spread), FilterBoundChecks::spread))
                .and(accuracy(FilterReachChecks.bound(FilterStep::range), FilterBoundChecks::range));
    }

    /// S6: cos φ after a step by its formula.
    public static Check cosine(FilterStepChecks.Cosine least) {
        return draw -> {
            double cosine = 1 - 2 * draw.uniform(1351);
            double inner = 4 * draw.uniform(1352) - 2;
            double square = 9 * draw.uniform(1353);
            double eta = Functions.exp(-9 * draw.uniform(1354));
            Apfloat step = Oracle.exact(eta);
            Apfloat bend = square(step).multiply(Oracle.exact(square)).divide(TWO);
            Apfloat exact = Oracle.exact(cosine)
                    .subtract(step.multiply(Oracle.exact(inner)))
                    .subtract(bend);
            double error = FilterStep.leastCosineError(cosine, inner, square, eta);
            double worth = error / (0x1p-45 * (1 + eta * eta * square));
            return OptionalDouble.of(
                    Math.max(worth, Oracle.ratio(least.after(cosine, inner, square, eta), exact, error)));
        };
    }

    /// S6: the growth of log cot²(φ/2) by its formula.
    public static Check turn(FilterStepChecks.Turn least) {
        return draw -> {
            double cosine = draw.uniform(1355) < 0.5 ? 1 - 2 * draw.uniform(1356) : 2 * draw.uniform(1356) - 1;
            double gain = (2 * draw.uniform(1357) - 1) * (1 - Math.abs(cosine)) / 2;
            Apfloat c = Oracle.exact(cosine);
            Apfloat g = Oracle.exact(gain);
            Apfloat first = TWO.multiply(g).divide(ONE.subtract(square(c)));
            Apfloat exact = first.subtract(square(g.divide(ONE.add(c))));
            double error = FilterStep.leastTurnError(cosine, gain);
            double worth = error / (0x1p-45 * Math.abs(first.doubleValue()));
            return OptionalDouble.of(Math.max(worth, Oracle.ratio(least.of(cosine, gain), exact, error)));
        };
    }

    /// |a₁|x̄ + a₂ȳ.
    public Apfloat alignment() {
        return along().multiply(Oracle.exact(reach.x()))
                .add(Oracle.exact(target().across()).multiply(Oracle.exact(reach.y())));
    }

    /// D = |a₁|x̄ + a₂ȳ + ‖a*‖ρ_a.
    public Apfloat perturbed() {
        return alignment().add(norm().multiply(rhoA()));
    }

    /// Γ₀ = (H̄ρ + T min{1, ρ/(1−ρ)})/2π.
    public Apfloat noise() {
        return stiffness()
                .multiply(rho())
                .add(pull().multiply(least(ONE, near())))
                .divide(turn());
    }

    /// Γ = Γ₀ + D/2.
    public Apfloat slope() {
        return noise().add(perturbed().divide(TWO));
    }

    /// Σ, from 2πΣ = H̄ρ/√(p+2) + T min{1/√(p−1), ρ/((1−ρ)√(p+2))} + π‖a*‖ρ_a/√(k+2) + |d|(π/2) min{1, ρ}.
    public Apfloat spread() {
        Apfloat coordinate = root(problem.p() + 2);
        Apfloat direction = least(ONE.divide(root(problem.p() - 1)), near().divide(coordinate));
        Apfloat half = Oracle.pi().divide(TWO);
        return stiffness()
                .multiply(rho())
                .divide(coordinate)
                .add(pull().multiply(direction))
                .add(Oracle.pi().multiply(norm()).multiply(rhoA()).divide(root(target().k() + 2)))
                .add(alignment().multiply(half).multiply(least(ONE, rho())))
                .divide(turn());
    }

    /// R, from 2πR = 4πΓ₀ + π‖a*‖ρ_a + π|d| min{1, ρ}.
    public Apfloat range() {
        Apfloat output = norm().multiply(rhoA()).add(alignment().multiply(least(ONE, rho())));
        return TWO.multiply(noise()).add(output.divide(TWO));
    }

    /// H̄ = k(x̄+ρ_a)² + (π−1)(√(x̄²+ȳ²+z̄²) + ρ_a)².
    private Apfloat stiffness() {
        Apfloat x = Oracle.exact(reach.x()).add(rhoA());
        Apfloat square = square(Oracle.exact(reach.x()))
                .add(square(Oracle.exact(reach.y())))
                .add(square(Oracle.exact(reach.z())));
        Apfloat length = root(square).add(rhoA());
        return Oracle.exact(target().k())
                .multiply(square(x))
                .add(Oracle.pi().subtract(ONE).multiply(square(length)));
    }

    /// T = k|a₁|(x̄+ρ_a) + D.
    private Apfloat pull() {
        Apfloat x = Oracle.exact(reach.x()).add(rhoA());
        return Oracle.exact(target().k()).multiply(along()).multiply(x).add(perturbed());
    }

    private Target target() {
        return problem.target();
    }

    private Apfloat along() {
        return Oracle.exact(Math.abs(target().along()));
    }

    private Apfloat norm() {
        return root(square(along()).add(square(Oracle.exact(target().across()))));
    }

    private Apfloat rho() {
        return Oracle.exact(problem.rhoW());
    }

    private Apfloat rhoA() {
        return Oracle.exact(problem.rhoA());
    }

    /// ρ/(1−ρ), or something large from ρ = 1 on.
    private Apfloat near() {
        return problem.rhoW() < 1 ? rho().divide(ONE.subtract(rho())) : Oracle.exact(1e9);
    }

    private static Apfloat turn() {
        return TWO.multiply(Oracle.pi());
    }

    private static Apfloat square(Apfloat x) {
        return x.multiply(x);
    }

    private static Apfloat root(int x) {
        return root(Oracle.exact(x));
    }

    private static Apfloat root(Apfloat x) {
        return x.signum() == 0 ? x : ApfloatMath.sqrt(x);
    }

    private static Apfloat least(Apfloat x, Apfloat y) {
        return x.compareTo(y) <= 0 ? x : y;
    }
}
