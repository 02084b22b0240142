package lemmata.audit;

import java.math.BigDecimal;
import lemmata.model.Student;
import lemmata.model.Teacher;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// The textbook formulas in 250-digit arithmetic, written without regard to cancellation: the other route to each
/// number.
///
/// The inputs are the exact values of the doubles. Cancellation costs at most about 190 digits for the cases drawn (an
/// angle of 10⁻³⁰ enters squared, weights that agree to 10⁻³² too, scales differ by up to 10¹⁴⁰ at once), so 50 remain.
/// The loss comes from the second moments of the two outputs, the gradients from the formulas of theory, not from the
/// forms that the lemma code uses. Not thread-safe, slow on purpose.
public final class Oracle {

    /// Decimal digits carried.
    public static final int DIGITS = 250;

    /// What the arithmetic may lose of an angle that is exactly 0 or π, and more.
    static final double NOISE = 1e-200;

    private static final Apfloat PI = ApfloatMath.pi(DIGITS);
    private static final Apfloat ONE = exact(1);
    private static final Apfloat TWO = exact(2);

    private final Apfloat[] w;
    private final Apfloat[] wStar;
    private final Apfloat[] a;
    private final Apfloat[] aStar;

    /// The oracle at one point, from doubles.
    public Oracle(Teacher teacher, Student student) {
        this(exact(student.w()), exact(student.a()), exact(teacher.w()), exact(teacher.a()));
    }

    private Oracle(Apfloat[] w, Apfloat[] a, Apfloat[] wStar, Apfloat[] aStar) {
        this.w = w;
        this.a = a;
        this.wStar = scaled(wStar, ONE.divide(norm(wStar)));
        this.aStar = aStar;
    }

    /// The oracle at (w + step · direction, a).
    public Oracle movedFilter(Apfloat step, double[] direction) {
        return new Oracle(plus(w, scaled(exact(direction), step)), a, wStar, aStar);
    }

    /// The oracle at the point of the unit sphere at angle `step` from ŵ along the tangent part of `direction`.
    public Oracle movedAlongSphere(Apfloat step, double[] direction) {
        Apfloat[] unit = scaled(w, ONE.divide(r()));
        Apfloat[] tangent =
                plus(exact(direction), scaled(unit, dot(unit, exact(direction)).negate()));
        Apfloat[] heading = scaled(tangent, ONE.divide(norm(tangent)));
        Apfloat size = ApfloatMath.abs(step);
        Apfloat sine = HighPrecision.sin(size).multiply(exact(step.signum()));
        Apfloat[] moved = plus(scaled(unit, HighPrecision.cos(size)), scaled(heading, sine));
        return new Oracle(moved, a, wStar, aStar);
    }

    /// The oracle at (w, a + step · direction).
    public Oracle movedWeights(Apfloat step, double[] direction) {
        return new Oracle(w, plus(a, scaled(exact(direction), step)), wStar, aStar);
    }

    /// ‖w‖.
    public Apfloat r() {
        return norm(w);
    }

    /// φ = 2 atan2(‖ŵ − w*‖, ‖ŵ + w*‖).
    public Apfloat phi() {
        Apfloat[] unit = scaled(w, ONE.divide(r()));
        Apfloat near = norm(plus(unit, scaled(wStar, ONE.negate())));
        Apfloat far = norm(plus(unit, wStar));
        return near.signum() == 0 ? exact(0) : HighPrecision.atan2(near, far).multiply(TWO);
    }

    /// L = ½(E f*² + E f² − 2 E f f*) by the second moments of the rectified patches.
    public Apfloat loss() {
        Apfloat r = r();
        Apfloat student = r.multiply(r).multiply(secondMoment(a, a, PI));
        Apfloat teacher = secondMoment(aStar, aStar, PI);
        Apfloat mixed = r.multiply(secondMoment(a, aStar, g(phi())));
        return student.add(teacher).subtract(mixed.multiply(TWO)).divide(TWO);
    }

