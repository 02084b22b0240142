package lemmata.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lemmata.rng.Philox;
import lemmata.rng.Philox.Block;

/// What rng.Philox claims, as checks of any implementation. None is statistical: each must hold for all words.
public final class PhiloxChecks {

    /// Blocks by key and counter.
    @FunctionalInterface
    public interface Blocks {

        /// The block at a counter of 128 bits.
        Block block(long key, long low, long high);
    }

    /// Blocks by address.
    @FunctionalInterface
    public interface Addresses {

        /// The block at an address.
        Block at(long seed, int domain, long trial, long index);
    }

    /// Philox4x32 from the publication, its constants and its number of rounds as data; words of 32 bits in longs.
    public record Recipe(long m0, long m1, long w0, long w1, int rounds) implements Blocks {

        /// The authors' constants.
        public static Recipe ofAuthors(int rounds) {
            return new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, rounds);
        }

        @Override
        public Block block(long key, long low, long high) {
            long[] c = {low & WORD, low >>> 32, high & WORD, high >>> 32};
            long k0 = key & WORD;
            long k1 = key >>> 32;
            for (int round = 0; round < rounds; round++) {
                long left = m0 * c[0];
                long right = m1 * c[2];
                c = new long[] {(right >>> 32) ^ c[1] ^ k0, right & WORD, (left >>> 32) ^ c[3] ^ k1, left & WORD};
                k0 = k0 + w0 & WORD;
                k1 = k1 + w1 & WORD;
            }
            return new Block(join(c[0], c[1]), join(c[2], c[3]));
        }
    }

    /// Counter, key and result as the authors print them (Random123, file kat_vectors), words from 0 up.
    public static final List<String> KNOWN_ANSWERS = List.of(
            "00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
            "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd",
            "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1");

    private static final long WORD = 0xFFFFFFFFL;
    private static final int ROUNDS = 10;
    private static final long INDICES = 1L << 48;
    private static final int DOMAINS = 1 << 16;
    /// Domain of the random words of [#word].
    private static final int DOMAIN = 9;

    private PhiloxChecks() {}

    /// S1: the answer of one line of the authors' file.
    public static boolean givesAnswer(Blocks blocks, String line) {
        String[] words = line.split(" ");
        long[] pairs = IntStream.range(0, 5)
                .mapToLong(i -> join(Long.parseLong(words[2 * i], 16), Long.parseLong(words[2 * i + 1], 16)))
                .toArray();
        return blocks.block(pairs[2], pairs[0], pairs[1]).equals(new Block(pairs[3], pairs[4]));
    }

    /// S1: the block that the published recipe gives with ten rounds.
    public static Check publishedRecipe(Blocks blocks) {
        return draw -> {
            long key = word(draw, 71);
            long low = word(draw, 72);
            long high = word(draw, 73);
            return Check.exactly(
                    blocks.block(key, low, high).equals(Recipe.ofAuthors(ROUNDS).block(key, low, high)));
        };
    }

    /// S1: the seed is the key, 2⁴⁸·domain + index the lower and the trial the upper half of the counter; a domain or
    /// an index outside its field is refused.
    public static Check addresses(Addresses addresses) {
        return draw -> {
            long seed = word(draw, 71);
            int domain = (int) (word(draw, 72) >>> 48);
            long trial = word(draw, 73);
            long index = word(draw, 74) >>> 16;
            Block expected = Recipe.ofAuthors(ROUNDS).block(seed, domain * INDICES + index, trial);
            return Check.exactly(addresses.at(seed, domain, trial, index).equals(expected)
                    && refuses(() -> addresses.at(seed, domain, trial, index - INDICES))
                    && refuses(() -> addresses.at(seed, domain, trial, index + INDICES))
                    && refuses(() -> addresses.at(seed, domain - DOMAINS, trial, index))
                    && refuses(() -> addresses.at(seed, domain + DOMAINS, trial, index)));
        };
    }

    /// S1: 32 blocks of a trial are distinct, and the same from the first to the last, backwards and on many threads.
    public static Check pure(Addresses addresses) {
        return draw -> {
            long seed = word(draw, 71);
            long trial = word(draw, 73);
            Block[] forwards = LongStream.range(0, 32)
                    .mapToObj(index -> addresses.at(seed, Philox.NORMALS, trial, index))
                    .toArray(Block[]::new);
            Block[] together = LongStream.range(0, 32)
                    .parallel()
                    .mapToObj(index -> addresses.at(seed, Philox.NORMALS, trial, index))
                    .toArray(Block[]::new);
            boolean same = Arrays.equals(forwards, together)
                    && Arrays.stream(forwards).distinct().count() == forwards.length;
            for (int index = forwards.length - 1; index >= 0; index--) {
                same &= addresses.at(seed, Philox.NORMALS, trial, index).equals(forwards[index]);
            }
            return Check.exactly(same);
        };
    }

    /// S1: (2⌊x/2¹²⌋ + 1)·2⁻⁵³ in exact decimals, inside (0, 1), and 1 less the value at the complement of x.
    public static Check uniform(LongToDoubleFunction uniform) {
        return draw -> {
            long word = word(draw, 75);
            double computed = uniform.applyAsDouble(word);
            BigDecimal odd =
                    new BigDecimal(word >>> 12).multiply(BigDecimal.TWO).add(BigDecimal.ONE);
            boolean exact = new BigDecimal(computed).compareTo(odd.multiply(new BigDecimal(0x1p-53))) == 0;
            return Check.exactly(exact && computed > 0 && computed < 1 && computed == 1 - uniform.applyAsDouble(~word));
        };
    }

    /// 64 bits of a case: all 0, all 1, or a number of any length next to either, if its filter is at an end or close
    /// to it; else any.
    static long word(Draw draw, int tag) {
        Block bits = Philox.at(draw.seed(), DOMAIN, tag, 0);
        long tiny = bits.low() >>> (bits.high() & 63);
        return switch (draw.filter()) {
            case ANY, RIGHT -> bits.low();
            case SAME -> 0;
            case NEARLY_SAME -> tiny;
            case NEARLY_OPPOSITE -> ~tiny;
            case OPPOSITE -> -1;
        };
    }

    /// Whether a call refuses its arguments.
    static boolean refuses(Runnable call) {
        try {
            call.run();
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static long join(long low, long high) {
        return low | high << 32;
    }
}
