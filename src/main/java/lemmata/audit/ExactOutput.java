package lemmata.audit;

import lemmata.smoothing.NoiseMoments;
import lemmata.theorem.MeanPath;
import org.apfloat.Apfloat;

/// The mean step of theorem.OutputPath in 250 digits, for moments taken as exact.
record ExactOutput(MeanPath path, NoiseMoments moments) {

    private static final Apfloat ONE = Oracle.exact(1);
    private static final Apfloat TWO_PI = Oracle.pi().multiply(Oracle.exact(2));

    private Apfloat m1() {
        return ONE.add(Oracle.exact(moments.m1Excess().value()));
    }

    private Apfloat m2() {
        return ONE.add(Oracle.exact(moments.m2Excess().value()));
    }

    private Apfloat h() {
        return Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
    }

    private Apfloat k() {
        return Oracle.exact(path.problem().target().k());
    }

    private Apfloat after(Apfloat now, Apfloat stiffness, Apfloat pull) {
        Apfloat gradient = m2().multiply(stiffness).multiply(now).subtract(pull);
        return now.subtract(Oracle.exact(path.eta()).multiply(gradient).divide(TWO_PI));
    }

    private Apfloat top() {
        return Oracle.pi().subtract(ONE).add(k());
    }

    private Apfloat pullAlong() {
        return m1().multiply(k().subtract(ONE))
                .add(h())
                .multiply(Oracle.exact(path.problem().target().along()));
    }

    private Apfloat pullAcross() {
        return h().subtract(m1()).multiply(Oracle.exact(path.problem().target().across()));
    }

    Apfloat along(Apfloat x) {
        return after(x, top(), pullAlong());
    }

    Apfloat across(Apfloat y) {
        return after(y, Oracle.pi().subtract(ONE), pullAcross());
    }

    Apfloat restAlong() {
        return pullAlong().divide(m2().multiply(top()));
    }

    double bias() {
        Apfloat x = restAlong().subtract(Oracle.exact(path.problem().target().along()));
        Apfloat y = pullAcross()
                .divide(m2().multiply(Oracle.pi().subtract(ONE)))
                .subtract(Oracle.exact(path.problem().target().across()));
        return Math.sqrt(x.multiply(x).add(y.multiply(y)).doubleValue());
    }

    /// ηλ₁.
    Apfloat rate() {
        return Oracle.exact(path.eta()).multiply(m2()).multiply(top()).divide(TWO_PI);
    }
}
