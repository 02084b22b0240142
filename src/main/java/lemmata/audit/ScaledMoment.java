package lemmata.audit;

import java.math.BigDecimal;

/// F(s) = ∫₀¹ uⁱ (1−u²)^a (1−s²u²)₊^b du / ∫₀¹ uⁱ (1−u²)^a du for every s ≥ 0, by power series; it falls from 1 to 0.
///
/// For s ≥ 1 the substitution of u by u/s exchanges the exponents and leaves a series in 1/s.
/// Sanity: a = ½, b = 1, i = 0 gives 1 − s²/4 for s ≤ 1, and 8/3πs for large s.
final class ScaledMoment {

    private final int i;
    private final Bracket exchange;
    private final MomentSeries near;
    private final MomentSeries far;

    ScaledMoment(int i, int doubledA, int doubledB) {
        this.i = i;
        this.exchange = mass(i, doubledB).over(mass(i, doubledA));
        this.near = new MomentSeries(i, doubledA, doubledB);
        this.far = new MomentSeries(i, doubledB, doubledA);
    }

    /// F(s) at an exact s ≥ 0.
    Bracket at(Bracket s) {
        if (s.low().compareTo(BigDecimal.ONE) <= 0) {
            return near.at(s);
        }
        return atInverse(Bracket.ONE.over(s));
    }

    /// F(1/r) at an exact r ≥ 0.
    Bracket atInverse(Bracket r) {
        return r.low().compareTo(BigDecimal.ONE) < 0
                ? exchange.times(r.power(i + 1)).times(far.at(r))
                : near.at(Bracket.ONE.over(r));
    }

    /// ∫₀^ρ F(1/r) dr for an exact ρ ≥ 0.
    Bracket integral(Bracket rho) {
        if (rho.low().compareTo(BigDecimal.ONE) <= 0) {
            return exchange.times(rho.power(i + 2)).times(far.integrated(rho, i + 2));
        }
        Bracket beyond = near.integrated(Bracket.ONE, -1).minus(rho.times(near.integrated(Bracket.ONE.over(rho), -1)));
        return integral(Bracket.ONE).plus(beyond);
    }

    /// ∫₀¹ uⁱ (1−u²)^a du for i = 0, 1, 2, by the recurrence in a from 1 at a = 0 or π/2 at a = −½.
    private static Bracket mass(int i, int doubledA) {
        if (i == 1) {
            return Bracket.quotient(1, doubledA + 2);
        }
        boolean whole = doubledA % 2 == 0;
        Bracket mass = whole ? Bracket.ONE : Bracket.PI.over(Bracket.of(2));
        for (int k = whole ? 0 : -1; k < doubledA; k += 2) {
            mass = mass.times(Bracket.quotient(k + 2, k + 3));
        }
        return i == 0 ? mass : mass.over(Bracket.of(doubledA + 3));
    }
}
