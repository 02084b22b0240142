package lemmata.theorem;

import lemmata.dynamics.Observation;

/// Where a theorem promises that a run is: bounds that a state must keep, infinite where nothing is promised.
///
/// @param least lower bound of aᵀa*
/// @param greatest upper bound of aᵀa*
/// @param angle upper bound of φ
/// @param filter upper bound of ‖w − w*‖²
/// @param output upper bound of ‖a − a*‖²
public record Region(double least, double greatest, double angle, double filter, double output) {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /// 5π/12, the angle of Theorem 1.
    public static final double ANGLE = 5 * Math.PI / 12;

    /// `least` ≤ aᵀa* ≤ `greatest` and φ ≤ 5π/12: that of Theorem 1.
    public static Region ofEscape(double least, double greatest) {
        return new Region(least, greatest, ANGLE, NONE, NONE);
    }

    /// ‖w − w*‖² ≤ `filter` and ‖a − a*‖² ≤ `output`: that of Theorem 2.
    public static Region ofConvergence(double filter, double output) {
        return new Region(-NONE, NONE, NONE, filter, output);
    }

    /// Whether a state is in it.
    public boolean contains(Observation seen) {
        return seen.alignment() >= least
                && seen.alignment() <= greatest
                && seen.angle() <= angle
                && seen.filterError() <= filter
                && seen.outputError() <= output;
    }
}
