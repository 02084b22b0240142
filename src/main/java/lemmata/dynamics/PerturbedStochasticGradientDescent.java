package lemmata.dynamics;

import lemmata.claim.Statement;
import lemmata.model.Student;
import lemmata.rng.Words;

/// Perturbed mini-batch SGD: noise in the point, and a fresh mini-batch for the gradient there.
///
/// a ← a − η ∇_a L_t(w + ξ, a + ε), w ← Π(w − η P_w ∇_w L_t(w + ξ, a + ε))
///
/// Noise and inputs are independent. Without noise, SGD. **Words.** As P-GD for the noise.
/// **Source.** dynamics.PerturbedStochasticGradientDescent.
///
/// @param gradient of the mini-batch; its generator and seed are those of the noise too
public record PerturbedStochasticGradientDescent(MiniBatchGradient gradient) implements Algorithm {

    @Override
    @Statement({"dynamics.PerturbedStochasticGradientDescent/S1", "dynamics.PerturbedStochasticGradientDescent/S2"})
    public Student step(Student student, Stage stage, long trial, long t) {
        Words words = new Words(gradient.generator(), gradient.seed(), Words.NOISE);
        Student perturbed = PerturbedGradientDescent.perturb(student, stage, words, trial, t);
        return Algorithm.descend(student, gradient.at(perturbed, trial, t), stage.eta());
    }
}
