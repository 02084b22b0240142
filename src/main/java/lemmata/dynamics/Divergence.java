package lemmata.dynamics;

import lemmata.claim.Statement;

/// When a run has left the range of numbers that mean something: it stays where it is from then on.
///
/// **Source.** dynamics.Outcome/S2.
public final class Divergence {

    /// A step is taken only from a point with ‖a‖² ≤ 10⁶⁰, in working precision. One step from there stays within
    /// 10⁷⁰, since radii and step size are at most [Stage#MAX].
    public static final double LIMIT = 1e60;

    private Divergence() {}

    /// Whether a step may be taken.
    @Statement("dynamics.Outcome/S2")
    public static boolean allows(double normSquare) {
        return normSquare <= LIMIT;
    }
}
