package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.model.Student;

/// What an algorithm takes for the gradient of the loss: exact, smoothed or sampled, all interchangeable.
@FunctionalInterface
public interface Gradient {

    /// The gradient at a student, a pure function of it, the trial and the step.
    ///
    /// @param student the point, on the sphere or, with noise, off it
    Slope at(Student student, long trial, long step);

    /// Both parts of a gradient.
    ///
    /// @param w ∇_w, length p, not yet projected
    /// @param a ∇_a, length k
    record Slope(double @FilterSpace [] w, double @OutputSpace [] a) {}
}
