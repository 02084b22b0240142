package lemmata.model;

import java.util.Arrays;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The student network: any nonzero filter w in R^p, on the unit sphere or off it, and output weights a in R^k.
///
/// f(Z) = Σⱼ aⱼ max(Zⱼᵀw, 0)
///
/// **Shapes.** `w`: length p ≥ 1; `a`: length k ≥ 1. Both are copied in and out. **Source.** model.ForwardPass/S1.
public record Student(double @FilterSpace [] w, double @OutputSpace [] a) {

    /// Checks both.
    ///
    /// @throws InvalidField if `w` has no direction or an entry is not finite
    public Student(double @FilterSpace [] w, double @OutputSpace [] a) {
        this.w = Spaces.filter("w", w);
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

    /// A copy of the filter w.
    @Override
    public double @FilterSpace [] w() {
        return w.clone();
    }

    /// A copy of the output weights a.
    @Override
    public double @OutputSpace [] a() {
        return a.clone();
    }

    /// Checks that this student and a teacher see patches of the same number and length.
    ///
    /// @throws InvalidField naming the student's field
    public void requireShapeOf(Teacher teacher) {
        if (p() != teacher.p()) {
            throw new InvalidField(
                    "w", "has length " + p() + ", the teacher's has " + teacher.p() + ": make them equal");
        }
        if (k() != teacher.k()) {
            throw new InvalidField(
                    "a", "has length " + k() + ", the teacher's has " + teacher.k() + ": make them equal");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Student that && Arrays.equals(w, that.w) && Arrays.equals(a, that.a);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(w) + Arrays.hashCode(a);
    }

    @Override
    public String toString() {
        return "Student[w=" + Arrays.toString(w) + ", a=" + Arrays.toString(a) + "]";
    }
}
