package lemmata.dynamics;

import java.util.function.UnaryOperator;
import lemmata.audit.NoisyDescentChecks;
import lemmata.audit.PopulationGradientChecks;
import lemmata.dynamics.Gradient.Slope;
import lemmata.loss.SphereProjection;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.smoothing.Reading;

/// Gradients and steps of P-GD, each with one slip, that properties must reject.
final class WrongSteps {

    /// M and N without 11ᵀ.
    static final PopulationGradientChecks.Maker NO_SUM = (teacher, reading) -> (at, trial, step) -> {
        Slope right = new PopulationGradient(teacher, reading).at(at, trial, step);
        double r = reading.a() == Reading.Output.RADIAL ? Vectors.length(at.w()) : 1;
        double sums = r * PopulationGradient.sum(at.a()) - PopulationGradient.sum(teacher.a());
        double common = r * sums / (2 * Math.PI);
        return new Slope(right.w(), Vectors.map(x -> x - common, right.a()));
    };

    /// RADIAL × NETWORK whatever is asked for.
    static final PopulationGradientChecks.Maker POSTER_ONLY =
            (teacher, reading) -> new PopulationGradient(teacher, Reading.POSTER);

    /// The gradient at Π(w).
    static final PopulationGradientChecks.Maker ON_SPHERE =
            (teacher, reading) -> at(teacher, reading, x -> new Student(SphereProjection.project(x.w()), x.a()));

    /// The gradient at −w: π − φ for φ.
    static final PopulationGradientChecks.Maker OPPOSITE =
            (teacher, reading) -> at(teacher, reading, x -> new Student(Vectors.map(y -> 0 - y, x.w()), x.a()));

