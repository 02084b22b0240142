package lemmata.cli;

import lemmata.dissipativity.OutputDissipativity;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;

/// The ellipsoid of errors e = a − a* inside which C2 with γ_a = 0 fails: the values of the lemma code, with bounds.
///
/// @param centreAlong e₁
/// @param centreAcross e₂
/// @param axisAlong √(γ_a/(λ₁−c_a))
/// @param axisAcross √(γ_a/(λ₂−c_a)); 0 for k = 1
record Ellipsoid(Bounded centreAlong, Bounded centreAcross, Bounded axisAlong, Bounded axisAcross) {

    /// That of a condition with the rate c_a.
    static Ellipsoid of(OutputDissipativity condition, double ca) {
        Bounded along = condition.stiffnessAlong().minus(Bounded.exact(ca));
        Bounded across = condition.stiffnessAcross().minus(Bounded.exact(ca));
        Bounded slack = condition.slack(ca);
        OutputDissipativity.Displacement centre = condition.worst(ca);
        OutputDissipativity.Displacement axes = condition.semiAxes(ca);
        boolean line = condition.target().k() == 1;
        Bounded none = Bounded.exact(0);
        return new Ellipsoid(
                bounded(centre.along(), condition.pullAlong().over(along.times(-2))),
                line ? none : bounded(centre.across(), condition.pullAcross().over(across.times(-2))),
                bounded(axes.along(), root(slack.over(along))),
                line ? none : bounded(axes.across(), root(slack.over(across))));
    }

    /// A value with the bound of the same number computed otherwise.
    private static Bounded bounded(double value, Bounded same) {
        return new Bounded(value, same.error()).widened(Math.abs(value - same.value()));
    }

    /// √x for x ≥ 0, which an error e of x moves by at most √e and at most e/√x.
    private static Bounded root(Bounded square) {
        double root = Math.sqrt(Math.max(square.value(), 0));
        double error = square.error() == 0 ? 0 : square.error() / Math.max(root, Math.sqrt(square.error()));
        return new Bounded(root, error).widened(RoundOff.U * root);
    }
}
