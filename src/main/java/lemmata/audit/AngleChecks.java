package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.BiFunction;
import lemmata.claim.FilterSpace;
import lemmata.loss.Angle;
import lemmata.model.Spaces;
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
            double first = Oracle.ratio(angle.phi(), phi, angle.phiError());
            double second = Oracle.ratio(angle.psi(), Oracle.pi().subtract(phi), angle.psiError());
            double worth = Math.max(
                    Check.worth(draw, angle.phiError(), angle.phi()), Check.worth(draw, angle.psiError(), angle.psi()));
            return OptionalDouble.of(Math.max(worth, Math.max(first, second)));
        };
    }

    /// S3: the same angle within twice the bound for exchanged arguments, for powers of two of them (same bits), and
    /// for both reflected and permuted (a rotation of R^p that moves every coordinate without rounding).
    public static Check symmetries(BiFunction<double[], double[], Angle> between) {
        return draw -> {
            double @FilterSpace [] w = draw.student().w();
            double @FilterSpace [] v = draw.teacher().w();
            Angle angle = between.apply(w, v);
            double exchanged = distance(angle, between.apply(v, w));
            double turned = distance(angle, between.apply(turned(w), turned(v)));
            double[] doubled = Vectors.map(entry -> 2 * entry, w);
            boolean sameBits = between.apply(doubled, v).equals(angle);
            return OptionalDouble.of(sameBits ? Math.max(exchanged, turned) : Double.POSITIVE_INFINITY);
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

    private static double distance(Angle one, Angle other) {
        double first = Math.abs(one.phi() - other.phi()) / (one.phiError() + other.phiError());
        return Math.max(first, Math.abs(one.psi() - other.psi()) / (one.psiError() + other.psiError()));
    }
}