    /// Noise added to where the step ends.
    static final NoisyDescentChecks.Maker NOISE_AFTER = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Slope slope = gradient.at(from, trial, t);
        Student after = Algorithm.descend(from, slope, stage.eta());
        Student moved =
                PerturbedGradientDescent.perturb(after, stage, new Words(generator, seed, Words.NOISE), trial, t);
        return new Student(SphereProjection.project(moved.w()), moved.a());
    };

    /// P with w̃ in the place of w.
    static final NoisyDescentChecks.Maker PROJECTED_AT_MOVED =
            (gradient, generator, seed) -> (from, stage, trial, t) -> {
                Student moved = moved(from, stage, generator, seed, trial, t);
                Slope slope = gradient.at(moved, trial, t);
                Slope tangent = new Slope(Vectors.rejection(moved.w(), slope.w()), slope.a());
                return Algorithm.descend(from, tangent, stage.eta());
            };

    /// The step taken from w̃, ã.
    static final NoisyDescentChecks.Maker FROM_MOVED = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Student moved = moved(from, stage, generator, seed, trial, t);
        Student start = new Student(SphereProjection.project(moved.w()), moved.a());
        return Algorithm.descend(start, gradient.at(moved, trial, t), stage.eta());
    };

    /// ρ_w and ρ_a exchanged.
    static final NoisyDescentChecks.Maker RADII =
            staged(stage -> new Stage(stage.rhoA(), stage.rhoW(), stage.eta(), stage.steps()));

    /// No noise on the output weights.
    static final NoisyDescentChecks.Maker NO_EPSILON =
            staged(stage -> new Stage(stage.rhoW(), 0, stage.eta(), stage.steps()));

    /// Twice the step.
    static final NoisyDescentChecks.Maker DOUBLED =
            staged(stage -> new Stage(stage.rhoW(), stage.rhoA(), 2 * stage.eta(), stage.steps()));

    /// v in the place of Π(v).
    static final NoisyDescentChecks.Maker NOT_NORMALISED = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Slope slope = gradient.at(moved(from, stage, generator, seed, trial, t), trial, t);
        Student after = Algorithm.descend(from, slope, stage.eta());
        double along = Vectors.fusedDot(from.w(), after.w());
        return new Student(Vectors.map(x -> x / along, after.w()), after.a());
    };

    /// P forgotten.
    static final NoisyDescentChecks.Maker NOT_PROJECTED = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Slope slope = gradient.at(moved(from, stage, generator, seed, trial, t), trial, t);
        Student after = Algorithm.descend(from, slope, stage.eta());
        double[] straight = Vectors.map((x, y) -> x - stage.eta() * y, from.w(), slope.w());
        return new Student(SphereProjection.project(Spaces.filter("w", straight)), after.a());
    };

    /// Every entry of the noise normal, of deviation ρ.
    static final NoisyDescentChecks.Maker NORMAL = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        double[] xi = new double[from.p()];
        double[] epsilon = new double[from.k()];
        Gaussian.fill(xi, seed, 2 * trial, 64 * t);
        Gaussian.fill(epsilon, seed, 2 * trial + 1, 256 * t);
        Student moved = Perturbation.of(
                from,
                Spaces.filterDisplacement("xi", Vectors.map(x -> stage.rhoW() * x, xi)),
                Spaces.output("epsilon", Vectors.map(x -> stage.rhoA() * x, epsilon)));
        return Algorithm.descend(from, gradient.at(moved, trial, t), stage.eta());
    };

    /// Noise on the sphere of radius ρ.
    static final NoisyDescentChecks.Maker ON_THE_SPHERE = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Words words = new Words(generator, seed, Words.NOISE);
        double[] xi = Ball.onSphere(words, trial, 100 * t, from.p());
        double[] epsilon = Ball.onSphere(words, trial, 100 * t + 40, from.k());
        Student moved = Perturbation.of(
                from,
                Spaces.filterDisplacement("xi", Vectors.map(x -> stage.rhoW() * x, xi)),
                Spaces.output("epsilon", Vectors.map(x -> stage.rhoA() * x, epsilon)));
        return Algorithm.descend(from, gradient.at(moved, trial, t), stage.eta());
    };

    /// The noise of step 0 in every step.
    static final NoisyDescentChecks.Maker SAME_STEP = (gradient, generator, seed) -> (from, stage, trial, t) ->
            Algorithm.descend(from, gradient.at(moved(from, stage, generator, seed, trial, 0), trial, t), stage.eta());

    /// The noise of trial 0 in every trial.
    static final NoisyDescentChecks.Maker SAME_TRIAL = (gradient, generator, seed) -> (from, stage, trial, t) ->
            Algorithm.descend(from, gradient.at(moved(from, stage, generator, seed, 0, t), trial, t), stage.eta());

    /// The noise of another seed.
    static final NoisyDescentChecks.Maker SAME_SEED =
            (gradient, generator, seed) -> new PerturbedGradientDescent(gradient, generator, 1);

    /// The angle of the gradient in a is that of w: r̃ and g(φ) in the place of r̃ and g(φ̃).
    static final NoisyDescentChecks.Maker OLD_ANGLE = (gradient, generator, seed) -> (from, stage, trial, t) -> {
        Student moved = moved(from, stage, generator, seed, trial, t);
        double r = Vectors.length(moved.w());
        Student straight = new Student(Vectors.map(x -> r * x, from.w()), moved.a());
        return Algorithm.descend(
                from,
                new Slope(
                        gradient.at(moved, trial, t).w(),
                        gradient.at(straight, trial, t).a()),
                stage.eta());
    };

    private WrongSteps() {}

    /// The gradient times a factor.
    static PopulationGradientChecks.Maker times(double factor) {
        return (teacher, reading) -> (at, trial, step) -> {
            Slope right = new PopulationGradient(teacher, reading).at(at, trial, step);
            return new Slope(Vectors.map(x -> factor * x, right.w()), Vectors.map(x -> factor * x, right.a()));
        };
    }

    private static Gradient at(Teacher teacher, Reading reading, UnaryOperator<Student> elsewhere) {
        return (at, trial, step) -> new PopulationGradient(teacher, reading).at(elsewhere.apply(at), trial, step);
    }

    private static NoisyDescentChecks.Maker staged(UnaryOperator<Stage> change) {
        return (gradient, generator, seed) -> (from, stage, trial, t) ->
                new PerturbedGradientDescent(gradient, generator, seed).step(from, change.apply(stage), trial, t);
    }

    private static Student moved(Student from, Stage stage, Words.Generator generator, long seed, long trial, long t) {
        return PerturbedGradientDescent.perturb(from, stage, new Words(generator, seed, Words.NOISE), trial, t);
    }
}
