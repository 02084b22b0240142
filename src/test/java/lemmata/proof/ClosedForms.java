package lemmata.proof;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// The closed forms of the lemmata as they are proved, in plain doubles, each with a bound of its error.
///
/// Printed by proofs/num/ClosedForms_java.v (`class_text`, Coq); not to be edited. The bounds hold where
/// nothing overflows and `StrictMath` is within 3u; they take the inputs with their own errors.
final class ClosedForms {

    /// 2⁻⁵³.
    private static final double U = 0x1p-53;

    private ClosedForms() {}

    /// g(φ).
    static double g(double phi) {
        return (((Math.PI - phi) * StrictMath.cos(phi)) + StrictMath.sin(phi));
    }

    /// Bound on the error of that.
    static double gError(Rounded phi) {
        return plus(times(minus(pi(), phi), cosine(phi)), sine(phi)).error();
    }

    /// π − g(φ).
    static double piMinusG(double phi) {
        return (Math.PI - (((Math.PI - phi) * StrictMath.cos(phi)) + StrictMath.sin(phi)));
    }

    /// Bound on the error of that.
    static double piMinusGError(Rounded phi) {
        return minus(pi(), plus(times(minus(pi(), phi), cosine(phi)), sine(phi)))
                .error();
    }

    /// g′(φ).
    static double slope(double phi) {
        return (-((Math.PI - phi) * StrictMath.sin(phi)));
    }

    /// Bound on the error of that.
    static double slopeError(Rounded phi) {
        return negative(times(minus(pi(), phi), sine(phi))).error();
    }

    /// L for ‖w‖ = r.
    static double loss(int k, double r, double phi, double[] a, double[] aStar) {
        return ((((sum(k, j -> ((r * a[j]) - aStar[j])) * sum(k, j -> ((r * a[j]) - aStar[j])))
                                + ((Math.PI - 1.0) * sum(k, j -> (((r * a[j]) - aStar[j]) * ((r * a[j]) - aStar[j])))))
                        + (((2.0 * r) * (Math.PI - (((Math.PI - phi) * StrictMath.cos(phi)) + StrictMath.sin(phi))))
                                * sum(k, j -> (a[j] * aStar[j]))))
                / (4.0 * Math.PI));
    }

    /// Bound on the error of that.
    static double lossError(int k, Rounded r, Rounded phi, Rounded[] a, Rounded[] aStar) {
        return over(
                        plus(
                                plus(
                                        times(
                                                total(k, j -> minus(times(r, a[j]), aStar[j])),
                                                total(k, j -> minus(times(r, a[j]), aStar[j]))),
                                        times(
                                                minus(pi(), exact(1.0)),
                                                total(
                                                        k,
                                                        j -> times(
                                                                minus(times(r, a[j]), aStar[j]),
                                                                minus(times(r, a[j]), aStar[j]))))),
                                times(
                                        times(
                                                times(exact(2.0), r),
                                                minus(pi(), plus(times(minus(pi(), phi), cosine(phi)), sine(phi)))),
                                        total(k, j -> times(a[j], aStar[j])))),
                        times(exact(4.0), pi()))
                .error();
    }

    /// Entry i of ∇_a L.
    static double gradientA(int k, int i, double r, double phi, double[] a, double[] aStar) {
        return ((((r * r) * (sum(k, j -> a[j]) + ((Math.PI - 1.0) * a[i])))
                        - (r
                                * (sum(k, j -> aStar[j])
                                        + (((((Math.PI - phi) * StrictMath.cos(phi)) + StrictMath.sin(phi)) - 1.0)
                                                * aStar[i]))))
                / (2.0 * Math.PI));
    }

    /// Bound on the error of that.
    static double gradientAError(int k, int i, Rounded r, Rounded phi, Rounded[] a, Rounded[] aStar) {
        return over(
                        minus(
                                times(times(r, r), plus(total(k, j -> a[j]), times(minus(pi(), exact(1.0)), a[i]))),
                                times(
                                        r,
                                        plus(
                                                total(k, j -> aStar[j]),
                                                times(
                                                        minus(
                                                                plus(times(minus(pi(), phi), cosine(phi)), sine(phi)),
                                                                exact(1.0)),
                                                        aStar[i])))),
                        times(exact(2.0), pi()))
                .error();
    }

