package lemmata.rng;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.List;
import lemmata.DrawnCases;
import lemmata.audit.Draw;
import lemmata.audit.GaussianChecks;
import lemmata.audit.GaussianChecks.Draws;
import lemmata.audit.LawTest;
import lemmata.claim.Statement;
import lemmata.num.Functions;
import lemmata.num.LaneFunctions;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute rng.Gaussian; the distribution test is that of [GaussianChecks].
@DrawnCases
class GaussianProperties {

    private static final long SEED = 20261121;

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Gaussian/S1")
    void anyBlockBoundariesGiveTheSameDraws(@ForAll Draw draw) {
        holds(GaussianChecks.blocks(Gaussian::fill, Gaussian::draw), draw);
    }

    @Example
    @Statement("rng.Gaussian/S1")
    void blocksThatShowAreRejected() {
        rejects(
                "pairs counted from where a block begins",
                GaussianChecks.blocks(
                        (out, seed, trial, first) -> Gaussian.fill(out, seed, trial, first & -2), Gaussian::draw));
        rejects(
                "the last draw of an odd length missing",
                GaussianChecks.blocks(
                        (out, seed, trial, first) -> {
                            double[] even = new double[out.length & -2];
                            Gaussian.fill(even, seed, trial, first);
                            System.arraycopy(even, 0, out, 0, even.length);
                        },
                        Gaussian::draw));
        rejects(
                "each block from draw 0",
                GaussianChecks.blocks((out, seed, trial, first) -> Gaussian.fill(out, seed, trial, 0), Gaussian::draw));
    }

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Gaussian/S1")
    void isBoxAndMullersFormulaAtTheDocumentedWords(@ForAll Draw draw) {
        holds(GaussianChecks.boxMuller(Gaussian::draw), draw);
    }

    @Example
    @Statement("rng.Gaussian/S1")
    void otherFormulasAreRejected() {
        Draws z = Gaussian::draw;
        rejects("sine and cosine exchanged", GaussianChecks.boxMuller((s, t, i) -> z.draw(s, t, i ^ 1)));
        rejects("√(−ln u)", GaussianChecks.boxMuller((s, t, i) -> Math.sqrt(0.5) * z.draw(s, t, i)));
        rejects("rounded to floats", GaussianChecks.boxMuller((s, t, i) -> (float) z.draw(s, t, i)));
        rejects(
                "halves exchanged",
                GaussianChecks.boxMuller((s, t, i) -> of(Long.rotateLeft(word(s, t, i, 1), 32), i)));
        rejects("another domain", GaussianChecks.boxMuller((s, t, i) -> of(word(s, t, i, 2), i)));
        rejects("bits of the signs exchanged", GaussianChecks.boxMuller((s, t, i) -> of(swapped(word(s, t, i, 1)), i)));
        rejects("u = (n + 1)/2³²", GaussianChecks.boxMuller((s, t, i) -> ofNextEdge(word(s, t, i, 1), i)));
        rejects("no range refused", GaussianChecks.boxMuller((s, t, i) -> z.draw(s, t, i & (1L << 49) - 1)));
    }

    @Example
    @Statement("rng.Gaussian/S2")
    void isStandardNormal(Reporter reporter) {
        List<LawTest> laws = GaussianChecks.laws(Gaussian::draw, SEED, 1 << 20);
        reporter.publishValue("seed", Long.toString(SEED));
        reporter.publishValue("false alarms", laws.size() * GaussianChecks.FALSE_ALARM + "");
        laws.forEach(test -> {
            reporter.publishValue("law", test.toString());
            holds(test.accepts(), test.law());
        });
    }

    /// Wrong generators; each is rejected by the same test on fewer draws.
    @Example
    @Statement("rng.Gaussian/S2")
    void wrongGeneratorsAreRejected() {
        Draws z = Gaussian::draw;
        rejects("two sines", passes((s, t, i) -> z.draw(s, t, i | 1)));
        rejects("the radius", passes((s, t, i) -> Math.hypot(z.draw(s, t, i & -2), z.draw(s, t, i | 1))));
        rejects("factor 2 lost under the root", passes((s, t, i) -> Math.sqrt(0.5) * z.draw(s, t, i)));
        rejects("half a turn", passes((s, t, i) -> i % 2 == 0 ? z.draw(s, t, i) : Math.abs(z.draw(s, t, i))));
        rejects("variance 1.15", passes((s, t, i) -> Math.sqrt(1.15) * z.draw(s, t, i)));
        rejects("two trials share a stream", passes((s, t, i) -> z.draw(s, t / 2, i)));
        rejects("two seeds share a stream", passes((s, t, i) -> z.draw(s / 2, t, i)));
        rejects("two words share a number", passes((s, t, i) -> z.draw(s, t, i & 1)));
        rejects("a number is none", passes((s, t, i) -> t == 7 ? Double.NaN : z.draw(s, t, i)));
    }

    private static boolean passes(Draws draws) {
        return GaussianChecks.laws(draws, SEED, 1 << 16).stream().allMatch(LawTest::accepts);
    }

    private static long word(long seed, long trial, long index, int domain) {
        return new Words(Generator.PHILOX, seed, domain).word(trial, index >> 1);
    }

    private static double of(long word, long index) {
        return (index & 1) == 0 ? Gaussian.even(word) : Gaussian.odd(word);
    }

    private static long swapped(long word) {
        return word & -1L >>> 2 | (word & 1L << 62) << 1 | (word & 1L << 63) >>> 1;
    }

    private static double ofNextEdge(long word, long index) {
        double u = ((word & 0xFFFFFFFFL) + 1) * 0x1p-32;
        return of(word, index) * Math.sqrt(-Functions.log(u) / LaneFunctions.exponential(word));
    }
}
