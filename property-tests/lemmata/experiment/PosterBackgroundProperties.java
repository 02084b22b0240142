package lemmata.experiment;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.BackgroundChecks;
import lemmata.audit.Draw;
import lemmata.audit.ObservationRuns;
import lemmata.audit.ObservationRuns.Pair;
import lemmata.audit.ObservationRuns.Row;
import lemmata.audit.SideEnds;
import lemmata.audit.Verdict;
import lemmata.claim.Statement;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Schedule;
import lemmata.dynamics.Stage;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.experiment.PosterBackground.Obstacle;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.landscape.SpuriousOptimum;
import lemmata.loss.SphereProjection;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.smoothing.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Tries to refute experiment.PosterBackground.
@DrawnCases
class PosterBackgroundProperties {

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("experiment.PosterBackground/S1")
    void obstaclesComeTogether(@ForAll Draw draw) {
        holds(BackgroundChecks.obstacles(PosterBackground::obstacles), draw);
    }

    @Example
    @Statement("experiment.PosterBackground/S1")
    void otherObstaclesAreRejected() {
        rejects("always both", BackgroundChecks.obstacles(teacher -> EnumSet.allOf(Obstacle.class)));
        rejects("convex", BackgroundChecks.obstacles(teacher -> Set.of()));
        rejects(
                "spurious optima without saddles",
                BackgroundChecks.obstacles(
                        teacher -> LocalMinimality.holds(teacher) ? Set.of(Obstacle.SPURIOUS_OPTIMUM) : Set.of()));
        rejects(
                "q below 1 + k/π",
                BackgroundChecks.obstacles(
                        teacher -> teacher.q() < 1 + teacher.k() / Math.PI ? EnumSet.allOf(Obstacle.class) : Set.of()));
    }

    /// From 10⁻⁶ beside a saddle GD leaves it for either side; from the saddle itself, and after few steps, it has not.
    @Example
    @Statement("experiment.PosterBackground/S2")
    void descentLeavesSaddles() {
        for (double q : List.of(0.0, 1.0, 4.0)) {
            Target target = Target.of(25, q, 1);
            holds(sideAfter(target, -1e-6, 2000) == Side.GOOD, "towards w*");
            holds(sideAfter(target, 1e-6, 2000) == Side.BAD, "away from w*");
            rejects("escaped from the saddle", hasEscapedAfter(target, 0, 0));
            rejects("escaped in one step", hasEscapedAfter(target, 1e-6, 1));
            holds(hasEscapedAfter(target, 1e-6, 2000), "escaped in the end");
        }
    }

    @Example
    @Statement("experiment.PosterBackground/S2")
    void noRunEndsAtASaddle() {
        for (Row row : List.of(Row.GD, Row.SSA)) {
            SideEnds ends = ObservationRuns.run(row.cell(new Pair(25, 0), 20261121), 24);
            holds(ends.escaped() == Verdict.SAMPLED, "all are below the saddles");
        }
        Cell whole = Row.GD.cell(new Pair(25, 4), 20261121);
        Schedule start = Schedule.of(new Stage(0, 0, 0.1, 1));
        SideEnds early = ObservationRuns.run(
                new Cell(whole.setup(), whole.p(), whole.q(), whole.norm(), whole.target(), start), 64);
        holds(early.escaped() == Verdict.VIOLATED, "after one step too many are left");
        holds(open(1) == Verdict.ABSTAINED, "one of 64 decides nothing");
        holds(open(20) == Verdict.VIOLATED, "20 of 64 are too many");
        rejects("one left behind", open(1) == Verdict.SAMPLED);
    }

    private static Verdict open(int count) {
        return new SideEnds(
                        IntStream.range(0, 64)
                                .mapToObj(i -> i < count ? Side.OPEN : Side.GOOD)
                                .toList(),
                        0,
                        1)
                .escaped();
    }

    @Property(tries = 500, seed = Draws.SEED)
    @Statement("experiment.PosterBackground/S3")
    void spuriousOptimaGeneralizeBadly(@ForAll Draw draw) {
        holds(BackgroundChecks.generalization(PosterBackground::spuriousError), draw);
    }

    @Example
    @Statement("experiment.PosterBackground/S3")
    void otherErrorsAreRejected() {
        rejects("error 0", BackgroundChecks.generalization(teacher -> OptionalDouble.of(0)));
        rejects(
                "without the threshold",
                BackgroundChecks.generalization(teacher -> OptionalDouble.of(SpuriousOptimum.loss(teacher))));
        rejects(
                "the poster's loss",
                BackgroundChecks.generalization(teacher -> LocalMinimality.holds(teacher)
                        ? OptionalDouble.of(2 * SpuriousOptimum.loss(teacher))
                        : OptionalDouble.empty()));
    }

    @Example
    @Statement("experiment.PosterBackground/S4")
    void rescuedStartsAreCounted() {
        List<Side> plain = List.of(Side.BAD, Side.GOOD, Side.BAD, Side.OPEN);
        List<Side> noisy = List.of(Side.GOOD, Side.BAD, Side.BAD);
        holds(PosterBackground.rescued(plain, noisy) == 1, "one of three");
        rejects("noise that changes nothing", PosterBackground.rescued(plain, plain) > 0);
    }

    private static Side sideAfter(Target target, double turn, int steps) {
        return EmpiricalObservations.side(target, after(target, turn, steps));
    }

    private static boolean hasEscapedAfter(Target target, double turn, int steps) {
        return PosterBackground.hasEscaped(target, after(target, turn, steps));
    }

    /// Of GD from a saddle turned by `turn` away from w*.
    private static LumpedState after(Target target, double turn, int steps) {
        Teacher teacher = target.teacher(2);
        double phi = CriticalPoints.saddleAngle(teacher).orElseThrow().phi();
        Student at = new Student(
                at(phi + turn), CriticalPoints.saddle(teacher, at(phi)).a());
        GradientDescent descent = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER));
        for (int t = 0; t < steps; t++) {
            at = descent.step(at, new Stage(0, 0, 0.2, 1), 0, t);
        }
        return LumpedState.of(teacher, at);
    }

    private static double[] at(double phi) {
        return SphereProjection.project(Spaces.filter("w", Functions.cos(phi), Functions.sin(phi)));
    }
}
