package lemmata.audit;

/// The algebra of the spurious point and of the saddles, as identities of rational functions decided in exact
/// arithmetic.
///
/// π is a variable like any other: what holds for all values of it holds for π. Vectors enter through 1ᵀu and uᵀu
/// only.
final class LandscapeIdentities {

    private static final Rational ONE = Rational.of(1);

    private LandscapeIdentities() {}

    /// SpuriousOptimum/S1: row i of (11ᵀ + (π−1)I)ā − (11ᵀ − I)a* with ā = (m 1 − a*)/(π−1), m = πs*/(π−1+k), is 0.
    /// Variables π, k, s*, a*ᵢ.
    static PolynomialIdentity spuriousSystem() {
        return new PolynomialIdentity(new int[] {3, 2, 1, 1}, x -> {
            Rational sum = x[1].times(mean(x[0], x[1], x[2])).minus(x[2]).over(less(x[0]));
            Rational entry = mean(x[0], x[1], x[2]).minus(x[3]).over(less(x[0]));
            return sum.plus(less(x[0]).times(entry)).minus(x[2].minus(x[3]));
        });
    }

    /// The matrix is invertible: on 1 it is π−1+k, on the complement π−1, so its inverse is
    /// (u − (1ᵀu/(π−1+k))1)/(π−1). Row i of M M⁻¹u − u is 0. Variables π, k, 1ᵀu, uᵢ.
    static PolynomialIdentity inverse() {
        return new PolynomialIdentity(new int[] {2, 2, 1, 1}, x -> {
            Rational share = x[2].over(less(x[0]).plus(x[1]));
            Rational sum = x[2].minus(x[1].times(share)).over(less(x[0]));
            Rational entry = x[3].minus(share).over(less(x[0]));
            return sum.plus(less(x[0]).times(entry)).minus(x[3]);
        });
    }

    /// SpuriousOptimum/S3: 4πL at r = 1, g = 0, a = ā is π[(π−2)B + πs*²/(π−1+k)]/(π−1). Variables π, k, s*, B.
    static PolynomialIdentity spuriousLoss() {
        return new PolynomialIdentity(new int[] {5, 3, 2, 1}, x -> {
            Rational sum = x[1].times(mean(x[0], x[1], x[2])).minus(x[2]).over(less(x[0]));
            Rational loss = loss(x[0], sum, x[2], square(x), x[3], alignment(x), Rational.of(0));
            Rational stated = x[0].minus(Rational.of(2)).times(x[3]).plus(x[2].times(mean(x[0], x[1], x[2])));
            return loss.minus(x[0].times(stated).over(less(x[0])));
        });
    }

    /// SpuriousOptimum/S4 for every k: āᵀa* = [πs*²/(π−1+k) − B]/(π−1), the left side entry by entry for a* = (x,
    /// y, …, y).
    ///
    /// Both sides are quadratic forms in a* that no permutation of its entries changes, so combinations of s*² and
    /// B; on these a* the two are independent for k ≥ 2. Variables π, k, x, y.
    static PolynomialIdentity spuriousAlignment() {
        return new PolynomialIdentity(new int[] {1, 2, 2, 2}, x -> {
            Rational others = x[1].minus(ONE);
            Rational sum = x[2].plus(others.times(x[3]));
            Rational square = x[2].times(x[2]).plus(others.times(x[3]).times(x[3]));
            Rational product = spuriousEntry(x[0], x[1], sum, x[2])
                    .times(x[2])
                    .plus(others.times(spuriousEntry(x[0], x[1], sum, x[3])).times(x[3]));
            return product.minus(alignment(new Rational[] {x[0], x[1], sum, square}));
        });
    }

    /// SpuriousOptimum/S4 for k = 3 and any three entries. Variables π, a*₁, a*₂, a*₃.
    static PolynomialIdentity spuriousAlignmentOfThree() {
        return new PolynomialIdentity(new int[] {1, 2, 2, 2}, x -> {
            Rational sum = x[1].plus(x[2]).plus(x[3]);
            Rational square = Rational.of(0);
            Rational product = Rational.of(0);
            for (int i = 1; i <= 3; i++) {
                square = square.plus(x[i].times(x[i]));
                product = product.plus(
                        spuriousEntry(x[0], Rational.of(3), sum, x[i]).times(x[i]));
            }
            return product.minus(alignment(new Rational[] {x[0], Rational.of(3), sum, square}));
        });
    }

    /// LocalMinimality/S1: with s*² = qB, (π−1)(π−1+k) āᵀa* = πB(q − 1 − (k−1)/π), so the signs of both are one.
    /// Variables π, k, s*, B.
    static PolynomialIdentity signOfAlignment() {
        return new PolynomialIdentity(new int[] {4, 3, 2, 2}, x -> {
            Rational excess =
                    x[2].times(x[2]).over(x[3]).minus(ONE).minus(x[1].minus(ONE).over(x[0]));
            Rational scaled = alignment(x).times(less(x[0])).times(less(x[0]).plus(x[1]));
            return scaled.minus(x[0].times(x[3]).times(excess));
        });
    }

    /// SpuriousOptimum/S6: for a* = (1, 1), 4π times the change of the loss from (w̄, ā) to (w, ā + gM⁻¹a*) is
    /// −2g(g+2)/(π+1). Variables π, g.
    static PolynomialIdentity witnessDescent() {
        return new PolynomialIdentity(new int[] {5, 2}, x -> {
            Rational two = Rational.of(2);
            Rational start = spuriousEntry(x[0], two, two, ONE);
            Rational entry = start.plus(x[1].over(x[0].plus(ONE)));
            Rational change = lossOfPair(x[0], entry, x[1]).minus(lossOfPair(x[0], start, Rational.of(0)));
            return change.plus(x[1].times(x[1].plus(two)).times(two).over(x[0].plus(ONE)));
        });
    }

