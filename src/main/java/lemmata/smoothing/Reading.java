package lemmata.smoothing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;

/// Which gradient P-GD takes at the perturbed point w̃, which is off the sphere; the sources do not say.
///
/// The default, [#POSTER], differentiates the loss of the network with the filter w̃ as it is: the poster's formula
/// taken literally. Without noise all readings agree. **Source.** smoothing.Reading.
///
/// @param a of the output weights
/// @param w of the filter
@Statement({"smoothing.Reading/S1", "smoothing.Reading/S2", "smoothing.Reading/S3"})
public record Reading(Output a, Filter w) {

    /// Readings of the gradient in the output weights.
    public enum Output {
        /// r̃²/2π · M ã − r̃/2π · (11ᵀ + (g(φ̃)−1)I) a*: the network with filter w̃.
        RADIAL,
        /// The same with r̃ = 1: the network with filter w̃/‖w̃‖.
        UNIT
    }

    /// Readings of the gradient in the filter, before P_w.
    public enum Filter {
        /// ∇_w L at w̃: the network with filter w̃.
        NETWORK,
        /// −((π−φ̃)/2π) ãᵀa* · w*: the tangent gradient's formula with the perturbed angle.
        ANGLE,
        /// −((π−φ̃)/2πr̃) ãᵀa* · (I − w̃w̃ᵀ/r̃²)w*: the gradient of L(w/‖w‖, a).
        NORMALISED
    }

    /// The poster taken literally.
    public static final Reading POSTER = new Reading(Output.RADIAL, Filter.NETWORK);

    /// All six.
    public static List<Reading> all() {
        return Arrays.stream(Output.values())
                .flatMap(a -> Arrays.stream(Filter.values()).map(w -> new Reading(a, w)))
                .toList();
    }

    /// The reading of a text such as `RADIAL,NETWORK`, in any case.
    ///
    /// @throws InvalidField naming `reading`
    public static Reading of(String text) {
        return all().stream()
                .filter(each -> each.toString().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidField("reading", "\"" + text + "\" is none of " + all() + ": choose one"));
    }

    /// Whether the mean step descends a function of (w, a), that is, whether h′ = −κ sin φ.
    @Statement("smoothing.SmoothedGradient/S6")
    public boolean isGradient() {
        return a == Output.RADIAL && w == Filter.NETWORK || a == Output.UNIT && w == Filter.NORMALISED;
    }

    /// `RADIAL,NETWORK`.
    @Override
    public String toString() {
        return a + "," + w;
    }
}
