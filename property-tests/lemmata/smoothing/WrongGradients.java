package lemmata.smoothing;

import java.util.function.BiFunction;
import lemmata.audit.SmoothedGradientChecks.Gradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;

/// Mean gradients with one slip each, for the properties to reject.
final class WrongGradients {

    static final Gradient NO_NOISE_OUTPUT = (t, s, m) -> OutputGradient.at(t, s);
    static final Gradient NO_NOISE_FILTER = (t, s, m) -> TangentGradient.at(t, s);
    static final Gradient LOST_M1 = output((m, one) -> new NoiseMoments(one, m.m2Excess(), m.hDeficit(), m.kappa()));
    static final Gradient LOST_M2 = output((m, one) -> new NoiseMoments(m.m1Excess(), one, m.hDeficit(), m.kappa()));
    static final Gradient M1_FOR_M2 =
            output((m, one) -> new NoiseMoments(m.m1Excess(), m.m1Excess(), m.hDeficit(), m.kappa()));
    /// h for h − m₁: the −1 of g − 1 lost.
    static final Gradient LOST_ONE = output((m, one) ->
            new NoiseMoments(m.m1Excess(), m.m2Excess(), m.hDeficit().minus(m.m1()), m.kappa()));
    static final Gradient H_FOR_DEFICIT =
            output((m, one) -> new NoiseMoments(m.m1Excess(), m.m2Excess(), m.h(), m.kappa()));

    static final Gradient SIGN = (t, s, m) -> Vectors.map(x -> -x, SmoothedGradient.filter(t, s, m));
    static final Gradient SUPPLEMENT = (t, s, m) -> SmoothedGradient.filter(
            t,
            s,
            new NoiseMoments(
                    m.m1Excess(),
                    m.m2Excess(),
                    m.hDeficit(),
                    Bounded.exact(Math.PI).minus(m.kappa())));
    static final Gradient OWN_SIZE = (t, s, m) ->
            Vectors.map(x -> x * Vectors.length(s.a()) / Vectors.length(t.a()), SmoothedGradient.filter(t, s, m));
    static final Gradient UNPROJECTED = (t, s, m) -> {
        double factor = -m.kappa().value() * Vectors.dot(s.a(), t.a()).doubleValue() / (2 * Math.PI);
        return Vectors.map(x -> factor * x, t.w());
    };

    private static Gradient output(BiFunction<NoiseMoments, Bounded, NoiseMoments> change) {
        return (t, s, m) -> SmoothedGradient.output(t, s, change.apply(m, Bounded.exact(0)));
    }

    static Gradient times(double factor) {
        return (t, s, m) -> Vectors.map(x -> factor * x, SmoothedGradient.filter(t, s, m));
    }

    /// As if ‖ã‖² = ‖a‖² + ρ_a² for ‖a‖².
    static Gradient seeing(double rhoA) {
        return (t, s, m) -> {
            double size = Vectors.length(s.a());
            double factor = Math.sqrt(size * size + rhoA * rhoA) / size;
            return Vectors.map(x -> factor * x, SmoothedGradient.filter(t, s, m));
        };
    }

    static Gradient shifted(double rhoA) {
        return (t, s, m) -> SmoothedGradient.output(t, new Student(s.w(), Vectors.map(x -> x + rhoA, s.a())), m);
    }

    /// 1/2π · [m₂Ma − (m₁11ᵀ + (h−m₁)I)a*] as it stands.
    static double[] textbook(Teacher t, Student s, NoiseMoments m) {
        double m1 = m.m1().value();
        double m2 = m.m2().value();
        double sums =
                m2 * Vectors.sum(s.a()).doubleValue() - m1 * Vectors.sum(t.a()).doubleValue();
        return Vectors.map(
                (a, target) -> (sums + m2 * (Math.PI - 1) * a - (m.h().value() - m1) * target) / (2 * Math.PI),
                s.a(),
                t.a());
    }

    private WrongGradients() {}
}
