package lemmata.model;

import java.util.Arrays;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.claim.UnitSphere;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The teacher network: filter w* on the unit sphere of R^p and output weights a* in R^k.
///
/// f*(Z) = Σⱼ a*ⱼ max(Zⱼᵀw*, 0)
///
/// The doubles of `w` are a unit vector only to rounding; they stand for the exact unit vector in their direction.
/// **Shapes.** `w`: length p ≥ 1; `a`: length k ≥ 1. Both are copied in and out. **Source.** model.Teacher.
public record Teacher(double @UnitSphere [] w, double @OutputSpace [] a) {

    /// Checks both.
    ///
    /// @throws InvalidField if `w` is not a unit vector to within [Spaces#UNIT_TOLERANCE] or an entry is not finite
    @Statement("model.Teacher/S1")
    public Teacher(double @UnitSphere [] w, double @OutputSpace [] a) {
        this.w = Spaces.unit("w", w);
        this.a = Spaces.output("a", a);
    }

    /// Length p of the filter.
    public int p() {
        return w.length;
    }

    /// Number k of patches.
    public int k() {
        return a.length;
    }

    /// A copy of the filter w*.
    @Override
    public double @UnitSphere [] w() {
        return w.clone();
    }

    /// A copy of the output weights a*.
    @Override
    public double @OutputSpace [] a() {
        return a.clone();
    }

    /// q = (1ᵀa*)² / ‖a*‖², the alignment of a* with 1; in [0, k]; NaN for a* = 0.
    ///
    /// Two sanity points: a* = 1 gives k, a* ⟂ 1 gives 0.
    /// **Accuracy.** Within [#qError()]. **Source.** model.Teacher/S2.
    @Statement("model.Teacher/S2")
    public double q() {
        DD sum = Vectors.sum(unitScale());
        return sum.multiply(sum).divide(Vectors.dot(unitScale(), unitScale())).doubleValue();
    }

    /// Bound on the error of [#q()]: u·q for the last rounding and the double-double error of s*, doubled by the
    /// square.
    public double qError() {
        return RoundOff.U * q() + RoundOff.doubleDouble(4 * k() + 16) * k();
    }

    /// a* times a power of two that brings its largest entry to [1, 2): q does not change and no square underflows.
    private double[] unitScale() {
        double largest = 0;
        for (double entry : a) {
            largest = Math.max(largest, Math.abs(entry));
        }
        int exponent = Math.getExponent(largest);
        return Vectors.map(entry -> Math.scalb(entry, -exponent), a);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Teacher that && Arrays.equals(w, that.w) && Arrays.equals(a, that.a);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(w) + Arrays.hashCode(a);
    }

    @Override
    public String toString() {
        return "Teacher[w=" + Arrays.toString(w) + ", a=" + Arrays.toString(a) + "]";
    }
}
