package lemmata.model;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.num.Vectors;

/// The perturbed point at which P-GD takes its gradient: noise ξ ∈ R^p on the filter, ε ∈ R^k on the output weights.
///
/// w̃ = w + ξ, ã = a + ε
///
/// With ξ = 0 and ε = 0 it is the student itself. The poster draws ε for R^p and ξ for R^k and then adds ξ to w and
/// ε to a; with these types that does not compile. **Source.** model.Perturbation/S2.
public final class Perturbation {

    private Perturbation() {}

    /// (w + ξ, a + ε), every entry the correctly rounded sum.
    ///
    /// **Shapes.** `xi`: length p; `epsilon`: length k.
    ///
    /// @throws InvalidField if a length differs, or w + ξ has no direction
    @Statement({"model.Perturbation/S1", "model.Perturbation/S2"})
    public static Student of(Student student, double @FilterSpace [] xi, double @OutputSpace [] epsilon) {
        requireLength("xi", xi.length, student.p());
        requireLength("epsilon", epsilon.length, student.k());
        return new Student(Vectors.map(Double::sum, student.w(), xi), Vectors.map(Double::sum, student.a(), epsilon));
    }

    private static void requireLength(String field, int length, int expected) {
        if (length != expected) {
            throw new InvalidField(
                    field, "has length " + length + " where " + expected + " is needed: give noise of that length");
        }
    }
}
