package lemmata.dissipativity;

import lemmata.loss.Angle;
import lemmata.num.Bounded;

/// A sharp constant and the student at which its bound is attained: a smaller slack, or a larger rate, fails there.
///
/// @param value the constant
/// @param weights the output weights, by their coordinates in the plane of 1 and a*
/// @param angle the angle of w and w*
public record Sharp(Bounded value, Region.Weights weights, Angle angle) {

    /// The larger of the two, with the larger of the two errors: the exact ones need not be ordered as they are
    /// computed.
    Sharp larger(Sharp other) {
        double error = Math.max(value.error(), other.value.error());
        Sharp most = other.value.value() > value.value() ? other : this;
        return new Sharp(new Bounded(most.value.value(), error), most.weights, most.angle);
    }
}
