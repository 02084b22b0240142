package lemmata.audit;

import java.util.OptionalDouble;
import lemmata.loss.Angle;
import lemmata.loss.AngleKernel;
import lemmata.loss.OutputGradient;
import lemmata.loss.TangentGradient;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Bounded;
import lemmata.num.Vectors;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;

/// What the stem Reading claims, as checks of the moments and of the steps of the six readings.
public final class ReadingChecks {

    /// The moments of a reading, or a mutant of them.
    @FunctionalInterface
    public interface Moments {
        /// Its four numbers.
        NoiseMoments at(Reading reading, BallNoise noise, Angle angle);
    }

    private ReadingChecks() {}

    /// S2: without noise m₁ = m₂ = 1, π − h = π − g and κ = π−φ, for all six.
    public static Check quietMoments(Moments moments) {
        return draw -> {
            NoiseDraw any = NoiseDraw.of(draw).withRho(0);
            Angle angle = any.angle();
            double worst = 0;
            for (Reading reading : Reading.all()) {
                NoiseMoments quiet = moments.at(reading, any.noise(), angle);
                double one = Check.over(
                        Math.abs(quiet.m1Excess().value())
                                + Math.abs(quiet.m2Excess().value()),
                        Double.MIN_VALUE);
                double level = AngleKernel.piMinusG(angle);
                double deficit = apart(quiet.hDeficit(), level, AngleKernel.piMinusGError(angle));
                double kappa = apart(quiet.kappa(), angle.psi(), angle.psiError());
                worst = Math.max(worst, Math.max(one, Math.max(deficit, kappa)));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// S2: without ξ, and for any ã, the steps of all readings are ∇_a L(w, ã) and the tangent gradient at (w, ã).
    public static Check quietSteps(ReadingStep.Filter step) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student at = near.unitStudent();
            double[] tangent = TangentGradient.at(teacher, at);
            double filter = 0;
            for (Reading.Filter reading : Reading.Filter.values()) {
                double gap = distance(step.at(reading, teacher, at.w(), at), tangent);
                filter = Math.max(filter, Check.over(gap, ReadingStep.filterError(teacher, at)));
            }
            double output = distance(
                    ReadingStep.output(Reading.Output.RADIAL, teacher, at),
                    ReadingStep.output(Reading.Output.UNIT, teacher, at));
            double size = Vectors.length(at.a()) + Vectors.length(teacher.a());
            double allowed = 2 * Vectors.length(OutputGradient.error(teacher, at)) + 0x1p-48 * at.k() * size;
            return OptionalDouble.of(Math.max(filter, Check.over(output, allowed)));
        };
    }

    /// S3: over w = −w*, for drawn ξ and ã, P_w of the ANGLE step is exactly 0; that of NETWORK is not if ã ≠ 0, nor
    /// that of NORMALISED if d̃ ≠ 0.
    public static Check atOpposite(ReadingStep.Filter step) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            Draw near = draw.unscaled();
            Teacher teacher = near.teacher();
            Student at = opposite(teacher, near);
            double rho = Math.clamp(NoiseDraw.finite(draw).rho(), 1e-2, 1e2);
            Student moved =
                    Perturbation.of(at, NoiseSample.xi(near, 0, rho), NoiseSample.epsilon(near, 0, 0.1 + rho / 10));
            boolean still = Vectors.length(step.at(Reading.Filter.ANGLE, teacher, at.w(), moved)) == 0;
            double least = ReadingStep.filterError(teacher, moved);
            boolean network = Vectors.length(step.at(Reading.Filter.NETWORK, teacher, at.w(), moved)) > least;
            double d = Vectors.dot(moved.a(), teacher.a()).doubleValue();
            boolean aligned = Math.abs(d) > 0x1p-40 * Vectors.length(moved.a()) * Vectors.length(teacher.a());
            boolean normalised =
                    !aligned || Vectors.length(step.at(Reading.Filter.NORMALISED, teacher, at.w(), moved)) > 0;
            return Check.exactly(still && network && normalised);
        };
    }

    /// S3: the mean over ξ is 0 there: reflecting ξ at the axis of w, which leaves its law alone, reverses every step.
    /// The axis is the first one, so that reflecting is exact.
    public static Check reflected(ReadingStep.Filter step) {
        return draw -> {
            if (draw.p() == 1) {
                return OptionalDouble.empty();
            }
            double[] axis = new double[draw.p()];
            axis[0] = 1;
            Teacher teacher = new Teacher(
                    Spaces.unit("w", axis), draw.unscaled().teacher().a());
            Student at = opposite(teacher, draw);
            double rho = Math.clamp(NoiseDraw.finite(draw).rho(), 1e-2, 1e2);
            double[] xi = NoiseSample.xi(draw, 0, rho);
            double[] mirrored = Vectors.map(x -> 0 - x, xi);
            mirrored[0] = xi[0];
            Student one = Perturbation.of(at, Spaces.filterDisplacement("xi", xi), new double[draw.k()]);
            Student other = Perturbation.of(at, Spaces.filterDisplacement("xi", mirrored), new double[draw.k()]);
            double worst = 0;
            for (Reading.Filter reading : Reading.Filter.values()) {
                double[] here = step.at(reading, teacher, at.w(), one);
                double[] there = Vectors.map(x -> 0 - x, step.at(reading, teacher, at.w(), other));
                worst = Math.max(worst, Check.over(distance(here, there), 2 * ReadingStep.filterError(teacher, one)));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// −w* to the bit, and any weights.
    private static Student opposite(Teacher teacher, Draw draw) {
        return new Student(Vectors.map(x -> 0 - x, teacher.w()), Spaces.output("a", draw.gaussians(5, draw.k())));
    }

    private static double apart(Bounded value, double expected, double error) {
        return Check.over(Math.abs(value.value() - expected), value.error() + error);
    }

    private static double distance(double[] x, double[] y) {
        return Vectors.length(Vectors.map((first, second) -> first - second, x, y));
    }
}
