package lemmata.audit;

import static lemmata.audit.FixedPoint.ONE;
import static lemmata.audit.FixedPoint.TWO;
import static lemmata.audit.FixedPoint.ZERO;
import static lemmata.audit.FixedPoint.halfPower;
import static lemmata.audit.FixedPoint.of;
import static lemmata.audit.FixedPoint.over;
import static lemmata.audit.FixedPoint.root;
import static lemmata.audit.FixedPoint.square;
import static lemmata.audit.FixedPoint.times;

import java.math.BigInteger;
import lemmata.num.Functions;
import org.apfloat.Apfloat;

/// κ, m₁, m₂ and h of the readings NETWORK, ANGLE and RADIAL to 38 digits, along other integrals than the lemma code.
///
/// **κ.** In the plane of w and w*, a unit vector of R^{p+2} (NETWORK) or R^p (ANGLE) has a part of length R, P(R > y)
/// = (1−y²)ᵐ, m = p/2 or (p−2)/2, so for acute φ
///
/// κ(π−φ) = φ + T(φ), T(φ) = ∫_φ^{π/2} (1−F(t)) dt, F(t) = E_v(1 − ρ²v²/sin²t)₊ᵐ, v a coordinate of ξ/ρ
///
/// The variable is cot t for sin t > ρ, tan t/2 below; there v = y sin t/ρ. No incomplete beta function is left.
/// **h.** From dh/dφ = −κ sin φ: h(φ) − g(φ) = h(π) + ∫₀^{π/2} (1 − cos min(t, φ′))(1−F) dt, φ′ = min(φ, π−φ),
/// NETWORK's F.
/// **h(π), m₁** by the surface formula E F(w+ξ) = (p/(p+1)) E[F(w+ρn)(1 + nᵀw/ρ)], n uniform on the sphere: one
/// variable.
/// **Digits.** Doubling all nodes moves no value by 10⁻³⁸ of itself, for ρ from 10⁻⁸ to 10⁸ and p up to 10⁶; for p ≤ 3
/// κ of ANGLE next to ρ = 1 by 10⁻³².
/// φ′ is exact, the larger of φ and π−φ is taken from it.
final class SmoothingOracle {

    /// Times 2 for p < 6, 5 for p = 2, where a singularity next to the end of the inner interval is felt.
    private static final int INNER = 64;

    private static final int OUTER = 128;

    /// Enough for the cases of one property and all its mutants.
    private static final int KEPT = 200;

    private record Noise(int p, double rho) {}

    private static final Memo<Noise, SmoothingOracle> KNOWN =
            new Memo<>(KEPT, noise -> new SmoothingOracle(noise.p(), noise.rho(), 1));

    private final int p;
    private final BigInteger rho;
    private final int inner;
    private final FixedRule outer;
    private final FixedRule noise;

    private final Memo<Fold, Apfloat> network = new Memo<>(KEPT, angle -> newKappa(angle, 0));
    private final Memo<Fold, Apfloat> angle = new Memo<>(KEPT, angle -> newKappa(angle, -2));
    private final Memo<Fold, BigInteger> ascent = new Memo<>(KEPT, this::newAscent);

    /// The oracle for noise of radius 0 < ρ < ∞ on filters of length p.
    static SmoothingOracle at(int p, double rho) {
        return KNOWN.at(new Noise(p, rho));
    }

    /// With so many times the nodes.
    SmoothingOracle(int p, double rho, int refinement) {
        this.p = p;
        this.rho = of(rho);
        this.inner = (p == 2 ? 5 : p < 6 ? 2 : 1) * INNER * refinement;
        this.outer = FixedRule.interval(OUTER * refinement);
        this.noise = FixedRule.sphere(p + 1, inner);
    }

    /// κ of the reading NETWORK.
    Apfloat network(Fold angle) {
        return network.at(angle);
    }

    /// κ of the reading ANGLE.
    Apfloat angle(Fold angle) {
        return this.angle.at(angle);
    }

    /// m₂ − 1.
    Apfloat m2Excess() {
        return FixedPoint.toApfloat(over(square(rho).multiply(BigInteger.valueOf(p)), of(p + 2L)));
    }

