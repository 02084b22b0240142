package lemmata.audit;

import static lemmata.audit.FixedPoint.ONE;
import static lemmata.audit.FixedPoint.PI;
import static lemmata.audit.FixedPoint.TWO;
import static lemmata.audit.FixedPoint.ZERO;
import static lemmata.audit.FixedPoint.halfPower;
import static lemmata.audit.FixedPoint.of;
import static lemmata.audit.FixedPoint.over;
import static lemmata.audit.FixedPoint.root;
import static lemmata.audit.FixedPoint.square;
import static lemmata.audit.FixedPoint.times;

import java.math.BigInteger;
import java.util.function.Function;
import org.apfloat.Apfloat;

/// h of the reading UNIT and κ of the reading NORMALISED, from their definitions, along other integrals than the lemma
/// code.
///
/// h = E g(φ̃), κ = E[ (π−φ̃)/r̃ · (1 − cos φ̃ sin θ y/sin φ) ], the part along P_w w* of (I − w̃w̃ᵀ/r̃²)w*
///
/// For p ≤ 10 in polar coordinates at the origin: on the ray at angle θ from w the ball reaches from r₋ to r₊, so
/// E (r̃ʲF) = ∫ sinᵖ⁻²θ (r₊ᵖ⁺ʲ − r₋ᵖ⁺ʲ)/(p+j) F dθ / (ρᵖ/p ∫ sinᵖ⁻²θ dθ), with 0 for r₋ if ρ ≥ 1. For ρ < 1 the
/// variable is β, sin θ = ρ sin β. Beyond p = 10, (p/(p+j)) E (r̃ʲF · (1 + nᵀw/ρ)) over the points w + ρn of the
/// surface, unfolded.
/// **Digits.** Doubling all nodes moves no value by 10⁻²⁰ of itself, for ρ from 10⁻⁸ to 10⁸.
/// The smaller of φ and π−φ is exact, the other is taken from it.
final class DirectionOracle {

    /// Lengths from which the mass of the ball gathers at one θ, so that an integral over all of them is wasteful.
    private static final int LONG = 10;

    private static final int OUTER = 80;

    private static final int KEPT = 200;

    private record Point(int p, double rho, Fold angle) {}

    private static final Memo<Point, DirectionOracle> KNOWN =
            new Memo<>(KEPT, point -> new DirectionOracle(point.p(), point.rho(), point.angle(), 1));

    private final int p;
    private final BigInteger rho;
    private final FixedRule outer;
    private final FixedRule circle;
    private final FixedRule sphere;

    private final BigInteger sine;
    private final BigInteger cosine;
    private final BigInteger deficit;
    private final BigInteger drift;

    /// The oracle for noise of radius 0 < ρ < ∞ on filters of length p, at an angle φ.
    static DirectionOracle at(int p, double rho, Fold angle) {
        return KNOWN.at(new Point(p, rho, angle));
    }

    /// With so many times the nodes.
    DirectionOracle(int p, double rho, Fold angle, int refinement) {
        this.p = p;
        this.rho = of(rho);
        this.outer = FixedRule.interval((p == 2 ? 2 : 1) * OUTER * refinement);
        int inner = (p < 5 ? 96 : p <= LONG ? 48 : p < 24 ? 80 : 64) * refinement;
        this.circle = FixedRule.sphere(Math.max(p - 2, 1), inner);
        this.sphere = FixedRule.sphere(p - 1, inner);
        BigInteger[] acute = angle.sine();
        BigInteger along = ONE.subtract(acute[1]);
        this.sine = acute[0];
        this.cosine = angle.obtuse() ? along.negate() : along;
        Pair sum = p > LONG ? onSurface() : this.rho.compareTo(ONE) < 0 ? fromOutside() : fromInside();
        this.deficit = over(sum.deficit, sphere.total());
        this.drift =
                over(sum.drift, sphere.total()).multiply(BigInteger.valueOf(p)).divide(BigInteger.valueOf(p - 1L));
    }

    /// π − h.
    Apfloat deficit() {
        return FixedPoint.toApfloat(deficit);
    }

    /// κ.
    Apfloat drift() {
        return FixedPoint.toApfloat(drift);
    }

    /// Two numbers that belong to π − h and to κ.
    private record Pair(BigInteger deficit, BigInteger drift) {

        static final Pair ZEROS = new Pair(ZERO, ZERO);

        Pair plus(Pair other) {
            return new Pair(deficit.add(other.deficit), drift.add(other.drift));
        }

        Pair times(BigInteger first, BigInteger second) {
            return new Pair(FixedPoint.times(deficit, first), FixedPoint.times(drift, second));
        }
    }

    /// The origin is outside the ball: (r₊^q − r₋^q)/(r₊ − r₋) = Σ r₊ⁱ r₋^{q−1−i}, r± = cos θ ± ρ cos β, k = tan β/2.
    private Pair fromOutside() {
        return integrate(tangentOfHalf(over(sine, rho).min(ONE)), k -> {
            BigInteger speed = over(TWO, ONE.add(square(k)));
            BigInteger sinBeta = times(k, speed);
            BigInteger cosBeta = speed.subtract(ONE);
            BigInteger sinTheta = times(rho, sinBeta);
            BigInteger cosTheta = root(ONE.subtract(square(sinTheta)));
            BigInteger half = times(rho, cosBeta);
            BigInteger plain = times(square(cosBeta).shiftLeft(1), halfPower(square(sinBeta), p - 2));
            BigInteger weight = over(times(plain, speed), cosTheta);
            return means(sinTheta, cosTheta)
                    .times(
                            times(weight, powers(cosTheta.add(half), cosTheta.subtract(half), p)),
                            times(weight, powers(cosTheta.add(half), cosTheta.subtract(half), p - 1)));
        });
    }

