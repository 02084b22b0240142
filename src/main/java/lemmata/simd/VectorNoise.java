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

/// The passes of [NoisePasses] on vectors: the operations of [LaneFunctions], [SplitMix] and [lemmata.rng.Philox] in
/// their order, lane by lane.
final class VectorNoise implements NoisePasses {

    private static final VectorSpecies<Double> DOUBLES = Species.of(MethodHandles.lookup());
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    private static final int STEP = DOUBLES.length();

    /// Of −ln: the opposite of every step of ln.
    private static final double[] MINUS_LOG =
            Arrays.stream(Polynomial.LOG.coefficients()).map(c -> -c).toArray();
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
    public Pass words(Lanes lanes) {
        return lanes.source.generator() == Generator.SPLITMIX
                ? (step, at) -> splitMix(lanes, step)
                : (step, at) -> philox(lanes, step);
    }

    @Override
    public Pass exponentials(long[] words, int from, int shift, double[] out, int to, int n) {
        return (step, at) -> drawExponentials(words, from, shift, out, to, n);
    }

    @Override
    public Pass powers(long[] words, int from, int shift, int d, double[] out, int to, int n) {
        return d == 0
                ? (step, at) -> Arrays.fill(out, to, to + n, -1)
                : (step, at) -> drawPowers(words, from, shift, -(2.0 / d), out, to, n);
    }

    @Override
    public Pass circles(long[] words, int from, int shift, double[] cosine, int to, double[] sine, int too, int n) {
        return (step, at) -> drawCircles(words, from, shift, cosine, to, sine, too, n);
    }

    @Override
    public Pass normals(long[] words, int from, double[] exponential, double[] out, int rows, int width) {
        return (step, at) -> drawNormals(words, from, exponential, out, rows, width);
    }

    @Override
    public Pass shadow(
            double[] total, double[] beyond, double[] cosine, double[] sine, double[] rest, DoubleSupplier radius) {
        return (step, at) -> drawShadow(total, beyond, cosine, sine, rest, radius.getAsDouble());
    }

