package lemmata.loss;

import lemmata.claim.FilterSpace;
import lemmata.claim.Radians;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;

/// An angle φ in [0, π] together with its supplement ψ = π − φ, each accurate relative to its own size.
///
/// φ = atan2(‖v − (vᵀw/‖w‖²)w‖, vᵀw/‖w‖)
///
/// φ = 0 for v = w, π for v = −w. Both are kept because g(φ) near π and π − g(φ) near 0 hang on the small one.
/// **Units.** Radians. **Source.** loss.Angle.
public record Angle(@Radians double phi, @Radians double psi) {

    /// Relative error of φ and of ψ from [#between]: 8u and 2u of the rejection's norm, u of the projection, 4u of
    /// atan2, and the double-double noise below u.
    private static final double BETWEEN = 16 * RoundOff.U;

    /// Angle between two nonzero vectors of R^p; for p = 1 it is exactly 0 or π.
    ///
    /// **Shapes.** Both of length p. **Accuracy.** [#phiError], [#psiError].
    ///
    /// @throws IllegalArgumentException if the lengths differ
    @Statement({"loss.Angle/S1", "loss.Angle/S3"})
    public static Angle between(double @FilterSpace [] w, double @FilterSpace [] v) {
        double @FilterSpace [] unit = Vectors.scaledToOne(v);
        double across = Vectors.length(Vectors.rejection(w, unit));
        double along = Vectors.dot(w, unit).divide(Vectors.norm(w)).doubleValue();
        return new Angle(radians(Functions.atan2(across, along)), radians(Functions.atan2(across, -along)));
    }

    /// φ given in radians; exact in φ, and ψ = π − φ within 3u relative although π is not a `double`.
    ///
    /// @throws IllegalArgumentException if φ is not in [0, `Math.PI`]
    public static Angle ofRadians(@Radians double phi) {
        if (!(phi >= 0 && phi <= Math.PI)) {
            throw new IllegalArgumentException("phi: " + phi + " is not in [0, π]: give an angle in radians");
        }
        return new Angle(phi, radians((Math.PI - phi) + RoundOff.PI_LOW));
    }

    /// A number that is an angle in radians: the door into the unit.
    @SuppressWarnings("subtyping:return") // atan2 and differences of angles are radians; the checker cannot know
    public static @Radians double radians(double value) {
        return value;
    }

    /// The same angle seen from the opposite side: φ and ψ exchanged.
    public Angle supplement() {
        return new Angle(psi, phi);
    }

    /// Bound on the error of [#phi()] as computed by [#between].
    @Statement("loss.Angle/S2")
    public double phiError() {
        return BETWEEN * phi + RoundOff.UNDERFLOW;
    }

    /// Bound on the error of [#psi()] as computed by [#between].
    @Statement("loss.Angle/S2")
    public double psiError() {
        return BETWEEN * psi + RoundOff.UNDERFLOW;
    }
}
