package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.theorem.Convergence;
import lemmata.theorem.Entry;
import lemmata.theorem.Hypothesis;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;

/// What theorem.Convergence/S4 says of the noise that its condition on the bias allows, as checks.
public final class ConvergenceTheoremNoise {

    /// Place of the condition on the bias.
    private static final int BIAS = 4;

    private static final Angle ZERO = Angle.ofRadians(Angle.radians(0));

    private static final int LONGEST = 1_000_000;

    private ConvergenceTheoremNoise() {}

    private static int length(Draw draw) {
        return (int) ConvergenceTheoremCase.spread(draw, 3441, 2, LONGEST);
    }

    private static int patches(Draw draw) {
        return (int) ConvergenceTheoremCase.spread(draw, 3442, 1, LONGEST);
    }

    /// 1 − c₁ and 1 − c₂ at φ = 0 over ρ².
    private static Bounded[] shares(int p, int k, double rho) {
        NoiseMoments moments = NoiseMoments.ofOutput(Reading.Output.RADIAL, new BallNoise(p, rho), ZERO);
        double scale = 1 / (rho * rho);
        return new Bounded[] {
            SmoothedEquilibrium.shareAlong(k, moments).complement().times(scale),
            SmoothedEquilibrium.shareAcross(moments).complement().times(scale)
        };
    }

    /// S4: for ρ ≤ ½ both are between `least` and their greatest coefficients.
    public static Check between(double least, double along, double across) {
        return draw -> {
            Bounded[] shares =
                    shares(length(draw), patches(draw), ConvergenceTheoremCase.spread(draw, 3443, 0.001, 0.5));
            double above = Math.max(shares[0].low() / along, shares[1].low() / across);
            double below = least / Math.min(shares[0].high(), shares[1].high());
            return OptionalDouble.of(Math.max(above, below));
        };
    }

    /// A coefficient of p and k.
    @FunctionalInterface
    public interface Coefficient {
        /// Its value.
        double at(int p, int k);
    }

    /// S4: at small ρ they are within 2ρ of the limits.
    public static Check limits(Coefficient along, IntToDoubleFunction across) {
        return draw -> {
            int p = length(draw);
            int k = patches(draw);
            double rho = ConvergenceTheoremCase.spread(draw, 3444, 0.0005, 0.01);
            Bounded[] shares = shares(p, k, rho);
            double first = Math.abs(shares[0].value() - along.at(p, k)) - shares[0].error();
            double second = Math.abs(shares[1].value() - across.applyAsDouble(p)) - shares[1].error();
            return OptionalDouble.of(Math.max(0, Math.max(first, second)) / (2 * rho));
        };
    }

    /// S4: with ρ_w up to the tolerated noise the condition on the bias is met; with ρ_w ≥ 1.6γ^{1/4} it is not.
    public static Check tolerated(DoubleUnaryOperator tolerated) {
        return draw -> {
            ConvergenceTheoremCase drawn = ConvergenceTheoremCase.of(draw);
            Target target = drawn.problem().target();
            double gamma = ConvergenceTheoremCase.spread(draw, 3445, 1e-6, 1);
            int p = (int) ConvergenceTheoremCase.spread(draw, 3446, 2, LONGEST);
            double much = 1.6 * Math.sqrt(Math.sqrt(gamma));
            boolean enough = meets(target, p, tolerated.applyAsDouble(gamma), gamma);
            boolean needed = much > 0.5 || !meets(target, p, much, gamma);
            return Check.exactly(enough && needed);
        };
    }

    private static boolean meets(Target target, int p, double rho, double gamma) {
        Entry entry = new Entry(new Reach(0, 0, 0), 0, 0);
        Hypothesis bias = new Convergence(new Problem(target, p, rho, 0), entry, gamma, 0.5)
                .hypotheses(0.01)
                .get(BIAS);
        return bias.met();
    }
}
