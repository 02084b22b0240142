package lemmata.num;

import java.util.List;
import java.util.stream.IntStream;

/// Nodes for means over a coordinate y of a uniform point of the unit sphere of R^n: the trapezoidal rule after a
/// substitution that carries (−1, 1) to the line.
///
/// E F(y) = Σᵢ wᵢ ½(F(yᵢ) + F(−yᵢ)), y = tanh x(τ), w = D h x′(τ) sechⁿ⁻¹x, x = τ for n ≥ 8, (π/2) sinh τ for n < 8
///
/// A singularity of F at a real y outside [−1, 1], however near, lies on the lines Im x = ±π/2: it does not slow the
/// rule down. For n = 1 there is one node, y = 1.
/// **Accuracy.** Node i is within a few u of the formula, and so are its distances to ±1; [TanhSinh#doubt] estimates
/// the error of the rule.
public final class SphereRule {

    private static final int FIRST_PLAIN = 8;
    /// The nodes end where sechⁿ⁻¹x has fallen to e⁻⁴⁰.
    private static final double CUT = 40;
    /// Step in units of the width of the density.
    private static final double PLAIN_STEP = 0.36;

    private static final double STEEP_STEP = 0.1;

    private final List<Node> nodes;

    /// The rule for the sphere of R^n, n ≥ 1.
    public SphereRule(int n) {
        nodes = n == 1 ? List.of(new Node(0, 2, 1, false)) : n < FIRST_PLAIN ? steep(n) : plain(n);
    }

    /// A node y and −y, given by 1 − y and 1 + y.
    ///
    /// @param second whether it also belongs to the rule of every second node
    private record Node(double below, double above, double weight, boolean second) {}

    private static List<Node> plain(int n) {
        double step = PLAIN_STEP / Math.sqrt(n - 1.0);
        return IntStream.rangeClosed(0, (int) (end(n) / step) + 1)
                .mapToObj(i -> node(n, i, step * i, step))
                .toList();
    }

    private static List<Node> steep(int n) {
        double steep = 2 * end(n) / Math.PI;
        double tau = Functions.log1p(steep + (Math.sqrt(1 + steep * steep) - 1));
        return IntStream.rangeClosed(0, (int) (tau / STEEP_STEP) + 1)
                .mapToObj(i -> {
                    double grow = Functions.exp(STEEP_STEP * i);
                    double slope = Math.PI * (grow + 1 / grow) / 4;
                    return node(n, i, Math.PI * (grow - 1 / grow) / 4, STEEP_STEP * slope);
                })
                .toList();
    }

    /// The x with sechⁿ⁻¹x = e⁻⁴⁰.
    private static double end(int n) {
        double grown = Functions.expm1(CUT / (n - 1.0));
        return Functions.log1p(grown + Math.sqrt(grown) * Math.sqrt(grown + 2));
    }

    /// Node number i, at tanh x.
    private static Node node(int n, int i, double x, double step) {
        double below = 2 / (1 + Functions.exp(2 * x));
        double above = 2 - below;
        double fall = Functions.expm1(-2 * x);
        double y = -fall / (2 + fall);
        double log = below > 0.5 ? Functions.log1p(-y * y) : Functions.log(below * above);
        double density = SphereCoordinate.densityAtZero(n) * Functions.exp((n - 1) / 2.0 * log);
        return new Node(below, above, density * step / (i == 0 ? 2 : 1), i % 2 == 0);
    }

    /// A function of y, given by 1 − y and 1 + y.
    @FunctionalInterface
    public interface Integrand {
        /// F(y), with a bound of its error.
        Bounded at(double below, double above);
    }

    /// E F(y).
    public Bounded mean(Integrand f) {
        double every = 0;
        double second = 0;
        double size = 0;
        double error = 0;
        for (Node node : nodes) {
            Bounded right = f.at(node.below, node.above);
            Bounded left = f.at(node.above, node.below);
            double term = node.weight * ((right.value() + left.value()) / 2);
            every += term;
            second += node.second ? 2 * term : 0;
            size += Math.abs(term);
            error += node.weight * (right.error() + left.error()) / 2;
        }
        double rounding = (64 + 2 * nodes.size()) * RoundOff.U * size;
        double doubt = nodes.size() == 1 ? 0 : TanhSinh.doubt(every, second, size);
        return new Bounded(every, error + rounding + doubt);
    }
}
