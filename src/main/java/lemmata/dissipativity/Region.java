package lemmata.dissipativity;

import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import org.apache.commons.numbers.core.DD;

/// A region U of students (w, a) on which C1 is asked for.
///
/// φ_lo ≤ ∠(w, w*) ≤ φ_hi, d_lo ≤ aᵀa* ≤ d_hi, ‖a‖ ≤ R, s_lo ≤ 1ᵀa ≤ s_hi; bounds may be infinite
///
/// @param phiLow φ_lo
/// @param phiHigh φ_hi
/// @param alignmentLow d_lo
/// @param alignmentHigh d_hi
/// @param norm R
/// @param sumLow s_lo
/// @param sumHigh s_hi
public record Region(
        Angle phiLow,
        Angle phiHigh,
        double alignmentLow,
        double alignmentHigh,
        double norm,
        double sumLow,
        double sumHigh) {

    /// All students.
    public static final Region ALL = new Region(
            Angle.ofRadians(Angle.radians(0)),
            Angle.ofRadians(Angle.radians(0)).supplement(),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    /// Checks that no bound is NaN and no range is empty.
    ///
    /// @throws InvalidField naming the bound
    public Region {
        if (!(phiLow.phi() <= phiHigh.phi())) {
            throw new InvalidField("phi", "from " + phiLow.phi() + " to " + phiHigh.phi() + " is no range");
        }
        if (!isRange(alignmentLow, alignmentHigh)) {
            throw new InvalidField("alignment", "from " + alignmentLow + " to " + alignmentHigh + " is no range");
        }
        if (!(norm >= 0)) {
            throw new InvalidField("radius", norm + " is no radius: give a nonnegative number");
        }
        if (!isRange(sumLow, sumHigh)) {
            throw new InvalidField("sum", "from " + sumLow + " to " + sumHigh + " is no range");
        }
    }

    private static boolean isRange(double low, double high) {
        return low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY;
    }

    /// Students with aᵀa* = d in the plane of 1 and a*, by their coordinates; see [Target].
    ///
    /// @param d aᵀa*
    /// @param x 1ᵀa/√k
    /// @param y nᵀa
    public record Weights(double d, double x, double y) {}

    /// The weights of smallest aᵀa* in the region.
    ///
    /// On the strip of x and the disc ‖a‖ ≤ R, x a₁ + y a₂ is least at y = −√(R² − x²) and the x nearest to −R a₁/‖a*‖.
    /// Where d_lo is larger than that, it is attained on the segment to the weights of largest aᵀa*.
    ///
    /// @throws InvalidField if no student is in the region, or aᵀa* has no lower bound on it
    public Weights lowest(Target target) {
        Weights bottom = extreme(target, -1);
        Weights peak = extreme(target, 1);
        if (bottom.d > alignmentHigh || peak.d < alignmentLow) {
            throw new InvalidField(
                    "alignment", "of the region's weights lies in [" + bottom.d + ", " + peak.d + "]: widen the range");
        }
        if (bottom.d >= alignmentLow) {
            if (bottom.d == Double.NEGATIVE_INFINITY) {
                throw new InvalidField("alignment", "has no lower bound on the region: give one, or a radius");
            }
            return bottom;
        }
        return between(target, bottom, peak);
    }

    /// The weights of least (`sign` −1) or largest (+1) aᵀa* on the strip and the disc.
    private Weights extreme(Target target, int sign) {
        double low = Math.max(sumLow / Math.sqrt(target.k()), -norm);
        double high = Math.min(sumHigh / Math.sqrt(target.k()), norm);
        if (low > high) {
            throw new InvalidField("sum", "exceeds what ‖a‖ ≤ " + norm + " allows: widen one of the two");
        }
        if (target.norm() == 0) {
            return new Weights(0, Math.clamp(0.0, low, high), 0);
        }
        if (norm == Double.POSITIVE_INFINITY) {
            double slope = sign * target.along();
            double x = slope > 0 ? high : slope < 0 ? low : Math.clamp(0.0, low, high);
            double free = target.across() > 0 ? Double.POSITIVE_INFINITY : 0;
            double d = free > 0 ? sign * free : slope == 0 ? 0 : x * target.along();
            return new Weights(d, x, sign * free);
        }
        double free = sign * norm * (target.along() / target.norm());
        double x = Math.clamp(free, low, high);
        double y = x == free ? norm * (target.across() / target.norm()) : halfChord(target.k(), x < free);
        return new Weights(x * target.along() + sign * y * target.across(), x, target.across() == 0 ? 0 : sign * y);
    }

    /// √(R² − s²/k) for the bound s that x meets, from above or from below: from R and s themselves, since x is
    /// rounded.
    private double halfChord(int k, boolean above) {
        double s = above ? sumHigh : sumLow;
        DD square = DD.ofSquare(norm).multiply((double) k).subtract(DD.ofSquare(s));
        return Math.sqrt(Math.max(square.doubleValue() / k, 0));
    }

    /// The point with aᵀa* = d_lo on the segment between the two, both of which are in the convex set of strip and
    /// disc.
    private Weights between(Target target, Weights bottom, Weights peak) {
        double d = alignmentLow;
        if (Double.isInfinite(bottom.d) || Double.isInfinite(peak.d)) {
            double x = Math.clamp(
                    target.along() * (d / target.norm()) / target.norm(),
                    sumLow / Math.sqrt(target.k()),
                    sumHigh / Math.sqrt(target.k()));
            return new Weights(d, x, target.across() == 0 ? 0 : (d - x * target.along()) / target.across());
        }
        double share = (d - bottom.d) / (peak.d - bottom.d);
        return new Weights(d, bottom.x + share * (peak.x - bottom.x), bottom.y + share * (peak.y - bottom.y));
    }
}
