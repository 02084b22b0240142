package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Divergence;
import lemmata.dynamics.GradientDescent;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.PerturbedStochasticGradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.simd.Engine.Leg;
import lemmata.smoothing.Reading;

/// Outcome/S2: diverged runs stand still, and nothing overflows before.
public final class DivergenceChecks {

    /// Engines by algorithm and shape: the lemma code, or a mutant of it.
    @FunctionalInterface
    public interface Engines {
        /// The engine.
        Engine of(Algorithm algorithm, int p, int k);
    }

    private DivergenceChecks() {}

    /// S2: an unstable run, in one leg of 400 steps and another of 50, is the steps from points with ‖a‖² ≤ 10⁶⁰, and
    /// stays where the first other point is.
    public static Check freezes(Engines engines) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Student at = draw.unscaled().unitStudent();
            Algorithm algorithm = new GradientDescent(new PopulationGradient(teacher, Reading.POSTER));
            double eta = 2 * Math.PI / (Math.PI - 1 + draw.k()) * (2.5 + Functions.exp(8 * draw.uniform(413)));
            Engine engine = engines.of(algorithm, draw.p(), draw.k());
            double[] states = new double[engine.rows()];
            System.arraycopy(at.w(), 0, states, 0, draw.p());
            System.arraycopy(at.a(), 0, states, draw.p(), draw.k());
            engine.advance(states, 0, 1, new Leg(0, 0, eta, 0, 400));
            engine.advance(states, 0, 1, new Leg(0, 0, eta, 400, 50));
            int t = 0;
            while (t < 450 && Vectors.fusedDot(at.a(), at.a()) <= Divergence.LIMIT) {
                at = algorithm.step(at, DescentChecks.quiet(eta), 0, t);
                t++;
            }
            double[] expected = new double[states.length];
            System.arraycopy(at.w(), 0, expected, 0, draw.p());
            System.arraycopy(at.a(), 0, expected, draw.p(), draw.k());
            expected[draw.p() + draw.k()] = t;
            return Check.exactly(Arrays.equals(states, expected));
        };
    }

    /// S2: from ‖a‖ = 10³⁰, with ‖a*‖ = 10³⁰ and the largest noise and step size, a step ends on the sphere with ‖a‖ at
    /// most the limit.
    public static Check staysInRange(double limit) {
        return draw -> {
            double[] aStar = sized(draw.gaussians(414, draw.k()));
            Teacher teacher = new Teacher(draw.teacher().w(), Spaces.output("a", aStar));
            Student from = new Student(
                    draw.unscaled().unitStudent().w(), Spaces.output("a", sized(draw.gaussians(415, draw.k()))));
            Stage stage = new Stage(Stage.MAX, Stage.MAX, Stage.MAX, 1);
            PopulationGradient exact = new PopulationGradient(teacher, PopulationGradientChecks.reading(draw));
            MiniBatchGradient sampled = new MiniBatchGradient(teacher, 2, Generator.PHILOX, draw.seed());
            double largest = 0;
            double worst = 0;
            for (Algorithm algorithm : new Algorithm[] {
                new PerturbedGradientDescent(exact, Generator.PHILOX, draw.seed()),
                new PerturbedStochasticGradientDescent(sampled)
            }) {
                Student after = algorithm.step(from, stage, 0, 0);
                double excess = Vectors.norm(after.w()).subtract(1).doubleValue();
                largest = Math.max(largest, Vectors.length(after.a()));
                worst = Math.max(worst, Math.abs(excess) / DescentChecks.sphereError(draw.p()));
            }
            return OptionalDouble.of(Math.max(worst, largest / limit));
        };
    }

    /// Of norm 10³⁰.
    private static double[] sized(double[] x) {
        double length = Vectors.length(x);
        return Vectors.map(entry -> entry / length * 1e30, x);
    }
}
