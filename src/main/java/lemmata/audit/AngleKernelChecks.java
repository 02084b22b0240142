package lemmata.audit;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import lemmata.claim.Radians;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import org.apfloat.Apfloat;

/// What loss.AngleKernel claims, as checks of any implementation of g, π − g and g′.
public final class AngleKernelChecks {

    private static final int STEP_DIGITS = 60;
    /// |g‴|/6 ≤ π/6 times the square of the step, and more.
    private static final double TRUNCATION = 1e-119;

    private AngleKernelChecks() {}

    /// S1: g(0) = π, g(π/2) = 1 and g(π) = 0 to within the bound at the doubles next to these angles.
    public static boolean ends(DoubleUnaryOperator g) {
        return Oracle.ratio(g.applyAsDouble(0), Oracle.pi(), AngleKernel.gError(radians(0))) <= 1
                && within(g, Math.PI / 2, 1)
                && within(g, Math.PI, 0);
    }

    /// S1: strictly decreasing: g at the larger of two drawn angles is below g at the smaller, beyond both bounds.
    public static Check decreasing(DoubleUnaryOperator g) {
        return draw -> {
            double one = phi(draw, 31);
            double other = phi(draw, 32);
            double low = Math.min(one, other);
            double high = Math.max(one, other);
            double fall = leastFall(low, high);
            double slack = 2 * AngleKernel.gError(radians(low));
            double drop = g.applyAsDouble(low) - g.applyAsDouble(high);
            return fall <= 2 * slack ? OptionalDouble.empty() : Check.exactly(drop > 0);
        };
    }

    /// S2: g′ is within its bound of the central difference of the oracle at 10⁻⁶⁰, whose own error is below 10⁻¹¹⁹.
    public static Check derivative(DoubleUnaryOperator derivative) {
        return draw -> {
            double phi = phi(draw, 31);
            Apfloat step = new Apfloat("1e-" + STEP_DIGITS, Oracle.DIGITS);
            Apfloat at = Oracle.exact(phi);
            Apfloat below = phi == 0 ? evenExtension(step) : Oracle.g(at.subtract(step));
            Apfloat rise = Oracle.g(at.add(step)).subtract(below);
            Apfloat slope = rise.divide(step).divide(Oracle.exact(2));
            double bound = AngleKernel.derivativeError(radians(phi)) + TRUNCATION;
            double worth = Check.worth(draw, bound, 8 * TRUNCATION / 0x1p-40 + Math.abs(slope.doubleValue()));
            return OptionalDouble.of(Math.max(worth, Oracle.ratio(derivative.applyAsDouble(phi), slope, bound)));
        };
    }

    /// S4: g is within its bound.
    public static Check accuracy(DoubleUnaryOperator g) {
        return draw -> {
            double phi = phi(draw, 31);
            Apfloat exact = Oracle.g(Oracle.exact(phi));
            double bound = AngleKernel.gError(radians(phi));
            double ratio = Oracle.ratio(g.applyAsDouble(phi), exact, bound);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, exact.doubleValue())));
        };
    }

    /// S5: π − g is within its bound.
    public static Check complementAccuracy(DoubleUnaryOperator piMinusG) {
        return draw -> {
            double phi = phi(draw, 31);
            Apfloat exact = Oracle.pi().subtract(Oracle.g(Oracle.exact(phi)));
            double bound = AngleKernel.piMinusGError(radians(phi));
            double ratio = Oracle.ratio(piMinusG.applyAsDouble(phi), exact, bound);
            return OptionalDouble.of(Math.max(ratio, Check.worth(draw, bound, exact.doubleValue())));
        };
    }

    /// S7: g(φ) − g(π−φ) = π cos φ, within the bounds of the three.
    public static Check reflection(DoubleUnaryOperator g) {
        return draw -> {
            double phi = phi(draw, 31);
            double mirrored = Angle.ofRadians(radians(phi)).psi();
            double supplement = Math.min(mirrored, Math.PI);
            double left = g.applyAsDouble(phi) - g.applyAsDouble(supplement);
            double right = Math.PI * Functions.cos(phi);
            double rounding = RoundOff.U * (Math.abs(left) + 8 * Math.PI);
            double bound = AngleKernel.gError(radians(phi)) + AngleKernel.gError(radians(supplement)) + rounding;
            return OptionalDouble.of(Check.over(Math.abs(left - right), bound));
        };
    }

    /// The formula of g at −x: it is smooth there, though not the kernel of an angle.
    private static Apfloat evenExtension(Apfloat x) {
        return Oracle.g(x)
                .add(Oracle.exact(2).multiply(x).multiply(HighPrecision.cos(x)))
                .subtract(Oracle.exact(2).multiply(HighPrecision.sin(x)));
    }

    /// An angle in [0, π]: uniform, or at an end, or within 10⁻³⁰ … 1 of an end, or π/2.
    static double phi(Draw draw, int tag) {
        double tiny = Functions.exp(-69 * draw.uniform(tag + 100));
        return switch (draw.filter()) {
            case ANY -> Math.PI * draw.uniform(tag);
            case SAME -> tag % 2 == 0 ? tiny : 0;
            case NEARLY_SAME -> tiny;
            case RIGHT -> Math.PI / 2;
            case NEARLY_OPPOSITE -> Math.PI - tiny;
            case OPPOSITE -> Math.PI;
        };
    }

    /// A lower bound of g(low) − g(high) that needs no g: −g′ = (π−φ) sin φ is log-concave, so its least value on the
    /// middle third is at an end of it; the half leaves room for rounding.
    private static double leastFall(double low, double high) {
        double third = (high - low) / 3;
        double slope = Math.min(slope(low + third), slope(high - third));
        return third * slope / 2;
    }

    private static double slope(double phi) {
        return (Math.PI - phi) * Functions.sin(phi);
    }

    private static boolean within(DoubleUnaryOperator g, double phi, double value) {
        double rounding = RoundOff.U * Math.PI;
        return Math.abs(g.applyAsDouble(phi) - value) <= AngleKernel.gError(radians(phi)) + 2 * rounding;
    }

    private static @Radians double radians(double phi) {
        return Angle.radians(phi);
    }
}
