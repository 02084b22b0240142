package lemmata.rng;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import lemmata.DrawnCases;
import lemmata.audit.BallChecks;
import lemmata.audit.BallChecks.Directions;
import lemmata.audit.BallChecks.Points;
import lemmata.audit.BallChecks.Shadows;
import lemmata.audit.BallLaws;
import lemmata.audit.Draw;
import lemmata.audit.LawTest;
import lemmata.claim.Statement;
import lemmata.num.LaneFunctions;
import lemmata.num.Vectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute rng.Ball: every wrong point must fail the formula and, at some dimension, a law.
@DrawnCases
class BallProperties {

    private static final long SEED = 20261121;
    private static final int NUMBERS = 1 << 16;
    private static final int MUTANT_NUMBERS = 1 << 13;
    private static final Shadows TWO = (d, radius, word, more, angle, other) -> BallShadow.two(d, radius, word, angle);
    private static final Shadows ON_SPHERE =
            (d, radius, word, more, angle, other) -> BallShadow.onSphere(d, word, angle);

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Ball/S1")
    void isTheFormulaAtItsWords(@ForAll Draw draw) {
        holds(BallChecks.formula(Ball::point), draw);
    }

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Ball/S1")
    void isPureScalesAndStaysInside(@ForAll Draw draw) {
        holds(BallChecks.pure(Ball::point), draw);
    }

    @Example
    @Statement("rng.Ball/S1")
    void otherPointsAreRejected() {
        wrongPoints().forEach((slip, points) -> rejects(slip, BallChecks.formula(points)));
        rejects(
                "a norm above ρ",
                BallChecks.pure((words, trial, first, d, radius) -> Vectors.map(
                        x -> 1.01 * x,
                        wrongPoints().get("no last word: on the sphere").at(words, trial, first, d, radius))));
        rejects(
                "ρ² is cut",
                BallChecks.pure((words, trial, first, d, radius) ->
                        Ball.point(words, trial, first, d, Math.sqrt((float) (radius * radius)))));
    }

    @Example
    @Statement("rng.Ball/S2")
    void isUniformInTheBall(Reporter reporter) {
        all(reporter, BallLaws.BALLS, d -> BallLaws.points(Ball::point, Ball::words, SEED, d, NUMBERS));
    }

    @Example
    @Statement("rng.Ball/S2")
    void otherLawsInTheBallAreRejected() {
        wrongPoints().forEach((slip, points) -> rejects(slip, passes(points, Ball::words)));
        rejects("points share a word", passes(Ball::point, d -> Ball.words(d) - 1));
    }

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Ball/S3")
    void isTheFormulaOnTheSphere(@ForAll Draw draw) {
        holds(BallChecks.onSphere(Ball::onSphere), draw);
    }

    @Example
    @Statement("rng.Ball/S3")
    void isUniformOnTheSphere(Reporter reporter) {
        all(reporter, BallLaws.SPHERES, d -> BallLaws.directions(Ball::onSphere, SEED, d, NUMBERS));
    }

    @Example
    @Statement("rng.Ball/S3")
    void otherDirectionsAreRejected() {
        Map<String, Directions> slips = new LinkedHashMap<>();
        slips.put("a point of the ball", (words, trial, first, d) -> Ball.point(words, trial, first, d, 1));
        slips.put("no root", (words, trial, first, d) -> {
            double[] x = Ball.onSphere(words, trial, first, d);
            double[] squares = Vectors.map(t -> t * Math.abs(t), x);
            return Vectors.map(t -> t / Vectors.length(squares), squares);
        });
        slips.put(
                "the unused sine counts",
                (words, trial, first, d) -> Arrays.copyOf(Ball.onSphere(words, trial, first, d + d % 2), d));
        slips.forEach((slip, directions) -> {
            rejects(slip, BallChecks.onSphere(directions));
            rejects(slip, accepts(BallLaws.SPHERES, d -> BallLaws.directions(directions, SEED, d, MUTANT_NUMBERS)));
        });
    }

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Ball/S4")
    void shadowsAreTheFormulas(@ForAll Draw draw) {
        holds(
                BallChecks.shadow(TWO, false)
                        .and(BallChecks.shadow(BallShadow::three, true))
                        .and(BallChecks.shadowOnSphere(ON_SPHERE)),
                draw);
    }

    @Property(tries = 300, seed = lemmata.Draws.SEED)
    @Statement("rng.Ball/S4")
    void powersKeepTheirRelativeAccuracy(@ForAll Draw draw) {
        holds(BallChecks.powers(LaneFunctions::expm1), draw);
    }

    @Example
    @Statement("rng.Ball/S4")
    void shadowsHaveTheLawOfPoints(Reporter reporter) {
        all(reporter, BallLaws.SHADOWS, d -> BallLaws.shadows(BallShadow::three, SEED, d, NUMBERS));
        all(reporter, BallLaws.SPHERE_SHADOWS, d -> BallLaws.shadowsOnSphere(ON_SPHERE, SEED, d, NUMBERS));
    }

