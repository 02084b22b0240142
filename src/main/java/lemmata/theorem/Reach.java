package lemmata.theorem;

/// Bounds on the coordinates of the output weights during a run: |x| along 1, |y| along the rest of a*, z of what is
/// left.
///
/// @param x bound on |x|
/// @param y bound on |y|
/// @param z bound on z
public record Reach(double x, double y, double z) {

    /// The norm of a point that takes all three.
    public double norm() {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