    /// Entry i of ∇_w L.
    static double gradientW(
            int k, int i, double r, double phi, double[] w, double[] wStar, double[] a, double[] aStar) {
        return ((((((sum(k, j -> a[j]) * sum(k, j -> a[j])) + ((Math.PI - 1.0) * sum(k, j -> (a[j] * a[j])))) * w[i])
                                - (((sum(k, j -> a[j]) * sum(k, j -> aStar[j]))
                                                + (((((Math.PI - phi) * StrictMath.cos(phi)) + StrictMath.sin(phi))
                                                                - 1.0)
                                                        * sum(k, j -> (a[j] * aStar[j]))))
                                        * (w[i] / r)))
                        - (((Math.PI - phi) * sum(k, j -> (a[j] * aStar[j])))
                                * (wStar[i] - (StrictMath.cos(phi) * (w[i] / r)))))
                / (2.0 * Math.PI));
    }

    /// Bound on the error of that.
    static double gradientWError(
            int k, int i, Rounded r, Rounded phi, Rounded[] w, Rounded[] wStar, Rounded[] a, Rounded[] aStar) {
        return over(
                        minus(
                                minus(
                                        times(
                                                plus(
                                                        times(total(k, j -> a[j]), total(k, j -> a[j])),
                                                        times(
                                                                minus(pi(), exact(1.0)),
                                                                total(k, j -> times(a[j], a[j])))),
                                                w[i]),
                                        times(
                                                plus(
                                                        times(total(k, j -> a[j]), total(k, j -> aStar[j])),
                                                        times(
                                                                minus(
                                                                        plus(
                                                                                times(minus(pi(), phi), cosine(phi)),
                                                                                sine(phi)),
                                                                        exact(1.0)),
                                                                total(k, j -> times(a[j], aStar[j])))),
                                                over(w[i], r))),
                                times(
                                        times(minus(pi(), phi), total(k, j -> times(a[j], aStar[j]))),
                                        minus(wStar[i], times(cosine(phi), over(w[i], r))))),
                        times(exact(2.0), pi()))
                .error();
    }

    /// The factor of P_w w* in P_w ∇_w L.
    static double tangent(int k, double phi, double[] a, double[] aStar) {
        return (-(((Math.PI - phi) * sum(k, j -> (a[j] * aStar[j]))) / (2.0 * Math.PI)));
    }

    /// Bound on the error of that.
    static double tangentError(int k, Rounded phi, Rounded[] a, Rounded[] aStar) {
        return negative(over(times(minus(pi(), phi), total(k, j -> times(a[j], aStar[j]))), times(exact(2.0), pi())))
                .error();
    }

    /// Entry i of ā.
    static double spurious(int k, int i, double[] aStar) {
        return ((((Math.PI * sum(k, j -> aStar[j])) / ((Math.PI - 1.0) + (double) k)) - aStar[i]) / (Math.PI - 1.0));
    }

    /// Bound on the error of that.
    static double spuriousError(int k, int i, Rounded[] aStar) {
        return over(
                        minus(
                                over(times(pi(), total(k, j -> aStar[j])), plus(minus(pi(), exact(1.0)), exact((double)
                                        k))),
                                aStar[i]),
                        minus(pi(), exact(1.0)))
                .error();
    }

    /// āᵀa*.
    static double alignment(int k, double[] aStar) {
        return ((((Math.PI * (sum(k, j -> aStar[j]) * sum(k, j -> aStar[j]))) / ((Math.PI - 1.0) + (double) k))
                        - sum(k, j -> (aStar[j] * aStar[j])))
                / (Math.PI - 1.0));
    }

    /// Bound on the error of that.
    static double alignmentError(int k, Rounded[] aStar) {
        return over(
                        minus(
                                over(
                                        times(pi(), times(total(k, j -> aStar[j]), total(k, j -> aStar[j]))),
                                        plus(minus(pi(), exact(1.0)), exact((double) k))),
                                total(k, j -> times(aStar[j], aStar[j]))),
                        minus(pi(), exact(1.0)))
                .error();
    }

    /// L(−w*, ā).
    static double spuriousLoss(int k, double[] aStar) {
        return ((((Math.PI - 2.0) * sum(k, j -> (aStar[j] * aStar[j])))
                        + ((Math.PI * (sum(k, j -> aStar[j]) * sum(k, j -> aStar[j])))
                                / ((Math.PI - 1.0) + (double) k)))
                / (4.0 * (Math.PI - 1.0)));
    }

