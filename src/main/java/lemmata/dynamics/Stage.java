package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.num.RoundOff;
import lemmata.smoothing.Reading;

/// A stage of a schedule: constant noise and step size for a number of steps.
///
/// @param rhoW radius of the noise on the filter
/// @param rhoA radius of the noise on the output weights
/// @param eta step size η
/// @param steps how many
public record Stage(double rhoW, double rhoA, double eta, long steps) {

    /// Largest radius, and largest step size.
    public static final double MAX = 1e6;

    /// Checks all.
    ///
    /// @throws InvalidField naming `rhoW`, `rhoA`, `eta` or `steps`
    public Stage {
        requireRadius("rhoW", rhoW);
        requireRadius("rhoA", rhoA);
        if (!(eta > 0 && eta <= MAX)) {
            throw new InvalidField("eta", eta + " is no step size: give a positive number up to " + MAX);
        }
        if (steps < 0) {
            throw new InvalidField("steps", steps + " is negative: give the number of steps of the stage");
        }
    }

    /// η m₂ (π−1+k)/2π, m₂ = E‖w̃‖² (1 for UNIT): the mean step of a is stable exactly below 2.
    ///
    /// **Accuracy.** Within [#stiffnessError]. **Source.** dynamics.Schedule/S2.
    @Statement("dynamics.Schedule/S2")
    public double stiffness(Reading reading, int p, int k) {
        double m2 = reading.a() == Reading.Output.RADIAL ? 1 + rhoW * rhoW * (p / (p + 2.0)) : 1;
        return eta * m2 * (Math.PI - 1 + k) / (2 * Math.PI);
    }

    /// Bound on the error of [#stiffness]: 9u relative.
    @Statement("dynamics.Schedule/S2")
    public double stiffnessError(Reading reading, int p, int k) {
        return 9 * RoundOff.U * stiffness(reading, p, k) + RoundOff.UNDERFLOW;
    }

    private static void requireRadius(String field, double radius) {
        if (!(radius >= 0 && radius <= MAX)) {
            throw new InvalidField(field, radius + " is no radius: give a number from 0 to " + MAX);
        }
    }
}
