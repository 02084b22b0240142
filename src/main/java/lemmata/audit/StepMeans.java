package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import lemmata.dynamics.Algorithm;
import lemmata.dynamics.Gradient;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.PopulationGradient;
import lemmata.dynamics.Stage;
import lemmata.model.Student;
import lemmata.num.Vectors;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.BallNoise;
import lemmata.smoothing.NoiseMoments;
import lemmata.smoothing.Reading;
import lemmata.smoothing.SmoothedGradient;

/// Means over the noise: of the code's gradients, and of P-GD's steps, against the smoothed gradients.
///
/// From a step the gradient comes back as (a − a⁺)/η and, up to a multiple of w, −w⁺/(ηwᵀw⁺), since v = w⁺/(wᵀw⁺) is
/// what Π was applied to. Tested are its components along 1, a* and P_w w*.
///
/// A bound of |X − x₀| for a number x₀ bounds the deviation: those of dynamics.PerturbedGradientDescent, with ρ ≤ ½ for
/// NORMALISED.
public final class StepMeans {

    /// Together they have every reading of ∇_a and of ∇_w.
    private static final List<Reading> READINGS = List.of(
            Reading.POSTER,
            new Reading(Reading.Output.UNIT, Reading.Filter.ANGLE),
            new Reading(Reading.Output.RADIAL, Reading.Filter.NORMALISED));

    private static final double ETA = 0.25;
    private static final double MAX_NORMALISED = 0.5;

    /// Numbers sampled: along 1, a* and P_w w*.
    private static final int NUMBERS = 3;

    /// A sample of the gradient of a reading.
    @FunctionalInterface
    private interface Sampler {
        Slope at(long index);
    }

    private StepMeans() {}

    /// A point of a draw with p ≥ 3.
    public static GradientMeans.Point point(Draw draw) {
        return GradientMeans.Point.of(draw);
    }

    /// PopulationGradient/S3: means of gradients at drawn points.
    public static List<MeanTest> ofGradient(
            PopulationGradientChecks.Maker maker, GradientMeans.Point point, int samples) {
        List<MeanTest> tests = new ArrayList<>();
        for (Reading reading : READINGS) {
            GradientMeans.Point at = limited(reading, point);
            Gradient gradient = maker.of(at.teacher(), reading);
            tests.addAll(tests(reading, at, samples, i -> gradient.at(at.perturbed(i), 0, i)));
        }
        return tests;
    }

    /// PerturbedGradientDescent/S3: means of steps, one per trial.
    public static List<MeanTest> ofStep(NoisyDescentChecks.Maker maker, GradientMeans.Point point, int samples) {
        List<MeanTest> tests = new ArrayList<>();
        for (Reading reading : READINGS) {
            GradientMeans.Point at = limited(reading, point);
            Stage stage = new Stage(at.rhoW(), at.rhoA(), ETA, 1);
            Student from = at.student();
            Algorithm algorithm = maker.of(
                    new PopulationGradient(at.teacher(), reading),
                    Generator.PHILOX,
                    at.draw().seed());
            tests.addAll(tests(reading, at, samples, i -> {
                Student after = algorithm.step(from, stage, i, 0);
                double back = -1 / (ETA * Vectors.fusedDot(from.w(), after.w()));
                return new Slope(
                        Vectors.map(x -> back * x, after.w()),
                        Vectors.map((x, y) -> (x - y) / ETA, from.a(), after.a()));
            }));
        }
        return tests;
    }

    private static GradientMeans.Point limited(Reading reading, GradientMeans.Point point) {
        return reading.w() == Reading.Filter.NORMALISED
                ? point.withRhoW(Math.min(point.rhoW(), MAX_NORMALISED))
                : point;
    }

    private static List<MeanTest> tests(Reading reading, GradientMeans.Point at, int samples, Sampler sampler) {
        double[] ones = unit(Vectors.map(x -> 1, at.student().a()));
        double[] star = unit(at.teacher().a());
        double[] t = unit(Vectors.rejection(at.student().w(), at.teacher().w()));
        double[][] values = new double[NUMBERS][samples];
        for (int i = 0; i < samples; i++) {
            Slope slope = sampler.at(i);
            values[0][i] = Vectors.fusedDot(ones, slope.a());
            values[1][i] = Vectors.fusedDot(star, slope.a());
            values[2][i] = Vectors.fusedDot(t, slope.w());
        }
        NoiseMoments moments =
                NoiseMoments.of(reading, new BallNoise(at.teacher().p(), at.rhoW()), at.angle());
        double[] output = SmoothedGradient.output(at.teacher(), at.student(), moments);
        double[] filter = SmoothedGradient.filter(at.teacher(), at.student(), moments);
        double outputError = Vectors.length(SmoothedGradient.outputError(at.teacher(), at.student(), moments));
        double filterError = SmoothedGradient.filterError(at.teacher(), at.student(), moments);
        return List.of(
                test(values[0], Vectors.fusedDot(ones, output), outputError, outputBound(reading, at, ones)),
                test(values[1], Vectors.fusedDot(star, output), outputError, outputBound(reading, at, star)),
                test(values[2], Vectors.fusedDot(t, filter), filterError, filterBound(reading, at)));
    }

    /// Rounding of a sample, some hundred u of its size, is below 2⁻⁴⁰ of 1 + the bound.
    private static MeanTest test(double[] values, double mean, double error, double bound) {
        double off = 2 * error + 0x1p-40 * (1 + bound);
        return MeanTest.of(values, mean, off, Math.max(bound * bound, Double.MIN_NORMAL), Run.FALSE_ALARM);
    }

    private static double outputBound(Reading reading, GradientMeans.Point at, double[] c) {
        double sum = Vectors.sum(c).doubleValue();
        double[] image = Vectors.map(x -> (Math.PI - 1) * x + sum, c);
        double along = Math.abs(Vectors.fusedDot(c, at.teacher().a()));
        double noise = at.rhoA() * Vectors.length(image);
        if (reading.a() == Reading.Output.UNIT) {
            return (noise + Math.PI / 2 * along) / 6;
        }
        double rho = at.rhoW();
        double own = Math.abs(Vectors.fusedDot(image, at.student().a()));
        double ones = Math.abs(sum * Vectors.sum(at.teacher().a()).doubleValue());
        return ((2 + rho) * rho * own + (1 + rho) * (1 + rho) * noise + rho * ones + (Math.PI + 1) * rho * along) / 6;
    }

    private static double filterBound(Reading reading, GradientMeans.Point at) {
        double[] a = at.student().a();
        double[] aStar = at.teacher().a();
        double d = Math.abs(Vectors.fusedDot(a, aStar)) + at.rhoA() * Vectors.length(aStar);
        if (reading.w() != Reading.Filter.NETWORK) {
            return d / (reading.w() == Reading.Filter.ANGLE ? 1.9 : 1.9 * (1 - at.rhoW()));
        }
        double s = Math.abs(Vectors.sum(a).doubleValue()) + Math.sqrt(a.length) * at.rhoA();
        double size = Vectors.length(a) + at.rhoA();
        double sumStar = Vectors.sum(aStar).doubleValue();
        double[] mixing = Vectors.map(x -> sumStar - x, aStar);
        double mixed = Math.abs(Vectors.fusedDot(mixing, a)) + at.rhoA() * Vectors.length(mixing);
        return ((s * s + (Math.PI - 1) * size * size) * at.rhoW() + mixed + Math.PI * d) / 6;
    }

    private static double[] unit(double[] x) {
        double length = Vectors.length(x);
        return Vectors.map(entry -> entry / length, x);
    }
}
