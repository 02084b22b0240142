package lemmata.num;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

/// The series of [SphereCoordinate] against the incomplete beta function of commons-math3, another route to
/// P(|u₁| ≤ x) = I_{x²}(½, (n−1)/2): where the library is accurate enough, and where it is not.
class SphereCoordinateTest {

    /// The library iterates to a relative 10⁻¹⁴; what its logarithms of Gamma lose comes to it.
    private static final double LIBRARY = 1e-13;

    @Test
    void agreesWithTheLibraryUpToAThousandDimensions() {
        for (int n : new int[] {2, 3, 8, 65, 102, 1002}) {
            assertThat(excess(n, 0)).as("n = %d", n).isLessThanOrEqualTo(LIBRARY);
        }
        assertThat(excess(8, 1)).as("the sphere of one dimension more").isGreaterThan(LIBRARY);
    }

    @Test
    void theLibraryLosesDigitsBeyond() {
        assertThat(excess(10_002, 0)).isGreaterThan(LIBRARY);
        assertThat(excess(1_000_002, 0)).isGreaterThan(100 * LIBRARY);
    }

    /// The largest distance of the two, less the bound of ours, on 200 points up to eight widths of the density.
    private static double excess(int n, int more) {
        double worst = 0;
        for (int i = 1; i <= 200; i++) {
            double x = Math.min(0.999, 8.0 * i / 200 / Math.sqrt(n));
            Bounded ours = SphereCoordinate.inside(n, x, 0);
            double library = Beta.regularizedBeta(x * x, 0.5, (n + more - 1) / 2.0);
            worst = Math.max(worst, Math.abs(library - ours.value()) - ours.error());
        }
        return worst;
    }
}
