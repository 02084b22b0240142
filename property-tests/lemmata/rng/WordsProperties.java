package lemmata.rng;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.Draw;
import lemmata.audit.ParityTest;
import lemmata.audit.WordTests;
import lemmata.audit.WordsChecks;
import lemmata.audit.WordsChecks.Source;
import lemmata.claim.Statement;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute rng.Words; the statistical tests are those of [WordTests].
@DrawnCases
class WordsProperties {

    private static final long SEED = 20261121;
    private static final Source PHILOX = Source.of(Generator.PHILOX);
    private static final Source SPLITMIX = Source.of(Generator.SPLITMIX);

    @Example
    @Statement("rng.Words/S1")
    void givesTheKnownAnswers() {
        holds(WordsChecks.givesKnownAnswers(SplitMix::word), "SplitMix64's known answers");
        rejects("the state itself first", WordsChecks.givesKnownAnswers((s, i) -> SplitMix.word(s, i - 1)));
        rejects("γ + 2", WordsChecks.givesKnownAnswers((s, i) -> SplitMix.word(s, i) + 2 * i));
        rejects("a shift by 33", WordsChecks.givesKnownAnswers((s, i) -> otherMix(s + (i + 1) * SplitMix.GAMMA)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Words/S1")
    void followsThePublishedRecipes(@ForAll Draw draw) {
        holds(WordsChecks.publishedRecipe(Generator.PHILOX, PHILOX), draw);
        holds(WordsChecks.publishedRecipe(Generator.SPLITMIX, SPLITMIX), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Words/S1")
    void splitMixIsTheSequenceOfSplittableRandom(@ForAll Draw draw) {
        SplittableRandom sequence = new SplittableRandom(SplitMix.start(draw.seed(), 3, draw.k()));
        Long[] words = sequence.longs(20).boxed().toArray(Long[]::new);
        assertThat(LongStream.range(0, 20).mapToObj(i -> SPLITMIX.word(draw.seed(), 3, draw.k(), i)))
                .containsExactly(words);
    }

    @Example
    @Statement("rng.Words/S1")
    void otherRecipesAreRejected() {
        rejects(
                "halves of a block exchanged",
                WordsChecks.publishedRecipe(Generator.PHILOX, (s, d, t, i) -> PHILOX.word(s, d, t, i ^ 1)));
        rejects(
                "the lower half alone",
                WordsChecks.publishedRecipe(Generator.PHILOX, (s, d, t, i) -> PHILOX.word(s, d, t, i & -2)));
        rejects("one generator for both", WordsChecks.publishedRecipe(Generator.PHILOX, SPLITMIX));
        rejects(
                "trial and index exchanged",
                WordsChecks.publishedRecipe(
                        Generator.SPLITMIX, (s, d, t, i) -> SPLITMIX.word(s, d, i, t & Words.PER_TRIAL - 1)));
        rejects(
                "domain lost",
                WordsChecks.publishedRecipe(Generator.SPLITMIX, (s, d, t, i) -> SPLITMIX.word(s, 0, t, i)));
        rejects(
                "starts not mixed",
                WordsChecks.publishedRecipe(
                        Generator.SPLITMIX,
                        (s, d, t, i) -> SplitMix.word(s + d * SplitMix.FIRST + t * SplitMix.GAMMA, i)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Words/S2")
    void isAFunctionOfTheAddress(@ForAll Draw draw) {
        holds(WordsChecks.pure(PHILOX), draw);
        holds(WordsChecks.pure(SPLITMIX), draw);
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Words/S2")
    void splitMixCanBeUndone(@ForAll Draw draw) {
        holds(WordsChecks.inverse(SplitMix::word, SplitMix::start), draw);
    }

    @Example
    @Statement("rng.Words/S2")
    void otherFunctionsAreRejected() {
        AtomicLong calls = new AtomicLong();
        rejects(
                "counts its calls",
                WordsChecks.pure((s, d, t, i) -> PHILOX.word(s, d, t, i) + calls.getAndIncrement()));
        rejects(
                "no range refused",
                WordsChecks.pure((s, d, t, i) -> SPLITMIX.word(s, d & 0xFFFF, t, i & Words.PER_TRIAL - 1)));
        rejects("domain of any size", WordsChecks.pure((s, d, t, i) -> SPLITMIX.word(s, d & 0xFFFF, t, i)));
        rejects(
                "trial cut to 32 bits",
                WordsChecks.inverse(SplitMix::word, (s, d, t) -> SplitMix.start(s, d, (int) t)));
        rejects("an even multiplier", WordsChecks.inverse((s, i) -> 2 * SplitMix.word(s, i), SplitMix::start));
        rejects("seed alone", WordsChecks.inverse(SplitMix::word, (s, d, t) -> SplitMix.start(s, 0, t)));
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("rng.Words/S3")
    void streamsLieOnOneCycle(@ForAll Draw draw) {
        holds(WordsChecks.cycle(SplitMix::word), draw);
    }

    @Example
    @Statement("rng.Words/S3")
    void twoTrialsRarelyMeet() {
        Words splitMix = new Words(Generator.SPLITMIX, SEED, Words.NOISE);
        holds(WordsChecks.overlapOver(splitMix::overlap) <= 1, "windows on a cycle of 256 places");
        assertThat(splitMix.overlap(1e6, 1e6)).isBetween(0.054, 0.055);
        assertThat(new Words(Generator.PHILOX, SEED, Words.NOISE).overlap(1e6, 1e6))
                .isZero();
        rejects("half of it", WordsChecks.overlapOver((n, words) -> splitMix.overlap(n, words) / 2) <= 1);
        rejects("equal starts only", WordsChecks.overlapOver((n, words) -> splitMix.overlap(n, 1)) <= 1);
        rejects("one pair only", WordsChecks.overlapOver((n, words) -> 2 * words * 0x1p-64) <= 1);
        rejects("a sum of states", WordsChecks.cycle((s, i) -> SplitMix.word(s, 0) + SplitMix.word(0, i)));
    }

    @Example
    @Statement("rng.Words/S4")
    void bothGeneratorsLookRandom(Reporter reporter) {
        int n = 1 << 20;
        reporter.publishValue("seed, n, false alarms", SEED + ", " + n + ", " + 2 * WordTests.FALSE_ALARM);
        for (Generator generator : Generator.values()) {
            List<ParityTest> tests = WordTests.of(Source.of(generator), SEED, n);
            assertThat(tests).hasSize(WordTests.TESTS);
            ParityTest worst = tests.stream()
                    .max(Comparator.comparingDouble(ParityTest::ratio))
                    .orElseThrow();
            reporter.publishValue(generator.toString(), worst.ratio() + " " + worst);
            holds(tests.stream().allMatch(ParityTest::accepts), generator.toString());
        }
    }

    @Example
    @Statement("rng.Words/S4")
    void badGeneratorsAreRejected() {
        rejects("a counter", passes((s, d, t, i) -> s + (d << 16) + (t << 32) + i));
        rejects("a linear congruence", passes((s, d, t, i) -> congruence(SplitMix.start(s, d, t), i)));
        rejects("one stream for all trials", passes((s, d, t, i) -> PHILOX.word(s, d, 0, i)));
        rejects("trial + index", passes((s, d, t, i) -> PHILOX.word(s, d, 0, t + i & Words.PER_TRIAL - 1)));
        rejects("trial − index", passes((s, d, t, i) -> PHILOX.word(s, d, t - i, 0)));
        rejects("trial ⊕ index", passes((s, d, t, i) -> PHILOX.word(s, d, t ^ i, 0)));
        rejects(
                "trials 2¹⁰ words apart",
                passes((s, d, t, i) -> PHILOX.word(s, d, 0, (t << 10) + i & Words.PER_TRIAL - 1)));
        rejects("starts not mixed", passes((s, d, t, i) -> SplitMix.word(s + t * SplitMix.GAMMA, i)));
        rejects("two seeds alike", passes((s, d, t, i) -> SPLITMIX.word(s >> 1, d, t, i)));
        rejects("domain lost", passes((s, d, t, i) -> SPLITMIX.word(s, 0, t, i)));
        rejects("trial cut to 32 bits", passes((s, d, t, i) -> PHILOX.word(s, d, (int) t, i)));
        rejects("period 2⁴⁰", passes((s, d, t, i) -> PHILOX.word(s, d, t, i & (1L << 40) - 1)));
    }

    @Example
    @Statement("rng.Words/S4")
    void spoiledWordsAreRejected() {
        rejects("the top bit 1 in 9 of 16", passes((s, d, t, i) -> often(PHILOX.word(s, d, t, i))));
        rejects("bits 3 and 5 equal", passes((s, d, t, i) -> {
            long word = PHILOX.word(s, d, t, i);
            return word & ~32L | word << 2 & 32;
        }));
        rejects("one bit that of its neighbour's first", passes((s, d, t, i) -> {
            long word = PHILOX.word(s, d, t, i);
            return (i & 1) == 0 ? word : word & ~(1L << 40) | (PHILOX.word(s, d, t, i - 1) & 1) << 40;
        }));
        rejects(
                "the next trial turned by 7",
                passes((s, d, t, i) -> Long.rotateLeft(PHILOX.word(s, d, t & -2, i), (int) (7 * (t & 1)))));
    }

    private static boolean passes(Source source) {
        return WordTests.of(source, SEED, 1 << 16).stream().allMatch(ParityTest::accepts);
    }

    /// Word i of the stream s ← as + c from a state, by squaring.
    private static long congruence(long state, long index) {
        long multiplier = 6364136223846793005L;
        long increment = 1442695040888963407L;
        long result = state;
        for (long n = index + 1; n != 0; n >>>= 1) {
            result = (n & 1) == 0 ? result : result * multiplier + increment;
            increment *= multiplier + 1;
            multiplier *= multiplier;
        }
        return result;
    }

    /// Sets the top bit if the lowest three are, which leaves the others as they were.
    private static long often(long word) {
        return (word & 7) == 7 ? word | Long.MIN_VALUE : word;
    }

    private static long otherMix(long state) {
        long z = (state ^ state >>> 33) * SplitMix.FIRST;
        z = (z ^ z >>> 27) * SplitMix.SECOND;
        return z ^ z >>> 31;
    }
}
