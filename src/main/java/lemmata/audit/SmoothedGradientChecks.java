package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import lemmata.loss.Angle;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What the stem SmoothedGradient claims, as checks of any implementation of the two mean gradients.
public final class SmoothedGradientChecks {

    /// A mean gradient: the lemma code or a mutant.
    @FunctionalInterface
    public interface Gradient {
        /// Its value for the moments of a reading.
        double[] at(Teacher teacher, Student student, NoiseMoments moments);
    }

    private SmoothedGradientChecks() {}

    /// S4: for exact moments drawn within the bounds of the given ones, every entry of the output gradient is within
    /// its bound of 1/2π · [m₂Ma − (m₁11ᵀ + (h−m₁)I)a*] in oracle arithmetic.
    public static Check outputAccuracy(Gradient output) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            NoiseMoments moments = moments(draw);
            Apfloat one = Oracle.exact(1);
            Apfloat m1 = within(moments.m1Excess(), draw, 141).add(one);
            Apfloat m2 = within(moments.m2Excess(), draw, 142).add(one);
            Apfloat h = Oracle.pi().subtract(within(moments.hDeficit(), draw, 143));
            Apfloat[] exact = outputGradient(teacher, student, m1, m2, h);
            double[] bound = SmoothedGradient.outputError(teacher, student, moments);
            double scale =
                    (1 + moments.m2Excess().value()) * (Vectors.length(student.a()) + Vectors.length(teacher.a()));
            return OptionalDouble.of(Math.max(
                    Oracle.ratio(output.at(teacher, student, moments), exact, bound),
                    Check.worth(draw, Vectors.length(bound), scale * draw.k())));
        };
    }

    /// S4: the filter gradient is within its bound in norm of −(d/2π) κ P_w w*, likewise.
    public static Check filterAccuracy(Gradient filter) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            NoiseMoments moments = moments(draw);
            Oracle oracle = new Oracle(teacher, student);
            Apfloat kappa = within(moments.kappa(), draw, 144);
            Apfloat factor = kappa.multiply(oracle.alignment())
                    .divide(Oracle.pi().multiply(Oracle.exact(-2)))
                    .divide(norm(teacher.w()));
            Apfloat[] exact = rejection(student.w(), teacher.w());
            Arrays.setAll(exact, i -> exact[i].multiply(factor));
            double bound = SmoothedGradient.filterError(teacher, student, moments);
            double scale = moments.kappa().value() * Vectors.length(student.a()) * Vectors.length(teacher.a());
            return OptionalDouble.of(Math.max(
                    Oracle.normRatio(filter.at(teacher, student, moments), exact, bound + Oracle.NOISE * scale),
                    Check.worth(draw, bound, scale)));
        };
    }

    /// S1, S2: without noise they are the gradients of the loss, for all readings.
    public static Check quiet(Gradient output, Gradient filter) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            Angle angle = Angle.between(student.w(), teacher.w());
            double[] plain = OutputGradient.at(teacher, student);
            double[] tangent = TangentGradient.at(teacher, student);
            // A student of norm 1 + e, |e| ≤ 8u, is one of norm 1 here.
            double size = Spaces.UNIT_TOLERANCE
                    * draw.k()
                    * (4 * Vectors.length(student.a()) + 4 * Vectors.length(teacher.a()));
            double worst = 0;
            for (Reading reading : Reading.all()) {
                NoiseMoments moments = NoiseMoments.of(reading, new BallNoise(draw.p(), 0), angle);
                double gap = distance(output.at(teacher, student, moments), plain);
                double bound = Vectors.length(OutputGradient.error(teacher, student))
                        + Vectors.length(SmoothedGradient.outputError(teacher, student, moments));
                double turn = distance(filter.at(teacher, student, moments), tangent);
                double turnBound = TangentGradient.error(teacher, student)
                        + SmoothedGradient.filterError(teacher, student, moments);
                worst = Math.max(worst, Math.max(Check.over(gap, bound + size), Check.over(turn, turnBound)));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S3: the filter gradient is the same for other weights of the same d, here a plus a vector that is orthogonal to
    /// a* without rounding.
    public static Check seesAlignmentOnly(Gradient filter) {
        return draw -> {
            if (draw.p() == 1 || draw.target() == Draw.Target.ZERO) {
                return OptionalDouble.empty();
            }
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student student = near.unitStudent();
            Student across = new Draw(
                            draw.p(),
                            draw.k(),
                            draw.filter(),
                            draw.target(),
                            Draw.Weights.ORTHOGONAL,
                            0,
                            0,
                            draw.seed())
                    .unitStudent();
            Student other =
                    new Student(student.w(), Vectors.map((own, side) -> own + 4 * side, student.a(), across.a()));
            NoiseMoments moments = moments(near);
            double rounding = 4 * 0x1p-53 * Vectors.length(other.a()) * Vectors.length(teacher.a());
            double bound = SmoothedGradient.filterError(teacher, student, moments)
                    + SmoothedGradient.filterError(teacher, other, moments)
                    + rounding * moments.kappa().value();
            double gap = distance(filter.at(teacher, student, moments), filter.at(teacher, other, moments));
            return OptionalDouble.of(Check.over(gap, bound));
        };
    }

    /// S1, S2: filters off the sphere and students of another shape are refused by the name of the field.
    public static Check refusals(Gradient gradient) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student student = near.unitStudent();
            NoiseMoments moments = moments(near);
            Student longer = new Student(Vectors.map(x -> 1.5 * x, student.w()), student.a());
            Student wider = new Student(student.w(), Spaces.output("a", new double[draw.k() + 1]));
            return Check.exactly(refuses("w", gradient, teacher, longer, moments)
                    && refuses("a", gradient, teacher, wider, moments));
        };
    }

    private static Apfloat[] outputGradient(Teacher teacher, Student student, Apfloat m1, Apfloat m2, Apfloat h) {
        Apfloat[] a = Oracle.exact(student.a());
        Apfloat[] aStar = Oracle.exact(teacher.a());
        Apfloat less = Oracle.pi().subtract(Oracle.exact(1));
        Apfloat common = m2.multiply(sum(a)).subtract(m1.multiply(sum(aStar)));
        Apfloat turn = Oracle.pi().multiply(Oracle.exact(2));
        Apfloat[] result = new Apfloat[a.length];
        for (int j = 0; j < a.length; j++) {
            Apfloat own = m2.multiply(less).multiply(a[j]);
            result[j] =
                    common.add(own).subtract(h.subtract(m1).multiply(aStar[j])).divide(turn);
        }
        return result;
    }

    /// The moments of a drawn reading at the student of the case.
    static NoiseMoments moments(Draw draw) {
        double rho = Math.clamp(NoiseDraw.finite(draw).rho(), 1e-6, 1e6);
        Reading reading = Reading.all().get((int) (6 * draw.uniform(140)));
        Angle angle = Angle.between(draw.unitStudent().w(), draw.teacher().w());
        return NoiseMoments.of(reading, new BallNoise(draw.p(), rho), angle);
    }

    /// The lower end, the middle or the upper end of what a bounded number may be.
    private static Apfloat within(Bounded number, Draw draw, int tag) {
        double side = Math.floor(3 * draw.uniform(tag)) - 1;
        return Oracle.exact(number.value()).add(Oracle.exact(side).multiply(Oracle.exact(number.error())));
    }

    static Apfloat sum(Apfloat[] x) {
        return Arrays.stream(x).reduce(Oracle.exact(0), Apfloat::add);
    }

    private static Apfloat norm(double[] x) {
        return ApfloatMath.sqrt(Oracle.dot(Oracle.exact(x), Oracle.exact(x)));
    }

    /// v − (vᵀw/wᵀw)w.
    private static Apfloat[] rejection(double[] w, double[] v) {
        Apfloat[] base = Oracle.exact(w);
        Apfloat[] result = Oracle.exact(v);
        Apfloat along = Oracle.dot(base, result).divide(Oracle.dot(base, base));
        Arrays.setAll(result, i -> result[i].subtract(along.multiply(base[i])));
        return result;
    }

    private static boolean refuses(
            String field, Gradient gradient, Teacher teacher, Student student, NoiseMoments moments) {
        try {
            gradient.at(teacher, student, moments);
            return false;
        } catch (InvalidField refused) {
            return refused.field().equals(field);
        }
    }

    private static double distance(double[] x, double[] y) {
        return Vectors.length(Vectors.map((first, second) -> first - second, x, y));
    }
}
