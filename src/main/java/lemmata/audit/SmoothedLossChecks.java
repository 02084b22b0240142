package lemmata.audit;

import java.util.OptionalDouble;
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

/// Whether the mean field of a reading descends a function, smoothing.SmoothedGradient/S5 and S6, as checks.
public final class SmoothedLossChecks {

    /// Parts of a loop on which κ is taken at both ends.
    private static final int PARTS = 64;

    private SmoothedLossChecks() {}

    /// S5, in a: the output gradient of RADIAL is the central difference of L̄, which is quadratic in a, so of any
    /// step: L̄ is evaluated in oracle arithmetic from the closed form, and all slack is the gradient's bound.
    public static Check outputDifferences(SmoothedGradientChecks.Gradient output) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Teacher teacher = draw.teacher();
            Student student = draw.unitStudent();
            NoiseMoments moments = SmoothedGradientChecks.moments(draw);
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
        Apfloat s = SmoothedGradientChecks.sum(a);
        Apfloat d = Oracle.dot(a, aStar);
        Apfloat m1 = Oracle.exact(moments.m1Excess().value()).add(one);
        Apfloat m2 = Oracle.exact(moments.m2Excess().value()).add(one);
        Apfloat h = Oracle.pi().subtract(Oracle.exact(moments.hDeficit().value()));
        Apfloat own = s.multiply(s).add(Oracle.pi().subtract(one).multiply(Oracle.dot(a, a)));
        Apfloat mixed = m1.multiply(
                        s.multiply(SmoothedGradientChecks.sum(aStar)).subtract(d))
                .add(h.multiply(d));
        return m2.multiply(own).subtract(two.multiply(mixed)).divide(Oracle.pi().multiply(Oracle.exact(4)));
    }
}
