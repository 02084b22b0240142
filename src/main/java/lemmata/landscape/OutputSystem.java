package lemmata.landscape;

import lemmata.claim.OutputSpace;
import lemmata.num.Vectors;

/// The matrix M = 11ᵀ + (π−1) I of the output weights: it is 2π times the Hessian of L in a on the sphere.
///
/// Eigenvalues π−1+k on 1 and π−1 on its complement; M⁻¹u = (u − (1ᵀu/(π−1+k)) 1)/(π−1).
final class OutputSystem {

    private OutputSystem() {}

    /// π − 1 + k, the eigenvalue on the direction 1.
    static double top(int k) {
        return Math.PI - 1 + k;
    }

    /// M⁻¹u, each entry within 6u of the magnitudes of its two terms and 2⁻¹⁰⁴ √k‖u‖/(π−1).
    static double @OutputSpace [] solve(double @OutputSpace [] u) {
        double mean = Vectors.sum(u).doubleValue() / top(u.length);
        return Vectors.map(entry -> (entry - mean) / (Math.PI - 1), u);
    }
}
