package lemmata.audit;

/// The integral ∫₀¹ uⁱ (1−u²)^a (1−s²u²)^b du over its value at s = 0, as a power series in s ≤ 1 with rational
/// coefficients.
///
/// The coefficient of s²ᵏ is (−1)ᵏ C(b, k) times the ratio of the Beta integrals. Where b ≥ 0 its first factors all
/// have one sign from k > b on, and all of them add up to 0 (to 1 if b = 0): so those left out add up to minus the sum
/// of those taken. Where −1 < b < 0 they fall, and Σ uᵏ = 1/(1−u) sums what is left out. Exponents are given doubled.
final class MomentSeries {

    private static final int TERMS = 12;

    private final Bracket[] coefficients = new Bracket[TERMS];
    private final Bracket rest;

    MomentSeries(int i, int doubledA, int doubledB) {
        if (i < 0 || doubledA <= -2 || doubledB <= -2 || doubledB >= 2 * TERMS) {
            throw new IllegalArgumentException("exponents " + i + ", " + doubledA + "/2, " + doubledB + "/2");
        }
        Bracket binomial = Bracket.ONE;
        Bracket moment = Bracket.ONE;
        Bracket taken = Bracket.ZERO;
        for (int k = 0; k < TERMS; k++) {
            coefficients[k] = binomial.times(moment);
            taken = taken.plus(binomial);
            binomial = binomial.times(Bracket.quotient(2 * k - doubledB, 2 * k + 2));
            moment = moment.times(Bracket.quotient(i + 1 + 2 * k, i + doubledA + 3 + 2 * k));
        }
        if (binomial.isZero()) {
            rest = Bracket.ZERO;
        } else if (doubledB > 0) {
            rest = taken.abs().times(moment);
        } else if (doubledA > 0) {
            rest = binomial.abs().times(moment).times(Bracket.quotient(i + 1 + 2 * TERMS + doubledA, doubledA));
        } else {
            throw new IllegalArgumentException("no bound on the rest");
        }
    }

    /// The sum at an exact s in [0, 1].
    Bracket at(Bracket s) {
        return sum(s, 0);
    }

    /// The sum with the term of s²ᵏ divided by 2k + shift, for shift ≥ −1 other than 0: what integration leaves.
    Bracket integrated(Bracket s, int shift) {
        return sum(s, shift);
    }

    private Bracket sum(Bracket s, int shift) {
        Bracket square = s.times(s);
        Bracket power = Bracket.ONE;
        Bracket sum = Bracket.ZERO;
        for (int k = 0; k < TERMS; k++) {
            sum = sum.plus(shared(coefficients[k].times(power), k, shift));
            power = power.times(square);
        }
        return sum.plus(Bracket.around(shared(rest.times(power), TERMS, shift)));
    }

    private static Bracket shared(Bracket term, int k, int shift) {
        int divisor = 2 * k + shift;
        return shift == 0 ? term : divisor < 0 ? term.negated() : term.over(Bracket.of(divisor));
    }
}