    /// g₀ = (πp/2)μ² with μ = E|u₁| = 2/(pT) on the sphere of R^p, T = ∫(1−x²)^{(p−1)/2}dx.
    Apfloat isotropic() {
        BigInteger mean = over(TWO, noise.total()).divide(BigInteger.valueOf(p));
        return FixedPoint.toApfloat(times(FixedPoint.PI, square(mean))
                .multiply(BigInteger.valueOf(p))
                .shiftRight(1));
    }

    /// P(|v| ≤ x) for a coordinate v of ξ/ρ, 0 ≤ x ≤ 1.
    Apfloat coordinateBelow(double x) {
        BigInteger mass = outer.integrate(ZERO, of(x), v -> halfPower(ONE.subtract(square(v)), p - 1));
        return FixedPoint.toApfloat(over(mass.shiftLeft(1), noise.total()));
    }

    /// E(|v| − x)₊ for 0 ≤ x ≤ 1.
    Apfloat coordinateExcess(BigInteger from) {
        double x = FixedPoint.toApfloat(from).doubleValue();
        // Beyond it the density is e⁻¹⁵⁰ of that at x.
        double last = 1 - (1 - x * x) * Functions.exp(-300.0 / (p - 1));
        BigInteger to = p < 100 ? ONE : of(Math.sqrt(last)).min(ONE);
        BigInteger gain =
                outer.integrate(from, to, v -> times(v.subtract(from), halfPower(ONE.subtract(square(v)), p - 1)));
        return FixedPoint.toApfloat(over(gain.shiftLeft(1), noise.total()));
    }

    /// m₁ − 1 = E‖w+ξ‖ − 1.
    Apfloat m1Excess() {
        return FixedPoint.toApfloat(
                onSurface((along, across) -> root(square(along).add(square(across))))
                        .subtract(ONE));
    }

    /// h − g.
    Apfloat shift(Fold angle) {
        return FixedPoint.toApfloat(ascent.at(angle));
    }

    /// π − h.
    Apfloat deficit(Fold angle) {
        BigInteger[] sine = angle.sine();
        BigInteger cosine = ONE.subtract(sine[1]);
        BigInteger least = sine[0].subtract(times(angle.acute(), cosine));
        BigInteger g = angle.obtuse() ? least : least.add(times(FixedPoint.PI, cosine));
        return FixedPoint.toApfloat(FixedPoint.PI.subtract(g).subtract(ascent.at(angle)));
    }

    /// F, the negative of dκ/dφ; NETWORK.
    Apfloat networkFall(Fold angle) {
        return FixedPoint.toApfloat(ONE.subtract(new Wins(p).at(angle)));
    }

    /// The same for ANGLE.
    Apfloat angleFall(Fold angle) {
        return FixedPoint.toApfloat(ONE.subtract(new Wins(p - 2).at(angle)));
    }

    /// κ for m = (p + more)/2.
    private Apfloat newKappa(Fold angle, int more) {
        BigInteger obtuse = angle.acute().add(new Wins(p + more).tail(angle));
        return FixedPoint.toApfloat(angle.obtuse() ? obtuse : FixedPoint.PI.subtract(obtuse));
    }

    /// h(π) + ∫₀^φ (1 − cos t)(1−F) dt + (1 − cos φ) T(φ).
    private BigInteger newAscent(Fold angle) {
        BigInteger atOpposite = onSurface((along, across) ->
                across.signum() == 0 ? ZERO : across.subtract(times(along, FixedPoint.arc(across, along))));
        if (angle.acute().signum() == 0) {
            return atOpposite;
        }
        Wins wins = new Wins(p);
        return atOpposite.add(wins.weighted(angle)).add(times(angle.sine()[1], wins.tail(angle)));
    }

    /// A function of the parts of w+ξ along and across w.
    private interface Planar {
        BigInteger at(BigInteger along, BigInteger across);
    }

    /// (p/(p+1)) E[F(w+ρn)(1 + nᵀw/ρ)] for F homogeneous of degree 1.
    private BigInteger onSurface(Planar f) {
        FixedRule sphere = FixedRule.sphere(p - 1, 6 * inner);
        BigInteger sum = ZERO;
        for (int i = 0; i < sphere.nodes().length; i++) {
            BigInteger x = sphere.nodes()[i];
            BigInteger value = f.at(ONE.add(times(rho, x)), times(rho, sphere.rests()[i]));
            BigInteger weighted = value.add(over(times(value, x), rho));
            sum = sum.add(times(sphere.weights()[i], weighted));
        }
        return over(sum, sphere.total()).multiply(BigInteger.valueOf(p)).divide(BigInteger.valueOf(p + 1L));
    }

