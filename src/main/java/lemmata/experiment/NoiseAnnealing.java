package lemmata.experiment;

import java.util.ArrayList;
import java.util.List;
import lemmata.claim.Statement;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.model.Target;
import lemmata.num.Functions;

/// A schedule of noise annealing made from the temperature of the noise.
///
/// T = (η/2) · ρ_w²ρ_a⁴/(p+2) · [ (tr M)² + 2 tr M² ] / (4π² (k+2)(k+4))
///
/// is, to leading order, the temperature at which noise shakes the filter in the loss that is left once the output
/// weights have settled. It falls from `hot` to `cold` times the depth D = ‖a*‖²/4π(π−1) of the spurious minimum at
/// q = 0, in stages of equal length; a last stage with next to no noise lets the run settle.
/// **Source.** experiment.NoiseAnnealing.
///
/// @param stiffness η over 1/(λ₁ + ‖a*‖²/2)
/// @param stages how many fall from hot to cold
/// @param time η times the steps of all of these, for ‖a*‖ ≥ 1; 1/‖a*‖² times as long for less
/// @param hot first T/D
/// @param cold last T/D
/// @param rhoHot first ρ_a, over √‖a*‖
/// @param rhoCold last ρ_a, over √‖a*‖
/// @param finish time of the last stage, for ‖a*‖ ≥ 1
public record NoiseAnnealing(
        double stiffness,
        int stages,
        double time,
        double hot,
        double cold,
        double rhoHot,
        double rhoCold,
        double finish)
        implements Recipe {

    /// Found by search at p = 6, ‖a*‖ = 1: no run failed among thousands in any cell of our grid.
    public static final NoiseAnnealing DEFAULT = new NoiseAnnealing(0.6, 10, 6000, 0.3, 0.125, 3.2, 2.8, 300);

    /// Noise of the last stage, over that of the last but one.
    private static final double REST = 0.01;

    /// The schedule; for a* = 0 without noise.
    @Override
    @Statement({
        "experiment.NoiseAnnealing/S2",
        "experiment.NoiseAnnealing/S4",
        "experiment.NoiseAnnealing/S5",
        "experiment.NoiseAnnealing/S6"
    })
    public Schedule schedule(int p, Target target) {
        double square = target.norm() * target.norm();
        double eta = stiffness * PlainDescent.unit(target);
        double slowness = square == 0 ? 1 : Math.max(1, 1 / square);
        List<Stage> all = new ArrayList<>();
        for (int s = 0; s < stages; s++) {
            double share = stages == 1 ? 0 : s / (stages - 1.0);
            double rhoA = between(rhoHot, rhoCold, share) * Math.sqrt(target.norm());
            double temperature = between(hot, cold, share) * depth(target);
            double unit = temperature(new Stage(1, rhoA, eta, 0), p, target.k());
            double rhoW = unit == 0 ? rhoA : Math.sqrt(temperature / unit);
            all.add(new Stage(rhoW, rhoA, eta, PlainDescent.steps(slowness * time / stages, eta)));
        }
        Stage last = all.getLast();
        all.add(new Stage(REST * last.rhoW(), REST * last.rhoA(), eta, PlainDescent.steps(slowness * finish, eta)));
        return new Schedule(all);
    }

    /// T of a stage: half the step size times the variance of a tangent coordinate of the gradient in w at a = a* = 0,
    /// where it is exact for both readings with NETWORK; elsewhere what noise alone makes.
    ///
    /// 0 if either radius is. Relative error below 30u.
    @Statement("experiment.NoiseAnnealing/S3")
    public static double temperature(Stage stage, int p, int k) {
        double trace = Math.PI * k;
        double squares = (Math.PI - 1 + k) * (Math.PI - 1 + k) + (k - 1) * (Math.PI - 1) * (Math.PI - 1);
        double quartic = (trace * trace + 2 * squares) / ((k + 2.0) * (k + 4.0));
        double rho = stage.rhoA() * stage.rhoA() * stage.rhoW();
        return stage.eta() / 2 * (rho * rho) / (p + 2.0) * quartic / (4 * Math.PI * Math.PI);
    }

    /// D = ‖a*‖²/4π(π−1), [#spuriousDepth] for q = 0.
    public static double depth(Target target) {
        return target.norm() * target.norm() / (4 * Math.PI * (Math.PI - 1));
    }

    /// How much the loss, least over a, rises from w = −w* to the saddles: (‖a*‖²/4π) (α − β)²/α with α = (1 −
    /// q/(π−1+k))/(π−1), β = q/(π−1+k); 0 where there are none.
    @Statement("experiment.NoiseAnnealing/S1")
    public static double spuriousDepth(Target target) {
        return below(target, 0);
    }

    /// The same from w = w*: ‖a*‖²/4πα, as (π−1)α + β = 1.
    @Statement("experiment.NoiseAnnealing/S1")
    public static double globalDepth(Target target) {
        return below(target, Math.PI);
    }

    /// How far ℓ(φ) = min_a L lies below its value at the saddles: (‖a*‖²/4π) (α (g−1) + β)²/α for g = g(φ); 0 where
    /// there are none.
    ///
    /// **Accuracy.** 64u (‖a*‖²/4π) (α |g−1| + β)²/α.
    @Statement("experiment.NoiseAnnealing/S1")
    public static double below(Target target, double g) {
        double square = target.norm() * target.norm();
        double beta = square == 0 ? 0 : target.q() / target.top();
        double alpha = (1 - beta) / (Math.PI - 1);
        if (alpha <= beta) {
            return 0;
        }
        double slope = Math.fma(alpha, g - 1, beta);
        return square / (4 * Math.PI) * slope * slope / alpha;
    }

    /// A geometric mean.
    private static double between(double first, double last, double share) {
        return first * Functions.exp(share * Functions.log(last / first));
    }
}
