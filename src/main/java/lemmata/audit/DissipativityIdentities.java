package lemmata.audit;

/// The algebra of C1, C2 and the fixed point of the smoothed step, as identities of rational functions decided in exact
/// arithmetic.
///
/// π, m₁, m₂, h are variables like any other: what holds for all values of them holds for theirs. Vectors enter through
/// 1ᵀu, uᵀu and uᵀa* only.
final class DissipativityIdentities {

    private static final Rational ONE = Rational.of(1);

    private DissipativityIdentities() {}

    /// FilterDissipativity/S1: with c = cos φ and D = dκ/2π, D (P_w w*)ᵀ(w* − w), multiplied out from wᵀw = w*ᵀw* = 1,
    /// wᵀw* = c, is (D(1+c)/2)‖w − w*‖². Variables D, c.
    static PolynomialIdentity filterForm() {
        return new PolynomialIdentity(new int[] {1, 2}, x -> {
            Rational c = x[1];
            Rational product = ONE.minus(c).minus(c.times(c.minus(ONE)));
            Rational square = ONE.minus(c.times(2)).plus(ONE);
            Rational quotient = x[0].times(ONE.plus(c)).over(Rational.of(2));
            return x[0].times(product).minus(quotient.times(square));
        });
    }

    /// OutputDissipativity/S1: 2π⟨E∇_a L, e⟩ with a = a* + e is the sum over the parts of e along 1, across and at
    /// rest. Variables π, k, m₁, m₂, h, 1ᵀe, 1ᵀa*, eᵀe, eᵀa*.
    static PolynomialIdentity outputForm() {
        return new PolynomialIdentity(new int[] {1, 2, 1, 1, 1, 2, 1, 1, 1}, x -> {
            Rational less = x[0].minus(ONE);
            Rational sum = x[5].plus(x[6]);
            Rational own = sum.times(x[5]).plus(less.times(x[7].plus(x[8])));
            Rational other = x[2].times(x[6]).times(x[5]).plus(x[4].minus(x[2]).times(x[8]));
            Rational along = x[5].times(x[5]).over(x[1]);
            Rational mixed = x[5].times(x[6]).over(x[1]);
            Rational top = less.plus(x[1]);
            Rational pullAlong = excess(x[3])
                    .times(top)
                    .minus(excess(x[2]).times(x[1].minus(ONE)))
                    .plus(x[0].minus(x[4]));
            Rational pullAcross = excess(x[3]).times(less).plus(excess(x[2])).plus(x[0].minus(x[4]));
            Rational squares = x[3].times(top.times(along).plus(less.times(x[7].minus(along))));
            Rational linear = pullAlong.times(mixed).plus(pullAcross.times(x[8].minus(mixed)));
            return x[3].times(own).minus(other).minus(squares).minus(linear);
        });
    }

    /// SmoothedEquilibrium/S2: m₂(π−1)(π−1+k) a_∞ᵀa* is (π−1)(m₁(k−1)+h)s*²/k + (π−1+k)(h−m₁)(B − s*²/k). Variables
    /// π, k, s*, B, m₁, h.
    static PolynomialIdentity equilibriumParts() {
        return new PolynomialIdentity(new int[] {2, 3, 2, 1, 1, 1}, x -> {
            Rational less = x[0].minus(ONE);
            Rational mean = x[2].times(x[2]).over(x[1]);
            Rational along = less.times(x[4].times(x[1].minus(ONE)).plus(x[5])).times(mean);
            Rational across = less.plus(x[1]).times(x[5].minus(x[4])).times(x[3].minus(mean));
            return scaledAlignment(x).minus(along).minus(across);
        });
    }

    /// SmoothedEquilibrium/S2: it is also (h−m₁)[(π−1+k)B − s*²] + m₁(π−1)s*², so positive iff h/m₁ is above
    /// 1 − (π−1)q/(π−1+k−q). Variables π, k, s*, B, m₁, h.
    static PolynomialIdentity equilibriumLevel() {
        return new PolynomialIdentity(new int[] {2, 3, 2, 1, 1, 1}, x -> {
            Rational less = x[0].minus(ONE);
            Rational square = x[2].times(x[2]);
            Rational range = less.plus(x[1]).times(x[3]).minus(square);
            Rational stated =
                    x[5].minus(x[4]).times(range).plus(x[4].times(less).times(square));
            return scaledAlignment(x).minus(stated);
        });
    }

    /// (π−1)(π−1+k) a*ᵀM⁻¹u for u = m₁s*1 + (h−m₁)a*, M⁻¹u = (u − (1ᵀu/(π−1+k))1)/(π−1), for x = (π, k, s*, B, m₁, h).
    private static Rational scaledAlignment(Rational[] x) {
        Rational turned = x[5].minus(x[4]);
        Rational sumOfU = x[4].times(x[1]).plus(turned).times(x[2]);
        Rational inner = x[4].times(x[2]).times(x[2]).plus(turned.times(x[3]));
        return inner.times(x[0].minus(ONE).plus(x[1])).minus(sumOfU.times(x[2]));
    }

    private static Rational excess(Rational moment) {
        return moment.minus(ONE);
    }
}
