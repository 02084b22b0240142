package lemmata.audit;

import java.util.function.Supplier;

/// The exact identities of the audit, for properties in other packages: whether one holds, and whether a wrong one
/// would.
public enum Identity {
    /// PopulationLoss/S2, in r, s, s*, A, B, d, g, π.
    EXPANDED_LOSS(PopulationLossChecks::expandedForm),
    /// OutputGradient/S3, in r, s, s*, aᵢ, a*ᵢ, g, π.
    TEXTBOOK_GRADIENT(GradientChecks::textbookForm),
    /// SpuriousOptimum/S1, in π, k, s*, a*ᵢ.
    SPURIOUS_SYSTEM(LandscapeIdentities::spuriousSystem),
    /// SpuriousOptimum/S1, in π, k, 1ᵀu, uᵢ.
    INVERSE(LandscapeIdentities::inverse),
    /// SpuriousOptimum/S3, in π, k, s*, B.
    SPURIOUS_LOSS(LandscapeIdentities::spuriousLoss),
    /// SpuriousOptimum/S4, in π, k, x, y for a* = (x, y, …, y).
    SPURIOUS_ALIGNMENT(LandscapeIdentities::spuriousAlignment),
    /// SpuriousOptimum/S4, in π, a*₁, a*₂, a*₃.
    SPURIOUS_ALIGNMENT_OF_THREE(LandscapeIdentities::spuriousAlignmentOfThree),
    /// SpuriousOptimum/S6, in π, g.
    WITNESS_DESCENT(LandscapeIdentities::witnessDescent),
    /// LocalMinimality/S1, in π, k, s*, B.
    SIGN_OF_ALIGNMENT(LandscapeIdentities::signOfAlignment),
    /// HalfSpaceMinimum/S1, in r, s, s*, A, B, d, g, π.
    HALF_SPACE_SHIFT(LandscapeIdentities::halfSpaceShift),
    /// LocalMinimality/S3, in π, k, s*, B, g, āᵀa*.
    DESCENT_VALUE(LandscapeIdentities::descentValue),
    /// CriticalPoints/S1, in π, k, s*, B, g.
    SADDLE_LEVEL(LandscapeIdentities::saddleLevel),
    /// FilterDissipativity/S1, in D, c.
    FILTER_FORM(DissipativityIdentities::filterForm),
    /// OutputDissipativity/S1, in π, k, m₁, m₂, h, 1ᵀe, 1ᵀa*, eᵀe, eᵀa*.
    OUTPUT_FORM(DissipativityIdentities::outputForm),
    /// SmoothedEquilibrium/S2, in π, k, s*, B, m₁, h.
    EQUILIBRIUM_PARTS(DissipativityIdentities::equilibriumParts),
    /// SmoothedEquilibrium/S2, in π, k, s*, B, m₁, h.
    EQUILIBRIUM_LEVEL(DissipativityIdentities::equilibriumLevel);

    private final Supplier<PolynomialIdentity> identity;

    Identity(Supplier<PolynomialIdentity> identity) {
        this.identity = identity;
    }

    /// Whether it holds for all values of its variables.
    public boolean holds() {
        return identity.get().holds();
    }

    /// Whether it would still hold if one side had the term factor · x₁^e₁ x₂^e₂ … too many.
    public boolean holdsWith(int factor, int... exponents) {
        PolynomialIdentity right = identity.get();
        return new PolynomialIdentity(right.degrees(), x -> {
                    Rational term = Rational.of(factor);
                    for (int i = 0; i < exponents.length; i++) {
                        for (int power = 0; power < exponents[i]; power++) {
                            term = term.times(x[i]);
                        }
                    }
                    return right.difference().apply(x).plus(term);
                })
                .holds();
    }
}
