package lemmata.simd;

import java.lang.invoke.MethodHandles;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lemmata.num.Polynomial;

/// The passes of [FullPasses] on vectors: the operations of dynamics.Algorithm, dynamics.PopulationGradient and
/// [lemmata.rng.Ball] in their order, lane by lane.
final class VectorFull implements FullPasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final int STEP = DOUBLES.length();
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    private static final int WIDTH = FullBlock.WIDTH;
    private static final double[] SINE = Polynomial.SINE.coefficients();
    private static final double[] COSINE = Polynomial.COSINE.coefficients();
    private static final int DEGREE = COSINE.length - 1;

    VectorFull() {}

    @Override
    public List<Pass> perturbFilter(FullBlock block, long[] words, int from) {
        NoisyPoint ball = new NoisyPoint(0, words, from, block.w, block.wTilde, block.wStar, block.frame.cosine);
        return List.of((step, at) -> scale(block, ball, block.rhoW), (step, at) -> perturb(block, ball));
    }

    @Override
    public List<Pass> perturbOutput(FullBlock block, long[] words, int from) {
        NoisyPoint ball =
                new NoisyPoint(block.outputNoise(), words, from, block.a, block.aTilde, block.aStar, block.frame.d);
        return List.of((step, at) -> scale(block, ball, block.rhoA), (step, at) -> perturb(block, ball));
    }

    @Override
    public List<Pass> sums(FullBlock block) {
        return List.of((step, at) -> filterSum(block), (step, at) -> outputSums(block));
    }

    @Override
    public Pass square(FullBlock block) {
        return (step, at) -> across(block);
    }

    @Override
    public List<Pass> exactDescend(FullBlock block) {
        return List.of((step, at) -> exactOutput(block), (step, at) -> exactFilter(block));
    }

    @Override
    public Pass filter(FullBlock block) {
        return (step, at) -> descendFilter(block);
    }

    @Override
    public Pass output(FullBlock block) {
        return (step, at) -> descendOutput(block);
    }

    /// ρ²/2T, T the sum of the exponentials of the words of a ball.
    private static void scale(FullBlock block, NoisyPoint ball, double radius) {
        int last = (ball.d() + 1 >> 1) * WIDTH;
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector total = DoubleVector.zero(DOUBLES);
            for (int row = i; row < last; row += WIDTH) {
                total = total.add(load(block.exponential, ball.row() + row));
            }
            DoubleVector energy = load(block.exponential, ball.row() + last + i);
            if ((ball.d() & 1) == 1) {
                DoubleVector x = quarter(LongVector.fromArray(LONGS, ball.words(), ball.from() + last + i));
                DoubleVector square = x.mul(x);
                DoubleVector even = all(COSINE[DEGREE]);
                DoubleVector odd = all(SINE[DEGREE]);
                for (int j = DEGREE - 1; j >= 0; j--) {
                    even = even.fma(square, all(COSINE[j]));
                    odd = odd.fma(square, all(SINE[j]));
                }
                DoubleVector cosine = even.sub(odd.mul(x));
                energy = energy.mul(cosine.mul(cosine).mul(0.5));
            }
            all(radius * radius * 0.5).div(total.add(energy)).intoArray(block.scale, i);
        }
    }

    /// point + noise, pair by pair, and its sums 1ᵀx, xᵀstar, ‖x‖².
    private static void perturb(FullBlock block, NoisyPoint ball) {
        double[] point = ball.point();
        double[] perturbed = ball.perturbed();
        double[] star = ball.star();
        int d = star.length;
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector scale = load(block.scale, i);
            DoubleVector sum = DoubleVector.zero(DOUBLES);
            DoubleVector dot = sum;
            DoubleVector norm = sum;
            for (int l = 0; l < d; l += 2) {
                int at = l * WIDTH + i;
                int row = (l >> 1) * WIDTH + i;
                LongVector word = LongVector.fromArray(LONGS, ball.words(), ball.from() + row);
                DoubleVector length = DoubleVector.fromArray(DOUBLES, block.exponential, ball.row() + row)
                        .mul(scale)
                        .sqrt();
                DoubleVector x = quarter(word);
                DoubleVector square = x.mul(x);
                DoubleVector even = all(COSINE[DEGREE]);
                DoubleVector odd = all(SINE[DEGREE]);
                for (int j = DEGREE - 1; j >= 0; j--) {
                    even = even.fma(square, DoubleVector.broadcast(DOUBLES, COSINE[j]));
                    odd = odd.fma(square, DoubleVector.broadcast(DOUBLES, SINE[j]));
                }
                odd = odd.mul(x);
                DoubleVector cosine = even.sub(odd)
                        .reinterpretAsLongs()
                        .lanewise(VectorOperators.XOR, word.and(Long.MIN_VALUE))
                        .reinterpretAsDoubles();
                DoubleVector entry = DoubleVector.fromArray(DOUBLES, point, at).add(length.mul(cosine));
                entry.intoArray(perturbed, at);
                sum = sum.add(entry);
                dot = entry.fma(DoubleVector.broadcast(DOUBLES, star[l]), dot);
                norm = entry.fma(entry, norm);
                if (l + 1 < d) {
                    DoubleVector sine = even.add(odd)
                            .reinterpretAsLongs()
                            .lanewise(
                                    VectorOperators.XOR,
                                    word.lanewise(VectorOperators.LSHL, 1).and(Long.MIN_VALUE))
                            .reinterpretAsDoubles();
                    entry = DoubleVector.fromArray(DOUBLES, point, at + WIDTH).add(length.mul(sine));
                    entry.intoArray(perturbed, at + WIDTH);
                    sum = sum.add(entry);
                    dot = entry.fma(DoubleVector.broadcast(DOUBLES, star[l + 1]), dot);
                    norm = entry.fma(entry, norm);
                }
            }
            dot.intoArray(ball.dot(), i);
            if (point == block.a) {
                sum.intoArray(block.frame.s, i);
                norm.intoArray(block.frame.norm, i);
            }
        }
    }

    /// 4θ/π − 1 of the upper half of a word.
    private static DoubleVector quarter(LongVector word) {
        return word.lanewise(VectorOperators.LSHR, 32)
                .and(0x3FFFFFFFL)
                .or(0x4330000000000000L)
                .reinterpretAsDoubles()
                .sub(0x1p52 + 0x1p29)
                .fma(all(0x1p-29), all(0x1p-30));
    }

    private static void filterSum(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector cosine = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                cosine = load(block.wTilde, at).fma(all(block.wStar[j]), cosine);
            }
            cosine.intoArray(block.frame.cosine, i);
        }
    }

    private static void across(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector minus = load(block.frame.cosine, i).neg();
            DoubleVector square = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                DoubleVector across = minus.fma(all(block.wStar[j]), load(block.wTilde, at));
                square = across.fma(across, square);
            }
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

    /// a ← a − η(own · ã + other · a* + common · 1), and its norm; two vectors at a time.
    private static void exactOutput(FullBlock block) {
        Frame frame = block.frame;
        double[] a = block.a;
        double[] aTilde = block.aTilde;
        for (int i = 0; i < WIDTH; i += 2 * STEP) {
            int next = i + STEP;
            DoubleVector own0 = load(frame.own, i);
            DoubleVector own1 = load(frame.own, next);
            DoubleVector other0 = load(frame.other, i);
            DoubleVector other1 = load(frame.other, next);
            DoubleVector common0 = load(frame.common, i);
            DoubleVector common1 = load(frame.common, next);
            DoubleVector minus0 = load(frame.eta, i).neg();
            DoubleVector minus1 = load(frame.eta, next).neg();
            VectorMask<Double> dead0 = minus0.eq(0);
            VectorMask<Double> dead1 = minus1.eq(0);
            DoubleVector size0 = DoubleVector.zero(DOUBLES);
            DoubleVector size1 = size0;
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector star = all(block.aStar[j]);
                DoubleVector slope0 = own0.fma(load(aTilde, at), other0.fma(star, common0));
                DoubleVector slope1 = own1.fma(load(aTilde, at + STEP), other1.fma(star, common1));
                DoubleVector old0 = load(a, at);
                DoubleVector old1 = load(a, at + STEP);
                DoubleVector moved0 = minus0.fma(slope0, old0).blend(old0, dead0);
                DoubleVector moved1 = minus1.fma(slope1, old1).blend(old1, dead1);
                size0 = moved0.fma(moved0, size0);
                size1 = moved1.fma(moved1, size1);
                moved0.intoArray(a, at);
                moved1.intoArray(a, at + STEP);
            }
            size0.intoArray(frame.size, i);
            size1.intoArray(frame.size, next);
        }
    }

    /// w ← Π(w − η(I − wwᵀ)(αw̃ − βw*)).
    private static void exactFilter(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector alpha = load(block.frame.alpha, i);
            DoubleVector beta = load(block.frame.beta, i);
            DoubleVector along = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
                DoubleVector slope = alpha.fma(
                        load(block.wTilde, at), beta.mul(all(block.wStar[j])).neg());
                slope.intoArray(block.wTilde, at);
                along = load(block.w, at).fma(slope, along);
            }
            descend(block, i, along);
        }
    }

    private static void descendOutput(FullBlock block) {
        for (int i = 0; i < WIDTH; i += STEP) {
            DoubleVector minus = load(block.frame.eta, i).neg();
            VectorMask<Double> dead = minus.eq(0);
            DoubleVector size = DoubleVector.zero(DOUBLES);
            for (int j = 0, at = i; j < block.k; j++, at += WIDTH) {
                DoubleVector old = load(block.a, at);
                DoubleVector a = minus.fma(load(block.aTilde, at), old).blend(old, dead);
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
            descend(block, i, along);
        }
    }

    /// The step of the filter along the slope in place of w̃, whose product with w is given.
    private static void descend(FullBlock block, int i, DoubleVector along) {
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
        DoubleVector inverse = all(1).div(square.sqrt());
        VectorMask<Double> dead = eta.eq(0);
        for (int j = 0, at = i; j < block.p; j++, at += WIDTH) {
            load(block.wTilde, at).mul(inverse).blend(load(block.w, at), dead).intoArray(block.w, at);
        }
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(DOUBLES, from, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
