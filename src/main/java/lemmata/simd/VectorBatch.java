package lemmata.simd;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The passes of [BatchPasses] on vectors: the operations of dynamics.MiniBatchGradient in their order, lane by lane.
final class VectorBatch implements BatchPasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final int WIDTH = FullBlock.WIDTH;

    VectorBatch() {}

    @Override
    public Pass clear(BatchBlock batch) {
        return (step, at) -> {
            Arrays.fill(batch.slopeW, 0);
            Arrays.fill(batch.slopeA, 0);
            Arrays.fill(batch.spread, 0);
        };
    }

    @Override
    public List<Pass> add(BatchBlock batch) {
        return List.of(
                (step, at) -> forward(batch, batch.block),
                (step, at) -> output(batch, batch.block),
                (step, at) -> filter(batch, batch.block));
    }

    @Override
    public Pass finish(BatchBlock batch) {
        return (step, at) -> {
            scale(batch.slopeW, batch.block.wTilde, batch.share);
            scale(batch.slopeA, batch.block.aTilde, batch.share);
        };
    }

    /// σ(zⱼᵀw̃) and R.
    private static void forward(BatchBlock batch, FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector residual = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.k; j++) {
                DoubleVector student = DoubleVector.zero(DOUBLES);
                DoubleVector teacher = DoubleVector.zero(DOUBLES);
                for (int l = 0, row = i; l < block.p; l++, at += WIDTH, row += WIDTH) {
                    DoubleVector z = load(batch.z, at);
                    student = z.fma(load(block.wTilde, row), student);
                    teacher = z.fma(all(block.wStar[l]), teacher);
                }
                DoubleVector hidden = student.max(0);
                hidden.intoArray(batch.hidden, j * WIDTH + i);
                residual = load(block.aTilde, j * WIDTH + i).fma(hidden, residual);
                residual = all(-block.aStar[j]).fma(teacher.max(0), residual);
            }
            residual.intoArray(batch.residual, i);
        }
    }

    /// Adds R σ(zⱼᵀw̃), and puts R ãⱼ in its place.
    private static void output(BatchBlock batch, FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector residual = load(batch.residual, i);
            DoubleVector spread = load(batch.spread, i);
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector hidden = load(batch.hidden, at);
                residual.fma(hidden, load(batch.slopeA, at)).intoArray(batch.slopeA, at);
                DoubleVector active = DoubleVector.zero(DOUBLES)
                        .blend(residual.mul(load(block.aTilde, at)), hidden.compare(VectorOperators.GT, 0));
                active.intoArray(batch.hidden, at);
                spread = active.fma(active, spread);
            }
            spread.intoArray(batch.spread, i);
        }
    }

    /// Adds R Σⱼ ãⱼ zⱼ over the active patches.
    private static void filter(BatchBlock batch, FullBlock block) {
        for (int l = 0; l < block.p; l++) {
            for (int i = 0; i < WIDTH; i += STEP) {
                DoubleVector slope = load(batch.slopeW, l * WIDTH + i);
                for (int j = 0, at = i, row = l * WIDTH + i; j < block.k; j++, at += WIDTH) {
                    slope = load(batch.hidden, at).fma(load(batch.z, row), slope);
                    row += block.p * WIDTH;
                }
                slope.intoArray(batch.slopeW, l * WIDTH + i);
            }
        }
    }

    private static void scale(double[] from, double[] to, double factor) {
        for (int i = 0; i < from.length; i += STEP) {
            load(from, i).mul(factor).intoArray(to, i);
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(DOUBLES, from, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