    private static void splitMix(Lanes lanes, long step) {
        long[] states = lanes.states;
        long[] words = lanes.words;
        long offset = step * lanes.rows * SplitMix.GAMMA;
        for (int i = 0; i < words.length; i += STEP) {
            LongVector z = LongVector.fromArray(LONGS, states, i).add(offset);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                    .mul(SplitMix.FIRST);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27))
                    .mul(SplitMix.SECOND);
            z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31))
                    .intoArray(words, i);
        }
    }

    /// Two words of a block at a time: rows 2b and 2b+1; several vectors at a time, since a round waits for the one
    /// before.
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
                for (int lane = 0; lane < width; lane += 4 * STEP) {
                    LongVector a0 = LongVector.broadcast(LONGS, index);
                    LongVector b0 = LongVector.broadcast(LONGS, index >>> 32);
                    LongVector c0 = ramp.add(lanes.firstTrial + lane + 0 * STEP);
                    LongVector d0 = c0.lanewise(VectorOperators.LSHR, 32);
                    LongVector a1 = LongVector.broadcast(LONGS, index);
                    LongVector b1 = LongVector.broadcast(LONGS, index >>> 32);
                    LongVector c1 = ramp.add(lanes.firstTrial + lane + 1 * STEP);
                    LongVector d1 = c1.lanewise(VectorOperators.LSHR, 32);
                    LongVector a2 = LongVector.broadcast(LONGS, index);
                    LongVector b2 = LongVector.broadcast(LONGS, index >>> 32);
                    LongVector c2 = ramp.add(lanes.firstTrial + lane + 2 * STEP);
                    LongVector d2 = c2.lanewise(VectorOperators.LSHR, 32);
                    LongVector a3 = LongVector.broadcast(LONGS, index);
                    LongVector b3 = LongVector.broadcast(LONGS, index >>> 32);
                    LongVector c3 = ramp.add(lanes.firstTrial + lane + 3 * STEP);
                    LongVector d3 = c3.lanewise(VectorOperators.LSHR, 32);
                    for (int round = 0; round < 2 * Lanes.PHILOX_ROUNDS; round += 2) {
                        LongVector key0 = LongVector.broadcast(LONGS, keys[round]);
                        LongVector key1 = LongVector.broadcast(LONGS, keys[round + 1]);
                        LongVector p0 = a0.and(LOW).mul(0xD2511F53L);
                        LongVector q0 = c0.and(LOW).mul(0xCD9E8D57L);
                        a0 = q0.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, b0)
                                .lanewise(VectorOperators.XOR, key0);
                        c0 = p0.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, d0)
                                .lanewise(VectorOperators.XOR, key1);
                        b0 = q0;
                        d0 = p0;
                        LongVector p1 = a1.and(LOW).mul(0xD2511F53L);
                        LongVector q1 = c1.and(LOW).mul(0xCD9E8D57L);
                        a1 = q1.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, b1)
                                .lanewise(VectorOperators.XOR, key0);
                        c1 = p1.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, d1)
                                .lanewise(VectorOperators.XOR, key1);
                        b1 = q1;
                        d1 = p1;
                        LongVector p2 = a2.and(LOW).mul(0xD2511F53L);
                        LongVector q2 = c2.and(LOW).mul(0xCD9E8D57L);
                        a2 = q2.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, b2)
                                .lanewise(VectorOperators.XOR, key0);
                        c2 = p2.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, d2)
                                .lanewise(VectorOperators.XOR, key1);
                        b2 = q2;
                        d2 = p2;
                        LongVector p3 = a3.and(LOW).mul(0xD2511F53L);
                        LongVector q3 = c3.and(LOW).mul(0xCD9E8D57L);
                        a3 = q3.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, b3)
                                .lanewise(VectorOperators.XOR, key0);
                        c3 = p3.lanewise(VectorOperators.LSHR, 32)
                                .lanewise(VectorOperators.XOR, d3)
                                .lanewise(VectorOperators.XOR, key1);
                        b3 = q3;
                        d3 = p3;
                    }
                    a0.and(LOW).or(b0.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + lane + 0 * STEP);
                    c0.and(LOW)
                            .or(d0.lanewise(VectorOperators.LSHL, 32))
                            .intoArray(words, out + size + lane + 0 * STEP);
                    a1.and(LOW).or(b1.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + lane + 1 * STEP);
                    c1.and(LOW)
                            .or(d1.lanewise(VectorOperators.LSHL, 32))
                            .intoArray(words, out + size + lane + 1 * STEP);
                    a2.and(LOW).or(b2.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + lane + 2 * STEP);
                    c2.and(LOW)
                            .or(d2.lanewise(VectorOperators.LSHL, 32))
                            .intoArray(words, out + size + lane + 2 * STEP);
                    a3.and(LOW).or(b3.lanewise(VectorOperators.LSHL, 32)).intoArray(words, out + lane + 3 * STEP);
                    c3.and(LOW)
                            .or(d3.lanewise(VectorOperators.LSHL, 32))
                            .intoArray(words, out + size + lane + 3 * STEP);
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
            DoubleVector value = polynomial(MINUS_LOG, t);
            exponent.fma(DoubleVector.broadcast(DOUBLES, -LaneFunctions.LN2), value)
                    .intoArray(out, to + i);
        }
    }

    private static void drawPowers(long[] words, int from, int shift, double exponent, double[] out, int to, int n) {
        drawExponentials(words, from, shift, out, to, n);
        for (int i = to; i < to + n; i += STEP) {
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

    private static void drawCircles(
            long[] words, int from, int shift, double[] cosine, int to, double[] sine, int too, int n) {
        for (int i = 0; i < n; i += STEP) {
            LongVector word = LongVector.fromArray(LONGS, words, from + i).lanewise(VectorOperators.LSHR, shift);
            DoubleVector x = quarter(word);
            DoubleVector square = x.mul(x);
            DoubleVector even = polynomial(COSINE, square);
            DoubleVector odd = polynomial(SINE, square).mul(x);
            signed(even.sub(odd), word, 32).intoArray(cosine, to + i);
            signed(even.add(odd), word, 33).intoArray(sine, too + i);
        }
    }

    private static void drawNormals(long[] words, int from, double[] exponential, double[] out, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            for (int i = row * width; i < (row + 1) * width; i += STEP) {
                LongVector word = LongVector.fromArray(LONGS, words, from + i).lanewise(VectorOperators.LSHR, 32);
                DoubleVector x = quarter(word);
                DoubleVector square = x.mul(x);
                DoubleVector even = polynomial(COSINE, square);
                DoubleVector odd = polynomial(SINE, square).mul(x);
                DoubleVector length =
                        DoubleVector.fromArray(DOUBLES, exponential, i).sqrt();
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
