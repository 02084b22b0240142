package lemmata.simd;

/// Stages from the five numbers of a [Frame] to the coefficients of the gradient.
interface SlopeStages {

    /// Which runs still take steps: `eta` and `taken` from `size`.
    Stage liveness(Frame frame);

    /// The angle and the coefficients in a reading.
    Stage coefficients(Frame frame, Form form, double sumStar);
}
