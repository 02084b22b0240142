package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.Statement;
import lemmata.dynamics.Gradient.Slope;
import lemmata.model.Student;
import lemmata.num.Vectors;

/// One step of an algorithm, a pure function of the point, the stage of the schedule, the trial and the step's number.
@FunctionalInterface
public interface Algorithm {

    /// The point after step `t`, counted from 0 over all stages.
    Student step(Student student, Stage stage, long trial, long t);

    /// a ← a − η ∇_a, w ← Π(w − η P_w ∇_w), with P_w = I − wwᵀ and Π(v) = v/‖v‖.
    ///
    /// P_w and the sphere are those of the student itself, whatever the point of the gradient was.
    /// **Accuracy.** Working precision; ‖w‖ is within (p/2 + 4)u of 1 after it. **Source.**
    /// dynamics.GradientDescent/S1.
    @Statement("dynamics.GradientDescent/S1")
    static Student descend(Student student, Slope slope, double eta) {
        double @FilterSpace [] w = student.w();
        double along = Vectors.fusedDot(w, slope.w());
        double @FilterSpace [] moved = Vectors.map(
                (entry, gradient) -> Math.fma(-eta, Math.fma(-along, entry, gradient), entry), w, slope.w());
        double inverse = 1 / Math.sqrt(Vectors.fusedDot(moved, moved));
        return new Student(
                Vectors.map(entry -> entry * inverse, moved),
                Vectors.map((entry, gradient) -> Math.fma(-eta, gradient, entry), student.a(), slope.a()));
    }
}
