package lemmata.num;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.core.Sum;

/// Double-exponential quadrature (Takahasi, Mori 1974) of a function that is analytic inside an interval, whatever
/// algebraic singularities it has at the ends, with a bound of its error.
///
/// ∫ₐᵇ f = (b−a) Σᵢ h π cosh τᵢ sᵢ(1−sᵢ) f, sᵢ = 1/(1 + exp(π sinh τᵢ)), τᵢ = ih, |τ| ≤ 3.3125
///
/// **Accuracy.** See [#doubt] for the error of the rule, an estimate that is measured and not proved; to it comes a
/// bound of what the rounding of nodes, weights, values and of the sum adds.
public final class TanhSinh {

    /// h = 1/32: for one variable.
    public static final TanhSinh FINE = new TanhSinh(32);
    /// h = 1/16: for the outer one of two variables.
    public static final TanhSinh COARSE = new TanhSinh(16);

    /// From here on s < 4·10⁻¹⁹.
    private static final double LAST = 3.3125;

    /// Relative error of nodes and weights, as it enters an integral: their own few u, and what they do to f.
    private static final double NODE_ERROR = 96 * RoundOff.U;

    private final List<Node> nodes;

    private TanhSinh(int perUnit) {
        int half = (int) (LAST * perUnit);
        nodes = IntStream.rangeClosed(-half, half)
                .mapToObj(i -> Node.at(i / (double) perUnit, 1.0 / perUnit, i % 2 == 0))
                .toList();
    }

    /// A node on the interval of length 1, by its distances to both ends.
    ///
    /// @param second whether it also belongs to the rule of every second node
    private record Node(double fromA, double fromB, double weight, boolean second) {

        static Node at(double tau, double step, boolean second) {
            double grow = Functions.exp(tau);
            double sinh = Math.PI * (grow - 1 / grow) / 2;
            double near = 1 / (1 + Functions.exp(sinh));
            double far = 1 / (1 + Functions.exp(-sinh));
            return new Node(near, far, step * Math.PI * (grow + 1 / grow) / 2 * near * far, second);
        }
    }

    /// A function at a point between a and b, given by its distances to both: near an end the small one has more
    /// digits.
    @FunctionalInterface
    public interface Integrand {
        /// f at a + `fromA` = b − `fromB`, with a bound of its error.
        Bounded at(double fromA, double fromB);
    }

    /// ∫ₐᵇ f over an interval of length b − a; 0 if that is not positive.
    public Bounded integrate(Integrand f, double a, double b) {
        double length = b - a;
        if (!(length > 0)) {
            return Bounded.exact(0);
        }
        Sum every = Sum.create();
        Sum second = Sum.create();
        double error = 0;
        double size = 0;
        for (Node node : nodes) {
            Bounded value = f.at(length * node.fromA, length * node.fromB);
            double term = node.weight * value.value();
            error += node.weight * value.error() + NODE_ERROR * Math.abs(term);
            size += Math.abs(term);
            every.add(term);
            if (node.second) {
                second.add(term);
            }
        }
        double fine = every.getAsDouble();
        return new Bounded(length * fine, length * (doubt(fine, 2 * second.getAsDouble(), size) + error));
    }

    /// The error of a rule, from its value, that of the rule of every second node, and the sum of magnitudes: with d
    /// the difference of the two relative to that sum, d√d.
    ///
    /// The error of every second node is about the square root of this rule's, so d² is expected; the power 3/2 leaves
    /// a margin that grows with the digits. Beyond d = 2⁻⁸ it is d.
    public static double doubt(double fine, double coarse, double size) {
        double difference = Math.abs(fine - coarse);
        return size == 0 || difference > 0x1p-8 * size ? difference : difference * Math.sqrt(difference / size);
    }
}
