package lemmata.theorem;

import lemmata.claim.Statement;
import lemmata.dynamics.LumpedState;
import lemmata.model.InvalidField;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.SphereCoordinate;

/// Where epoch I begins, or a set of such states: bounds on the output weights, and how far w₀ is from −w*.
///
/// @param reach bounds on |x₀|, |y₀| and z₀
/// @param along range of a₁x₀
/// @param across range of a₂y₀
/// @param cotangent lower bound ℓ₀ of log cot²(φ₀/2) = log((1+c)/(1−c)); −∞ for −w*
public record Beginning(Reach reach, Range along, Range across, double cotangent) {

    /// Numbers from `low` to `high`.
    ///
    /// @param low the least
    /// @param high the greatest
    public record Range(double low, double high) {
        /// A product that was rounded once.
        static Range of(double rounded) {
            return new Range(Math.nextDown(rounded), Math.nextUp(rounded));
        }

        /// From −size to size, size rounded once.
        static Range about(double size) {
            return new Range(-Math.nextUp(size), Math.nextUp(size));
        }
    }

    private static final int BISECTIONS = 60;

    private static final double ROUNDING = 64 * RoundOff.U;

    /// One state; its angle is that of the point (c, s).
    @Statement({"theorem.Escape/S1", "theorem.Escape/S6"})
    public static Beginning of(Target target, LumpedState state) {
        double sum = 1 + state.c();
        double cotangent = sum > 1 ? 2 * log(sum / state.s()) : 2 * log(state.s() / (1 - state.c()));
        return new Beginning(
                new Reach(Math.abs(state.x()), Math.abs(state.y()), state.z()),
                Range.of(target.along() * state.x()),
                Range.of(target.across() * state.y()),
                below(cotangent));
    }

    /// All of the poster's starts but for a share `delta`: a₀ anywhere in the ball of radius |1ᵀa*|/√k, w₀ uniform on
    /// the sphere and not nearer to −w* than with probability `delta`. For p ≥ 3 and δ < 10⁻¹⁵ that may be all.
    ///
    /// @throws InvalidField naming `delta`
    @Statement("theorem.Escape/S5")
    public static Beginning random(Target target, int p, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new InvalidField("delta", delta + " is no share of starts: give a number in (0, 1)");
        }
        double radius = Math.abs(target.along());
        boolean flat = target.k() == 1;
        return new Beginning(
                new Reach(radius, flat ? 0 : radius, flat ? 0 : radius),
                Range.about(radius * radius),
                Range.about(radius * target.across()),
                p == 2 ? inThePlane(delta) : quantile(p, delta));
    }

    /// In the plane ψ = π − φ₀ is uniform: log tan²(ψ/2) at ψ = πδ.
    private static double inThePlane(double delta) {
        double half = Math.PI / 2 * Math.min(delta, 0.5);
        return below(2 * log(Functions.sin(half) / Functions.cos(half)));
    }

    /// A number below log cot²(φ₀/2) with probability 1 − δ at least; −∞ if the cosine that it belongs to rounds to 1.
    private static double quantile(int p, double delta) {
        double near = 1;
        double far = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (near + far) / 2;
            boolean rare = SphereCoordinate.outside(p, middle, 0).high() / 2 <= delta;
            near = rare ? middle : near;
            far = rare ? far : middle;
        }
        return below(log((1 - near) / (1 + near)));
    }

    /// A logarithm lowered by more than what the rounding of its argument, and of c² + s² = 1, can do.
    private static double below(double logarithm) {
        return Double.isInfinite(logarithm) ? logarithm : logarithm - ROUNDING * (1 + Math.abs(logarithm));
    }

    private static double log(double x) {
        return x > 0 ? Functions.log(x) : Double.NEGATIVE_INFINITY;
    }
}
