package lemmata.simd;

/// A reading of the gradient: see smoothing.Reading.
///
/// @param radial whether the gradient in a is that of the un-normalised network
/// @param filter which gradient in w
public record Form(boolean radial, Filter filter) {

    /// Gradients in w.
    public enum Filter {
        /// Of the un-normalised network.
        NETWORK,
        /// The tangent gradient's formula.
        ANGLE,
        /// Of the normalised network.
        NORMALISED
    }
}
