package lemmata.dynamics;

import java.util.ArrayList;
import java.util.List;
import lemmata.claim.FilterSpace;
import lemmata.claim.OutputSpace;
import lemmata.claim.Statement;
import lemmata.model.InvalidField;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.RoundOff;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// The gradient of the loss of a mini-batch of fresh Gaussian inputs: an unbiased sample of the population gradient.
///
/// ∇_{aⱼ} = mean of R σ(zⱼᵀw), ∇_w = mean of R Σⱼ aⱼ 1{zⱼᵀw > 0} zⱼ, R = Σⱼ aⱼσ(zⱼᵀw) − a*ⱼσ(zⱼᵀw*)
///
/// Zero, up to rounding, for every input at the teacher itself; σ′(0) = 0. **Words.** Domain [Words#INPUTS]; a sample
/// has m = 2⌈kp/4⌉ words, sample n of step t those from (tb + n)m on, coordinate i of patch j being its normal draw jp
/// + i. **Shapes.** Results of length p and k. **Accuracy.** Entries are within those of [#error]. **Source.**
/// dynamics.MiniBatchGradient.
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
    public record Sums(Slope slope, double spread) {}

    /// The gradient with its spread, sample by sample, patch by patch.
    Sums sums(Student student, long trial, long step) {
        int p = student.p();
        double @FilterSpace [] w = student.w();
        double @OutputSpace [] a = student.a();
        double @FilterSpace [] slopeW = Vectors.map(entry -> 0.0, w);
        double @OutputSpace [] slopeA = Vectors.map(entry -> 0.0, a);
        double spread = 0;
        double[] hidden = new double[a.length];
        List<double[]> z = patches(a.length, w);
        long perSample = words(p, a.length);
        for (int sample = 0; sample < batch; sample++) {
            long first = 2 * perSample * (step * batch + sample);
            double residual = 0;
            for (int j = 0; j < a.length && j < aStar.length && j < hidden.length; j++) {
                double[] patch = z.get(j);
                Gaussian.fill(patch, words, trial, first + (long) j * p);
                hidden[j] = Math.max(Vectors.fusedDot(patch, w), 0);
                residual = Math.fma(a[j], hidden[j], residual);
                residual = Math.fma(-aStar[j], Math.max(Vectors.fusedDot(patch, wStar), 0), residual);
            }
            for (int j = 0; j < a.length && j < slopeA.length && j < hidden.length; j++) {
                slopeA[j] = Math.fma(residual, hidden[j], slopeA[j]);
                double active = hidden[j] > 0 ? residual * a[j] : 0;
                spread = Math.fma(active, active, spread);
                double[] patch = z.get(j);
                for (int i = 0; i < slopeW.length && i < patch.length; i++) {
                    slopeW[i] = Math.fma(active, patch[i], slopeW[i]);
                }
            }
        }
        double share = 1.0 / batch;
        return new Sums(
                new Slope(Vectors.map(entry -> entry * share, slopeW), Vectors.map(entry -> entry * share, slopeA)),
                spread * (share * share));
    }

    /// Bounds on the errors of the entries of [#at], next to the exact gradient for the inputs and the point as they
    /// are.
    ///
    /// γ times the sums of magnitudes |R| ≤ S = Σⱼ (|aⱼ||zⱼ|ᵀ|w| + |a*ⱼ||zⱼ|ᵀ|w*|), γ of 2p + 2k + bk + 3 roundings; a
    /// patch whose sign is in doubt counts in full.
    @Statement("dynamics.MiniBatchGradient/S1")
    public Slope error(Student student, long trial, long step) {
        int p = student.p();
        double @FilterSpace [] w = Vectors.map(Math::abs, student.w());
        double @OutputSpace [] a = Vectors.map(Math::abs, student.a());
        double @FilterSpace [] star = Vectors.map(Math::abs, wStar);
        double @FilterSpace [] boundW = Vectors.map(entry -> RoundOff.UNDERFLOW, w);
        double @OutputSpace [] boundA = Vectors.map(entry -> RoundOff.UNDERFLOW, a);
        double gamma = (1 + 0x1p-6) * RoundOff.U * (2.0 * p + 2.0 * a.length + (double) batch * a.length + 3);
        List<double[]> z = patches(a.length, w);
        long perSample = words(p, a.length);
        for (int sample = 0; sample < batch; sample++) {
            long first = 2 * perSample * (step * batch + sample);
            double residual = 0;
            for (int j = 0; j < a.length && j < aStar.length; j++) {
                Gaussian.fill(z.get(j), words, trial, first + (long) j * p);
                double[] size = Vectors.map(Math::abs, z.get(j));
                residual += a[j] * Vectors.fusedDot(size, w) + Math.abs(aStar[j]) * Vectors.fusedDot(size, star);
            }
            residual /= batch;
            for (int j = 0; j < a.length && j < boundA.length; j++) {
                double[] size = Vectors.map(Math::abs, z.get(j));
                double most = Vectors.fusedDot(size, w);
                boolean inDoubt = Math.abs(Vectors.fusedDot(z.get(j), student.w())) <= gamma * most;
                double factor = (inDoubt ? 1 : gamma) * residual * a[j];
                boundA[j] += gamma * residual * most;
                for (int i = 0; i < boundW.length && i < size.length; i++) {
                    boundW[i] += factor * size[i];
                }
            }
        }
        return new Slope(boundW, boundA);
    }

    /// k arrays of the length of w.
    private static List<double[]> patches(int k, double[] w) {
        List<double[]> patches = new ArrayList<>();
        while (patches.size() < k) {
            patches.add(new double[w.length]);
        }
        return patches;
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