    /// Bound on the error of that.
    static double spuriousLossError(int k, Rounded[] aStar) {
        return over(
                        plus(
                                times(minus(pi(), exact(2.0)), total(k, j -> times(aStar[j], aStar[j]))),
                                over(
                                        times(pi(), times(total(k, j -> aStar[j]), total(k, j -> aStar[j]))),
                                        plus(minus(pi(), exact(1.0)), exact((double) k)))),
                        times(exact(4.0), minus(pi(), exact(1.0))))
                .error();
    }

    /// 1 + (k−1)/π.
    static double threshold(int k) {
        return (1.0 + (((double) k - 1.0) / Math.PI));
    }

    /// Bound on the error of that.
    static double thresholdError(int k) {
        return plus(exact(1.0), over(minus(exact((double) k), exact(1.0)), pi()))
                .error();
    }

    /// dκ(1 + cos φ)/4π, the quotient of C1.
    static double rate(double kappa, double d, double phi) {
        return (((d * kappa) * (1.0 + StrictMath.cos(phi))) / (4.0 * Math.PI));
    }

    /// Bound on the error of that.
    static double rateError(Rounded kappa, Rounded d, Rounded phi) {
        return over(times(times(d, kappa), plus(exact(1.0), cosine(phi))), times(exact(4.0), pi()))
                .error();
    }

    /// The smallest γ_a of C2, k ≥ 2.
    static double slack(int k, double a1, double a2, double m2, double m1, double h, double ca) {
        return ((((((((((m2 - 1.0) * ((Math.PI - 1.0) + (double) k)) - ((m1 - 1.0) * ((double) k - 1.0)))
                                                                + (Math.PI - h))
                                                        * a1)
                                                / (2.0 * Math.PI))
                                        * ((((((m2 - 1.0) * ((Math.PI - 1.0) + (double) k))
                                                                        - ((m1 - 1.0) * ((double) k - 1.0)))
                                                                + (Math.PI - h))
                                                        * a1)
                                                / (2.0 * Math.PI)))
                                / (((m2 * ((Math.PI - 1.0) + (double) k)) / (2.0 * Math.PI)) - ca))
                        + ((((((((m2 - 1.0) * (Math.PI - 1.0)) + (m1 - 1.0)) + (Math.PI - h)) * a2) / (2.0 * Math.PI))
                                        * ((((((m2 - 1.0) * (Math.PI - 1.0)) + (m1 - 1.0)) + (Math.PI - h)) * a2)
                                                / (2.0 * Math.PI)))
                                / (((m2 * (Math.PI - 1.0)) / (2.0 * Math.PI)) - ca)))
                / 4.0);
    }

    /// Bound on the error of that.
    static double slackError(int k, Rounded a1, Rounded a2, Rounded m2, Rounded m1, Rounded h, Rounded ca) {
        return over(
                        plus(
                                over(
                                        times(
                                                over(
                                                        times(
                                                                plus(
                                                                        minus(
                                                                                times(
                                                                                        minus(m2, exact(1.0)),
                                                                                        plus(
                                                                                                minus(pi(), exact(1.0)),
                                                                                                exact((double) k))),
                                                                                times(
                                                                                        minus(m1, exact(1.0)),
                                                                                        minus(
                                                                                                exact((double) k),
                                                                                                exact(1.0)))),
                                                                        minus(pi(), h)),
                                                                a1),
                                                        times(exact(2.0), pi())),
                                                over(
                                                        times(
                                                                plus(
                                                                        minus(
                                                                                times(
                                                                                        minus(m2, exact(1.0)),
                                                                                        plus(
                                                                                                minus(pi(), exact(1.0)),
                                                                                                exact((double) k))),
                                                                                times(
                                                                                        minus(m1, exact(1.0)),
                                                                                        minus(
                                                                                                exact((double) k),
                                                                                                exact(1.0)))),
                                                                        minus(pi(), h)),
                                                                a1),
                                                        times(exact(2.0), pi()))),
                                        minus(
                                                over(
                                                        times(m2, plus(minus(pi(), exact(1.0)), exact((double) k))),
                                                        times(exact(2.0), pi())),
                                                ca)),
                                over(
                                        times(
                                                over(
                                                        times(
                                                                plus(
                                                                        plus(
                                                                                times(
                                                                                        minus(m2, exact(1.0)),
                                                                                        minus(pi(), exact(1.0))),
                                                                                minus(m1, exact(1.0))),
                                                                        minus(pi(), h)),
                                                                a2),
                                                        times(exact(2.0), pi())),
                                                over(
                                                        times(
                                                                plus(
                                                                        plus(
                                                                                times(
                                                                                        minus(m2, exact(1.0)),
                                                                                        minus(pi(), exact(1.0))),
                                                                                minus(m1, exact(1.0))),
                                                                        minus(pi(), h)),
                                                                a2),
                                                        times(exact(2.0), pi()))),
                                        minus(over(times(m2, minus(pi(), exact(1.0))), times(exact(2.0), pi())), ca))),
                        exact(4.0))
                .error();
    }