    /// ∇_a L = r²/2π · (11ᵀ + (π−1)I)a − r/2π · (11ᵀ + (g−1)I)a*.
    public Apfloat[] outputGradient() {
        Apfloat r = r();
        Apfloat square = r.multiply(r).divide(TWO.multiply(PI));
        Apfloat linear = r.divide(TWO.multiply(PI)).negate();
        Apfloat g = g(phi());
        Apfloat ownSum = sum(a).multiply(square).add(sum(aStar).multiply(linear));
        Apfloat[] result = new Apfloat[a.length];
        for (int j = 0; j < result.length; j++) {
            result[j] = a[j].multiply(PI.subtract(ONE))
                    .multiply(square)
                    .add(aStar[j].multiply(g.subtract(ONE)).multiply(linear))
                    .add(ownSum);
        }
        return result;
    }

    /// ∇_w L = 1/2π · [ (s² + (π−1)‖a‖²) w − (s s* + (g−1)d) ŵ − (π−φ) d (w* − cos φ ŵ) ].
    public Apfloat[] filterGradient() {
        Apfloat s = sum(a);
        Apfloat phi = phi();
        Apfloat d = dot(a, aStar);
        Apfloat own = s.multiply(s).add(PI.subtract(ONE).multiply(dot(a, a)));
        Apfloat mixed = s.multiply(sum(aStar)).add(g(phi).subtract(ONE).multiply(d));
        Apfloat[] unit = scaled(w, ONE.divide(r()));
        Apfloat[] radial = plus(scaled(w, own), scaled(unit, mixed.negate()));
        Apfloat[] total =
                plus(radial, scaled(tangentPart(), PI.subtract(phi).multiply(d).negate()));
        return scaled(total, ONE.divide(TWO.multiply(PI)));
    }

    /// P_w ∇_w L = −((π−φ)/2π) d P_w w*.
    public Apfloat[] tangentGradient() {
        Apfloat factor = PI.subtract(phi())
                .multiply(dot(a, aStar))
                .divide(TWO.multiply(PI))
                .negate();
        return scaled(tangentPart(), factor);
    }

    /// The eigenvalues (d/2π)[(π−φ) cos φ − sin φ] and (d/2π)(π−φ) cos φ of the Hessian on the sphere.
    public Apfloat[] hessianEigenvalues() {
        Apfloat phi = phi();
        Apfloat factor = dot(a, aStar).divide(TWO.multiply(PI));
        Apfloat across = PI.subtract(phi).multiply(HighPrecision.cos(phi));
        return new Apfloat[] {factor.multiply(across.subtract(HighPrecision.sin(phi))), factor.multiply(across)};
    }

    /// ā by elimination: (11ᵀ + (π−1)I)x = (11ᵀ − I)a*, whose sum of rows gives 1ᵀx first.
    public Apfloat[] spuriousWeights() {
        Apfloat k = exact(aStar.length);
        Apfloat total = k.subtract(ONE).multiply(sum(aStar)).divide(k.add(PI).subtract(ONE));
        Apfloat[] result = new Apfloat[aStar.length];
        for (int j = 0; j < result.length; j++) {
            result[j] = sum(aStar).subtract(aStar[j]).subtract(total).divide(PI.subtract(ONE));
        }
        return result;
    }

    /// The oracle at (−w*, ā).
    public Oracle atSpurious() {
        return new Oracle(scaled(wStar, ONE.negate()), spuriousWeights(), wStar, aStar);
    }

    /// āᵀa*.
    public Apfloat spuriousAlignment() {
        return dot(spuriousWeights(), aStar);
    }

    /// aᵀa*.
    public Apfloat alignment() {
        return dot(a, aStar);
    }

    /// ‖r a − a*‖².
    public Apfloat squaredDistance() {
        Apfloat[] difference = plus(scaled(a, r()), scaled(aStar, ONE.negate()));
        return dot(difference, difference);
    }

    /// g(φ) = (π−φ) cos φ + sin φ.
    public static Apfloat g(Apfloat phi) {
        return PI.subtract(phi).multiply(HighPrecision.cos(phi)).add(HighPrecision.sin(phi));
    }

