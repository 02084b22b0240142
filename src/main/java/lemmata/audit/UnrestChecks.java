package lemmata.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.LumpedChain;
import lemmata.dynamics.LumpedState;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.dynamics.Stage;
import lemmata.model.Student;
import lemmata.model.Target;
import lemmata.model.Teacher;
import lemmata.num.Functions;
import lemmata.rng.Words.Generator;
import lemmata.smoothing.Reading;

/// That SGD rests at the optimum and P-GD nowhere: experiment.ConvergenceCurves/S5.
public final class UnrestChecks {

    private static final double RHO_A = 2;
    private static final double ETA = 0.3;
    private static final int LEAST_SAMPLES = 1 << 17;

    private UnrestChecks() {}

    /// The gradient of a mini-batch at a point.
    @FunctionalInterface
    public interface Sampled {
        /// Of the batch of a step of a trial.
        Slope at(MiniBatchGradient gradient, Student student, long trial, long step);
    }

    /// The gradient is 0 at the teacher, within its own bound.
    public static Check rests(Sampled code) {
        return draw -> {
            Teacher teacher = draw.unscaled().teacher();
            MiniBatchGradient gradient = new MiniBatchGradient(teacher, 2, Generator.PHILOX, draw.seed());
            Student same = new Student(teacher.w(), teacher.a());
            Slope found = code.at(gradient, same, 5, 7);
            Slope allowed = gradient.error(same, 5, 7);
            double worst = 0;
            for (int i = 0; i < teacher.p(); i++) {
                worst = Math.max(worst, Check.over(Math.abs(found.w()[i]), allowed.w()[i]));
            }
            for (int j = 0; j < teacher.k(); j++) {
                worst = Math.max(worst, Check.over(Math.abs(found.a()[j]), allowed.a()[j]));
            }
            return OptionalDouble.of(worst);
        };
    }

    /// A formula for v.
    @FunctionalInterface
    public interface Formula {
        /// Of a stage, p and k.
        double at(Stage stage, int p, int k);
    }

    /// How a mean of squared norms compares with v.
    ///
    /// @param mean of the sample
    /// @param v by the formula
    /// @param slack by Hoeffding, on either side
    private record Sample(double mean, double v, double slack, boolean exact) {

        double ratio() {
            return Math.max(0, exact ? Math.abs(mean - v) : v - mean) / slack;
        }
    }

    /// For a* = a = 0 a step makes −(η/2π) r̃² M ε of a: its mean square is v for ρ_w = 0, at least v else.
    ///
    /// It is at most ((η/2π)(1+ρ_w)²(π−1+k)ρ_a)², which bounds the error of the mean by Hoeffding's inequality.
    public static Evidence unrest(Run run, Formula code) {
        int n = Math.max(LEAST_SAMPLES, run.budget().samples());
        List<Sample> samples = new ArrayList<>();
        for (int[] shape : new int[][] {{2, 1}, {6, 5}}) {
            for (double rhoW : new double[] {0, 1}) {
                samples.add(sample(run.seed(), n, new Stage(rhoW, RHO_A, ETA, 1), shape, code));
            }
        }
        double worst = samples.stream().mapToDouble(Sample::ratio).max().orElse(Double.NaN);
        double found = samples.stream()
                .mapToDouble(sample -> 2 * sample.slack / sample.mean)
                .max()
                .orElse(Double.NaN);
        String power = String.format(
                Locale.ROOT,
                "%d tests, false alarm ≤ %.0e, finds a relative error of %.2g of what is compared",
                samples.size(),
                samples.size() * Run.FALSE_ALARM,
                found);
        Verdict verdict = worst <= 1 ? Verdict.SAMPLED : Verdict.VIOLATED;
        return new Evidence("mean test", verdict, "E|a − a*|² after a step of P-GD", n, worst, power);
    }

    private static Sample sample(long seed, int n, Stage stage, int[] shape, Formula code) {
        Target target = new Target(shape[1], 0, 0);
        LumpedChain chain = new LumpedChain(shape[0], target, Reading.POSTER, Generator.SPLITMIX, seed);
        LumpedState start = new LumpedState(0.6, 0.8, 0, 0, 0);
        double sum = 0;
        for (int trial = 0; trial < n; trial++) {
            LumpedState after = chain.step(start, stage, trial, 0);
            sum += after.outputDistance(LumpedState.optimum(target));
        }
        double largest =
                stage.eta() / (2 * Math.PI) * (1 + stage.rhoW()) * (1 + stage.rhoW()) * target.top() * stage.rhoA();
        double slack = largest * largest * Math.sqrt(Functions.log(2 / Run.FALSE_ALARM) / (2.0 * n));
        return new Sample(sum / n, code.at(stage, shape[0], shape[1]), slack, stage.rhoW() == 0);
    }
}
