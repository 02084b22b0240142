package lemmata.model;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.UnitSphere;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import org.apache.commons.numbers.core.Norm;

/// The door through which plain arrays enter R^p, R^k and the unit sphere: checked once, typed from there on.
///
/// Each method copies, so that no later write reaches a value that was checked.
public final class Spaces {

    /// How far ‖w‖ of a unit vector in doubles may be from 1: rounding the entries of an exact one, or dividing by a
    /// computed norm, stays within 4u.
    public static final double UNIT_TOLERANCE = 8 * RoundOff.U;

    private Spaces() {}

    /// A point of R^p, p ≥ 1: finite entries, norm at least [RoundOff#MIN_FILTER_NORM].
    ///
    /// @throws InvalidField naming `field`
    @SuppressWarnings("subtyping:return") // the one place where a checked array becomes a filter
    public static double @FilterSpace [] filter(String field, double... w) {
        double[] copy = checked(field, w);
        if (Norm.L2.of(copy) < RoundOff.MIN_FILTER_NORM) {
            throw new InvalidField(
                    field,
                    "norm below " + RoundOff.MIN_FILTER_NORM + " has no usable direction: give a nonzero filter");
        }
        return copy;
    }

    /// A vector of R^p of any length, zero included: noise, a direction, a gradient.
    ///
    /// @throws InvalidField naming `field`
    @SuppressWarnings("subtyping:return") // as above, for displacements
    public static double @FilterSpace [] filterDisplacement(String field, double... x) {
        return checked(field, x);
    }

    /// A point of R^k, k ≥ 1: finite entries.
    ///
    /// @throws InvalidField naming `field`
    @SuppressWarnings("subtyping:return") // the one place where a checked array becomes output weights
    public static double @OutputSpace [] output(String field, double... a) {
        return checked(field, a);
    }

    /// A point of the unit sphere of R^p: |‖w‖ − 1| ≤ [#UNIT_TOLERANCE].
    ///
    /// @throws InvalidField naming `field`
    @SuppressWarnings("subtyping:return") // the one place where a checked array becomes a unit vector
    public static double @UnitSphere [] unit(String field, double... w) {
        double[] copy = filter(field, w);
        double excess = Vectors.norm(copy).subtract(1).doubleValue();
        if (Math.abs(excess) > UNIT_TOLERANCE) {
            throw new InvalidField(field, "norm " + Norm.L2.of(copy) + " is not 1: divide the vector by it");
        }
        return copy;
    }

    private static double[] checked(String field, double[] x) {
        if (x.length == 0) {
            throw new InvalidField(field, "is empty: give at least one number");
        }
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i]) <= RoundOff.MAX_ENTRY)) {
                throw new InvalidField(
                        field + "[" + i + "]",
                        x[i] + " is not a number of magnitude at most " + RoundOff.MAX_ENTRY + ": rescale the problem");
            }
        }
        return x.clone();
    }
}
