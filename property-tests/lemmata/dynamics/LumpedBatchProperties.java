package lemmata.dynamics;

import static lemmata.Refutation.holds;
import static lemmata.Refutation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import lemmata.DrawnCases;
import lemmata.Draws;
import lemmata.audit.BatchLumpingChecks;
import lemmata.audit.BatchLumpingChecks.Perturbed;
import lemmata.audit.BatchLumpingChecks.Step;
import lemmata.audit.Check;
import lemmata.audit.Draw;
import lemmata.audit.LawTest;
import lemmata.audit.LumpedLaws;
import lemmata.claim.Statement;
import lemmata.dynamics.MiniBatchGradient.Sums;
import lemmata.model.Spaces;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.rng.Ball;
import lemmata.rng.BallShadow;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;

/// Tries to refute dynamics.LumpedBatch.
@DrawnCases
class LumpedBatchProperties {

    private static final long SEED = 20261121;
    private static final int RUNS = 1 << 14;

    /// Enough to tell p − 2 squared normal numbers from p − 3 for sure.
    private static final int MUTANT_RUNS = 1 << 16;

    private static final Perturbed PERTURBED = LumpedBatch::perturb;
    private static final Step STEP = LumpedBatch::step;

    @Property(tries = 1000, seed = Draws.SEED)
    @Statement("dynamics.LumpedBatch/S1")
    void theLumpedStepIsTheFullStepLumped(@ForAll Draw draw) {
        holds(BatchLumpingChecks.coupled(PERTURBED, STEP), draw);
    }

    @Example
    @Statement("dynamics.LumpedBatch/S1")
    void otherLumpedStepsAreRejected() {
        refuse("rest of ∇_w forgotten", (c, at, xi, sums, g, eta) -> c.step(at, xi, spread(sums, 0), g, eta));
        refuse("E for E²", (c, at, xi, sums, g, eta) -> c.step(at, xi, spread(sums, Math.sqrt(sums.spread())), g, eta));
        refuse("X and Y exchanged", (c, at, xi, sums, g, eta) -> c.step(at, xi, exchanged(sums), g, eta));
        refuse("residual a* − a", (c, at, xi, sums, g, eta) -> c.step(at, xi, negated(sums), g, eta));
        refuse("v for ṽ", (c, at, xi, sums, g, eta) -> c.step(at, flat(xi), sums, g, eta));
        refuse("side and rest exchanged", (c, at, xi, sums, g, eta) -> c.step(at, xi, sums, reversed(g), eta));
        refuse("side turned the other way", (c, at, xi, sums, g, eta) -> c.step(at, xi, sums, negated(g), eta));
        refuse("side counted twice", (c, at, xi, sums, g, eta) -> c.step(at, xi, sums, twice(g), eta));
        refuse("half the step", (c, at, xi, sums, g, eta) -> c.step(at, xi, sums, g, eta / 2));
        rejects(
                "ζ forgotten in s̃",
                BatchLumpingChecks.coupled((at, xi, e) -> LumpedBatch.perturb(at, flat(xi), e), STEP));
        rejects(
                "a for ã",
                BatchLumpingChecks.coupled((at, xi, e) -> LumpedBatch.perturb(at, xi, new double[e.length]), STEP));
    }

    @Example
    @Statement("dynamics.LumpedBatch/S2")
    void theLumpedRunHasTheLawOfTheFullRun(Reporter reporter) {
        for (LumpedLaws.BatchCase each : LumpedLaws.BATCHES) {
            LumpedLaws.batch(LumpedBatch::new, each, SEED, RUNS).forEach(test -> {
                reporter.publishValue("law", test.toString());
                holds(test.accepts(), test.law());
            });
        }
    }

    @Property(tries = 300, seed = Draws.SEED)
    @Statement("dynamics.LumpedBatch/S2")
    void takesTheWordsThatAreDocumented(@ForAll Draw draw) {
        holds(sameBits(Slip.NONE), draw);
    }

    @Example
    @Statement("dynamics.LumpedBatch/S2")
    void runsOfOtherLawsAreRejected() {
        assertThat(accepts(Slip.NONE)).isTrue();
        for (Slip slip : List.of(Slip.MORE_NORMALS, Slip.NO_SHARE, Slip.NO_REST, Slip.ONE_NOISE)) {
            rejects(slip + ", by its law", accepts(slip));
        }
        for (Slip slip : List.of(Slip.ONE_NOISE, Slip.SHARED_WORDS)) {
            rejects(slip + ", by its words", sameBits(slip));
        }
    }

