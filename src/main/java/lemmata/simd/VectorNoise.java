package lemmata.simd;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lemmata.num.LaneFunctions;
import lemmata.num.Polynomial;
import lemmata.rng.SplitMix;
import lemmata.rng.Words.Generator;

/// The stages of [NoiseStages] on vectors: the operations of [LaneFunctions], [SplitMix] and [lemmata.rng.Philox] in
/// their order, lane by lane.
final class VectorNoise implements NoiseStages {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    private static final int STEP = DOUBLES.length();

    private static final double[] LOG = Polynomial.LOG.coefficients();
    private static final double[] SINE = Polynomial.SINE.coefficients();
    private static final double[] COSINE = Polynomial.COSINE.coefficients();
    private static final double[] EXPM1 = Polynomial.EXPM1.coefficients();

    private static final long LOW = 0xFFFFFFFFL;
    private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
    private static final long ONE = 0x3FF0000000000000L;
    /// Bits of 2⁵²: an integer below 2⁵² in the place of the mantissa adds to it.
    private static final long SHIFTED = 0x4330000000000000L;

    private static final double SHIFT = 0x1p52;

    VectorNoise() {}

    @Override
    public Stage words(Lanes lanes) {
        return lanes.source.generator() == Generator.SPLITMIX
                ? (step, at) -> splitMix(lanes, step)
                : (step, at) -> philox(lanes, step);
    }

    @Override
    public Stage exponentials(long[] words, int from, int shift, double[] out, int to, int n) {
        return (step, at) -> drawExponentials(words, from, shift, out, to, n);
    }

    @Override
    public Stage powers(long[] words, int from, int shift, int d, double[] out) {
        return d == 0
                ? (step, at) -> Arrays.fill(out, -1)
                : (step, at) -> drawPowers(words, from, shift, -(2.0 / d), out);
    }

    @Override
    public Stage circles(long[] words, int from, int shift, double[] cosine, double[] sine, int to, int n) {
        return (step, at) -> drawCircles(words, from, shift, cosine, sine, to, n);
    }

    @Override
    public Stage normals(long[] words, int from, double[] exponential, double[] out, int rows, int width) {
        return (step, at) -> drawNormals(words, from, exponential, out, rows, width);
    }

    @Override
    public Stage shadow(
            double[] total, double[] beyond, double[] cosine, double[] sine, double[] rest, DoubleSupplier radius) {
        return (step, at) -> drawShadow(total, beyond, cosine, sine, rest, radius.getAsDouble());
    }

