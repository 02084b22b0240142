package lemmata.experiment;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Target;
import lemmata.model.Teacher;

/// What the poster's box "Background" says of landscapes and of first order methods, in this model.
///
/// **Source.** experiment.PosterBackground.
public final class PosterBackground {

    /// What a convex loss does not have.
    public enum Obstacle {
        /// Critical points with a direction of descent.
        SADDLES,
        /// A local minimum that is not global.
        SPURIOUS_OPTIMUM
    }

    private PosterBackground() {}

    /// The obstacles in the landscape of a teacher: both iff p ≥ 2 and q < 1 + (k−1)/π, none for a* = 0.
    ///
    /// For p = 1, a* ≠ 0 the spurious optimum alone; it is not alone otherwise. Exact for a teacher in doubles.
    @Statement("experiment.PosterBackground/S1")
    public static Set<Obstacle> obstacles(Teacher teacher) {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        if (CriticalPoints.saddleAngle(teacher).isPresent()) {
            found.add(Obstacle.SADDLES);
        }
        if (LocalMinimality.holds(teacher)) {
            found.add(Obstacle.SPURIOUS_OPTIMUM);
        }
        return found;
    }

    /// Whether a run has left the saddles for good, as far as descent without noise decides it: below their loss.
    @Statement("experiment.PosterBackground/S2")
    public static boolean hasEscaped(Target target, LumpedState state) {
        return EmpiricalObservations.side(target, state) != Side.OPEN;
    }

    /// The generalization error L(−w*, ā) of the local optimum that is not global; empty if there is none.
    ///
    /// Within [SpuriousOptimum#lossError].
    @Statement("experiment.PosterBackground/S3")
    public static OptionalDouble spuriousError(Teacher teacher) {
        return LocalMinimality.holds(teacher)
                ? OptionalDouble.of(SpuriousOptimum.loss(teacher))
                : OptionalDouble.empty();
    }

    /// From how many starts a run ends badly without noise and well with it.
    ///
    /// @param plain the sides on which the runs without noise end, one per start
    /// @param noisy those of the runs with noise, from the same starts, maybe of more or fewer
    @Statement("experiment.PosterBackground/S4")
    public static int rescued(List<Side> plain, List<Side> noisy) {
        return (int) IntStream.range(0, Math.min(plain.size(), noisy.size()))
                .filter(i -> plain.get(i) == Side.BAD && noisy.get(i) == Side.GOOD)
                .count();
    }
}
