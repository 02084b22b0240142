package lemmata.simd;

/// Passes from the five numbers of a [Frame] to the coefficients of the gradient.
interface SlopePasses {

    /// Which runs still take steps: `eta` and `taken` from `size`.
    Pass liveness(Frame frame);

    /// The angle and the coefficients in a reading.
    Pass coefficients(Frame frame, Form form, double sumStar);
}
