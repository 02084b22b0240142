package lemmata.dynamics;

import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// The gradient of the loss of a mini-batch of fresh Gaussian inputs: an unbiased sample of the population gradient.
///
/// ∇_{aⱼ} = mean of R σ(zⱼᵀw), ∇_w = mean of R Σⱼ aⱼ 1{zⱼᵀw > 0} zⱼ, R = Σⱼ aⱼσ(zⱼᵀw) − a*ⱼσ(zⱼᵀw*)
///
/// Zero for every input at the teacher itself. **Words.** Domain [Words#INPUTS]; a sample has m = 2⌈kp/4⌉ words, sample n
/// of step t those from (tb + n)m on, coordinate i of patch j being its normal draw jp + i.
/// **Shapes.** Results of length p and k. **Source.** dynamics.MiniBatchGradient.
public final class MiniBatchGradient implements Gradient {

    /// Largest batch.
    public static final int MAX_BATCH = 1 << 20;

    private final double @FilterSpace [] wStar;
    private final double @OutputSpace [] aStar;
    private final int batch;
    private final Words words;

    /// @param batch number b of inputs, in [1, [#MAX_BATCH]]
    /// @throws InvalidField naming `batch`
    public MiniBatchGradient(Teacher teacher, int batch, Generator generator, long seed) {
        this(teacher, batch, new Words(generator, seed, Words.INPUTS));
    }

    MiniBatchGradient(Teacher teacher, int batch, Words words) {
        requireBatch(batch);
        this.wStar = teacher.w();
        this.aStar = teacher.a();
        this.batch = batch;
        this.words = words;
    }

    /// The generator of the inputs.
    public Generator generator() {
        return words.generator();
    }

    /// The seed of the inputs.
    public long seed() {
        return words.seed();
    }

    @Override
    @Statement({"dynamics.MiniBatchGradient/S1", "dynamics.MiniBatchGradient/S2"})
    public Slope at(Student student, long trial, long step) {
        return sums(student, trial, step).slope;
    }

    /// What a mini-batch yields.
    ///
    /// @param slope the gradient
    /// @param spread sum of the squares of the factors R aⱼ/b that the active inputs zⱼ have in ∇_w
    record Sums(Slope slope, double spread) {}

    /// The gradient with its spread, sample by sample, patch by patch.
    Sums sums(Student student, long trial, long step) {
        int p = student.p();
        double @FilterSpace [] w = student.w();
        double @OutputSpace [] a = student.a();
        double @FilterSpace [] slopeW = Vectors.map(entry -> 0.0, w);
        double @OutputSpace [] slopeA = Vectors.map(entry -> 0.0, a);
        double spread = 0;
        double[] z = new double[a.length * p];
        double[] hidden = new double[a.length];
        long perSample = words(p, a.length);
        for (int sample = 0; sample < batch; sample++) {
            Gaussian.fill(z, words, trial, 2 * perSample * (step * batch + sample));
            double residual = 0;
            for (int j = 0; j < a.length; j++) {
                hidden[j] = Math.max(inner(z, j * p, w), 0);
                residual = Math.fma(a[j], hidden[j], residual);
                residual = Math.fma(-aStar[j], Math.max(inner(z, j * p, wStar), 0), residual);
            }
            for (int j = 0; j < a.length; j++) {
                slopeA[j] = Math.fma(residual, hidden[j], slopeA[j]);
                double active = hidden[j] > 0 ? residual * a[j] : 0;
                spread = Math.fma(active, active, spread);
                for (int i = 0; i < p; i++) {
                    slopeW[i] = Math.fma(active, z[j * p + i], slopeW[i]);
                }
            }
        }
        double share = 1.0 / batch;
        return new Sums(
                new Slope(
                        Vectors.map(entry -> entry * share, slopeW), Vectors.map(entry -> entry * share, slopeA)),
                spread * (share * share));
    }

    /// zⱼᵀw, zⱼ from an index on.
    private static double inner(double[] z, int from, double[] w) {
        double inner = 0;
        for (int i = 0; i < w.length; i++) {
            inner = Math.fma(z[from + i], w[i], inner);
        }
        return inner;
    }

    /// @throws InvalidField naming `batch`
    static void requireBatch(int batch) {
        if (batch < 1 || batch > MAX_BATCH) {
            throw new InvalidField("batch", batch + " is no batch size: give a number from 1 to " + MAX_BATCH);
        }
    }

    /// Words of one input: one per two coordinates, rounded up to an even number.
    public static long words(int p, int k) {
        return ((long) p * k + 3) / 4 * 2;
    }
}
