package lemmata.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// Interval certificates for the bounds of loss.AngleKernel/S6: claims over all angles at once, ends included.
///
/// Every function is a power series in y = φ² (or φ) with alternating terms that decrease from the third on for φ ≤ π,
/// enclosed by a partial sum and the next term; the factors that vanish at an end are divided out before.
/// Subdivision stops with an abstention when its budget of boxes is spent.
public final class KernelCertificates {

    private static final int TERMS = 24;
    private static final int BOXES = 10_000;

    private KernelCertificates() {}

    /// v(x) ≤ x³/3: H(y) = (1/3 − v/x³)/y = 1/30 − y/840 + … ≥ 0 on [0, π²].
    public static Evidence cubicAbove() {
        return positive("g ≤ ψ³/3 for all ψ in [0, π]", square(), y -> tail(2, y));
    }

    /// v(x) ≥ x³/3 − x⁵/30: (1/30 − H(y))/y = 1/840 − y/45360 + … ≥ 0 on [0, π²].
    public static Evidence cubicBelow() {
        return positive("g ≥ ψ³/3 − ψ⁵/30 for all ψ in [0, π]", square(), y -> tail(3, y));
    }

    /// φ²/π ≤ π − g ≤ (π/2)φ²: F(φ) = (π − g)/φ² falls from π/2 at 0 to 1/π at π because −F′(φ) > 0 on [0, π].
    ///
    /// F = πC(φ²) − φE(φ²) with C = (1 − cos φ)/φ², E = v/φ³, so −F′ = −2πφC′ + E + 2yE′.
    public static Evidence complementFalls() {
        Interval angles = new Interval(0, Interval.pi().high());
        return positive("φ²/π ≤ π − g ≤ (π/2)φ² for all φ in [0, π]", angles, phi -> {
            Interval y = phi.times(phi);
            Interval curve = cosineSlope(y).times(phi).times(Interval.pi()).times(Interval.point(2));
            return tail(1, y)
                    .plus(kernelSlope(y).times(y).times(Interval.point(2)))
                    .minus(curve);
        });
    }

    /// Certifies f > 0 on a range by bisection; abstains when the budget is spent, refutes where f is negative for
    /// sure.
    static Evidence positive(String claim, Interval range, UnaryOperator<Interval> f) {
        Deque<Interval> open = new ArrayDeque<>();
        open.addLast(range);
        long boxes = 0;
        while (!open.isEmpty()) {
            Interval box = open.removeFirst();
            Interval value = f.apply(box);
            boxes++;
            if (value.high() < 0) {
                return Evidence.certified(
                        claim, boxes, Verdict.VIOLATED, "negative on [" + box.low() + ", " + box.high() + "]");
            }
            if (boxes > BOXES) {
                return Evidence.certified(claim, boxes, Verdict.ABSTAINED, "budget of " + BOXES + " boxes spent");
            }
            if (value.low() <= 0) {
                double middle = box.low() / 2 + box.high() / 2;
                open.addLast(new Interval(box.low(), middle));
                open.addLast(new Interval(middle, box.high()));
            }
        }
        return Evidence.certified(claim, boxes, Verdict.CERTIFIED, "");
    }

    /// Σ_{n ≥ first} (−1)^{n−first} cₙ y^{n−first}, cₙ = 2n/(2n+1)!, the rest of E(y) = v/x³ after its first terms; all
    /// of it for first = 1.
    private static Interval tail(int first, Interval y) {
        return alternating(y, n -> coefficient(first + n));
    }

    /// E′(y) = −Σ (−1)ⁿ (n+1) c_{n+2} yⁿ.
    private static Interval kernelSlope(Interval y) {
        Interval series = alternating(y, n -> coefficient(n + 2).times(Interval.point(n + 1)));
        return Interval.point(0).minus(series);
    }

    /// C′(y) = −Σ (−1)ⁿ (n+1)/(2n+4)! yⁿ, from C = Σ (−1)ⁿ yⁿ/(2n+2)!.
    private static Interval cosineSlope(Interval y) {
        Interval series = alternating(y, n -> Interval.point(n + 1).over(factorial(2 * n + 4)));
        return Interval.point(0).minus(series);
    }

    private static Interval alternating(Interval y, IntFunction<Interval> coefficient) {
        Interval sum = coefficient.apply(TERMS).times(new Interval(-1, 1));
        for (int n = TERMS - 1; n >= 0; n--) {
            sum = coefficient.apply(n).minus(sum.times(y));
        }
        return sum;
    }

    private static Interval coefficient(int n) {
        return Interval.point(2 * n).over(factorial(2 * n + 1));
    }

    private static Interval factorial(int n) {
        Interval product = Interval.point(1);
        for (int i = 2; i <= n; i++) {
            product = product.times(Interval.point(i));
        }
        return product;
    }

    private static Interval square() {
        return new Interval(0, Interval.pi().times(Interval.pi()).high());
    }
}
