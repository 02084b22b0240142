package lemmata.model;

import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// What a landscape that is invariant under rotations sees of a teacher's output weights: k, the mean part and the rest
/// of a*.
///
/// a* = a₁ (1/√k) + a₂ n with a unit vector n ⟂ 1: a₁ = 1ᵀa*/√k, a₂ = √(‖a*‖² − a₁²)
///
/// A student's a has the coordinates x = 1ᵀa/√k, y = nᵀa and a rest orthogonal to both, so aᵀa* = x a₁ + y a₂.
///
/// @param k number of patches
/// @param along a₁
/// @param across a₂ ≥ 0; 0 for k = 1
public record Target(int k, double along, double across) {

    /// Largest coordinate: a million entries of the largest size that is accepted.
    private static final double MAX = 1e3 * RoundOff.MAX_ENTRY;

    /// Checks all.
    ///
    /// @throws InvalidField naming `k` or `norm`
    public Target {
        if (k < 1) {
            throw new InvalidField("k", "is " + k + ": give at least one patch");
        }
        if (!(Math.abs(along) <= MAX) || !(across >= 0 && across <= MAX) || k == 1 && across != 0) {
            throw new InvalidField("norm", "‖a*‖ is no number up to " + MAX + ": rescale the problem");
        }
    }

    /// The coordinates of a teacher's a*: a₁ within 4u relative plus 2⁻⁹⁰‖a*‖, a₂ within 5u‖a*‖.
    public static Target of(Teacher teacher) {
        int k = teacher.k();
        double mean = Vectors.sum(teacher.a()).doubleValue() / k;
        double[] rest = Vectors.map(entry -> entry - mean, teacher.a());
        return new Target(k, mean * Math.sqrt(k), k == 1 ? 0 : Vectors.length(rest));
    }

    /// The a* with (1ᵀa*)² = q ‖a*‖², 1ᵀa* ≥ 0.
    ///
    /// @throws InvalidField if q is not in [0, k], or not 1 for k = 1; or the norm is negative
    public static Target of(int k, double q, double norm) {
        if (k < 1) {
            throw new InvalidField("k", "is " + k + ": give at least one patch");
        }
        if (!(q >= 0 && q <= k) || k == 1 && q != 1) {
            throw new InvalidField("q", q + " is not in [0, k], or not 1 for k = 1: q = (1ᵀa*)²/‖a*‖²");
        }
        if (!(norm >= 0)) {
            throw new InvalidField("norm", norm + " is no norm ‖a*‖: give a nonnegative number");
        }
        return new Target(k, norm * Math.sqrt(q / k), norm * Math.sqrt((k - q) / k));
    }

    /// A teacher with this a*: w* = e₁, and for n the ramp j ↦ 2j − k + 1 over its norm, whose entries are all
    /// distinct.
    ///
    /// GD and P-GD do not see which n it is; SGD does.
    ///
    /// @throws InvalidField if p < 1
    public Teacher teacher(int p) {
        if (p < 1) {
            throw new InvalidField("p", "is " + p + ": give the length of the filter, at least 1");
        }
        double[] w = new double[p];
        w[0] = 1;
        double[] ramp = new double[Math.max(k, 1)];
        for (int j = 0; j < ramp.length; j++) {
            ramp[j] = 2.0 * j - k + 1;
        }
        double share = k == 1 ? 0 : across / Vectors.length(ramp);
        double mean = along / Math.sqrt(k);
        return new Teacher(
                Spaces.unit("w", w), Spaces.output("a", Vectors.map(entry -> Math.fma(share, entry, mean), ramp)));
    }

    /// ‖a*‖.
    public double norm() {
        double largest = Math.max(Math.abs(along), across);
        double x = along / largest;
        double y = across / largest;
        return largest == 0 ? 0 : largest * Math.sqrt(x * x + y * y);
    }

    /// q = (1ᵀa*)²/‖a*‖²; NaN for a* = 0.
    public double q() {
        double share = along / norm();
        return k * share * share;
    }

    /// 1ᵀa*.
    public double sum() {
        return along * Math.sqrt(k);
    }

    /// π − 1 + k, the eigenvalue of M on 1; on the complement it is π − 1.
    public double top() {
        return Math.PI - 1 + k;
    }
}
