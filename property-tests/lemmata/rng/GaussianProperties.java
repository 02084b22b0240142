package lemmata.rng;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.Collections;
import lemmata.DrawnCases;
import lemmata.audit.Draw;
import lemmata.audit.GaussianChecks;
import lemmata.audit.GaussianChecks.Draws;
import lemmata.claim.Statement;
import lemmata.num.Functions;
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
        rejects("u and v exchanged", GaussianChecks.boxMuller((s, t, i) -> boxMuller(s, t, i, true, 1)));
        rejects("another domain", GaussianChecks.boxMuller((s, t, i) -> boxMuller(s, t, i, false, 2)));
        rejects("no range refused", GaussianChecks.boxMuller((s, t, i) -> z.draw(s, t, i & (1L << 49) - 1)));
    }

    @Example
    @Statement("rng.Gaussian/S2")
    void isStandardNormal(Reporter reporter) {
        int n = 1 << 20;
        var distances = GaussianChecks.distances(Gaussian::draw, SEED, n);
        reporter.publishValue("seed", Long.toString(SEED));
        reporter.publishValue(
                "n, false alarms, rejected from distance", n + ", 7e-10, " + GaussianChecks.detectable(n));
        distances.forEach((law, distance) -> {
            reporter.publishValue(law, "distance " + distance + ", ratio " + distance / GaussianChecks.allowed(n));
            holds(distance <= GaussianChecks.allowed(n), law);
        });
    }

    /// Wrong generators; each is rejected by the same test on fewer draws.
    @Example
    @Statement("rng.Gaussian/S2")
    void wrongGeneratorsAreRejected() {
        Draws z = Gaussian::draw;
        rejects("cosine lost: two sines", passes((s, t, i) -> z.draw(s, t, i | 1)));
        rejects("cosine lost: radius", passes((s, t, i) -> Math.hypot(z.draw(s, t, i & -2), z.draw(s, t, i | 1))));
        rejects("factor 2 lost under the root", passes((s, t, i) -> Math.sqrt(0.5) * z.draw(s, t, i)));
        rejects("half a turn", passes((s, t, i) -> i % 2 == 0 ? z.draw(s, t, i) : Math.abs(z.draw(s, t, i))));
        rejects("variance 1.15", passes((s, t, i) -> Math.sqrt(1.15) * z.draw(s, t, i)));
        rejects("two trials share a stream", passes((s, t, i) -> z.draw(s, t / 2, i)));
        rejects("two seeds share a stream", passes((s, t, i) -> z.draw(s / 2, t, i)));
        rejects("two blocks share a counter", passes((s, t, i) -> z.draw(s, t, i & 1)));
    }

    private static boolean passes(Draws draws) {
        int n = 1 << 16;
        return Collections.max(GaussianChecks.distances(draws, SEED, n).values()) <= GaussianChecks.allowed(n);
    }

    private static double boxMuller(long seed, long trial, long index, boolean exchanged, int domain) {
        Philox.Block block = Philox.at(seed, domain, trial, index >> 1);
        double[] words = {Philox.uniform(block.low()), Philox.uniform(block.high())};
        double u = words[exchanged ? 1 : 0];
        double angle = 2 * Math.PI * words[exchanged ? 0 : 1];
        return Math.sqrt(-2 * Functions.log(u)) * (index % 2 == 0 ? Functions.cos(angle) : Functions.sin(angle));
    }
}
