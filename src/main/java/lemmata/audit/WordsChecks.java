package lemmata.audit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lemmata.rng.Philox.Block;
import lemmata.rng.SplitMix;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// What rng.Words claims, as checks of any implementation. None is statistical; those are in [WordTests].
public final class WordsChecks {

    /// Words by address.
    @FunctionalInterface
    public interface Source {

        /// The word at an address.
        long word(long seed, int domain, long trial, long index);

        /// Those of the code.
        static Source of(Generator generator) {
            return (seed, domain, trial, index) -> new Words(generator, seed, domain).word(trial, index);
        }
    }

    /// States at which SplitMix's streams start.
    @FunctionalInterface
    public interface Starts {

        /// The state for a trial.
        long start(long seed, int domain, long trial);
    }

    /// A state and the words that follow, unsigned.
    public record KnownAnswer(long state, List<String> words) {}

    /// Widely used to check implementations of SplitMix64; java.util.SplittableRandom gives them too.
    public static final List<KnownAnswer> KNOWN_ANSWERS = List.of(
            new KnownAnswer(
                    1234567,
                    List.of(
                            "6457827717110365317",
                            "3203168211198807973",
                            "9817491932198370423",
                            "4593380528125082431",
                            "16408922859458223821")),
            new KnownAnswer(0, List.of("16294208416658607535", "7960286522194355700", "487617019471545679")));

    private static final BigInteger MODULUS = BigInteger.TWO.pow(64);
    private static final BigInteger GAMMA = new BigInteger("9E3779B97F4A7C15", 16);
    private static final BigInteger FIRST = new BigInteger("BF58476D1CE4E5B9", 16);
    private static final BigInteger SECOND = new BigInteger("94D049BB133111EB", 16);
    private static final int ROUNDS = 10;

    private WordsChecks() {}

    /// S1: the known answers of a function of state and number.
    public static boolean givesKnownAnswers(LongBinaryOperator word) {
        return KNOWN_ANSWERS.stream()
                .allMatch(answer -> IntStream.range(0, answer.words().size())
                        .allMatch(i -> Long.toUnsignedString(word.applyAsLong(answer.state(), i))
                                .equals(answer.words().get(i))));
    }

