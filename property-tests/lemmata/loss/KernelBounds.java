package lemmata.loss;

import java.util.OptionalDouble;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.num.RoundOff;

/// The bounds of loss.AngleKernel/S6 as checks at drawn angles, with their constants as parameters; the doubles φ and ψ
/// count as exact.
final class KernelBounds {

    private KernelBounds() {}

    /// below · φ² ≤ π − g ≤ above · φ²; 5u of the larger bound for its constant, the square and the product.
    static Check quadratic(double below, double above) {
        return draw -> {
            Angle angle = angle(draw);
            double square = angle.phi() * angle.phi();
            double value = AngleKernel.piMinusG(angle);
            double slack = AngleKernel.piMinusGError(angle) + 5 * RoundOff.U * above * square;
            return outside(below * square, value, above * square, slack);
        };
    }

    /// ψ³/cube − ψ⁵/fifth ≤ g ≤ ψ³/cube; 4u of the first term and 6u of the second, which is less than it.
    static Check cubic(double cube, double fifth) {
        return draw -> {
            Angle angle = angle(draw);
            double psi = angle.psi();
            double first = psi * psi * psi / cube;
            double second = psi * psi * psi * psi * psi / fifth;
            double slack = AngleKernel.gError(angle) + 10 * RoundOff.U * first;
            return outside(first - second, AngleKernel.g(angle), first, slack);
        };
    }

    private static Angle angle(Draw draw) {
        return Angle.between(draw.student().w(), draw.teacher().w());
    }

    private static OptionalDouble outside(double low, double value, double high, double slack) {
        return OptionalDouble.of(Math.max(0, Math.max(low - value, value - high) / slack));
    }
}