    /// The step put together anew from the documented words, with a slip.
    private enum Slip {
        NONE,
        /// χ² with p − 2 degrees for p − 3.
        MORE_NORMALS,
        /// E² without the square of 1/b.
        NO_SHARE,
        /// E = 0.
        NO_REST,
        /// The noise of step 0 in every step.
        ONE_NOISE,
        /// The words of ξ for ε.
        SHARED_WORDS;

        Algorithm lumped(int p, double[] aStar, int batch, Generator generator, long seed) {
            return (student, stage, trial, t) -> {
                int k = student.k();
                Words words = new Words(generator, seed, Words.LUMPED_NOISE);
                int half = p < 3 ? 0 : (p - 1) / 2;
                long perStep = 2L * ((2 + half + Ball.words(k) + 1) / 2);
                long first = this == ONE_NOISE ? 0 : t * perStep;
                BallShadow xi = BallShadow.two(p, stage.rhoW(), words.word(trial, first), words.word(trial, first + 1));
                double[] normals = new double[Math.max(p - 2, 0) + (this == MORE_NORMALS && p > 2 ? 1 : 0)];
                Gaussian.fill(normals, words, trial, 2 * (first + 2));
                long from = this == SHARED_WORDS ? first : first + 2 + half;
                double[] epsilon = Ball.point(words, trial, from, k, stage.rhoA());
                Teacher plane = LumpedBatch.plane(Spaces.output("a", aStar));
                Sums sums = new MiniBatchGradient(plane, batch, new Words(generator, seed, Words.LUMPED_INPUTS))
                        .sums(LumpedBatch.perturb(student, xi, Spaces.output("epsilon", epsilon)), trial, t);
                double factor = this == NO_SHARE ? batch * batch : this == NO_REST ? 0 : 1;
                return new LumpedBatch(p, aStar, batch, generator, seed)
                        .step(student, xi, spread(sums, factor * sums.spread()), normals, stage.eta());
            };
        }
    }

    private static Check sameBits(Slip slip) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            Generator generator = draw.uniform(340) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX;
            int batch = 1 + (int) (3 * draw.uniform(341));
            long t = (long) (1e6 * draw.uniform(342));
            double c = draw.p() == 1 ? -1 : 0.6;
            Student start = new Student(
                    Spaces.filter("w", c, draw.p() == 1 ? 0 : 0.8),
                    draw.unscaled().unitStudent().a());
            Stage stage = new Stage(2 * draw.uniform(343), draw.uniform(344), 0.1, 1);
            Student code = new LumpedBatch(draw.p(), teacher.a(), batch, generator, draw.seed())
                    .step(start, stage, draw.seed() >> 7, t);
            return Check.exactly(code.equals(slip.lumped(draw.p(), teacher.a(), batch, generator, draw.seed())
                    .step(start, stage, draw.seed() >> 7, t)));
        };
    }

    private static boolean accepts(Slip slip) {
        return LumpedLaws.BATCHES.stream()
                .flatMap(each -> LumpedLaws.batch(slip::lumped, each, SEED, MUTANT_RUNS).stream())
                .allMatch(LawTest::accepts);
    }

    private static void refuse(String slip, Step mutant) {
        rejects(slip, BatchLumpingChecks.coupled(PERTURBED, mutant));
    }

    private static Sums spread(Sums sums, double spread) {
        return new Sums(sums.slope(), spread);
    }

    private static Sums exchanged(Sums sums) {
        double[] w = sums.slope().w();
        return new Sums(
                new Gradient.Slope(
                        Spaces.filterDisplacement("w", w[1], w[0]), sums.slope().a()),
                sums.spread());
    }

    private static Sums negated(Sums sums) {
        return new Sums(
                new Gradient.Slope(
                        negated(sums.slope().w()), negated(sums.slope().a())),
                sums.spread());
    }

    private static double[] negated(double[] x) {
        return Arrays.stream(x).map(entry -> -entry).toArray();
    }

    private static double[] twice(double[] normals) {
        double[] result = Arrays.copyOf(normals, normals.length + Math.min(normals.length, 1));
        if (normals.length > 0) {
            result[normals.length] = normals[0];
        }
        return result;
    }

    private static double[] reversed(double[] x) {
        double[] result = x.clone();
        Arrays.setAll(result, i -> x[x.length - 1 - i]);
        return result;
    }

    private static BallShadow flat(BallShadow shadow) {
        return new BallShadow(shadow.first(), shadow.second(), shadow.third(), 0);
    }
}
