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
import lemmata.num.Functions;
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

    /// Parts of a loop on which κ is taken at both ends.
    private static final int PARTS = 64;

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

    /// S5, in a: the output gradient of RADIAL is the central difference of L̄, which is quadratic in a, so of any
    /// step: L̄ is evaluated in oracle arithmetic from the closed form, and all slack is the gradient's bound.
    public static Check outputDifferences(Gradient output) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            NoiseMoments moments = moments(draw);
            int j = (int) (draw.uniform(145) * draw.k());
            Apfloat step = Oracle.exact(Vectors.length(student.a()) + Vectors.length(teacher.a()) + Double.MIN_NORMAL);
            Apfloat[] up = Oracle.exact(student.a());
            Apfloat[] down = Oracle.exact(student.a());
            up[j] = up[j].add(step);
            down[j] = down[j].subtract(step);
            Apfloat rise = smoothedLoss(teacher, up, moments).subtract(smoothedLoss(teacher, down, moments));
            Apfloat slope = rise.divide(step).divide(Oracle.exact(2));
            double bound = SmoothedGradient.outputError(teacher, student, moments)[j];
            double scale =
                    draw.k() * step.doubleValue() * (1 + moments.m2Excess().value());
            return OptionalDouble.of(
                    Oracle.ratio(output.at(teacher, student, moments)[j], slope, bound + Oracle.NOISE * scale));
        };
    }

    /// S6: bounds of the work of a reading's mean field on a loop, in units of 1/2π: φ from φ₁ to φ₂ with d = 1, back
    /// with d = 0, where nothing pulls w, and a along a* in between: ∫κ sin φ dφ − (h(φ₁) − h(φ₂)). The field is a
    /// gradient iff all these are 0. κ falls, so its values at the ends of the parts of the loop bound the integral.
    public static double[] work(
            ReadingChecks.Moments moments, Reading reading, BallNoise noise, double from, double to) {
        double least = 0;
        double most = 0;
        NoiseMoments first = moments.at(reading, noise, NoiseDraw.at(from));
        NoiseMoments here = first;
        for (int i = 1; i <= PARTS; i++) {
            double start = from + (to - from) * (i - 1) / PARTS;
            double end = from + (to - from) * i / PARTS;
            NoiseMoments next = moments.at(reading, noise, NoiseDraw.at(end));
            double run = 2 * Functions.sin((start + end) / 2) * Functions.sin((end - start) / 2);
            least += next.kappa().low() * run * (1 - 0x1p-48);
            most += here.kappa().high() * run * (1 + 0x1p-48);
            here = next;
        }
        Bounded fall = here.hDeficit().minus(first.hDeficit());
        return new double[] {least - fall.high(), most - fall.low()};
    }

    /// S6: on a drawn loop, a long one, the work of a gradient may be 0, that of the four others may not. Noise is
    /// between 1 and 4 there, p at most 8.
    public static Check loop(ReadingChecks.Moments moments, Reading reading) {
        return draw -> {
            double rho = 1 + 3 * draw.uniform(146);
            int p = 2 + (int) (7 * draw.uniform(147));
            double from = 0.3 * draw.uniform(148);
            double[] work = work(moments, reading, new BallNoise(p, rho), from, 1.3 + 0.3 * draw.uniform(149));
            boolean canVanish = work[0] <= 0 && work[1] >= 0;
            return Check.exactly(canVanish == reading.isGradient());
        };
    }

    /// 4πL̄ = m₂(s² + (π−1)‖a‖²) − 2m₁(s s* − d) − 2hd + const, over 4π; RADIAL.
    private static Apfloat smoothedLoss(Teacher teacher, Apfloat[] a, NoiseMoments moments) {
        Apfloat[] aStar = Oracle.exact(teacher.a());
        Apfloat one = Oracle.exact(1);
        Apfloat two = Oracle.exact(2);
        Apfloat s = sum(a);
        Apfloat d = Oracle.dot(a, aStar);
        Apfloat m1 = Oracle.exact(moments.m1Excess().value()).add(one);
        Apfloat m2 = Oracle.exact(moments.m2Excess().value()).add(one);
        Apfloat h = Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
        Apfloat own = s.multiply(s).add(Oracle.pi().subtract(one).multiply(Oracle.dot(a, a)));
        Apfloat mixed = m1.multiply(s.multiply(sum(aStar)).subtract(d)).add(h.multiply(d));
        return m2.multiply(own).subtract(two.multiply(mixed)).divide(Oracle.pi().multiply(Oracle.exact(4)));
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
    private static NoiseMoments moments(Draw draw) {
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

    private static Apfloat sum(Apfloat[] x) {
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
