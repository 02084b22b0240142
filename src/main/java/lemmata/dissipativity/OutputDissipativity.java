package lemmata.dissipativity;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// C2, partial dissipativity in the output weights, with its sharp constants, at one angle.
///
/// ⟨−E∇_a L, a*−a⟩ = eᵀΛe + βᵀe, e = a − a*, Λ = m₂M/2π, β = (m₂M − m₁11ᵀ − (h−m₁)I) a*/2π
///
/// C2 asks that this be at least c_a‖e‖² − γ_a. In the coordinates of [Target] both Λ and β split: λ₁ = m₂(π−1+k)/2π
/// along 1, λ₂ = m₂(π−1)/2π across. All constants are for every a ∈ R^k. **Source.** dissipativity.OutputDissipativity.
///
/// @param target a*
/// @param moments m₁, m₂, h at the angle; κ is not used
public record OutputDissipativity(Target target, NoiseMoments moments) {

    private static final Bounded PI_LESS_ONE = Bounded.within(2, Math.PI - 1);

    /// An error e = a − a* in the coordinates of [Target].
    ///
    /// @param along its part along 1
    /// @param across its part along the rest of a*
    public record Displacement(double along, double across) {}

    /// λ₁.
    public Bounded stiffnessAlong() {
        return moments.m2().times(Bounded.within(4, target.top() / (2 * Math.PI)));
    }

    /// λ₂.
    public Bounded stiffnessAcross() {
        return moments.m2().times(Bounded.within(4, (Math.PI - 1) / (2 * Math.PI)));
    }

    /// β₁ = [(m₂−1)(π−1+k) − (m₁−1)(k−1) + (π−h)] a₁/2π.
    public Bounded pullAlong() {
        return moments.m2Excess()
                .times(Bounded.within(2, target.top()))
                .minus(moments.m1Excess().times(target.k() - 1.0))
                .plus(moments.hDeficit())
                .times(Bounded.within(6, target.along() / (2 * Math.PI)));
    }

    /// β₂ = [(m₂−1)(π−1) + (m₁−1) + (π−h)] a₂/2π.
    public Bounded pullAcross() {
        return moments.m2Excess()
                .times(PI_LESS_ONE)
                .plus(moments.m1Excess())
                .plus(moments.hDeficit())
                .times(Bounded.within(6, target.across() / (2 * Math.PI)));
    }

    /// The inner product at e and a further part of length `rest` orthogonal to 1 and a*.
    @Statement({"dissipativity.OutputDissipativity/S1", "dissipativity.OutputDissipativity/S5"})
    public Bounded inner(Displacement e, double rest) {
        Bounded along = stiffnessAlong().times(e.along).plus(pullAlong()).times(e.along);
        Bounded across = stiffnessAcross().times(e.across).plus(pullAcross()).times(e.across);
        Bounded other = stiffnessAcross().times(rest).times(rest);
        return along.plus(across).plus(other);
    }

    /// The bound that c_a must stay below: λ₂, or λ₁ for k = 1.
    @Statement({"dissipativity.OutputDissipativity/S2", "dissipativity.OutputDissipativity/S5"})
    public Bounded limit() {
        return target.k() == 1 ? stiffnessAlong() : stiffnessAcross();
    }

    /// The same bound for a teacher, a noise and a reading: m₂ does not depend on the angle.
    public static Bounded limit(Target target, BallNoise noise, Reading.Output reading) {
        return new OutputDissipativity(target, NoiseMoments.ofOutput(reading, noise, Region.ALL.phiLow())).limit();
    }

    /// The smallest γ_a for which C2 holds: ¼[β₁²/(λ₁−c_a) + β₂²/(λ₂−c_a)].
    ///
    /// @throws InvalidField if c_a is not below [#limit()]
    @Statement({
        "dissipativity.OutputDissipativity/S2",
        "dissipativity.OutputDissipativity/S4",
        "dissipativity.OutputDissipativity/S5"
    })
    public Bounded slack(double ca) {
        requireAdmissible(ca);
        Bounded along = pullAlong().times(pullAlong()).over(stiffnessAlong().minus(Bounded.exact(ca)));
        if (target.k() == 1) {
            return along.times(0.25);
        }
        Bounded across = pullAcross().times(pullAcross()).over(stiffnessAcross().minus(Bounded.exact(ca)));
        return along.plus(across).times(0.25);
    }

