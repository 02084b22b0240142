package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.PopulationGradient;
import lemmata.experiment.EmpiricalObservations;
import lemmata.experiment.EmpiricalObservations.Side;
import lemmata.landscape.CriticalPoints;
import lemmata.landscape.LocalMinimality;
import lemmata.loss.Angle;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;
import org.apfloat.Apfloat;

/// What experiment.EmpiricalObservations claims of the sides of the saddles' level, as checks of any implementation;
/// for
/// curvatures see [SharpnessChecks], for whole runs [ObservationRuns].
public final class ObservationChecks {

    /// On which side a state is: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface SideRule {
        /// The side.
        Side of(Target target, LumpedState state);
    }

    /// Nearer to L_c than this, relatively, either answer is right: the rule's own margin with its rounding.
    private static final double BORDER = 0x1p-36;

    private static final int STEPS = 20;

    private ObservationChecks() {}

    /// S1: the level is the loss at a saddle, and no point with aᵀa* = 0 lies lower, at any angle.
    ///
    /// Allowed: twice the stated error, as a* enters by its coordinates, which err by 5u; and what aᵀa* ≠ 0 costs.
    public static Check level(ToDoubleFunction<Target> level) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            if (CriticalPoints.saddleAngle(teacher).isEmpty()) {
                return OptionalDouble.empty();
            }
            Target target = Target.of(teacher);
            Angle saddle = CriticalPoints.saddleAngle(teacher).get();
            Student there = CriticalPoints.saddle(teacher, draw.fromOpposite(saddle.psi()));
            double stated = level.applyAsDouble(target);
            double allowed = 2 * EmpiricalObservations.saddleLossError(target);
            double ratio = Oracle.ratio(stated, new Oracle(teacher, there).loss(), allowed);
            double[] a = Vectors.rejection(
                    Spaces.filter("", teacher.a()), Spaces.filterDisplacement("", draw.gaussians(501, draw.k())));
            double share = draw.uniform(502);
            Student across = new Student(
                    draw.unitStudent().w(),
                    Vectors.map((entry, move) -> entry + share * move, there.a(), Spaces.output("", a)));
            double off = 64 * RoundOff.U * Vectors.length(teacher.a()) * (1 + Vectors.length(across.a()));
            double below = stated - new Oracle(teacher, across).loss().doubleValue();
            return OptionalDouble.of(Math.max(ratio, below / (allowed + off)));
        };
    }

    /// S9: the level is within its error of the formula with the target's exact doubles.
    public static Check levelAccuracy(ToDoubleFunction<Target> level) {
        return draw -> {
            Target target = Target.of(draw.teacher());
            if (!(target.q() < LocalMinimality.threshold(target.k()) * (1 - BORDER))) {
                return OptionalDouble.empty();
            }
            double error = EmpiricalObservations.saddleLossError(target);
            Apfloat exact = exactLevel(Oracle.exact(target.along()), Oracle.exact(target.across()), target.k());
            return OptionalDouble.of(Oracle.ratio(level.applyAsDouble(target), exact, error));
        };
    }

    /// (π−1)B/4π · (π−1+k)B/((π−1+k)B − s*²) over B, from the coordinates of a*.
    private static Apfloat exactLevel(Apfloat along, Apfloat across, int k) {
        Apfloat less = Oracle.pi().subtract(Oracle.exact(1));
        Apfloat top = less.add(Oracle.exact(k));
        Apfloat first = along.multiply(along);
        Apfloat square = first.add(across.multiply(across));
        Apfloat rest = top.multiply(square).subtract(first.multiply(Oracle.exact(k)));
        return less.multiply(top)
                .multiply(square)
                .multiply(square)
                .divide(rest)
                .divide(Oracle.pi().multiply(Oracle.exact(4)));
    }

    /// S1, S7: the side is that of the exact loss and alignment; on the bad one the loss is at least L(−w*, ā) > 0.
    public static Check sides(SideRule rule) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student point = point(draw, teacher);
            Target target = Target.of(teacher);
            Side found = rule.of(target, LumpedState.of(teacher, point));
            if (LocalMinimality.alignmentSign(teacher) >= 0) {
                return Check.exactly(found == Side.OPEN);
            }
            Oracle oracle = new Oracle(teacher, point);
            double gap = gap(oracle, target);
            if (Math.abs(gap) < BORDER) {
                return OptionalDouble.empty();
            }
            int sign = oracle.alignment().signum();
            Side expected = gap > 0 ? Side.OPEN : sign > 0 ? Side.GOOD : Side.BAD;
            boolean lost = expected != Side.BAD
                    || oracle.loss().compareTo(oracle.atSpurious().loss()) >= 0;
            return Check.exactly(found == expected && lost);
        };
    }

    /// S1: twenty steps of GD of any size η < 2/Λ stay on a side.
    public static Check stays(SideRule rule) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Target target = Target.of(teacher);
            Student at = point(draw, teacher);
            Side before = rule.of(target, LumpedState.of(teacher, at));
            boolean hasLevel = LocalMinimality.alignmentSign(teacher) < 0;
            if (before == Side.OPEN || !hasLevel || !(gap(new Oracle(teacher, at), target) < -BORDER)) {
                return OptionalDouble.empty();
            }
            GradientDescent descent = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER));
            boolean stays = true;
            for (int t = 0; t < STEPS && stays; t++) {
                double eta = (1 - 0x1p-20) * draw.uniform(510 + t) * DescentLossChecks.limit(teacher, at);
                at = descent.step(at, DescentChecks.quiet(eta), 0, t);
                stays = rule.of(target, LumpedState.of(teacher, at)) == before;
            }
            return Check.exactly(stays);
        };
    }

    /// The lowest weights over a drawn filter, moved by up to ‖a*‖.
    private static Student point(Draw draw, Teacher teacher) {
        Student lowest = CriticalPoints.saddle(
                teacher, Spaces.unit("w", draw.unitStudent().w()));
        double reach = Vectors.length(teacher.a()) * Functions.exp(-8 * draw.uniform(505)) / Math.sqrt(draw.k());
        double[] way = Vectors.map(entry -> reach * entry, draw.gaussians(506, draw.k()));
        return new Student(lowest.w(), Vectors.map(Double::sum, lowest.a(), Spaces.output("", way)));
    }

    /// L/L_c − 1.
    private static double gap(Oracle oracle, Target target) {
        Apfloat exact = exactLevel(Oracle.exact(target.along()), Oracle.exact(target.across()), target.k());
        return oracle.loss().divide(exact).subtract(Oracle.exact(1)).doubleValue();
    }
}
