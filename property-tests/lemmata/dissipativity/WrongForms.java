package lemmata.dissipativity;

import lemmata.dissipativity.OutputDissipativity.Displacement;
import lemmata.model.Target;
import lemmata.num.Bounded;
import lemmata.num.RoundOff;
import lemmata.smoothing.NoiseMoments;

/// Wrong ways of computing the form and the constants of C2.
final class WrongForms {

    private static final Bounded NONE = Bounded.exact(0);

    private WrongForms() {}

    static Displacement twice(OutputDissipativity condition, double ca) {
        Displacement right = condition.worst(ca);
        return new Displacement(2 * right.along(), 2 * right.across());
    }

    /// The same without noise: m₁ = m₂ = 1.
    static OutputDissipativity quiet(OutputDissipativity condition) {
        NoiseMoments moments = condition.moments();
        return new OutputDissipativity(
                condition.target(), new NoiseMoments(NONE, NONE, moments.hDeficit(), moments.kappa()));
    }

    /// The same with h less its gain m₁−1.
    static OutputDissipativity kernelOnly(OutputDissipativity condition) {
        NoiseMoments moments = condition.moments();
        Bounded deficit = moments.hDeficit().plus(moments.m1Excess().times(Math.PI));
        return new OutputDissipativity(
                condition.target(), new NoiseMoments(moments.m1Excess(), moments.m2Excess(), deficit, moments.kappa()));
    }

    static Bounded acrossOnly(OutputDissipativity condition, double ca) {
        Bounded right = condition.slack(ca);
        double along = condition.pullAlong().value();
        double part = along * along / (4 * (condition.stiffnessAlong().value() - ca));
        return new Bounded(right.value() - part, right.error());
    }

    static Bounded cautious(OutputDissipativity condition, double ca) {
        return condition.slack(Math.min(ca, condition.limit().low() * (1 - RoundOff.U)));
    }

    static Bounded rounded(OutputDissipativity condition, double ca) {
        Bounded right = condition.slack(ca);
        return new Bounded((float) right.value(), right.error());
    }

    /// γ_a with β₁ = [m₂(π−1+k) − m₁(k−1) − h]a₁/2π and β₂ = [m₂(π−1) + m₁ − h]a₂/2π.
    static Bounded cancelling(OutputDissipativity condition, double ca) {
        NoiseMoments moments = condition.moments();
        Target target = condition.target();
        double m1 = moments.m1().value();
        double m2 = moments.m2().value();
        double h = moments.h().value();
        double first = (m2 * target.top() - m1 * (target.k() - 1) - h) * target.along() / (2 * Math.PI);
        double second = (m2 * (Math.PI - 1) + m1 - h) * target.across() / (2 * Math.PI);
        double along = first * first / (condition.stiffnessAlong().value() - ca);
        double across = target.k() == 1
                ? 0
                : second * second / (condition.stiffnessAcross().value() - ca);
        return new Bounded((along + across) / 4, condition.slack(ca).error());
    }
}
