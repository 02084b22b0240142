package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.simd.Engine;

/// When a run has left the range of numbers that mean something: it stays where it is from then on.
///
/// **Source.** dynamics.Outcome/S2.
public final class Divergence {

    /// A step is taken only from a point with ‖a‖² ≤ 10⁶⁰, in working precision. For ‖a*‖ ≤ 10³⁰ and p, k ≤ 10⁷ one
    /// step from there ends with ‖a‖ ≤ 10⁶⁴, since radii and step size are at most [Stage#MAX]: nothing overflows.
    public static final double LIMIT = Engine.LARGEST;

    private Divergence() {}

    /// Whether a step may be taken.
    @Statement("dynamics.Outcome/S2")
    public static boolean allows(double normSquare) {
        return normSquare <= LIMIT;
    }
}
