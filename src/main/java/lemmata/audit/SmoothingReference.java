package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.Reading;
import org.apfloat.Apfloat;

/// The oracles of the smoothed quantities for those who measure: 38 digits, and 20 for NORMALISED and UNIT.
///
/// For 0 < ρ < ∞; the smaller of φ and π−φ counts as exact, and is 0 or at least 10⁻³⁰.
public final class SmoothingReference {

    private SmoothingReference() {}

    /// κ.
    public static Apfloat kappa(Reading.Filter reading, BallNoise noise, Angle angle) {
        Fold fold = Fold.of(angle);
        SmoothingOracle oracle = SmoothingOracle.at(noise.p(), noise.rho());
        return switch (reading) {
            case NETWORK -> oracle.network(fold);
            case ANGLE -> oracle.angle(fold);
            case NORMALISED -> DirectionOracle.at(noise.p(), noise.rho(), fold).drift();
        };
    }

    /// h.
    public static Apfloat h(Reading.Output reading, BallNoise noise, Angle angle) {
        Fold fold = Fold.of(angle);
        return Oracle.pi()
                .subtract(
                        switch (reading) {
                            case RADIAL ->
                                SmoothingOracle.at(noise.p(), noise.rho()).deficit(fold);
                            case UNIT ->
                                DirectionOracle.at(noise.p(), noise.rho(), fold).deficit();
                        });
    }

    /// m₁ of the reading RADIAL.
    public static Apfloat m1(BallNoise noise) {
        return SmoothingOracle.at(noise.p(), noise.rho()).m1Excess().add(Apfloat.ONE);
    }
}