    /// The error at which the smallest γ_a is attained, e = −½(Λ − c_a)⁻¹β: the centre of the ellipsoid.
    @Statement({"dissipativity.OutputDissipativity/S2", "dissipativity.OutputDissipativity/S3"})
    public Displacement worst(double ca) {
        requireAdmissible(ca);
        double along = -pullAlong().value() / (2 * (stiffnessAlong().value() - ca));
        double across = -pullAcross().value() / (2 * (stiffnessAcross().value() - ca));
        return new Displacement(along, target.k() == 1 ? 0 : across);
    }

    /// The semi-axes √(γ_a/(λ−c_a)), along and across, of the open ellipsoid round [#worst] outside which C2 holds with
    /// γ_a = 0, and inside which it does not. It passes through a = a*.
    @Statement("dissipativity.OutputDissipativity/S3")
    public Displacement semiAxes(double ca) {
        double slack = slack(ca).value();
        return new Displacement(
                Math.sqrt(slack / (stiffnessAlong().value() - ca)),
                target.k() == 1 ? 0 : Math.sqrt(slack / (stiffnessAcross().value() - ca)));
    }

    /// The smallest γ_a for which C2 holds at every angle from φ_lo to φ_hi and every a: that of φ_hi, since both pulls
    /// grow as h falls; where the ends differ by rounding only, the larger of the two.
    ///
    /// @throws InvalidField if c_a is not admissible
    @Statement("dissipativity.OutputDissipativity/S2")
    public static Sharp slack(
            Target target, BallNoise noise, Reading.Output reading, Angle low, Angle high, double ca) {
        return at(target, noise, reading, high, ca).larger(at(target, noise, reading, low, ca));
    }

    /// lim γ_a/ρ⁴ at φ = 0 as ρ → 0, for c_a a given share, at most 0.9, of the limit λ₂ (λ₁ for k = 1): γ_a vanishes
    /// with the noise, by its fourth power.
    ///
    /// β ≈ ρ² b/2π, RADIAL: b₁ = [p(π−1+k) − (k−1)(p−1)/2] a₁/(p+2), b₂ = [p(π−1) + (p−1)/2] a₂/(p+2); UNIT: both
    /// (π/2)(p−1)/(p+2) times a₁ and a₂. At any other angle γ_a has a positive limit.
    @Statement({"dissipativity.OutputDissipativity/S4", "dissipativity.PartialDissipativity/S10"})
    public static Bounded smallNoise(Target target, int p, Reading.Output reading, double share) {
        boolean radial = reading == Reading.Output.RADIAL;
        double both = Math.PI / 2 * (p - 1) / (p + 2.0);
        double along = radial ? (p * target.top() - (target.k() - 1) * ((p - 1) / 2.0)) / (p + 2.0) : both;
        double across = radial ? (p * (Math.PI - 1) + (p - 1) / 2.0) / (p + 2.0) : both;
        double least = target.k() == 1 ? target.top() : Math.PI - 1;
        double first = along * target.along();
        double second = across * target.across();
        double other = Math.PI - 1 - share * least;
        double value = first * first / (target.top() - share * least) + (target.k() == 1 ? 0 : second * second / other);
        return Bounded.within(64, value / (8 * Math.PI));
    }

    private static Sharp at(Target target, BallNoise noise, Reading.Output reading, Angle angle, double ca) {
        OutputDissipativity condition = new OutputDissipativity(target, NoiseMoments.ofOutput(reading, noise, angle));
        Displacement e = condition.worst(ca);
        double x = target.along() + e.along;
        double y = target.across() + e.across;
        double d = x * target.along() + y * target.across();
        return new Sharp(condition.slack(ca), new Region.Weights(d, x, y), angle);
    }

    private void requireAdmissible(double ca) {
        if (!(ca < limit().low())) {
            throw new InvalidField("ca", ca + " is not below the limit " + limit().value() + ": choose a smaller one");
        }
    }
}