    /// v(x) = sin x − x cos x.
    public static Apfloat v(Apfloat x) {
        return HighPrecision.sin(x).subtract(x.multiply(HighPrecision.cos(x)));
    }

    /// 1 − (π−1)q/(π−1+k−q), the value of g at the saddles.
    public static Apfloat saddleLevel(Teacher teacher) {
        Apfloat[] aStar = exact(teacher.a());
        Apfloat q = sum(aStar).multiply(sum(aStar)).divide(dot(aStar, aStar));
        Apfloat less = PI.subtract(ONE);
        return ONE.subtract(
                less.multiply(q).divide(less.add(exact(aStar.length)).subtract(q)));
    }

    /// π.
    public static Apfloat pi() {
        return PI;
    }

    /// The exact value of a double.
    public static Apfloat exact(double value) {
        return new Apfloat(new BigDecimal(value), DIGITS);
    }

    /// |computed − exact| / bound; 0 for 0/0, infinity for a nonzero error against the bound 0, NaN for NaN.
    public static double ratio(double computed, Apfloat exact, double bound) {
        if (Double.isNaN(computed) || Double.isInfinite(computed) || !(bound >= 0)) {
            return Double.NaN;
        }
        Apfloat error = ApfloatMath.abs(exact(computed).subtract(exact));
        if (error.signum() == 0) {
            return 0;
        }
        return bound == 0
                ? Double.POSITIVE_INFINITY
                : error.divide(exact(bound)).doubleValue();
    }

    /// Largest [#ratio] over the entries.
    public static double ratio(double[] computed, Apfloat[] exact, double[] bound) {
        double worst = computed.length == exact.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < computed.length && i < exact.length; i++) {
            worst = Math.max(worst, ratio(computed[i], exact[i], bound[i]));
        }
        return worst;
    }

    /// ‖computed − exact‖ / bound.
    public static double normRatio(double[] computed, Apfloat[] exact, double bound) {
        Apfloat[] difference = plus(exact(computed), scaled(exact, ONE.negate()));
        return ratio(0, norm(difference), bound);
    }

    /// xᵀy.
    public static Apfloat dot(Apfloat[] x, Apfloat[] y) {
        Apfloat total = exact(0);
        for (int i = 0; i < x.length; i++) {
            total = total.add(x[i].multiply(y[i]));
        }
        return total;
    }

    /// Every entry exactly.
    public static Apfloat[] exact(double[] x) {
        Apfloat[] result = new Apfloat[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = exact(x[i]);
        }
        return result;
    }

    /// E[Σⱼ xⱼσ(u) Σⱼ yⱼσ(v)] for unit filters with kernel value g: xᵀy g/2π + (1ᵀx 1ᵀy − xᵀy)/2π.
    private static Apfloat secondMoment(Apfloat[] x, Apfloat[] y, Apfloat g) {
        Apfloat same = dot(x, y).multiply(g.subtract(ONE));
        return same.add(sum(x).multiply(sum(y))).divide(TWO.multiply(PI));
    }

    private Apfloat[] tangentPart() {
        Apfloat cosine = dot(w, wStar).divide(dot(w, w));
        return plus(wStar, scaled(w, cosine.negate()));
    }

    private static Apfloat sum(Apfloat[] x) {
        Apfloat total = exact(0);
        for (Apfloat entry : x) {
            total = total.add(entry);
        }
        return total;
    }

    private static Apfloat norm(Apfloat[] x) {
        Apfloat square = dot(x, x);
        return square.signum() == 0 ? square : ApfloatMath.sqrt(square);
    }

    private static Apfloat[] plus(Apfloat[] x, Apfloat[] y) {
        Apfloat[] result = new Apfloat[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i].add(y[i]);
        }
        return result;
    }

    private static Apfloat[] scaled(Apfloat[] x, Apfloat factor) {
        Apfloat[] result = new Apfloat[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i].multiply(factor);
        }
        return result;
    }
}
