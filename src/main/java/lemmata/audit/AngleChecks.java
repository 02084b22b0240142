package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.BiFunction;
import lemmata.claim.FilterSpace;
import lemmata.loss.Angle;
import lemmata.model.Spaces;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apfloat.Apfloat;

/// What loss.Angle claims, as checks of any implementation of the angle between two vectors.
public final class AngleChecks {

    private AngleChecks() {}

    /// S1: φ is the angle and ψ its supplement, within the bounds of S2 taken at scale 1 (an absolute error of 16u·π).
    public static Check isTheAngle(BiFunction<double[], double[], Angle> between) {
        return draw -> {
            Angle angle = between.apply(draw.student().w(), draw.teacher().w());
            Apfloat phi = new Oracle(draw.teacher(), draw.student()).phi();
            double bound = new Angle(Angle.radians(Math.PI), Angle.radians(0)).phiError();
            double first = Oracle.ratio(angle.phi(), phi, bound);
            return OptionalDouble.of(
                    Math.max(first, Oracle.ratio(angle.psi(), Oracle.pi().subtract(phi), bound)));
        };
    }

    /// S2: φ and ψ are each within their bound, relative to their own size.
    public static Check accuracy(BiFunction<double[], double[], Angle> between) {
        return draw -> {
            Angle angle = between.apply(draw.student().w(), draw.teacher().w());
            Apfloat phi = new Oracle(draw.teacher(), draw.student()).phi();
            double first = Oracle.ratio(angle.phi(), phi, angle.phiError() + Oracle.NOISE);
            double second = Oracle.ratio(angle.psi(), Oracle.pi().subtract(phi), angle.psiError() + Oracle.NOISE);
            double worth = Math.max(
                    Check.worth(draw, angle.phiError(), angle.phi()), Check.worth(draw, angle.psiError(), angle.psi()));
            return OptionalDouble.of(Math.max(worth, Math.max(first, second)));
        };
    }

    /// S3: the same angle within both bounds for exchanged arguments, for both reflected and permuted (a rotation of
    /// R^p that moves every coordinate without rounding), the supplement for −w; the same bits for powers of two; and
    /// for any λ > 0 the same angle to within 2u more, since the rounding of λw turns it by at most u.
    public static Check symmetries(BiFunction<double[], double[], Angle> between) {
        return draw -> {
            double @FilterSpace [] w = draw.student().w();
            double @FilterSpace [] v = draw.teacher().w();
            Angle angle = between.apply(w, v);
            double exchanged = distance(angle, between.apply(v, w), 0);
            double turned = distance(angle, between.apply(turned(w), turned(v)), 0);
            Angle negated = between.apply(Vectors.map(entry -> -entry, w), v);
            double opposite = distance(angle.supplement(), negated, 0);
            double lambda = 0.5 + draw.uniform(54);
            double scaled = distance(angle, between.apply(Vectors.map(entry -> lambda * entry, w), v), 2 * RoundOff.U);
            boolean sameBits =
                    between.apply(Vectors.map(entry -> 2 * entry, w), v).equals(angle);
            double worst = Math.max(Math.max(exchanged, turned), Math.max(opposite, scaled));
            return OptionalDouble.of(sameBits ? worst : Double.POSITIVE_INFINITY);
        };
    }

    /// (x₁, …, x_p) ↦ (−x_p, x₁, …, x_{p−1}).
    static double @FilterSpace [] turned(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[(i + 1) % x.length] = i + 1 == x.length ? -x[i] : x[i];
        }
        return Spaces.filterDisplacement("turned", result);
    }

    /// How far two angles are apart, over both bounds and `slack`.
    private static double distance(Angle one, Angle other, double slack) {
        double first = Math.abs(one.phi() - other.phi()) / (one.phiError() + other.phiError() + slack);
        return Math.max(first, Math.abs(one.psi() - other.psi()) / (one.psiError() + other.psiError() + slack));
    }
}
