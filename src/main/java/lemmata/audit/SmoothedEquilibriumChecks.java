package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.SmoothedGradient;
import org.apfloat.Apfloat;

/// What the stem SmoothedEquilibrium claims at given moments, as checks of any implementation; for its dependence on
/// the noise see [EscapeChecks].
public final class SmoothedEquilibriumChecks {

    /// A bound on the error of each entry of a_∞.
    @FunctionalInterface
    public interface WeightsError {
        /// The bounds.
        double[] of(Teacher teacher, NoiseMoments moments);
    }

    private SmoothedEquilibriumChecks() {}

    /// SmoothedEquilibrium/S1: the smoothed gradient vanishes at a_∞ but for its own error and what that of a_∞ does.
    /// For moments taken as exact.
    public static Check stationary(BiFunction<Teacher, NoiseMoments, double[]> weights, WeightsError error) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            NoiseMoments moments = ExactForm.exact(new SmoothedCase(draw).moments());
            Student still = new Student(draw.unitStudent().w(), Spaces.output("a", weights.apply(teacher, moments)));
            double[] gradient = SmoothedGradient.output(teacher, still, moments);
            double[] own = SmoothedGradient.outputError(teacher, still, moments);
            double[] off = error.of(teacher, moments);
            double all = Vectors.sum(off).doubleValue();
            double ratio = 0;
            for (int i = 0; i < gradient.length; i++) {
                double moved = moments.m2().value() * (all + (Math.PI - 1) * off[i]) / 6;
                ratio = Math.max(ratio, Check.over(Math.abs(gradient[i]), own[i] + moved));
            }
            return OptionalDouble.of(ratio);
        };
    }

    /// SmoothedEquilibrium/S6: each entry of a_∞ is within its bound of M⁻¹(m₁ 11ᵀ + (h−m₁)I)a*/m₂, solved in the
    /// oracle's arithmetic.
    public static Check weightsAccuracy(BiFunction<Teacher, NoiseMoments, double[]> weights, WeightsError error) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            NoiseMoments moments = ExactForm.exact(new SmoothedCase(draw).moments());
            double[] bound = error.of(teacher, moments);
            double[] computed = weights.apply(teacher, moments);
            if (!Double.isFinite(Vectors.length(computed))) {
                return Check.exactly(false);
            }
            Apfloat[] off = ExactVectors.minus(Oracle.exact(computed), exactWeights(teacher, moments));
            double ratio = 0;
            for (int i = 0; i < bound.length; i++) {
                ratio = Math.max(ratio, Check.over(Math.abs(off[i].doubleValue()), bound[i]));
            }
            double size = (1 + moments.m1().value()) / moments.m2().value() * Vectors.length(teacher.a());
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, Vectors.length(bound), size * draw.k())));
        };
    }

    /// SmoothedEquilibrium/S2: the alignment is that of the oracle's a_∞ with a*, up to 4u‖a*‖ in the coordinates of
    /// a*; and it is positive where h/m₁ is above the level, negative below, wherever both signs are certain.
    public static Check alignment(
            BiFunction<Target, NoiseMoments, Bounded> alignment, Function<Target, Bounded> level) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Target target = Target.of(teacher);
            NoiseMoments moments = ExactForm.exact(new SmoothedCase(draw).moments());
            Bounded stated = alignment.apply(target, moments);
            Apfloat exact = Oracle.dot(exactWeights(teacher, moments), Oracle.exact(teacher.a()));
            double square = target.norm() * target.norm();
            double shares = (1 + Math.abs(moments.h().value()) + moments.m1().value())
                    / moments.m2().value();
            double ratio = Oracle.ratio(stated.value(), exact, stated.error() + 16 * RoundOff.U * shares * square);
            Bounded excess = moments.h().over(moments.m1()).minus(level.apply(target));
            boolean certain = Math.abs(excess.value()) > excess.error() && Math.abs(stated.value()) > stated.error();
            boolean agree = !certain || Math.signum(excess.value()) == Math.signum(stated.value());
            return OptionalDouble.of(agree ? ratio : Double.POSITIVE_INFINITY);
        };
    }

    /// SmoothedEquilibrium/S6: c₁a₁² + c₂a₂² within its bound of the oracle's, and the level of h/m₁ within its bound
    /// of 1 − (π−1)q/(π−1+k−q), both for the coordinates as they stand.
    public static Check alignmentAccuracy(
            BiFunction<Target, NoiseMoments, Bounded> alignment, Function<Target, Bounded> level) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Target target = Target.of(draw.teacher());
            NoiseMoments moments = ExactForm.exact(new SmoothedCase(draw).moments());
            Apfloat one = Oracle.exact(1);
            Apfloat less = Oracle.pi().subtract(one);
            Apfloat top = less.add(Oracle.exact(target.k()));
            Apfloat first = Oracle.exact(target.along()).multiply(Oracle.exact(target.along()));
            Apfloat second = Oracle.exact(target.across()).multiply(Oracle.exact(target.across()));
            Apfloat m1 = one.add(Oracle.exact(moments.m1Excess().value()));
            Apfloat m2 = one.add(Oracle.exact(moments.m2Excess().value()));
            Apfloat h = Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
            Apfloat along = m1.multiply(Oracle.exact(target.k() - 1)).add(h).divide(top);
            Apfloat across = h.subtract(m1).divide(less);
            Apfloat exact = along.multiply(first).add(across.multiply(second)).divide(m2);
            Apfloat q = first.multiply(Oracle.exact(target.k())).divide(first.add(second));
            Apfloat height = one.subtract(less.multiply(q).divide(top.subtract(q)));
            Bounded stated = alignment.apply(target, moments);
            Bounded line = level.apply(target);
            return OptionalDouble.of(Math.max(
                    Oracle.ratio(stated.value(), exact, stated.error()),
                    Oracle.ratio(line.value(), height, line.error())));
        };
    }

    /// M⁻¹u/m₂ with u = m₁ 1ᵀa* 1 + (h−m₁)a*, entry by entry: M⁻¹u = (u − (1ᵀu/(π−1+k))1)/(π−1).
    private static Apfloat[] exactWeights(Teacher teacher, NoiseMoments moments) {
        Apfloat one = Oracle.exact(1);
        Apfloat m1 = one.add(Oracle.exact(moments.m1Excess().value()));
        Apfloat m2 = one.add(Oracle.exact(moments.m2Excess().value()));
        Apfloat h = Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
        Apfloat less = Oracle.pi().subtract(one);
        Apfloat[] u = Oracle.exact(teacher.a());
        Apfloat k = Oracle.exact(u.length);
        Apfloat sum = ExactVectors.mean(u).multiply(k);
        Apfloat total = m1.multiply(sum).multiply(k).add(h.subtract(m1).multiply(sum));
        Apfloat common = m1.multiply(sum).subtract(total.divide(less.add(k)));
        Apfloat own = one.divide(less.multiply(m2));
        Arrays.setAll(u, j -> common.add(h.subtract(m1).multiply(u[j])).multiply(own));
        return u;
    }
}
