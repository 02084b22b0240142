package lemmata.audit;

import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.smoothing.NoiseMoments;
import org.apfloat.Apfloat;

/// C2's quadratic form in the oracle's arithmetic and the textbook's letters, for moments and coordinates of a* taken
/// as exact: λ₁ = m₂(π−1+k)/2π, β₁ = (m₂(π−1+k) − m₁k − h + m₁)a₁/2π, λ₂ = m₂(π−1)/2π, β₂ = (m₂(π−1) − h + m₁)a₂/2π.
record ExactForm(Apfloat along, Apfloat pullAlong, Apfloat across, Apfloat pullAcross) {

    private static final Apfloat ONE = Oracle.exact(1);

    static ExactForm of(Target target, NoiseMoments moments) {
        Apfloat m1 = ONE.add(Oracle.exact(moments.m1Excess().value()));
        Apfloat m2 = ONE.add(Oracle.exact(moments.m2Excess().value()));
        Apfloat h = Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
        Apfloat turn = Oracle.pi().multiply(Oracle.exact(2));
        Apfloat k = Oracle.exact(target.k());
        Apfloat less = Oracle.pi().subtract(ONE);
        Apfloat along = m2.multiply(less.add(k));
        Apfloat across = m2.multiply(less);
        Apfloat pullAlong = along.subtract(m1.multiply(k)).subtract(h).add(m1);
        Apfloat pullAcross = across.subtract(h).add(m1);
        return new ExactForm(
                along.divide(turn),
                pullAlong.multiply(Oracle.exact(target.along())).divide(turn),
                across.divide(turn),
                pullAcross.multiply(Oracle.exact(target.across())).divide(turn));
    }

    /// The moments as if they were exact.
    static NoiseMoments exact(NoiseMoments moments) {
        return new NoiseMoments(
                Bounded.exact(moments.m1Excess().value()),
                Bounded.exact(moments.m2Excess().value()),
                Bounded.exact(moments.hDeficit().value()),
                Bounded.exact(moments.kappa().value()));
    }

    /// The inner product at e less c‖e‖².
    Apfloat excess(double x, double y, double rest, double c) {
        return term(along, pullAlong, x, c)
                .add(term(across, pullAcross, y, c))
                .add(term(across, Oracle.exact(0), rest, c));
    }

    /// ¼[β₁²/(λ₁−c) + β₂²/(λ₂−c)]; the first term alone for one patch.
    Apfloat slack(int k, double c) {
        Apfloat first = pullAlong.multiply(pullAlong).divide(along.subtract(Oracle.exact(c)));
        Apfloat second =
                k == 1 ? Oracle.exact(0) : pullAcross.multiply(pullAcross).divide(across.subtract(Oracle.exact(c)));
        return first.add(second).divide(Oracle.exact(4));
    }

    private static Apfloat term(Apfloat stiffness, Apfloat pull, double e, double c) {
        Apfloat exact = Oracle.exact(e);
        return stiffness.subtract(Oracle.exact(c)).multiply(exact).add(pull).multiply(exact);
    }
}
