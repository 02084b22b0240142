package lemmata.dynamics;

import lemmata.loss.Angle;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;

/// The mean gradient of P-GD over its noise: GD along it takes the mean step of P-GD in a, and in w before Π.
///
/// Without noise the exact gradient, to rounding. The filter's part is tangent already.
/// **Source.** smoothing.SmoothedGradient.
///
/// @param teacher of the loss
/// @param reading of the gradient at the perturbed point
/// @param noise p and ρ_w; the noise on the output weights drops out
public record SmoothedSlope(Teacher teacher, Reading reading, BallNoise noise) implements Gradient {

    @Override
    public Slope at(Student student, long trial, long step) {
        Student point = new Student(SphereProjection.project(student.w()), student.a());
        NoiseMoments moments = NoiseMoments.of(reading, noise, Angle.between(point.w(), teacher.w()));
        return new Slope(
                SmoothedGradient.filter(teacher, point, moments), SmoothedGradient.output(teacher, point, moments));
    }
}
