package lemmata.experiment;

import java.util.List;
import java.util.Optional;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.Outcome;
import lemmata.dynamics.Simulation.Result;
import lemmata.dynamics.Start;
import lemmata.landscape.DescentBasin;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;

/// What theory says of gradient descent in a cell, before it runs. For a* ≠ 0.
///
/// limit = ½(1 + P(|u₁| ≤ cos ψ_c)), u₁ a coordinate on the unit sphere of R^p; ½ at q = 0, 1 from the threshold on.
/// **Accuracy.** The threshold 3u relative, the limit that of [DescentBasin#trapLimit]. **Source.**
/// experiment.TrapPrediction.
///
/// @param threshold 1 + (k−1)/π: for p ≥ 2 and q from there on (−w*, ā) is no local minimum
/// @param limit the limit of the probability to converge as ‖a*‖ → 0 with q fixed; 0 from (−w*, ā) itself
/// @param successes how many of the runs lie on the side of w* of the tangent of the saddle's stable manifold
/// @param hits how many of the decided runs ended as this says
/// @param decided how many converged or were trapped
public record TrapPrediction(double threshold, double limit, long successes, long hits, long decided) {

    /// Of a cell without looking at runs; empty if it is none of gradient descent.
    @Statement({"experiment.TrapPrediction/S1", "experiment.TrapPrediction/S3", "experiment.TrapPrediction/S5"})
    public static Optional<TrapPrediction> of(Cell cell) {
        if (cell.setup().method() != Method.GD) {
            return Optional.empty();
        }
        double limit = cell.setup().start() == Start.SPURIOUS
                ? 0
                : 1 - DescentBasin.trapLimit(cell.target().teacher(cell.p())).value();
        return Optional.of(new TrapPrediction(LocalMinimality.threshold(cell.k()), limit, 0, 0, 0));
    }

    /// The same with single runs compared: a random start is predicted to converge if its margin is positive, for p = 1
    /// if w_0 = w*, without saddles always; (−w*, ā) never.
    ///
    /// @param results all trials at the end
    @Statement({"experiment.TrapPrediction/S2", "experiment.TrapPrediction/S3", "experiment.TrapPrediction/S4"})
    public TrapPrediction with(Cell cell, List<Result> results, double tolerance) {
        Teacher teacher = cell.target().teacher(Math.min(cell.p(), 2));
        Optional<DescentBasin> basin = cell.p() == 1 ? Optional.empty() : DescentBasin.of(teacher);
        long favoured = 0;
        long right = 0;
        long known = 0;
        for (Result each : results) {
            LumpedState start = start(cell, each.trial());
            boolean succeeds = cell.setup().start() == Start.RANDOM
                    && (cell.p() == 1
                            ? start.c() > 0
                            : basin.map(b -> b.margin(student(cell.target(), start))
                                                    .value()
                                            > 0)
                                    .orElse(true));
            Outcome outcome = Outcome.of(
                    cell.target(), each.state(), each.taken(), cell.schedule().steps(), tolerance);
            boolean decided = outcome == Outcome.CONVERGED || outcome == Outcome.TRAPPED;
            favoured += succeeds ? 1 : 0;
            known += decided ? 1 : 0;
            right += decided && succeeds == (outcome == Outcome.CONVERGED) ? 1 : 0;
        }
        return new TrapPrediction(threshold, limit, favoured, right, known);
    }

    private static LumpedState start(Cell cell, long trial) {
        return cell.setup()
                .start()
                .lumped(
                        cell.p(),
                        cell.target(),
                        cell.setup().generator(),
                        cell.setup().seed(),
                        trial);
    }

    /// A student of the same angle and coordinates along 1 and across; the margin looks at nothing else.
    private static Student student(Target target, LumpedState state) {
        double mean = state.x() / Math.sqrt(target.k());
        double[] ramp = new Target(target.k(), state.x(), Math.abs(state.y()))
                .teacher(1)
                .a();
        double[] a = Vectors.map(entry -> state.y() < 0 ? 2 * mean - entry : entry, ramp);
        return new Student(SphereProjection.project(Spaces.filter("w", state.c(), state.s())), Spaces.output("a", a));
    }

    /// Of these runs and others of the same cell.
    public TrapPrediction plus(TrapPrediction other) {
        return new TrapPrediction(
                threshold, limit, successes + other.successes, hits + other.hits, decided + other.decided);
    }
}
