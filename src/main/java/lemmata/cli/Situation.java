package lemmata.cli;

import lemmata.dissipativity.OutputDissipativity;
import lemmata.dissipativity.Region;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the constants are computed for.
///
/// @param q (1ᵀa*)²/‖a*‖² as it was given
/// @param norm ‖a*‖ as it was given
/// @param target a*
/// @param noise ξ
/// @param reading of the gradients
/// @param region U
/// @param cw c_w, for which γ_w is asked
/// @param ca c_a, for which γ_a is asked
record Situation(
        double q, double norm, Target target, BallNoise noise, Reading reading, Region region, double cw, double ca) {

    /// Checks what the parts do not check themselves.
    ///
    /// @throws InvalidField if ρ_w or c_a is infinite or ‖a*‖ is 0
    Situation {
        if (noise.rho() == Double.POSITIVE_INFINITY) {
            throw new InvalidField("rhoW", "is infinite, where m₁ and m₂ are: give a finite radius");
        }
        if (Double.isInfinite(ca)) {
            throw new InvalidField("ca", "is infinite: give a finite number");
        }
        if (target.norm() == 0) {
            throw new InvalidField("norm", "is 0: a* = 0 has no escape noise; give a positive norm");
        }
    }

    /// Half of the limit that c_a must stay below.
    static double usualRate(Target target, BallNoise noise, Reading.Output reading) {
        return OutputDissipativity.limit(target, noise, reading).value() / 2;
    }

    /// κ, m₁, m₂ and h at the smallest angle of U.
    NoiseMoments low() {
        return NoiseMoments.of(reading, noise, region.phiLow());
    }

    /// The same at the largest.
    NoiseMoments high() {
        return NoiseMoments.of(reading, noise, region.phiHigh());
    }
}