    /// The origin is inside: k = tan θ/2 for θ ≤ π/2, and θ and π−θ together.
    private Pair fromInside() {
        return integrate(tangentOfHalf(sine), k -> {
            BigInteger speed = over(TWO, ONE.add(square(k)));
            BigInteger sinTheta = times(k, speed);
            BigInteger cosTheta = speed.subtract(ONE);
            BigInteger sum = root(square(rho).subtract(square(sinTheta))).add(cosTheta);
            BigInteger ahead = over(sum, rho);
            BigInteger behind = over(square(rho).subtract(ONE), times(rho, sum.max(BigInteger.ONE)));
            BigInteger weight = times(halfPower(square(sinTheta), p - 2), speed);
            Pair means = means(sinTheta, cosTheta);
            return means.times(far(ahead, 0), far(ahead, -1))
                    .plus(supplement(means, sinTheta, cosTheta).times(far(behind, 0), far(behind, -1)))
                    .times(weight, weight);
        });
    }

    /// ρʲ (r/ρ)ᵖ⁺ʲ from r/ρ.
    private BigInteger far(BigInteger reach, int j) {
        BigInteger power = halfPower(reach, 2 * (p + j));
        return j == 0 ? power : over(power, rho);
    }

    private Pair onSurface() {
        Pair sum = Pair.ZEROS;
        for (int i = 0; i < sphere.nodes().length; i++) {
            BigInteger x = sphere.nodes()[i];
            BigInteger along = ONE.add(times(rho, x));
            BigInteger across = times(rho, sphere.rests()[i]);
            BigInteger r = root(square(along).add(square(across)));
            BigInteger weight = times(sphere.weights()[i], ONE.add(over(x, rho)));
            sum = sum.plus(means(over(across, r), over(along, r)).times(weight, over(weight, r)));
        }
        return sum;
    }

    /// ∫₀¹ of both, cut at a kink.
    private Pair integrate(BigInteger kink, Function<BigInteger, Pair> density) {
        Pair sum = Pair.ZEROS;
        for (int i = 0; i < outer.nodes().length; i++) {
            BigInteger below = times(kink, outer.weights()[i]);
            BigInteger above = outer.weights()[i].subtract(below);
            BigInteger rest = times(outer.rests()[i], ONE.subtract(kink));
            sum = sum.plus(density.apply(times(kink, outer.nodes()[i])).times(below, below));
            sum = sum.plus(density.apply(ONE.subtract(rest)).times(above, above));
        }
        return sum;
    }

    /// Means over the directions at angle θ from w: of π − g(φ̃) and of (π−φ̃)(1 − cos φ̃ sin θ y/sin φ).
    private Pair means(BigInteger sinTheta, BigInteger cosTheta) {
        BigInteger along = times(cosTheta, cosine);
        BigInteger across = times(sinTheta, sine);
        if (sine.signum() == 0) {
            return limit(sinTheta, along);
        }
        if (p == 2) {
            Pair both = turned(along.add(across), sinTheta).plus(turned(along.subtract(across), sinTheta.negate()));
            return new Pair(both.deficit.shiftRight(1), both.drift.shiftRight(1));
        }
        Pair sum = Pair.ZEROS;
        for (int i = 0; i < circle.nodes().length; i++) {
            BigInteger y = circle.nodes()[i];
            BigInteger weight = circle.weights()[i];
            sum = sum.plus(
                    turned(along.add(times(across, y)), times(sinTheta, y)).times(weight, weight));
        }
        return new Pair(over(sum.deficit, circle.total()), over(sum.drift, circle.total()));
    }

    /// π − g(φ̃) and (π−φ̃)(1 − cos φ̃ sin θ y/sin φ) from cos φ̃ and sin θ y.
    private Pair turned(BigInteger cos, BigInteger side) {
        BigInteger sin = root(ONE.subtract(square(cos)));
        BigInteger supplement = FixedPoint.arc(sin, cos.negate());
        return new Pair(
                PI.subtract(times(supplement, cos)).subtract(sin),
                times(supplement, ONE.subtract(over(times(cos, side), sine))));
    }

    /// For φ = 0 or π the second one is a limit, with E y² = 1/(p−1): π−φ̃ − sin θ ((π−φ̃) sin θ + cos φ̃)/(p−1).
    private Pair limit(BigInteger sinTheta, BigInteger cos) {
        BigInteger supplement = FixedPoint.arc(sinTheta, cos.negate());
        BigInteger product = times(sinTheta, times(supplement, sinTheta).add(cos));
        return new Pair(
                PI.subtract(times(supplement, cos)).subtract(sinTheta),
                supplement.subtract(product.divide(BigInteger.valueOf(p - 1L))));
    }

    /// The means at π−θ from those at θ: exchanging y and −y turns φ̃ into π−φ̃.
    private Pair supplement(Pair means, BigInteger sinTheta, BigInteger cosTheta) {
        BigInteger spread = square(sinTheta).divide(BigInteger.valueOf(p - 1L));
        return new Pair(
                means.deficit.add(times(PI, times(cosTheta, cosine))),
                times(PI, ONE.subtract(spread)).subtract(means.drift));
    }

    /// Σᵢ xⁱ y^{q−1−i}.
    private static BigInteger powers(BigInteger x, BigInteger y, int q) {
        BigInteger power = ONE;
        BigInteger sum = ONE;
        for (int i = 1; i < q; i++) {
            power = times(power, x);
            sum = times(sum, y).add(power);
        }
        return sum;
    }

    private static BigInteger tangentOfHalf(BigInteger sine) {
        return over(sine, ONE.add(root(ONE.subtract(square(sine)))));
    }
}