    /// S1: the word that the published recipes give, Philox's by its counter, SplitMix's in big integers.
    public static Check publishedRecipe(Generator generator, Source source) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 51);
            int domain = (int) (PhiloxChecks.word(draw, 52) >>> 48);
            long trial = PhiloxChecks.word(draw, 53);
            long index = PhiloxChecks.word(draw, 54) >>> 16;
            long expected = switch (generator) {
                case PHILOX -> {
                    Block block =
                            PhiloxChecks.Recipe.ofAuthors(ROUNDS).block(seed, (long) domain << 48 | index / 2, trial);
                    yield index % 2 == 0 ? block.low() : block.high();
                }
                case SPLITMIX -> {
                    BigInteger base = mix(unsigned(seed).add(FIRST.multiply(BigInteger.valueOf(domain))));
                    BigInteger start = mix(base.add(GAMMA.multiply(unsigned(trial))));
                    yield mix(start.add(GAMMA.multiply(BigInteger.valueOf(index + 1))))
                            .longValue();
                }
            };
            return Check.exactly(source.word(seed, domain, trial, index) == expected);
        };
    }

    /// S2: 32 words of a trial are the same from the first to the last, backwards and on many threads; a domain or an
    /// index outside its range is refused.
    public static Check pure(Source source) {
        return draw -> {
            long seed = PhiloxChecks.word(draw, 51);
            long trial = PhiloxChecks.word(draw, 53);
            int domain = (int) (PhiloxChecks.word(draw, 52) >>> 48);
            long last = PhiloxChecks.word(draw, 54) >>> 16;
            long first = Math.max(0, last - 31);
            long[] forwards = LongStream.range(first, first + 32)
                    .map(index -> source.word(seed, domain, trial, Math.min(index, last)))
                    .toArray();
            long[] together = LongStream.range(first, first + 32)
                    .parallel()
                    .map(index -> source.word(seed, domain, trial, Math.min(index, last)))
                    .toArray();
            boolean same = Arrays.equals(forwards, together);
            for (int i = 31; i >= 0; i--) {
                same &= source.word(seed, domain, trial, Math.min(first + i, last)) == forwards[i];
            }
            return Check.exactly(same
                    && PhiloxChecks.refuses(() -> source.word(seed, domain, trial, -1 - last))
                    && PhiloxChecks.refuses(() -> source.word(seed, domain, trial, Words.PER_TRIAL + last))
                    && PhiloxChecks.refuses(() -> source.word(seed, -1 - domain, trial, last))
                    && PhiloxChecks.refuses(() -> source.word(seed, (1 << 16) + domain, trial, last)));
        };
    }

    /// S2: the state of a word, its number and its trial are found again from it by the inverse of mix.
    public static Check inverse(LongBinaryOperator word, Starts starts) {
        return draw -> {
            long state = PhiloxChecks.word(draw, 55);
            long seed = PhiloxChecks.word(draw, 51);
            int domain = (int) (PhiloxChecks.word(draw, 52) >>> 48);
            long trial = PhiloxChecks.word(draw, 53);
            long index = PhiloxChecks.word(draw, 54) >>> 16;
            BigInteger inverse = GAMMA.modInverse(MODULUS);
            long base = mix(unsigned(seed).add(FIRST.multiply(BigInteger.valueOf(domain))))
                    .longValue();
            BigInteger place = unsigned(unmix(starts.start(seed, domain, trial)) - base);
            BigInteger number = unsigned(unmix(word.applyAsLong(state, index)) - state);
            return Check.exactly(place.multiply(inverse).longValue() == trial
                    && number.multiply(inverse).longValue() == index + 1);
        };
    }

    /// S3: SplitMix's streams are windows on one cycle: word i + k from a state is word i from k steps later.
    public static Check cycle(LongBinaryOperator word) {
        return draw -> {
            long state = PhiloxChecks.word(draw, 55);
            long index = PhiloxChecks.word(draw, 54) >>> 17;
            long steps = PhiloxChecks.word(draw, 56) >>> 17;
            return Check.exactly(
                    word.applyAsLong(state, index + steps) == word.applyAsLong(state + steps * SplitMix.GAMMA, index));
        };
    }

    /// S3: on a cycle of 2⁸ places, by counting all starts of two and of three windows of 1 … 8 places: the largest
    /// ratio of the probability that two meet to the bound, scaled from the cycle of 2⁶⁴ to this one.
    public static double overlapOver(DoubleBinaryOperator bound) {
        int cycle = 1 << 8;
        double worst = 0;
        for (int length = 1; length <= 8; length++) {
            long two = 0;
            long three = 0;
            for (int b = 0; b < cycle; b++) {
                boolean meets = distance(b, cycle) < length;
                two += meets ? 1 : 0;
                for (int c = 0; c < cycle; c++) {
                    three += meets || distance(c, cycle) < length || distance(b - c, cycle) < length ? 1 : 0;
                }
            }
            double scale = 0x1p64 / cycle;
            worst = Math.max(worst, (double) two / cycle / (scale * bound.applyAsDouble(2, length)));
            worst = Math.max(worst, (double) three / cycle / cycle / (scale * bound.applyAsDouble(3, length)));
        }
        return worst;
    }

    /// The inverse of SplitMix's mix: shifts undone from the top, multipliers by their inverses modulo 2⁶⁴.
    static long unmix(long word) {
        long z = word ^ word >>> 31 ^ word >>> 62;
        z *= SECOND.modInverse(MODULUS).longValue();
        z ^= z >>> 27 ^ z >>> 54;
        z *= FIRST.modInverse(MODULUS).longValue();
        return z ^ z >>> 30 ^ z >>> 60;
    }

    /// The mix of the publication.
    private static BigInteger mix(BigInteger state) {
        BigInteger z = state.mod(MODULUS);
        z = z.xor(z.shiftRight(30)).multiply(FIRST).mod(MODULUS);
        z = z.xor(z.shiftRight(27)).multiply(SECOND).mod(MODULUS);
        return z.xor(z.shiftRight(31));
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static int distance(int difference, int cycle) {
        int forwards = Math.floorMod(difference, cycle);
        return Math.min(forwards, cycle - forwards);
    }
}
