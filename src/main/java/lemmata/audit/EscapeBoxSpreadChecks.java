package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.smoothing.Reading;
import lemmata.theorem.EscapeBoxSpread;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// What theorem.EscapeBox/S3 and S4 claim of the noise in a, as checks of any implementation.
public final class EscapeBoxSpreadChecks {

    private EscapeBoxSpreadChecks() {}

    /// S3, S4: the moments on which the spread rests, m₂, m₄, m₆, m₈, against a sum over a grid that is exact for p =
    /// 3.
    ///
    /// @param code the four of them at a configuration with p = 3
    public static Check moments(Function<EscapeBoxSpread, double[]> code) {
        return draw -> {
            double rho = Functions.exp(4 * draw.uniform(706) - 2);
            EscapeBoxSpread spread =
                    new EscapeBoxSpread(EscapeBoxChecks.flat(3, 2, 1, rho, 1, 0.01, 0.1), Reading.Output.RADIAL);
            double[] found = code.apply(spread);
            double worst = 0;
            for (int j = 1; j <= found.length; j++) {
                double exact = powerOfThree(j, rho);
                worst = Math.max(worst, Math.abs(found[j - 1] - exact) / (0x1p-42 * exact));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// E(1 + 2ρsc + ρ²s²)^j for s³ and c uniform on [0, 1] and [−1, 1], by Gauss's rule.
    private static double powerOfThree(int j, double rho) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(20);
        return rule.integrate(x -> {
            double s = (1 + x) / 2;
            return 1.5
                    * s
                    * s
                    * rule.integrate(c -> {
                        double square = 1 + 2 * rho * s * c + rho * rho * s * s;
                        double power = 1;
                        for (int i = 0; i < j; i++) {
                            power *= square;
                        }
                        return power / 2;
                    });
        });
    }

    /// S4: E n² and E n⁴ of the recursion of n with these moments never exceed N and Q, and come near them.
    public static Check recursion(ToDoubleFunction<EscapeBoxSpread> square, ToDoubleFunction<EscapeBoxSpread> fourth) {
        return draw -> {
            int k = 2 + draw.k() % EscapeBoxChecks.SMALL;
            double eta = 0.02 + 0.03 * draw.uniform(707);
            EscapeBoxSpread spread = new EscapeBoxSpread(
                    EscapeBoxChecks.flat(
                            2 + draw.p() % EscapeBoxChecks.SMALL, k, 1, 1 + draw.uniform(708), 1, eta, 0.1),
                    Reading.Output.RADIAL);
            double[] m = spread.moments();
            double alpha = eta * (Math.PI - 1) / (2 * Math.PI);
            double second = 0;
            double last = 0;
            for (int t = 0; t < 20_000; t++) {
                double mixed = alpha * alpha * (m[1] - 2 * alpha * m[2] + alpha * alpha * m[3]);
                last = (1
                                        - 4 * alpha * m[0]
                                        + 6 * alpha * alpha * m[1]
                                        - 4 * alpha * alpha * alpha * m[2]
                                        + alpha * alpha * alpha * alpha * m[3])
                                * last
                        + 6 * mixed * second / (k + 2)
                        + 3 * alpha * alpha * alpha * alpha * m[3] / ((k + 2.0) * (k + 4));
                second = (1 - 2 * alpha * m[0] + alpha * alpha * m[1]) * second + alpha * alpha * m[1] / (k + 2);
            }
            double slip = Math.max(
                    Math.abs(second / square.applyAsDouble(spread) - 1),
                    Math.abs(last / fourth.applyAsDouble(spread) - 1));
            // A step errs by less than 32u, which the rate of E n², the smaller one, adds up; e⁻²⁷² of the start is
            // left.
            double rate = alpha * (2 * m[0] - alpha * m[1]);
            return OptionalDouble.of(slip / (64 * RoundOff.U / rate));
        };
    }
}
