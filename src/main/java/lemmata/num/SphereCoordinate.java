package lemmata.num;

import org.apache.commons.numbers.core.DD;

/// The modulus |u₁| of the first coordinate of a uniform point of the unit sphere of R^n, n ≥ 1.
///
/// Density D (1−x²)^{(n−3)/2} on [0, 1], D = 2Γ(n/2)/(√π Γ((n−1)/2)); P(|u₁| ≤ x) = I_{x²}(½, (n−1)/2); n = 1: |u₁| = 1
///
/// n = 3: uniform on [0, 1] (Archimedes); n = 2: the cosine of a uniform angle. By the same theorem the coordinate of a
/// uniform point of the *ball* of R^p is that of the sphere of R^{p+2}.
/// The incomplete beta function of commons-math3 agrees within 10⁻¹³ up to n = 1000, but is off by 3·10⁻¹³ at n = 10⁴
/// and by 3·10⁻¹¹ at 10⁶; the two series below have positive terms only and a bound of their own.
/// **Accuracy.** Every result carries its bound; arguments may carry a relative error of their own.
public final class SphereCoordinate {

    /// Beyond this exponent a tail is cut: e⁻⁴⁰ < 2⁻⁵⁷.
    private static final double CUT = 40;

    private static final double TAIL = 0x1p-57;
    /// The constants D below this n come from their recursion, the others from Stirling's series.
    private static final int FIRST_ASYMPTOTIC = 64;

    private static final double[] SMALL = smallDensities();

    private SphereCoordinate() {}

    /// D, the density of |u₁| at 0, within 6u relative; n ≥ 2.
    ///
    /// D = (2/√π) √x exp(1/64x² − 5/2048x⁴ + 61/49152x⁶ − 1385/1048576x⁸ + …), x = (2n−3)/4; D₂ = 2/π, D₃ = 1,
    /// D_{n+2} = D_n n/(n−1).
    public static double densityAtZero(int n) {
        if (n >= 0 && n < SMALL.length) {
            return SMALL[n];
        }
        double x = (2.0 * n - 3) / 4;
        double y = 1 / (x * x);
        double series = y * (1.0 / 64 - y * (5.0 / 2048 - y * (61.0 / 49152 - y * (1385.0 / 1048576))));
        return 2 * Math.sqrt(x / Math.PI) * Functions.exp(series);
    }

    /// E|u₁| = D/(n−1), within 7u relative; 1 for n = 1.
    public static double mean(int n) {
        return n == 1 ? 1 : densityAtZero(n) / (n - 1.0);
    }

    /// The x beyond which |u₁| lies with probability below 2⁻⁵⁷: (1−x²)^{(n−1)/2} = e⁻⁴⁰, as P(|u₁| > x) is at most
    /// the left side. 1 for n = 1.
    public static double reach(int n) {
        return n == 1 ? 1 : Math.sqrt(-Functions.expm1(-2 * CUT / (n - 1.0)));
    }

    /// The density D cosⁿ⁻²θ of θ = arcsin|u₁| on [0, π/2], n ≥ 2, for an angle within 2u of θ.
    public static Bounded angleDensity(int n, double theta) {
        double sine = Functions.sin(theta);
        double cosine = Functions.cos(theta);
        boolean small = sine * sine < 0.5;
        double log = small ? Functions.log1p(-sine * sine) / 2 : Functions.log(cosine);
        double exponent = (n - 2.0) * log;
        double spread = small ? 14 * -exponent : (n - 2.0) * (4 / cosine) + 2 * -exponent;
        return n == 2
                ? Bounded.within(6, densityAtZero(n))
                : Bounded.within(9 + spread, densityAtZero(n) * Functions.exp(exponent))
                        .widened(RoundOff.UNDERFLOW);
    }

    /// P(|u₁| ≤ x) for x ≥ 0 of relative error `relative`.
    public static Bounded inside(int n, double x, double relative) {
        return x * x <= 0.5 ? lower(n, x, relative) : upper(n, x, relative).complement();
    }

    /// P(|u₁| > x), relative accuracy for x² > ½, absolute below.
    public static Bounded outside(int n, double x, double relative) {
        return x * x <= 0.5 ? lower(n, x, relative).complement() : upper(n, x, relative);
    }

