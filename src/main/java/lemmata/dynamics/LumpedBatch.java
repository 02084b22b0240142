package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.dynamics.LumpedChain.Place;
import lemmata.dynamics.MiniBatchGradient.Sums;
import lemmata.model.InvalidField;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// SGD and perturbed SGD as a Markov chain of (c, s, a): the filter's position to w*, and all output weights. A step
/// costs the same for every p but for one sum of p − 2 squared normal numbers.
///
/// A patch matters through x = zᵀw* and y = zᵀṽ, ṽ the direction of w̃ − (w̃ᵀw*)w*; the rest of ∇_w is normal and
/// isotropic with variance E², E² the sum of the squares of the factors R aⱼ/b of the active patches.
///
/// Runs on the network with p = 2 and w* = (1, 0) whose filter is (c, s). **Words.** Inputs: domain
/// [Words#LUMPED_INPUTS], as [MiniBatchGradient] with p = 2. Noise: domain [Words#LUMPED_NOISE], step t the [#words]
/// from tn on: exponentials and angle of ξ (0, 1), ⌈(p−2)/2⌉ for the rest of ∇_w, those of ε. **Source.**
/// dynamics.LumpedBatch.
public final class LumpedBatch implements Algorithm {

    private final int p;
    private final MiniBatchGradient gradient;
    private final Words words;

    /// @param p length of the filter that is lumped
    /// @param aStar output weights of the teacher
    /// @param batch number of inputs
    public LumpedBatch(int p, double @OutputSpace [] aStar, int batch, Generator generator, long seed) {
        this.p = p;
        this.gradient = new MiniBatchGradient(plane(aStar), batch, new Words(generator, seed, Words.LUMPED_INPUTS));
        this.words = new Words(generator, seed, Words.LUMPED_NOISE);
    }

    /// The teacher with p = 2 and w* = (1, 0).
    public static Teacher plane(double @OutputSpace [] aStar) {
        return new Teacher(Spaces.unit("w", 1, 0), aStar);
    }

    /// Words of noise per step.
    public static long words(int p, int k) {
        return 2L + normals(p) + Ball.words(k) + 1 & -2;
    }

    /// Words of the rest of ∇_w.
    static int normals(int p) {
        return Math.max(p - 1, 1) >> 1;
    }

    @Override
    @Statement("dynamics.LumpedBatch/S2")
    public Student step(Student student, Stage stage, long trial, long t) {
        long first = t * words(p, student.k());
        BallShadow xi = BallShadow.two(p, stage.rhoW(), words.word(trial, first), words.word(trial, first + 1));
        double[] normals = new double[Math.max(p - 2, 0)];
        Gaussian.fill(normals, words, trial, 2 * (first + 2));
        double @OutputSpace [] epsilon = stage.rhoA() == 0
                ? Vectors.map(entry -> -0.0, student.a()) // x + (−0) is x, its sign too
                : Spaces.output("epsilon", Ball.point(words, trial, first + 2 + normals(p), student.k(), stage.rhoA()));
        Sums sums = gradient.sums(perturb(student, xi, epsilon), trial, t);
        return step(student, xi, sums, normals, stage.eta());
    }

    /// The perturbed point in the plane of w* and ṽ: (c + ξ₁, s̃; a + ε), s̃² = (s + ξ₂)² + ‖ζ‖².
    @Statement("dynamics.LumpedBatch/S1")
    public static Student perturb(Student student, BallShadow xi, double @OutputSpace [] epsilon) {
        Place at = place(student.w());
        double plane = at.s() + xi.second();
        double sine = Math.sqrt(Math.fma(plane, plane, xi.rest()));
        return new Student(
                Spaces.filter("w", at.c() + xi.first(), sine), Vectors.map(Double::sum, student.a(), epsilon));
    }

    /// The student after a step with given noise and a given mini-batch.
    ///
    /// @param xi noise on the filter along w*, v and the rest
    /// @param sums of the mini-batch at [#perturb], z lumped to zᵀw* and zᵀṽ
    /// @param normals coordinates of the rest of ∇_w over E: first along (−sin χ, cos χ) in the plane of v and ζ, χ the
    ///     angle of ṽ there, then orthogonal to that plane; length max(p − 2, 0)
    @Statement("dynamics.LumpedBatch/S1")
    public Student step(Student student, BallShadow xi, Sums sums, double[] normals, double eta) {
        Place at = place(student.w());
        Place slope = place(sums.slope().w());
        double plane = at.s() + xi.second();
        double square = Math.fma(plane, plane, xi.rest());
        double sine = Math.sqrt(square);
        boolean turned = square > 0;
        double cosChi = turned ? plane / sine : 1;
        double sinChi = turned ? Math.sqrt(xi.rest()) / sine : 0;
        double across = p == 1 ? 0 : slope.s();
        double spread = Math.sqrt(sums.spread());
        double beside = normals.length > 0 ? spread * normals[0] : 0;
        double inPlane = Math.fma(across, cosChi, -(beside * sinChi));
        double out = Math.fma(across, sinChi, beside * cosChi);
        double rest = 0;
        for (int i = 1; i < normals.length; i++) {
            rest = Math.fma(normals[i], normals[i], rest);
        }
        double turn = Math.fma(at.c(), inPlane, -(at.s() * slope.c()));
        Place place = Place.of(at.c(), at.s(), turn, Math.fma(out, out, sums.spread() * rest), eta);
        return new Student(
                Spaces.filter("w", place.c(), place.s()),
                Vectors.map(
                        (entry, change) -> Math.fma(-eta, change, entry),
                        student.a(),
                        sums.slope().a()));
    }

    /// The two coordinates of a vector in the plane.
    private static Place place(double @FilterSpace [] w) {
        if (w.length < 2) {
            throw new InvalidField("w", "has length " + w.length + ": give its coordinates c and s");
        }
        return new Place(w[0], w[1]);
    }
}
