package lemmata.experiment;

import java.util.List;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Observation;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Stage;
import lemmata.landscape.GlobalOptimum;
import lemmata.landscape.LocalMinimality;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;

/// The three columns of the poster's table of observations, in this model: generalization, sharpness, level of noise.
///
/// Inputs are fresh, so the loss L is the generalization error itself. **Source.** experiment.EmpiricalObservations.
public final class EmpiricalObservations {

    /// On which side of the saddles' level set a state lies.
    public enum Side {
        /// L < L_c, aᵀa* > 0: without noise it ends at (w*, a*), with loss 0.
        GOOD,
        /// L < L_c, aᵀa* < 0: without noise it ends at (−w*, ā); L ≥ L(−w*, ā) already.
        BAD,
        /// Not below L_c, or no such level: nothing is said.
        OPEN
    }

    /// Relative distance from a border within which a state counts as OPEN.
    private static final double MARGIN = 0x1p-40;

    private EmpiricalObservations() {}

    /// L_c = (π−1)‖a*‖² / (4π (1 − q/(π−1+k))), the loss at the saddles and the least one where aᵀa* = 0.
    ///
    /// For q = 0, (π−1)‖a*‖²/4π, that of a = 0. For q < 1 + (k−1)/π. **Accuracy.** [#saddleLossError].
    @Statement({"experiment.EmpiricalObservations/S1", "experiment.EmpiricalObservations/S7"})
    public static double saddleLoss(Target target) {
        double norm = target.norm();
        return (Math.PI - 1) * (norm * norm) / (4 * Math.PI * (1 - target.q() / target.top()));
    }

    /// Bound on the error of [#saddleLoss]: 32u relative.
    @Statement("experiment.EmpiricalObservations/S7")
    public static double saddleLossError(Target target) {
        return 32 * RoundOff.U * saddleLoss(target) + RoundOff.UNDERFLOW;
    }

    /// The side of a state; OPEN within 2⁻⁴⁰ of L_c, and of the threshold of q.
    @Statement({
        "experiment.EmpiricalObservations/S1",
        "experiment.EmpiricalObservations/S4",
        "experiment.EmpiricalObservations/S5",
        "experiment.EmpiricalObservations/S6",
        "experiment.EmpiricalObservations/S7"
    })
    public static Side side(Target target, LumpedState state) {
        Observation seen = Observation.of(target, state, 0);
        boolean hasLevel = target.q() < LocalMinimality.threshold(target.k()) * (1 - MARGIN);
        if (!hasLevel || !(seen.loss() < saddleLoss(target) * (1 - MARGIN))) {
            return Side.OPEN;
        }
        return seen.alignment() > 0 ? Side.GOOD : Side.BAD;
    }

    /// The sides of some finished runs, in their order.
    public static List<Side> sides(Target target, List<Result> results) {
        return results.stream().map(each -> side(target, each.state())).toList();
    }

    /// The Hessian of L on sphere × R^k at an optimum: `filter` on the tangent space, M/2π on the output weights, 0
    /// between them.
    ///
    /// @param p length of the filter; the tangent space has dimension p − 1
    /// @param k number of patches
    /// @param filter eigenvalue on the tangent space
    public record Sharpness(int p, int k, double filter) {

        /// Eigenvalue on 1, (π−1+k)/2π.
        public double along() {
            return (Math.PI - 1 + k) / (2 * Math.PI);
        }

        /// Eigenvalue on its complement in R^k, (π−1)/2π; none for k = 1.
        public double across() {
            return GlobalOptimum.outputCurvature();
        }

        /// Sum of the eigenvalues: k/2 + (p−1) · filter.
        @Statement("experiment.EmpiricalObservations/S2")
        public double trace() {
            return k / 2.0 + (p - 1) * filter;
        }

        /// Largest eigenvalue.
        @Statement("experiment.EmpiricalObservations/S2")
        public double largest() {
            return p == 1 ? along() : Math.max(filter, along());
        }

        /// Bound on the relative error of all numbers here: 8u.
        @Statement("experiment.EmpiricalObservations/S7")
        public static double relativeError() {
            return 8 * RoundOff.U;
        }
    }

    /// At (w*, a*): ‖a*‖²/2 on the tangent space.
    @Statement({"experiment.EmpiricalObservations/S2", "experiment.EmpiricalObservations/S3"})
    public static Sharpness atGlobal(Teacher teacher) {
        return new Sharpness(teacher.p(), teacher.k(), GlobalOptimum.filterCurvature(teacher));
    }

    /// At (−w*, ā): 0 on the tangent space.
    @Statement({"experiment.EmpiricalObservations/S2", "experiment.EmpiricalObservations/S3"})
    public static Sharpness atSpurious(Teacher teacher) {
        return new Sharpness(teacher.p(), teacher.k(), 0);
    }

    /// The level of noise of each stage: 0 for GD; for SGD η, by which the random part of a step of a is proportional.
    ///
    /// @throws InvalidField naming `method` for one with injected noise, of which the table has no row
    @Statement({
        "experiment.EmpiricalObservations/S4",
        "experiment.EmpiricalObservations/S5",
        "experiment.EmpiricalObservations/S6"
    })
    public static List<Double> noiseLevels(Setup setup, Schedule schedule) {
        if (setup.method().isPerturbed()) {
            throw new InvalidField("method", setup.method() + " injects noise: its levels are the radii of the stages");
        }
        double share = setup.method().isSampled() ? 1 : 0;
        return schedule.stages().stream()
                .map(Stage::eta)
                .map(eta -> share * eta)
                .toList();
    }
}
