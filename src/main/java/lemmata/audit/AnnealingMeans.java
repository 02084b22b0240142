package lemmata.audit;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.PerturbedGradientDescent;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.landscape.SpuriousOptimum;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// Mean tests of the noise that shakes the filter: squares of a tangent coordinate of single steps.
public final class AnnealingMeans {

    /// Shapes (p, k) that are tried.
    public static final List<int[]> SHAPES =
            List.of(new int[] {2, 1}, new int[] {3, 2}, new int[] {6, 25}, new int[] {4, 100});

    private static final Stage STAGE = new Stage(0.7, 1.9, 0.05, 1);

    /// A relative error of a square that roundings of a step do not reach: the step is 10⁻³ of w or more in the mean.
    private static final double ROUNDING = 0x1p-36;

    private AnnealingMeans() {}

    /// T of a stage.
    @FunctionalInterface
    public interface Temperature {
        /// For p and k.
        double of(Stage stage, int p, int k);
    }

    /// NoiseAnnealing/S3: of a step of P-GD from (w, 0) with a* = 0, (tᵀw′/ηwᵀw′)² for a unit t ⟂ w has mean 2T/η.
    ///
    /// It is (εᵀMε)²(tᵀξ)²/4π², so its variance is at most E(εᵀMε)⁴ E(tᵀξ)⁴/16π⁴, both moments exact: [#quartic].
    public static MeanTest temperature(Temperature temperature, int p, int k, long seed, int n) {
        Draw draw = new Draw(p, k, Draw.Filter.ANY, Draw.Target.ZERO, Draw.Weights.ZERO, 0, 0, 40 + p);
        Teacher teacher = draw.teacher();
        Student from = draw.unitStudent();
        double[] t = tangent(from.w(), draw.direction(521));
        PerturbedGradientDescent algorithm = new PerturbedGradientDescent(
                new PopulationGradient(teacher, Reading.POSTER), Generator.PHILOX, seed + k);
        double mean = 2 * temperature.of(STAGE, p, k) / STAGE.eta();
        double rho = STAGE.rhoW();
        double filter = 3 * rho * rho * rho * rho / ((p + 2.0) * (p + 4.0));
        double turns = 4 * Math.PI * Math.PI;
        return test(
                i -> {
                    double[] after = algorithm.step(from, STAGE, i, 0).w();
                    return Vectors.fusedDot(t, after) / (STAGE.eta() * Vectors.fusedDot(from.w(), after));
                },
                n,
                mean,
                quartic(k, STAGE.rhoA()) * filter / (turns * turns));
    }

    /// E(εᵀMε)⁴ = ρ⁸ E(zᵀMz)⁴/((k+2)(k+4)(k+6)(k+8)), z normal; the cumulants of zᵀMz are 2ⁿ⁻¹(n−1)! tr Mⁿ.
    private static double quartic(int k, double rho) {
        double top = Math.PI - 1 + k;
        double low = Math.PI - 1;
        double first = top + (k - 1) * low;
        double second = 2 * (top * top + (k - 1) * low * low);
        double third = 8 * (top * top * top + (k - 1) * low * low * low);
        double fourth = 48 * (top * top * top * top + (k - 1) * low * low * low * low);
        double moment = fourth
                + 4 * third * first
                + 3 * second * second
                + 6 * second * first * first
                + first * first * first * first;
        double rho4 = rho * rho * rho * rho;
        return rho4 * rho4 * moment / ((k + 2.0) * (k + 4.0) * (k + 6.0) * (k + 8.0));
    }

    /// The variance of a tangent coordinate at the spurious point.
    @FunctionalInterface
    public interface Variance {
        /// For mini-batches of b inputs.
        double of(Teacher teacher, int b);
    }

    /// StepSizeAnnealing/S2: (tᵀ∇_w)² at (−w*, ā) over mini-batches has the mean that is claimed.
    ///
    /// The fourth moment of a mean of b inputs is at most that of one, [SignPatterns#fourth].
    public static MeanTest variance(Variance variance, int p, Target target, int b, long seed, int n) {
        Teacher teacher = target.teacher(p);
        Student at = SpuriousOptimum.of(teacher);
        double[] t = new double[p];
        t[p - 1] = 1;
        MiniBatchGradient gradient = new MiniBatchGradient(teacher, b, Generator.PHILOX, seed);
        return test(
                i -> Vectors.fusedDot(t, gradient.at(at, i, 0).w()),
                n,
                variance.of(teacher, b),
                SignPatterns.of(teacher).fourth());
    }

    private static MeanTest test(LongToDoubleFunction x, int n, double mean, double variance) {
        double[] squares = LongStream.range(0, n)
                .parallel()
                .mapToDouble(x::applyAsDouble)
                .map(value -> value * value)
                .toArray();
        return MeanTest.of(squares, mean, ROUNDING * mean, variance, Run.FALSE_ALARM);
    }

    private static double[] tangent(double[] w, double[] direction) {
        double[] across = Vectors.rejection(Spaces.filter("w", w), Spaces.filter("t", direction));
        double length = Vectors.length(across);
        return Arrays.stream(across).map(entry -> entry / length).toArray();
    }
}
