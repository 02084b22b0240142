package lemmata.audit;

import lemmata.num.Functions;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// Sine, cosine and arctangent to [Oracle#DIGITS] digits by Taylor's series, a hundred times faster there than the
/// general routines of the arithmetic library, against which they are tested.
final class HighPrecision {

    /// Halvings before the series: 2⁻¹⁶ π to the n-th power needs about 30 terms.
    private static final int HALVINGS = 16;
    /// Doublings and the series cost a few units in the last place: carried on top of the digits asked for.
    private static final int GUARD = 15;

    private static final int NEWTON_STEPS = 3;

    private HighPrecision() {}

    /// sin x for 0 ≤ x ≤ 4.
    static Apfloat sin(Apfloat x) {
        return sineAndVersine(x)[0];
    }

    /// cos x = 1 − versine for 0 ≤ x ≤ 4.
    static Apfloat cos(Apfloat x) {
        return Oracle.exact(1).subtract(sineAndVersine(x)[1]);
    }

    /// The angle in [0, π] of the point (x, y), y ≥ 0: φ ← φ + sin(θ − φ) triples the digits of the `double` it starts
    /// from.
    static Apfloat atan2(Apfloat y, Apfloat x) {
        if (y.signum() == 0) {
            return x.signum() < 0 ? Oracle.pi() : y;
        }
        Apfloat length = ApfloatMath.sqrt(x.multiply(x).add(y.multiply(y)));
        Apfloat sine = y.divide(length);
        Apfloat cosine = x.divide(length);
        Apfloat angle = Oracle.exact(Functions.atan2(sine.doubleValue(), cosine.doubleValue()));
        for (int step = 0; step < NEWTON_STEPS; step++) {
            Apfloat[] now = sineAndVersine(angle);
            Apfloat correction = sine.subtract(sine.multiply(now[1])).subtract(cosine.multiply(now[0]));
            angle = angle.add(correction);
        }
        return angle;
    }

    /// sin x and 1 − cos x: by series at x/2¹⁶, then doubled: sin 2y = 2 sin y (1 − v), 1 − cos 2y = 2v(2 − v).
    private static Apfloat[] sineAndVersine(Apfloat x) {
        Apfloat two = Oracle.exact(2).precision(Oracle.DIGITS + GUARD);
        Apfloat one = Oracle.exact(1).precision(Oracle.DIGITS + GUARD);
        Apfloat small = x.precision(Oracle.DIGITS + GUARD).divide(ApfloatMath.pow(two, HALVINGS));
        Apfloat sine = small.signum() == 0 ? small : series(small);
        Apfloat half = small.signum() == 0 ? small : series(small.divide(two));
        Apfloat versine = half.multiply(half).multiply(two);
        for (int i = 0; i < HALVINGS; i++) {
            sine = sine.multiply(one.subtract(versine)).multiply(two);
            versine = versine.multiply(two.subtract(versine)).multiply(two);
        }
        return new Apfloat[] {sine, versine};
    }

    /// x − x³/3! + x⁵/5! − …, until a term is below the last digit.
    private static Apfloat series(Apfloat x) {
        Apfloat square = x.multiply(x).negate();
        Apfloat term = x;
        Apfloat sum = x;
        for (int n = 2; term.scale() > x.scale() - Oracle.DIGITS - GUARD; n += 2) {
            term = term.multiply(square).divide(new Apfloat((long) n * (n + 1), Oracle.DIGITS + GUARD));
            sum = sum.add(term);
        }
        return sum;
    }
}