    /// HalfSpaceMinimum/S1: 4πL(w, a) − 4πL(−r w*, a) + 2 r g d = 0. Variables r, s, s*, A, B, d, g, π.
    static PolynomialIdentity halfSpaceShift() {
        return new PolynomialIdentity(new int[] {2, 2, 2, 1, 1, 1, 1, 1}, x -> {
            Rational here = scaledLoss(x, x[6]);
            Rational opposite = scaledLoss(x, Rational.of(0));
            return here.minus(opposite).plus(x[0].times(x[6]).times(x[5]).times(2));
        });
    }

    /// LocalMinimality/S3: with e = gM⁻¹a*, eᵀMe − 2g(ā + e)ᵀa* = −g² a*ᵀM⁻¹a* − 2g āᵀa*, where a*ᵀM⁻¹a* =
    /// (B − s*²/(π−1+k))/(π−1) and eᵀMe is computed from the entries of e. Variables π, k, s*, B, g, āᵀa*.
    static PolynomialIdentity descentValue() {
        return new PolynomialIdentity(new int[] {4, 3, 2, 1, 2, 1}, x -> {
            Rational share = x[2].over(less(x[0]).plus(x[1]));
            Rational inverseSquare = x[3].minus(x[2].times(share)).over(less(x[0]));
            Rational sum = x[2].minus(x[1].times(share)).over(less(x[0]));
            Rational norm = x[3].minus(x[2].times(share).times(2))
                    .plus(x[1].times(share).times(share))
                    .over(less(x[0]).times(less(x[0])));
            Rational bend =
                    x[4].times(x[4]).times(sum.times(sum).plus(less(x[0]).times(norm)));
            Rational left = bend.minus(x[4].times(2).times(x[5].plus(x[4].times(inverseSquare))));
            return left.plus(x[4].times(x[4]).times(inverseSquare))
                    .plus(x[4].times(x[5]).times(2));
        });
    }

    /// CriticalPoints/S1: with u = s*1 + (g−1)a*, a*ᵀM⁻¹u (π−1)(π−1+k) = (g−1)[(π−1+k)B − s*²] + (π−1)s*², which is
    /// zero iff g = 1 − (π−1)q/(π−1+k−q). Variables π, k, s*, B, g.
    static PolynomialIdentity saddleLevel() {
        return new PolynomialIdentity(new int[] {2, 2, 2, 1, 1}, x -> {
            Rational top = less(x[0]).plus(x[1]);
            Rational sumOfU = x[2].times(x[1].plus(x[4]).minus(ONE));
            Rational inner = x[2].times(x[2]).plus(x[4].minus(ONE).times(x[3]));
            Rational value = inner.minus(sumOfU.times(x[2]).over(top)).over(less(x[0]));
            Rational stated = x[4].minus(ONE)
                    .times(top.times(x[3]).minus(x[2].times(x[2])))
                    .plus(less(x[0]).times(x[2]).times(x[2]));
            return value.times(less(x[0])).times(top).minus(stated);
        });
    }

    private static Rational less(Rational pi) {
        return pi.minus(ONE);
    }

    /// m = π s*/(π−1+k).
    private static Rational mean(Rational pi, Rational k, Rational sStar) {
        return pi.times(sStar).over(less(pi).plus(k));
    }

    /// āᵢ = (m − a*ᵢ)/(π−1).
    private static Rational spuriousEntry(Rational pi, Rational k, Rational sStar, Rational entry) {
        return mean(pi, k, sStar).minus(entry).over(less(pi));
    }

    /// āᵀa* = (m s* − B)/(π−1) for x = (π, k, s*, B).
    private static Rational alignment(Rational[] x) {
        return mean(x[0], x[1], x[2]).times(x[2]).minus(x[3]).over(less(x[0]));
    }

    /// ‖ā‖² = (k m² − 2 m s* + B)/(π−1)².
    private static Rational square(Rational[] x) {
        Rational mean = mean(x[0], x[1], x[2]);
        Rational sum =
                x[1].times(mean).times(mean).minus(mean.times(x[2]).times(2)).plus(x[3]);
        return sum.over(less(x[0]).times(less(x[0])));
    }

    /// 4πL for r = 1, a* = (1, 1), a = (entry, entry).
    private static Rational lossOfPair(Rational pi, Rational entry, Rational g) {
        Rational two = Rational.of(2);
        Rational sum = entry.times(2);
        return loss(pi, sum, two, sum.times(entry), two, sum, g);
    }

    /// 4πL for r = 1.
    private static Rational loss(
            Rational pi, Rational s, Rational sStar, Rational a, Rational b, Rational d, Rational g) {
        return scaledLoss(new Rational[] {ONE, s, sStar, a, b, d, g, pi}, g);
    }

    /// 4πL = (rs − s*)² + (π−1)(r²A − 2rd + B) + 2r(π−g)d for x = (r, s, s*, A, B, d, ·, π).
    private static Rational scaledLoss(Rational[] x, Rational g) {
        Rational sigma = x[0].times(x[1]).minus(x[2]);
        Rational delta =
                x[0].times(x[0]).times(x[3]).minus(x[0].times(x[5]).times(2)).plus(x[4]);
        return sigma.times(sigma)
                .plus(less(x[7]).times(delta))
                .plus(x[0].times(x[7].minus(g)).times(x[5]).times(2));
    }
}
