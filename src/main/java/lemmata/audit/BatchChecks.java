package lemmata.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lemmata.dynamics.Gradient.Slope;
import lemmata.dynamics.MiniBatchGradient;
import lemmata.loss.FilterGradient;
import lemmata.loss.OutputGradient;
import lemmata.model.Student;
import lemmata.model.Teacher;
import lemmata.num.Vectors;
import lemmata.rng.Gaussian;
import lemmata.rng.Words;
import lemmata.rng.Words.Generator;

/// What dynamics.MiniBatchGradient claims, as checks of any implementation.
///
/// Shapes are those of the case folded to p ≤ 8 and k ≤ 12, batches have 1 … 5 inputs where each is computed exactly.
public final class BatchChecks {

    /// Gradients of mini-batches.
    @FunctionalInterface
    public interface Slopes {
        /// Of a batch of b inputs.
        Slope at(Teacher teacher, int b, Generator generator, long seed, Student student, long trial, long step);
    }

    /// δ of one mean test.
    public static final double FALSE_ALARM = 1e-12;

    /// What the 32 bits of radius and angle may move the mean of a polynomial of degree four by, over the root of its
    /// second moment: cells have probability 2⁻³², and no radius exceeds 7.
    private static final double GRID = 0x1p-16;

    private static final BigDecimal STEP = BigDecimal.ONE.divide(BigDecimal.TWO.pow(100));
    private static final MathContext DIGITS = new MathContext(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int LARGEST_BATCH = 1024;

    private BatchChecks() {}

    /// S1: an entry of either gradient is the central difference of the batch's loss in exact decimals, within its
    /// bound. Between kinks that loss is a quadratic polynomial in each entry, so the difference is its derivative; the
    /// step 2⁻¹⁰⁰ crosses no kink but with a chance below 2⁻⁶⁰.
    public static Check derivative(Slopes slopes) {
        return draw -> {
            Case at = Case.of(draw, 1 + (int) (5 * draw.uniform(300)));
            Slope slope = at.slope(slopes);
            Slope bound = at.bound();
            int i = (int) (at.student.p() * draw.uniform(301));
            int j = (int) (at.student.k() * draw.uniform(302));
            return OptionalDouble.of(Math.max(
                    over(at.difference(i, true), slope.w()[i], bound.w()[i]),
                    over(at.difference(j, false), slope.a()[j], bound.a()[j])));
        };
    }

    /// S1: at the teacher itself every entry is 0 within its bound, which is below 2⁻⁴⁰ of the natural size.
    public static Check zeroAtTeacher(Slopes slopes) {
        return draw -> {
            Case any = Case.of(draw, 3);
            Case at = any.at(new Student(any.teacher.w(), any.teacher.a()));
            Slope slope = at.slope(slopes);
            Slope bound = at.bound();
            double size = Vectors.length(at.teacher.a());
            double worth = size == 0 ? 0 : Vectors.length(bound.a()) / (0x1p-36 * size * at.teacher.k());
            return OptionalDouble.of(Math.max(worth, Math.max(most(slope.w(), bound.w()), most(slope.a(), bound.a()))));
        };
    }

    /// S1: a pure function: the same bits again, on four threads at once, and after other steps and trials.
    public static Check pure(Slopes slopes) {
        return draw -> {
            Case at = Case.of(draw, 2);
            Slope first = at.slope(slopes);
            at.later().slope(slopes);
            boolean same = IntStream.range(0, 4).parallel().allMatch(i -> equal(first, at.slope(slopes)));
            boolean other = Arrays.stream(first.a()).allMatch(entry -> entry == 0)
                    || !equal(first, at.later().slope(slopes));
            return Check.exactly(same && other);
        };
    }

    /// S2: that of a batch of b inputs at step t is the mean of those of single inputs at the steps tb … tb + b − 1,
    /// which use disjoint words; b up to 1024.
    public static Check mean(Slopes slopes) {
        return draw -> {
            Case any = Case.of(draw, 1);
            int b = draw.uniform(303) < 0.05 ? LARGEST_BATCH : 1 + (int) (40 * draw.uniform(304));
            Case whole = any.ofBatch(b);
            Slope slope = whole.slope(slopes);
            Slope bound = whole.bound();
            double[] w = new double[whole.student.p()];
            double[] a = new double[whole.student.k()];
            for (int n = 0; n < b; n++) {
                Slope one = any.atStep(whole.step * b + n).slope(slopes);
                Arrays.setAll(w, i -> w[i] + one.w()[i] / b);
                Arrays.setAll(a, j -> a[j] + one.a()[j] / b);
            }
            return OptionalDouble.of(
                    Math.max(most(apart(slope.w(), w), twice(bound.w())), most(apart(slope.a(), a), twice(bound.a()))));
        };
    }

    /// S2: E of the gradient along a drawn direction of (w, a) is the population gradient's; on the sphere and off it.
    ///
    /// For a unit direction (u, v) the variance is at most E R⁴ and E (Σⱼ aⱼ1ⱼzⱼᵀu + vⱼσ(zⱼᵀw))⁴, roots multiplied: by
    /// Minkowski's inequality √(3/2) (r 1ᵀ|a| + 1ᵀ|a*|)² · √3 (1ᵀ|a| + r 1ᵀ|v|)², over b.
    public static MeanTest unbiased(Slopes slopes, Draw draw, int b, int batches) {
        Case at = Case.of(draw, b);
        int p = at.student.p();
        int k = at.student.k();
        double[] direction = draw.gaussians(305, p + k);
        double length = Vectors.length(direction);
        double[] u = Arrays.stream(direction, 0, p).map(x -> x / length).toArray();
        double[] v = Arrays.stream(direction, p, p + k).map(x -> x / length).toArray();
        double[] sample = LongStream.range(0, batches)
                .parallel()
                .mapToDouble(t -> {
                    Slope slope = at.atStep(t).slope(slopes);
                    return Vectors.fusedDot(u, slope.w()) + Vectors.fusedDot(v, slope.a());
                })
                .toArray();
        double mean = Vectors.fusedDot(u, FilterGradient.at(at.teacher, at.student))
                + Vectors.fusedDot(v, OutputGradient.at(at.teacher, at.student));
        double error = Vectors.length(FilterGradient.error(at.teacher, at.student))
                + Vectors.length(OutputGradient.error(at.teacher, at.student));
        double r = Vectors.length(at.student.w());
        double residual = r * sum(at.student.a()) + sum(at.teacher.a());
        double factor = sum(at.student.a()) + r * sum(v);
        double variance = Math.sqrt(4.5) * residual * residual * factor * factor / b;
        return MeanTest.of(sample, mean, error + GRID * Math.sqrt(variance * b), variance, FALSE_ALARM);
    }

    /// Number i of the networks at which the mean is tested: p in 1 … 4, k in 1 … 3.
    public static Draw point(int i) {
        return new Draw(1 + i % 4, 1 + i % 3, Draw.Filter.ANY, Draw.Target.ANY, Draw.Weights.ANY, 0, 0, 8128 + i);
    }

    /// A network of moderate size and an address.
    private record Case(
            Teacher teacher, Student student, int batch, Generator generator, long seed, long trial, long step) {

        static Case of(Draw draw, int batch) {
            Draw near = new Draw(
                    1 + (draw.p() - 1) % 8,
                    1 + (draw.k() - 1) % 12,
                    draw.filter(),
                    draw.target(),
                    draw.weights(),
                    0,
                    0,
                    draw.seed());
            return new Case(
                    near.teacher(),
                    near.student(),
                    batch,
                    draw.uniform(306) < 0.5 ? Generator.PHILOX : Generator.SPLITMIX,
                    PhiloxChecks.word(draw, 307),
                    PhiloxChecks.word(draw, 308),
                    PhiloxChecks.word(draw, 309) >>> 33);
        }

        Case at(Student other) {
            return new Case(teacher, other, batch, generator, seed, trial, step);
        }

        Case later() {
            return atStep(step + 1);
        }

        Case atStep(long other) {
            return new Case(teacher, student, batch, generator, seed, trial, other);
        }

        Case ofBatch(int b) {
            return new Case(teacher, student, b, generator, seed, trial, step / b);
        }

        Slope slope(Slopes slopes) {
            return slopes.at(teacher, batch, generator, seed, student, trial, step);
        }

        Slope bound() {
            return new MiniBatchGradient(teacher, batch, generator, seed).error(student, trial, step);
        }

        /// (L(x + h) − L(x − h))/2h in entry i of w or of a, rounded once.
        BigDecimal difference(int entry, boolean filter) {
            return loss(entry, filter, STEP)
                    .subtract(loss(entry, filter, STEP.negate()))
                    .divide(STEP)
                    .divide(new BigDecimal(2 * batch), DIGITS);
        }

        /// The sum over the batch of ½(f* − f)², each draw by its number.
        private BigDecimal loss(int entry, boolean filter, BigDecimal step) {
            BigDecimal[] w = exact(student.w());
            BigDecimal[] a = exact(student.a());
            BigDecimal[] moved = filter ? w : a;
            moved[entry] = moved[entry].add(step);
            BigDecimal sum = BigDecimal.ZERO;
            long perSample = 2 * (((long) w.length * a.length + 3) / 4);
            Words words = new Words(generator, seed, Words.INPUTS);
            for (int n = 0; n < batch; n++) {
                long first = 2 * perSample * (this.step * batch + n);
                double[] z = LongStream.range(first, first + (long) w.length * a.length)
                        .mapToDouble(i -> Gaussian.draw(words, trial, i))
                        .toArray();
                BigDecimal residual = output(z, w, a).subtract(output(z, exact(teacher.w()), exact(teacher.a())));
                sum = sum.add(residual.multiply(residual).multiply(HALF));
            }
            return sum;
        }
    }

    private static BigDecimal output(double[] z, BigDecimal[] w, BigDecimal[] a) {
        BigDecimal output = BigDecimal.ZERO;
        for (int j = 0; j < a.length; j++) {
            BigDecimal input = BigDecimal.ZERO;
            for (int i = 0; i < w.length; i++) {
                input = input.add(new BigDecimal(z[j * w.length + i]).multiply(w[i]));
            }
            output = output.add(input.max(BigDecimal.ZERO).multiply(a[j]));
        }
        return output;
    }

    private static BigDecimal[] exact(double[] x) {
        return Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static double over(BigDecimal exact, double computed, double bound) {
        return Double.isFinite(computed)
                ? Check.over(exact.subtract(new BigDecimal(computed)).abs().doubleValue(), bound)
                : Double.NaN;
    }

    private static double most(double[] x, double[] bound) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> Check.over(Math.abs(x[i]), bound[i]))
                .max()
                .orElse(0);
    }

    private static double[] apart(double[] x, double[] y) {
        return Vectors.map((first, second) -> first - second, x, y);
    }

    private static double[] twice(double[] x) {
        return Vectors.map(entry -> 2 * entry, x);
    }

    private static double sum(double[] x) {
        return Arrays.stream(x).map(Math::abs).sum();
    }

    private static boolean equal(Slope one, Slope other) {
        return Arrays.equals(one.w(), other.w()) && Arrays.equals(one.a(), other.a());
    }
}
