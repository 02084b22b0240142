package lemmata.simd;

/// Passes of a step of dynamics.LumpedBatch that the full algorithms do not have.
interface PlanePasses {

    /// (c + ξ₁, s̃) in place of w̃, and the angle χ of ṽ.
    Pass perturb(PlaneBlock plane);

    /// The step of the filter along the slope that stands in place of w̃ and its isotropic rest.
    Pass filter(PlaneBlock plane);
}
