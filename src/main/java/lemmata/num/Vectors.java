package lemmata.num;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lemmata.claim.FilterSpace;
import lemmata.claim.PolySpace;
import org.apache.commons.numbers.core.DD;
import org.apache.commons.numbers.core.Norm;

/// Sums over the entries of vectors, in index order and in double-double arithmetic, and entrywise maps.
///
/// **Accuracy.** A sum of n terms is within [RoundOff#doubleDouble]`(n)` times the sum of their magnitudes, as long as
/// no product is smaller than 2⁻⁹⁶⁸ in magnitude (below that the product itself errs by up to 2⁻¹⁰⁷⁴).
public final class Vectors {

    private Vectors() {}

    /// 1ᵀx.
    public static DD sum(double[] x) {
        DD total = DD.ZERO;
        for (double entry : x) {
            total = total.add(entry);
        }
        return total;
    }

    /// xᵀy.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static DD dot(double[] x, double[] y) {
        requireSameLength(x, y);
        DD total = DD.ZERO;
        for (int i = 0; i < x.length && i < y.length; i++) {
            total = total.add(DD.ofProduct(x[i], y[i]));
        }
        return total;
    }

    /// ‖x‖ in double-double, for entries whose squares stay in range.
    public static DD norm(double[] x) {
        return dot(x, x).sqrt();
    }

    /// ‖x‖ rounded to `double` and scaled inside, so that no square over- or underflows; within 2u relative.
    public static double length(double[] x) {
        return Norm.L2.of(x);
    }

    /// The rejection of v from w: v − (vᵀw / wᵀw) w, the part of v orthogonal to w ≠ 0.
    ///
    /// Entry i is Σⱼ wⱼ (wⱼvᵢ − wᵢvⱼ) / wᵀw. Every bracket is computed by Kahan's fused difference of products, within
    /// 2u of its own size, so nothing cancels however small the angle between the two is.
    /// **Shapes.** Both of length p; result: a new array of length p. **Accuracy.** 8u relative to its norm, plus
    /// [RoundOff#UNDERFLOW] for ‖v‖ ≥ 2⁻⁴⁰.
    /// **Source.** loss.Angle/S2.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static double @FilterSpace [] rejection(double @FilterSpace [] w, double @FilterSpace [] v) {
        requireSameLength(w, v);
        double @FilterSpace [] direction = scaledToOne(w);
        double square = dot(direction, direction).doubleValue();
        double @FilterSpace [] result = v.clone();
        for (int i = 0; i < v.length && i < result.length && i < direction.length; i++) {
            DD total = DD.ZERO;
            for (int j = 0; j < v.length && j < direction.length; j++) {
                double bracket = differenceOfProducts(direction[j], v[i], direction[i], v[j]);
                total = total.add(DD.ofProduct(direction[j], bracket));
            }
            result[i] = total.doubleValue() / square;
        }
        return result;
    }

    /// Entrywise f(xᵢ), as a new array.
    public static double @PolySpace [] map(DoubleUnaryOperator f, double @PolySpace [] x) {
        double @PolySpace [] result = x.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = f.applyAsDouble(result[i]);
        }
        return result;
    }

    /// Entrywise f(xᵢ, yᵢ), as a new array.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static double @PolySpace [] map(DoubleBinaryOperator f, double @PolySpace [] x, double @PolySpace [] y) {
        requireSameLength(x, y);
        double @PolySpace [] result = x.clone();
        for (int i = 0; i < result.length && i < y.length; i++) {
            result[i] = f.applyAsDouble(result[i], y[i]);
        }
        return result;
    }

    /// x times the power of two that brings its largest entry into [1, 2): exact, but for entries below 2⁻¹⁰²² of it.
    public static double @PolySpace [] scaledToOne(double @PolySpace [] x) {
        int exponent = Math.getExponent(Norm.LINF.of(x));
        return map(entry -> Math.scalb(entry, -exponent), x);
    }

    /// xᵀy in working precision: a fused multiply-add per entry, first to last.
    public static double fusedDot(double[] x, double[] y) {
        requireSameLength(x, y);
        double sum = 0;
        for (int i = 0; i < x.length && i < y.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }

    /// a·b − c·d within 2u of its own size (Kahan's algorithm; Jeannerod, Louvet, Muller 2013).
    private static double differenceOfProducts(double a, double b, double c, double d) {
        double product = c * d;
        double error = Math.fma(-c, d, product);
        return Math.fma(a, b, -product) + error;
    }

    private static void requireSameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("lengths differ: " + x.length + " and " + y.length);
        }
    }
}
