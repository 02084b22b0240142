package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.rng.Ball;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// Perturbed gradient descent (P-GD), the poster's algorithm.
///
/// ξ ~ Unif(B^p(ρ_w)), ε ~ Unif(B^k(ρ_a)), w̃ = w + ξ, ã = a + ε,
/// a ← a − η ∇_a L(w̃, ã), w ← Π(w − η P_w ∇_w L(w̃, ã))
///
/// Without noise, GD. **Words.** Domain [Words#NOISE]; step t has the n = [#words] words tn … tn + n − 1: [Ball#words]
/// of p for ξ, then [Ball#words] of k for ε. **Source.** dynamics.PerturbedGradientDescent.
///
/// @param gradient of the population loss in a reading
/// @param generator of the noise
/// @param seed of the noise
public record PerturbedGradientDescent(Gradient gradient, Generator generator, long seed) implements Algorithm {

    @Override
    @Statement({
        "dynamics.PerturbedGradientDescent/S1",
        "dynamics.PerturbedGradientDescent/S2",
        "dynamics.PerturbedGradientDescent/S3",
        "dynamics.PerturbedGradientDescent/S4"
    })
    public Student step(Student student, Stage stage, long trial, long t) {
        Student perturbed = perturb(student, stage, new Words(generator, seed, Words.NOISE), trial, t);
        return Algorithm.descend(student, gradient.at(perturbed, trial, t), stage.eta());
    }

    /// (w + ξ_t, a + ε_t); the student itself if both radii are 0.
    static Student perturb(Student student, Stage stage, Words words, long trial, long t) {
        if (stage.rhoW() == 0 && stage.rhoA() == 0) {
            return student;
        }
        long first = t * words(student.p(), student.k());
        double @FilterSpace [] xi =
                Spaces.filterDisplacement("xi", Ball.point(words, trial, first, student.p(), stage.rhoW()));
        double @OutputSpace [] epsilon = Spaces.output(
                "epsilon", Ball.point(words, trial, first + Ball.words(student.p()), student.k(), stage.rhoA()));
        return Perturbation.of(student, xi, epsilon);
    }

    /// Words per step: those of both balls, rounded up to an even number, since Philox gives two at a time.
    public static long words(int p, int k) {
        return (long) Ball.words(p) + Ball.words(k) + 1 & -2;
    }
}
