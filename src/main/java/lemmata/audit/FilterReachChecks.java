package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lemmata.loss.Angle;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Drift;
import lemmata.theorem.FilterStep;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;

/// How large theorem.FilterStep claims that the gradient and its noise can be, as checks at extreme noise of any
/// implementation.
public final class FilterReachChecks {

    /// A bound on the gradient.
    @FunctionalInterface
    public interface Bound {
        /// Its value.
        double of(Problem problem, Reach reach);
    }

    /// The bounds of S3.
    ///
    /// @param alignment of |d|
    /// @param perturbed D, of |d̃|
    /// @param noise Γ₀
    /// @param all Γ
    public record Bounds(Bound alignment, Bound perturbed, Bound noise, Bound all) {
        /// Those of the code.
        public static final Bounds LEMMA = new Bounds(
                bound(FilterStep::alignment),
                bound(FilterStep::perturbedAlignment),
                bound(FilterStep::noiseSlope),
                bound(FilterStep::slope));
    }

    private static final double TURN = 2 * Math.PI;

    private FilterReachChecks() {}

    /// A bound of the code.
    public static Bound bound(ToDoubleFunction<FilterStep> of) {
        return (problem, reach) -> of.applyAsDouble(new FilterStep(problem, reach));
    }

    /// S3: |d|, |d̃|, ‖G + d̃(π−φ̃)P_w w*/2π‖ and ‖G‖ at extreme noise, over their bounds with the student's own
    /// reach.
    public static Check bounds(Bounds bounds) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            if (!here.isMeant()) {
                return OptionalDouble.empty();
            }
            Problem problem = here.problem();
            Reach reach = here.reach();
            double worst = over(Math.abs(here.alignment()), bounds.alignment.of(problem, reach), 0);
            for (int kind = 0; kind < FilterCase.KINDS; kind++) {
                FilterCase.Seen seen = here.seen(here.extreme(kind));
                double d = Vectors.dot(seen.at().a(), here.teacher().a()).doubleValue();
                double pull = FilterStep.turnFactor(
                                d, Angle.between(seen.at().w(), here.teacher().w()))
                        / TURN;
                double[] rest = across(
                        here,
                        Vectors.map(
                                (g, x) -> g + pull * x,
                                seen.slope(),
                                here.teacher().w()));
                worst = Math.max(worst, over(Math.abs(d), bounds.perturbed.of(problem, reach), 0));
                worst = Math.max(worst, over(Vectors.length(rest), bounds.noise.of(problem, reach), 2 * seen.error()));
                double all = Vectors.length(across(here, seen.slope()));
                worst = Math.max(worst, over(all, bounds.all.of(problem, reach), 2 * seen.error()));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S4: |Gᵀt − E Gᵀt| at extreme noise over R, t the unit vector of P_w w*.
    public static Check range(Bound range) {
        return draw -> {
            FilterCase here = FilterCase.of(draw);
            if (!here.isMeant()) {
                return OptionalDouble.empty();
            }
            double limit = range.of(here.problem(), here.reach());
            double mean = mean(here);
            double worst = 0;
            for (int kind = 0; kind < FilterCase.KINDS; kind++) {
                FilterCase.Seen seen = here.seen(here.extreme(kind));
                double off = Math.abs(Vectors.fusedDot(seen.slope(), here.tangent()) - mean);
                worst = Math.max(worst, over(off, limit, 2 * seen.error()));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// E Gᵀt = −(dκ/2π) sin φ.
    static double mean(FilterCase here) {
        double sine = Functions.sin(Math.min(here.angle().phi(), here.angle().psi()));
        double kappa = Drift.network(here.problem().noise(), here.angle()).value();
        return sine == 0 ? 0 : -FilterStep.meanAscent(here.alignment(), kappa, sine) / sine;
    }

    private static double over(double observed, double bound, double error) {
        return Check.over(Math.max(0, observed - error - RoundOff.UNDERFLOW), bound * (1 + 0x1p-40));
    }

    /// P_w x in doubles.
    private static double[] across(FilterCase here, double[] x) {
        double[] w = here.student().w();
        double along = Vectors.fusedDot(w, x);
        return Vectors.map((entry, unit) -> entry - along * unit, x, w);
    }
}
