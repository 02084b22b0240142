package lemmata.audit;

import java.util.Arrays;
import java.util.OptionalDouble;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Stage;
import lemmata.dynamics.StochasticGradientDescent;
import lemmata.loss.PopulationLoss;
import lemmata.model.ForwardPass;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.rng.Ball;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/// What dynamics.StochasticGradientDescent and dynamics.PerturbedStochasticGradientDescent claim, as checks of any
/// algorithm made from a gradient of mini-batches.
///
/// Shapes are folded to p ≤ 8 and k ≤ 12, batches have 1 … 4 inputs.
public final class StochasticChecks {

    /// Makes the algorithm.
    @FunctionalInterface
    public interface Stochastic {
        /// By mini-batches.
        Algorithm of(MiniBatchGradient gradient);
    }

    private StochasticChecks() {}

    /// S1 of both: the step is a − ηg_a, Π(w − ηP_w g_w) in 250 digits for the gradient g of the batch at (w, a) or,
    /// with the words of P-GD's noise, at (w + ξ, a + ε); its filter has norm 1 within (p/2 + 4)u.
    ///
    /// Bounds: for the filter (p + 12)u(1 + η‖g_w‖), for an entry of a u(2|a| + 2η|g|).
    public static Check step(Stochastic algorithm, boolean perturbed) {
        return draw -> {
            Case at = Case.of(draw);
            Student after = algorithm.of(at.gradient).step(at.student, at.stage, at.trial, at.t);
            Student point = perturbed ? at.perturbed() : at.student;
            Slope slope = at.gradient.at(point, at.trial, at.t);
            double size = 1 + at.stage.eta() * Vectors.length(slope.w());
            int p = at.student.p();
            double filter = Oracle.normRatio(after.w(), at.filter(slope.w()), (p + 12) * RoundOff.U * size);
            double norm = Math.abs(Vectors.dot(after.w(), after.w()).subtract(1).doubleValue());
            double output = 0;
            for (int j = 0; j < at.student.k(); j++) {
                double a = at.student.a()[j];
                double g = slope.a()[j];
                Apfloat exact =
                        Oracle.exact(a).subtract(Oracle.exact(at.stage.eta()).multiply(Oracle.exact(g)));
                double bound = 2 * RoundOff.U * (Math.abs(a) + at.stage.eta() * Math.abs(g));
                output = Math.max(output, Oracle.ratio(after.a()[j], exact, bound));
            }
            return OptionalDouble.of(Math.max(Math.max(filter, output), norm / ((p + 8) * RoundOff.U)));
        };
    }

    /// SGD/S1: the noise of the stage has no part in it.
    public static Check ignoresNoise(Stochastic algorithm) {
        return draw -> {
            Case at = Case.of(draw);
            Algorithm descent = algorithm.of(at.gradient);
            return Check.exactly(descent.step(at.student, at.stage, at.trial, at.t)
                    .equals(descent.step(at.student, at.quiet(), at.trial, at.t)));
        };
    }

    /// Perturbed SGD/S1: without noise SGD, bit for bit.
    public static Check quiet(Stochastic algorithm) {
        return draw -> {
            Case at = Case.of(draw);
            return Check.exactly(algorithm
                    .of(at.gradient)
                    .step(at.student, at.quiet(), at.trial, at.t)
                    .equals(new StochasticGradientDescent(at.gradient).step(at.student, at.quiet(), at.trial, at.t)));
        };
    }

    /// Perturbed SGD/S2: whether E_Z(f* − f)² is the squared error at Z = z, within both bounds, for p = k = 1, w = w*
    /// = 1, a* = 1, a = 0.
    public static boolean isErrorAt(double z) {
        Teacher teacher = new Teacher(Spaces.unit("w", 1), Spaces.output("a", 1));
        Student student = new Student(Spaces.filter("w", 1), Spaces.output("a", 0));
        double[][] input = {{z}};
        double output = ForwardPass.at(input, teacher.w(), teacher.a());
        double error = ForwardPass.error(input, teacher.w(), teacher.a());
        double mean = 2 * PopulationLoss.at(teacher, student);
        double allowed = 2 * PopulationLoss.error(teacher, student) + 3 * error * output + 4 * RoundOff.U;
        return Math.abs(output * output - mean) <= allowed;
    }

    /// A network of moderate size, a stage and an address.
    private record Case(Teacher teacher, Student student, MiniBatchGradient gradient, Stage stage, long trial, long t) {

        static Case of(Draw draw) {
            Draw near = new Draw(
                    1 + (draw.p() - 1) % 8,
                    1 + (draw.k() - 1) % 12,
                    draw.filter(),
                    draw.target(),
                    draw.weights(),
                    0,
                    0,
                    draw.seed());
            Generator generator = draw.uniform(330) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
            int batch = 1 + (int) (4 * draw.uniform(331));
            Teacher teacher = near.teacher();
            return new Case(
                    teacher,
                    near.unitStudent(),
                    new MiniBatchGradient(teacher, batch, generator, PhiloxChecks.word(draw, 332)),
                    new Stage(
                            3 * draw.uniform(333), 2 * draw.uniform(334), Functions.exp(6 * draw.uniform(335) - 4), 1),
                    PhiloxChecks.word(draw, 336),
                    PhiloxChecks.word(draw, 337) >>> 33);
        }

        Stage quiet() {
            return new Stage(0, 0, stage.eta(), stage.steps());
        }

        /// (w + ξ, a + ε) with the words that dynamics.PerturbedGradientDescent documents.
        Student perturbed() {
            int p = student.p();
            int k = student.k();
            Words words = new Words(gradient.generator(), gradient.seed(), Words.NOISE);
            long perStep = 2L * ((Ball.words(p) + Ball.words(k) + 1) / 2);
            double[] xi = Ball.point(words, trial, t * perStep, p, stage.rhoW());
            double[] epsilon = Ball.point(words, trial, t * perStep + Ball.words(p), k, stage.rhoA());
            return new Student(
                    Spaces.filter("w", Vectors.map(Double::sum, student.w(), xi)),
                    Spaces.output("a", Vectors.map(Double::sum, student.a(), epsilon)));
        }

        /// Π(w − ηP_w g).
        Apfloat[] filter(double[] g) {
            Apfloat[] w = Oracle.exact(student.w());
            Apfloat along = Oracle.dot(w, Oracle.exact(g));
            Apfloat eta = Oracle.exact(stage.eta());
            Apfloat[] moved = new Apfloat[w.length];
            Arrays.setAll(
                    moved, i -> w[i].subtract(eta.multiply(Oracle.exact(g[i]).subtract(along.multiply(w[i])))));
            Apfloat norm = ApfloatMath.sqrt(Oracle.dot(moved, moved));
            return Arrays.stream(moved).map(entry -> entry.divide(norm)).toArray(Apfloat[]::new);
        }
    }
}