    /// Entry i of E ∇_a L.
    static double smoothedA(int k, int i, double m2, double m1, double h, double[] a, double[] aStar) {
        return (((m2 * (sum(k, j -> a[j]) + ((Math.PI - 1.0) * a[i])))
                        - ((m1 * sum(k, j -> aStar[j])) + ((h - m1) * aStar[i])))
                / (2.0 * Math.PI));
    }

    /// Bound on the error of that.
    static double smoothedAError(int k, int i, Rounded m2, Rounded m1, Rounded h, Rounded[] a, Rounded[] aStar) {
        return over(
                        minus(
                                times(m2, plus(total(k, j -> a[j]), times(minus(pi(), exact(1.0)), a[i]))),
                                plus(times(m1, total(k, j -> aStar[j])), times(minus(h, m1), aStar[i]))),
                        times(exact(2.0), pi()))
                .error();
    }

    /// 1 − (π−1)q/(π−1+k−q).
    static double level(int k, double q) {
        return (1.0 - (((Math.PI - 1.0) * q) / (((Math.PI - 1.0) + (double) k) - q)));
    }

    /// Bound on the error of that.
    static double levelError(int k, Rounded q) {
        return minus(
                        exact(1.0),
                        over(
                                times(minus(pi(), exact(1.0)), q),
                                minus(plus(minus(pi(), exact(1.0)), exact((double) k)), q)))
                .error();
    }

    /// A given or computed number and a bound of its error.
    record Rounded(double value, double error) {}

    private static double slip(double c, double z) {
        return Math.nextUp(Math.nextUp(c * U * Math.abs(z)) + Double.MIN_VALUE);
    }

    private static Rounded own(double c, double value, double error) {
        return new Rounded(value, Math.nextUp(error + slip(c, value)));
    }

    /// A number that is what it says.
    static Rounded exact(double value) {
        return new Rounded(value, 0);
    }

    private static Rounded pi() {
        return new Rounded(Math.PI, slip(1, Math.PI));
    }

    private static Rounded negative(Rounded x) {
        return new Rounded(-x.value, x.error);
    }

    private static Rounded plus(Rounded x, Rounded y) {
        return own(1, x.value + y.value, Math.nextUp(x.error + y.error));
    }

    private static Rounded minus(Rounded x, Rounded y) {
        return own(1, x.value - y.value, Math.nextUp(x.error + y.error));
    }

    private static Rounded times(Rounded x, Rounded y) {
        double first = Math.nextUp(Math.abs(x.value) * y.error);
        double second = Math.nextUp(Math.abs(y.value) * x.error);
        double both = Math.nextUp(x.error * y.error);
        return own(1, x.value * y.value, Math.nextUp(Math.nextUp(first + second) + both));
    }

    private static Rounded over(Rounded x, Rounded y) {
        double quotient = Math.nextUp(Math.abs(x.value) / Math.abs(y.value));
        double least = Math.nextDown(Math.abs(y.value) - y.error);
        double error = Math.nextUp(Math.nextUp(x.error + Math.nextUp(quotient * y.error)) / least);
        return own(1, x.value / y.value, least > 0 ? error : Double.POSITIVE_INFINITY);
    }

    private static Rounded sine(Rounded x) {
        return own(3, StrictMath.sin(x.value), x.error);
    }

    private static Rounded cosine(Rounded x) {
        return own(3, StrictMath.cos(x.value), x.error);
    }

    private static double sum(int k, IntToDoubleFunction term) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += term.applyAsDouble(j);
        }
        return sum;
    }

    private static Rounded total(int k, IntFunction<Rounded> term) {
        Rounded total = exact(0);
        for (int j = 0; j < k; j++) {
            total = plus(total, term.apply(j));
        }
        return total;
    }
}
