package lemmata.loss;

import lemmata.claim.FilterSpace;
import lemmata.claim.Statement;
import lemmata.claim.UnitSphere;
import lemmata.model.Spaces;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.DD;

/// Projection onto the unit sphere of R^p.
///
/// Π(w) = w / ‖w‖
///
/// A unit vector is its own projection; Π(2w) and Π(w) are the same bits.
/// **Shapes.** Result: a new array of length p. **Accuracy.** Every entry is within 2u relative of the exact one, hence
/// ‖Π(w)‖ within [#ERROR] of 1. **Source.** loss.SphereProjection.
public final class SphereProjection {

    /// Bound on |‖Π(w)‖ − 1|, and on the change of an entry by projecting again: 2u.
    public static final double ERROR = 0x1p-52;

    private SphereProjection() {}

    /// Π(w): every entry the double-double quotient, rounded once.
    ///
    /// @throws lemmata.model.InvalidField if w has no direction
    @Statement({"loss.SphereProjection/S1", "loss.SphereProjection/S2", "loss.SphereProjection/S3"})
    public static double @UnitSphere [] project(double @FilterSpace [] w) {
        double[] checked = Spaces.filter("w", w);
        DD norm = Vectors.norm(checked);
        return Spaces.unit("w", Vectors.map(entry -> DD.of(entry).divide(norm).doubleValue(), checked));
    }
}
