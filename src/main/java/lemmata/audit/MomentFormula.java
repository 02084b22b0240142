package lemmata.audit;

import java.util.function.DoubleUnaryOperator;
import lemmata.loss.Angle;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;

/// A moment of the perturbed filter with its bound: the lemma code, a mutant, or an implementation brought from
/// outside.
@FunctionalInterface
public interface MomentFormula {

    /// Its value for one noise at one angle.
    Bounded at(BallNoise noise, Angle angle);

    /// The same with its value changed and its bound kept.
    default MomentFormula mapped(DoubleUnaryOperator change) {
        return (noise, angle) -> {
            Bounded moment = at(noise, angle);
            return new Bounded(change.applyAsDouble(moment.value()), moment.error());
        };
    }
}
