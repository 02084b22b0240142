package lemmata.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.theorem.Claim;
import lemmata.theorem.Configuration;
import lemmata.theorem.Constant;
import lemmata.theorem.EscapeBox;
import lemmata.theorem.Region;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What theorem.EscapeBox/S1 claims of the box as data, as checks of any implementation.
public final class EscapeBoxDataChecks {

    /// Digits that the formulas are compared in.
    private static final int DIGITS = 40;

    private EscapeBoxDataChecks() {}

    /// S1: C_w = ρ_w/(kp²), η ≤ C_η/(k⁴p⁶ max{1, p log(1/δ)}) and T₁ = C_T (pk/η) log(1/η) log(1/δ) ‖a*‖².
    public static Check formulas(
            ToDoubleFunction<EscapeBox> noise, ToDoubleFunction<EscapeBox> step, ToDoubleFunction<EscapeBox> burnIn) {
        return draw -> {
            EscapeBox box = EscapeBoxChecks.box(draw);
            Exact exact = Exact.of(box);
            double units = 24
                    + 4 / -Functions.log(box.at().delta())
                    + 4 / -Functions.log(box.at().eta());
            double first = ratio(noise.applyAsDouble(box), exact.noise, units);
            double second = ratio(step.applyAsDouble(box), exact.step, units);
            double third = ratio(burnIn.applyAsDouble(box), exact.burnIn, units);
            return OptionalDouble.of(Math.max(first, Math.max(second, third)));
        };
    }

    private static double ratio(double found, Apfloat exact, double units) {
        return Oracle.ratio(found, exact, units * RoundOff.U * Math.abs(exact.doubleValue()));
    }

    /// The formulas in many digits.
    private record Exact(Apfloat noise, Apfloat step, Apfloat burnIn) {

        static Exact of(EscapeBox box) {
            Configuration at = box.at();
            Apfloat p = number(at.p());
            Apfloat k = number(at.target().k());
            Apfloat first = number(at.target().along());
            Apfloat second = number(at.target().across());
            Apfloat square = first.multiply(first).add(second.multiply(second));
            Apfloat delta = ApfloatMath.log(number(at.delta())).negate();
            Apfloat eta = ApfloatMath.log(number(at.eta())).negate();
            Apfloat power = ApfloatMath.pow(k, 4).multiply(ApfloatMath.pow(p, 6));
            Apfloat most = p.multiply(delta).compareTo(number(1)) > 0 ? p.multiply(delta) : number(1);
            Apfloat rate = p.multiply(k).divide(number(at.eta()));
            return new Exact(
                    number(at.rhoW()).divide(k.multiply(p).multiply(p)),
                    number(box.scale().eta()).divide(power.multiply(most)),
                    number(box.scale().burnIn())
                            .multiply(rate)
                            .multiply(eta)
                            .multiply(delta)
                            .multiply(square));
        }

        private static Apfloat number(double value) {
            return new Apfloat(new BigDecimal(value), DIGITS);
        }
    }

    /// S1: from T₁ to C_h η⁻², with probability 1 − δ, m_a ≤ aᵀa* ≤ M_a and φ ≤ 5π/12; the angle is the only number of
    /// the sources, C_w and C_a follow from the configuration, m_a and M_a only exist unless given.
    public static Check data(Function<EscapeBox, Claim> claim) {
        return draw -> {
            EscapeBox box = EscapeBoxChecks.box(draw);
            Claim put = claim.apply(box);
            double eta = box.at().eta();
            double until = box.scale().horizon() / (eta * eta);
            boolean right = put.promise()
                            .region()
                            .equals(Region.ofEscape(
                                    box.scale().least(), box.scale().greatest()))
                    && put.promise().from() == box.burnIn()
                    && Math.abs(put.promise().until() - until) <= 4 * RoundOff.U * until
                    && put.promise().probability() == 1 - box.at().delta()
                    && symbols(put, Constant.Status.SOURCES).equals(List.of("angle"))
                    && symbols(put, Constant.Status.CONFIGURATION).equals(List.of("C_w", "C_a"))
                    && symbols(put, Constant.Status.EXISTS).equals(unnamed(box))
                    && put.hypotheses().size() == 2
                    && put.applies() == (box.at().rhoW() >= 1 && eta <= box.largestStep());
            return Check.exactly(right);
        };
    }

    private static List<String> symbols(Claim claim, Constant.Status status) {
        return claim.constants().stream()
                .filter(each -> each.status() == status)
                .map(Constant::symbol)
                .toList();
    }

    private static List<String> unnamed(EscapeBox box) {
        return box.scale().equals(EscapeBox.Scale.UNIT) ? List.of("m_a", "M_a") : List.of();
    }
}
