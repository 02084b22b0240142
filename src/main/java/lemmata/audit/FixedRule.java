package lemmata.audit;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import lemmata.num.Functions;

/// Quadrature in [FixedPoint]: nodes x and weights of a trapezoidal rule after a double-exponential substitution.
///
/// Two of them. [#interval]: ∫₀¹ f with x = 1/(1 + exp(−π sinh τ)). [#sphere]: ∫₋₁¹ f(x) (1−x²)^{n/2−1} dx with x =
/// tanh sinh τ, whose window closes in on 0 as n grows, so that its nodes are as many for n = 10⁶ as for n = 10.
///
/// @param nodes x
/// @param rests 1 − x for the interval, √(1−x²) for the sphere
/// @param weights of the nodes
record FixedRule(BigInteger[] nodes, BigInteger[] rests, BigInteger[] weights) {

    /// What a cut-off tail weighs: e⁻¹⁴⁰ < 10⁻⁶⁰.
    private static final double CUT = 140;

    /// A rule takes up to half a megabyte.
    private static final int KEPT = 64;

    private record Size(int n, int half) {}

    private static final Memo<Size, FixedRule> SPHERES = new Memo<>(KEPT, size -> newSphere(size.n(), size.half()));
    private static final Memo<Integer, FixedRule> INTERVALS = new Memo<>(KEPT, FixedRule::newInterval);

    /// 2·half + 1 nodes on (0, 1).
    static FixedRule interval(int half) {
        return INTERVALS.at(half);
    }

    /// 2·half + 1 nodes on (−1, 1) for the weight (1−x²)^{n/2−1}, n ≥ 1.
    static FixedRule sphere(int n, int half) {
        return SPHERES.at(new Size(n, half));
    }

    /// Sum of weight times f(x).
    BigInteger integrate(UnaryOperator<BigInteger> f) {
        BigInteger sum = FixedPoint.ZERO;
        for (int i = 0; i < nodes.length; i++) {
            sum = sum.add(FixedPoint.times(weights[i], f.apply(nodes[i])));
        }
        return sum;
    }

    /// ∫ₐᵇ f, for a rule on (0, 1); 0 unless a < b.
    BigInteger integrate(BigInteger a, BigInteger b, UnaryOperator<BigInteger> f) {
        BigInteger length = b.subtract(a);
        return length.signum() <= 0
                ? FixedPoint.ZERO
                : FixedPoint.times(length, integrate(x -> f.apply(a.add(FixedPoint.times(length, x)))));
    }

    /// Sum of weight times f(x²) for a rule on (−1, 1), by symmetry.
    BigInteger even(UnaryOperator<BigInteger> f) {
        int middle = nodes.length / 2;
        BigInteger sum =
                FixedPoint.times(weights[middle], f.apply(FixedPoint.ZERO)).shiftRight(1);
        for (int i = middle + 1; i < nodes.length; i++) {
            sum = sum.add(FixedPoint.times(weights[i], f.apply(FixedPoint.square(nodes[i]))));
        }
        return sum.shiftLeft(1);
    }

    /// Sum of the weights.
    BigInteger total() {
        BigInteger sum = FixedPoint.ZERO;
        for (BigInteger weight : weights) {
            sum = sum.add(weight);
        }
        return sum;
    }

    private static FixedRule newInterval(int half) {
        // x near 0 is e^{−π sinh τ}, which is e⁻¹⁴⁰ at the last node.
        BigInteger step = FixedPoint.of(Functions.log(2 * CUT / Math.PI) / half);
        FixedRule rule = empty(half);
        for (int i = 0; i <= half; i++) {
            BigInteger grow = FixedPoint.exp(step.multiply(BigInteger.valueOf(i)));
            BigInteger shrink = FixedPoint.over(FixedPoint.ONE, grow);
            BigInteger u =
                    FixedPoint.times(FixedPoint.PI, grow.subtract(shrink)).shiftRight(1);
            BigInteger slope = FixedPoint.times(FixedPoint.PI, grow.add(shrink)).shiftRight(1);
            BigInteger near = FixedPoint.over(FixedPoint.ONE, FixedPoint.ONE.add(FixedPoint.exp(u)));
            BigInteger far = FixedPoint.ONE.subtract(near);
            BigInteger weight = FixedPoint.times(step, FixedPoint.times(slope, FixedPoint.times(near, far)));
            rule.put(half + i, far, near, weight);
            rule.put(half - i, near, far, weight);
        }
        return rule;
    }

    private static FixedRule newSphere(int n, int half) {
        BigInteger step = FixedPoint.of(window(n) / half);
        FixedRule rule = empty(half);
        for (int i = 0; i <= half; i++) {
            BigInteger grow = FixedPoint.exp(step.multiply(BigInteger.valueOf(i)));
            BigInteger shrink = FixedPoint.over(FixedPoint.ONE, grow);
            BigInteger up = FixedPoint.exp(grow.subtract(shrink).shiftRight(1));
            BigInteger down = FixedPoint.over(FixedPoint.ONE, up);
            BigInteger x = FixedPoint.over(up.subtract(down), up.add(down));
            BigInteger rest = FixedPoint.over(FixedPoint.TWO, up.add(down));
            BigInteger slope = FixedPoint.times(step, grow.add(shrink)).shiftRight(1);
            BigInteger weight = FixedPoint.times(slope, FixedPoint.halfPower(rest, 2 * n));
            rule.put(half + i, x, rest, weight);
            rule.put(half - i, x.negate(), rest, weight);
        }
        return rule;
    }

    /// The τ at which sechⁿ(sinh τ) = e⁻¹⁴⁰, by Newton's method for ln cosh.
    private static double window(int n) {
        double x = CUT / n + Math.sqrt(2 * CUT / n);
        for (int i = 0; i < 60; i++) {
            double shrink = Functions.exp(-2 * x);
            double excess = x + Functions.log((1 + shrink) / 2) - CUT / n;
            x -= excess * (1 + shrink) / (1 - shrink);
        }
        return Functions.log(x + Math.sqrt(1 + x * x));
    }

    private static FixedRule empty(int half) {
        int n = 2 * half + 1;
        return new FixedRule(new BigInteger[n], new BigInteger[n], new BigInteger[n]);
    }

    private void put(int i, BigInteger node, BigInteger rest, BigInteger weight) {
        nodes[i] = node;
        rests[i] = rest;
        weights[i] = weight;
    }
}
