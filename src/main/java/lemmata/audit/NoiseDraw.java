package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.num.Functions;
import lemmata.smoothing.BallNoise;

/// A length, a radius of the noise and an angle, derived from a [Draw]: what the moments of the noise depend on.
///
/// **Kinds.** p: 2 … 4, that of the draw, or spread to 10⁶. ρ: 0, ∞, 1, next to 1, spread over 10⁻⁸ … 10⁸, or of
/// moderate size. φ: 0, π, π/2, tiny, π − tiny, next to where sin φ = ρ, or anything.
///
/// @param p length of the filter, at least 2
/// @param rho ρ_w in [0, ∞]
/// @param angle φ; of φ and π−φ one is a drawn `double`
record NoiseDraw(int p, double rho, Angle angle) {

    private static final int LARGEST = 1_000_000;

    /// The noise of a drawn case.
    static NoiseDraw of(Draw draw) {
        double rho = rho(draw);
        return new NoiseDraw(length(draw), rho, angle(draw, rho));
    }

    /// The noise of a drawn case, if it is neither 0 nor ∞; else moderate noise.
    static NoiseDraw finite(Draw draw) {
        NoiseDraw any = of(draw);
        return any.hasOracle() ? any : any.withRho(moderate(draw));
    }

    /// The noise itself.
    BallNoise noise() {
        return new BallNoise(p, rho);
    }

    /// Whether 0 < ρ < ∞.
    boolean hasOracle() {
        return rho > 0 && rho < Double.POSITIVE_INFINITY;
    }

    NoiseDraw withRho(double other) {
        return new NoiseDraw(p, other, angle);
    }

    NoiseDraw withAngle(Angle other) {
        return new NoiseDraw(p, rho, other);
    }

    NoiseDraw withLength(int other) {
        return new NoiseDraw(other, rho, angle);
    }

    /// An angle from π−φ, which stays exact.
    static Angle fromOpposite(double psi) {
        return Angle.ofRadians(Angle.radians(psi)).supplement();
    }

    /// An angle in radians.
    static Angle at(double phi) {
        return Angle.ofRadians(Angle.radians(phi));
    }

    private static int length(Draw draw) {
        double kind = draw.uniform(101);
        double within = draw.uniform(102);
        if (kind < 0.3) {
            return 2 + (int) (3 * within);
        }
        return kind < 0.7
                ? Math.max(2, draw.p())
                : (int) Functions.exp(Functions.log(2) + within * Functions.log(LARGEST / 2.0));
    }

    private static double rho(Draw draw) {
        double kind = draw.uniform(103);
        double within = draw.uniform(104);
        if (kind < 0.05) {
            return 0;
        }
        if (kind < 0.1) {
            return Double.POSITIVE_INFINITY;
        }
        if (kind < 0.15) {
            return 1;
        }
        if (kind < 0.25) {
            return 1 + (within < 0.5 ? -0.5 : 1) * Functions.exp(-30 * draw.uniform(105));
        }
        return kind < 0.55 ? Functions.exp(Functions.log(10) * (16 * within - 8)) : moderate(draw);
    }

    /// From 1/20 to 20.
    private static double moderate(Draw draw) {
        return Functions.exp(6 * draw.uniform(106) - 3);
    }

    private static Angle angle(Draw draw, double rho) {
        double kind = draw.uniform(107);
        double tiny = Functions.exp(-50 * draw.uniform(108));
        if (kind < 0.08) {
            return at(0);
        }
        if (kind < 0.16) {
            return fromOpposite(0);
        }
        if (kind < 0.24) {
            return at(Math.PI / 2);
        }
        if (kind < 0.32) {
            return at(tiny);
        }
        if (kind < 0.4) {
            return fromOpposite(tiny);
        }
        if (kind < 0.6 && rho < 1) {
            double kink = Functions.atan2(rho, Math.sqrt((1 - rho) * (1 + rho)));
            double near = Math.min(kink * (1 + (kind < 0.5 ? tiny : -tiny)), Math.PI / 2);
            return draw.uniform(109) < 0.5 ? at(near) : fromOpposite(near);
        }
        return draw.uniform(109) < 0.5 ? at(Math.PI * draw.uniform(110)) : fromOpposite(Math.PI * draw.uniform(110));
    }
}
