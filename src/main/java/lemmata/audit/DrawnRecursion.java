package lemmata.audit;

import lemmata.dynamics.Contraction;
import lemmata.num.Functions;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// A drawn recursion x' = (1−λ)x + β from x₀, with its exact numbers.
record DrawnRecursion(double x0, double lambda, double beta) {

    /// Digits of the logarithms that say after how many steps a level is reached.
    private static final int DIGITS = 60;

    /// Rates from 10⁻¹³ to 1, both included; x₀ above, at and below the limit.
    static DrawnRecursion of(Draw draw) {
        double lambda = draw.uniform(417) < 0.1 ? 1 : Functions.exp(-30 * draw.uniform(418));
        double limit = draw.uniform(419) < 0.2 ? 0 : Functions.exp(8 * draw.uniform(420) - 4);
        double x0 = draw.uniform(421) < 0.2 ? 0 : Functions.exp(12 * draw.uniform(422) - 4);
        return new DrawnRecursion(x0, lambda, limit * lambda);
    }

    /// The same with a rate that needs few steps.
    DrawnRecursion quick(Draw draw) {
        double rate = 0.1 + 0.9 * draw.uniform(423);
        return new DrawnRecursion(x0, rate, beta / lambda * rate);
    }

    /// Another one.
    DrawnRecursion other(Draw draw) {
        double rate = 0.05 + 0.95 * draw.uniform(424);
        double start = Functions.exp(6 * draw.uniform(425));
        return new DrawnRecursion(start, rate, draw.uniform(426) * rate);
    }

    /// A level above the limit, by 10⁻⁶ … 10³ of it, and of 1 if it is 0.
    double level(Draw draw) {
        double limit = beta / lambda;
        return limit + (limit == 0 ? 1 : limit) * Functions.exp(20 * draw.uniform(427) - 13);
    }

    double error(long t) {
        return Contraction.boundError(x0, lambda, beta, t);
    }

    Apfloat exact(long t) {
        Apfloat keep = Oracle.exact(1).subtract(Oracle.exact(lambda));
        Apfloat power = t == 0 ? Oracle.exact(1) : keep.signum() == 0 ? Oracle.exact(0) : ApfloatMath.pow(keep, t);
        return power.multiply(Oracle.exact(x0).subtract(exactLimit())).add(exactLimit());
    }

    /// ln((x₀−β/λ)/(level−β/λ)).
    Apfloat logarithm(double level) {
        Apfloat quotient = Oracle.exact(x0)
                .subtract(exactLimit())
                .divide(Oracle.exact(level).subtract(exactLimit()));
        return ApfloatMath.log(quotient.precision(DIGITS));
    }

    private Apfloat exactLimit() {
        return Oracle.exact(beta).divide(Oracle.exact(lambda));
    }
}
