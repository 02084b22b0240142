package lemmata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import lemmata.simd.SampledLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The quadrature against closed forms of special cases and against the sampled networks.
class LossVarianceTest {

    private static final double[] ANGLES = {0, 1e-9, 0.3, Math.PI / 2, 2, Math.PI - 1e-9, Math.PI};
    private static final long SEED = 20261121;
    private static final double DELTA = 1e-10;
    private static final int PAIRS = 1 << 20;

    /// X = ½ a*² σ(y)², E σ⁴ = 3/2, E σ² = 1/2.
    @Test
    void withoutAStudentTheAngleDoesNotMatter() {
        for (double phi : ANGLES) {
            assertWithin(LossVariance.of(new double[] {0}, 1.5, new double[] {2}, phi), 5);
        }
    }

    /// D = (a* − ra) σ(x) at φ = 0; at φ = π one network alone is active: 4 Var X = (3/2)(b⁴ + c⁴) − ¼(b² + c²)².
    @Test
    void theEndsOfTheRangeHaveClosedForms() {
        assertWithin(LossVariance.of(new double[] {3}, 0.5, new double[] {2}, 0), 5.0 / 16 / 16);
        assertWithin(LossVariance.of(new double[] {3}, 1, new double[] {3}, 0), 0);
        double both = (1.5 * (16 + 81) - 0.25 * (4 + 9) * (4 + 9)) / 4;
        assertWithin(LossVariance.of(new double[] {6}, 0.5, new double[] {2}, Math.PI), both);
    }

    /// Without a student and a* = (1, 1): D = σ + σ′, E D⁴ = 2·3/2 + 6/4 + 8 E σ³ E σ, E D² = 1 + 2(E σ)²,
    /// E σ³ E σ = 1/π, (E σ)² = 1/2π.
    @Test
    void twoPatchesAddTheirCumulants() {
        double second = 1 + 1 / Math.PI;
        double expected = (3 + 1.5 + 8 / Math.PI - second * second) / 4;
        assertWithin(LossVariance.of(new double[] {0, 0}, 1, new double[] {1, 1}, 1), expected);
    }

    @Test
    void teacherAndStudentMayChangePlaces() {
        double[] a = {0.5, -1.25, 2};
        double[] b = {1, 0.75, -0.25};
        for (double phi : ANGLES) {
            LossVariance there = LossVariance.of(a, 1, b, phi);
            LossVariance back = LossVariance.of(b, 1, a, phi);
            assertThat(Math.abs(there.variance() - back.variance())).isLessThanOrEqualTo(there.error() + back.error());
            assertThat(there.upper()).isEqualTo(there.variance() + there.error());
        }
    }

    /// Next to the optimum the bound stays small relative to the variance.
    @Test
    void nothingIsLostNextToTheOptimum() {
        double[] weights = {0.5, -1.25, 2};
        LossVariance close = LossVariance.of(weights, 1, weights, 0x1p-30);
        assertThat(close.error()).isLessThan(1e-9 * close.variance());
        assertThat(LossVariance.of(weights, 1, weights, 0).upper()).isZero();
    }

    /// Pairs Y = ½(X − X′)² have mean Var X; E Y² ≤ ½ E X⁴ = E D⁸/32, and |D| ≤ max(f*, f) for weights ≥ 0.
    /// False alarms ≤ 1e-10 a case; a variance at the printed distance is rejected with probability ≥ 1 − 1e-10.
    @Test
    void agreesWithTheSampledNetworks(TestReporter report) {
        for (double phi : new double[] {0.3, Math.PI / 2, 2.5}) {
            sampled(report, new double[] {0.75}, 1.25, new double[] {1}, phi);
            sampled(report, new double[] {0.25, 0.5, 0.125}, 1, new double[] {0.5, 0.25, 0.5}, phi);
        }
    }

    private static void sampled(TestReporter report, double[] a, double r, double[] aStar, double phi) {
        double[] w = {r * Math.cos(phi), r * Math.sin(phi)};
        double[] x = SampledLoss.losses(SEED, 0, 2 * PAIRS, w, a, new double[] {1, 0}, aStar);
        double[] y = new double[PAIRS];
        Arrays.setAll(y, i -> (x[2 * i] - x[2 * i + 1]) * (x[2 * i] - x[2 * i + 1]) / 2);
        double[] scaled = Arrays.stream(a).map(weight -> r * weight).toArray();
        double bound = 1.001 * (eighthMoment(scaled) + eighthMoment(aStar)) / 32;
        LossVariance claimed = LossVariance.of(a, r, aStar, phi);
        MeanTest test = MeanTest.of(y, claimed.variance(), claimed.error(), bound, DELTA);
        report.publishEntry(
                "seed " + SEED + ", k = " + a.length + ", φ = " + phi,
                claimed.variance() + ", ratio " + test.ratio() + ", rejected from distance " + test.detectable());
        assertThat(test.rejects()).isFalse();
        slips(y, bound, a, r, aStar, phi, test.detectable());
    }

    /// The slips: the angle from the other side, r forgotten, ½ in X forgotten.
    private static void slips(
            double[] y, double bound, double[] a, double r, double[] aStar, double phi, double detectable) {
        double right = LossVariance.of(a, r, aStar, phi).variance();
        double[] wrong = {
            LossVariance.of(a, r, aStar, Math.PI - phi).variance(),
            LossVariance.of(a, 1, aStar, phi).variance(),
            4 * right
        };
        for (double claimed : wrong) {
            if (Math.abs(claimed - right) > detectable) {
                assertThat(MeanTest.of(y, claimed, 0, bound, DELTA).rejects()).isTrue();
            }
        }
        assertThat(Arrays.stream(wrong).anyMatch(claimed -> Math.abs(claimed - right) > detectable))
                .as("a slip within reach")
                .isTrue();
    }

    /// E (Σ cⱼ σ(xⱼ))⁸, patch by patch: E (S + x)ⁿ = Σ C(n, i) E Sⁿ⁻ⁱ E xⁱ.
    private static double eighthMoment(double[] c) {
        double root = 1 / Math.sqrt(2 * Math.PI);
        double[] relu = {1, root, 0.5, 2 * root, 1.5, 8 * root, 7.5, 48 * root, 52.5};
        double[] sum = {1, 0, 0, 0, 0, 0, 0, 0, 0};
        for (double weight : c) {
            double[] next = new double[9];
            for (int n = 0; n <= 8; n++) {
                double term = 1;
                for (int i = 0; i <= n; i++) {
                    next[n] += term * Math.pow(weight, i) * relu[i] * sum[n - i];
                    term = term * (n - i) / (i + 1);
                }
            }
            sum = next;
        }
        return sum[8];
    }

    @Test
    void refusesWhatItCannotRead() {
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> LossVariance.of(one, 1, new double[2], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LossVariance.of(one, 1, one, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> LossVariance.of(one, 1, one, 3.2));
    }

    /// Within the claimed error, and the four roundings of the expected value.
    private static void assertWithin(LossVariance actual, double expected) {
        assertThat(Math.abs(actual.variance() - expected)).isLessThanOrEqualTo(actual.error() + 0x1p-50 * expected);
    }
}
