package lemmata.simd;

import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The stages of [FullStages] on vectors: the operations of dynamics.Algorithm, dynamics.PopulationGradient and
/// [lemmata.rng.Ball] in their order, lane by lane.
final class VectorFull implements FullStages {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final int WIDTH = FullBlock.WIDTH;

    VectorFull() {}

    @Override
    public List<Stage> perturbFilter(FullBlock block) {
        return List.of(
                (step, at) -> scale(block, 0, block.p, block.rhoW),
                (step, at) -> perturb(block, 0, block.w, block.wTilde, block.p));
    }

    @Override
    public List<Stage> perturbOutput(FullBlock block) {
        int first = block.outputNoise();
        return List.of(
                (step, at) -> scale(block, first, block.k, block.rhoA),
                (step, at) -> perturb(block, first, block.a, block.aTilde, block.k));
    }

    @Override
    public List<Stage> sums(FullBlock block) {
        return List.of((step, at) -> filterSums(block), (step, at) -> outputSums(block));
    }

    @Override
    public List<Stage> exactDescend(FullBlock block) {
        return List.of(
                (step, at) -> exactOutput(block), (step, at) -> filterSlope(block), (step, at) -> descendFilter(block));
    }

    @Override
    public Stage filter(FullBlock block) {
        return (step, at) -> descendFilter(block);
    }

    @Override
    public Stage output(FullBlock block) {
        return (step, at) -> descendOutput(block);
    }

    /// ρ²/2T, T the sum of the exponentials of the words of a ball.
    private static void scale(FullBlock block, int from, int d, double radius) {
        int last = from + (d + 1 >> 1) * WIDTH;
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector total = DoubleVector.zero(DOUBLES);
            for (int row = from + i; row < last; row += WIDTH) {
                total = total.add(load(block.exponential, row));
            }
            DoubleVector energy = load(block.exponential, last + i);
            if ((d & 1) == 1) {
                DoubleVector cosine = load(block.cosine, last + i);
                energy = energy.mul(cosine.mul(cosine).mul(0.5));
            }
            DoubleVector.broadcast(DOUBLES, radius * radius * 0.5)
                    .div(total.add(energy))
                    .intoArray(block.scale, i);
        }
    }

    private static void perturb(FullBlock block, int from, double[] point, double[] perturbed, int d) {
        for (int pair = 0; pair < d >> 1; pair++) {
            for (int i = 0; i < WIDTH; i += STEP) {
                int row = from + pair * WIDTH + i;
                int at = 2 * pair * WIDTH + i;
                DoubleVector length =
                        load(block.exponential, row).mul(load(block.scale, i)).sqrt();
                load(point, at)
                        .add(length.mul(load(block.cosine, row)))
                        .intoArray(perturbed, at);
                load(point, at + WIDTH)
                        .add(length.mul(load(block.sine, row)))
                        .intoArray(perturbed, at + WIDTH);
            }
        }
        if ((d & 1) == 1) {
            for (int i = 0; i < WIDTH; i += STEP) {
                int row = from + (d >> 1) * WIDTH + i;
                int at = (d - 1) * WIDTH + i;
                DoubleVector length =
                        load(block.exponential, row).mul(load(block.scale, i)).sqrt();
                load(point, at)
                        .add(length.mul(load(block.cosine, row)))
                        .intoArray(perturbed, at);
            }
        }
    }

    private static void filterSums(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector cosine = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                cosine = load(block.wTilde, at).fma(all(block.wStar[j]), cosine);
            }
            DoubleVector minus = cosine.neg();
            DoubleVector square = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                DoubleVector across = minus.fma(all(block.wStar[j]), load(block.wTilde, at));
                square = across.fma(across, square);
            }
            cosine.intoArray(block.frame.cosine, i);
            square.intoArray(block.frame.square, i);
        }
    }

    private static void outputSums(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector s = DoubleVector.zero(DOUBLES);
            DoubleVector d = DoubleVector.zero(DOUBLES);
            DoubleVector norm = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector a = load(block.aTilde, at);
                s = s.add(a);
                d = a.fma(all(block.aStar[j]), d);
                norm = a.fma(a, norm);
            }
            s.intoArray(block.frame.s, i);
            d.intoArray(block.frame.d, i);
            norm.intoArray(block.frame.norm, i);
        }
    }

    /// a ← a − η(own · ã + other · a* + common · 1), and its norm.
    private static void exactOutput(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector own = load(block.frame.own, i);
            DoubleVector other = load(block.frame.other, i);
            DoubleVector common = load(block.frame.common, i);
            DoubleVector minus = load(block.frame.eta, i).neg();
            DoubleVector size = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector slope = own.fma(load(block.aTilde, at), other.fma(all(block.aStar[j]), common));
                DoubleVector a = minus.fma(slope, load(block.a, at));
                size = a.fma(a, size);
                a.intoArray(block.a, at);
            }
            size.intoArray(block.frame.size, i);
        }
    }

    private static void filterSlope(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector alpha = load(block.frame.alpha, i);
            DoubleVector beta = load(block.frame.beta, i);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                alpha.fma(load(block.wTilde, at), beta.mul(all(block.wStar[j])).neg())
                        .intoArray(block.wTilde, at);
            }
        }
    }

    private static void descendOutput(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector minus = load(block.frame.eta, i).neg();
            DoubleVector size = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector a = minus.fma(load(block.aTilde, at), load(block.a, at));
                size = a.fma(a, size);
                a.intoArray(block.a, at);
            }
            size.intoArray(block.frame.size, i);
        }
    }

    private static void descendFilter(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector along = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                along = load(block.w, at).fma(load(block.wTilde, at), along);
            }
            DoubleVector eta = load(block.frame.eta, i);
            DoubleVector minus = eta.neg();
            DoubleVector back = along.neg();
            DoubleVector square = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                DoubleVector w = load(block.w, at);
                DoubleVector moved = minus.fma(back.fma(w, load(block.wTilde, at)), w);
                square = moved.fma(moved, square);
                moved.intoArray(block.wTilde, at);
            }
            DoubleVector inverse = all(1).div(square.sqrt()).blend(1, eta.eq(0));
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                load(block.wTilde, at).mul(inverse).intoArray(block.w, at);
            }
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(DOUBLES, from, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
