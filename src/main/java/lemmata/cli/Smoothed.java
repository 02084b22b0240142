package lemmata.cli;

import java.util.stream.DoubleStream;
import lemmata.dissipativity.FilterDissipativity;
import lemmata.dissipativity.OutputDissipativity;
import lemmata.loss.Angle;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.SmoothedGradient;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What `evaluate` says of a teacher and a student under noise: the values of the lemma code, to the bit.
///
/// @param m1 m₁
/// @param m2 m₂
/// @param h h(φ)
/// @param kappa κ(φ)
/// @param w P_w E∇_w L
/// @param a E∇_a L
/// @param filterInner ⟨−P_w E∇_w L, w*−w⟩
/// @param filterCoefficient its quotient by ‖w−w*‖²
/// @param outputInner ⟨−E∇_a L, a*−a⟩
/// @param outputSlack the smallest γ_a at the angle of the line
record Smoothed(
        double m1,
        double m2,
        double h,
        double kappa,
        double[] w,
        double[] a,
        double filterInner,
        double filterCoefficient,
        double outputInner,
        double outputSlack) {

    /// Null if the line has no noise.
    ///
    /// @throws InvalidField if c_a is not admissible, or a value is beyond the range of `double`
    static @Nullable Smoothed of(Query query, Angle angle) {
        Query.Smoothing smoothing = query.smoothing();
        if (smoothing == null) {
            return null;
        }
        Teacher teacher = query.teacher();
        NoiseMoments moments = NoiseMoments.of(smoothing.reading(), smoothing.noise(teacher.p()), angle);
        return of(query, angle, moments, smoothing.ca()).finite();
    }

    private static Smoothed of(Query query, Angle angle, NoiseMoments moments, @Nullable Double ca) {
        Teacher teacher = query.teacher();
        Student student = query.student();
        OutputDissipativity condition = new OutputDissipativity(Target.of(teacher), moments);
        Displaced error = Displaced.of(teacher.a(), student.a());
        double d = Vectors.dot(student.a(), teacher.a()).doubleValue();
        return new Smoothed(
                moments.m1().value(),
                moments.m2().value(),
                moments.h().value(),
                moments.kappa().value(),
                SmoothedGradient.filter(teacher, student, moments),
                SmoothedGradient.output(teacher, student, moments),
                FilterDissipativity.inner(moments.kappa(), d, angle).value(),
                FilterDissipativity.coefficient(moments.kappa(), d, angle).value(),
                condition.inner(error.plane(), error.rest()).value(),
                condition.slack(ca == null ? condition.limit().value() / 2 : ca).value());
    }

    private Smoothed finite() {
        DoubleStream all = DoubleStream.of(m1, m2, h, kappa, filterInner, filterCoefficient, outputInner, outputSlack);
        boolean finite = all.allMatch(Double::isFinite)
                && DoubleStream.of(w).allMatch(Double::isFinite)
                && DoubleStream.of(a).allMatch(Double::isFinite);
        if (!finite) {
            throw new InvalidField("noise", "leads to values beyond the range of double: rescale the problem");
        }
        return this;
    }
}
