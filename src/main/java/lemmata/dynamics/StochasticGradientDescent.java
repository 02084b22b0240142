package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.Student;

/// Stochastic gradient descent (SGD): GD by the gradient of a mini-batch of fresh inputs.
///
/// a ← a − η ∇_a L_t(w, a), w ← Π(w − η P_w ∇_w L_t(w, a)), L_t the mean over the batch of ½(f* − f)²
///
/// With decreasing η from stage to stage, SGD with step-size annealing. **Source.** dynamics.StochasticGradientDescent.
///
/// @param gradient of the mini-batch
public record StochasticGradientDescent(MiniBatchGradient gradient) implements Algorithm {

    @Override
    @Statement("dynamics.StochasticGradientDescent/S1")
    public Student step(Student student, Stage stage, long trial, long t) {
        return Algorithm.descend(student, gradient.at(student, trial, t), stage.eta());
    }
}
