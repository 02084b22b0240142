package lemmata.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.Method;
import lemmata.dynamics.PlainLumpedEngine;
import lemmata.dynamics.Representation;
import lemmata.dynamics.Setup;
import lemmata.dynamics.Start;
import lemmata.experiment.BinomialInterval;
import lemmata.experiment.SuccessRates;
import lemmata.model.Target;
import lemmata.num.Functions;
import lemmata.rng.Philox;
import lemmata.rng.Words.Generator;
import lemmata.simd.Engine;
import lemmata.smoothing.Reading;
import lemmata.theorem.Exponents;
import lemmata.theorem.Region;
import lemmata.theorem.Scaling;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// How many steps P-GD takes to turn the filter from 2π/3 to 5π/12, from a = 0, and how that grows with p: k = 2, q =
/// 0, ‖a*‖ = 1, ρ_a = 0, ηλ₂ = ½.
public final class PassageRuns {

    /// Domain of the seeds.
    private static final int DOMAIN = 32;

    private static final int K = 2;
    private static final double BEGIN = 2 * Math.PI / 3;

    /// Looks per predicted passage.
    private static final int LOOKS = 100;

    /// Passages may differ from the mean flow's by so much: noise of a, and that a is not at its rest point.
    private static final double ROOM = 0.25;

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(12, Region.ANGLE, BEGIN);

    /// The radius as a function of p.
    public enum Radius {
        /// 2ρ_esc.
        ESCAPE,
        /// 2kp².
        POSTER;

        Scaling at(int p) {
            return this == ESCAPE ? Scaling.escape(p, K, 0, 1) : Scaling.poster(p, K, 0, 1);
        }
    }

    /// Passages at one p.
    ///
    /// @param eta step size
    /// @param predicted steps of the mean flow with a at its rest point
    /// @param steps per trial, the first look at which φ ≤ 5π/12; ∞ if there is none within twice as many
    public record Passages(int p, double eta, double predicted, double[] steps) {

        private double least() {
            return Arrays.stream(steps).min().orElse(Double.NaN);
        }

        private double most() {
            return Arrays.stream(steps).max().orElse(Double.NaN);
        }

        private double mean() {
            return Arrays.stream(steps).average().orElse(Double.NaN);
        }

        /// How far a trial is from the prediction, relative, the worst of all, over what is allowed.
        double off() {
            return Math.max(most() / predicted - 1, 1 - least() / predicted) / ROOM;
        }

        /// T₁ ∝ p^exponent log(1/η)/η with the factor by which the slowest trial here has just passed, at another p.
        double scaled(Passages other, double exponent) {
            double logarithms = Functions.log(1 / other.eta) / Functions.log(1 / eta);
            return most() * eta / other.eta * logarithms * Exponents.power(other.p / (double) p, exponent);
        }

        /// How many trials have passed within so many steps.
        long within(double limit) {
            return Arrays.stream(steps).filter(step -> step <= limit).count();
        }
    }

    private PassageRuns() {}

    /// ∫ 2π/(d_∞κ sin φ) dφ/η.
    static double predicted(Scaling scaling, double eta) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double phi = RULE.getPoint(i);
            sum += RULE.getWeight(i) * scaling.fold(NoiseDraw.at(phi)) / Functions.sin(phi);
        }
        return sum / eta;
    }

    /// Runs trials until all have passed, or for twice the predicted time.
    public static Passages run(Radius radius, int p, int trials, long seed) {
        Scaling scaling = radius.at(p);
        double eta = 0.5 / scaling.problem().lambdaAcross().value();
        double predicted = predicted(scaling, eta);
        Setup setup = new Setup(Method.PGD, Reading.POSTER, 1, Start.RANDOM, Generator.PHILOX, seed);
        Target target = scaling.problem().target();
        Representation chain = setup.lumped(p, target, SuccessRates.fastBits());
        int rows = chain.rows();
        double[] states = new double[trials * rows];
        LumpedState start = new LumpedState(Functions.cos(BEGIN), Functions.sin(BEGIN), 0, 0, 0);
        for (int i = 0; i < trials; i++) {
            PlainLumpedEngine.put(start, states, i * rows);
        }
        long look = Math.max(1, (long) (predicted / LOOKS));
        double[] passed = new double[trials];
        Engine engine = chain.engine();
        for (int i = 0; i < 2 * LOOKS && IntStream.range(0, trials).anyMatch(j -> passed[j] == 0); i++) {
            engine.advance(states, 0, trials, new Engine.Leg(scaling.problem().rhoW(), 0, eta, i * look, look));
            for (int j = 0; j < trials; j++) {
                boolean there = states[j * rows] >= Functions.cos(Region.ANGLE);
                passed[j] = passed[j] == 0 && there ? (i + 1) * look : passed[j];
            }
        }
        for (int j = 0; j < trials; j++) {
            passed[j] = passed[j] == 0 ? Double.POSITIVE_INFINITY : passed[j];
        }
        return new Passages(p, eta, predicted, passed);
    }

    /// What one radius shows between two p: no trial at the larger has passed at the time to which the slowest at the
    /// smaller scales by the poster's p, and all passages take as long as the mean flow.
    static Evidence passages(Run run, Radius radius, int small, int large, int trials) {
        return passages(run.seed(), radius, small, large, trials, 1);
    }

    /// The same for any exponent of p in place of the poster's 1.
    public static Evidence passages(long run, Radius radius, int small, int large, int trials, double exponent) {
        long seed = Philox.at(run, DOMAIN, radius.ordinal(), 0).low();
        Passages first = run(radius, small, trials, seed);
        Passages second = run(radius, large, trials, seed + 1);
        double limit = first.scaled(second, exponent);
        long within = second.within(limit);
        double off = Math.max(first.off(), second.off());
        return new Evidence(
                "runs",
                off > 1 ? Verdict.VIOLATED : within == 0 ? Verdict.SAMPLED : Verdict.ABSTAINED,
                "passages of P-GD from 2π/3 to 5π/12 as slow as the mean flow's",
                2L * trials,
                off,
                words(radius, first, second, limit, within));
    }

    private static String words(Radius radius, Passages first, Passages second, double limit, long within) {
        int trials = second.steps.length;
        BinomialInterval interval = SuccessChecks.interval(within, trials);
        double slope = Functions.log(second.mean() * second.eta / (first.mean() * first.eta))
                / Functions.log(second.p / (double) first.p);
        return String.format(
                Locale.ROOT,
                "%s, k = 2, q = 0, ρ_a = 0, ηλ₂ = ½, %d trials each: p = %d, η = %.3g: %.0f to %.0f steps, mean flow"
                        + " %.0f; p = %d,"
                        + " η = %.3g: %.0f to %.0f, mean flow %.0f; exponent of ηT in p %.2f; with the poster's"
                        + " p log(1/η)/η the %.0f steps to which the slowest scale are enough for %d of %d,"
                        + " probability in [%.2g, %.2g], false alarm ≤ 2e-10",
                radius == Radius.ESCAPE ? "ρ_w = 2ρ_esc" : "ρ_w = 2kp²",
                trials,
                first.p,
                first.eta,
                first.least(),
                first.most(),
                first.predicted,
                second.p,
                second.eta,
                second.least(),
                second.most(),
                second.predicted,
                slope,
                limit,
                within,
                trials,
                interval.low(),
                interval.high());
    }
}
