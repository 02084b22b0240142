package lemmata.audit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lemmata.dissipativity.SmoothedEquilibrium;
import lemmata.loss.Angle;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.NoiseMoments;
import lemmata.theorem.MeanPath;
import lemmata.theorem.OutputPath;
import lemmata.theorem.Problem;
import lemmata.theorem.Reach;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What theorem.OutputPath claims of the mean path, as checks of any implementation; for the noise see
/// [OutputNoiseChecks].
public final class OutputPathChecks {

    /// Rounding of a few operations, and of the library's conversion to double.
    private static final double ROOM = 0x1p-46;

    private static final Apfloat ONE = Oracle.exact(1);

    /// A step of a coordinate of the mean path.
    @FunctionalInterface
    public interface Step {
        /// The coordinate after it.
        double after(MeanPath path, double now, NoiseMoments moments);
    }

    /// An end of the envelope of d̂.
    @FunctionalInterface
    public interface End {
        /// After t steps from a₁x̂_0 and a₂ŷ_0.
        double at(MeanPath path, double along, double across, long t);
    }

    private OutputPathChecks() {}

    /// S1: x̂⁺ = x̂ − (η/2π)[m₂Λx̂ − (m₁(k−1) + h)a₁] in 250 digits, and ŷ⁺ likewise, for moments taken as exact.
    public static Check step(Step along, Step across) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            Target target = path.problem().target();
            NoiseMoments moments = ExactForm.exact(drawn.moments().get(2));
            double x = drawn.start(620, target.along());
            double y = drawn.start(622, target.across());
            ExactOutput exact = new ExactOutput(path, moments);
            Bounded restAlong =
                    SmoothedEquilibrium.shareAlong(target.k(), moments).times(Bounded.exact(target.along()));
            Bounded restAcross = SmoothedEquilibrium.shareAcross(moments).times(Bounded.exact(target.across()));
            return OptionalDouble.of(Math.max(
                    Oracle.ratio(
                            along.after(path, x, moments),
                            exact.along(Oracle.exact(x)),
                            MeanPath.stepError(x, restAlong)),
                    Oracle.ratio(
                            across.after(path, y, moments),
                            exact.across(Oracle.exact(y)),
                            MeanPath.stepError(y, restAcross))));
        };
    }

    /// S2: along paths of the angle that stay within the widest, drawn, constant, or such as to make d̂ small or large,
    /// d̂ in 40 digits is not outside the ends.
    public static Check envelope(End least, End greatest) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            Target target = path.problem().target();
            return OptionalDouble.of(worst(drawn, path, walk -> {
                double along = target.along() * walk.x();
                double across = target.across() * walk.y();
                return walk.worst((t, x, y) -> {
                    double d = walk.alignment(x, y);
                    double outside =
                            Math.max(least.at(path, along, across, t) - d, d - greatest.at(path, along, across, t));
                    double size = Math.abs(d) + Math.abs(along) + Math.abs(across);
                    return Check.over(Math.max(0, outside), 8 * RoundOff.U * size);
                });
            }));
        };
    }

    private static double worst(OutputCase drawn, MeanPath path, ToDoubleFunction<OutputWalk> look) {
        List<NoiseMoments> moments = drawn.moments();
        return IntStream.range(0, OutputWalk.KINDS)
                .mapToDouble(kind -> look.applyAsDouble(new OutputWalk(drawn, path, moments, kind)))
                .max()
                .orElseThrow();
    }

    /// S2: the same for a₁x̂ and a₂ŷ.
    public static Check parts(End least, End greatest, boolean along) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            Target target = path.problem().target();
            double factor = along ? target.along() : target.across();
            return OptionalDouble.of(worst(drawn, path, walk -> {
                double start = factor * (along ? walk.x() : walk.y());
                return walk.worst((t, x, y) -> {
                    double now = (along ? x : y).multiply(Oracle.exact(factor)).doubleValue();
                    double outside =
                            Math.max(least.at(path, start, start, t) - now, now - greatest.at(path, start, start, t));
                    return Check.over(Math.max(0, outside), 8 * RoundOff.U * (Math.abs(now) + Math.abs(start)));
                });
            }));
        };
    }

    /// S2: a₁x̂ along the widest angle from below is the lower end, but for the errors, and along angle 0 from above
    /// the upper end.
    public static Check attained(End least, End greatest) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            double below = path.path().leastAlong().low() - draw.uniform(626);
            double above = path.path().greatestAlong().high() + draw.uniform(627);
            long t = 1 + (long) (30 * draw.uniform(628));
            List<NoiseMoments> moments = drawn.moments();
            double first = away(path, moments.get(0), path.path().leastAlong(), below, t, least);
            return OptionalDouble.of(
                    Math.max(first, away(path, moments.get(1), path.path().greatestAlong(), above, t, greatest)));
        };
    }

    /// How far an end is from the constant path at some moments, over the errors of both.
    private static double away(MeanPath path, NoiseMoments moments, Bounded rest, double start, long t, End end) {
        ExactOutput exact = new ExactOutput(path, moments);
        Apfloat goal =
                exact.restAlong().multiply(Oracle.exact(path.problem().target().along()));
        Apfloat decay = ApfloatMath.pow(ONE.subtract(exact.rate()), t);
        Apfloat there = goal.add(decay.multiply(Oracle.exact(start).subtract(goal)));
        double exponent = -t * Functions.log1p(-exact.rate().doubleValue());
        double size = Math.abs(rest.value()) + Math.abs(start);
        double allowed = 8 * rest.error() + (8 * Math.min(exponent, 800) + 256) * RoundOff.U * size;
        return Oracle.ratio(end.at(path, start, start, t), there, allowed);
    }

    /// S2: |x̂_t| and |ŷ_t| of such a path are within the reach for U₁ = U₂ = 0, and the distance of (X, Y) from a*
    /// within the bias.
    public static Check reach(BiFunction<OutputPath, Reach, Reach> reach, ToDoubleFunction<OutputPath> bias) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            double most = bias.applyAsDouble(path.path()) * (1 + ROOM);
            double off = drawn.moments().stream()
                    .mapToDouble(at -> Check.over(new ExactOutput(path, at).bias(), most))
                    .max()
                    .orElseThrow();
            return OptionalDouble.of(Math.max(off, worst(drawn, path, walk -> {
                Reach limit = reach.apply(path.path(), new Reach(Math.abs(walk.x()), Math.abs(walk.y()), 0));
                return walk.worst((t, x, y) -> Math.max(
                        Check.over(Math.abs(x.doubleValue()), limit.x() * (1 + ROOM)),
                        Check.over(Math.abs(y.doubleValue()), limit.y() * (1 + ROOM))));
            })));
        };
    }

    /// S3: for a law of paths given by a tree, in which the filter's angle and a push of mean 0 on both coordinates
    /// depend on all that went before, E d_t is not outside the ends.
    public static Check laws(End least, End greatest) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            OutputCase drawn = new OutputCase(draw);
            MeanPath path = drawn.path();
            Target target = path.problem().target();
            double x = drawn.start(620, target.along());
            double y = drawn.start(622, target.across());
            double mean = new OutputTree(drawn, path, drawn.moments()).mean(x, y);
            double low = least.at(path, target.along() * x, target.across() * y, OutputTree.DEPTH);
            double high = greatest.at(path, target.along() * x, target.across() * y, OutputTree.DEPTH);
            double size = Math.abs(low) + Math.abs(high) + 64 * target.norm() * (1 + target.norm());
            double allowed = 1024 * RoundOff.U * size + path.path().least().error() * 64;
            return OptionalDouble.of(Check.over(Math.max(0, Math.max(low - mean, mean - high)), allowed));
        };
    }

    /// S3: d_∞ of the oracle's moments is at most (m₁/m₂)‖a*‖² and that at most ‖a*‖²/√m₂, and the ceiling is the first
    /// of them within its bound.
    public static Check ceiling(Function<OutputPath, Bounded> formula) {
        return draw -> {
            OutputCase drawn = new OutputCase(draw);
            if (!OutputCase.applies(draw) || drawn.problem().rhoW() == 0) {
                return OptionalDouble.empty();
            }
            Problem problem = drawn.problem();
            Angle angle = drawn.widest();
            Target target = problem.target();
            SmoothingOracle oracle = SmoothingOracle.at(problem.p(), problem.rhoW());
            Apfloat m1 = ONE.add(oracle.m1Excess());
            Apfloat m2 = ONE.add(oracle.m2Excess());
            Apfloat h = Oracle.pi().subtract(oracle.deficit(Fold.of(angle)));
            Apfloat less = Oracle.pi().subtract(ONE);
            Apfloat k = Oracle.exact(target.k());
            Apfloat along = m1.multiply(k.subtract(ONE)).add(h).divide(m2.multiply(less.add(k)));
            Apfloat across = h.subtract(m1).divide(m2.multiply(less));
            Apfloat first = Oracle.exact(target.along()).multiply(Oracle.exact(target.along()));
            Apfloat second = Oracle.exact(target.across()).multiply(Oracle.exact(target.across()));
            Apfloat alignment = along.multiply(first).add(across.multiply(second));
            Apfloat ceiling = m1.divide(m2).multiply(first.add(second));
            Bounded stated = formula.apply(new OutputPath(problem, angle));
            boolean below = ceiling.multiply(ceiling)
                            .multiply(m2)
                            .compareTo(first.add(second).multiply(first.add(second)))
                    <= 0;
            double ratio = Oracle.ratio(stated.value(), ceiling, stated.error());
            double over = alignment.divide(Oracle.exact(stated.high())).doubleValue();
            return OptionalDouble.of(below ? Math.max(ratio, over) : Double.POSITIVE_INFINITY);
        };
    }

    /// S3: the noise against a level makes ‖a*‖²/√m₂ that level, and is 0 where ‖a*‖² is below it.
    public static Check against(ToDoubleFunction<Draw> noise) {
        return draw -> {
            if (!OutputCase.applies(draw)) {
                return OptionalDouble.empty();
            }
            Target target = new OutputCase(draw).target();
            double level = level(draw, target);
            double rho = noise.applyAsDouble(draw);
            double m2 = 1 + rho * rho * draw.p() / (draw.p() + 2.0);
            double reached = target.norm() * target.norm() / Math.sqrt(m2);
            double off = rho == 0 ? Math.max(0, reached - level) : Math.abs(reached - level);
            return OptionalDouble.of(Check.over(off, 64 * RoundOff.U * (level + reached)));
        };
    }

    /// A level from 10⁻⁶‖a*‖² to 2‖a*‖².
    public static double level(Draw draw, Target target) {
        return 2 * target.norm() * target.norm() * Functions.exp(-14 * draw.uniform(630));
    }

    /// a* of a draw.
    public static Target target(Draw draw) {
        return new OutputCase(draw).target();
    }
}
