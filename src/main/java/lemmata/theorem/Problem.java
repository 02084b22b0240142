package lemmata.theorem;

import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.SmoothedKernel;

/// A teacher and the noise of one epoch of P-GD under the reading RADIAL,NETWORK.
///
/// @param target the teacher's a* ≠ 0
/// @param p length of the filter, at least 2
/// @param rhoW radius ρ_w of ξ
/// @param rhoA radius ρ_a of ε
public record Problem(Target target, int p, double rhoW, double rhoA) {

    /// Checks all.
    ///
    /// @throws InvalidField naming `norm`, `p`, `rhoW` or `rhoA`
    public Problem {
        if (target.norm() == 0) {
            throw new InvalidField("norm", "is 0: for a* = 0 there is nothing to align with; give a positive norm");
        }
        new BallNoise(p, rhoW);
        if (!(rhoW < Double.POSITIVE_INFINITY)) {
            throw new InvalidField("rhoW", "is infinite: give a radius");
        }
        if (!(rhoA >= 0 && rhoA < Double.POSITIVE_INFINITY)) {
            throw new InvalidField("rhoA", rhoA + " is no radius: give a number from 0 on");
        }
    }

    /// The noise on the filter.
    public BallNoise noise() {
        return new BallNoise(p, rhoW);
    }

    /// m₂ = E r̃² = 1 + ρ_w² p/(p+2).
    public Bounded m2() {
        return SmoothedKernel.m2Excess(noise()).plus(Bounded.exact(1));
    }

    /// m₄ = E r̃⁴ = 1 + (4 + 2p)ρ_w²/(p+2) + ρ_w⁴ p/(p+4).
    public double m4() {
        double square = rhoW * rhoW;
        return 1 + 2 * square + square * square * p / (p + 4);
    }

    /// sd r̃²: √(4ρ_w²/(p+2) + 4pρ_w⁴/((p+4)(p+2)²)).
    public double squareSpread() {
        double square = rhoW * rhoW;
        return Math.sqrt(4 * square / (p + 2) + 4.0 * p * square * square / ((p + 4.0) * (p + 2) * (p + 2)));
    }

    /// Rate of the mean a-step along 1: m₂(π−1+k)/2π.
    public Bounded lambdaAlong() {
        return m2().times(Bounded.within(4, target.top() / (2 * Math.PI)));
    }

    /// Rate of the mean a-step across 1: m₂(π−1)/2π.
    public Bounded lambdaAcross() {
        return m2().times(Bounded.within(4, (Math.PI - 1) / (2 * Math.PI)));
    }

    /// ‖a*‖².
    public double square() {
        return target.norm() * target.norm();
    }
}
