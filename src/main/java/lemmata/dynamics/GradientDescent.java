package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.Student;

/// Gradient descent on the sphere (GD).
///
/// a ← a − η ∇_a L(w, a), w ← Π(w − η P_w ∇_w L(w, a))
///
/// Rests at a critical point. The noise of the stage is not looked at. **Source.** dynamics.GradientDescent.
///
/// @param gradient of the population loss, or of the smoothed one
public record GradientDescent(Gradient gradient) implements Algorithm {

    @Override
    @Statement({
        "dynamics.GradientDescent/S1",
        "dynamics.GradientDescent/S2",
        "dynamics.GradientDescent/S3",
        "dynamics.GradientDescent/S4"
    })
    public Student step(Student student, Stage stage, long trial, long t) {
        return Algorithm.descend(student, gradient.at(student, trial, t), stage.eta());
    }
}
