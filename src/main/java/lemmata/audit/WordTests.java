package lemmata.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lemmata.audit.WordsChecks.Source;

/// The statistical tests of rng.Words/S4: pairs of addresses next to each other in one way or another, whose words must
/// look independent and uniform to [ParityTest].
///
/// Neighbours: the next index (inside and across blocks), trial, seed, domain; trial and index exchanged, of equal sum,
/// of equal difference; indices 1 … 64 and powers of two apart, in one trial and in the next, as in the lanes of an
/// engine; one bit of the seed, trial, index or domain flipped. The last two kinds use one pair in 64 each. No address
/// comes up twice in a test.
public final class WordTests {

    /// Tests of one generator.
    public static final int TESTS = 8 + 2 * (64 + 41) + (64 + 64 + 48 + 16);

    /// False-alarm probability of the tests of one generator together.
    public static final double FALSE_ALARM = TESTS * ParityTest.FALSE_ALARM;

    private static final int DOMAIN = 24;

    private record Address(long seed, int domain, long trial, long index) {
        long word(Source source) {
            return source.word(seed, domain, trial, index);
        }
    }

    /// Pairs m = 0, 1, … of addresses; rare ones are tested with one pair in 64.
    private record Relation(String name, boolean rare, LongFunction<Address> x, LongFunction<Address> y) {
        ParityTest test(Source source, int n) {
            return ParityTest.of(name, rare ? n / 64 : n, m ->
                    new long[] {x.apply(m).word(source), y.apply(m).word(source)});
        }
    }

    private WordTests() {}

    /// All tests with n pairs, or n/64 rare ones; n a multiple of 4096.
    public static List<ParityTest> of(Source source, long seed, int n) {
        return Stream.of(neighbours(seed), lags(seed), flips(seed))
                .flatMap(relations -> relations)
                .toList()
                .parallelStream()
                .map(relation -> relation.test(source, n))
                .toList();
    }

    /// The evidence of all tests.
    static Evidence evidence(String claim, Source source, long seed, int n) {
        List<ParityTest> tests = of(source, seed, n);
        String power = String.format(
                Locale.ROOT,
                "%,d parities, false alarm ≤ %.0e, finds a probability off ½ by %.2g, of rare pairs by %.2g",
                (long) tests.size() * ParityTest.PARITIES,
                FALSE_ALARM,
                ParityTest.detectable(n),
                ParityTest.detectable(n / 64));
        return new Evidence(
                "parity tests",
                tests.stream().allMatch(ParityTest::accepts) ? Verdict.SAMPLED : Verdict.VIOLATED,
                claim,
                tests.stream().mapToLong(ParityTest::n).sum(),
                tests.stream().mapToDouble(ParityTest::ratio).max().orElse(Double.NaN),
                power);
    }

    private static Stream<Relation> neighbours(long seed) {
        long even = seed & -2;
        return Stream.of(
                often("next index", m -> at(seed, 5, 2 * m), m -> at(seed, 5, 2 * m + 1)),
                often("across blocks", m -> at(seed, 6, 4 * m + 1), m -> at(seed, 6, 4 * m + 2)),
                often("next trial", m -> at(seed, 2 * m, 3), m -> at(seed, 2 * m + 1, 3)),
                often("next seed", m -> at(even + 2 * m, 7, 3), m -> at(even + 2 * m + 1, 7, 3)),
                often(
                        "next domain",
                        m -> new Address(seed, (int) (2 * m & 0xFFFF), m >>> 15, 3),
                        m -> new Address(seed, (int) (2 * m & 0xFFFF) + 1, m >>> 15, 3)),
                often("exchanged", m -> at(seed, 2 * m, 2 * m + 1), m -> at(seed, 2 * m + 1, 2 * m)),
                often("equal sum", m -> at(seed, 2 * m, 4), m -> at(seed, 2 * m + 1, 3)),
                often("equal difference", m -> at(seed, 2 * m, 3), m -> at(seed, 2 * m + 1, 4)));
    }

    private static Stream<Relation> lags(long seed) {
        return LongStream.concat(
                        LongStream.rangeClosed(1, 64),
                        LongStream.rangeClosed(7, 47).map(k -> 1L << k))
                .boxed()
                .flatMap(lag -> Stream.of(
                        rare("index " + lag + " on", m -> at(seed, m, lag), m -> at(seed, m, 0)),
                        rare(
                                "index " + lag + " on, next trial",
                                m -> at(seed, 2 * m, lag),
                                m -> at(seed, 2 * m + 1, 0))));
    }

    private static Stream<Relation> flips(long seed) {
        Stream<Relation> seeds = bits(64, "seed", flip -> m -> at(seed ^ flip, m, 1));
        Stream<Relation> trials = bits(64, "trial", flip -> m -> at(seed, seed ^ flip, m));
        Stream<Relation> indices = bits(48, "index", flip -> m -> at(seed, m, 85 ^ flip));
        Stream<Relation> domains = bits(16, "domain", flip -> m -> new Address(seed, (int) (DOMAIN ^ flip), m, 2));
        return Stream.of(seeds, trials, indices, domains).flatMap(relations -> relations);
    }

    private static Stream<Relation> bits(int n, String field, LongFunction<LongFunction<Address>> flipped) {
        return IntStream.range(0, n)
                .mapToObj(bit -> rare("bit " + bit + " of the " + field, flipped.apply(0), flipped.apply(1L << bit)));
    }

    private static Address at(long seed, long trial, long index) {
        return new Address(seed, DOMAIN, trial, index);
    }

    private static Relation often(String name, LongFunction<Address> x, LongFunction<Address> y) {
        return new Relation(name, false, x, y);
    }

    private static Relation rare(String name, LongFunction<Address> x, LongFunction<Address> y) {
        return new Relation(name, true, x, y);
    }
}
