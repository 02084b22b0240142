package lemmata.audit;

import java.util.function.Supplier;

/// The exact identities of the chapter dissipativity, for properties in other packages, as in [Identity].
public enum DissipativityIdentity {
    /// FilterDissipativity/S1, in D, c.
    FILTER_FORM(DissipativityIdentities::filterForm),
    /// OutputDissipativity/S1, in π, k, m₁, m₂, h, 1ᵀe, 1ᵀa*, eᵀe, eᵀa*.
    OUTPUT_FORM(DissipativityIdentities::outputForm),
    /// SmoothedEquilibrium/S2, in π, k, s*, B, m₁, h.
    EQUILIBRIUM_PARTS(DissipativityIdentities::equilibriumParts),
    /// SmoothedEquilibrium/S2, in π, k, s*, B, m₁, h.
    EQUILIBRIUM_LEVEL(DissipativityIdentities::equilibriumLevel);

    private final Supplier<PolynomialIdentity> identity;

    DissipativityIdentity(Supplier<PolynomialIdentity> identity) {
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
