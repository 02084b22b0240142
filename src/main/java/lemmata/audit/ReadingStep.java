package lemmata.audit;

import lemmata.loss.Angle;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.loss.SphereProjection;
import lemmata.loss.TangentGradient;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.smoothing.Reading;

/// The gradients that P-GD takes at one perturbed point, reading by reading.
public final class ReadingStep {

    /// A step of the filter, or a mutant of it.
    @FunctionalInterface
    public interface Filter {
        /// P_w of the gradient at a perturbed student, w the filter before the perturbation.
        double[] at(Reading.Filter reading, Teacher teacher, double[] w, Student perturbed);
    }

    private ReadingStep() {}

    /// The gradient in the output weights at a perturbed student.
    public static double[] output(Reading.Output reading, Teacher teacher, Student perturbed) {
        return OutputGradient.at(
                teacher,
                switch (reading) {
                    case RADIAL -> perturbed;
                    case UNIT -> new Student(SphereProjection.project(perturbed.w()), perturbed.a());
                });
    }

    /// P_w of the gradient in the filter at a perturbed student, w the filter before the perturbation.
    public static double[] filter(Reading.Filter reading, Teacher teacher, double[] w, Student perturbed) {
        return switch (reading) {
            case NETWORK -> Vectors.rejection(w, FilterGradient.at(teacher, perturbed));
            case ANGLE -> {
                double psi = Angle.between(perturbed.w(), teacher.w()).psi();
                double d = Vectors.dot(perturbed.a(), teacher.a()).doubleValue();
                yield Vectors.map(x -> -psi * d / (2 * Math.PI) * x, Vectors.rejection(w, teacher.w()));
            }
            case NORMALISED -> {
                double r = Vectors.length(perturbed.w());
                double[] along = Vectors.map(x -> x / r, TangentGradient.at(teacher, perturbed));
                yield Vectors.rejection(w, Spaces.filterDisplacement("gradient", along));
            }
        };
    }

    /// A bound of the norm of the error of [#filter] for entries of size near 1: 64u of the gradient's terms.
    static double filterError(Teacher teacher, Student perturbed) {
        double r = Vectors.length(perturbed.w());
        double size = Vectors.length(perturbed.a()) * (Vectors.length(perturbed.a()) * r + Vectors.length(teacher.a()));
        return 0x1p-47 * perturbed.k() * size * (1 + 1 / r);
    }
}