    /// 1 − F(t), the chance that the noise outweighs w in the plane, for the exponent m = halves/2.
    private final class Wins {

        private final int halves;
        private final FixedRule plane;
        private final BigInteger plainTotal;

        Wins(int halves) {
            this.halves = halves;
            this.plane = FixedRule.sphere(halves + 2, inner);
            this.plainTotal = noise.total();
        }

        /// 1−F at an angle that is not 0.
        BigInteger at(Fold angle) {
            BigInteger sine = angle.sine()[0];
            BigInteger tangent = tangentOfHalf(sine);
            BigInteger square = square(tangent);
            return sine.compareTo(rho) < 0
                    ? times(steep(tangent), ONE.add(square)).shiftRight(1)
                    : over(flat(over(root(ONE.subtract(square(sine))), sine)), square(sine));
        }

        /// T(φ).
        BigInteger tail(Fold angle) {
            BigInteger[] sine = angle.sine();
            BigInteger cosine = ONE.subtract(sine[1]);
            BigInteger tangent = over(sine[0], ONE.add(cosine));
            BigInteger low = outer.integrate(tangent, kink(), this::steep);
            if (rho.compareTo(ONE) >= 0) {
                return low;
            }
            BigInteger end = root(over(ONE, square(rho)).subtract(ONE));
            BigInteger from =
                    sine[0].signum() == 0 ? end : over(cosine, sine[0]).min(end);
            return low.add(outer.integrate(ZERO, from, this::flat));
        }

        /// ∫₀^φ (1 − cos t)(1−F) dt.
        BigInteger weighted(Fold angle) {
            BigInteger[] sine = angle.sine();
            BigInteger tangent = over(sine[0], TWO.subtract(sine[1]));
            BigInteger low = outer.integrate(ZERO, tangent.min(kink()), k -> {
                BigInteger square = square(k);
                return times(steep(k), over(square.shiftLeft(1), ONE.add(square)));
            });
            if (sine[0].compareTo(rho) <= 0) {
                return low;
            }
            // sin t = 1/cosh s: dt = ds/cosh s, cot t = sinh s.
            BigInteger to = FixedPoint.log(over(ONE, tangentOfHalf(rho)));
            return low.add(outer.integrate(FixedPoint.log(over(ONE, tangent)), to, s -> {
                BigInteger up = FixedPoint.exp(s);
                BigInteger down = over(ONE, up);
                BigInteger cosh = up.add(down).shiftRight(1);
                BigInteger cot = up.subtract(down).shiftRight(1);
                return times(times(flat(cot), cosh), over(down, cosh));
            }));
        }

        /// tan t/2 where sin t = ρ, 1 for ρ ≥ 1.
        private BigInteger kink() {
            return rho.compareTo(ONE) >= 0 ? ONE : tangentOfHalf(rho);
        }

        /// (1−F) dt/dk at t = 2 arctan k, sin t ≤ ρ: F = x C ∫(1−y²)ᵐ (1−x²y²)^{(p−1)/2} dy, x = sin t/ρ.
        private BigInteger steep(BigInteger k) {
            BigInteger speed = over(TWO, ONE.add(square(k)));
            BigInteger x = over(times(k, speed), rho);
            BigInteger square = square(x);
            BigInteger mean = over(plane.even(y -> halfPower(ONE.subtract(times(square, y)), p - 1)), plainTotal);
            return times(speed, ONE.subtract(times(x, mean)));
        }

        /// (1−F) dt/dc at c = cot t, sin t ≥ ρ: F = E(1 − zv²)ᵐ, z = ρ²(1+c²).
        private BigInteger flat(BigInteger c) {
            BigInteger stretch = ONE.add(square(c));
            BigInteger z = times(square(rho), stretch);
            BigInteger mean = over(noise.even(v -> halfPower(ONE.subtract(times(z, v)), halves)), plainTotal);
            return over(ONE.subtract(mean), stretch);
        }
    }

    /// tan t/2 of an acute angle with this sine.
    private static BigInteger tangentOfHalf(BigInteger sine) {
        return over(sine, ONE.add(root(ONE.subtract(square(sine)))));
    }
}