    private static void splitMix(Lanes lanes, long step) {
        long[] starts = lanes.starts;
        long[] words = lanes.words;
        int width = lanes.width;
        for (int row = 0, out = 0; row < lanes.rows; row++) {
            for (int deep = 0; deep < lanes.depth; deep++, out += width) {
                long offset = ((step + deep) * lanes.rows + row + 1) * SplitMix.GAMMA;
                for (int lane = 0; lane < width; lane += STEP) {
                    LongVector z = LongVector.fromArray(LONGS, starts, lane).add(offset);
                    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                            .mul(SplitMix.FIRST);
                    z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27))
                            .mul(SplitMix.SECOND);
                    z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31))
                            .intoArray(words, out + lane);
                }
            }
        }
    }

    /// Two words of a block at a time: rows 2b and 2b+1.
    private static void philox(Lanes lanes, long step) {
        long[] keys = lanes.keys;
        long[] words = lanes.words;
        int width = lanes.width;
        int size = width * lanes.depth;
        LongVector ramp = LongVector.zero(LONGS).addIndex(1);
        for (int row = 0; row < lanes.rows; row += 2) {
            for (int deep = 0; deep < lanes.depth; deep++) {
                long index = (long) lanes.source.domain() << 48 | (step + deep) * lanes.rows + row >> 1;
                int out = row * size + deep * width;
                for (int lane = 0; lane < width; lane += STEP) {
                    LongVector c0 = LongVector.broadcast(LONGS, index);
                    LongVector c1 = LongVector.broadcast(LONGS, index >>> 32);
                    LongVector c2 = ramp.add(lanes.firstTrial + lane);
                    LongVector c3 = c2.lanewise(VectorOperators.LSHR, 32);
                    for (int round = 0; round < 2 * Lanes.PHILOX_ROUNDS; round += 2) {
                        LongVector product0 = c0.and(LOW).mul(0xD2511F53L);
                        LongVector product1 = c2.and(LOW).mul(0xCD9E8D57L);
                        c0 = product1
                                .lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, c1)
                                .lanewise(VectorOperators.XOR, keys[round]);
                        c2 = product0
                                .lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, c3)
                                .lanewise(VectorOperators.XOR, keys[round + 1]);
                        c1 = product1;
                        c3 = product0;
                    }
                    c0.and(LOW).or(c1.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + lane);
                    c2.and(LOW).or(c3.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + size + lane);
                }
            }
        }
    }

    private static void drawExponentials(long[] words, int from, int shift, double[] out, int to, int n) {
        for (int i = 0; i < n; i += STEP) {
            LongVector bits = LongVector.fromArray(LONGS, words, from + i)
                    .lanewise(VectorOperators.LSHR, shift)
                    .and(LOW)
                    .or(SHIFTED)
                    .reinterpretAsDoubles()
                    .sub(SHIFT - 0.5)
                    .reinterpretAsLongs();
            DoubleVector exponent = bits.lanewise(VectorOperators.LSHR, 52)
                    .or(SHIFTED)
                    .reinterpretAsDoubles()
                    .sub(SHIFT + (1023 + 32));
            DoubleVector t = bits.and(MANTISSA).or(ONE).reinterpretAsDoubles().sub(1.5);
            DoubleVector value = polynomial(LOG, t);
            exponent.fma(DoubleVector.broadcast(DOUBLES, -LaneFunctions.LN2), value.neg())
                    .intoArray(out, to + i);
        }
    }

    private static void drawPowers(long[] words, int from, int shift, double exponent, double[] out) {
        drawExponentials(words, from, shift, out, 0, out.length);
        for (int i = 0; i < out.length; i += STEP) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, out, i).mul(exponent);
            DoubleVector rounder = DoubleVector.broadcast(DOUBLES, LaneFunctions.ROUNDER);
            DoubleVector shifted = x.fma(DoubleVector.broadcast(DOUBLES, LaneFunctions.LOG2_E), rounder);
            DoubleVector whole = shifted.sub(rounder);
            DoubleVector r = whole.fma(
                    DoubleVector.broadcast(DOUBLES, -LaneFunctions.LN2_LOW),
                    whole.fma(DoubleVector.broadcast(DOUBLES, -LaneFunctions.LN2_HIGH), x));
            DoubleVector power = shifted.reinterpretAsLongs()
                    .add(1023)
                    .lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector value = polynomial(EXPM1, r);
            power.fma(r.mul(value), power.sub(1)).intoArray(out, i);
        }
    }

    private static void drawCircles(long[] words, int from, int shift, double[] cosine, double[] sine, int to, int n) {
        for (int i = 0; i < n; i += STEP) {
            LongVector word = LongVector.fromArray(LONGS, words, from + i).lanewise(VectorOperators.LSHR, shift);
            DoubleVector x = quarter(word);
            DoubleVector square = x.mul(x);
            DoubleVector even = polynomial(COSINE, square);
            DoubleVector odd = polynomial(SINE, square).mul(x);
            signed(even.sub(odd), word, 32).intoArray(cosine, to + i);
            signed(even.add(odd), word, 33).intoArray(sine, to + i);
        }
    }

    private static void drawNormals(
            long[] words, int from, double[] exponential, double[] out, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            for (int i = row * width; i < (row + 1) * width; i += STEP) {
                LongVector word = LongVector.fromArray(LONGS, words, from + i).lanewise(VectorOperators.LSHR, 32);
                DoubleVector x = quarter(word);
                DoubleVector square = x.mul(x);
                DoubleVector even = polynomial(COSINE, square);
                DoubleVector odd = polynomial(SINE, square).mul(x);
                DoubleVector length = DoubleVector.fromArray(DOUBLES, exponential, i).sqrt();
                length.mul(signed(even.sub(odd), word, 32)).intoArray(out, row * width + i);
                length.mul(signed(even.add(odd), word, 33)).intoArray(out, (row + 1) * width + i);
            }
        }
    }

    private static void drawShadow(
            double[] total, double[] beyond, double[] cosine, double[] sine, double[] rest, double radius) {
        double square = radius * radius;
        for (int i = 0; i < total.length; i += STEP) {
            DoubleVector share = DoubleVector.fromArray(DOUBLES, total, i).add(1);
            DoubleVector outside = DoubleVector.fromArray(DOUBLES, beyond, i);
            DoubleVector length = share.mul(outside.neg()).mul(square * 0.5).sqrt();
            share.mul(square).mul(outside.add(1)).intoArray(rest, i);
            length.mul(DoubleVector.fromArray(DOUBLES, cosine, i)).intoArray(cosine, i);
            length.mul(DoubleVector.fromArray(DOUBLES, sine, i)).intoArray(sine, i);
        }
    }

    /// Where 30 bits lie in the middle of the quarter: an odd multiple of 2⁻³⁰ in (−1, 1).
    private static DoubleVector quarter(LongVector word) {
        return word.and(0x3FFFFFFFL)
                .or(SHIFTED)
                .reinterpretAsDoubles()
                .sub(SHIFT + 0x1p29)
                .fma(DoubleVector.broadcast(DOUBLES, 0x1p-29), DoubleVector.broadcast(DOUBLES, 0x1p-30));
    }

    /// The value with its sign changed where the bit that `shift` brings to the top is set.
    private static DoubleVector signed(DoubleVector value, LongVector word, int shift) {
        return value.reinterpretAsLongs()
                .lanewise(
                        VectorOperators.XOR,
                        word.lanewise(VectorOperators.LSHL, shift).and(Long.MIN_VALUE))
                .reinterpretAsDoubles();
    }

    /// Σ cᵢ xⁱ by Horner's rule.
    private static DoubleVector polynomial(double[] coefficients, DoubleVector x) {
        DoubleVector value = DoubleVector.broadcast(DOUBLES, coefficients[coefficients.length - 1]);
        for (int j = coefficients.length - 2; j >= 0; j--) {
            value = value.fma(x, DoubleVector.broadcast(DOUBLES, coefficients[j]));
        }
        return value;
    }
}