    @Example
    @Statement("rng.Ball/S4")
    void otherShadowsAreRejected() {
        WrongShadow right = new WrongShadow(2, 2, 4, false, false);
        Map<String, Shadows> slips = new LinkedHashMap<>();
        slips.put("exponent 1/d", new WrongShadow(1, 2, 4, false, false));
        slips.put("d for d − 2", new WrongShadow(2, 0, 4, false, false));
        slips.put("d − 4 for d − 2", new WrongShadow(2, 4, 4, false, false));
        slips.put("d − 2 for d − 4", new WrongShadow(2, 2, 2, false, false));
        slips.put("one angle for both pairs", new WrongShadow(2, 2, 4, true, false));
        slips.put("cosine for sine", new WrongShadow(2, 2, 4, false, true));
        slips.put(
                "one exponential for both pairs",
                (d, radius, word, more, angle, other) -> right.at(d, radius, word, word >>> 32, angle, other));
        slips.put(
                "one half for norm and share",
                (d, radius, word, more, angle, other) ->
                        right.at(d, radius, word << 32 | word & 0xFFFFFFFFL, more, angle, other));
        slips.put("fourth coordinate forgotten", (d, radius, word, more, angle, other) -> {
            BallShadow s = right.at(d, radius, word, more, angle, other);
            double fourth = s.third() * LaneFunctions.sine(other) / LaneFunctions.cosine(other);
            return d < 4
                    ? s
                    : new BallShadow(s.first(), s.second(), s.third(), Math.max(s.rest() - fourth * fourth, 0));
        });
        slips.forEach((slip, shadows) -> {
            rejects(slip, BallChecks.shadow(shadows, true));
            rejects(slip, accepts(BallLaws.SHADOWS, d -> BallLaws.shadows(shadows, SEED, d, MUTANT_NUMBERS)));
        });
        holds(accepts(BallLaws.SHADOWS, d -> BallLaws.shadows(right, SEED, d, MUTANT_NUMBERS)), "the right recipe");
        Map<String, Shadows> spheres = new LinkedHashMap<>();
        spheres.put(
                "d for d − 2, sphere",
                (d, radius, word, more, angle, other) -> BallShadow.onSphere(d + 2, word, angle));
        spheres.put("a shadow of the ball", TWO);
        spheres.forEach((slip, shadows) -> {
            rejects(slip, BallChecks.shadowOnSphere(shadows));
            rejects(
                    slip,
                    accepts(BallLaws.SPHERE_SHADOWS, d -> BallLaws.shadowsOnSphere(shadows, SEED, d, MUTANT_NUMBERS)));
        });
    }

    @Example
    @Statement("rng.Ball/S4")
    void powersWithoutCareAreRejected() {
        rejects(
                "absolute accuracy alone",
                BallChecks.powers(x -> LaneFunctions.expm1(x) + 0x1p-44 * (x < -30 ? 1 : 0)));
    }

    private static Map<String, Points> wrongPoints() {
        Map<String, Points> wrong = new LinkedHashMap<>();
        wrong.put("Gaussian", (words, trial, first, d, radius) -> {
            double[] x = new double[d];
            Gaussian.fill(x, words, trial, 2 * first);
            return Vectors.map(t -> t * radius / Math.sqrt(d + 2), x);
        });
        wrong.put("radius U for U^{1/d}", (words, trial, first, d, radius) -> {
            double[] x = Ball.point(words, trial, first, d, radius);
            double stretch = Math.pow(Vectors.length(x) / radius, d - 1);
            return Vectors.map(t -> t * stretch, x);
        });
        wrong.put("no last word: on the sphere", new WrongPoint(0, 0, false, false));
        wrong.put("the last word always a pair", new WrongPoint(1, 1, false, false));
        wrong.put("the last word never a pair", new WrongPoint(2, 2, false, false));
        wrong.put("one angle for all pairs", new WrongPoint(1, 2, true, false));
        wrong.put("cosine for sine", new WrongPoint(1, 2, false, true));
        return wrong;
    }

    private static boolean passes(Points points, IntUnaryOperator count) {
        return accepts(BallLaws.BALLS, d -> BallLaws.points(points, count, SEED, d, MUTANT_NUMBERS));
    }

    private static boolean accepts(Collection<Integer> dimensions, IntFunction<List<LawTest>> laws) {
        return dimensions.stream().flatMap(d -> laws.apply(d).stream()).allMatch(LawTest::accepts);
    }

    private static void all(Reporter reporter, List<Integer> dimensions, IntFunction<List<LawTest>> laws) {
        for (int d : dimensions) {
            List<LawTest> tests = laws.apply(d);
            tests.stream()
                    .max(Comparator.comparingDouble(LawTest::ratio))
                    .ifPresent(worst -> reporter.publishValue("worst of " + tests.size(), worst.toString()));
            tests.forEach(test -> holds(test.accepts(), test.law()));
        }
    }
}
