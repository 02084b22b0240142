package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.loss.Angle;
import lemmata.loss.SphereProjection;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;

/// The mean gradient of P-GD over its noise: with it GD takes the mean step of P-GD at every point.
///
/// Without noise the exact gradient, to rounding. The filter's part is tangent already.
/// **Source.** smoothing.SmoothedGradient.
///
/// @param teacher of the loss
/// @param reading of the gradient at the perturbed point
/// @param noise p and ρ_w; the noise on the output weights drops out
public record SmoothedSlope(Teacher teacher, Reading reading, BallNoise noise) implements Gradient {

    @Override
    @Statement("dynamics.GradientDescent/S1")
    public Slope at(Student student, long trial, long step) {
        Student point = new Student(SphereProjection.project(student.w()), student.a());
        NoiseMoments moments = NoiseMoments.of(reading, noise, Angle.between(point.w(), teacher.w()));
        return new Slope(
                SmoothedGradient.filter(teacher, point, moments), SmoothedGradient.output(teacher, point, moments));
    }
}