    /// E(|u₁| − x)₊ = E|u₁| (1−x²)^{(n−1)/2} − x P(|u₁| > x), a decreasing convex function, 0 from x = 1 on.
    public static Bounded excess(int n, double x, double relative) {
        double spread = 2 * relative * x;
        if (x >= 1) {
            return new Bounded(0, relative);
        }
        if (n == 1) {
            return new Bounded(1 - x, spread + RoundOff.U);
        }
        double exponent = (n - 1) / 2.0 * logComplement(x);
        if (exponent < -CUT) {
            return new Bounded(0, TAIL * mean(n));
        }
        // What an error of x does to the difference is its slope −P(|u₁| > x) times that error.
        Bounded peak = Bounded.within(9 + 8 * -exponent, mean(n) * Functions.exp(exponent));
        Bounded tail = outside(n, x, 0);
        double error = peak.error() + x * tail.error() + 3 * RoundOff.U * peak.value() + spread * tail.value();
        return new Bounded(Math.max(peak.value() - x * tail.value(), 0), error);
    }

    /// P(|u₁| ≤ x) = D x (1−x²)^{(n−1)/2} Σₖ x²ᵏ Πⱼ (n/2+j)/(3/2+j) for x² ≤ ½.
    private static Bounded lower(int n, double x, double relative) {
        if (n == 1) {
            return Bounded.exact(0);
        }
        double exponent = (n - 1) / 2.0 * logComplement(x);
        if (exponent < -CUT) {
            return new Bounded(1, TAIL);
        }
        double density = densityAtZero(n) * x * Functions.exp(exponent);
        return series(density, exponent, x * x, n / 2.0, 1.5).widened(2 * relative * density / (1 - x * x));
    }

    /// P(|u₁| > x) = E|u₁| x (1−x²)^{(n−1)/2} Σₖ (1−x²)ᵏ Πⱼ (n/2+j)/((n+1)/2+j) for x² > ½.
    private static Bounded upper(int n, double x, double relative) {
        double rest = (1 - x) * (1 + x);
        if (n == 1 || rest <= 0) {
            // Beyond 1 nothing is left; a little below, at most (1−x²)^{(n−1)/2}.
            double doubt = n == 1 ? 0 : Functions.exp((n - 1) / 2.0 * Functions.log(4 * relative + Double.MIN_NORMAL));
            return new Bounded(x >= 1 ? 0 : 1, doubt);
        }
        double exponent = (n - 1) / 2.0 * logComplement(x);
        if (exponent < -CUT) {
            return new Bounded(0, TAIL);
        }
        double factor = mean(n) * x * Functions.exp(exponent);
        double slope = densityAtZero(n) * x * Functions.exp(exponent) / rest;
        double doubt = Math.min(2 * relative * slope, 1);
        return series(factor, exponent, rest, n / 2.0, (n + 1) / 2.0).widened(doubt);
    }

    /// factor · Σₖ zᵏ Πⱼ (a+j)/(b+j); term k has at most 5k roundings, the factor 9 and 8 in its exponent.
    private static Bounded series(double factor, double exponent, double z, double a, double b) {
        double term = 1;
        double sum = 1;
        double low = 0;
        double counted = 0;
        double peak = 1;
        for (int k = 0; k < 4096 && (term > TAIL * (1 - z) * sum / 4 || term >= peak); k++) {
            peak = term;
            term *= z * (a + k) / (b + k);
            // Knuth's exact addition.
            double total = sum + term;
            double part = total - sum;
            low += (sum - (total - part)) + (term - part);
            sum = total;
            counted += (k + 1) * term;
        }
        double value = factor * (sum + low);
        return Bounded.within(12 + 8 * -exponent + 5 * counted / sum, value);
    }

    /// log(1 − x²), relative error 3u plus that of 1 − x² near x = 1, which is that of (1−x)(1+x).
    private static double logComplement(double x) {
        return x * x <= 0.5 ? Functions.log1p(-x * x) : Functions.log((1 - x) * (1 + x));
    }

    private static double[] smallDensities() {
        DD[] exact = new DD[FIRST_ASYMPTOTIC];
        DD pi = DD.of(Math.PI).add(RoundOff.PI_LOW);
        exact[2] = DD.of(2).divide(pi);
        exact[3] = DD.ONE;
        for (int n = 4; n < FIRST_ASYMPTOTIC; n++) {
            exact[n] = exact[n - 2].multiply(n - 2.0).divide(DD.of(n - 3.0));
        }
        double[] rounded = new double[FIRST_ASYMPTOTIC];
        for (int n = 2; n < FIRST_ASYMPTOTIC; n++) {
            rounded[n] = exact[n].doubleValue();
        }
        return rounded;
    }
}
