package lemmata.rng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lemmata.claim.Statement;
import lemmata.rng.Philox.Block;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Tries to refute rng.Philox; every property holds for all seeds, none is statistical.
class PhiloxProperties {

    private static final Recipe AUTHORS = new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 10);

    /// One slip each; the property beside which they stand must tell every one from Philox4x32-10.
    private static final List<Recipe> SLIPS = List.of(
            new Recipe(0xD2511F55L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 10),
            new Recipe(0xD2511F53L, 0xCD9E8D59L, 0x9E3779B9L, 0xBB67AE85L, 10),
            new Recipe(0xCD9E8D57L, 0xD2511F53L, 0x9E3779B9L, 0xBB67AE85L, 10),
            new Recipe(0xD2511F53L, 0xCD9E8D57L, 0xBB67AE85L, 0x9E3779B9L, 10),
            new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0L, 10),
            new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 9),
            new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 11));

    /// Counter, key and result as the authors print them (Random123, file kat_vectors), words from 0 up.
    private static final String ANSWERS = """
            00000000 00000000 00000000 00000000 00000000 00000000 6627e8d5 e169c58d bc57ac4c 9b00dbd8
            ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff 408f276d 41c83b0e a20bc7c6 6d5451fd
            243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 d16cfe09 94fdcceb 5001e420 24126ea1
            """;

    /// The same for seven rounds: what the recipe below is tried on.
    private static final String SEVEN_ROUNDS =
            "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 4dfccaba 190a87f0 c47362ba b6b5242a";

    @Property(tries = 1)
    @Statement("rng.Philox/S1")
    void givesTheAuthorsKnownAnswers() {
        ANSWERS.lines().map(PhiloxProperties::pairs).forEach(row -> {
            Block expected = new Block(row[3], row[4]);
            assertThat(Philox.block(row[2], row[0], row[1])).isEqualTo(expected);
            assertThat(SLIPS)
                    .noneMatch(slip -> slip.block(row[2], row[0], row[1]).equals(expected));
        });
        long[] row = pairs(SEVEN_ROUNDS);
        Recipe seven = new Recipe(0xD2511F53L, 0xCD9E8D57L, 0x9E3779B9L, 0xBB67AE85L, 7);
        assertThat(seven.block(row[2], row[0], row[1])).isEqualTo(new Block(row[3], row[4]));
    }

    @Property
    @Statement("rng.Philox/S1")
    void followsThePublishedRecipe(@ForAll long key, @ForAll long low, @ForAll long high) {
        Block block = Philox.block(key, low, high);
        assertThat(block).isEqualTo(AUTHORS.block(key, low, high));
        assertThat(SLIPS).noneMatch(slip -> slip.block(key, low, high).equals(block));
    }

    @Property
    @Statement("rng.Philox/S1")
    void placesSeedTrialIndexAndDomainInFieldsOfTheirOwn(
            @ForAll long seed,
            @ForAll @IntRange(max = 0xFFFF) int domain,
            @ForAll long trial,
            @ForAll @LongRange(max = (1L << 48) - 1) long index) {
        long low = (index & 0xFFFFFFFFFFFFL) + domain * (1L << 48);
        assertThat(Philox.at(seed, domain, trial, index)).isEqualTo(AUTHORS.block(seed, low, trial));
        assertThatIllegalArgumentException().isThrownBy(() -> Philox.at(seed, domain, trial, index - (1L << 48)));
        assertThatIllegalArgumentException().isThrownBy(() -> Philox.at(seed, domain, trial, index + (1L << 48)));
        assertThatIllegalArgumentException().isThrownBy(() -> Philox.at(seed, domain - 0x10000, trial, index));
        assertThatIllegalArgumentException().isThrownBy(() -> Philox.at(seed, domain + 0x10000, trial, index));
    }

    @Property
    @Statement("rng.Philox/S1")
    void dependsOnNothingElse(@ForAll long seed, @ForAll long trial) {
        Block[] forwards = LongStream.range(0, 100)
                .mapToObj(index -> Philox.at(seed, Philox.NORMALS, trial, index))
                .toArray(Block[]::new);
        Block[] inParallel = LongStream.range(0, 100)
                .parallel()
                .mapToObj(index -> Philox.at(seed, Philox.NORMALS, trial, index))
                .toArray(Block[]::new);
        assertThat(inParallel).isEqualTo(forwards).doesNotHaveDuplicates();
    }

    @Property
    @Statement("rng.Philox/S1")
    void uniformIsTheOddMultipleOfTwoToTheMinus53(@ForAll long word) {
        BigDecimal odd = new BigDecimal(word >>> 12).multiply(BigDecimal.TWO).add(BigDecimal.ONE);
        assertThat(new BigDecimal(Philox.uniform(word))).isEqualByComparingTo(odd.multiply(new BigDecimal(0x1p-53)));
        assertThat(Philox.uniform(word)).isGreaterThan(0).isLessThan(1).isEqualTo(1 - Philox.uniform(~word));
    }

    @Property(tries = 1)
    @Statement("rng.Philox/S1")
    void uniformNeverReachesTheEnds() {
        assertThat(Philox.uniform(0)).isEqualTo(0x1p-53);
        assertThat(Philox.uniform(-1)).isEqualTo(1 - 0x1p-53);
        assertThat((0L >>> 11) * 0x1p-53)
                .as("53 bits without an offset reach 0")
                .isZero();
        assertThat(((-1L >>> 11) + 0.5) * 0x1p-53)
                .as("53 bits and a half reach 1")
                .isEqualTo(1);
    }

    /// A line of words as 64-bit pairs: counter low and high, key, result low and high.
    private static long[] pairs(String line) {
        String[] words = line.split(" ");
        return IntStream.range(0, 5)
                .mapToLong(i -> join(Long.parseLong(words[2 * i], 16), Long.parseLong(words[2 * i + 1], 16)))
                .toArray();
    }

    private static long join(long low, long high) {
        return low | high << 32;
    }

    /// Philox4x32 from the publication, with its constants and its number of rounds as data; 32-bit words in longs.
    private record Recipe(long m0, long m1, long w0, long w1, int rounds) {
        Block block(long key, long low, long high) {
            long[] c = {low & 0xFFFFFFFFL, low >>> 32, high & 0xFFFFFFFFL, high >>> 32};
            long k0 = key & 0xFFFFFFFFL;
            long k1 = key >>> 32;
            for (int round = 0; round < rounds; round++) {
                long left = m0 * c[0];
                long right = m1 * c[2];
                c = new long[] {
                    (right >>> 32) ^ c[1] ^ k0, right & 0xFFFFFFFFL, (left >>> 32) ^ c[3] ^ k1, left & 0xFFFFFFFFL
                };
                k0 = k0 + w0 & 0xFFFFFFFFL;
                k1 = k1 + w1 & 0xFFFFFFFFL;
            }
            return new Block(join(c[0], c[1]), join(c[2], c[3]));
        }
    }
}
