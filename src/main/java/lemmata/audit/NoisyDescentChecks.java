package lemmata.audit;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.model.Perturbation;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// What dynamics.PerturbedGradientDescent claims of single steps, as checks of any implementation; for means see
/// [StepMeans].
public final class NoisyDescentChecks {

    /// P-GD by gradient, generator and seed: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Maker {
        /// The algorithm.
        Algorithm of(Gradient gradient, Generator generator, long seed);
    }

    /// A step of a drawn case.
    private record Case(Draw draw) {

        Teacher teacher() {
            return draw.unscaled().teacher();
        }

        Student from() {
            return draw.unscaled().unitStudent();
        }

        Reading reading() {
            return PopulationGradientChecks.reading(draw);
        }

        Stage stage() {
            return new Stage(radius(331), radius(332), DescentChecks.eta(draw), 1);
        }

        /// 0, or between 1/20 and 20.
        private double radius(int tag) {
            return draw.uniform(tag) < 0.1 ? 0 : Functions.exp(6 * draw.uniform(tag + 10) - 3);
        }

        Generator generator() {
            return draw.uniform(333) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
        }

        long seed() {
            return PhiloxChecks.word(draw, 334);
        }

        long trial() {
            return PhiloxChecks.word(draw, 335);
        }

        /// Any step of a run of 2⁴⁰ words.
        long t() {
            return (PhiloxChecks.word(draw, 336) >>> 24) / words();
        }

        /// ⌈d/2⌉ + 1 for each of both balls, and an even number in all.
        private long words() {
            long all = (draw.p() + 1) / 2 + 1 + (draw.k() + 1) / 2 + 1;
            return all + all % 2;
        }

        /// The perturbed student, by the words that are step t's own.
        Student perturbed(Stage stage) {
            Words noise = new Words(generator(), seed(), Words.NOISE);
            long first = t() * words();
            double[] xi = Ball.point(noise, trial(), first, draw.p(), stage.rhoW());
            double[] epsilon = Ball.point(noise, trial(), first + (draw.p() + 1) / 2 + 1, draw.k(), stage.rhoA());
            return Perturbation.of(from(), Spaces.filterDisplacement("xi", xi), Spaces.output("epsilon", epsilon));
        }

        Student after(Maker maker, Gradient gradient, Stage stage) {
            return maker.of(gradient, generator(), seed()).step(from(), stage, trial(), t());
        }
    }

    private NoisyDescentChecks() {}

    /// S1: the poster's update with ξ ∈ R^p, in 250 digits: gradient at (w + ξ, a + ε), P and Π at w, within the bounds
    /// of PopulationGradient/S2 and GradientDescent/S1.
    public static Check update(Maker maker) {
        return draw -> {
            Case here = new Case(draw);
            Stage stage = here.stage();
            Student moved = here.perturbed(stage);
            PopulationGradient gradient = new PopulationGradient(here.teacher(), here.reading());
            Student after = here.after(maker, gradient, stage);
            ExactSlope exact = ExactSlope.of(here.reading(), here.teacher(), moved);
            double length = Math.sqrt(Oracle.dot(exact.w(), exact.w()).doubleValue());
            return OptionalDouble.of(DescentChecks.ratio(
                    after,
                    exact.step(here.from(), stage.eta()),
                    stage.eta(),
                    length,
                    Vectors.length(gradient.filterError(moved)),
                    gradient.outputError(moved)));
        };
    }

    /// S2: the gradient is asked at the point that the words of step t of the trial give, and for that trial and step;
    /// the same bits again on many threads; without noise GD bit for bit.
    public static Check pure(Maker maker) {
        return draw -> {
            Case here = new Case(draw);
            Stage stage = here.stage();
            Student moved = here.perturbed(stage);
            PopulationGradient gradient = new PopulationGradient(here.teacher(), here.reading());
            Gradient asked = (at, trial, step) -> {
                boolean right = at.equals(moved) && trial == here.trial() && step == here.t();
                return gradient.at(right ? at : here.from(), trial, step);
            };
            Student after = new GradientDescent((at, trial, step) -> gradient.at(moved, trial, step))
                    .step(here.from(), stage, here.trial(), here.t());
            boolean same = IntStream.range(0, 4)
                    .parallel()
                    .allMatch(i -> here.after(maker, asked, stage).equals(after));
            Stage quiet = DescentChecks.quiet(stage.eta());
            Student still = new GradientDescent(gradient).step(here.from(), quiet, here.trial(), here.t());
            return Check.exactly(same && here.after(maker, gradient, quiet).equals(still));
        };
    }

    /// S4: a*, a and ρ_a times c give a⁺ times c, and the w-step of a gradient ∇_w times c²; bit for bit for c = 2ᵐ.
    public static Check scales(Maker maker) {
        return draw -> {
            Case here = new Case(draw);
            Stage stage = here.stage();
            double c = Math.scalb(1, (int) (17 * draw.uniform(337)) - 8);
            Teacher teacher = here.teacher();
            Gradient gradient = new PopulationGradient(teacher, here.reading());
            Gradient steeper = (at, trial, step) -> {
                Slope slope = gradient.at(at, trial, step);
                return new Slope(Vectors.map(x -> c * c * x, slope.w()), slope.a());
            };
            Student expected = here.after(maker, steeper, stage);
            Teacher large = new Teacher(teacher.w(), Vectors.map(x -> c * x, teacher.a()));
            Student from = new Student(
                    here.from().w(), Vectors.map(x -> c * x, here.from().a()));
            Student found = maker.of(new PopulationGradient(large, here.reading()), here.generator(), here.seed())
                    .step(from, new Stage(stage.rhoW(), c * stage.rhoA(), stage.eta(), 1), here.trial(), here.t());
            return Check.exactly(found.equals(new Student(expected.w(), Vectors.map(x -> c * x, expected.a()))));
        };
    }

    /// S3: Π changes v = w − ηP_w∇_w by ‖v‖ − 1 ≤ η²‖P_w∇_w‖²/2.
    public static Check secondOrder(Maker maker) {
        return draw -> {
            Case here = new Case(draw);
            Stage stage = here.stage();
            Gradient gradient = new PopulationGradient(here.teacher(), here.reading());
            double[] w = here.from().w();
            double[] slope = gradient.at(here.perturbed(stage), 0, 0).w();
            double[] tangent = Vectors.rejection(w, Spaces.filterDisplacement("slope", slope));
            double size = stage.eta() * Vectors.length(tangent);
            double[] straight = Vectors.map((x, y) -> x - stage.eta() * y, w, tangent);
            double gap =
                    DescentChecks.distance(here.after(maker, gradient, stage).w(), straight);
            double rounding = 2 * DescentChecks.filterBound(draw.p(), stage.eta(), Vectors.length(slope), 0, 1)
                    + 0x1p-49 * stage.eta() * Vectors.length(slope);
            return OptionalDouble.of(gap / (size * size / 2 + rounding));
        };
    }
}
